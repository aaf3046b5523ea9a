// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/analyse.h"

namespace redoubt {

/// Designs side by side.
struct Comparison {
    enum class Unit {
        Fraction,  ///< an availability
        Minutes,   ///< downtime a year
        Calls,     ///< calls or secrets
        Count,
        Words,
    };
    struct Row {
        QString section;  ///< `Availability`, `Vault calls`, `Nodes`, `Licences and editions`, `Findings`, `Ports to open`
        QString label;
        Unit unit = Unit::Count;
        /// One for each design; nothing where the design does not have it.
        std::vector<std::optional<double>> numbers;
        QStringList words;  ///< of Unit::Words, instead of numbers; empty: does not have it
        bool differs = false;
        int best = -1;  ///< index of the design that is alone the best; -1: none, or it cannot be said
    };
    QStringList titles;
    std::vector<Row> rows;
};

struct ComparedDesign {
    QString title;
    const Design* design = nullptr;
};

[[nodiscard]] Comparison compareDesigns(const std::vector<ComparedDesign>& designs, const Catalog& catalog, const RuleSet& rules);

}  // namespace redoubt

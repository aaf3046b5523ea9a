// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"
#include "model/design/names.h"

namespace redoubt {

/// `a`, `a and b`, `a, b and c`; a place that neighbours have in common once: `a, b (X) and c (Y)`.
[[nodiscard]] QString inWords(const QStringList& all);

/// Says what a structure's failures do, in the names that stand on the drawing.
class FailureWords {
public:
    explicit FailureWords(Structure& structure) : m_structure(structure), m_names(structure.topology().design()) {}

    /// Why `factor` is false when only the structure's failures are down: sentences, each once.
    [[nodiscard]] QStringList missing(const Factor& factor) const;

    struct Takeover {
        QString text;  ///< a sentence
        QStringList ids;
        friend bool operator==(const Takeover&, const Takeover&) = default;
    };
    /// What carries on for what is down, in a factor that is true.
    [[nodiscard]] std::vector<Takeover> takeovers(const Factor& factor) const;

    /// What a person does, and about whom it is.
    [[nodiscard]] Takeover action(const Action& action, const QString& service) const;

    /// As on the drawing; an instance is called by its machine.
    [[nodiscard]] QString name(const QString& id) const;

private:
    [[nodiscard]] bool works(const Factor& factor) const { return m_structure.diagram().holds(factor.works); }
    [[nodiscard]] bool works(const ElementId& id) const { return m_structure.diagram().holds(m_structure.components().up(id)); }
    [[nodiscard]] QString nameOf(const Factor& factor) const;
    void collectTakeovers(const Factor& factor, std::vector<Takeover>& result) const;
    [[nodiscard]] QStringList causes(const Factor& factor) const;
    [[nodiscard]] QString votes(const Factor& factor) const;
    [[nodiscard]] Takeover databaseAction(const GroupId& ag) const;
    [[nodiscard]] Takeover siteAction(const QString& service) const;

    Structure& m_structure;
    Names m_names;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/budgetstory.h"
#include "model/design/patch.h"

namespace redoubt {

/// One thing that can be turned to make a vault's calls fit, or to use what the plan leaves.
struct Lever {
    QString words;   ///< what is done and why
    QString step;    ///< of the undo step
    Patch patch;     ///< empty: only to be read
    BudgetVerdict verdict = BudgetVerdict::Fits;  ///< with it
    double worst = 0;                             ///< calls of the worst month with it
};

/// The smallest interval that fits, the largest number of secrets of each group, mapping in one go: each computed, with
/// what comes of it.
[[nodiscard]] std::vector<Lever> leversOf(const Topology& topology, const ElementId& tenant, const BudgetStory& story);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/diagram.h"

namespace redoubt {

struct CutSets {
    std::vector<std::vector<int>> sets;  ///< levels, ascending within a set; shortest sets first, then by levels
    int order = 0;                       ///< up to which all are listed; lower than asked when there were too many
};

/// The minimal sets of at most `order` components whose failure alone, with everything else up, makes `f` false. For a
/// function that is not monotone this is what a person asks for: "which failures bring it down". When there are more
/// than `limit`, the next lower order is listed in full instead.
[[nodiscard]] CutSets minimalCutSets(const Diagram& diagram, Bdd f, int order, size_t limit = 5'000);

}  // namespace redoubt

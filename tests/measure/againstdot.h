// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/measure/svgcounts.h"

#include <functional>

namespace redoubt::measure {

inline constexpr int allRandomDesigns = 200;

/// Of designs 1 to `many` (10 to 300 elements): our pictures after Tidy, and those of `dot -Gsplines=ortho` for the same
/// graphs.
struct Comparison {
    int compared = 0;  ///< that dot drew too; only those are in the sums
    PictureCounts ours, dots;
    QStringList faults;  ///< what must not be, of ours
};

/// `say` gets a table line by line: each design, then the sums. `step`: every so many only.
[[nodiscard]] Comparison againstDot(int many, const std::function<void(const QString&)>& say, int step = 1);

}  // namespace redoubt::measure

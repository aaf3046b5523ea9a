// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/comparison.h"

namespace redoubt {

/// A row of a comparison as people read it, one cell for each design: `99.9717 %`, `2 h 29 min`, `2,500`; `-` where the
/// design does not have it.
[[nodiscard]] QStringList comparisonCells(const Comparison::Row& row);
/// One table for each section. What differs is bold, the better figure has an asterisk.
[[nodiscard]] QString comparisonMarkdown(const Comparison& comparison);

}  // namespace redoubt

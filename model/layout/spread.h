// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace redoubt::layout {

/// Something that wants to stand somewhere along a line.
struct Wish {
    double size = 0;
    double centre = 0;  ///< where it would like its centre
    double weight = 1;
    double gap = 0;     ///< to the one before
};

/// Starts of all, in order and at least their gaps apart, with the least weighted sum of squared distances from the wishes
/// (pool adjacent violators; Barlow et al., Statistical Inference under Order Restrictions, 1972).
[[nodiscard]] std::vector<double> spread(const std::vector<Wish>& wishes);
/// The same within `from`..`to`, as far as there is room; what does not fit goes beyond `to`.
[[nodiscard]] std::vector<double> spread(const std::vector<Wish>& wishes, double from, double to);

}  // namespace redoubt::layout

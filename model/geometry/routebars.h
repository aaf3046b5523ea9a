// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routelabels.h"

namespace redoubt {

/// One run of a line, or the words on a run of the other direction, as something that moves sideways. For vertical runs
/// `pos` is x and `from`..`to` are y; for horizontal runs the other way round.
struct Bar {
    int line = -1;
    int run = -1;
    bool label = false;  ///< not a run: words that slide along a run of the other direction
    double pos = 0;
    double from = 0, to = 0;
    double low = 0, high = 0;  ///< limits of `pos`
    double roomyLow = -1e9, roomyHigh = 1e9;  ///< limits of the wish: clear of borders
    double wish = 0;
    double half = 0;  ///< half the size of the words across the bar; 0: no words on it
    double wordsFrom = 0, wordsTo = 0;
};

/// The runs of one direction and their limits and wishes.
[[nodiscard]] std::vector<Bar> collectBars(const RoutePlan& plan, const std::vector<char>& movable, bool vertical);
/// Writes positions back into paths and labels, and drops corners that are none any more.
void applyBars(RoutePlan& plan, const std::vector<Bar>& bars, bool vertical);

}  // namespace redoubt

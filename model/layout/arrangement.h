// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout/plan.h"

namespace redoubt::layout {

/// Where on the canvas something stands that is no column itself.
struct Seat {
    enum Zone { Above, Between, Below };
    Zone zone = Above;
    int band = 0;
    int gap = 0;  ///< Between: before the column of this number

    friend bool operator==(const Seat&, const Seat&) = default;
};

/// Who stands next to whom. Places follow from it and the plan alone.
struct Arrangement {
    std::vector<std::vector<int>> order;  ///< by part: its children, those of each row from left to right
    std::vector<quint32> merged;          ///< by part: bit t is set when tier t shares the row of the tier before it
    /// Columns of blocks, each from top to bottom, band below band. What is not in here has a seat.
    std::vector<std::vector<std::vector<int>>> bands;
    std::vector<Seat> seats;
    double room = 1;  ///< factor of all gaps that lines run in
};

/// Sites in the order of their roles, everything in the order of its tier and product.
[[nodiscard]] Arrangement firstArrangement(const Plan& plan, const TidyOptions& options);
/// The same with the blocks in this order.
[[nodiscard]] Arrangement firstArrangement(const Plan& plan, const TidyOptions& options, const std::vector<int>& blocks);
/// The blocks that make columns, in the order of the first arrangement.
[[nodiscard]] std::vector<int> blocksOf(const Arrangement& arrangement);

/// Sorts the children of everything by what they are tied to, given places; products stay together.
void reorder(const Plan& plan, Arrangement& arrangement, const std::vector<QRectF>& places);

struct Row {
    int key = 0;  ///< rows of equal keys stand at one height in sites side by side
    std::vector<int> items;
};
/// The rows of what stands in a part; on the canvas those of the zone.
[[nodiscard]] std::vector<Row> rowsOf(const Plan& plan, const Arrangement& arrangement, int part,
                                      Seat::Zone zone = Seat::Above);

/// Absolute rectangles, by part.
[[nodiscard]] std::vector<QRectF> placesOf(const Plan& plan, const Arrangement& arrangement);

/// Brings what is pinned back to where it was, with all that it holds, and moves out of its way what is not.
void keepPinned(const Plan& plan, std::vector<QRectF>& places);

/// How good a picture these places will make, without routing: lines that cross, bend and run through others, their
/// length, the area. Less is better.
[[nodiscard]] double costOf(const Plan& plan, const std::vector<QRectF>& places, Fit fit);

/// What it costs that people, proxies and balancers on the canvas do not stand above what they call.
[[nodiscard]] double disorderOf(const Plan& plan, const std::vector<QRectF>& places);

/// One change to an arrangement.
struct Move {
    enum Kind { Swap, Products, Mirror, Merge, Sit, Columns, Stack, Unstack };
    Kind kind = Swap;
    int part = 0;  ///< or the band
    int a = 0, b = 0;
    Seat seat;
};
/// All single changes, in a fixed order.
[[nodiscard]] std::vector<Move> movesOf(const Plan& plan, const Arrangement& arrangement);
void apply(const Plan& plan, const Move& move, Arrangement& arrangement);

/// Changes one thing at a time as long as that makes the cost less.
[[nodiscard]] Arrangement improved(const Plan& plan, Arrangement start, Fit fit);

}  // namespace redoubt::layout

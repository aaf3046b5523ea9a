// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/placement.h"
#include "model/layout/tidy.h"

#include <vector>

/// Inside of `tidy`: what is to be arranged, an arrangement of it, and the places that come of one.
namespace redoubt::layout {

/// Something with a place of its own, by index; 0 is the canvas. Those that hold others come before them.
struct Part {
    QString id;
    int parent = -1;
    int depth = 0;
    int top = 0;           ///< the part on the canvas that this one stands in, or itself
    std::vector<int> children;
    Shape shape = Shape::Node;
    bool block = false;    ///< a site or region on the canvas: makes a column
    QSizeF size;           ///< of what holds nothing: its own; else the least
    Insets insets;
    int tier = 0;
    int column = 0;        ///< product whose column it stands in; 0: shared
    int rank = 0;          ///< of a block: primary site first
    QRectF now;            ///< where it stands before, on the canvas
    bool pinned = false;   ///< stays there, or holds something that stays
};

/// A link that is drawn, between the boxes that its line joins.
struct Tie {
    int from = 0, to = 0;
    QSizeF words;
    int fromHere = 0, toHere = 0;  ///< the children of the innermost part that holds both, in which the ends stand
};

/// What a part is tied to, seen from it.
struct Tied {
    int sibling = 0;  ///< stands beside it in the same holder
    int end = 0;      ///< the sibling, or what stands in it
    QSizeF words;
};

struct Plan {
    std::vector<Part> parts;
    std::vector<Tie> ties;
    std::vector<std::vector<Tied>> tied;    ///< by part: siblings
    std::vector<std::vector<int>> leaving;  ///< by part: ends of its ties, and of those within it, outside of its holder
};

[[nodiscard]] Plan readPlan(const Design& design, const Catalog& catalog, const TidyOptions& options);

/// A length rounded up to whole steps of the canvas grid.
[[nodiscard]] double upToStep(double length);

}  // namespace redoubt::layout

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

namespace redoubt {

/// Where a moving rectangle is drawn to, and the lines that show why.
struct Snap {
    QPointF offset;  ///< to add to the rectangle
    QList<QLineF> guides;
};

/// Aligns edges and centres with those of `others` that are at most `reach` away; a direction without such a neighbour
/// falls on the grid.
[[nodiscard]] Snap snapMoving(const QRectF& moving, const QList<QRectF>& others, double reach);

/// The same for an edge that is being dragged: `x` and `y` say which coordinates of `corner` may change.
[[nodiscard]] Snap snapCorner(QPointF corner, bool x, bool y, const QList<QRectF>& others, double reach);

}  // namespace redoubt

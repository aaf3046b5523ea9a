// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace redoubt {

/// A box that lines go round. Boxes nest: `parent` is an index into the list, -1 for the canvas. A line may enter the
/// ancestors of its ends and nothing else.
struct RouteBox {
    QString id;
    QRectF rect;
    int parent = -1;
    bool container = false;  ///< lines between its children may run inside it
    QRectF title;            ///< words at a container's top or beside a node, crossed only if nothing else is left; empty: none
};

/// A line to route. `label` is the size of its words, empty when it has none; `group` is equal for lines that may share
/// a trunk: same meaning, all from or all to one box, the others beside each other; empty otherwise.
struct RouteLine {
    QString id;
    int from = -1;  ///< index of a box
    int to = -1;
    QSizeF label;
    QString group;
    double labelAt = -1;  ///< part of its length at which the middle of its words stands, whatever they touch there; -1: anywhere
};

/// A routed line: horizontal and vertical runs from border to border, corners in order, first point on the border of
/// `from`, last on that of `to`.
struct Route {
    QString id;
    QList<QPointF> points;
    QRectF label;              ///< where the words stand, on a run of the line; empty when it has none, or
                               ///< when another line of its trunk carries them
    QList<QPointF> jumps;      ///< crossings where this line (horizontal there) hops over another
};

/// Words of a size with their middle at a part of the length of a path, 0 to 1.
[[nodiscard]] QRectF labelOn(const QList<QPointF>& points, double part, QSizeF size);

/// What went wrong in a picture, for tests and for the lint of the drawing.
struct RouteCounts {
    int crossings = 0;
    int bends = 0;
    int throughBoxes = 0;   ///< lines that enter a box that holds neither end
    int overlaps = 0;       ///< pairs of lines of different groups drawn over each other
    int labelHits = 0;      ///< labels that touch a foreign line, a foreign box, a border or another label
    double longest = 0;     ///< length of the longest line, in units
};

/// Routes all lines. Deterministic; no line is ever left out (the last resort is a straight run through boxes).
[[nodiscard]] QList<Route> route(const QList<RouteBox>& boxes, const QList<RouteLine>& lines);

/// Routes only `changed` anew and keeps the rest where it is still legal; for dragging.
[[nodiscard]] QList<Route> reroute(const QList<RouteBox>& boxes, const QList<RouteLine>& lines,
                                   const QList<Route>& before, const QList<int>& changed);

/// Steps that the searches of this thread have taken so far. Some 15 take a microsecond; unlike a clock it measures the same
/// work on every machine, so that what stops by it stays deterministic.
[[nodiscard]] qint64 routingSteps();

[[nodiscard]] RouteCounts count(const QList<RouteBox>& boxes, const QList<RouteLine>& lines,
                                const QList<Route>& routes);

}  // namespace redoubt

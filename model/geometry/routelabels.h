// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routegrid.h"

namespace redoubt {

/// A picture in the making: the paths and labels of all lines, by index of the line.
struct RoutePlan {
    const QList<RouteBox>& boxes;
    const QList<RouteLine>& lines;
    std::vector<Polyline> paths;
    std::vector<QRectF> labels;
};

struct LabelSpot {
    QRectF rect;
    double cost = 0;  ///< `labelTouch` and more: it touches something
};
inline constexpr double labelTouch = 1000;

/// The best place for the words of one line: on a run of its own path, touching as little as possible.
[[nodiscard]] LabelSpot labelSpot(const RoutePlan& plan, int line);
/// Whether the words of the line, where they stand now, touch what they should not.
[[nodiscard]] bool labelTouches(const RoutePlan& plan, int line);
/// Places the labels of `which` anew; gives back the lines whose label still touches something.
std::vector<int> placeLabels(RoutePlan& plan, const std::vector<int>& which);

}  // namespace redoubt

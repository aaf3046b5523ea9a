// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/loops.h"

namespace redoubt {
namespace {

constexpr double out = 18, half = 12, clear = 4, step = 6;

/// What a loop must keep off: filled areas and borders near one box.
struct Near {
    QList<QRectF> areas;    ///< boxes beside it, words
    QList<QRectF> borders;  ///< of the containers around it
    QList<QLineF> lines;
};

bool crosses(const QRectF& rect, const QLineF& line)
{
    // Lines run level or upright.
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(rect);
}

bool isFree(const QRectF& rect, const Near& near)
{
    const QRectF wide = rect.adjusted(-clear, -clear, clear, clear);
    return std::none_of(near.areas.begin(), near.areas.end(), [&](const QRectF& area) { return area.intersects(wide); })
        && std::all_of(near.borders.begin(), near.borders.end(), [&](const QRectF& border) { return border.contains(wide); })
        && std::none_of(near.lines.begin(), near.lines.end(), [&](const QLineF& line) { return crosses(wide, line); });
}

bool isAround(const Scene& scene, int box, int inner)
{
    for (int at = scene.boxes[inner].parent, depth = 0; at >= 0 && depth < 64; at = scene.boxes[at].parent, ++depth)
        if (at == box)
            return true;
    return false;
}

Near lookAround(const Scene& scene, int box, const QRectF& region)
{
    Near near;
    for (int i = 0; i < scene.boxes.size(); ++i) {
        const RouteBox& other = scene.boxes[i];
        if (i == box || isAround(scene, box, i))
            continue;
        if (isAround(scene, i, box))
            near.borders << other.rect;
        else if (other.rect.intersects(region))
            near.areas << other.rect;
        if (other.title.intersects(region))
            near.areas << other.title;
    }
    for (const Route& route : scene.routes) {
        if (route.label.intersects(region))
            near.areas << route.label;
        for (qsizetype i = 1; i < route.points.size(); ++i)
            if (const QLineF line(route.points[i - 1], route.points[i]); crosses(region, line))
                near.lines << line;
    }
    return near;
}

/// The loop at `y` on one side; its words beside it.
Route loopAt(const RouteLine& line, const QRectF& rect, bool left, double y)
{
    const double x = left ? rect.left() : rect.right(), far = left ? x - out : x + out;
    Route route{line.id, {{x, y - half}, {far, y - half}, {far, y + half}, {x, y + half}}, {}, {}};
    if (!line.label.isEmpty())
        route.label = QRectF(QPointF(left ? far - clear - line.label.width() : far + clear, y - line.label.height() / 2), line.label);
    return route;
}

QRectF bend(const Route& loop, bool left)
{
    // Off the box that it begins at.
    return QRectF(loop.points[0], loop.points[2]).normalized().adjusted(left ? 0 : clear + 1, 0, left ? -clear - 1 : 0, 0);
}

Route placed(const RouteLine& line, const QRectF& rect, const Near& near)
{
    const double middle = rect.center().y(), most = std::max(0.0, rect.height() / 2 - half - step);
    std::optional<Route> wordless;
    for (double off = 0; off <= most; off += step)
        for (const bool left : {false, true})
            for (const double y : {middle - off, middle + off}) {
                Route loop = loopAt(line, rect, left, y);
                if (!isFree(bend(loop, left), near))
                    continue;
                if (loop.label.isEmpty() || isFree(loop.label, near))
                    return loop;
                if (!wordless)
                    wordless = std::move(loop);
            }
    Route loop = wordless.value_or(loopAt(line, rect, false, middle));
    loop.label = {};
    return loop;
}

}  // namespace

void addLoops(Scene& scene, const QList<RouteLine>& loops)
{
    for (const RouteLine& line : loops) {
        const QRectF rect = scene.boxes[line.from].rect;
        const double reach = out + line.label.width() + 4 * clear;
        const Near near = lookAround(scene, line.from, rect.adjusted(-reach, -line.label.height(), reach, line.label.height()));
        scene.routes.append(placed(line, rect, near));
        scene.lines.append(line);
    }
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routelabels.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr double arrowRoom = 14;   ///< kept free of words before the called end
constexpr double startRoom = 5;
constexpr double cornerRoom = 7;   ///< words never hide a bend

/// Something a label should not touch, and what it costs when it does.
struct Obstacle {
    QRectF rect;
    double cost = labelTouch;
};

QRectF runRect(const QPointF& a, const QPointF& b)
{
    return QRectF(QPointF(std::min(a.x(), b.x()), std::min(a.y(), b.y())),
                  QPointF(std::max(a.x(), b.x()), std::max(a.y(), b.y())));
}

/// Unlike QRectF::intersects this counts rectangles without width or height.
bool touches(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

void addBorders(std::vector<Obstacle>& out, const QRectF& area, const QRectF& r)
{
    for (const QRectF& side : {runRect(r.topLeft(), r.topRight()), runRect(r.bottomLeft(), r.bottomRight()),
                               runRect(r.topLeft(), r.bottomLeft()), runRect(r.topRight(), r.bottomRight())}) {
        const QRectF wide = side.adjusted(-2, -2, 2, 2);
        if (touches(area, side.adjusted(-10, -10, 10, 10))) {
            out.push_back({wide});
            out.push_back({side.adjusted(-8, -4, 8, 4), 30});
        }
    }
}

/// Whether two lines of a group share a trunk: its words are those of both.
bool runAsOne(const RoutePlan& plan, int a, int b)
{
    const Polyline &one = plan.paths[size_t(a)], &other = plan.paths[size_t(b)];
    return !plan.lines[a].group.isEmpty() && plan.lines[a].group == plan.lines[b].group && one.size() >= 2
        && other.size() >= 2 && (one.front() == other.front() || one.back() == other.back());
}

/// What lies in `area` that the label of `line` must keep off.
std::vector<Obstacle> obstaclesIn(const RoutePlan& plan, int line, const QRectF& area)
{
    std::vector<Obstacle> out;
    const RouteLine& self = plan.lines[line];
    std::vector<char> around(size_t(plan.boxes.size()), 0);
    markAncestors(plan.boxes, plan.boxes[self.from].parent, around);
    markAncestors(plan.boxes, plan.boxes[self.to].parent, around);
    for (int i = 0; i < plan.boxes.size(); ++i) {
        const RouteBox& box = plan.boxes[i];
        if (!box.title.isEmpty() && touches(area, box.title))
            out.push_back({box.title.adjusted(-2, -1, 2, 1)});
        if (!touches(area, box.rect.adjusted(-10, -10, 10, 10)))
            continue;
        if (around[size_t(i)] || standsIn(plan.boxes, i == self.from ? self.to : self.from, i)) {
            addBorders(out, area, box.rect);
        } else {
            out.push_back({box.rect.adjusted(-2, -2, 2, 2)});
            out.push_back({box.rect.adjusted(-8, -4, 8, 4), 30});
        }
    }
    for (int i = 0; i < plan.lines.size(); ++i) {
        const Polyline& path = plan.paths[size_t(i)];
        if (i == line || runAsOne(plan, i, line))
            continue;
        for (size_t k = 0; k + 1 < path.size(); ++k) {
            const QRectF run = runRect(path[k], path[k + 1]);
            if (!touches(area, run.adjusted(-8, -8, 8, 8)))
                continue;
            out.push_back({run.adjusted(-2.5, -2.5, 2.5, 2.5)});
            out.push_back({run.adjusted(-6, -6, 6, 6), 40});
        }
        const QRectF& label = plan.labels[size_t(i)];
        if (!label.isEmpty() && touches(area, label))
            out.push_back({label.adjusted(-3, -2, 3, 2)});
    }
    return out;
}

double touchCost(const std::vector<Obstacle>& obstacles, const QRectF& rect)
{
    double cost = 0;
    for (const Obstacle& obstacle : obstacles) {
        if (touches(rect, obstacle.rect))
            cost += obstacle.cost;
    }
    return cost;
}

/// Tries places along one run, from its middle outwards; keeps the best in `best`.
void tryRun(const RoutePlan& plan, int line, size_t run, LabelSpot& best)
{
    const Polyline& path = plan.paths[size_t(line)];
    const QPointF a = path[run], b = path[run + 1];
    const QSizeF size = plan.lines[line].label;
    const bool across = std::abs(a.x() - b.x()) > std::abs(a.y() - b.y());
    const double length = across ? std::abs(a.x() - b.x()) : std::abs(a.y() - b.y());
    const double extent = across ? size.width() : size.height();
    const double before = run == 0 ? startRoom : cornerRoom;
    const double after = run + 2 == path.size() ? arrowRoom : cornerRoom;
    const double slack = length - extent - before - after;
    double base = across ? 0 : 24;
    if (slack < 0)
        base += 150 - slack * 4;
    if (base >= best.cost)
        return;
    const QRectF area = runRect(a, b).adjusted(-size.width(), -size.height(), size.width(), size.height());
    std::vector<Obstacle> obstacles = obstaclesIn(plan, line, area);
    for (size_t k = 0; k + 1 < path.size(); ++k) {
        if (k != run)
            obstacles.push_back({runRect(path[k], path[k + 1]).adjusted(-2, -2, 2, 2), 120});
    }
    const int steps = slack <= 0 ? 0 : std::min(24, int(slack / 6));
    for (int i = 0; i <= steps; ++i) {
        // 0, +1, -1, +2 ... steps from the middle
        const double shift = steps == 0 ? 0 : slack / steps * ((i + 1) / 2) * (i % 2 ? 1 : -1);
        const double least = base + 30 * std::abs(shift) / std::max(length, 1.0);
        if (least >= best.cost - 1e-6)
            break;  // further out it is no better
        const double offset = (slack < 0 ? length / 2 : before + slack / 2 + extent / 2) + shift;
        const double t = offset / std::max(length, 1.0);
        const QPointF centre = a + (b - a) * t;
        const QRectF rect(centre - QPointF(size.width() / 2, size.height() / 2), size);
        const double cost = least + touchCost(obstacles, rect);
        if (cost < best.cost - 1e-6)
            best = {rect, cost};
    }
}

}  // namespace

QRectF labelOn(const QList<QPointF>& points, double part, QSizeF size)
{
    double length = 0;
    for (qsizetype k = 0; k + 1 < points.size(); ++k)
        length += (points[k + 1] - points[k]).manhattanLength();
    double left = length * part;
    QPointF middle = points.value(0);
    for (qsizetype k = 0; k + 1 < points.size(); ++k) {
        const double run = (points[k + 1] - points[k]).manhattanLength();
        middle = run > 0 ? points[k] + (points[k + 1] - points[k]) * (std::min(left, run) / run) : points[k];
        if (left <= run)
            break;
        left -= run;
    }
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

LabelSpot labelSpot(const RoutePlan& plan, int line)
{
    LabelSpot best{QRectF(), 1e9};
    if (plan.lines[line].label.isEmpty())
        return {QRectF(), 0};
    const Polyline& path = plan.paths[size_t(line)];
    if (const RouteLine& own = plan.lines[line]; own.labelAt >= 0 && !path.empty())
        return {labelOn(QList<QPointF>(path.begin(), path.end()), own.labelAt, own.label), 0};
    for (size_t run = 0; run + 1 < plan.paths[size_t(line)].size(); ++run)
        tryRun(plan, line, run, best);
    return best;
}

bool labelTouches(const RoutePlan& plan, int line)
{
    const QRectF& label = plan.labels[size_t(line)];
    return !label.isEmpty() && touchCost(obstaclesIn(plan, line, label), label) >= labelTouch;
}

std::vector<int> placeLabels(RoutePlan& plan, const std::vector<int>& which)
{
    for (const int line : which)
        plan.labels[size_t(line)] = QRectF();
    // Those with the least choice first: on the shortest lines.
    std::vector<std::pair<double, int>> order;
    for (const int line : which) {
        const Polyline& path = plan.paths[size_t(line)];
        double length = 0;
        for (size_t k = 0; k + 1 < path.size(); ++k)
            length += (path[k + 1] - path[k]).manhattanLength();
        order.emplace_back(length, line);
    }
    std::sort(order.begin(), order.end());
    for (const auto& [length, line] : order)
        plan.labels[size_t(line)] = labelSpot(plan, line).rect;
    // Once more, now that all know of each other.
    std::vector<int> touching;
    for (const auto& [length, line] : order) {
        plan.labels[size_t(line)] = QRectF();
        const LabelSpot spot = labelSpot(plan, line);
        plan.labels[size_t(line)] = spot.rect;
        if (spot.cost >= labelTouch)
            touching.push_back(line);
    }
    return touching;
}

}  // namespace redoubt

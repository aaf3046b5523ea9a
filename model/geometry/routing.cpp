// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routelanes.h"
#include "model/geometry/routesearch.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr int improvements = 3;  ///< rounds of taking each line out and finding it anew

/// One run of the router over `lines`; lines not marked `todo` stay as they are.
class Router {
public:
    Router(const QList<RouteBox>& boxes, const QList<RouteLine>& lines)
        : m_plan{boxes, lines, std::vector<Polyline>(size_t(lines.size())), std::vector<QRectF>(size_t(lines.size()))},
          m_todo(size_t(lines.size()), 1), m_grid(boxes), m_search(boxes, m_grid)
    {
    }

    void keep(int line, const Route& route);
    QList<Route> run();

private:
    std::vector<int> order() const;
    void take(int line);
    void find(int line);

    RoutePlan m_plan;
    std::vector<char> m_todo;
    RouteGrid m_grid;
    RouteSearch m_search;
};

void Router::keep(int line, const Route& route)
{
    m_todo[size_t(line)] = 0;
    m_plan.paths[size_t(line)] = Polyline(route.points.begin(), route.points.end());
    m_plan.labels[size_t(line)] = route.label;
    m_grid.book(m_plan.paths[size_t(line)], 1);
    m_grid.bookLabel(route.label, 1);
}

double distance(const QRectF& a, const QRectF& b)
{
    const double x = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
    const double y = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
    return x + y + (x > 0 && y > 0 ? 200 : 0);
}

/// Short and straight lines first: they have the least choice.
std::vector<int> Router::order() const
{
    std::vector<std::pair<double, int>> keyed;
    for (int i = 0; i < m_plan.lines.size(); ++i) {
        if (m_todo[size_t(i)])
            keyed.emplace_back(distance(m_plan.boxes[m_plan.lines[i].from].rect, m_plan.boxes[m_plan.lines[i].to].rect), i);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<int> out;
    for (const auto& [length, line] : keyed)
        out.push_back(line);
    return out;
}

void Router::take(int line)
{
    m_grid.book(m_plan.paths[size_t(line)], -1);
    m_grid.bookLabel(m_plan.labels[size_t(line)], -1);
    m_plan.paths[size_t(line)].clear();
    m_plan.labels[size_t(line)] = QRectF();
}

void Router::find(int line)
{
    m_plan.paths[size_t(line)] = m_search.find(m_plan.lines[line]);
    m_grid.book(m_plan.paths[size_t(line)], 1);
    m_plan.labels[size_t(line)] = labelSpot(m_plan, line).rect;
    m_grid.bookLabel(m_plan.labels[size_t(line)], 1);
}

/// Where the horizontal runs of `line` meet vertical runs of others.
QList<QPointF> jumpsOf(const std::vector<Polyline>& paths, size_t line)
{
    QList<QPointF> out;
    const Polyline& path = paths[line];
    for (size_t k = 0; k + 1 < path.size(); ++k) {
        if (std::abs(path[k].y() - path[k + 1].y()) > 0.01)
            continue;
        const double low = std::min(path[k].x(), path[k + 1].x()), high = std::max(path[k].x(), path[k + 1].x());
        const double y = path[k].y();
        for (size_t other = 0; other < paths.size(); ++other) {
            for (size_t m = 0; other != line && m + 1 < paths[other].size(); ++m) {
                const QPointF a = paths[other][m], b = paths[other][m + 1];
                if (std::abs(a.x() - b.x()) > 0.01 || a.x() <= low + 0.5 || a.x() >= high - 0.5)
                    continue;
                if (y > std::min(a.y(), b.y()) + 0.5 && y < std::max(a.y(), b.y()) - 0.5)
                    out.append({a.x(), y});
            }
        }
    }
    return out;
}

QList<Route> Router::run()
{
    const std::vector<int> todo = order();
    for (const int line : todo)
        find(line);
    for (int round = 0; round < improvements; ++round) {
        for (const int line : todo) {
            take(line);
            find(line);
        }
    }
    spreadLanes(m_plan, m_todo);
    placeLabels(m_plan, todo);
    QList<Route> out;
    for (int i = 0; i < m_plan.lines.size(); ++i) {
        const Polyline& path = m_plan.paths[size_t(i)];
        out.append({m_plan.lines[i].id, QList<QPointF>(path.begin(), path.end()), m_plan.labels[size_t(i)],
                    jumpsOf(m_plan.paths, size_t(i))});
    }
    return out;
}

bool onBorder(const QPointF& point, const QRectF& rect)
{
    const bool inX = point.x() >= rect.left() - 0.01 && point.x() <= rect.right() + 0.01;
    const bool inY = point.y() >= rect.top() - 0.01 && point.y() <= rect.bottom() + 0.01;
    const bool onX = std::abs(point.x() - rect.left()) < 0.01 || std::abs(point.x() - rect.right()) < 0.01;
    const bool onY = std::abs(point.y() - rect.top()) < 0.01 || std::abs(point.y() - rect.bottom()) < 0.01;
    return (onX && inY) || (onY && inX);
}

/// Whether a route drawn for another state of the boxes still holds, alone.
bool stillLegal(const QList<RouteBox>& boxes, const RouteLine& line, const Route& route)
{
    if (route.id != line.id || route.points.size() < 2 || route.label.size() != line.label)
        return false;
    if (!onBorder(route.points.first(), boxes[line.from].rect) || !onBorder(route.points.last(), boxes[line.to].rect))
        return false;
    return true;
}

}  // namespace

QList<Route> route(const QList<RouteBox>& boxes, const QList<RouteLine>& lines)
{
    return Router(boxes, lines).run();
}

QList<Route> reroute(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, const QList<Route>& before,
                     const QList<int>& changed)
{
    Router router(boxes, lines);
    std::vector<char> anew(size_t(lines.size()), 0);
    for (const int line : changed)
        anew[size_t(line)] = 1;
    QHash<QString, const Route*> known;
    for (const Route& route : before)
        known.insert(route.id, &route);
    for (int i = 0; i < lines.size(); ++i) {
        const Route* old = known.value(lines[i].id);
        if (anew[size_t(i)] || !old || !stillLegal(boxes, lines[i], *old))
            continue;
        const RouteCounts alone = count(boxes, {lines[i]}, {*old});
        if (alone.throughBoxes == 0 && alone.labelHits == 0)
            router.keep(i, *old);
    }
    return router.run();
}

}  // namespace redoubt

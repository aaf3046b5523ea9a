// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/router.h"

#include "model/geometry/routelanes.h"

#include <algorithm>

namespace redoubt {

namespace {

constexpr double elbowRoom = 40;  ///< a change further from a line than this does not make it look again
// Steps of the search; 15 take about a microsecond.
constexpr int firstEffort = 400000;   ///< for all lines together, before they hurry
constexpr int leastEffort = 1000;     ///< for each line
constexpr int effortShare = 4;        ///< of what is left each line may take the part
constexpr int betterEffort = 600000;  ///< for all improvements together
constexpr int improvements = 4;   ///< rounds of taking each line out and looking for a better way

double distance(const QRectF& a, const QRectF& b)
{
    const double x = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
    const double y = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
    return x + y + (x > 0 && y > 0 ? 200 : 0);
}

}  // namespace

QRectF boundsOf(const Polyline& path, double margin)
{
    if (path.empty())
        return {};
    double left = path.front().x(), right = left, top = path.front().y(), bottom = top;
    for (const QPointF& point : path) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return QRectF(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
}

Router::Router(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, const QRectF& window)
    : m_plan{boxes, lines, std::vector<Polyline>(size_t(lines.size())), std::vector<QRectF>(size_t(lines.size()))},
      m_todo(size_t(lines.size()), 1), m_stuck(size_t(lines.size()), 0), m_best(size_t(lines.size()), 0), m_grid(boxes, window), m_search(boxes, m_grid)
{
}

void Router::keep(int line, const Route& route, bool doubtful)
{
    if (doubtful)
        m_doubtful.push_back(line);
    m_todo[size_t(line)] = 0;
    m_plan.paths[size_t(line)] = Polyline(route.points.begin(), route.points.end());
    m_plan.labels[size_t(line)] = route.label;
    m_grid.book(m_plan.paths[size_t(line)], 1);
    m_grid.bookLabel(route.label, 1);
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

void Router::put(int line, const Polyline& path)
{
    m_plan.paths[size_t(line)] = path;
    m_grid.book(m_plan.paths[size_t(line)], 1);
    m_plan.labels[size_t(line)] = labelSpot(m_plan, line).rect;
    m_grid.bookLabel(m_plan.labels[size_t(line)], 1);
}

/// Whether one of the ways that were left passes close to the line.
bool Router::isFreeNear(int line, const std::vector<Polyline>& left) const
{
    const Polyline& path = m_plan.paths[size_t(line)];
    const QRectF around = boundsOf(path, elbowRoom);
    return std::any_of(left.begin(), left.end(), [&](const Polyline& other) {
        for (size_t k = 0; k + 1 < other.size(); ++k) {
            const QRectF room = boundsOf({other[k], other[k + 1]}, elbowRoom);
            if (!room.intersects(around))
                continue;
            for (size_t m = 0; m + 1 < path.size(); ++m)
                if (room.intersects(boundsOf({path[m], path[m + 1]}, 1)))
                    return true;
        }
        return false;
    });
}

/// Takes the line out and puts it where it is cheapest now. Returns whether that is elsewhere.
bool Router::improve(int line)
{
    const Polyline old = m_plan.paths[size_t(line)];
    take(line);
    float& best = m_best[size_t(line)];
    const float cost = m_search.costOf(m_plan.lines[line], old);
    Polyline better;
    if (cost > best + 1) {
        better = m_search.findBetter(m_plan.lines[line], cost);
        best = better.empty() ? cost : m_search.costOf(m_plan.lines[line], better);
    }
    put(line, better.empty() ? old : better);
    return !better.empty();
}

/// Looks again at lines that cost more than when they were found, because of those found later, and at lines beside
/// ways that were left since; as long as there are any.
void Router::improve(const std::vector<int>& todo)
{
    m_search.setEffort(betterEffort / 8);
    const int enough = m_search.stepsTaken() + betterEffort;
    std::vector<Polyline> left;  // in the round before
    for (int round = 0; round < improvements; ++round) {
        std::vector<Polyline> leaving;
        for (const int line : todo) {
            if (m_search.stepsTaken() > enough)
                return;
            if (isFreeNear(line, left) || isFreeNear(line, leaving))
                m_best[size_t(line)] = 0;
            const Polyline old = m_plan.paths[size_t(line)];
            if (improve(line))
                leaving.push_back(old);
        }
        if (leaving.empty())
            break;
        left = std::move(leaving);
    }
}

void Router::mendKeptLabels()
{
    for (int line = 0; line < m_plan.lines.size(); ++line) {
        const QRectF label = m_plan.labels[size_t(line)].adjusted(-4, -4, 4, 4);
        if (m_todo[size_t(line)] || m_plan.labels[size_t(line)].isEmpty())
            continue;
        for (int other = 0; other < m_plan.lines.size(); ++other) {
            const bool fresh = m_todo[size_t(other)];
            if (fresh && (m_plan.labels[size_t(other)].intersects(label)
                          || boundsOf(m_plan.paths[size_t(other)], 1).intersects(label))) {
                m_doubtful.push_back(line);
                break;
            }
        }
    }
    for (const int line : m_doubtful) {
        if (!labelTouches(m_plan, line))
            continue;
        const LabelSpot spot = labelSpot(m_plan, line);
        if (spot.cost < labelTouch)
            m_plan.labels[size_t(line)] = spot.rect;
    }
}

void Router::run()
{
    const std::vector<int> todo = order();
    for (const int line : todo) {
        m_search.setEffort(std::max(leastEffort, (firstEffort - m_search.stepsTaken()) / effortShare));
        const Polyline path = m_search.find(m_plan.lines[line]);
        m_stuck[size_t(line)] = m_search.wasStuck();
        m_best[size_t(line)] = m_search.wasHasty() ? 0 : m_search.costOf(m_plan.lines[line], path);
        put(line, path);
    }
    improve(todo);
    spreadLanes(m_plan, m_todo);
    placeLabels(m_plan, todo);
    mendKeptLabels();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routesearch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace redoubt {

namespace {

// Costs in units of length: what detour is worth avoiding it.
constexpr float bendCost = 60;
constexpr float crossingCost = 200;
constexpr float conflictCost = 600;   ///< per lane step on another line, per touched corner
constexpr float labelCost = 70;       ///< per lane step under a foreign label
constexpr float besideLine = 0.7F;    ///< per unit beside another line
constexpr float borderCost[] = {1, 1.5F, 8};  ///< per unit of way: free, near a border, on one
constexpr float wordsCost[] = {0, 90, 1500};  ///< per lane step: free, through a title, through the words of a node
constexpr float haste = 4;            ///< the weight once effort ran out

thread_local qint64 allSteps = 0;

constexpr int dx[4] = {1, 0, -1, 0};
constexpr int dy[4] = {0, 1, 0, -1};

inline float turnCost(const RouteGrid::Cell& here)
{
    return bendCost + conflictCost * float(here.runsAcross + here.runsDown + here.corners);
}

/// What it costs to pass straight through a grid point, or to turn there.
inline float nodeCost(const RouteGrid::Cell& here, int in, int out)
{
    if (in != out)
        return turnCost(here);
    const bool down = in & 1;
    return conflictCost * float((down ? here.runsDown : here.runsAcross) + here.corners)
        + crossingCost * float(down ? here.runsAcross : here.runsDown);
}

/// Cost of one step that ends at the grid point.
inline float runCost(const RouteGrid::Cell& here, int direction, float length)
{
    const bool down = direction & 1;
    return length * borderCost[down ? here.down : here.across] + wordsCost[here.words] + labelCost * float(here.labels)
        + ((down ? here.besideDown : here.besideAcross) ? length * besideLine : 0);
}

}  // namespace

qint64 routingSteps()
{
    return allSteps;
}

Polyline simplified(const Polyline& points)
{
    Polyline out;
    for (const QPointF& point : points) {
        if (!out.empty() && std::abs(out.back().x() - point.x()) < 0.01 && std::abs(out.back().y() - point.y()) < 0.01)
            continue;
        if (out.size() >= 2) {
            const QPointF a = out[out.size() - 2], b = out.back();
            const bool sameX = std::abs(a.x() - b.x()) < 0.01 && std::abs(b.x() - point.x()) < 0.01;
            const bool sameY = std::abs(a.y() - b.y()) < 0.01 && std::abs(b.y() - point.y()) < 0.01;
            if (sameX || sameY)
                out.pop_back();
        }
        out.push_back(point);
    }
    return out;
}

RouteSearch::Memory& RouteSearch::spare()
{
    static thread_local Memory memory;
    return memory;
}

RouteSearch::RouteSearch(const QList<RouteBox>& boxes, const RouteGrid& grid)
    : m_boxes(boxes), m_grid(grid), m_memory(std::exchange(spare(), Memory()))
{
    const size_t cells = size_t(grid.cells());
    if (m_points.size() < cells) {
        m_points.clear();  // nothing to copy: each search marks what it writes
        m_points.resize(LargePages<Point>::roomFor(cells));
    }
    if (m_hasGoal.size() < cells)
        m_hasGoal.resize(cells);
    m_aside.resize(size_t(grid.columns()));
    m_ahead.resize(size_t(grid.rows()));
    const auto gaps = [](const std::vector<double>& lanes) {
        std::vector<float> out(lanes.size(), 0);
        for (size_t i = 0; i + 1 < lanes.size(); ++i)
            out[i] = float(lanes[i + 1] - lanes[i]);
        return out;
    };
    m_widths = gaps(grid.xs());
    m_heights = gaps(grid.ys());
}

RouteSearch::~RouteSearch()
{
    allSteps += m_taken;
    forgetGoals();
    spare() = std::move(m_memory);
}

void RouteSearch::forgetGoals()
{
    for (const auto& [key, index] : m_goals)
        m_hasGoal[size_t(key / 4)] = 0;
    m_goals.clear();
}

/// At least what is still to come: the way to the target and the bends that it needs.
inline float RouteSearch::remaining(int column, int row, Direction direction) const
{
    const float x = m_aside[size_t(column)], y = m_ahead[size_t(row)];
    const float way = std::abs(x) + std::abs(y);
    if (way == 0)
        return 0;
    // Straight on, seen in the direction of movement.
    const float ahead = direction & 1 ? (direction == Down ? y : -y) : (direction == Right ? x : -x);
    if (ahead < 0)
        return way + 2 * bendCost;
    return ahead == way ? way : way + bendCost;
}

double RouteSearch::startCost(const Port& port) const
{
    const RouteGrid::Cell& here = m_grid.at(port.cell);
    return port.cost + conflictCost * (port.out & 1 ? here.runsDown : here.runsAcross) + labelCost * here.labels;
}

/// What the search would say that `path` costs now.
double RouteSearch::pathCost(const Polyline& path, const std::vector<Port>& starts, const std::vector<Port>& goals) const
{
    const auto portAt = [](const std::vector<Port>& ports, const QPointF& point) {
        return std::find_if(ports.begin(), ports.end(),
                            [&](const Port& p) { return (p.border - point).manhattanLength() < 0.01; });
    };
    const auto start = portAt(starts, path.front()), goal = portAt(goals, path.back());
    if (start == starts.end() || goal == goals.end())
        return 1e9;
    double cost = startCost(*start);
    int cell = start->cell;
    Direction in = start->out;
    for (size_t k = 1; k < path.size(); ++k) {
        const QPointF step = path[k] - path[k - 1];
        const bool across = std::abs(step.x()) > std::abs(step.y());
        const Direction out = across ? (step.x() > 0 ? Right : Left) : (step.y() > 0 ? Down : Up);
        const QPointF stop = k + 1 == path.size() ? QPointF(m_grid.x(goal->cell % m_grid.columns()),
                                                            m_grid.y(goal->cell / m_grid.columns()))
                                                  : path[k];
        for (int guard = m_grid.cells(); guard > 0; --guard) {
            const int column = cell % m_grid.columns(), row = cell / m_grid.columns();
            if (std::abs(m_grid.x(column) - stop.x()) < 0.01 && std::abs(m_grid.y(row) - stop.y()) < 0.01)
                break;
            const int c = column + dx[out], r = row + dy[out];
            if (c < 0 || r < 0 || c >= m_grid.columns() || r >= m_grid.rows())
                return 1e9;
            const double length = std::abs(m_grid.x(c) - m_grid.x(column)) + std::abs(m_grid.y(r) - m_grid.y(row));
            const int next = m_grid.cell(c, r);
            cost += nodeCost(m_grid.at(cell), in, out) + runCost(m_grid.at(next), out, float(length));
            cell = next;
            in = out;
        }
    }
    return cost + nodeCost(m_grid.at(cell), in, (goal->out + 2) % 4) + goal->cost;
}

/// Whether a cheaper way that comes from the side turns into the same direction here and goes on as well.
inline bool RouteSearch::isBeaten(const Point& point, Direction direction, float cost, const RouteGrid::Cell& here) const
{
    const float turned = cost - turnCost(here);
    const State &left = point.from[(direction + 1) & 3], &right = point.from[(direction + 3) & 3];
    return (left.mark >> 3 == m_run && left.cost <= turned) || (right.mark >> 3 == m_run && right.cost <= turned);
}

/// The points round one are read soon: the processor fetches them meanwhile.
inline void RouteSearch::fetchRound(int cell) const
{
#ifdef __GNUC__
    const int columns = m_grid.columns(), cells = m_grid.cells();
    for (const int next : {cell - columns, cell - 1, cell + 1, cell + columns}) {
        if (next < 0 || next >= cells)
            continue;
        __builtin_prefetch(&m_points[size_t(next)]);
        __builtin_prefetch(&m_grid.at(next));
    }
#else
    Q_UNUSED(cell)
#endif
}

inline void RouteSearch::push(int cell, const OpenWays::Way& way, uint32_t before)
{
    Point& point = m_points[size_t(cell)];
    const auto direction = Direction(way.state & 3);
    State& known = point.from[direction];
    if (known.mark >> 3 == m_run && known.cost <= way.cost)
        return;
    const float left = remaining(way.column, way.row, direction);
    if (way.cost + left >= m_limit || isBeaten(point, direction, way.cost, m_grid.at(cell)))
        return;
    known = {way.cost, m_run << 3 | before};
    m_open.push(way.cost + m_weight * left, way);
}

void RouteSearch::hurry()
{
    m_weight = haste;
    m_open.reorder([&](const OpenWays::Way& way) {
        if (way.state >= m_grid.cells() * 4)
            return way.cost;  // arrived
        return way.cost + m_weight * remaining(way.column, way.row, Direction(way.state & 3));
    });
}

/// Index of the goal port entered from a cell in a direction, or -1.
int RouteSearch::goalAt(int key) const
{
    const auto it = std::lower_bound(m_goals.begin(), m_goals.end(), std::pair(key, -1));
    return it != m_goals.end() && it->first == key ? it->second : -1;
}

/// Goes on from a state: one step straight, left or right, or into a goal there.
void RouteSearch::expand(const OpenWays::Way& way, const std::vector<Port>& goals)
{
    const int cell = way.state / 4, columns = m_grid.columns();
    const auto in = Direction(way.state & 3);
    const RouteGrid::Cell& here = m_grid.at(cell);
    const float turned = way.cost + turnCost(here), straight = way.cost + nodeCost(here, in, in);
    const bool atGoal = m_hasGoal[size_t(cell)];
    for (const int turn : {3, 0, 1}) {
        const auto out = Direction((in + turn) & 3);
        const float cost = turn == 0 ? straight : turned;
        if (const int goal = atGoal ? goalAt(cell * 4 + out) : -1; goal >= 0) {
            const float whole = cost + float(goals[size_t(goal)].cost);
            if (whole < m_limit)
                m_open.push(whole, {whole, (m_grid.cells() + way.state) * 4 + out, way.column, way.row});
        }
        const int column = way.column + dx[out], row = way.row + dy[out];
        if (column < 0 || row < 0 || column >= columns || row >= m_grid.rows())
            continue;
        const int next = cell + dx[out] + dy[out] * columns;
        const RouteGrid::Cell& there = m_grid.at(next);
        if (there.owner >= 0 && !m_allowed[size_t(there.owner)])
            continue;
        const float length = out & 1 ? m_heights[size_t(std::min<int>(row, way.row))] : m_widths[size_t(std::min<int>(column, way.column))];
        push(next, {cost + runCost(there, out, length), next * 4 + out, uint16_t(column), uint16_t(row)}, in);
    }
}

/// Returns the state that reached a goal (its index in m_goalIndex), or -1.
int RouteSearch::search(const std::vector<Port>& starts, const std::vector<Port>& goals, bool giveUp)
{
    ++m_run;
    m_weight = 1;
    int steps = 0;
    m_open.clear();
    forgetGoals();
    for (size_t i = 0; i < goals.size(); ++i) {
        m_goals.emplace_back(goals[i].cell * 4 + (goals[i].out + 2) % 4, int(i));
        m_hasGoal[size_t(goals[i].cell)] = 1;
    }
    std::sort(m_goals.begin(), m_goals.end());
    const int columns = m_grid.columns();
    for (const Port& port : starts)
        push(port.cell, {float(startCost(port)), port.cell * 4 + port.out, uint16_t(port.cell % columns),
                         uint16_t(port.cell / columns)}, 4);
    const int finished = m_grid.cells() * 4;
    for (OpenWays::Way way{}; m_open.pop(way);) {
        if (way.state >= finished) {
            const int last = (way.state - finished) / 4;
            m_goalIndex = goalAt(last - last % 4 + way.state % 4);
            return last;
        }
        if (way.cost > m_points[size_t(way.state / 4)].from[way.state & 3].cost)
            continue;  // found again cheaper
        if (isBeaten(m_points[size_t(way.state / 4)], Direction(way.state & 3), way.cost, m_grid.at(way.state / 4)))
            continue;  // from the side, since
        fetchRound(way.state / 4);
        ++m_taken;
        if (++steps == m_effort) {
            hurry();
            if (giveUp)
                return -1;
        }
        expand(way, goals);
    }
    return -1;
}

Polyline RouteSearch::trace(int last, const std::vector<Port>& starts, const std::vector<Port>& goals) const
{
    Polyline points{goals[size_t(m_goalIndex)].border};
    int first = last;
    for (int state = last; state >= 0;) {
        const int cell = state / 4, direction = state & 3;
        points.emplace_back(m_grid.x(cell % m_grid.columns()), m_grid.y(cell / m_grid.columns()));
        first = state;
        const int before = int(m_points[size_t(cell)].from[direction].mark & 7);
        state = before == 4 ? -1 : (cell - dx[direction] - dy[direction] * m_grid.columns()) * 4 + before;
    }
    for (const Port& port : starts) {
        if (port.cell * 4 + port.out == first) {
            points.push_back(port.border);
            break;
        }
    }
    std::reverse(points.begin(), points.end());
    return simplified(points);
}

namespace {

/// From border to border without looking left or right.
Polyline blunt(const QRectF& a, const QRectF& b)
{
    const QPointF from = a.center(), to = b.center();
    const double startX = to.x() >= from.x() ? a.right() : a.left();
    const double endY = to.y() >= from.y() ? b.top() : b.bottom();
    return simplified({{startX, from.y()}, {to.x(), from.y()}, {to.x(), endY}});
}

}  // namespace

void RouteSearch::aim(const RouteLine& line)
{
    allow(line);
    m_target = m_boxes[line.to].rect;
    if (standsIn(m_boxes, line.from, line.to) || line.from == line.to)
        m_target.adjust(-1e5, -1e5, 1e5, 1e5);  // the way to a border from inside: nothing can be said beforehand
    const auto signedDistance = [](double at, double low, double high) {
        return float(at < low ? low - at : at > high ? high - at : 0);
    };
    for (int column = 0; column < m_grid.columns(); ++column)
        m_aside[size_t(column)] = signedDistance(m_grid.x(column), m_target.left(), m_target.right());
    for (int row = 0; row < m_grid.rows(); ++row)
        m_ahead[size_t(row)] = signedDistance(m_grid.y(row), m_target.top(), m_target.bottom());
}

Polyline RouteSearch::find(const RouteLine& line)
{
    aim(line);
    const std::vector<Port> starts = ports(line.from, line.to, true);
    const std::vector<Port> goals = ports(line.to, line.from, false);
    m_limit = 1e9;
    const int last = search(starts, goals, false);
    m_stuck = last < 0;
    if (last >= 0)
        return trace(last, starts, goals);
    return blunt(m_boxes[line.from].rect, m_boxes[line.to].rect);
}

float RouteSearch::costOf(const RouteLine& line, const Polyline& path)
{
    allow(line);
    return float(pathCost(path, ports(line.from, line.to, true), ports(line.to, line.from, false)));
}

Polyline RouteSearch::findBetter(const RouteLine& line, float cost)
{
    aim(line);
    const std::vector<Port> starts = ports(line.from, line.to, true);
    const std::vector<Port> goals = ports(line.to, line.from, false);
    m_limit = cost - OpenWays::width;
    const int last = search(starts, goals, true);
    return last >= 0 ? trace(last, starts, goals) : Polyline();
}

}  // namespace redoubt

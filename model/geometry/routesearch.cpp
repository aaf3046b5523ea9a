// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routesearch.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

// Costs in units of length: what detour is worth avoiding it.
constexpr float bendCost = 60;
constexpr float crossingCost = 200;
constexpr float conflictCost = 600;   ///< per lane step on another line, per touched corner
constexpr float labelCost = 70;       ///< per lane step under a foreign label
constexpr float besideLine = 0.7F;    ///< per unit beside another line
constexpr double offCentre = 0.3;     ///< per unit of the port from the middle of its side
constexpr float haste = 4;            ///< weight of what is still to come once effort ran out
constexpr float openStep = 2;         ///< ways whose estimates differ by less are taken in any order
constexpr size_t openSteps = 16384;

constexpr int dx[4] = {1, 0, -1, 0};
constexpr int dy[4] = {0, 1, 0, -1};

/// What it costs to pass straight through a grid point, or to turn there.
inline float nodeCost(const RouteGrid::Cell& here, int in, int out)
{
    if (in != out)
        return bendCost + conflictCost * float(here.runsAcross + here.runsDown + here.corners);
    const bool down = in & 1;
    return conflictCost * float((down ? here.runsDown : here.runsAcross) + here.corners)
        + crossingCost * float(down ? here.runsAcross : here.runsDown);
}

/// Cost of one step that ends at the grid point.
inline float runCost(const RouteGrid::Cell& here, int direction, float length)
{
    const bool down = direction & 1;
    return length * (down ? here.down : here.across) + here.words + labelCost * float(here.labels)
        + ((down ? here.besideDown : here.besideAcross) ? length * besideLine : 0);
}

}  // namespace

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

RouteSearch::RouteSearch(const QList<RouteBox>& boxes, const RouteGrid& grid) : m_boxes(boxes), m_grid(grid)
{
    const size_t states = size_t(grid.cells()) * 4;
    m_states.resize(states);
    m_hasGoal.resize(size_t(grid.cells()));
    m_open.resize(openSteps);
    m_aside.resize(size_t(grid.columns()));
    m_ahead.resize(size_t(grid.rows()));
}

void RouteSearch::allow(const RouteLine& line)
{
    m_allowed.assign(size_t(m_boxes.size()), 0);
    for (const int end : {line.from, line.to}) {
        const int other = end == line.from ? line.to : line.from;
        // The end itself is entered only when the other end stands in it.
        markAncestors(m_boxes, standsIn(m_boxes, other, end) ? end : m_boxes[end].parent, m_allowed);
    }
}

double RouteSearch::portCost(const Port& port, const QRectF& rect) const
{
    const bool sideways = port.out == Right || port.out == Left;
    const double off = sideways ? std::abs(port.border.y() - rect.center().y()) : std::abs(port.border.x() - rect.center().x());
    const double length = sideways ? rect.height() : rect.width();
    const double corner = length / 2 - off;
    return off * offCentre + (corner < 2 * lane::step ? (2 * lane::step - corner) * 1.2 : 0);
}

/// The ports of one side: every lane that meets it clear of the corners, with the first grid point in front of it.
void RouteSearch::addPorts(std::vector<Port>& out, int box, Direction side, bool inward, bool loop, bool start) const
{
    const QRectF r = m_boxes[box].rect;
    const bool sideways = side == Right || side == Left;
    const double low = sideways ? r.top() : r.left(), high = sideways ? r.bottom() : r.right();
    const double inset = std::min(10.0, (high - low) / 4);
    const double border = side == Right ? r.right() : side == Left ? r.left() : side == Down ? r.bottom() : r.top();
    const bool increasing = (side == Right || side == Down) != inward;
    const double away = increasing ? lane::clearance + 0.01 : -lane::clearance - 0.01;
    int across = 0;
    if (sideways)
        across = increasing ? m_grid.columnFrom(border + away) : m_grid.columnTo(border + away);
    else
        across = increasing ? m_grid.rowFrom(border + away) : m_grid.rowTo(border + away);
    if (across < 0 || across >= (sideways ? m_grid.columns() : m_grid.rows()))
        return;
    const int first = sideways ? m_grid.rowFrom(low + inset) : m_grid.columnFrom(low + inset);
    const int last = sideways ? m_grid.rowTo(high - inset) : m_grid.columnTo(high - inset);
    for (int along = first; along <= last; ++along) {
        Port port;
        port.cell = sideways ? m_grid.cell(across, along) : m_grid.cell(along, across);
        port.out = inward ? Direction((side + 2) % 4) : side;
        port.border = sideways ? QPointF(border, m_grid.y(along)) : QPointF(m_grid.x(along), border);
        const double middle = (low + high) / 2;
        const double at = sideways ? port.border.y() : port.border.x();
        if (loop && (start ? at > middle - 4 : at < middle + 4))
            continue;
        const int owner = m_grid.at(port.cell).owner;
        if (owner >= 0 && !m_allowed[size_t(owner)])
            continue;
        const double stub = std::abs((sideways ? m_grid.x(across) : m_grid.y(across)) - border);
        port.cost = portCost(port, r) + stub;
        out.push_back(port);
    }
}

std::vector<RouteSearch::Port> RouteSearch::ports(int box, int other, bool start) const
{
    std::vector<Port> out;
    const bool inward = standsIn(m_boxes, other, box);
    const bool loop = box == other;
    for (const Direction side : {Right, Down, Left, Up}) {
        if (!loop || side == Right || side == Left)
            addPorts(out, box, side, inward, loop, start);
    }
    return out;
}

/// At least what is still to come: the way to the target and the bends that it needs.
float RouteSearch::remaining(int column, int row, Direction direction) const
{
    const float x = m_aside[size_t(column)], y = m_ahead[size_t(row)];
    const float way = std::abs(x) + std::abs(y);
    bool straight = false;
    switch (direction) {
    case Right: straight = x > 0 && y == 0; break;
    case Left: straight = x < 0 && y == 0; break;
    case Down: straight = y > 0 && x == 0; break;
    case Up: straight = y < 0 && x == 0; break;
    }
    return way > 0 && !straight ? way + bendCost : way;
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

void RouteSearch::queue(float estimate, float cost, int state)
{
    const size_t step = std::clamp(size_t(estimate / openStep), m_first, openSteps - 1);
    m_open[step].push_back({cost, state});
    m_last = std::max(m_last, step);
}

void RouteSearch::push(int state, float cost, int from, float remaining)
{
    State& known = m_states[size_t(state)];
    if (cost + remaining >= m_limit || (known.run == m_run && known.cost <= cost))
        return;
    known = {cost, from, m_run};
    queue(cost + (m_hasty ? haste * remaining : remaining), cost, state);
}

/// Index of the goal port entered from a cell in a direction, or -1.
int RouteSearch::goalAt(int key) const
{
    const auto it = std::lower_bound(m_goals.begin(), m_goals.end(), std::pair(key, -1));
    return it != m_goals.end() && it->first == key ? it->second : -1;
}

/// Goes on from a state: one step straight, left or right, or into a goal there.
void RouteSearch::expand(int state, float cost, const std::vector<Port>& goals)
{
    const int columns = m_grid.columns();
    const int cell = state / 4, column = cell % columns, row = cell / columns;
    const auto in = Direction(state % 4);
    const RouteGrid::Cell& here = m_grid.at(cell);
    for (int turn = 3; turn <= 5; ++turn) {
        const auto out = Direction((in + turn) & 3);
        if (const int goal = m_hasGoal[size_t(cell)] ? goalAt(cell * 4 + out) : -1; goal >= 0) {
            const float whole = cost + nodeCost(here, in, out) + float(goals[size_t(goal)].cost);
            if (whole < m_limit)
                queue(whole, whole, (m_grid.cells() + state) * 4 + out);
        }
        const int nextColumn = column + dx[out], nextRow = row + dy[out];
        if (nextColumn < 0 || nextRow < 0 || nextColumn >= columns || nextRow >= m_grid.rows())
            continue;
        const int next = m_grid.cell(nextColumn, nextRow);
        const RouteGrid::Cell& there = m_grid.at(next);
        if (there.owner >= 0 && !m_allowed[size_t(there.owner)])
            continue;
        const auto length = float(out & 1 ? std::abs(m_grid.y(nextRow) - m_grid.y(row)) : std::abs(m_grid.x(nextColumn) - m_grid.x(column)));
        push(next * 4 + out, cost + nodeCost(here, in, out) + runCost(there, out, length), state,
             remaining(nextColumn, nextRow, out));
    }
}

/// Returns the state that reached a goal (its index in m_goalIndex), or -1.
int RouteSearch::search(const std::vector<Port>& starts, const std::vector<Port>& goals, bool giveUp)
{
    ++m_run;
    m_hasty = false;
    int steps = 0;
    for (size_t step = m_first; step <= m_last; ++step)
        m_open[step].clear();
    m_first = m_last = 0;
    for (const auto& [key, index] : m_goals)
        m_hasGoal[size_t(key / 4)] = 0;
    m_goals.clear();
    for (size_t i = 0; i < goals.size(); ++i) {
        m_goals.emplace_back(goals[i].cell * 4 + (goals[i].out + 2) % 4, int(i));
        m_hasGoal[size_t(goals[i].cell)] = 1;
    }
    std::sort(m_goals.begin(), m_goals.end());
    const int columns = m_grid.columns();
    for (const Port& port : starts) {
        push(port.cell * 4 + port.out, float(startCost(port)), -1,
             remaining(port.cell % columns, port.cell / columns, port.out));
    }
    const int finished = m_grid.cells() * 4;
    for (; m_first <= m_last; ++m_first) {
        std::vector<Open>& open = m_open[m_first];
        while (!open.empty()) {
            const auto [cost, state] = open.back();
            open.pop_back();
            if (state >= finished) {
                const int last = (state - finished) / 4;
                m_goalIndex = goalAt(last - last % 4 + state % 4);
                return last;
            }
            if (cost > m_states[size_t(state)].cost)
                continue;  // found again cheaper
            ++m_taken;
            if (++steps > m_effort) {
                if (giveUp)
                    return -1;
                m_hasty = true;
            }
            expand(state, cost, goals);
        }
    }
    return -1;
}

Polyline RouteSearch::trace(int last, const std::vector<Port>& starts, const std::vector<Port>& goals) const
{
    Polyline points{goals[size_t(m_goalIndex)].border};
    int first = last;
    for (int state = last; state >= 0; state = m_states[size_t(state)].from) {
        const int cell = state / 4;
        points.emplace_back(m_grid.x(cell % m_grid.columns()), m_grid.y(cell / m_grid.columns()));
        first = state;
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
    if (last >= 0)
        return trace(last, starts, goals);
    return blunt(m_boxes[line.from].rect, m_boxes[line.to].rect);
}

Polyline RouteSearch::findBetter(const RouteLine& line, const Polyline& path)
{
    aim(line);
    const std::vector<Port> starts = ports(line.from, line.to, true);
    const std::vector<Port> goals = ports(line.to, line.from, false);
    m_limit = float(pathCost(path, starts, goals)) - openStep;
    const int last = search(starts, goals, true);
    return last >= 0 ? trace(last, starts, goals) : Polyline();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routesearch.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

// Costs in units of length: what detour is worth avoiding it.
constexpr double bendCost = 66;
constexpr double crossingCost = 84;
constexpr double conflictCost = 600;   ///< per lane step on another line, per touched corner
constexpr double labelCost = 70;       ///< per lane step under a foreign label
constexpr double titleCost = 90;       ///< per lane step through a container's title
constexpr double alongBorder = 7;      ///< per unit on a border
constexpr double nearBorder = 0.5;     ///< per unit beside one
constexpr double nearLine = 0.7;       ///< per unit beside another line
constexpr double offCentre = 0.3;      ///< per unit of the port from the middle of its side

constexpr int dx[4] = {1, 0, -1, 0};
constexpr int dy[4] = {0, 1, 0, -1};

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
    m_cost.resize(states);
    m_from.resize(states);
    m_stamp.resize(states);
    m_goal.resize(states);
    m_goalStamp.resize(states);
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

double RouteSearch::nodeCost(int cell, Direction in, Direction out) const
{
    const RouteGrid::Cell& here = m_grid.at(cell);
    if (in != out)
        return bendCost + conflictCost * (here.across + here.down + here.corners);
    const bool across = in == Right || in == Left;
    const int along = across ? here.across : here.down;
    const int against = across ? here.down : here.across;
    return conflictCost * (along + here.corners) + crossingCost * against;
}

/// Cost of one step that ends at the grid point.
double RouteSearch::runCost(int column, int row, Direction direction, double length) const
{
    const RouteGrid::Cell& here = m_grid.at(m_grid.cell(column, row));
    const bool across = direction == Right || direction == Left;
    double cost = length;
    if (here.zone) {
        if (here.zone & (across ? RouteGrid::OnHorizontal : RouteGrid::OnVertical))
            cost += length * alongBorder;
        else if (here.zone & (across ? RouteGrid::NearHorizontal : RouteGrid::NearVertical))
            cost += length * nearBorder;
        if (here.zone & RouteGrid::Title)
            cost += titleCost;
    }
    cost += labelCost * here.labels;
    if (across) {
        if ((row > 0 && m_grid.at(m_grid.cell(column, row - 1)).across)
            || (row + 1 < m_grid.rows() && m_grid.at(m_grid.cell(column, row + 1)).across))
            cost += length * nearLine;
    } else {
        if ((column > 0 && m_grid.at(m_grid.cell(column - 1, row)).down)
            || (column + 1 < m_grid.columns() && m_grid.at(m_grid.cell(column + 1, row)).down))
            cost += length * nearLine;
    }
    return cost;
}

/// At least what is still to come: the way to the target and the bends that it needs.
double RouteSearch::remaining(int column, int row, Direction direction) const
{
    const double x = m_grid.x(column), y = m_grid.y(row);
    const double right = std::max(0.0, m_target.left() - x), left = std::max(0.0, x - m_target.right());
    const double down = std::max(0.0, m_target.top() - y), up = std::max(0.0, y - m_target.bottom());
    double cost = right + left + down + up;
    const bool ahead = (direction == Right && right > 0) || (direction == Left && left > 0)
        || (direction == Down && down > 0) || (direction == Up && up > 0);
    const bool aside = direction == Right || direction == Left ? up + down > 0 : left + right > 0;
    if (cost > 0 && (!ahead || aside))
        cost += bendCost;
    return cost;
}

void RouteSearch::push(int state, double cost, int from, double estimate)
{
    if (m_stamp[size_t(state)] == m_run && m_cost[size_t(state)] <= float(cost))
        return;
    m_stamp[size_t(state)] = m_run;
    m_cost[size_t(state)] = float(cost);
    m_from[size_t(state)] = from;
    m_open.push_back({float(cost + estimate), state});
    std::push_heap(m_open.begin(), m_open.end(), [](const Open& a, const Open& b) {
        return a.estimate != b.estimate ? a.estimate > b.estimate : a.state > b.state;
    });
}

/// Returns the state that reached a goal (its index in m_goalIndex), or -1.
int RouteSearch::search(const std::vector<Port>& starts, const std::vector<Port>& goals)
{
    ++m_run;
    m_open.clear();
    for (size_t i = 0; i < goals.size(); ++i) {
        const size_t key = size_t(goals[i].cell) * 4 + size_t((goals[i].out + 2) % 4);
        m_goal[key] = int(i);
        m_goalStamp[key] = m_run;
    }
    const int columns = m_grid.columns();
    for (const Port& port : starts) {
        const RouteGrid::Cell& here = m_grid.at(port.cell);
        const double cost = port.cost + conflictCost * (port.out % 2 ? here.down : here.across) + labelCost * here.labels;
        push(port.cell * 4 + port.out, cost, -1, remaining(port.cell % columns, port.cell / columns, port.out));
    }
    const auto later = [](const Open& a, const Open& b) {
        return a.estimate != b.estimate ? a.estimate > b.estimate : a.state > b.state;
    };
    const int finishBase = m_grid.cells() * 4;
    while (!m_open.empty()) {
        std::pop_heap(m_open.begin(), m_open.end(), later);
        const Open open = m_open.back();
        m_open.pop_back();
        if (open.state >= finishBase) {
            m_goalIndex = m_goal[size_t(open.state - finishBase)];
            return open.state - finishBase;
        }
        const int cell = open.state / 4, column = cell % columns, row = cell / columns;
        const auto in = Direction(open.state % 4);
        const double cost = m_cost[size_t(open.state)];
        if (open.estimate > float(cost + remaining(column, row, in)) + 0.01F)
            continue;  // found again cheaper
        if (m_goalStamp[size_t(open.state)] == m_run) {
            const double whole = cost + nodeCost(cell, in, in) + goals[size_t(m_goal[size_t(open.state)])].cost;
            m_open.push_back({float(whole), open.state + finishBase});
            std::push_heap(m_open.begin(), m_open.end(), later);
        }
        for (int turn = -1; turn <= 1; ++turn) {
            const auto out = Direction((in + turn + 4) % 4);
            const int nextColumn = column + dx[out], nextRow = row + dy[out];
            if (nextColumn < 0 || nextRow < 0 || nextColumn >= columns || nextRow >= m_grid.rows())
                continue;
            const int next = m_grid.cell(nextColumn, nextRow);
            const int owner = m_grid.at(next).owner;
            if (owner >= 0 && !m_allowed[size_t(owner)])
                continue;
            const double length = std::abs(m_grid.x(nextColumn) - m_grid.x(column)) + std::abs(m_grid.y(nextRow) - m_grid.y(row));
            const double to = cost + nodeCost(cell, in, out) + runCost(nextColumn, nextRow, out, length);
            push(next * 4 + out, to, open.state, remaining(nextColumn, nextRow, out));
        }
    }
    return -1;
}

Polyline RouteSearch::trace(int last, const std::vector<Port>& starts, const std::vector<Port>& goals) const
{
    Polyline points{goals[size_t(m_goalIndex)].border};
    int first = last;
    for (int state = last; state >= 0; state = m_from[size_t(state)]) {
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

Polyline RouteSearch::find(const RouteLine& line)
{
    allow(line);
    m_target = m_boxes[line.to].rect;
    if (standsIn(m_boxes, line.from, line.to) || line.from == line.to)
        m_target.adjust(-1e5, -1e5, 1e5, 1e5);  // the way to a border from inside: nothing can be said beforehand
    const std::vector<Port> starts = ports(line.from, line.to, true);
    const std::vector<Port> goals = ports(line.to, line.from, false);
    const int last = search(starts, goals);
    if (last >= 0)
        return trace(last, starts, goals);
    return blunt(m_boxes[line.from].rect, m_boxes[line.to].rect);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routesearch.h"

#include <algorithm>
#include <cmath>

// Where a line may leave one end and come into the other.
namespace redoubt {

namespace {

constexpr double offCentre = 0.3;  ///< cost per unit of the port from the middle of its side

}  // namespace

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

}  // namespace redoubt

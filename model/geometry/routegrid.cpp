// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routegrid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace redoubt {

namespace {

constexpr double mostLanes = 500;  ///< in one direction

/// Lanes every step from `low` to `high`, and one in the middle of each gap between borders that has none.
std::vector<double> lanes(double low, double high, std::vector<double> borders)
{
    std::vector<double> out;
    // A window beyond all measure gets lanes further apart.
    const double step = lane::step * std::max(1.0, std::ceil((high - low) / (lane::step * mostLanes)));
    const double first = std::floor(low / step) * step;
    for (double at = first; at <= high; at += step)
        out.push_back(at);
    std::sort(borders.begin(), borders.end());
    borders.erase(std::remove_if(borders.begin(), borders.end(), [&](double at) { return at < low || at > high; }), borders.end());
    std::vector<double> extra;
    for (size_t i = 1; i < borders.size(); ++i) {
        const double a = borders[i - 1], b = borders[i];
        if (b - a <= 2 * lane::clearance + 1 || b - a > 2 * lane::step + 1)
            continue;
        const auto inside = std::lower_bound(out.begin(), out.end(), a + lane::clearance + 0.5);
        if (inside == out.end() || *inside > b - lane::clearance - 0.5)
            extra.push_back((a + b) / 2);
    }
    out.insert(out.end(), extra.begin(), extra.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end(), [](double a, double b) { return b - a < 1; }), out.end());
    return out;
}

int nearest(const std::vector<double>& sorted, double value)
{
    const auto it = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (it == sorted.begin())
        return 0;
    if (it == sorted.end())
        return int(sorted.size()) - 1;
    const int above = int(it - sorted.begin());
    return *it - value < value - *(it - 1) ? above : above - 1;
}

}  // namespace

void markAncestors(const QList<RouteBox>& boxes, int self, std::vector<char>& marks)
{
    for (int depth = 0; self >= 0 && depth < 64; ++depth) {
        marks[size_t(self)] = 1;
        self = boxes[self].parent;
    }
}

bool standsIn(const QList<RouteBox>& boxes, int inner, int outer)
{
    int at = inner >= 0 ? boxes[inner].parent : -1;
    for (int depth = 0; at >= 0 && depth < 64; ++depth) {
        if (at == outer)
            return true;
        at = boxes[at].parent;
    }
    return false;
}

/// Memory that a thread keeps from one grid to the next: getting it anew takes longer than filling it.
RouteGrid::Cells& RouteGrid::spare()
{
    static thread_local Cells cells;
    return cells;
}

RouteGrid::~RouteGrid()
{
    spare() = std::move(m_cells);
}

RouteGrid::RouteGrid(const QList<RouteBox>& boxes, const QRectF& window) : m_cells(std::exchange(spare(), {}))
{
    buildLanes(boxes, window);
    if (m_cells.capacity() < size_t(cells())) {
        m_cells.clear();  // nothing to copy
        m_cells.reserve(LargePages<Cell>::roomFor(size_t(cells())));
    }
    m_cells.assign(size_t(cells()), Cell());
    // Outside in, so that the innermost box owns what stands in it.
    std::vector<std::pair<int, int>> byDepth;
    for (int i = 0; i < boxes.size(); ++i) {
        int depth = 0;
        for (int at = boxes[i].parent; at >= 0 && depth < 64; at = boxes[at].parent)
            ++depth;
        byDepth.emplace_back(depth, i);
    }
    std::sort(byDepth.begin(), byDepth.end());
    for (const auto& [depth, index] : byDepth)
        claim(boxes[index], index);
}

void RouteGrid::buildLanes(const QList<RouteBox>& boxes, const QRectF& window)
{
    std::vector<double> verticals, horizontals;
    for (const RouteBox& box : boxes) {
        verticals.insert(verticals.end(), {box.rect.left(), box.rect.right()});
        horizontals.insert(horizontals.end(), {box.rect.top(), box.rect.bottom()});
    }
    m_xs = lanes(window.left(), window.right(), std::move(verticals));
    m_ys = lanes(window.top(), window.bottom(), std::move(horizontals));
}

int RouteGrid::columnFrom(double x) const
{
    return int(std::lower_bound(m_xs.begin(), m_xs.end(), x) - m_xs.begin());
}

int RouteGrid::rowFrom(double y) const
{
    return int(std::lower_bound(m_ys.begin(), m_ys.end(), y) - m_ys.begin());
}

int RouteGrid::nearestColumn(double x) const
{
    return nearest(m_xs, x);
}

int RouteGrid::nearestRow(double y) const
{
    return nearest(m_ys, y);
}

void RouteGrid::claim(const RouteBox& box, int index)
{
    const QRectF r = box.rect;
    const double c = lane::clearance, n = lane::near;
    for (int row = rowFrom(r.top() - n); row < rows() && y(row) <= r.bottom() + n; ++row) {
        const bool ownRow = y(row) >= r.top() - c && y(row) <= r.bottom() + c;
        const double toEdgeY = std::min(std::abs(y(row) - r.top()), std::abs(y(row) - r.bottom()));
        for (int column = columnFrom(r.left() - n); column < columns() && x(column) <= r.right() + n; ++column) {
            Cell& here = m_cells[size_t(cell(column, row))];
            const bool ownColumn = x(column) >= r.left() - c && x(column) <= r.right() + c;
            if (ownRow && ownColumn)
                here.owner = index;
            const double toEdgeX = std::min(std::abs(x(column) - r.left()), std::abs(x(column) - r.right()));
            if (ownRow && toEdgeX < n)
                here.down = uint8_t(std::max<int>(here.down, toEdgeX <= c ? 2 : 1)) & 3;
            if (ownColumn && toEdgeY < n)
                here.across = uint8_t(std::max<int>(here.across, toEdgeY <= c ? 2 : 1)) & 3;
        }
    }
    const QRectF t = box.title.adjusted(-2, -2, 2, 2);
    if (box.title.isEmpty())
        return;
    for (int row = rowFrom(t.top()); row < rows() && y(row) <= t.bottom(); ++row) {
        for (int column = columnFrom(t.left()); column < columns() && x(column) <= t.right(); ++column)
            m_cells[size_t(cell(column, row))].words = box.container ? 1 : 2;
    }
}

void RouteGrid::bookAcross(int row, int from, int to, int delta)
{
    for (int column = from; column <= to; ++column) {
        m_cells[size_t(cell(column, row))].runsAcross += int16_t(delta);
        if (row > 0)
            m_cells[size_t(cell(column, row - 1))].besideAcross += int8_t(delta);
        if (row + 1 < rows())
            m_cells[size_t(cell(column, row + 1))].besideAcross += int8_t(delta);
    }
}

void RouteGrid::bookDown(int column, int from, int to, int delta)
{
    for (int row = from; row <= to; ++row) {
        m_cells[size_t(cell(column, row))].runsDown += int16_t(delta);
        if (column > 0)
            m_cells[size_t(cell(column - 1, row))].besideDown += int8_t(delta);
        if (column + 1 < columns())
            m_cells[size_t(cell(column + 1, row))].besideDown += int8_t(delta);
    }
}

void RouteGrid::book(const Polyline& points, int delta)
{
    // A line that only passes through has parts outside: nothing is booked for these.
    const auto isIn = [](const std::vector<double>& lanes, double at) {
        return at > lanes.front() - lane::step && at < lanes.back() + lane::step;
    };
    for (size_t i = 0; i + 1 < points.size(); ++i) {
        const QPointF a = points[i], b = points[i + 1];
        const bool across = std::abs(a.y() - b.y()) < std::abs(a.x() - b.x());
        if (!(across ? isIn(m_ys, a.y()) : isIn(m_xs, a.x())))
            continue;
        if (across) {
            bookAcross(nearestRow(a.y()), columnFrom(std::min(a.x(), b.x()) - 0.01),
                       columnTo(std::max(a.x(), b.x()) + 0.01), delta);
        } else {
            bookDown(nearestColumn(a.x()), rowFrom(std::min(a.y(), b.y()) - 0.01),
                     rowTo(std::max(a.y(), b.y()) + 0.01), delta);
        }
    }
    for (size_t i = 1; i + 1 < points.size(); ++i)
        if (isIn(m_xs, points[i].x()) && isIn(m_ys, points[i].y()))
            m_cells[size_t(cell(nearestColumn(points[i].x()), nearestRow(points[i].y())))].corners += int16_t(delta);
}

void RouteGrid::bookLabel(const QRectF& label, int delta)
{
    if (label.isEmpty())
        return;
    const QRectF r = label.adjusted(-5, -3, 5, 3);
    for (int row = rowFrom(r.top()); row < rows() && y(row) <= r.bottom(); ++row) {
        for (int column = columnFrom(r.left()); column < columns() && x(column) <= r.right(); ++column)
            m_cells[size_t(cell(column, row))].labels += int16_t(delta);
    }
}

}  // namespace redoubt

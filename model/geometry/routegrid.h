// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/largepages.h"
#include "model/geometry/routing.h"

#include <cstdint>
#include <vector>

namespace redoubt {

/// Distances of the router, in canvas units.
namespace lane {
inline constexpr double step = 12;      ///< between neighbouring lanes of the grid
inline constexpr double clearance = 4;  ///< a line never comes closer to a foreign box
inline constexpr double near = 11;      ///< closer than this to a border is ugly
}  // namespace lane

/// The corners of a line as the router works on it.
using Polyline = std::vector<QPointF>;

/// Whether each box is `self` or one of its ancestors.
void markAncestors(const QList<RouteBox>& boxes, int self, std::vector<char>& marks);
/// Whether `inner` stands in `outer`, at any depth.
[[nodiscard]] bool standsIn(const QList<RouteBox>& boxes, int inner, int outer);

/// The lanes of the canvas: crossing points of vertical and horizontal grid lines, which box owns each, and which routed
/// lines run through it.
class RouteGrid {
public:
    RouteGrid(const QList<RouteBox>& boxes, const QRectF& window);
    ~RouteGrid();
    RouteGrid(const RouteGrid&) = delete;
    RouteGrid& operator=(const RouteGrid&) = delete;

    [[nodiscard]] int columns() const { return int(m_xs.size()); }
    [[nodiscard]] int rows() const { return int(m_ys.size()); }
    [[nodiscard]] int cells() const { return columns() * rows(); }
    [[nodiscard]] double x(int column) const { return m_xs[size_t(column)]; }
    [[nodiscard]] double y(int row) const { return m_ys[size_t(row)]; }
    [[nodiscard]] int cell(int column, int row) const { return row * columns() + column; }
    /// First column at or right of `x`, last column at or left of it; the same for rows.
    [[nodiscard]] int columnFrom(double x) const;
    [[nodiscard]] int columnTo(double x) const { return columnFrom(x + 1e-6) - 1; }
    [[nodiscard]] int rowFrom(double y) const;
    [[nodiscard]] int rowTo(double y) const { return rowFrom(y + 1e-6) - 1; }

    /// Puts a routed line into the books (`delta` 1) or takes it out (-1).
    void book(const Polyline& points, int delta);
    void bookLabel(const QRectF& label, int delta);

    /// Small, because a search reads many: sixteen bytes. What is counted has room for every line of a design at one
    /// place: a count that overflows would be a reward, and the search would never end.
    struct Cell {
        int owner = -1;           ///< innermost box here
        int16_t runsAcross = 0;   ///< lines running straight through, left to right
        int16_t runsDown = 0;
        int16_t corners = 0;      ///< lines turning here
        int16_t labels = 0;
        uint8_t across : 2 = 0;   ///< what a horizontal run is beside here: 0 nothing, 1 near a border, 2 on one
        uint8_t down : 2 = 0;     ///< the same of a vertical run
        uint8_t words : 2 = 0;    ///< passing goes through 1 a title, 2 the words of a node
        int8_t besideAcross = 0;  ///< horizontal runs on the lanes next to this; asked only whether there are any
        int8_t besideDown = 0;
    };
    static_assert(sizeof(Cell) == 16);
    [[nodiscard]] const Cell& at(int cell) const { return m_cells[size_t(cell)]; }
    [[nodiscard]] const std::vector<double>& xs() const { return m_xs; }
    [[nodiscard]] const std::vector<double>& ys() const { return m_ys; }

private:
    using Cells = std::vector<Cell, LargePages<Cell>>;
    static Cells& spare();
    void buildLanes(const QList<RouteBox>& boxes, const QRectF& window);
    void claim(const RouteBox& box, int index);
    void bookAcross(int row, int from, int to, int delta);
    void bookDown(int column, int from, int to, int delta);
    int nearestColumn(double x) const;
    int nearestRow(double y) const;

    std::vector<double> m_xs, m_ys;
    Cells m_cells;
};

}  // namespace redoubt

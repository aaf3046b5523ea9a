// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routegrid.h"

namespace redoubt {

/// Finds the cheapest way of one line over the grid, given what is booked there.
class RouteSearch {
public:
    RouteSearch(const QList<RouteBox>& boxes, const RouteGrid& grid);

    /// Corners from border to border. Never empty: an L through everything when there is no way.
    [[nodiscard]] Polyline find(const RouteLine& line);

private:
    enum Direction { Right, Down, Left, Up };
    struct Port {
        int cell = -1;
        Direction out = Right;  ///< away from the box
        double cost = 0;
        QPointF border;
    };
    struct Open {
        float estimate;
        int state;
    };

    void allow(const RouteLine& line);
    [[nodiscard]] std::vector<Port> ports(int box, int other, bool start) const;
    void addPorts(std::vector<Port>& out, int box, Direction side, bool inward, bool loop, bool start) const;
    [[nodiscard]] double portCost(const Port& port, const QRectF& rect) const;
    [[nodiscard]] double nodeCost(int cell, Direction in, Direction out) const;
    [[nodiscard]] double runCost(int column, int row, Direction direction, double length) const;
    [[nodiscard]] double remaining(int column, int row, Direction direction) const;
    int search(const std::vector<Port>& starts, const std::vector<Port>& goals);
    [[nodiscard]] Polyline trace(int last, const std::vector<Port>& starts, const std::vector<Port>& goals) const;
    void push(int state, double cost, int from, double estimate);

    const QList<RouteBox>& m_boxes;
    const RouteGrid& m_grid;
    std::vector<char> m_allowed;       ///< by box
    QRectF m_target;
    std::vector<float> m_cost;         ///< by state = cell * 4 + direction
    std::vector<int> m_from;
    std::vector<int> m_stamp;          ///< search that wrote cost and from
    std::vector<int> m_goal;           ///< by cell * 4 + direction of arrival: index of the goal port
    std::vector<int> m_goalStamp;
    std::vector<Open> m_open;
    int m_run = 0;
    int m_goalIndex = -1;
};

/// Corners only: no point on a straight run, no run of no length.
[[nodiscard]] Polyline simplified(const Polyline& points);

}  // namespace redoubt

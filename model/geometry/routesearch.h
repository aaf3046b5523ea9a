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
    /// Steps that each search may take for the best way; after that `find` takes the next good one and `findBetter` gives
    /// up, so that time stays within bounds however crowded the picture is.
    void setEffort(int steps) { m_effort = steps; }
    [[nodiscard]] int stepsTaken() const { return m_taken; }

    /// A way cheaper than `path`, which lies on the grid and is not booked now; empty when there is none.
    [[nodiscard]] Polyline findBetter(const RouteLine& line, const Polyline& path);

private:
    enum Direction { Right, Down, Left, Up };
    struct Port {
        int cell = -1;
        Direction out = Right;  ///< away from the box
        double cost = 0;
        QPointF border;
    };
    struct Open {
        float cost;
        int state;
    };

    void allow(const RouteLine& line);
    void aim(const RouteLine& line);
    [[nodiscard]] std::vector<Port> ports(int box, int other, bool start) const;
    void addPorts(std::vector<Port>& out, int box, Direction side, bool inward, bool loop, bool start) const;
    [[nodiscard]] double portCost(const Port& port, const QRectF& rect) const;
    [[nodiscard]] double pathCost(const Polyline& path, const std::vector<Port>& starts, const std::vector<Port>& goals) const;
    [[nodiscard]] double startCost(const Port& port) const;
    [[nodiscard]] int goalAt(int key) const;
    [[nodiscard]] float remaining(int column, int row, Direction direction) const;
    void expand(int state, float cost, const std::vector<Port>& goals);
    int search(const std::vector<Port>& starts, const std::vector<Port>& goals, bool giveUp);
    [[nodiscard]] Polyline trace(int last, const std::vector<Port>& starts, const std::vector<Port>& goals) const;
    void push(int state, float cost, int from, float remaining);
    void queue(float estimate, float cost, int state);

    const QList<RouteBox>& m_boxes;
    const RouteGrid& m_grid;
    std::vector<char> m_allowed;       ///< by box
    QRectF m_target;
    struct State {
        float cost = 0;
        int from = -1;
        int run = 0;                   ///< search that wrote the others
    };
    std::vector<State> m_states;       ///< by cell * 4 + direction
    std::vector<char> m_hasGoal;       ///< by cell
    std::vector<std::pair<int, int>> m_goals;  ///< cell * 4 + direction of arrival, and index of the goal port; sorted
    std::vector<std::vector<Open>> m_open;  ///< by estimate of the whole, in steps; the last takes all beyond
    size_t m_first = 0, m_last = 0;    ///< of the open steps
    std::vector<float> m_aside, m_ahead;  ///< by column and row: signed distance to the target
    int m_effort = 100000, m_taken = 0;
    bool m_hasty = false;              ///< out of effort: straight to the target
    float m_limit = 0;                 ///< what costs as much is not looked at
    int m_run = 0;
    int m_goalIndex = -1;
};

/// Corners only: no point on a straight run, no run of no length.
[[nodiscard]] Polyline simplified(const Polyline& points);

}  // namespace redoubt

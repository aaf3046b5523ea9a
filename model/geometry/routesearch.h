// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/largepages.h"
#include "model/geometry/routegrid.h"
#include "model/geometry/routeopen.h"

namespace redoubt {

/// Finds the cheapest way of one line over the grid, given what is booked there.
class RouteSearch {
public:
    RouteSearch(const QList<RouteBox>& boxes, const RouteGrid& grid);
    ~RouteSearch();
    RouteSearch(const RouteSearch&) = delete;
    RouteSearch& operator=(const RouteSearch&) = delete;

    /// Corners from border to border. Never empty: an L through everything when there is no way.
    [[nodiscard]] Polyline find(const RouteLine& line);
    /// Steps that each search may take for the best way; after that `find` takes the next good one and `findBetter` gives
    /// up, so that time stays within bounds however crowded the picture is.
    void setEffort(int steps) { m_effort = steps; }
    [[nodiscard]] int stepsTaken() const { return m_taken; }
    /// Whether the last search was too long to be exact: there may be a better way than it found.
    [[nodiscard]] bool wasHasty() const { return m_weight > 1; }

    /// Whether the last `find` had no way at all: its L runs through whatever is there.
    [[nodiscard]] bool wasStuck() const { return m_stuck; }

    /// What a way costs that lies on the grid and is not booked now.
    [[nodiscard]] float costOf(const RouteLine& line, const Polyline& path);
    /// A way cheaper than that; empty when there is none.
    [[nodiscard]] Polyline findBetter(const RouteLine& line, float cost);

private:
    enum Direction { Right, Down, Left, Up };
    struct Point;
    struct Port {
        int cell = -1;
        Direction out = Right;  ///< away from the box
        double cost = 0;
        QPointF border;
    };

    void allow(const RouteLine& line);
    void aim(const RouteLine& line);
    [[nodiscard]] std::vector<Port> ports(int box, int other, bool start) const;
    void addPorts(std::vector<Port>& out, int box, Direction side, bool inward, bool loop, bool start) const;
    [[nodiscard]] double portCost(const Port& port, const QRectF& rect) const;
    [[nodiscard]] double pathCost(const Polyline& path, const std::vector<Port>& starts, const std::vector<Port>& goals) const;
    [[nodiscard]] double startCost(const Port& port) const;
    [[nodiscard]] int goalAt(int key) const;
    void forgetGoals();
    [[nodiscard]] float remaining(int column, int row, Direction direction) const;
    void expand(const OpenWays::Way& way, const std::vector<Port>& goals);
    int search(const std::vector<Port>& starts, const std::vector<Port>& goals, bool giveUp);
    [[nodiscard]] Polyline trace(int last, const std::vector<Port>& starts, const std::vector<Port>& goals) const;
    void hurry();
    void push(int cell, const OpenWays::Way& way, uint32_t before);
    void fetchRound(int cell) const;
    [[nodiscard]] bool isBeaten(const Point& point, Direction direction, float cost, const RouteGrid::Cell& here) const;

    const QList<RouteBox>& m_boxes;
    const RouteGrid& m_grid;
    std::vector<char> m_allowed;       ///< by box
    QRectF m_target;
    /// The cheapest way found to a grid point in one direction.
    struct State {
        float cost = 0;
        uint32_t mark = 0;             ///< search that wrote it, times 8, and the direction one point before; 4: a start
    };
    struct alignas(32) Point {         ///< in one line of the processor's cache
        State from[4];                 ///< by direction
    };
    /// What costs more to get from the system than to use; a thread keeps it from one search to the next.
    struct Memory {
        std::vector<Point, LargePages<Point>> points;  ///< by cell
        std::vector<char> hasGoal;     ///< by cell; all 0 between searches
        OpenWays open;
        uint32_t run = 0;
    };
    static Memory& spare();
    Memory m_memory;
    std::vector<Point, LargePages<Point>>& m_points = m_memory.points;
    std::vector<char>& m_hasGoal = m_memory.hasGoal;
    OpenWays& m_open = m_memory.open;
    uint32_t& m_run = m_memory.run;
    std::vector<std::pair<int, int>> m_goals;  ///< cell * 4 + direction of arrival, and index of the goal port; sorted
    std::vector<float> m_aside, m_ahead;  ///< by column and row: signed distance to the target
    std::vector<float> m_widths, m_heights;  ///< from each column and row to the next
    int m_effort = 100000, m_taken = 0;
    float m_weight = 1;                ///< of what is still to come: more than 1 takes a good way for the best
    float m_limit = 0;                 ///< what costs as much is not looked at
    int m_goalIndex = -1;
    bool m_stuck = false;
};

/// Corners only: no point on a straight run, no run of no length.
[[nodiscard]] Polyline simplified(const Polyline& points);

}  // namespace redoubt

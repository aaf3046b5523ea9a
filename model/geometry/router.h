// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routelabels.h"
#include "model/geometry/routesearch.h"

namespace redoubt {

/// One run of the router over some lines, given others that stay as they are.
class Router {
public:
    /// `window` bounds the lanes; boxes outside it need not be given.
    Router(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, const QRectF& window);

    /// Leaves a line as it was. Its words move only when `doubtful` or touched by a new line, and only to a better place.
    void keep(int line, const Route& route, bool doubtful);
    /// Finds all lines that are not kept.
    void run();

    [[nodiscard]] const Polyline& path(int line) const { return m_plan.paths[size_t(line)]; }
    /// Whether there was no way for the line within the window.
    [[nodiscard]] bool isStuck(int line) const { return m_stuck[size_t(line)]; }
    [[nodiscard]] const QRectF& label(int line) const { return m_plan.labels[size_t(line)]; }

private:
    [[nodiscard]] std::vector<int> order() const;
    void put(int line, const Polyline& path);
    void take(int line);
    void improve(const std::vector<int>& todo);
    [[nodiscard]] bool improve(int line);
    [[nodiscard]] bool isFreeNear(int line, const std::vector<Polyline>& left) const;
    void mendKeptLabels();

    RoutePlan m_plan;
    std::vector<char> m_todo, m_stuck;
    std::vector<int> m_doubtful;
    std::vector<float> m_best;  ///< by line: no way was cheaper when it was last looked for
    RouteGrid m_grid;
    RouteSearch m_search;
};

/// The rectangle around a path.
[[nodiscard]] QRectF boundsOf(const Polyline& path, double margin);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routetrunks.h"

#include "model/geometry/routelabels.h"
#include "model/geometry/routesearch.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace redoubt {

namespace {

constexpr double splits[] = {24, 36, 18, 48};  ///< from the nearest of the siblings to where the trunk splits
constexpr double leastRun = 12;   ///< of the trunk before it splits
constexpr double boxRoom = 6;     ///< kept by what is new to boxes and words
constexpr double lineRoom = 10;   ///< kept to other lines
constexpr double bendCost = 60, crossingCost = 200;

QRectF rectOf(const QPointF& a, const QPointF& b, double margin)
{
    return QRectF(QPointF(std::min(a.x(), b.x()), std::min(a.y(), b.y())), QPointF(std::max(a.x(), b.x()), std::max(a.y(), b.y())))
        .adjusted(-margin, -margin, margin, margin);
}

bool isAcross(const QPointF& a, const QPointF& b)
{
    return std::abs(a.x() - b.x()) > std::abs(a.y() - b.y());
}

bool pass(const QPointF& a, const QPointF& b, const QPointF& c, const QPointF& d)
{
    if (isAcross(a, b) == isAcross(c, d))
        return false;
    if (!isAcross(a, b))
        return pass(c, d, a, b);
    return c.x() > std::min(a.x(), b.x()) + lineRoom && c.x() < std::max(a.x(), b.x()) - lineRoom
        && a.y() > std::min(c.y(), d.y()) + lineRoom && a.y() < std::max(c.y(), d.y()) - lineRoom;
}

int crossingsOf(const Polyline& a, const Polyline& b)
{
    int found = 0;
    for (size_t i = 0; i + 1 < a.size(); ++i)
        for (size_t k = 0; k + 1 < b.size(); ++k) {
            const bool across = isAcross(a[i], a[i + 1]);
            if (across == isAcross(b[k], b[k + 1]))
                continue;
            const QRectF one = rectOf(a[i], a[i + 1], -0.0), other = rectOf(b[k], b[k + 1], -0.0);
            const QRectF &h = across ? one : other, &v = across ? other : one;
            found += v.left() > h.left() + 0.5 && v.left() < h.right() - 0.5 && h.top() > v.top() + 0.5 && h.top() < v.bottom() - 0.5;
        }
    return found;
}

/// The lines of one group with their paths from the common end outwards.
class Trunk {
public:
    Trunk(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, QList<Route>& routes, const std::vector<int>& members)
        : m_boxes(boxes), m_lines(lines), m_routes(routes), m_members(members)
    {
        const auto all = [&](int RouteLine::*end) {
            return std::all_of(members.begin(), members.end(), [&](int i) { return lines[i].*end == lines[members[0]].*end; });
        };
        m_outward = all(&RouteLine::from);
        m_sound = m_outward || all(&RouteLine::to);
        for (const Route& route : routes)
            m_paths.emplace_back(route.points.begin(), route.points.end());
        for (const int i : members) {
            m_old.push_back(outwards(m_paths[size_t(i)]));
            m_sound = m_sound && m_old.back().size() >= 2;
        }
    }

    void join()
    {
        if (!m_sound || isJoined())
            return;
        const Cost before = costOf(m_old, 0, 0);
        const int forks = int(m_old.size()) - 1;  // each takes a bend that two straight lines do not
        std::optional<Cost> best;
        std::vector<Polyline> chosen;
        QRectF words;
        for (size_t lead = 0; lead < m_old.size(); ++lead)
            for (const double split : splits) {
                const std::vector<Polyline> paths = comb(lead, split);
                if (paths.empty() || !isClear(paths, lead))
                    continue;
                const Cost cost = costOf(paths, lead, m_old[lead].size() - 1);
                if (cost.bends > before.bends + forks || cost.crossings > before.crossings
                    || cost.all() >= (best ? best->all() : before.all()) - 1)
                    continue;
                const std::optional<QRectF> spot = spotOnTrunk(paths, lead);
                if (!spot)
                    continue;
                best = cost;
                chosen = paths;
                words = *spot;
            }
        for (size_t i = 0; best && i < chosen.size(); ++i) {
            Route& route = m_routes[m_members[i]];
            const Polyline path = outwards(chosen[i]);
            route.points = QList<QPointF>(path.begin(), path.end());
            // The last has the words: no other line of the trunk is drawn over them.
            route.label = i + 1 == chosen.size() ? words : QRectF();
        }
    }

private:
    struct Cost {
        int crossings = 0, bends = 0;
        double length = 0;  ///< of what is drawn
        [[nodiscard]] double all() const { return crossingCost * crossings + bendCost * bends + length; }
    };

    /// Turns a path round where it ends at what is common. Its own inverse.
    [[nodiscard]] Polyline outwards(Polyline path) const
    {
        if (!m_outward)
            std::reverse(path.begin(), path.end());
        return path;
    }
    [[nodiscard]] bool isMember(int line) const { return std::find(m_members.begin(), m_members.end(), line) != m_members.end(); }
    [[nodiscard]] int sibling(size_t member) const
    {
        const RouteLine& line = m_lines[m_members[member]];
        return m_outward ? line.to : line.from;
    }
    [[nodiscard]] bool isJoined() const
    {
        return std::all_of(m_old.begin(), m_old.end(), [&](const Polyline& path) { return path.front() == m_old.front().front(); });
    }

    /// The first runs, `shared` of them, count once: of the `lead`.
    [[nodiscard]] Cost costOf(const std::vector<Polyline>& paths, size_t lead, size_t shared) const
    {
        Cost cost;
        for (size_t i = 0; i < paths.size(); ++i) {
            cost.bends += int(paths[i].size()) - 2;
            for (size_t k = i == lead ? 0 : shared; k + 1 < paths[i].size(); ++k)
                cost.length += (paths[i][k + 1] - paths[i][k]).manhattanLength();
            for (int other = 0; other < int(m_paths.size()); ++other)
                if (!isMember(other))
                    cost.crossings += crossingsOf(paths[i], m_paths[size_t(other)]);
            for (size_t k = i + 1; k < paths.size(); ++k)
                cost.crossings += crossingsOf(paths[i], paths[k]);
        }
        return cost;
    }

    /// All members along the way of `lead`, which splits at `split` before the nearest sibling; empty: impossible.
    [[nodiscard]] std::vector<Polyline> comb(size_t lead, double split) const
    {
        const Polyline& way = m_old[lead];
        const QPointF end = way.back(), before = way[way.size() - 2];
        const bool across = isAcross(before, end);
        const auto along = [across](const QPointF& p) { return across ? p.x() : p.y(); };
        const double sign = along(end) > along(before) ? 1 : -1;
        const auto facing = [&](const QRectF& r) { return across ? (sign > 0 ? r.left() : r.right()) : (sign > 0 ? r.top() : r.bottom()); };
        double nearest = along(end) * sign;
        for (size_t i = 0; i < m_old.size(); ++i)
            nearest = std::min(nearest, facing(m_boxes[sibling(i)].rect) * sign);
        const double bus = (nearest - split) * sign;
        if ((bus - along(before)) * sign < leastRun)
            return {};
        const auto point = [across](double a, double aside) { return across ? QPointF(a, aside) : QPointF(aside, a); };
        const double aside = across ? end.y() : end.x();
        std::vector<Polyline> out;
        for (size_t i = 0; i < m_old.size(); ++i) {
            if (i == lead) {
                out.push_back(way);
                continue;
            }
            const QRectF& box = m_boxes[sibling(i)].rect;
            const QPointF own = m_old[i].back();
            const bool sameSide = std::abs(along(own) - facing(box)) < 0.01;
            const double at = across ? (sameSide ? own.y() : box.center().y()) : (sameSide ? own.x() : box.center().x());
            if (std::abs(at - aside) < 2 * leastRun)
                return {};
            Polyline path(way.begin(), way.end() - 1);
            path.insert(path.end(), {point(bus, aside), point(bus, at), point(facing(box), at)});
            out.push_back(simplified(path));
        }
        return out;
    }

    /// Whether what is new in the paths keeps off boxes, words and other lines.
    [[nodiscard]] bool isClear(const std::vector<Polyline>& paths, size_t lead) const
    {
        for (size_t i = 0; i < paths.size(); ++i)
            for (size_t k = paths[lead].size() - 2; i != lead && k + 1 < paths[i].size(); ++k)
                if (!isClear(paths[i][k], paths[i][k + 1], i))
                    return false;
        return true;
    }
    [[nodiscard]] bool isClear(const QPointF& a, const QPointF& b, size_t member) const
    {
        const QRectF run = rectOf(a, b, boxRoom), thin = rectOf(a, b, 0.25);
        const RouteLine& line = m_lines[m_members[member]];
        std::vector<char> around(size_t(m_boxes.size()), 0);
        markAncestors(m_boxes, line.from, around);
        markAncestors(m_boxes, line.to, around);
        for (int i = 0; i < m_boxes.size(); ++i) {
            const RouteBox& box = m_boxes[i];
            if (!box.title.isEmpty() && (i == sibling(member) ? rectOf(a, b, 1) : run).intersects(box.title))
                return false;
            if (i == line.from || i == line.to ? thin.intersects(box.rect.adjusted(1, 1, -1, -1))
                                               : !around[size_t(i)] && run.intersects(box.rect))
                return false;
            // Along a border that it only has to pass.
            const bool holds = around[size_t(i)] && i != line.from && i != line.to;
            if (holds && run.intersects(box.rect) && !box.rect.contains(run) && isBeside(a, b, box.rect))
                return false;
        }
        for (int other = 0; other < int(m_paths.size()); ++other) {
            if (isMember(other))
                continue;
            if (!m_routes[other].label.isEmpty() && run.intersects(m_routes[other].label))
                return false;
            const Polyline& path = m_paths[size_t(other)];
            for (size_t k = 0; k + 1 < path.size(); ++k)
                if (rectOf(a, b, lineRoom).intersects(rectOf(path[k], path[k + 1], 0.25)) && !pass(a, b, path[k], path[k + 1]))
                    return false;
        }
        return true;
    }
    [[nodiscard]] static bool isBeside(const QPointF& a, const QPointF& b, const QRectF& r)
    {
        const auto close = [](double p, double q) { return std::abs(p - q) < lineRoom; };
        return isAcross(a, b) ? close(a.y(), r.top()) || close(a.y(), r.bottom()) : close(a.x(), r.left()) || close(a.x(), r.right());
    }

    /// A place for the words on what all share, touching nothing; empty when there are no words.
    [[nodiscard]] std::optional<QRectF> spotOnTrunk(const std::vector<Polyline>& paths, size_t lead) const
    {
        const int line = m_members[lead];
        if (m_lines[line].label.isEmpty())
            return QRectF();
        const size_t other = lead == 0 ? 1 : 0;
        const Polyline trunk(paths[other].begin(), paths[other].end() - 2);  // up to where it splits
        RoutePlan plan{m_boxes, m_lines, m_paths, {}};
        for (const Route& route : m_routes)
            plan.labels.push_back(route.label);
        for (const int member : m_members) {
            plan.paths[size_t(member)].clear();
            plan.labels[size_t(member)] = {};
        }
        plan.paths[size_t(line)] = outwards(trunk);
        const LabelSpot spot = labelSpot(plan, line);
        if (spot.cost >= labelTouch)
            return {};
        const QRectF room = spot.rect.adjusted(-4, -4, 4, 4);
        for (const Polyline& path : paths)
            for (size_t k = trunk.size() - 1; k + 1 < path.size(); ++k)
                if (room.intersects(rectOf(path[k], path[k + 1], 0.25)) && isAcross(path[k], path[k + 1]) != isAcross(trunk.back(), trunk[trunk.size() - 2]))
                    return {};
        return spot.rect;
    }

    const QList<RouteBox>& m_boxes;
    const QList<RouteLine>& m_lines;
    QList<Route>& m_routes;
    const std::vector<int>& m_members;
    std::vector<Polyline> m_paths;  ///< of all lines, as they are
    std::vector<Polyline> m_old;    ///< of the members, from what is common outwards
    bool m_outward = true;          ///< lines begin at what is common
    bool m_sound = true;
};

}  // namespace

bool shareTrunk(const RouteLine& a, const Route& routeA, const RouteLine& b, const Route& routeB)
{
    return !a.group.isEmpty() && a.group == b.group && routeA.points.size() >= 2 && routeB.points.size() >= 2
        && (routeA.points.first() == routeB.points.first() || routeA.points.last() == routeB.points.last());
}

void joinTrunks(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, QList<Route>& routes)
{
    std::map<QString, std::vector<int>> groups;
    for (int i = 0; i < lines.size(); ++i)
        if (!lines[i].group.isEmpty())
            groups[lines[i].group].push_back(i);
    for (const auto& [name, members] : groups)
        if (members.size() > 1)
            Trunk(boxes, lines, routes, members).join();
}

}  // namespace redoubt

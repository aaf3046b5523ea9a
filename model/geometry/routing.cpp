// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/router.h"
#include "model/geometry/routetrunks.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace redoubt {

namespace {

constexpr double roundabout = 12 * lane::step;  ///< room around the ends in which a line looks for its way
constexpr double gridLimit = 120000;            ///< lane crossings that one router looks at, if it can be helped

QRectF sceneBounds(const QList<RouteBox>& boxes)
{
    QRectF out;
    for (const RouteBox& box : boxes)
        out = out.united(box.rect).united(box.title);
    return out;
}

double crossingsIn(const QRectF& window)
{
    return window.width() * window.height() / (lane::step * lane::step);
}

QRectF around(const QList<RouteBox>& boxes, const RouteLine& line)
{
    const QRectF ends = boxes[line.from].rect.united(boxes[line.to].rect);
    return ends.adjusted(-roundabout, -roundabout, roundabout, roundabout);
}

/// A whole picture being routed part by part: each part with the boxes and lines of its window only.
class Picture {
public:
    Picture(const QList<RouteBox>& boxes, const QList<RouteLine>& lines)
        : m_boxes(boxes), m_lines(lines), m_known(size_t(lines.size()), 0), m_doubtful(size_t(lines.size()), 0),
          m_bounds(size_t(lines.size()))
    {
        for (const RouteLine& line : lines)
            m_routes.append({line.id, {}, {}, {}});
    }
    void keep(int line, const Route& route, bool doubtful)
    {
        m_routes[line] = route;
        m_known[size_t(line)] = 1;
        m_doubtful[size_t(line)] = doubtful;
        m_bounds[size_t(line)] = boundsOf(Polyline(route.points.begin(), route.points.end()), 6).united(route.label);
    }
    QList<Route> finish();

private:
    [[nodiscard]] std::vector<std::vector<int>> parts() const;
    [[nodiscard]] int outermost(int box) const;
    void routePart(const std::vector<int>& todo, bool everywhere = false);
    void findJumps();

    const QList<RouteBox>& m_boxes;
    const QList<RouteLine>& m_lines;
    QList<Route> m_routes;
    std::vector<char> m_known;     ///< has a route
    std::vector<char> m_doubtful;  ///< kept, but its words may stand badly now
    std::vector<QRectF> m_bounds;  ///< of the routes known
};

int Picture::outermost(int box) const
{
    for (int depth = 0; m_boxes[box].parent >= 0 && depth < 64; ++depth)
        box = m_boxes[box].parent;
    return box;
}

/// All at once in a picture of usual size. In a large one: what lies within one outermost box together, then the lines
/// between those, one by one.
std::vector<std::vector<int>> Picture::parts() const
{
    std::vector<int> todo;
    QRectF window;
    for (int i = 0; i < m_lines.size(); ++i) {
        if (!m_known[size_t(i)]) {
            todo.push_back(i);
            window = window.united(around(m_boxes, m_lines[i]));
        }
    }
    if (todo.empty())
        return {};
    if (std::min(crossingsIn(window), crossingsIn(sceneBounds(m_boxes))) < gridLimit)
        return {todo};
    std::map<int, std::vector<int>> inside;
    std::vector<std::vector<int>> out, between;
    for (const int line : todo) {
        const int from = outermost(m_lines[line].from), to = outermost(m_lines[line].to);
        if (from == to)
            inside[from].push_back(line);
        else
            between.push_back({line});
    }
    for (auto& [box, lines] : inside)
        out.push_back(std::move(lines));
    out.insert(out.end(), between.begin(), between.end());
    return out;
}

/// `everywhere`: in the whole picture, however large it is.
void Picture::routePart(const std::vector<int>& todo, bool everywhere)
{
    QRectF window = sceneBounds(m_boxes);
    window.adjust(-roundabout, -roundabout, roundabout, roundabout);
    const bool whole = everywhere || crossingsIn(window) < gridLimit;
    if (!whole) {
        QRectF own;
        for (const int line : todo)
            own = own.united(around(m_boxes, m_lines[line]));
        window = own;
    }
    std::vector<int> here = todo;  // first those to find, then what is there already
    std::vector<char> wanted(size_t(m_boxes.size()), 0);
    for (int i = 0; i < m_lines.size(); ++i)
        if (m_known[size_t(i)] && m_bounds[size_t(i)].intersects(window)) {
            here.push_back(i);
            wanted[size_t(m_lines[i].from)] = wanted[size_t(m_lines[i].to)] = 1;  // it may only pass through
        }
    QList<RouteBox> boxes;
    std::vector<int> boxAt(size_t(m_boxes.size()), -1);
    for (int i = 0; i < m_boxes.size(); ++i) {
        if (!wanted[size_t(i)] && !m_boxes[i].rect.united(m_boxes[i].title).intersects(window))
            continue;
        boxAt[size_t(i)] = int(boxes.size());
        boxes.append(m_boxes[i]);
    }
    for (RouteBox& box : boxes)
        box.parent = box.parent < 0 ? -1 : boxAt[size_t(box.parent)];
    QList<RouteLine> lines;
    for (const int line : here) {
        lines.append(m_lines[line]);
        lines.last().from = boxAt[size_t(m_lines[line].from)];
        lines.last().to = boxAt[size_t(m_lines[line].to)];
    }
    Router router(boxes, lines, window);
    for (size_t i = todo.size(); i < here.size(); ++i)
        router.keep(int(i), m_routes[here[i]], m_doubtful[size_t(here[i])]);
    router.run();
    std::vector<int> stuck;
    for (size_t i = 0; i < here.size(); ++i) {
        if (!whole && i < todo.size() && router.isStuck(int(i))) {
            stuck.push_back(here[i]);
            continue;
        }
        const Polyline& path = router.path(int(i));
        keep(here[i], {m_lines[here[i]].id, QList<QPointF>(path.begin(), path.end()), router.label(int(i)), {}}, false);
    }
    for (const int line : stuck)
        routePart({line}, true);
}

/// Where the horizontal runs of one route meet vertical runs of another.
void addJumps(QList<QPointF>& out, const QList<QPointF>& path, const QList<QPointF>& other)
{
    for (int k = 0; k + 1 < path.size(); ++k) {
        const double y = path[k].y();
        if (std::abs(y - path[k + 1].y()) > 0.01)
            continue;
        const double low = std::min(path[k].x(), path[k + 1].x()), high = std::max(path[k].x(), path[k + 1].x());
        for (int m = 0; m + 1 < other.size(); ++m) {
            const QPointF a = other[m], b = other[m + 1];
            if (std::abs(a.x() - b.x()) > 0.01 || a.x() <= low + 0.5 || a.x() >= high - 0.5)
                continue;
            if (y > std::min(a.y(), b.y()) + 0.5 && y < std::max(a.y(), b.y()) - 0.5)
                out.append({a.x(), y});
        }
    }
}

void Picture::findJumps()
{
    for (Route& route : m_routes)
        route.jumps.clear();
    std::vector<int> order(m_bounds.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [this](int a, int b) {
        return m_bounds[size_t(a)].left() < m_bounds[size_t(b)].left();
    });
    for (size_t i = 0; i < order.size(); ++i) {
        for (size_t k = i + 1; k < order.size(); ++k) {
            const int a = order[i], b = order[k];
            if (m_bounds[size_t(b)].left() > m_bounds[size_t(a)].right())
                break;
            if (!m_bounds[size_t(a)].intersects(m_bounds[size_t(b)]))
                continue;
            addJumps(m_routes[a].jumps, m_routes[a].points, m_routes[b].points);
            addJumps(m_routes[b].jumps, m_routes[b].points, m_routes[a].points);
        }
    }
}

QList<Route> Picture::finish()
{
    for (const std::vector<int>& part : parts())
        routePart(part);
    if (std::any_of(m_doubtful.begin(), m_doubtful.end(), [](char c) { return c; }))
        routePart({});
    joinTrunks(m_boxes, m_lines, m_routes);
    for (int i = 0; i < m_routes.size(); ++i)
        if (!m_lines[i].group.isEmpty())
            m_bounds[size_t(i)] = boundsOf(Polyline(m_routes[i].points.begin(), m_routes[i].points.end()), 6).united(m_routes[i].label);
    findJumps();
    return m_routes;
}

bool onBorder(const QPointF& point, const QRectF& rect)
{
    const bool inX = point.x() >= rect.left() - 0.01 && point.x() <= rect.right() + 0.01;
    const bool inY = point.y() >= rect.top() - 0.01 && point.y() <= rect.bottom() + 0.01;
    const bool onX = std::abs(point.x() - rect.left()) < 0.01 || std::abs(point.x() - rect.right()) < 0.01;
    const bool onY = std::abs(point.y() - rect.top()) < 0.01 || std::abs(point.y() - rect.bottom()) < 0.01;
    return (onX && inY) || (onY && inX);
}

/// Whether a route drawn for another state of the boxes still joins its ends.
bool stillJoins(const QList<RouteBox>& boxes, const RouteLine& line, const Route& route)
{
    // Of the lines of a trunk only one has the words.
    const bool sameWords = line.label.isEmpty() || (route.label.isEmpty() && !line.group.isEmpty())
        ? route.label.isEmpty() : route.label.size() == line.label;
    return sameWords && route.points.size() >= 2 && onBorder(route.points.first(), boxes[line.from].rect)
        && onBorder(route.points.last(), boxes[line.to].rect);
}

/// The boxes near a route with what they stand in, for a check of that route alone.
RouteCounts countAlone(const QList<RouteBox>& boxes, const RouteLine& line, const Route& route)
{
    const QRectF bounds = boundsOf(Polyline(route.points.begin(), route.points.end()), 4).united(route.label);
    std::vector<char> near(size_t(boxes.size()), 0);
    markAncestors(boxes, line.from, near);
    markAncestors(boxes, line.to, near);
    QList<RouteBox> few;
    std::vector<int> at(size_t(boxes.size()), -1);
    for (int i = 0; i < boxes.size(); ++i) {
        if (near[size_t(i)] || boxes[i].rect.intersects(bounds) || boxes[i].title.intersects(bounds)) {
            at[size_t(i)] = int(few.size());
            few.append(boxes[i]);
        }
    }
    for (RouteBox& box : few)
        box.parent = box.parent < 0 ? -1 : at[size_t(box.parent)];
    RouteLine own = line;
    own.from = at[size_t(line.from)];
    own.to = at[size_t(line.to)];
    return count(few, {own}, {route});
}

}  // namespace

QList<Route> route(const QList<RouteBox>& boxes, const QList<RouteLine>& lines)
{
    return Picture(boxes, lines).finish();
}

QList<Route> reroute(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, const QList<Route>& before,
                     const QList<int>& changed)
{
    Picture picture(boxes, lines);
    std::vector<char> anew(size_t(lines.size()), 0), doubtful(size_t(lines.size()), 0);
    for (const int line : changed)
        anew[size_t(line)] = 1;
    QHash<QString, const Route*> known;
    for (const Route& route : before)
        known.insert(route.id, &route);
    QSet<QString> split;  // groups of which one line is found anew: all are
    for (int i = 0; i < lines.size(); ++i) {
        const Route* old = known.value(lines[i].id);
        if (!anew[size_t(i)] && old && stillJoins(boxes, lines[i], *old)) {
            const RouteCounts alone = countAlone(boxes, lines[i], *old);
            anew[size_t(i)] = alone.throughBoxes > 0;
            doubtful[size_t(i)] = alone.labelHits > 0;
        } else {
            anew[size_t(i)] = 1;
        }
        if (anew[size_t(i)] && !lines[i].group.isEmpty())
            split.insert(lines[i].group);
    }
    for (int i = 0; i < lines.size(); ++i)
        if (!anew[size_t(i)] && !split.contains(lines[i].group))
            picture.keep(i, *known.value(lines[i].id), doubtful[size_t(i)]);
    return picture.finish();
}

}  // namespace redoubt

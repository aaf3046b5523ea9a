// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/quickmove.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr double corridor = 60;  ///< units round a line's ends in which boxes are gone round
constexpr double leastRun = 16;  ///< a run that would get shorter is not only stretched: an arrow has to fit
constexpr int mostAtOnce = 5;    ///< lines that find a new way in one frame
constexpr double mostArea = 2e7; ///< square units that these look through in all; a single line may have more

/// Where a line looks for its way.
QRectF corridorOf(const Scene& scene, int line)
{
    const RouteLine& ends = scene.lines[line];
    return (scene.boxes[ends.from].rect | scene.boxes[ends.to].rect).adjusted(-corridor, -corridor, corridor, corridor);
}

double along(QPointF a, QPointF b, bool across) { return across ? b.x() - a.x() : b.y() - a.y(); }

}  // namespace

QuickMove::QuickMove(const Design& design, const Scene& base, const QStringList& roots) : m_base(base), m_now(base)
{
    for (int i = 0; i < m_base.boxes.size(); ++i) {
        const RouteBox& box = m_base.boxes[i];
        // Parents come first, so a parent's root is known.
        const QString root = roots.contains(box.id) ? box.id
            : box.parent >= 0                       ? m_rootOf.value(m_base.boxes[box.parent].id)
                                                    : QString();
        if (root.isEmpty())
            continue;
        m_rootOf.insert(box.id, root);
        m_movedBoxes << i;
    }
    for (int i = 0; i < m_base.lines.size() && i < m_base.routes.size(); ++i) {
        const RouteLine& line = m_base.lines[i];
        if (line.from < 0 || line.to < 0 || !design.link({line.id}))
            continue;
        const QString from = m_rootOf.value(m_base.boxes[line.from].id);
        const QString to = m_rootOf.value(m_base.boxes[line.to].id);
        if (!from.isEmpty() && from == to) {
            m_rootOf.insert(line.id, from);
        } else if (!from.isEmpty() || !to.isEmpty()) {
            m_pulled << i;
            m_pulledIds << line.id;
        }
    }
}

const Scene& QuickMove::shifted(const QHash<QString, QPointF>& offsets)
{
    m_steps.clear();
    for (int i : std::as_const(m_movedBoxes)) {
        const RouteBox& before = m_base.boxes[i];
        const QPointF offset = offsets.value(m_rootOf.value(before.id));
        RouteBox& box = m_now.boxes[i];
        m_steps.insert(i, before.rect.topLeft() + offset - box.rect.topLeft());
        box.rect = before.rect.translated(offset);
        box.title = before.title.isNull() ? before.title : before.title.translated(offset);
        m_now.placement[box.id] = m_base.placement.value(box.id).translated(offset);
        m_now.outlines[box.id] = m_base.outlines.value(box.id).translated(offset);
    }
    QList<int> anew;
    for (int i : std::as_const(m_pulled))
        if (!stretch(i, m_now.routes[i]) || m_late.contains(i))
            anew << i;
    // Those that had to wait come first.
    std::stable_partition(anew.begin(), anew.end(), [this](int i) { return m_late.contains(i); });
    QList<int> first;
    double area = 0;
    for (int i : std::as_const(anew)) {
        const QSizeF room = corridorOf(m_now, i).size();
        area += room.width() * room.height();
        if (first.size() < mostAtOnce && (first.isEmpty() || area <= mostArea)) {
            first << i;
            m_late.remove(i);
        } else {
            m_late.insert(i);
        }
    }
    if (!first.isEmpty())
        routePulled(m_now, first);
    return m_now;
}

/// Whether a run keeps off all boxes but its ends and what these stand in.
bool QuickMove::isFree(const RouteLine& line, QPointF a, QPointF b) const
{
    const QRectF run = QRectF(a, b).normalized().adjusted(-2, -2, 2, 2);
    const QList<RouteBox>& boxes = m_now.boxes;
    for (int i = 0; i < boxes.size(); ++i) {
        if (!run.intersects(boxes[i].rect) || i == line.from || i == line.to)
            continue;
        const auto holds = [&](int end) { return boxes[i].container && boxes[i].rect.contains(boxes[end].rect.center()); };
        if (!holds(line.from) && !holds(line.to))
            return false;
    }
    return true;
}

/// Takes the ends of a route along with their boxes. Returns whether it is a good route still; it is joined to them anyway.
bool QuickMove::stretch(int index, Route& route) const
{
    const RouteLine& line = m_now.lines[index];
    QList<QPointF>& points = route.points;
    if (points.size() < 2)
        return false;
    bool good = true;
    for (const bool front : {true, false}) {
        const QPointF step = m_steps.value(front ? line.from : line.to);
        if (step.isNull())
            continue;
        if (points.size() == 2) {  // no corner to give way
            good = false;
            (front ? points.first() : points.last()) += step;
            points.insert(1, QPointF(points[1].x(), points[0].y()));
            continue;
        }
        const qsizetype at = front ? 0 : points.size() - 1, turn = front ? 1 : -1;
        QPointF &end = points[at], &corner = points[at + turn];
        const QPointF far = points[at + 2 * turn];
        const bool across = end.y() == corner.y();
        const double before = along(end, corner, across), beside = along(corner, far, !across);
        const QPointF oldCorner = corner;
        end += step;
        (across ? corner.ry() : corner.rx()) += across ? step.y() : step.x();
        const double now = along(end, corner, across), besideNow = along(corner, far, !across);
        good = good && now * before > 0 && std::abs(now) >= leastRun && besideNow * beside > 0 && std::abs(besideNow) >= leastRun
            && isFree(line, end, corner) && isFree(line, corner, far);
        // Words on a run that moved go along; on one that got too short they need another place.
        const QPointF middle = route.label.center();
        const bool onFirst = !route.label.isEmpty() && QRectF(end - step, oldCorner).normalized().adjusted(-1, -1, 1, 1).contains(middle);
        const bool onNext = !route.label.isEmpty() && !onFirst && QRectF(oldCorner, far).normalized().adjusted(-1, -1, 1, 1).contains(middle);
        if (onFirst || onNext) {
            const QPointF a = onFirst ? end : corner, b = onFirst ? corner : far;
            const double room = (a.y() == b.y() ? route.label.width() : route.label.height()) + 2 * leastRun;
            good = good && (b - a).manhattanLength() >= room;
            route.label.moveCenter((a + b) / 2);
        }
    }
    return good;
}

void QuickMove::routePulled(Scene& scene, const QList<int>& pulled)
{
    QList<QRectF> near;
    for (int i : pulled)
        near << corridorOf(scene, i);
    // Boxes in the corridors with all they stand in, in their order. A moved root may have left its container: it counts
    // as standing in whatever surrounds it.
    QList<bool> taken(scene.boxes.size(), false);
    for (int i = 0; i < scene.boxes.size(); ++i) {
        const bool wanted = std::any_of(near.cbegin(), near.cend(), [&](const QRectF& rect) {
            return rect.intersects(scene.boxes[i].rect);
        });
        for (int box = i; wanted && box >= 0 && !taken[box]; box = scene.boxes[box].parent)
            taken[box] = true;
    }
    QHash<int, int> local;
    QList<RouteBox> boxes;
    for (int i = 0; i < scene.boxes.size(); ++i) {
        if (!taken[i])
            continue;
        RouteBox box = scene.boxes[i];
        if (m_rootOf.value(box.id) == box.id) {
            box.parent = -1;
            for (int j = 0; j < boxes.size(); ++j)
                if (boxes[j].container && boxes[j].rect.contains(box.rect.center()) && !m_rootOf.contains(boxes[j].id))
                    box.parent = j;  // the last, that is the innermost
        } else {
            box.parent = local.value(box.parent, -1);
        }
        local.insert(i, int(boxes.size()));
        boxes << box;
    }
    QList<RouteLine> lines;
    for (int i : pulled) {
        RouteLine line = scene.lines[i];
        line.from = local.value(line.from);
        line.to = local.value(line.to);
        lines << line;
    }
    const QList<Route> routes = route(boxes, lines);
    for (int i = 0; i < routes.size() && i < pulled.size(); ++i)
        scene.routes[pulled[i]] = routes[i];
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/quickmove.h"

namespace redoubt {

namespace {

constexpr double corridor = 60;  ///< units round a line's ends in which boxes are gone round

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
    for (int i : std::as_const(m_movedBoxes)) {
        const RouteBox& before = m_base.boxes[i];
        const QPointF offset = offsets.value(m_rootOf.value(before.id));
        RouteBox& box = m_now.boxes[i];
        box.rect = before.rect.translated(offset);
        box.title = before.title.isNull() ? before.title : before.title.translated(offset);
        m_now.placement[box.id] = m_base.placement.value(box.id).translated(offset);
        m_now.outlines[box.id] = m_base.outlines.value(box.id).translated(offset);
    }
    routePulled(m_now);
    return m_now;
}

void QuickMove::routePulled(Scene& scene)
{
    QList<QRectF> near;
    for (int i : std::as_const(m_pulled)) {
        const RouteLine& line = scene.lines[i];
        near << (scene.boxes[line.from].rect | scene.boxes[line.to].rect)
                    .adjusted(-corridor, -corridor, corridor, corridor);
    }
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
    for (int i : std::as_const(m_pulled)) {
        RouteLine line = scene.lines[i];
        line.from = local.value(line.from);
        line.to = local.value(line.to);
        lines << line;
    }
    const QList<Route> routes = route(boxes, lines);
    for (int i = 0; i < routes.size() && i < m_pulled.size(); ++i)
        scene.routes[m_pulled[i]] = routes[i];
}

}  // namespace redoubt

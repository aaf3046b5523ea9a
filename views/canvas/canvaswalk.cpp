// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasparts.h"

#include <QKeyEvent>
#include <algorithm>
#include <cmath>

// The arrow keys go from one thing to the next, where there is nothing to move: in a what-if.

namespace redoubt {

namespace {

constexpr double sidewaysWeight = 2.5;  ///< what lies straight ahead comes before what is nearer and aside
constexpr double leastStep = 4;         ///< what stands level is not further on

/// Where the thing has its name: a container at its head, else something in the middle of it would be before it.
QPointF placeOf(const CanvasItem& item)
{
    const QRectF& outline = item.drawn().outline;
    if (item.isLink()) {
        const QList<QPointF>& line = item.drawn().line;
        return line.size() < 2 ? outline.center() : (line[(line.size() - 1) / 2] + line[(line.size() - 1) / 2 + 1]) / 2;
    }
    return item.drawn().role == DrawnRole::Container ? QPointF(outline.center().x(), outline.top()) : outline.center();
}

}  // namespace

QString CanvasScene::nextFrom(const QString& id, QPointF place, QPointF direction, bool links) const
{
    if (const CanvasItem* from = item(id))
        place = from->pos() + placeOf(*from);
    QString best;
    double least = INFINITY;
    QStringList ids = m_items.keys();
    ids.sort();  // of two that lie alike, always the same
    for (const QString& each : std::as_const(ids)) {
        const CanvasItem& candidate = *m_items.value(each);
        if (each == id || candidate.isLink() != links || candidate.drawn().role == DrawnRole::LinkLabel || failableAt(candidate.pos() + placeOf(candidate)).isEmpty())
            continue;
        if (candidate.drawn().role != DrawnRole::Container && candidate.drawn().role != DrawnRole::Element && !candidate.isLink())
            continue;
        const QPointF way = candidate.pos() + placeOf(candidate) - place;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        const double cost = ahead + sidewaysWeight * aside;
        if ((ahead > leastStep || (id.isEmpty() && ahead >= 0)) && cost < least) {
            least = cost;
            best = each;
        }
    }
    return best;
}

bool CanvasView::walk(const QKeyEvent& event)
{
    static constexpr QPointF directions[] = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}};
    if (event.key() < Qt::Key_Left || event.key() > Qt::Key_Down || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    Editor& editor = m_parts->editor;
    const QString from = editor.selection().value(0);
    const QPointF start = m_parts->scene.drawnBounds().topLeft();
    const QString next = m_parts->scene.nextFrom(from, start, directions[event.key() - Qt::Key_Left], event.modifiers() & Qt::ShiftModifier);
    if (next.isEmpty())
        return true;
    editor.select({next});
    showWhole(next);
    emit statusMessage(tr("%1. Enter fails or restores it; arrows go on, with Shift along the links.").arg(failureName(editor.design(), next)));
    return true;
}

}  // namespace redoubt

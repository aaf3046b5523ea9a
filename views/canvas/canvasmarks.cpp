// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasscene.h"

// What stands where on the canvas, and the marks that come and go over it: hover, targets, the adopter, flashes.

namespace redoubt {

QStringList CanvasScene::elementsAt(QPointF point) const
{
    QStringList result;
    for (const QGraphicsItem* found : items(point, Qt::IntersectsItemShape, Qt::DescendingOrder))
        if (const auto* item = qgraphicsitem_cast<const CanvasItem*>(found); item && item->isElement())
            result << item->id();
    return result;
}

QString CanvasScene::idAt(QPointF point) const
{
    for (const QGraphicsItem* found : items(point, Qt::IntersectsItemShape, Qt::DescendingOrder))
        if (const auto* item = qgraphicsitem_cast<const CanvasItem*>(found); item && !item->id().isEmpty())
            return item->id();
    return {};
}

CanvasItem* CanvasScene::itemFor(const QString& id) const
{
    return m_items.value(m_shown.element({id}) ? standIn(m_shown, m_editor.catalog(), {id}).value : id);
}

const BadgeItem* CanvasScene::badgeAt(QPointF point) const
{
    for (const QGraphicsItem* found : items(point, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder))
        if (const auto* badge = qgraphicsitem_cast<const BadgeItem*>(found))
            return badge;
    return nullptr;
}

QRectF CanvasScene::drawnBounds() const
{
    QRectF bounds;
    for (const CanvasItem* item : m_items)
        bounds |= item->boundingRect();
    for (const CanvasItem* label : m_labels)
        bounds |= label->boundingRect();
    return bounds;
}

QStringList CanvasScene::within(const QRectF& rect) const
{
    QStringList result;
    for (const QGraphicsItem* found : items(rect, Qt::IntersectsItemBoundingRect)) {
        const auto* item = qgraphicsitem_cast<const CanvasItem*>(found);
        if (!item || item->drawn().role == DrawnRole::LinkLabel)
            continue;
        const QRectF outline = item->drawn().outline;
        const bool whole = item->isLink() || item->drawn().role == DrawnRole::Container;
        if (whole ? rect.contains(outline) : rect.intersects(outline))
            result << item->id();
    }
    result.sort();
    return result;
}

void CanvasScene::setHovered(const QString& id)
{
    if (m_hovered == id)
        return;
    mark(m_hovered, Mark::Hovered, false);
    m_hovered = id;
    mark(m_hovered, Mark::Hovered, true);
}

void CanvasScene::showTargets(const QSet<QString>& legal, const QString& source)
{
    m_targets = true;
    for (CanvasItem* item : std::as_const(m_items)) {
        const bool holder = item->drawn().role == DrawnRole::Container;  // never dim what holds a target
        item->setMark(Mark::Target, legal.contains(item->id()));
        item->setMark(Mark::Dimmed, !legal.contains(item->id()) && item->id() != source && !holder);
    }
}

void CanvasScene::hideTargets()
{
    if (!std::exchange(m_targets, false))
        return;
    for (CanvasItem* item : std::as_const(m_items)) {
        item->setMark(Mark::Target, false);
        item->setMark(Mark::Dimmed, false);
    }
}

void CanvasScene::showAdopter(const QString& id)
{
    if (m_adopter == id)
        return;
    mark(m_adopter, Mark::Target, false);
    m_adopter = id;
    mark(m_adopter, Mark::Target, true);
}

void CanvasScene::flash(const QStringList& ids, bool on)
{
    for (const QString& id : ids)
        mark(id, Mark::Flashing, on);
}

}  // namespace redoubt

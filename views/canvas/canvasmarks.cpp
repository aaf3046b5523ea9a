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

QString CanvasScene::labelAt(QPointF point) const
{
    for (const QGraphicsItem* found : items(point, Qt::IntersectsItemShape, Qt::DescendingOrder))
        if (const auto* item = qgraphicsitem_cast<const CanvasItem*>(found); item && !item->id().isEmpty()) {
            const Link* link = item->drawn().role == DrawnRole::LinkLabel ? m_shown.link({item->id()}) : nullptr;
            return link && link->from != link->to ? item->id() : QString();  // the words of a loop stand beside it
        }
    return {};
}

const BadgeItem* CanvasScene::badgeAt(QPointF point) const
{
    for (const QGraphicsItem* found : items(point, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder))
        if (const auto* badge = qgraphicsitem_cast<const BadgeItem*>(found); badge && badge->isHit(point))
            return badge;
    return nullptr;
}

QRectF CanvasScene::drawnBounds() const
{
    if (!m_drawn) {
        QRectF bounds;
        for (const CanvasItem* item : m_items)
            bounds |= item->boundingRect();
        for (const CanvasItem* label : m_labels)
            bounds |= label->boundingRect();
        m_drawn = bounds;
    }
    return *m_drawn;
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

bool CanvasScene::hoversBesideSelection() const
{
    if (m_hovered.isEmpty() || m_selected.isEmpty())
        return false;
    for (const QString& id : m_selected) {
        ElementId at{id};
        for (int depth = 0; depth < 64 && !at.isEmpty(); ++depth) {
            if (at.value == m_hovered)
                return false;
            const Element* element = m_shown.element(at);
            at = element ? element->in : ElementId();
        }
    }
    return true;
}

double CanvasScene::covered(const QRectF& rect) const
{
    double hidden = 0;
    const auto area = [&rect](const QRectF& other) {
        const QRectF common = rect.intersected(other);
        return common.width() * common.height();
    };
    for (const QGraphicsItem* found : items(rect, Qt::IntersectsItemBoundingRect)) {
        const auto* item = qgraphicsitem_cast<const CanvasItem*>(found);
        if (!item) {
            hidden += qgraphicsitem_cast<const BadgeItem*>(found) ? area(found->sceneBoundingRect()) : 0;
        } else if (item->isLink()) {
            constexpr double lineWeight = 4;  // units wide
            const QPainterPath line = item->shape();
            hidden += line.intersects(rect) ? lineWeight * std::max(rect.width(), rect.height()) : 0;
        } else if (item->drawn().role == DrawnRole::Container) {
            hidden += area(item->captionRect());
        } else if (!m_selected.contains(item->id())) {
            hidden += area(item->drawn().outline);
        }
    }
    return hidden;
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

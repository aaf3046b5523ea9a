// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/overlay.h"

#include "views/render/style.h"

#include <QGraphicsEllipseItem>
#include <QGraphicsLineItem>
#include <QGraphicsRectItem>
#include <QPen>

namespace redoubt {

namespace {

// Pixels on screen, whatever the zoom.
constexpr double handleSide = 8, anchorRadius = 5, anchorDistance = 14, handleReach = 6;
constexpr double anchorReach = 13;      ///< a press this near starts a link; the element itself begins a pixel further
constexpr double tightReach = 8;        ///< where a neighbour stands as near
constexpr double anchorSwell = 1.45;    ///< of the one under the mouse
constexpr double roomForMiddle = 40;    ///< length of a side from which its middle has a handle
constexpr double overlayLayer = 10000;

QPen cosmetic(const QColor& color, double width, Qt::PenStyle line = Qt::SolidLine)
{
    QPen pen(color, width, line);
    pen.setCosmetic(true);
    return pen;
}

/// Corners and middles of the sides, with the sides each moves.
QList<std::pair<QPointF, HandleSides>> handlesOf(const QRectF& r)
{
    const QPointF c = r.center();
    return {{r.topLeft(), {true, true, false, false}},
            {{c.x(), r.top()}, {false, true, false, false}},
            {r.topRight(), {false, true, true, false}},
            {{r.right(), c.y()}, {false, false, true, false}},
            {r.bottomRight(), {false, false, true, true}},
            {{c.x(), r.bottom()}, {false, false, false, true}},
            {r.bottomLeft(), {true, false, false, true}},
            {{r.left(), c.y()}, {true, false, false, false}}};
}

}  // namespace

Qt::CursorShape HandleSides::cursor() const
{
    if ((left && top) || (right && bottom))
        return Qt::SizeFDiagCursor;
    if ((right && top) || (left && bottom))
        return Qt::SizeBDiagCursor;
    return left || right ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

QList<QPointF> anchorsOf(const QRectF& rect, double distance)
{
    const QPointF c = rect.center();
    return {{c.x(), rect.top() - distance},
            {rect.right() + distance, c.y()},
            {c.x(), rect.bottom() + distance},
            {rect.left() - distance, c.y()}};
}

template <class Item>
Item* Overlay::made(Item* item)
{
    item->setZValue(overlayLayer);
    item->setAcceptedMouseButtons(Qt::NoButton);
    item->hide();
    m_scene.addItem(item);
    return item;
}

Overlay::Overlay(QGraphicsScene& scene, const Style& style) : m_scene(scene), m_style(style)
{
    for (int i = 0; i < 8; ++i) {
        m_handles << made(new QGraphicsRectItem(-handleSide / 2, -handleSide / 2, handleSide, handleSide));
        m_handles.back()->setFlag(QGraphicsItem::ItemIgnoresTransformations);
    }
    for (int i = 0; i < 4; ++i) {
        m_anchors << made(
            new QGraphicsEllipseItem(-anchorRadius, -anchorRadius, 2 * anchorRadius, 2 * anchorRadius));
        m_anchors.back()->setFlag(QGraphicsItem::ItemIgnoresTransformations);
    }
    m_rubber = made(new QGraphicsRectItem);
    m_pull = made(new QGraphicsLineItem);
    applyStyle();
}

Overlay::~Overlay() = default;

void Overlay::applyStyle()
{
    for (QGraphicsRectItem* handle : std::as_const(m_handles)) {
        handle->setPen(cosmetic(m_style.accent, 1.5));
        handle->setBrush(m_style.canvas);
    }
    for (QGraphicsEllipseItem* anchor : std::as_const(m_anchors)) {
        anchor->setPen(cosmetic(m_style.canvas, 1.5));
        anchor->setBrush(m_style.accent);
    }
    QColor fill = m_style.accent;
    fill.setAlphaF(0.1F);
    m_rubber->setPen(cosmetic(m_style.accent, 1));
    m_rubber->setBrush(fill);
    m_pull->setPen(cosmetic(m_style.accent, 2, Qt::DashLine));
}

void Overlay::showHandles(const QRectF& rect, double scale)
{
    m_handled = rect;
    const auto handles = handlesOf(rect);
    const bool wide = rect.width() * scale >= roomForMiddle, high = rect.height() * scale >= roomForMiddle;
    for (int i = 0; i < m_handles.size(); ++i) {
        const HandleSides& sides = handles[i].second;
        const bool upright = sides.left || sides.right, level = sides.top || sides.bottom;
        m_handles[i]->setVisible(!rect.isNull() && ((upright && level) || (upright ? high : wide)));
        m_handles[i]->setPos(handles[i].first);
    }
}

void Overlay::showAnchors(const QRectF& rect, double scale)
{
    m_anchored = rect;
    const QList<QPointF> points = anchorsOf(rect, anchorDistance / scale);
    for (int i = 0; i < m_anchors.size(); ++i) {
        m_anchors[i]->setVisible(!rect.isNull());
        m_anchors[i]->setPos(points[i]);
    }
}

void Overlay::swellAnchor(const std::optional<QPointF>& at)
{
    for (QGraphicsEllipseItem* anchor : std::as_const(m_anchors))
        anchor->setScale(at && anchor->pos() == *at ? anchorSwell : 1);
}

void Overlay::showGuides(const QList<QLineF>& guides)
{
    while (m_guides.size() < guides.size()) {
        m_guides << made(new QGraphicsLineItem);
        m_guides.back()->setPen(cosmetic(m_style.accent, 1, Qt::DashLine));
    }
    for (int i = 0; i < m_guides.size(); ++i) {
        m_guides[i]->setVisible(i < guides.size());
        if (i < guides.size())
            m_guides[i]->setLine(guides[i]);
    }
}

void Overlay::showRubber(const QRectF& rect)
{
    m_rubber->setVisible(!rect.isNull());
    m_rubber->setRect(rect);
}

void Overlay::showPull(const QLineF& line)
{
    m_pull->setVisible(!line.isNull());
    m_pull->setLine(line);
}

std::optional<HandleSides> Overlay::handleAt(QPointF point, double scale) const
{
    if (m_handled.isNull())
        return {};
    const auto handles = handlesOf(m_handled);
    for (int i = 0; i < handles.size(); ++i) {
        const QPointF off = (point - handles[i].first) * scale;
        if (m_handles[i]->isVisible() && std::max(std::abs(off.x()), std::abs(off.y())) <= handleReach)
            return handles[i].second;
    }
    return {};
}

std::optional<QPointF> Overlay::anchorAt(QPointF point, double scale, bool tight) const
{
    if (m_anchored.isNull())
        return {};
    for (const QPointF& at : anchorsOf(m_anchored, anchorDistance / scale))
        if (QLineF(at, point).length() * scale <= (tight ? tightReach : anchorReach))
            return at;
    return {};
}

QRectF Overlay::reach(const QRectF& rect, double scale)
{
    const double d = (anchorDistance + anchorReach) / scale;
    return rect.adjusted(-d, -d, d, d);
}

}  // namespace redoubt

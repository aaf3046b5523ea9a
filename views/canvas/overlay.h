// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGraphicsScene>
#include <QLineF>
#include <memory>
#include <vector>

class QGraphicsEllipseItem;
class QGraphicsLineItem;
class QGraphicsPathItem;
class QGraphicsRectItem;

namespace redoubt {

struct Style;

/// Which edges of a rectangle a resize handle moves.
struct HandleSides {
    bool left = false, top = false, right = false, bottom = false;
    [[nodiscard]] Qt::CursorShape cursor() const;
};

/// What floats above the drawing while it is edited: handles, anchors, guides, the rubber band, the line that is being
/// pulled. Handles and anchors keep their size on screen.
class Overlay {
public:
    Overlay(QGraphicsScene& scene, const Style& style);
    ~Overlay();

    /// Handles of the selected element's rectangle, as many as leave something of it to be seen; a null rectangle hides
    /// them.
    void showHandles(const QRectF& rect, double scale);
    /// Anchors beside the four sides; a null rectangle hides them.
    void showAnchors(const QRectF& rect, double scale);
    /// Enlarges the anchor at this place (of `anchorAt`), and no other.
    void swellAnchor(const std::optional<QPointF>& at);
    void showGuides(const QList<QLineF>& guides);
    void showRubber(const QRectF& rect);
    void showPull(const QLineF& line);
    void applyStyle();

    /// The handle, or anchor, within a few pixels of the point; `tight` where something else is there to be pressed.
    [[nodiscard]] std::optional<HandleSides> handleAt(QPointF point, double scale) const;
    [[nodiscard]] std::optional<QPointF> anchorAt(QPointF point, double scale, bool tight = false) const;
    [[nodiscard]] const QRectF& anchored() const { return m_anchored; }
    /// The rectangle in which the anchors of `rect` stay shown.
    [[nodiscard]] static QRectF reach(const QRectF& rect, double scale);

private:
    template <class Item>
    Item* made(Item* item);

    QGraphicsScene& m_scene;
    const Style& m_style;
    QRectF m_handled, m_anchored;
    QList<QGraphicsRectItem*> m_handles;
    QList<QGraphicsEllipseItem*> m_anchors;
    QList<QGraphicsLineItem*> m_guides;
    QGraphicsRectItem* m_rubber = nullptr;
    QGraphicsLineItem* m_pull = nullptr;
};

/// The middles of the sides of a rectangle, pushed out by `distance`.
[[nodiscard]] QList<QPointF> anchorsOf(const QRectF& rect, double distance);

}  // namespace redoubt

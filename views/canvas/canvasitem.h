// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/drawing.h"

#include <QGraphicsItem>

namespace redoubt {

struct Style;

/// What surrounds the shapes of an item for the moment.
enum class Mark {
    None = 0,
    Selected = 1,
    Hovered = 2,
    Target = 4,   ///< may be linked to, or adopts what is dragged
    Dimmed = 8,   ///< may not be linked to
    Flashing = 16,
    Ghost = 32,   ///< not there yet
};
Q_DECLARE_FLAGS(Marks, Mark)
Q_DECLARE_OPERATORS_FOR_FLAGS(Marks)

/// One drawn thing on the canvas: an element, a container, a link or a link's words. Holds what it paints and nothing of
/// the design. Uncached: caches cost more than they save here.
class CanvasItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };

    /// `leastDetail`: the scale below which details are not left out further; it outlives the item.
    CanvasItem(const Style& style, const double& leastDetail, DrawnItem drawn);

    void show(DrawnItem drawn);
    [[nodiscard]] const DrawnItem& drawn() const { return m_drawn; }
    [[nodiscard]] const QString& id() const { return m_drawn.id; }
    [[nodiscard]] bool isElement() const;
    [[nodiscard]] bool isLink() const { return m_drawn.role == DrawnRole::Link || m_drawn.role == DrawnRole::LinkLabel; }

    [[nodiscard]] Marks marks() const { return m_marks; }
    void setMark(Mark mark, bool on);
    /// Where the name stands: the lowest line of a node, the topmost of a container; for renaming in place.
    [[nodiscard]] QRectF captionRect() const;

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return m_shape; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void measure();
    void paintMarks(QPainter& painter) const;

    const Style& m_style;
    const double& m_leastDetail;
    DrawnItem m_drawn;
    Marks m_marks;
    QRectF m_bounds;
    QPainterPath m_shape;
};

/// The area that shapes cover, line widths and words included.
[[nodiscard]] QRectF boundsOf(const std::vector<Shape2D>& shapes);

}  // namespace redoubt

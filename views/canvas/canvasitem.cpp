// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasitem.h"

#include "views/render/paint.h"
#include "views/render/style.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace redoubt {

namespace {

constexpr double markRoom = 4;      ///< around the outline, for selection and glow
constexpr double lineReach = 5;     ///< how near to a link a press takes it
constexpr double ghostOpacity = 0.6;
constexpr double dimmedOpacity = 0.35;

QRectF textRect(const TextShape& text)
{
    const double width = textWidth(text.text, text.size, text.semibold);
    const double left = text.align == TextAlign::Left ? 0 : text.align == TextAlign::Center ? width / 2 : width;
    return {text.baseline.x() - left, text.baseline.y() - ascent(text.size), width, lineHeight(text.size)};
}

QRectF boundsOf(const Shape2D& shape)
{
    if (const auto* box = std::get_if<BoxShape>(&shape)) {
        const double half = box->stroke.width / 2;
        return box->rect.adjusted(-half, -half, half, half);
    }
    if (const auto* path = std::get_if<PathShape>(&shape)) {
        const double half = path->stroke.width / 2 + 0.5;
        return path->path.boundingRect().adjusted(-half, -half, half, half);
    }
    if (const auto* text = std::get_if<TextShape>(&shape))
        return textRect(*text);
    if (const auto* icon = std::get_if<IconShape>(&shape))
        return icon->rect;
    return std::get<ImageShape>(shape).rect;
}

/// Thin rectangles along the runs: a bounding rectangle would catch presses far from the line.
QPainterPath alongLine(const QList<QPointF>& line)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (qsizetype i = 1; i < line.size(); ++i)
        path.addRect(QRectF(line[i - 1], line[i])
                         .normalized()
                         .adjusted(-lineReach, -lineReach, lineReach, lineReach));
    return path;
}

}  // namespace

QRectF boundsOf(const std::vector<Shape2D>& shapes)
{
    QRectF bounds;
    for (const Shape2D& shape : shapes)
        bounds |= boundsOf(shape);
    return bounds;
}

CanvasItem::CanvasItem(const Style& style, const double& leastDetail, DrawnItem drawn)
    : m_style(style), m_leastDetail(leastDetail), m_drawn(std::move(drawn))
{
    setAcceptedMouseButtons(Qt::NoButton);  // the view's gestures do it all
    measure();
}

bool CanvasItem::isElement() const
{
    return m_drawn.role == DrawnRole::Element || m_drawn.role == DrawnRole::Container
        || m_drawn.role == DrawnRole::Note;
}

void CanvasItem::show(DrawnItem drawn)
{
    prepareGeometryChange();
    m_drawn = std::move(drawn);
    measure();
    update();
}

void CanvasItem::measure()
{
    const QRectF shapes = boundsOf(m_drawn.shapes);
    m_shape = {};
    if (m_drawn.role == DrawnRole::Link)
        m_shape = alongLine(m_drawn.line);
    else
        m_shape.addRect(m_drawn.outline.isNull() ? shapes : m_drawn.outline);
    if (m_drawn.role == DrawnRole::Container)  // a site's heading stands outside its border and belongs to it
        if (const QRectF caption = captionRect(); !caption.isNull() && !m_drawn.outline.contains(caption)) {
            QPainterPath heading;
            heading.addRect(caption);
            m_shape.setFillRule(Qt::WindingFill);
            m_shape.addPath(heading);
        }
    m_bounds = (shapes | m_drawn.outline | m_shape.boundingRect()).adjusted(-markRoom, -markRoom, markRoom, markRoom);
}

QRectF CanvasItem::captionRect() const
{
    QRectF best;
    const bool container = m_drawn.role == DrawnRole::Container;
    for (const Shape2D& shape : m_drawn.shapes)
        if (const auto* text = std::get_if<TextShape>(&shape)) {
            const QRectF rect = textRect(*text);
            if (best.isNull() || rect.top() < best.top())
                best = rect;
            if (container)
                break;
        }
    return best;
}

void CanvasItem::setMark(Mark mark, bool on)
{
    if (m_marks.testFlag(mark) == on)
        return;
    m_marks.setFlag(mark, on);
    // Through words one would see the line that they stand on.
    const bool ghost = m_marks.testFlag(Mark::Ghost) && m_drawn.role != DrawnRole::LinkLabel;
    setOpacity(m_marks.testFlag(Mark::Dimmed) ? dimmedOpacity : ghost ? ghostOpacity : 1);
    update();
}

void CanvasItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    Q_UNUSED(option)
    if (m_marks.testAnyFlags(Mark::Target | Mark::Selected | Mark::Hovered | Mark::Flashing) && isLink())
        paintMarks(*painter);
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    redoubt::paint(*painter, m_drawn, {std::max(scale, m_leastDetail)});
    if (m_marks != Marks() && !isLink())
        paintMarks(*painter);
}

void CanvasItem::paintMarks(QPainter& painter) const
{
    painter.save();
    QColor glow = m_style.accent;
    glow.setAlphaF(0.25F);
    if (m_drawn.role == DrawnRole::LinkLabel) {
        // its line shows the mark
    } else if (m_drawn.role == DrawnRole::Link) {
        const double width = m_marks.testAnyFlags(Mark::Selected | Mark::Flashing) ? 8 : 5;
        painter.setPen(QPen(glow, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(m_drawn.line.constData(), int(m_drawn.line.size()));
    } else {
        const bool strong = m_marks.testAnyFlags(Mark::Selected | Mark::Target | Mark::Flashing);
        QPen pen(m_style.accent, strong ? metric::selectionLine : metric::hoverLine);
        pen.setCosmetic(true);
        if (m_marks.testAnyFlags(Mark::Ghost))
            pen.setStyle(Qt::DashLine);
        painter.setPen(m_marks.testAnyFlags(Mark::Selected | Mark::Target | Mark::Hovered | Mark::Flashing
                                            | Mark::Ghost)
                           ? pen
                           : QPen(Qt::NoPen));
        painter.setBrush(m_marks.testAnyFlags(Mark::Target | Mark::Flashing) ? QBrush(glow) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(m_drawn.outline.adjusted(-1, -1, 1, 1), metric::boxRadius, metric::boxRadius);
    }
    painter.restore();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/statemarks.h"

#include "views/render/drawparts.h"

namespace redoubt {

namespace {

PathShape line(std::initializer_list<QPointF> points, const QColor& color, double width)
{
    QPainterPath path;
    for (const QPointF& point : points)
        path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
    return {path, {}, {color, width, {}}};
}

PathShape ellipse(QPointF center, double radius, const QColor& fill, const Stroke& stroke = {})
{
    QPainterPath path;
    path.addEllipse(center, radius, radius);
    return {path, fill, stroke};
}

/// Head and shoulders inside a circle of radius `r`.
void addPerson(QPointF c, double r, const QColor& color, std::vector<Shape2D>& shapes)
{
    shapes.emplace_back(ellipse(c + QPointF(0, -r * 0.32), r * 0.27, color));
    shapes.emplace_back(BoxShape{QRectF(c.x() - r * 0.5, c.y() + r * 0.06, r, r * 0.52), r * 0.26, color, {}});
}

}  // namespace

void drawStateMark(const Style& style, ServiceState state, QPointF c, double size, std::vector<Shape2D>& shapes)
{
    const QColor color = style.state(state), sign = style.onState;
    const double r = size / 2;
    switch (state) {
    case ServiceState::Working:
        shapes.emplace_back(ellipse(c, r, color));
        shapes.emplace_back(line({c + QPointF(-r * 0.45, r * 0.02), c + QPointF(-r * 0.12, r * 0.36), c + QPointF(r * 0.46, -r * 0.34)},
                                 sign, r * 0.27));
        break;
    case ServiceState::Degraded: {
        const double inner = r * 0.88;
        QPainterPath half;
        half.moveTo(c + QPointF(0, -inner));
        half.arcTo(QRectF(c.x() - inner, c.y() - inner, 2 * inner, 2 * inner), 90, 90);
        half.arcTo(QRectF(c.x() - inner, c.y() - inner, 2 * inner, 2 * inner), 180, 90);
        half.closeSubpath();
        shapes.emplace_back(ellipse(c, inner, style.canvas, {color, r * 0.26, {}}));
        shapes.emplace_back(PathShape{half, color, {}});
        break;
    }
    case ServiceState::NeedsPerson:
        shapes.emplace_back(ellipse(c, r, color));
        addPerson(c, r, sign, shapes);
        break;
    case ServiceState::Down:
        shapes.emplace_back(BoxShape{QRectF(c.x() - r * 0.95, c.y() - r * 0.95, r * 1.9, r * 1.9), r * 0.3, color, {}});
        drawCross(c, r * 0.42, sign, {}, r * 0.27, shapes);
        break;
    }
}

void drawCross(QPointF c, double half, const QColor& color, const QColor& halo, double width, std::vector<Shape2D>& shapes)
{
    const QPointF down(half, half), up(half, -half);
    if (halo.isValid())
        for (const QPointF& arm : {down, up})
            shapes.emplace_back(line({c - arm * 1.06, c + arm * 1.06}, halo, width * 2.2));
    for (const QPointF& arm : {down, up})
        shapes.emplace_back(line({c - arm, c + arm}, color, width));
}

void drawLostMark(const Style& style, QPointF c, double size, std::vector<Shape2D>& shapes)
{
    const double r = size / 2 - 1;
    const QPointF arm(r * 0.7, -r * 0.7);
    shapes.emplace_back(ellipse(c, r, style.canvas, {style.secondaryText, size * 0.11, {}}));
    shapes.emplace_back(line({c - arm, c + arm}, style.secondaryText, size * 0.11));
}

PillLook failedPill(const Style& style, double size)
{
    return {style.failed, style.failed, style.onState, size, {}};
}

PillLook lostPill(const Style& style, double size)
{
    return {style.canvas, style.secondaryText, style.secondaryText, size, {3, 2}};
}

QSizeF pillSize(const QString& word, double size)
{
    return {textWidth(word, size, true) + size * 2.5, lineHeight(size) + size * 0.4};
}

void drawPill(const PillLook& look, const Style& style, bool failed, const QString& word, const QRectF& rect,
              std::vector<Shape2D>& shapes)
{
    shapes.emplace_back(BoxShape{rect, rect.height() / 2, look.fill, {look.edge, metric::boxLine, look.dashes}});
    const QPointF mark(rect.left() + look.size * 0.95, rect.center().y());
    if (failed)
        drawCross(mark, look.size * 0.26, look.text, {}, look.size * 0.16, shapes);
    else
        drawLostMark(style, mark, look.size * 0.95, shapes);
    shapes.emplace_back(textLine(word, rect.left() + look.size * 1.75, rect.center().y() - lineHeight(look.size) / 2, look.size,
                                 look.text, TextAlign::Left, true));
}

}  // namespace redoubt

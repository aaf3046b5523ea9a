// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/statemark.h"

#include "views/render/paint.h"
#include "views/render/statemarks.h"

#include <QPainter>

namespace redoubt {

namespace {

void paintShapes(QPainter& painter, std::vector<Shape2D> shapes)
{
    DrawnItem item;
    item.shapes = std::move(shapes);
    paint(painter, item);
}

template <class Paint>
QPixmap painted(int size, double ratio, Paint paintInto)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintInto(painter);
    return pixmap;
}

}  // namespace

void paintStateMark(QPainter& painter, ServiceState state, const QRectF& rect, const Style& style)
{
    std::vector<Shape2D> shapes;
    drawStateMark(style, state, rect.center(), rect.width() - 1, shapes);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintShapes(painter, std::move(shapes));
    painter.restore();
}

QPixmap statePixmap(ServiceState state, int size, const Style& style, double ratio)
{
    return painted(size, ratio, [&](QPainter& painter) { paintStateMark(painter, state, QRectF(0, 0, size, size), style); });
}

QPixmap failedPixmap(int size, const Style& style, double ratio)
{
    std::vector<Shape2D> shapes;
    drawCross({size / 2.0, size / 2.0}, size * 0.34, style.failed, {}, size * 0.17, shapes);
    return painted(size, ratio, [&](QPainter& painter) { paintShapes(painter, std::move(shapes)); });
}

QColor stateInk(ServiceState state, const Style& style)
{
    return readable(style.state(state), style.panel, 4.5);
}

QString stateSheet(ServiceState state, const Style& style)
{
    const QColor fill = style.stateFill(state);
    return QStringLiteral("color: %1; background: %2; border-radius: 9px; padding: 1px 8px; font-size: 11px; font-weight: 600;")
        .arg(readable(style.state(state), fill, 4.5).name(), fill.name());
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/statepixmap.h"

#include "views/render/paint.h"
#include "views/render/statemarks.h"

#include <QPainter>

namespace redoubt {

namespace {

QPixmap painted(std::vector<Shape2D> shapes, int size, double ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    DrawnItem item;
    item.shapes = std::move(shapes);
    paint(painter, item);
    return pixmap;
}

}  // namespace

QPixmap statePixmap(ServiceState state, int size, const Style& style, double ratio)
{
    std::vector<Shape2D> shapes;
    drawStateMark(style, state, {size / 2.0, size / 2.0}, size - 1, shapes);
    return painted(std::move(shapes), size, ratio);
}

QPixmap failedPixmap(int size, const Style& style, double ratio)
{
    std::vector<Shape2D> shapes;
    drawCross({size / 2.0, size / 2.0}, size * 0.34, style.failed, {}, size * 0.17, shapes);
    return painted(std::move(shapes), size, ratio);
}

QString stateSheet(ServiceState state, const Style& style)
{
    const QColor fill = style.stateFill(state);
    return QStringLiteral("color: %1; background: %2; border-radius: 9px; padding: 1px 8px; font-size: 11px; font-weight: 600;")
        .arg(readable(style.state(state), fill, 4.5).name(), fill.name());
}

}  // namespace redoubt

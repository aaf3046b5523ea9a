// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/paint.h"

#include "views/render/icons.h"
#include "views/render/style.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace redoubt {
namespace {

// Below these scales words, rounding and heads are smaller than a pixel and cost most of the frame.
constexpr double plainBelow = 0.3, boxesBelow = 0.12;

QPen penOf(const Stroke& stroke, bool plain)
{
    if (stroke.width <= 0)
        return Qt::NoPen;
    QPen pen(stroke.color, plain ? 0 : stroke.width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (!stroke.dashes.isEmpty() && !plain) {
        QList<qreal> pattern;
        for (const double length : stroke.dashes)
            pattern << length / stroke.width;  // QPen counts in pen widths
        pen.setDashPattern(pattern);
    }
    return pen;
}

struct Painter {
    QPainter& to;
    const PaintDetail& detail;
    bool plain() const { return detail.scale < plainBelow; }

    void operator()(const BoxShape& box) const
    {
        if (!box.fill.isValid() && box.stroke.width <= 0)
            return;
        to.setPen(penOf(box.stroke, plain()));
        to.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
        if (plain() || box.radius <= 0)
            to.drawRect(box.rect);
        else
            to.drawRoundedRect(box.rect, box.radius, box.radius);
    }
    void operator()(const PathShape& path) const
    {
        const bool head = path.stroke.width <= 0;
        if (plain() && head && path.path.elementCount() <= 4)
            return;  // an arrow head
        to.setPen(penOf(path.stroke, plain()));
        to.setBrush(path.fill.isValid() ? QBrush(path.fill) : QBrush(Qt::NoBrush));
        to.drawPath(path.path);
    }
    void operator()(const TextShape& text) const
    {
        if (plain())
            return;
        // A larger font under a smaller scale: sizes need not be whole pixels, and every device draws the same widths.
        const double width = text.align == TextAlign::Left ? 0 : textWidth(text.text, text.size, text.semibold);
        const double shift = text.align == TextAlign::Left ? 0 : text.align == TextAlign::Center ? width / 2 : width;
        to.save();
        to.translate(text.baseline.x() - shift, text.baseline.y());
        to.scale(1.0 / fontScale, 1.0 / fontScale);
        to.setFont(canvasFont(text.size, text.semibold));
        to.setPen(text.color);
        to.drawText(QPointF(0, 0), text.text);
        to.restore();
    }
    void operator()(const IconShape& icon) const
    {
        if (detail.scale < boxesBelow) {
            to.fillRect(icon.rect.adjusted(4, 2, -4, -2), icon.color);
            return;
        }
        const double before = to.opacity();
        to.setOpacity(before * icon.opacity);
        paintIcon(to, icon.rect, icon.icon, icon.color);
        to.setOpacity(before);
    }
    void operator()(const ImageShape& image) const
    {
        if (image.data.contains("<svg")) {
            QSvgRenderer(image.data).render(&to, image.rect);
            return;
        }
        const QImage picture = QImage::fromData(image.data);
        to.setRenderHint(QPainter::SmoothPixmapTransform);
        to.drawImage(image.rect, picture);
    }
};

void paintAll(QPainter& painter, const std::vector<Shape2D>& shapes, const PaintDetail& detail)
{
    for (const Shape2D& shape : shapes)
        std::visit(Painter{painter, detail}, shape);
}

}  // namespace

void paint(QPainter& painter, const DrawnItem& item, const PaintDetail& detail)
{
    painter.setRenderHint(QPainter::Antialiasing, detail.scale >= plainBelow);
    paintAll(painter, item.shapes, detail);
    if (detail.scale >= plainBelow)
        paintAll(painter, item.label, detail);
}

void paint(QPainter& painter, const Drawing& drawing)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(drawing.bounds, drawing.background);
    const PaintDetail detail;
    for (const DrawnItem& item : drawing.items)
        paintAll(painter, item.shapes, detail);
    for (const DrawnItem& item : drawing.items)
        paintAll(painter, item.label, detail);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/export/pictures.h"
#include "views/render/paint.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

namespace redoubt {
namespace {

constexpr double unitsPerInch = 96;
// Many viewers, Qt's own reader among them, refuse a picture of more than 128 MB unpacked.
constexpr double mostBytes = 128.0 * 1024 * 1024;

}  // namespace

QByteArray writePng(const ExportInput& input, const ExportOptions& options)
{
    if (!(options.dpi >= 10 && options.dpi <= 2400))
        throw ExportError(u"The resolution must be between 10 and 2400 dots per inch."_qs);
    const Drawing drawing = drawingFor(input, options);
    const double scale = options.dpi / unitsPerInch;
    const QSizeF wanted = drawing.bounds.size() * scale;
    if (wanted.width() * wanted.height() * 4 > mostBytes) {
        const double fitting = options.dpi * std::sqrt(mostBytes / (wanted.width() * wanted.height() * 4));
        throw ExportError(u"The picture would have %1 x %2 pixels, more than most programs open. Choose %3 dots per inch or fewer, or export SVG or PDF."_qs
                              .arg(std::ceil(wanted.width())).arg(std::ceil(wanted.height())).arg(std::floor(fitting)));
    }
    QImage image(QSize(int(std::ceil(wanted.width())), int(std::ceil(wanted.height()))), QImage::Format_RGB32);
    if (image.isNull())
        throw ExportError(u"There is not enough memory for a picture of this size."_qs);
    image.setDotsPerMeterX(int(std::lround(options.dpi / 0.0254)));
    image.setDotsPerMeterY(int(std::lround(options.dpi / 0.0254)));
    image.fill(drawing.background);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-drawing.bounds.topLeft());
    paint(painter, drawing);
    painter.end();
    if (!drawing.title.isEmpty())
        image.setText(u"Title"_qs, drawing.title);
    image.setText(u"Software"_qs, u"Redoubt %1"_qs.arg(QStringLiteral(REDOUBT_VERSION)));
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        throw ExportError(u"The picture could not be written: %1"_qs.arg(writer.errorString()));
    return out;
}

}  // namespace redoubt

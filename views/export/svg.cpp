// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/export/pictures.h"
#include "views/render/icons.h"
#include "views/render/style.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

// Only what Inkscape, librsvg, browsers, LibreOffice and Qt draw alike: presentation attributes, no markers, clips,
// symbols or style sheets, one family name, one text element per line, heads as polygons.
namespace redoubt {
namespace {

QString number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0" ? u"0"_qs : text;
}

QString point(QPointF at)
{
    return number(at.x()) + u' ' + number(at.y());
}

bool near(QPointF a, QPointF b)
{
    return std::abs(a.x() - b.x()) < 0.01 && std::abs(a.y() - b.y()) < 0.01;
}

/// QPainterPath knows lines and cubics only; the corners and hops that it was given are found again.
QString curve(QPointF from, QPointF c1, QPointF c2, QPointF to)
{
    const QPointF control = (3 * c1 - from) / 2;
    if (near(control, (3 * c2 - to) / 2))
        return u"Q%1 %2"_qs.arg(point(control), point(to));
    // A quarter of a circle: its handles are 0.5523 of the radius long.
    const double radius = std::hypot(c1.x() - from.x(), c1.y() - from.y()) / 0.5522847498;
    const QPointF a = c1 - from, b = to - from;
    const bool clockwise = a.x() * b.y() - a.y() * b.x() > 0;
    return u"A%1 %1 0 0 %2 %3"_qs.arg(number(radius), clockwise ? u"1"_qs : u"0"_qs, point(to));
}

QString pathData(const QPainterPath& path)
{
    QString data;
    QPointF last, start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPointF to = element;
        if (element.isMoveTo()) {
            data += u'M' + point(to);
            start = to;
        } else if (element.isLineTo()) {
            if (number(to.x()) == number(last.x()) && number(to.y()) == number(last.y()))
                continue;
            if (number(to.y()) == number(last.y()))
                data += u'H' + number(to.x());
            else if (number(to.x()) == number(last.x()))
                data += u'V' + number(to.y());
            else
                data += u'L' + point(to);
        } else if (element.isCurveTo()) {
            const QPointF end = path.elementAt(i + 2);
            data += curve(last, to, path.elementAt(i + 1), end);
            last = end;
            i += 2;
            continue;
        }
        last = to;
    }
    return data;
}

class SvgWriter {
public:
    explicit SvgWriter(QByteArray& out) : m_xml(&out) { m_xml.setAutoFormatting(true); m_xml.setAutoFormattingIndent(1); }
    void write(const Drawing& drawing, const QString& description);

private:
    void item(const DrawnItem& item);
    void shape(const Shape2D& shape);
    void fill(const QColor& color);
    void stroke(const Stroke& stroke);
    void text(const TextShape& text);
    void icon(const IconShape& icon);
    void image(const ImageShape& image);

    QXmlStreamWriter m_xml;
};

void SvgWriter::fill(const QColor& color)
{
    m_xml.writeAttribute(u"fill"_qs, color.isValid() ? color.name() : u"none"_qs);
    if (color.isValid() && color.alpha() < 255)
        m_xml.writeAttribute(u"fill-opacity"_qs, number(color.alphaF()));
}

void SvgWriter::stroke(const Stroke& stroke)
{
    if (stroke.width <= 0)
        return;
    m_xml.writeAttribute(u"stroke"_qs, stroke.color.name());
    if (stroke.color.alpha() < 255)
        m_xml.writeAttribute(u"stroke-opacity"_qs, number(stroke.color.alphaF()));
    m_xml.writeAttribute(u"stroke-width"_qs, number(stroke.width));
    if (stroke.dashes.isEmpty())
        return;
    QStringList dashes;
    for (const double length : stroke.dashes)
        dashes << number(length);
    m_xml.writeAttribute(u"stroke-dasharray"_qs, dashes.join(u' '));
}

void SvgWriter::text(const TextShape& text)
{
    m_xml.writeStartElement(u"text"_qs);
    m_xml.writeAttribute(u"x"_qs, number(text.baseline.x()));
    m_xml.writeAttribute(u"y"_qs, number(text.baseline.y()));
    m_xml.writeAttribute(u"font-family"_qs, svgFamily());
    m_xml.writeAttribute(u"font-size"_qs, number(text.size));
    if (text.semibold)
        m_xml.writeAttribute(u"font-weight"_qs, u"bold"_qs);
    if (text.align != TextAlign::Left)
        m_xml.writeAttribute(u"text-anchor"_qs, text.align == TextAlign::Center ? u"middle"_qs : u"end"_qs);
    fill(text.color);
    m_xml.writeCharacters(text.text);
    m_xml.writeEndElement();
}

/// The icon's own elements, moved and scaled as one.
void SvgWriter::icon(const IconShape& icon)
{
    QXmlStreamReader file(iconSvg(icon.icon, icon.color));
    if (!file.readNextStartElement())
        return;
    const QStringList box = file.attributes().value(u"viewBox"_qs).toString().split(u' ');
    const double side = box.size() == 4 ? box[2].toDouble() : 48;
    m_xml.writeStartElement(u"g"_qs);
    m_xml.writeAttribute(u"class"_qs, u"icon"_qs);
    m_xml.writeAttribute(u"transform"_qs, u"translate(%1 %2) scale(%3)"_qs.arg(number(icon.rect.x()), number(icon.rect.y()),
                                              QString::number(icon.rect.width() / side, 'g', 6)));
    if (icon.opacity < 1)
        m_xml.writeAttribute(u"opacity"_qs, number(icon.opacity));
    for (int depth = 0; !file.atEnd();) {
        switch (file.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            m_xml.writeStartElement(file.name().toString());
            m_xml.writeAttributes(file.attributes());
            break;
        case QXmlStreamReader::EndElement:
            if (depth-- > 0)
                m_xml.writeEndElement();
            break;
        default: break;
        }
    }
    m_xml.writeEndElement();
}

void SvgWriter::image(const ImageShape& image)
{
    const bool svg = image.data.contains("<svg");
    const QString type = svg ? u"image/svg+xml"_qs : image.data.startsWith("\x89PNG") ? u"image/png"_qs : u"image/jpeg"_qs;
    m_xml.writeEmptyElement(u"image"_qs);
    m_xml.writeAttribute(u"x"_qs, number(image.rect.x()));
    m_xml.writeAttribute(u"y"_qs, number(image.rect.y()));
    m_xml.writeAttribute(u"width"_qs, number(image.rect.width()));
    m_xml.writeAttribute(u"height"_qs, number(image.rect.height()));
    m_xml.writeAttribute(u"xlink:href"_qs, u"data:%1;base64,%2"_qs.arg(type, QString::fromLatin1(image.data.toBase64())));
}

void SvgWriter::shape(const Shape2D& shape)
{
    if (const auto* const box = std::get_if<BoxShape>(&shape)) {
        m_xml.writeEmptyElement(u"rect"_qs);
        m_xml.writeAttribute(u"x"_qs, number(box->rect.x()));
        m_xml.writeAttribute(u"y"_qs, number(box->rect.y()));
        m_xml.writeAttribute(u"width"_qs, number(box->rect.width()));
        m_xml.writeAttribute(u"height"_qs, number(box->rect.height()));
        if (box->radius > 0)
            m_xml.writeAttribute(u"rx"_qs, number(box->radius));
        fill(box->fill);
        stroke(box->stroke);
    } else if (const auto* const path = std::get_if<PathShape>(&shape)) {
        m_xml.writeEmptyElement(u"path"_qs);
        m_xml.writeAttribute(u"d"_qs, pathData(path->path) + (path->fill.isValid() ? u"Z"_qs : QString()));
        fill(path->fill);
        stroke(path->stroke);
    } else if (const auto* const words = std::get_if<TextShape>(&shape)) {
        text(*words);
    } else if (const auto* const sign = std::get_if<IconShape>(&shape)) {
        icon(*sign);
    } else {
        image(std::get<ImageShape>(shape));
    }
}

void SvgWriter::item(const DrawnItem& item)
{
    m_xml.writeStartElement(u"g"_qs);
    m_xml.writeAttribute(u"class"_qs, item.classes.join(u' '));
    if (!item.id.isEmpty() && item.role != DrawnRole::Badge)
        m_xml.writeAttribute(u"id"_qs, item.id);
    if (item.role == DrawnRole::Link) {
        m_xml.writeAttribute(u"data-from"_qs, item.from);
        m_xml.writeAttribute(u"data-to"_qs, item.to);
    } else if (item.role == DrawnRole::Badge) {
        m_xml.writeAttribute(u"data-subject"_qs, item.id);
    } else if (!item.id.isEmpty()) {
        m_xml.writeAttribute(u"data-site"_qs, item.site);
    }
    if (!item.title.isEmpty())
        m_xml.writeTextElement(u"title"_qs, item.title);
    for (const Shape2D& part : item.shapes)
        shape(part);
    if (!item.label.empty()) {
        m_xml.writeStartElement(u"g"_qs);
        m_xml.writeAttribute(u"class"_qs, u"label"_qs);
        for (const Shape2D& part : item.label)
            shape(part);
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void SvgWriter::write(const Drawing& drawing, const QString& description)
{
    const QRectF& box = drawing.bounds;
    m_xml.writeStartDocument();
    m_xml.writeStartElement(u"svg"_qs);
    m_xml.writeAttribute(u"xmlns"_qs, u"http://www.w3.org/2000/svg"_qs);
    m_xml.writeAttribute(u"xmlns:xlink"_qs, u"http://www.w3.org/1999/xlink"_qs);
    m_xml.writeAttribute(u"width"_qs, number(box.width()) + u"px"_qs);
    m_xml.writeAttribute(u"height"_qs, number(box.height()) + u"px"_qs);
    m_xml.writeAttribute(u"viewBox"_qs, u"%1 %2"_qs.arg(point(box.topLeft()), point({box.width(), box.height()})));
    m_xml.writeAttribute(u"role"_qs, u"img"_qs);
    m_xml.writeTextElement(u"title"_qs, drawing.title.isEmpty() ? u"Design"_qs : drawing.title);
    m_xml.writeTextElement(u"desc"_qs, description);
    // A path, so that nobody takes the page for a box of the design.
    shape(PathShape{[&] { QPainterPath page; page.addRect(box); return page; }(), drawing.background, {}});
    for (const DrawnItem& part : drawing.items)
        item(part);
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
}

}  // namespace

QByteArray writeSvg(const ExportInput& input, const ExportOptions& options)
{
    QByteArray out;
    SvgWriter(out).write(drawingFor(input, options), descriptionOf(input));
    return out;
}

}  // namespace redoubt

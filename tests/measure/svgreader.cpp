// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/svgcounts.h"
#include "tests/measure/svgpath.h"

#include <QXmlStreamReader>
#include <array>

namespace redoubt::measure {

namespace {

// Advance widths of Arial from space to tilde in thousandths of the size; Liberation Sans and Helvetica have the same
// (Adobe Font Metrics of Helvetica, 1985).
constexpr std::array<int, 95> advances{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr double otherAdvance = 0.556, wideAdvance = 1.0;  ///< Latin letters with accents; scripts of square letters
constexpr double boldWider = 1.07;
constexpr double aboveBaseline = 0.73, belowBaseline = 0.21;  ///< of the size: tallest and deepest letters

/// The rectangle of the letters of one `<text>`.
QRectF lettersOf(const QXmlStreamAttributes& attributes, const QString& text)
{
    const double size = attributes.value(QLatin1String("font-size")).toDouble();
    double width = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        width += code >= 32 && code < 127 ? advances[code - 32] / 1000.0 : code >= 0x2e80 ? wideAdvance : otherAdvance;
    }
    width *= size * (attributes.value(QLatin1String("font-weight")) == QLatin1String("bold") ? boldWider : 1);
    const auto anchor = attributes.value(QLatin1String("text-anchor"));
    const double before = anchor == QLatin1String("middle") ? width / 2 : anchor == QLatin1String("end") ? width : 0;
    return QRectF(attributes.value(QLatin1String("x")).toDouble() - before,
                  attributes.value(QLatin1String("y")).toDouble() - aboveBaseline * size, width,
                  (aboveBaseline + belowBaseline) * size);
}

QRectF rectOf(const QXmlStreamAttributes& attributes)
{
    const auto number = [&](const char* name) { return attributes.value(QLatin1String(name)).toDouble(); };
    return {number("x"), number("y"), number("width"), number("height")};
}

/// Walks the document once; a part is a `<g>` of class element, container or link.
class Reader {
public:
    explicit Reader(const QByteArray& svg) : m_xml(svg) {}

    SvgPicture run()
    {
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement())
                open();
            else if (m_xml.isEndElement())
                close();
        }
        if (m_xml.hasError())
            m_picture.error = QStringLiteral("line %1: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString());
        else if (!m_isSvg)
            m_picture.error = QStringLiteral("not an SVG picture");
        return m_picture;
    }

private:
    enum class Part { None, Box, Link };

    void open()
    {
        const QString tag = m_xml.name().toString();
        const QXmlStreamAttributes attributes = m_xml.attributes();
        ++m_depth;
        if (tag == QLatin1String("svg") && m_depth == 1) {
            m_isSvg = true;
            m_picture.width = attributes.value(QLatin1String("viewBox")).toString().split(u' ').value(2).toDouble();
        } else if (tag == QLatin1String("g")) {
            group(attributes);
        } else if (m_part == Part::Link) {
            inLink(tag, attributes);
        } else if (m_part == Part::Box) {
            inBox(tag, attributes);
        }
    }

    void group(const QXmlStreamAttributes& attributes)
    {
        const QStringList classes = attributes.value(QLatin1String("class")).toString().split(u' ', Qt::SkipEmptyParts);
        const auto text = [&](const char* name) { return attributes.value(QLatin1String(name)).toString(); };
        if (m_part != Part::None) {
            if (classes.contains(QLatin1String("label")))
                m_labelDepth = m_depth;
            else if (attributes.hasAttribute(QLatin1String("transform")))
                m_iconDepth = m_iconDepth ? m_iconDepth : m_depth;
            return;
        }
        const QString kind = classes.value(0);
        if (kind == QLatin1String("link")) {
            m_part = Part::Link;
            m_picture.links.append({text("id"), text("data-from"), text("data-to"), {}, {}, classes.mid(1).join(u' '), {}});
        } else if (kind == QLatin1String("element") || kind == QLatin1String("container")) {
            m_part = Part::Box;
            m_picture.boxes.append({text("id"), text("data-site"), kind == QLatin1String("container"), {}, {}});
        } else {
            return;
        }
        m_partDepth = m_depth;
    }

    void inLink(const QString& tag, const QXmlStreamAttributes& attributes)
    {
        SvgLink& link = m_picture.links.last();
        if (tag == QLatin1String("title")) {
            link.words = m_xml.readElementText().section(QStringLiteral(" · "), 1);
            --m_depth;
        } else if (tag == QLatin1String("text"))
            link.label.append(text(attributes));
        else if (tag == QLatin1String("rect") && m_labelDepth)
            link.label.append(rectOf(attributes));
        else if (tag == QLatin1String("path") && link.corners.isEmpty()) {
            if (const auto corners = cornersOf(attributes.value(QLatin1String("d")).toString()))
                link.corners = *corners;
            else
                m_xml.raiseError(QStringLiteral("the line of %1 is not one of M, L, H, V, A and Q").arg(link.id));
        }
    }

    void inBox(const QString& tag, const QXmlStreamAttributes& attributes)
    {
        SvgBox& box = m_picture.boxes.last();
        if (m_iconDepth)
            return;
        if (tag == QLatin1String("text"))
            box.words.append(text(attributes));
        else if (tag == QLatin1String("rect") && box.outline.isNull())
            box.outline = rectOf(attributes);
        else if (tag == QLatin1String("path") && box.outline.isNull())
            box.outline = boundsOf(attributes.value(QLatin1String("d")).toString());
    }

    QRectF text(const QXmlStreamAttributes& attributes)
    {
        const QString words = m_xml.readElementText();
        --m_depth;
        return lettersOf(attributes, words);
    }

    void close()
    {
        if (m_depth == m_labelDepth)
            m_labelDepth = 0;
        if (m_depth == m_iconDepth)
            m_iconDepth = 0;
        if (m_depth == m_partDepth) {
            m_partDepth = 0;
            m_part = Part::None;
        }
        --m_depth;
    }

    QXmlStreamReader m_xml;
    SvgPicture m_picture;
    Part m_part = Part::None;
    bool m_isSvg = false;
    int m_depth = 0, m_partDepth = 0, m_labelDepth = 0, m_iconDepth = 0;
};

}  // namespace

SvgPicture readPicture(const QByteArray& svg)
{
    return Reader(svg).run();
}

}  // namespace redoubt::measure

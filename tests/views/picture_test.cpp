// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "views/export/exporters.h"
#include "views/render/draw.h"
#include "views/render/paint.h"
#include "views/render/style.h"

#include <QtTest>

using namespace redoubt;

namespace {

constexpr char sample[] = REDOUBT_SOURCE_DIR "/tests/data/pictures/two-sites.redoubt.yaml";

/// One `<g>` of the exported SVG that stands for an element, a container or a link.
struct Part {
    QStringList classes;
    QString id, site, from, to, title, outlineTag;
    QXmlStreamAttributes outline;
    QStringList words;
};

struct Svg {
    QList<Part> parts;
    QStringList tags;
    QStringList families;
    QSizeF size;
    QRectF viewBox;
    QString error;
};

Svg parse(const QByteArray& bytes)
{
    Svg svg;
    QXmlStreamReader xml(bytes);
    QList<int> open;  // index of the part at each depth, -1 for other elements
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const QString tag = xml.name().toString();
            const QXmlStreamAttributes attributes = xml.attributes();
            svg.tags << tag;
            const QStringList classes = attributes.value(u"class"_qs).toString().split(u' ');
            int part = -1;
            if (tag == u"svg") {
                svg.size = {attributes.value(u"width"_qs).toString().chopped(2).toDouble(),
                            attributes.value(u"height"_qs).toString().chopped(2).toDouble()};
                const QStringList box = attributes.value(u"viewBox"_qs).toString().split(u' ');
                svg.viewBox = {box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
            }
            if (tag == u"g" && attributes.hasAttribute(u"id"_qs)) {
                part = int(svg.parts.size());
                svg.parts.append({classes, attributes.value(u"id"_qs).toString(), attributes.value(u"data-site"_qs).toString(),
                                  attributes.value(u"data-from"_qs).toString(), attributes.value(u"data-to"_qs).toString(),
                                  {}, {}, {}, {}});
            }
            int inside = -1;
            for (const int at : open)
                inside = at >= 0 ? at : inside;
            if (inside >= 0) {
                Part& holder = svg.parts[inside];
                if ((tag == u"rect" || tag == u"path") && holder.outlineTag.isEmpty()) {
                    holder.outlineTag = tag;
                    holder.outline = attributes;
                }
            }
            if (tag == u"text")
                svg.families << attributes.value(u"font-family"_qs).toString();
            if (tag == u"text" || tag == u"title") {
                const QString text = xml.readElementText();
                if (inside >= 0 && tag == u"text")
                    svg.parts[inside].words << text;
                else if (inside >= 0)
                    svg.parts[inside].title = text;
                continue;
            }
            open << part;
        } else if (xml.isEndElement()) {
            open.removeLast();
        }
    }
    svg.error = xml.hasError() ? xml.errorString() : QString();
    svg.families.removeDuplicates();
    return svg;
}

}  // namespace

class PictureTest : public QObject {
    Q_OBJECT

    Catalog m_catalog;
    Design m_design;
    Report m_report;

    ExportInput input() const { return {m_design, m_catalog, m_report}; }
    QByteArray written(const char* suffix, const ExportOptions& options = {}) const
    {
        return exporterFor(QString::fromLatin1(suffix))->write(input(), options);
    }
    QStringList label(const char* id) const
    {
        return linkLabel(m_design, m_catalog, *m_design.link({QString::fromLatin1(id)}));
    }

private slots:
    void initTestCase()
    {
        m_catalog = builtinCatalog();
        m_design = readDesignFile(QString::fromLatin1(sample), m_catalog).design;
        m_report.findings.push_back({u"DE-001"_qs, Severity::Warning, u"One distributed engine"_qs, {}, {u"de-1"_qs}});
        m_report.findings.push_back({u"SITE-003"_qs, Severity::Advice, u"All in one site"_qs, {}, {u"dc-a"_qs, u"de-1"_qs}});
    }

    void everything_is_drawn_once()
    {
        for (const bool hidden : {false, true}) {
            DrawOptions options;
            options.hiddenLinks = hidden;
            const Scene scene = layOut(m_design, m_catalog, options);
            QHash<QString, int> times;
            for (const DrawnItem& item : draw(m_design, m_catalog, scene, lightStyle(), options).items) {
                ++times[item.id];
                QVERIFY2(!item.shapes.empty(), qPrintable(item.id));
                QVERIFY2(item.outline.isValid() || item.role == DrawnRole::Link, qPrintable(item.id));
                QVERIFY2(!item.title.isEmpty(), qPrintable(item.id));
            }
            for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it)
                QVERIFY2(times.take(it.key().value) == 1, qPrintable(it.key().value));
            for (auto it = m_design.links.cbegin(); it != m_design.links.cend(); ++it)
                QCOMPARE(times.take(it.key().value), (*it)->hidden && !hidden ? 0 : 1);
            QVERIFY(times.isEmpty());
        }
    }

    void words_on_links_come_from_the_model()
    {
        QCOMPARE(label("l-01"), QStringList{u"TCP 443"_qs});
        QCOMPARE(label("l-07"), (QStringList{u"TCP 443"_qs, u"TCP 5671"_qs}));
        QCOMPARE(label("l-09"), QStringList{u"TCP 5593, optional"_qs});
        QCOMPARE(label("l-10"), QStringList());  // the listener's box says it
        QCOMPARE(label("l-18"), QStringList{u"Synchronous replication, Secret Server"_qs});
        QCOMPARE(label("l-19"), QStringList{u"Asynchronous replication, Privilege Manager"_qs});
        QCOMPARE(label("l-24"), QStringList{u"TCP 443, credential sync every 12 hours"_qs});
        QVERIFY(label("l-20").join(u' ').contains(u"quorum"_qs));
    }

    void text_keeps_inside_its_box()
    {
        const Scene scene = layOut(m_design, m_catalog);
        for (const DrawnItem& item : draw(m_design, m_catalog, scene, lightStyle()).items) {
            for (const std::vector<Shape2D>* const shapes : {&item.shapes, &item.label}) {
                for (const Shape2D& shape : *shapes) {
                    const TextShape* const text = std::get_if<TextShape>(&shape);
                    if (!text)
                        continue;
                    QVERIFY2(text->size >= 10, qPrintable(text->text));
                    const double width = textWidth(text->text, text->size, text->semibold);
                    const double left = text->baseline.x() - (text->align == TextAlign::Left ? 0 : width / 2);
                    const QRectF words(left, text->baseline.y() - ascent(text->size), width, lineHeight(text->size));
                    const bool outside = item.role == DrawnRole::Container && item.classes.contains(u"site"_qs);
                    const QRectF box = shapes == &item.label ? item.labelRect : item.outline;
                    QVERIFY2(outside || box.adjusted(-0.5, -1, 0.5, 1).contains(words),
                             qPrintable(item.id + u": "_qs + text->text));
                }
            }
        }
    }

    void lines_end_at_what_they_mean()
    {
        const Scene scene = layOut(m_design, m_catalog);
        for (const DrawnItem& item : draw(m_design, m_catalog, scene, lightStyle()).items) {
            if (item.role != DrawnRole::Link)
                continue;
            // At the element itself, or at the border of a layer that holds nothing else.
            const auto touches = [&](const QString& id, QPointF at) {
                QString end = standIn(m_design, m_catalog, {id}).value;
                for (;;) {
                    const QRectF box = scene.outlines.value(end);
                    const QRectF beyond = box.adjusted(-1, -1, 1, 1);
                    const bool border = beyond.contains(at) && !box.adjusted(1, 1, -1, -1).contains(at);
                    if (m_catalog.kind(m_design.element({end})->kind)->container ? border : beyond.contains(at))
                        return true;
                    end = m_design.element({end})->in.value;
                    if (end.isEmpty() || scene.members.value(end).size() != 1)
                        return false;
                }
            };
            QVERIFY2(touches(item.from, item.line.front()), qPrintable(item.id));
            QVERIFY2(touches(item.to, item.line.back()), qPrintable(item.id));
        }
    }

    void single_items_equal_those_of_the_whole()
    {
        const Scene scene = layOut(m_design, m_catalog);
        const auto same = [](const DrawnItem& a, const DrawnItem& b) {
            return a.id == b.id && a.outline == b.outline && a.line == b.line && a.shapes.size() == b.shapes.size();
        };
        for (const DrawnItem& item : draw(m_design, m_catalog, scene, lightStyle()).items) {
            const bool link = item.role == DrawnRole::Link;
            QVERIFY(same(item, link ? drawLink(m_design, m_catalog, scene, lightStyle(), {item.id})
                                    : drawElement(m_design, m_catalog, scene, lightStyle(), {item.id})));
        }
    }

    void moving_one_thing_keeps_the_other_lines()
    {
        const Scene before = layOut(m_design, m_catalog);
        Design moved = m_design;
        moved.layout[u"users-ss"_qs].translate(24, 12);
        const Scene after = layOutAgain(moved, m_catalog, before, {u"users-ss"_qs});
        QCOMPARE(after.routes.size(), before.routes.size());
        QCOMPARE(after.routes[after.routeOf[u"l-23"_qs]].points, before.routes[before.routeOf[u"l-23"_qs]].points);
        QVERIFY(after.routes[after.routeOf[u"l-01"_qs]].points != before.routes[before.routeOf[u"l-01"_qs]].points);
        const Scene same = layOutAgain(m_design, m_catalog, before, {});
        for (int i = 0; i < same.routes.size(); ++i)
            QCOMPARE(same.routes[i].points, before.routes[i].points);
    }

    void svg_has_the_promised_structure()
    {
        const Svg svg = parse(written("svg"));
        QCOMPARE(svg.error, QString());
        QCOMPARE(svg.size, svg.viewBox.size());
        QCOMPARE(svg.families, QStringList{u"Arial"_qs});
        for (const QString& forbidden : {u"style"_qs, u"script"_qs, u"clipPath"_qs, u"marker"_qs, u"symbol"_qs, u"tspan"_qs})
            QVERIFY2(!svg.tags.contains(forbidden), qPrintable(forbidden));
        QSet<QString> seen;
        static const QRegularExpression data(u"^M[-0-9.MLHVAQ ]+$"_qs);
        for (const Part& part : svg.parts) {
            QVERIFY2(!seen.contains(part.id), qPrintable(part.id));
            seen << part.id;
            QVERIFY2(!part.title.isEmpty(), qPrintable(part.id));
            QVERIFY2(!part.outlineTag.isEmpty(), qPrintable(part.id));
            if (part.classes.front() == u"link") {
                QCOMPARE(part.outlineTag, u"path"_qs);
                QVERIFY2(data.match(part.outline.value(u"d"_qs).toString()).hasMatch(), qPrintable(part.id));
                QVERIFY(m_design.element({part.from}) && m_design.element({part.to}));
                QVERIFY((QStringList{u"normal"_qs, u"failover"_qs, u"optional"_qs}.contains(part.classes.back())));
            } else {
                QCOMPARE(part.classes.back(), m_design.element({part.id})->kind);
                QCOMPARE(part.classes.front(),
                         m_catalog.kind(part.classes.back())->container ? u"container"_qs : u"element"_qs);
            }
        }
        const auto part = [&](const QString& id) {
            return *std::find_if(svg.parts.cbegin(), svg.parts.cend(), [&](const Part& p) { return p.id == id; });
        };
        QCOMPARE(part(u"ss-1"_qs).site, u"dc-a"_qs);
        QCOMPARE(part(u"rmq-1"_qs).site, u"dc-a"_qs);
        QCOMPARE(part(u"users-ss"_qs).site, QString());
        QCOMPARE(part(u"l-03"_qs).classes, (QStringList{u"link"_qs, u"failover"_qs}));
        QVERIFY(part(u"l-07"_qs).words.contains(u"TCP 5671"_qs));
        QVERIFY(part(u"sql-1-ss"_qs).words.contains(u"SS 1433"_qs));
        QVERIFY(part(u"dc-a"_qs).words.contains(u"Primary site"_qs));
        QVERIFY(part(u"pm-3"_qs).words.contains(u"Cold standby"_qs));
    }

    void svg_takes_hostile_text_as_text()
    {
        Design design = m_design;
        Element named = *design.element({u"ss-1"_qs});
        named.name = u"<b>&\"]]></b>"_qs;
        design.insert(u"ss-1"_qs, named);
        const QByteArray svg = exporterFor(u"svg"_qs)->write({design, m_catalog, m_report}, {});
        const Svg parsed = parse(svg);
        QCOMPARE(parsed.error, QString());
        QVERIFY(svg.contains("&lt;b&gt;"));
    }

    void legend_and_title_block_say_what_is_on_the_page()
    {
        const QByteArray with = written("svg");
        for (const char* const words : {"Legend", "Connection after a failover", "Optional connection", "Example Ltd", "J. Example",
                                        "Confidential", "SS-PM-B1"})
            QVERIFY2(with.contains(words), words);
        QVERIFY(!with.contains("Network between sites"));
        ExportOptions bare;
        bare.legend = bare.titleBlock = false;
        const QByteArray without = written("svg", bare);
        QVERIFY(!without.contains("Legend") && !without.contains("Example Ltd"));
    }

    void png_has_size_and_resolution()
    {
        const double width = parse(written("svg")).size.width();
        for (const double dpi : {96.0, 192.0}) {
            ExportOptions options;
            options.dpi = dpi;
            const QImage image = QImage::fromData(written("png", options), "png");
            QCOMPARE(image.width(), int(std::ceil(width * dpi / 96)));
            QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), int(dpi));
            QCOMPARE(image.pixelColor(2, 2), lightStyle().canvas);
        }
        ExportOptions dark;
        dark.dark = true;
        dark.dpi = 48;
        QCOMPARE(QImage::fromData(written("png", dark)).pixelColor(1, 1), darkStyle().canvas);
        ExportOptions huge;
        huge.dpi = 2000;
        QVERIFY_THROWS_EXCEPTION(ExportError, written("png", huge));
    }

    void pdf_has_the_exact_page()
    {
        const QSizeF size = parse(written("svg")).size * 0.75;
        const QByteArray pdf = written("pdf");
        QVERIFY(pdf.startsWith("%PDF-"));
        static const QRegularExpression box(u"MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"_qs);
        const auto match = box.match(QString::fromLatin1(pdf));
        QVERIFY(match.hasMatch());
        QVERIFY(std::abs(match.captured(1).toDouble() - size.width()) < 0.6);
        QVERIFY(std::abs(match.captured(2).toDouble() - size.height()) < 0.6);
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }

    void pdf_text_can_be_selected()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"out.pdf"_qs);
        exportTo(path, *exporterFor(u"PDF"_qs), input(), {});
        QProcess reader;
        reader.start(u"pdftotext"_qs, {u"-layout"_qs, path, u"-"_qs});
        if (!reader.waitForStarted())
            QFAIL("pdftotext is not installed; ./dev test installs it");
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (const QString& words : {u"Datacenter A"_qs, u"TCP 5671"_qs, u"SQL Quorum"_qs, u"Asynchronous replication, Privilege Manager"_qs})
            QVERIFY2(text.contains(words), qPrintable(words));
    }

    void the_same_design_gives_the_same_bytes()
    {
        for (const char* const suffix : {"svg", "png", "pdf"}) {
            const QByteArray first = written(suffix);
            QTest::qWait(1100);  // past the next second, which a PDF would otherwise name
            QCOMPARE(written(suffix), first);
        }
    }

    void severity_marks_show_the_worst()
    {
        DrawOptions options;
        options.badges = &m_report;
        options.legend = true;
        const Scene scene = layOut(m_design, m_catalog, options);
        QStringList marks;
        for (const DrawnItem& item : draw(m_design, m_catalog, scene, lightStyle(), options).items)
            if (item.role == DrawnRole::Badge)
                marks << item.id + u':' + item.classes.back();
        marks.sort();
        QCOMPARE(marks, (QStringList{u"dc-a:advice"_qs, u"de-1:warning"_qs}));
    }

    void painting_small_leaves_the_words_out()
    {
        const Scene scene = layOut(m_design, m_catalog);
        const DrawnItem item = drawElement(m_design, m_catalog, scene, lightStyle(), {u"dc-a"_qs});
        for (const double scale : {0.05, 0.2, 1.0}) {
            QImage image(400, 400, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.scale(scale, scale);
            paint(painter, item, {scale});
        }
        QVERIFY(true);
    }

    void an_empty_design_still_exports()
    {
        const Design empty;
        for (const char* const suffix : {"svg", "png", "pdf"})
            QVERIFY(exporterFor(QString::fromLatin1(suffix))->write({empty, m_catalog, m_report}, {}).size() > 100);
        QVERIFY_THROWS_EXCEPTION(ExportError, exportTo(u"/no/such/folder/x.svg"_qs, *exporterFor(u"svg"_qs), input(), {}));
        QVERIFY(!exporterFor(u"bmp"_qs));
    }
};

QTEST_MAIN(PictureTest)
#include "picture_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// What-if as a picture: on every published design, with every site and every connection failed in turn.
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "tests/support/drawntexts.h"
#include "views/export/exporters.h"
#include "views/render/draw.h"
#include "views/render/outage.h"
#include "views/render/statemarks.h"

#include <QtTest>

using namespace redoubt;

namespace {

bool sameBox(const DrawnItem& a, const DrawnItem& b)
{
    const auto* first = std::get_if<BoxShape>(&a.shapes.front());
    const auto* second = std::get_if<BoxShape>(&b.shapes.front());
    const auto* path = std::get_if<PathShape>(&a.shapes.front());
    const auto* other = std::get_if<PathShape>(&b.shapes.front());
    return first ? second && first->rect == second->rect : path && other && path->path == other->path;
}

const QStringList ways{u"in-use"_qs, u"taking-over"_qs, u"after-people"_qs, u"idle"_qs, u"failed"_qs};

}  // namespace

class OutagePictureTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();

    /// The picture with these failures beside the plain one: nothing moves, and whatever is hit says so.
    void compare(const Design& design, const Scene& scene, const Drawing& plain, const QStringList& fails, const Style& style)
    {
        const Outage outage(design, m_catalog, {u"Test"_qs, fails, u"A note"_qs});
        DrawOptions options;
        options.outage = &outage;
        options.caption = true;
        options.legend = true;
        const Drawing drawing = draw(design, m_catalog, scene, style, options);
        const QString what = fails.join(u' ');
        QRectF content;
        for (size_t i = 0; i < plain.items.size(); ++i) {
            const DrawnItem& before = plain.items[i];
            const DrawnItem& now = drawing.items[i];
            QCOMPARE(now.id, before.id);
            QCOMPARE(now.outline, before.outline);
            QCOMPARE(now.line, before.line);
            content |= now.outline;
            if (before.shapes.empty() || before.role == DrawnRole::Note)
                continue;
            QVERIFY2(sameBox(before, now), qPrintable(what + u' ' + now.id));
            if (now.role == DrawnRole::Link) {
                const auto known = std::count_if(ways.begin(), ways.end(), [&](const QString& w) { return now.classes.contains(w); });
                QVERIFY2(now.line.isEmpty() || known == 1, qPrintable(what + u' ' + now.id));
                QCOMPARE(now.classes.contains(u"failed"_qs), fails.contains(now.id));
                continue;
            }
            const Outage::Thing thing = outage.thing(now.id);
            QCOMPARE(now.classes.contains(u"failed"_qs), thing == Outage::Thing::Failed);
            QCOMPARE(now.classes.contains(u"lost"_qs), thing == Outage::Thing::Lost);
            if (thing == Outage::Thing::Failed)
                QVERIFY2(textsOf(now).contains(u"Failed"_qs) && now.title.contains(u"Failed"), qPrintable(what + u' ' + now.id));
            if (thing == Outage::Thing::Lost)  // a word or, inside what says it, a mark
                QVERIFY2(scene.placement.contains(now.id) ? now.shapes.size() >= before.shapes.size() + 2 : now.title.contains(u"Lost"),
                         qPrintable(what + u' ' + now.id));
        }
        const DrawnItem& caption = drawing.items.back();
        QCOMPARE(caption.role, DrawnRole::Caption);
        QVERIFY(caption.outline.bottom() < content.top() && drawing.bounds.contains(caption.outline));
        const QString words = textsOf(caption).join(u' ');
        QVERIFY(words.contains(u"Test") && words.contains(u"A note"));
        for (const ServiceOutlook& service : outage.result().services)
            QVERIFY2(words.contains(service.name.section(u' ', 0, 0)), qPrintable(service.name));
        for (const Shape2D& shape : caption.shapes)
            if (const auto* text = std::get_if<TextShape>(&shape)) {
                QVERIFY2(caption.outline.contains(text->baseline), qPrintable(text->text));
                QVERIFY2(text->baseline.x() + textWidth(text->text, text->size, text->semibold) <= caption.outline.right() + 0.5,
                         qPrintable(text->text));
            }
    }

private slots:
    void everySiteOfEveryDesign()
    {
        int pictures = 0;
        for (const ReferenceDesign& reference : referenceDesigns()) {
            const Design design = readDesign(referenceDesign(reference.id), reference.id, m_catalog).design;
            const Scene scene = layOut(design, m_catalog);
            const Drawing plain = draw(design, m_catalog, scene, lightStyle());
            const Drawing dark = draw(design, m_catalog, scene, darkStyle());
            for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
                const ElementKind* kind = m_catalog.kind(it.value()->kind);
                if (!kind || !kind->site)
                    continue;
                compare(design, scene, plain, {it.key().value}, lightStyle());
                compare(design, scene, dark, {it.key().value}, darkStyle());
                pictures += 2;
            }
            if (!design.links.isEmpty())
                compare(design, scene, plain, {design.links.firstKey().value, design.elements.lastKey().value}, lightStyle());
        }
        QVERIFY(pictures > 40);
    }

    void nothingFailedMarksNothing()
    {
        const Design design = readDesign(referenceDesign(u"ss-pm-c3"_qs), u"c3"_qs, m_catalog).design;
        const Outage outage(design, m_catalog, {});
        QCOMPARE(outage.title(), u"Everything works"_qs);
        DrawOptions options;
        options.outage = &outage;
        for (const DrawnItem& item : draw(design, m_catalog, layOut(design, m_catalog), lightStyle(), options).items)
            QVERIFY(!item.classes.contains(u"failed"_qs) && !item.classes.contains(u"lost"_qs));
    }

    /// Light and dark: signs on marks and words on pills can be read, marks stand off the canvas.
    void marksAreReadable()
    {
        for (const Style* style : {&lightStyle(), &darkStyle()}) {
            for (const ServiceState state : {ServiceState::Working, ServiceState::Degraded, ServiceState::NeedsPerson, ServiceState::Down}) {
                QVERIFY(contrast(style->state(state), style->canvas) >= 3);
                QVERIFY(contrast(style->state(state), style->onState) >= 3);
                std::vector<Shape2D> shapes;
                drawStateMark(*style, state, {10, 10}, 16, shapes);
                QVERIFY(shapes.size() >= 2);
            }
            const PillLook failed = failedPill(*style, 11), lost = lostPill(*style, 11);
            QVERIFY(contrast(failed.text, failed.fill) >= 4.5);
            QVERIFY(contrast(lost.text, lost.fill) >= 4.5);
        }
    }

    void namesAreToldApart()
    {
        const Design design = readDesign(referenceDesign(u"ss-pm-c3"_qs), u"c3"_qs, m_catalog).design;
        QCOMPARE(failureName(design, u"dc-a"_qs), u"Datacenter A"_qs);
        QCOMPARE(failureName(design, u"replication-ss"_qs), u"the connection from Database Server Layer to Database Server Layer"_qs);
        QVERIFY(failureName(design, u"db-layer-a"_qs) != failureName(design, u"db-layer-b"_qs));
        QCOMPARE(hoursWords(1), u"1 hour"_qs);
        QCOMPARE(hoursWords(0.5), u"30 minutes"_qs);
        const Outage outage(design, m_catalog, {{}, {u"dc-a"_qs, u"witness"_qs}, {}});
        QVERIFY2(outage.title().startsWith(u"What if Datacenter A and ") && outage.title().endsWith(u" are lost"), qPrintable(outage.title()));
    }

    void everyFormatDrawsIt()
    {
        const Design design = readDesign(referenceDesign(u"ss-pm-b1"_qs), u"b1"_qs, m_catalog).design;
        const Report report;
        ExportOptions plain, lost;
        lost.whatIf = Scenario{u"Witness lost"_qs, {u"witness"_qs}, {}};
        for (const char* suffix : {"svg", "png", "pdf"}) {
            const Exporter* exporter = exporterFor(QString::fromLatin1(suffix));
            QVERIFY(exporter->write({design, m_catalog, report}, plain) != exporter->write({design, m_catalog, report}, lost));
        }
        for (const char* suffix : {"csv", "yaml"}) {
            const Exporter* exporter = exporterFor(QString::fromLatin1(suffix));
            QCOMPARE(exporter->write({design, m_catalog, report}, plain), exporter->write({design, m_catalog, report}, lost));
        }
        const QByteArray svg = exporterFor(u"svg"_qs)->write({design, m_catalog, report}, lost);
        QVERIFY(svg.contains("class=\"element witness failed\"") && svg.contains(">Witness lost</text>"));
    }
};

QTEST_MAIN(OutagePictureTest)
#include "outage_picture_test.moc"

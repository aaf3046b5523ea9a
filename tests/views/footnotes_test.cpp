// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk.h"
#include "tests/support/drawntexts.h"
#include "tests/support/rulecases.h"
#include "views/render/style.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

void remark(Design& design, const QString& id, const QString& words)
{
    Element element = *design.element({id});
    element.properties[u"footnote"_s] = PropertyValue(words);
    design.insert(id, element);
}

QStringList shownAt(const Design& design, const Scene& scene, const QString& id)
{
    return textsOf(drawElement(design, testCatalog(), scene, lightStyle(), {id}));
}

Drawing drawn(const Design& design, const Scene& scene)
{
    DrawOptions options;
    options.legend = options.titleBlock = true;
    return draw(design, testCatalog(), scene, lightStyle(), options);
}

const DrawnItem* footnotesOf(const Drawing& drawing)
{
    for (const DrawnItem& item : drawing.items)
        if (item.classes.contains(u"footnotes"_s))
            return &item;
    return nullptr;
}

}  // namespace

/// Remarks of elements: a number beside the name, the words below the picture.
class FootnotesTest : public QObject {
    Q_OBJECT

    const Design& m_ssc = *publishedDesigns().constFind(u"ssc"_s);

private slots:
    void they_are_numbered_as_one_reads()
    {
        const Scene scene = layOut(m_ssc, testCatalog());
        QVERIFY(scene.footnotes.size() >= 4);
        QHash<QString, double> tops;
        for (const auto& [id, element] : m_ssc.elements.asKeyValueRange())
            if (const QString words = textAt(element->properties, u"footnote"_s); !words.isEmpty())
                tops.insert(words, scene.placement.value(id.value).top());
        QCOMPARE(tops.size(), scene.footnotes.size());
        for (qsizetype i = 0; i + 1 < scene.footnotes.size(); ++i)
            QVERIFY(tops.value(scene.footnotes[i]) < tops.value(scene.footnotes[i + 1]) + 48);
        QCOMPARE(shownAt(m_ssc, scene, u"waf"_s).last(), u"1"_s);
    }

    void the_same_words_have_one_number()
    {
        Design design = m_ssc;
        for (const QString& id : {u"dns-zone"_s, u"dns-users"_s})
            remark(design, id, u"Only names inside.  "_s);
        const Scene scene = layOut(design, testCatalog());
        const int number = int(scene.footnotes.indexOf(u"Only names inside."_s)) + 1;
        QCOMPARE(scene.footnotes.count(u"Only names inside."_s), 1);
        for (const QString& id : {u"dns-zone"_s, u"dns-users"_s})
            QCOMPARE(shownAt(design, scene, id), (QStringList{u"DNS"_s, QString::number(number)}));
    }

    void the_words_stand_below_everything_and_are_whole()
    {
        Design design = m_ssc;
        const QString words = u"A remark with many words in it. "_s.repeated(12).trimmed();
        remark(design, u"engine"_s, words);
        const Scene scene = layOut(design, testCatalog());
        const Drawing drawing = drawn(design, scene);
        const DrawnItem* notes = footnotesOf(drawing);
        QVERIFY(notes);
        QVERIFY(textsOf(*notes).join(u' ').contains(words));
        for (const DrawnItem& item : drawing.items) {
            if (&item == notes)
                continue;
            QVERIFY2(!item.outline.intersects(notes->outline), qPrintable(item.id + item.classes.join(u' ')));
            if (item.role != DrawnRole::Legend && item.role != DrawnRole::TitleBlock)
                QVERIFY(item.outline.bottom() <= notes->outline.top());
        }
        QVERIFY(drawing.bounds.contains(notes->outline));
        QVERIFY(!footnotesOf(draw(design, testCatalog(), scene, lightStyle())));
    }

    void a_picture_without_remarks_is_as_it_was()
    {
        const Design& design = *publishedDesigns().constFind(u"ss-pm-c3"_s);
        const Scene scene = layOut(design, testCatalog());
        QVERIFY(scene.footnotes.isEmpty() && scene.footnotesOf.isEmpty());
        QVERIFY(!footnotesOf(drawn(design, scene)));
    }

    /// The number is kept clear like the name itself: also of a container and of what a collapsed layer holds.
    void containers_and_collapsed_layers_have_them_too()
    {
        Design design = *publishedDesigns().constFind(u"ss-pm-a1"_s);
        QString site, node, layer;
        for (const auto& [id, element] : design.elements.asKeyValueRange()) {
            if (element->kind == u"site"_s)
                site = id.value;
            if (element->kind == u"ss-web"_s) {
                node = id.value;
                layer = element->in.value;
            }
        }
        remark(design, site, u"Of the site."_s);
        remark(design, node, u"Of a node."_s);
        const Scene plain = layOut(design, testCatalog());
        QCOMPARE(plain.footnotes, (QStringList{u"Of the site."_s, u"Of a node."_s}));
        QVERIFY(shownAt(design, plain, site).contains(u"1"_s) && shownAt(design, plain, node).last() == u"2"_s);
        DrawOptions options;
        options.view = testCatalog().view(u"overview"_s);
        const Scene overview = layOut(design, testCatalog(), options);
        QCOMPARE(overview.footnotesOf.value(layer), QList<int>{2});
        QVERIFY(shownAt(design, overview, layer).contains(u"2"_s));
        const RouteCounts counts = count(plain.boxes, plain.lines, plain.routes);
        QCOMPARE(counts.labelHits + counts.throughBoxes + counts.overlaps, 0);
    }

    void numbers_stay_within_the_border()
    {
        for (Design design : publishedDesigns()) {
            QStringList boxed;
            const Scene plain = layOut(design, testCatalog());
            for (const auto& [id, element] : design.elements.asKeyValueRange())
                if (const Shape shape = testCatalog().kind(element->kind)->shape; plain.placement.contains(id.value) && (shape == Shape::Boxed || shape == Shape::Listener))
                    boxed << id.value;
            for (const QString& id : std::as_const(boxed))
                remark(design, id, u"Of "_s + id);
            const Scene scene = layOut(design, testCatalog());
            for (const QString& id : std::as_const(boxed)) {
                const DrawnItem item = drawElement(design, testCatalog(), scene, lightStyle(), {id});
                const auto& number = std::get<TextShape>(item.shapes.back());
                QVERIFY2(number.baseline.x() + textWidth(number.text, number.size, true) <= item.outline.right(), qPrintable(id));
            }
        }
    }

    void one_more_renumbers_the_others_on_the_canvas()
    {
        Desk desk;
        desk.document.reset(m_ssc);
        const auto shown = [&](const QString& id) { return textsOf(desk.item(id)->drawn()); };
        QCOMPARE(shown(u"waf"_s).last(), u"1"_s);
        desk.editor.setProperty({u"users"_s}, u"footnote"_s, PropertyValue(u"People everywhere."_s));
        QCOMPARE(shown(u"users"_s).last(), u"1"_s);
        QCOMPARE(shown(u"waf"_s).last(), u"2"_s);
        desk.editor.undoStack().undo();
        QCOMPARE(shown(u"waf"_s).last(), u"1"_s);
        QVERIFY(!shown(u"users"_s).contains(u"1"_s));
    }
};

QTEST_MAIN(FootnotesTest)
#include "footnotes_test.moc"

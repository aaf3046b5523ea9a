// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk.h"
#include "tests/support/drawntexts.h"
#include "tests/support/rulecases.h"
#include "views/render/style.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Scene sceneOf(const Design& design, const QString& view)
{
    DrawOptions options;
    options.view = testCatalog().view(view);
    return layOut(design, testCatalog(), options);
}

const Design& published(const QString& id)
{
    return *publishedDesigns().constFind(id);
}

/// Rows of the links that a scene draws.
QSet<QString> rowsIn(const Design& design, const Scene& scene)
{
    QSet<QString> rows;
    for (const RouteLine& line : scene.lines)
        for (const QString& row : design.link({line.id})->rows)
            rows << row;
    return rows;
}

}  // namespace

/// The views of one design: other links, the same elements.
class ViewsTest : public QObject {
    Q_OBJECT

private slots:
    void the_usual_view_is_the_plain_picture()
    {
        for (const Design& design : publishedDesigns()) {
            const Scene plain = layOut(design, testCatalog()), usual = sceneOf(design, testCatalog().views.front().id);
            QCOMPARE(usual.lines.size(), plain.lines.size());
            for (int i = 0; i < plain.routes.size(); ++i)
                QCOMPARE(usual.routes[i].points, plain.routes[i].points);
            QCOMPARE(usual.words, plain.words);
        }
    }

    /// Every link is drawn, or part of a line that is, in some view; in `network` each by itself.
    void no_link_is_lost_between_the_views()
    {
        for (const Design& design : publishedDesigns()) {
            const Scene network = sceneOf(design, u"network"_s);
            for (const LinkId& id : design.links.keys())
                QVERIFY2(network.routeOf.contains(id.value), qPrintable(id.value));
            for (const ViewDef& view : testCatalog().views)
                for (const RouteLine& line : sceneOf(design, view.id).lines)
                    QVERIFY(design.link({line.id}));
        }
    }

    void the_network_view_has_ports_on_every_line()
    {
        const Design& design = published(u"ss-pm-c3"_s);
        const Scene network = sceneOf(design, u"network"_s);
        const Connections connections(design, testCatalog());
        for (const auto& [id, link] : design.links.asKeyValueRange())
            if (!connections.effectivePorts(*link).isEmpty())
                QVERIFY2(!network.words.value(id.value).isEmpty(), qPrintable(id.value));
        const bool anyHidden = std::any_of(design.links.begin(), design.links.end(), [](const auto& link) { return link->hidden; });
        QVERIFY(anyHidden);
        QVERIFY(network.lines.size() > layOut(design, testCatalog()).lines.size());
    }

    void the_data_view_shows_where_data_lies_and_goes()
    {
        const Design& design = published(u"ss-pm-c3"_s);
        const Scene data = sceneOf(design, u"data"_s);
        const QSet<QString> rows = rowsIn(design, data);
        for (const QString& row : {u"CN-05"_s, u"CN-06"_s, u"CN-08"_s, u"CN-19"_s, u"CN-21"_s})
            QVERIFY2(rows.contains(row), qPrintable(row));
        for (const QString& row : {u"CN-01"_s, u"CN-03"_s, u"CN-13"_s, u"CN-31"_s})
            QVERIFY2(!rows.contains(row), qPrintable(row));
        // What has no part in it steps back; a site around something that has does not.
        for (const auto& [id, element] : design.elements.asKeyValueRange()) {
            if (element->kind == u"load-balancer"_s || element->kind == u"distributed-engine"_s)
                QVERIFY2(data.quiet.contains(id.value), qPrintable(id.value));
            if (element->kind == u"site"_s || element->kind == u"sql-server"_s || element->kind == u"ag-listener"_s)
                QVERIFY2(!data.quiet.contains(id.value), qPrintable(id.value));
        }
    }

    /// C-3: balancers and the synchronous group of Secret Server change over alone, the asynchronous one of Privilege
    /// Manager does not. B-1 has no global balancer: people point the users elsewhere.
    void the_failover_view_says_who_acts()
    {
        const auto words = [](const QString& reference, const QString& fromKind, const QString& row) {
            const Design& design = published(reference);
            const Scene scene = sceneOf(design, u"failover"_s);
            QStringList found;
            for (const RouteLine& line : scene.lines) {
                const Link& link = *design.link({line.id});
                const bool from = fromKind.isEmpty() || std::any_of(design.elements.keyBegin(), design.elements.keyEnd(), [&](const ElementId& id) {
                    return design.element(id)->kind == fromKind && (id == link.from || design.element(id)->in == link.from);
                });
                if (link.use == LinkUse::Failover && link.rows.contains(row) && from)
                    found << scene.words.value(line.id);
            }
            found.removeDuplicates();
            return found;
        };
        QCOMPARE(words(u"ss-pm-c3"_s, u"load-balancer"_s, u"CN-02"_s), QStringList{u"by itself"_s});
        QCOMPARE(words(u"ss-pm-b1"_s, u"user-ss"_s, u"CN-01"_s), QStringList{u"by hand"_s});
        const Design& design = published(u"ss-pm-c3"_s);
        const Scene scene = sceneOf(design, u"failover"_s);
        QStringList replication;
        for (const RouteLine& line : scene.lines)
            if (design.link({line.id})->rows.contains(u"CN-06"_s))
                replication << scene.words.value(line.id).join(u": "_s);
        replication.sort();
        QCOMPARE(replication, (QStringList{u"Asynchronous replication, Privilege Manager: fails over by hand"_s,
                                           u"Synchronous replication, Secret Server: fails over by itself"_s}));
    }

    void the_overview_counts_what_layers_hold()
    {
        const Design& design = published(u"ss-pm-c3"_s);
        const Scene scene = sceneOf(design, u"overview"_s);
        for (const auto& [id, element] : design.elements.asKeyValueRange())
            if (const ElementKind* kind = testCatalog().kind(element->kind); kind->shape == Shape::Layer && !scene.inside.contains(id.value)) {
                int webs = 0;
                for (const auto& [inner, held] : design.elements.asKeyValueRange())
                    webs += scene.inside.value(inner.value) == id.value && held->kind == u"ss-web"_s;
                const QStringList texts = textsOf(drawElement(design, testCatalog(), scene, lightStyle(), id));
                QCOMPARE(texts.contains(u"\u00d73"_s), webs == 3 || (texts.contains(u"\u00d73"_s) && webs == 0));
            }
        // No two lines mean the same between the same two boxes, and each link is in exactly one.
        QSet<QString> seen;
        for (const QStringList& joined : scene.joined)
            for (const QString& id : joined) {
                QVERIFY2(!seen.contains(id), qPrintable(id));
                seen << id;
            }
        for (const RouteLine& line : scene.lines)
            QVERIFY(scene.joined.value(line.id).contains(line.id));
        for (const QStringList& words : scene.words)
            QVERIFY(words.isEmpty());
    }

    /// What stands outside layers grows round its middle into free room only, and says its name in larger letters.
    void the_overview_gives_room_to_words_outside_layers()
    {
        int grown = 0, larger = 0;
        for (const Design& design : publishedDesigns()) {
            const Scene plain = layOut(design, testCatalog()), scene = sceneOf(design, u"overview"_s);
            for (auto it = scene.placement.cbegin(); it != scene.placement.cend(); ++it) {
                const QString id = it.key();
                const QRectF rect = it.value(), before = plain.placement.value(id);
                if (rect == before)
                    continue;
                ++grown;
                QVERIFY2(rect.contains(before), qPrintable(id));
                QCOMPARE(rect.center(), before.center());
                QVERIFY(rect.width() <= before.width() * overview::looseWidth + 1 && rect.height() <= before.height() * overview::looseHeight + 1);
                for (const auto& [other, around] : scene.placement.asKeyValueRange())
                    if (other != id && !around.contains(rect))
                        QVERIFY2(!rect.adjusted(-11, -11, 11, 11).intersects(around), qPrintable(id + u' ' + other));
                const auto letters = [&](const Scene& in) {
                    double size = 0;
                    for (const Shape2D& shape : drawElement(design, testCatalog(), in, lightStyle(), {id}).shapes)
                        if (const auto* text = std::get_if<TextShape>(&shape))
                            size = std::max(size, text->size);
                    return size;
                };
                QVERIFY(letters(scene) >= letters(plain));
                larger += letters(scene) > letters(plain);
            }
            const RouteCounts counts = count(scene.boxes, scene.lines, scene.routes);
            QCOMPARE(counts.throughBoxes + counts.labelHits + counts.overlaps, 0);
        }
        QVERIFY2(grown > 30 && larger > 25, qPrintable(u"%1 grown, %2 with larger letters"_s.arg(grown).arg(larger)));
    }

    void a_collapsed_layer_is_moved_with_what_it_holds()
    {
        Desk desk;
        desk.document.reset(published(u"ss-pm-a1"_s));
        desk.view.setDesignView(desk.catalog.view(u"overview"_s));
        desk.view.fit();
        QString layer, node;
        const Design before = desk.design();
        for (const auto& [id, element] : before.elements.asKeyValueRange())
            if (element->kind == u"ss-web"_s) {
                node = id.value;
                layer = element->in.value;
            }
        QVERIFY(!layer.isEmpty() && desk.item(layer) && !desk.item(node));
        const QPoint from = desk.centre(layer), to = from + QPoint(0, 40);
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(desk.view.viewport(), from + QPoint(0, 15));
        QTest::mouseMove(desk.view.viewport(), to);
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, Qt::NoModifier, to);
        QVERIFY(desk.design().layout.value(layer) != before.layout.value(layer));
        QCOMPARE(desk.design().layout.value(node), before.layout.value(node));
        desk.editor.undoStack().undo();
        QCOMPARE(desk.design(), before);
    }

    void what_a_view_leaves_out_is_found_as_drawn()
    {
        Desk desk;
        desk.document.reset(published(u"ss-pm-c3"_s));
        desk.view.setDesignView(desk.catalog.view(u"overview"_s));
        QSignalSpy changed(&desk.view, &CanvasView::designViewChanged), said(&desk.view, &CanvasView::statusMessage);
        QString node;
        for (const auto& [id, element] : desk.design().elements.asKeyValueRange())
            if (element->kind == u"rabbitmq-node"_s)
                node = id.value;
        desk.view.reveal({node});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk.view.designView(), nullptr);
        QVERIFY(said.last().front().toString().contains(u"Overview"_s));
        QVERIFY(desk.item(node));
    }
};

QTEST_MAIN(ViewsTest)
#include "views_test.moc"

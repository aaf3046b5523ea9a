// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/placement.h"

#include <QtTest>

using namespace redoubt;

namespace {

ElementKind kind(const QString& id, Shape shape, QSizeF size)
{
    ElementKind out;
    out.id = id;
    out.shape = shape;
    out.size = size;
    out.container = shape == Shape::Site || shape == Shape::Region || shape == Shape::Layer;
    return out;
}

Catalog smallCatalog()
{
    Catalog catalog;
    catalog.kinds = {kind(u"site"_qs, Shape::Site, {240, 240}),   kind(u"layer"_qs, Shape::Layer, {120, 120}),
                     kind(u"server"_qs, Shape::Node, {72, 84}),   kind(u"broker"_qs, Shape::Badge, {72, 84}),
                     kind(u"instance"_qs, Shape::Caption, {60, 12})};
    catalog.index();
    return catalog;
}

void add(Design& design, const QString& id, const QString& kindId, const QString& in = {}, const QString& host = {})
{
    design.insert(id, Element{kindId, {}, {in}, {host}, {}});
}

}  // namespace

class PlacementTest : public QObject {
    Q_OBJECT

private slots:
    void layoutIsRelativeToTheContainer();
    void containersGrowToTheirContent();
    void nothingReachesIntoBorderOrTitle();
    void whatHasNoLayoutGetsAFreePlace();
    void membersOfALayerStandSideBySide();
    void badgesAndCaptionsHaveNoRectangle();
    void cyclesDoNotHang();
};

void PlacementTest::layoutIsRelativeToTheContainer()
{
    const Catalog catalog = smallCatalog();
    Design design;
    add(design, u"dc"_qs, u"site"_qs);
    add(design, u"web"_qs, u"layer"_qs, u"dc"_qs);
    add(design, u"n1"_qs, u"server"_qs, u"web"_qs);
    design.layout[u"dc"_qs] = QRectF(100, 200, 600, 600);
    design.layout[u"web"_qs] = QRectF(48, 60, 300, 200);
    design.layout[u"n1"_qs] = QRectF(24, 48, 72, 84);
    const Placement placed = place(design, catalog);
    QCOMPARE(placed.value(u"web"_qs), QRectF(148, 260, 300, 200));
    QCOMPARE(placed.value(u"n1"_qs), QRectF(172, 308, 72, 84));
    design.layout[u"dc"_qs].translate(36, -12);
    QCOMPARE(place(design, catalog).value(u"n1"_qs), QRectF(208, 296, 72, 84));
}

void PlacementTest::containersGrowToTheirContent()
{
    const Catalog catalog = smallCatalog();
    Design design;
    add(design, u"dc"_qs, u"site"_qs);
    add(design, u"web"_qs, u"layer"_qs, u"dc"_qs);
    add(design, u"n1"_qs, u"server"_qs, u"web"_qs);
    design.layout[u"dc"_qs] = QRectF(0, 0, 100, 100);
    design.layout[u"web"_qs] = QRectF(24, 24, 60, 60);
    design.layout[u"n1"_qs] = QRectF(200, 100, 72, 84);
    const Placement placed = place(design, catalog);
    const Insets layer = containerInsets(*catalog.kind(u"layer"_qs), false);
    QCOMPARE(placed.value(u"web"_qs), QRectF(24, 24, 272 + layer.right, 184 + layer.bottom));
    const Insets site = containerInsets(*catalog.kind(u"site"_qs), false);
    QCOMPARE(placed.value(u"dc"_qs).right(), placed.value(u"web"_qs).right() + site.right);
    QCOMPARE(placed.value(u"dc"_qs).topLeft(), QPointF(0, 0));
}

void PlacementTest::nothingReachesIntoBorderOrTitle()
{
    const Catalog catalog = smallCatalog();
    Design design;
    add(design, u"web"_qs, u"layer"_qs);
    add(design, u"n1"_qs, u"server"_qs, u"web"_qs);
    design.layout[u"web"_qs] = QRectF(0, 0, 300, 200);
    design.layout[u"n1"_qs] = QRectF(-40, 3, 72, 84);
    const Insets layer = containerInsets(*catalog.kind(u"layer"_qs), false);
    QCOMPARE(place(design, catalog).value(u"n1"_qs).topLeft(), QPointF(layer.left, layer.top));
}

void PlacementTest::whatHasNoLayoutGetsAFreePlace()
{
    const Catalog catalog = smallCatalog();
    Design design;
    for (int i = 0; i < 40; ++i)
        add(design, u"n%1"_qs.arg(i), u"server"_qs, i < 20 ? u"dc"_qs : QString());
    add(design, u"dc"_qs, u"site"_qs);
    design.layout[u"n30"_qs] = QRectF(120, 24, 72, 84);
    const Placement placed = place(design, catalog);
    QCOMPARE(placed.size(), 41);
    for (auto a = placed.cbegin(); a != placed.cend(); ++a) {
        for (auto b = placed.cbegin(); b != placed.cend(); ++b) {
            if (a.key() == b.key() || a.key() == u"dc"_qs || b.key() == u"dc"_qs)
                continue;
            QVERIFY2(!a.value().intersects(b.value()), qPrintable(a.key() + u" over "_qs + b.key()));
        }
    }
    QVERIFY(placed.value(u"dc"_qs).contains(placed.value(u"n7"_qs)));
    QVERIFY(!placed.value(u"dc"_qs).intersects(placed.value(u"n25"_qs)));
    QCOMPARE(place(design, catalog), placed);
}

void PlacementTest::membersOfALayerStandSideBySide()
{
    const Catalog catalog = smallCatalog();
    Design design;
    add(design, u"web"_qs, u"layer"_qs);
    for (int i = 0; i < 5; ++i)
        add(design, u"n%1"_qs.arg(i), u"server"_qs, u"web"_qs);
    const Placement placed = place(design, catalog);
    for (int i = 1; i < 5; ++i) {
        QCOMPARE(placed.value(u"n%1"_qs.arg(i)).top(), placed.value(u"n0"_qs).top());
        QVERIFY(placed.value(u"n%1"_qs.arg(i)).left() > placed.value(u"n%1"_qs.arg(i - 1)).right());
    }
}

void PlacementTest::badgesAndCaptionsHaveNoRectangle()
{
    const Catalog catalog = smallCatalog();
    Design design;
    add(design, u"web"_qs, u"layer"_qs);
    add(design, u"n1"_qs, u"server"_qs, u"web"_qs);
    add(design, u"mq"_qs, u"broker"_qs, u"web"_qs, u"n1"_qs);
    add(design, u"mq-alone"_qs, u"broker"_qs, u"web"_qs);
    add(design, u"sql"_qs, u"instance"_qs, u"n1"_qs);
    add(design, u"db"_qs, u"instance"_qs, u"sql"_qs);
    add(design, u"mq-instance"_qs, u"instance"_qs, u"mq"_qs);
    add(design, u"loose"_qs, u"instance"_qs);
    const Placement placed = place(design, catalog);
    for (const QString& id : {u"mq"_qs, u"sql"_qs, u"db"_qs, u"mq-instance"_qs}) {
        QVERIFY2(!placed.contains(id), qPrintable(id));
        QCOMPARE(standIn(design, catalog, {id}).value, u"n1"_qs);
    }
    QVERIFY(placed.contains(u"mq-alone"_qs));
    QVERIFY(placed.contains(u"loose"_qs));  // nothing to be a caption of: it must be seen
    QCOMPARE(standIn(design, catalog, {u"n1"_qs}).value, u"n1"_qs);
}

void PlacementTest::cyclesDoNotHang()
{
    const Catalog catalog = smallCatalog();
    Design design;
    add(design, u"a"_qs, u"layer"_qs, u"b"_qs);
    add(design, u"b"_qs, u"layer"_qs, u"a"_qs);
    add(design, u"h"_qs, u"broker"_qs, {}, u"h"_qs);
    const Placement placed = place(design, catalog);
    QCOMPARE(placed.size(), 3);
}

QTEST_GUILESS_MAIN(PlacementTest)
#include "placement_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "views/render/draw.h"
#include "views/render/style.h"

#include <QtTest>

using namespace redoubt;

namespace {

/// Whether any run of the line goes through the words of a container.
bool strikesThrough(const Route& route, const QRectF& words)
{
    const QRectF inner = words.adjusted(1, 1, -1, -1);
    for (int i = 0; i + 1 < route.points.size(); ++i) {
        const QRectF run = QRectF(route.points[i], route.points[i + 1]).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
        if (run.intersects(inner))
            return true;
    }
    return false;
}

}  // namespace

/// How the published designs are placed: no line, label or box in another's way, and no worse than the published picture
/// where there is one.
class ReferencePicturesTest : public QObject {
    Q_OBJECT

    const Catalog m_catalog = builtinCatalog();
    Design design(const QString& id) const
    {
        return readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/%1.redoubt.yaml").arg(id), m_catalog).design;
    }

private slots:
    void nothingIsInTheWay_data()
    {
        QTest::addColumn<int>("bends");       // at most
        QTest::addColumn<double>("longest");  // shorter than this share of the picture's width
        // The vault and the cloud: bends and longest line of the published picture.
        QTest::newRow("ss-dsv-a1") << 7 << 0.8;
        QTest::newRow("ss-dsv-a2") << 8 << 0.7;
        QTest::newRow("ss-dsv-b1") << 8 << 0.8;
        QTest::newRow("ss-dsv-c1") << 14 << 0.7;
        QTest::newRow("ssc") << 20 << 0.9;
        // Privilege Secure has no published picture: at most one corner a line.
        QTest::newRow("nps-single") << 3 << 0.5;
        QTest::newRow("nps-remote-services") << 6 << 0.5;
        QTest::newRow("nps-active-passive") << 4 << 0.5;
        QTest::newRow("nps-active-active") << 6 << 0.5;
        QTest::newRow("nps-cloud-native-aws") << 6 << 0.5;
        QTest::newRow("nps-cloud-native-azure") << 6 << 0.5;
        QTest::newRow("nps-third-party-vault") << 4 << 0.5;
        QTest::newRow("nps-laps") << 3 << 0.5;
    }
    void nothingIsInTheWay()
    {
        QFETCH(int, bends);
        QFETCH(double, longest);
        const Scene scene = layOut(design(QString::fromLatin1(QTest::currentDataTag())), m_catalog);
        const RouteCounts counts = count(scene.boxes, scene.lines, scene.routes);
        QCOMPARE(counts.crossings, 0);
        QCOMPARE(counts.throughBoxes, 0);
        QCOMPARE(counts.overlaps, 0);
        QCOMPARE(counts.labelHits, 0);
        QVERIFY2(counts.bends <= bends, qPrintable(QString::number(counts.bends)));
        QRectF picture;
        for (const RouteBox& box : scene.boxes)
            picture = picture.united(box.rect);
        QVERIFY2(counts.longest < longest * picture.width(), qPrintable(QString::number(counts.longest / picture.width())));
        for (const Route& route : scene.routes)
            for (const RouteBox& box : scene.boxes)
                QVERIFY2(!box.container || !strikesThrough(route, box.title), qPrintable(route.id + u" through "_qs + box.id));
        for (const RouteBox& a : scene.boxes)
            for (const RouteBox& b : scene.boxes)
                QVERIFY2(a.id == b.id || a.parent != b.parent || !a.rect.intersects(b.rect), qPrintable(a.id + u' ' + b.id));
    }

    void wordsOfTheDesigns()
    {
        const Design pair = design(u"nps-active-passive"_qs);
        QCOMPARE(linkLabel(pair, m_catalog, *pair.link({u"streaming"_qs})),
                 (QStringList{u"PostgreSQL streaming"_qs, u"TCP 5432"_qs, u"TCP 6500"_qs}));
        const auto says = [&](const QString& id, const QString& element, const QString& words) {
            const Design shown = design(id);
            const DrawnItem item = drawElement(shown, m_catalog, layOut(shown, m_catalog), lightStyle(), {element});
            return std::any_of(item.shapes.cbegin(), item.shapes.cend(), [&](const Shape2D& shape) {
                const TextShape* const text = std::get_if<TextShape>(&shape);
                return text && text->text == words;
            });
        };
        QVERIFY(says(u"nps-laps"_qs, u"dc-a"_qs, u"Primary site"_qs));
        QVERIFY(says(u"ss-dsv-a1"_qs, u"dc-a"_qs, u"Datacenter A (Primary Location US East)"_qs));
        QVERIFY(!says(u"ss-dsv-a1"_qs, u"dc-a"_qs, u"Primary site"_qs));
        QVERIFY(says(u"ss-dsv-a2"_qs, u"ssc"_qs, u"Secret Server Cloud, Azure cloud"_qs));
        QVERIFY(says(u"ssc"_qs, u"ssc"_qs, u"Azure cloud, .com"_qs));
    }
};

QTEST_MAIN(ReferencePicturesTest)
#include "reference_pictures_test.moc"

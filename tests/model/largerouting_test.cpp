// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/routepicture.h"

#include <QRandomGenerator>

using namespace redoubt;

/// Pictures too large for one grid of the router.
class LargeRoutingTest : public QObject {
    Q_OBJECT

private slots:
    void largePicturesAreRoutedPartByPart();
    void partsSeeLinesThatPassThrough_data();
    void partsSeeLinesThatPassThrough();
    void whatIsWalledInLooksEverywhere();
};

/// More canvas than one router looks at: sites in a grid, each with lines inside and one to its neighbour.
void LargeRoutingTest::largePicturesAreRoutedPartByPart()
{
    Picture picture;
    int last = -1;
    for (int i = 0; i < 49; ++i) {
        const double x = (i % 7) * 960, y = (i / 7) * 780;
        const int site = picture.box({x, y, 840, 660}, -1, true, {x, y - 40, 180, 36});
        const int web = picture.box({x + 48, y + 48, 300, 132}, site, true);
        const int node = picture.box({x + 60, y + 84, 84, 84}, web);
        const int data = picture.box({x + 480, y + 400, 192, 144}, site, true);
        picture.line(web, data, {48, 14});
        picture.line(data, node, {48, 14});
        if (last >= 0)
            picture.line(last, web);
        last = data;
    }
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    const RouteCounts counts = count(picture.boxes, picture.lines, routes);
    QCOMPARE(counts.throughBoxes, 0);
    QCOMPARE(counts.overlaps, 0);
    QCOMPARE(counts.labelHits, 0);
    QVERIFY(same(routes, reroute(picture.boxes, picture.lines, routes, {})));
    picture.boxes[2].rect.translate(24, 12);  // the node of the first site
    const QList<Route> after = reroute(picture.boxes, picture.lines, routes, {1});
    verifyShape(picture, after);
    for (int i = 3; i < after.size(); ++i)
        QCOMPARE(after[i].points, routes[i].points);
}

void LargeRoutingTest::partsSeeLinesThatPassThrough_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// In a picture too large for one grid each line is found in a window of its own: lines whose ends lie outside of it count too.
void LargeRoutingTest::partsSeeLinesThatPassThrough()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    Picture picture;
    for (int i = 0; i < 60; ++i)
        picture.box({(i % 10) * 960. + 12 * random.bounded(20), (i / 10) * 720. + 12 * random.bounded(12), 120, 96});
    for (int i = 0; i < 50; ++i) {
        const int from = random.bounded(60), to = random.bounded(60);
        if (from != to)
            picture.line(from, to, {60, 14});
    }
    const RouteCounts counts = count(picture.boxes, picture.lines, route(picture.boxes, picture.lines));
    QCOMPARE(counts.overlaps, 0);
    QCOMPARE(counts.throughBoxes, 0);
    QCOMPARE(counts.labelHits, 0);
}

/// A wall across the whole window of a line is gone round all the same.
void LargeRoutingTest::whatIsWalledInLooksEverywhere()
{
    Picture picture;
    const int left = picture.box({0, 2000, 120, 96}), right = picture.box({600, 2000, 120, 96});
    picture.box({300, 600, 120, 2800}, -1, true);
    picture.box({9000, 4000, 120, 96});  // makes the picture too large for one grid
    picture.line(left, right);
    const QList<Route> routes = route(picture.boxes, picture.lines);
    QCOMPARE(count(picture.boxes, picture.lines, routes).throughBoxes, 0);
    QVERIFY(routes.first().points.size() >= 4);
}

QTEST_GUILESS_MAIN(LargeRoutingTest)
#include "largerouting_test.moc"

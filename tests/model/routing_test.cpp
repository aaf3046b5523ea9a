// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routegrid.h"
#include "tests/support/routepicture.h"

#include <QRandomGenerator>
#include <cmath>

using namespace redoubt;

namespace {

/// Sites with layers in rows and nodes in layers, and links at random between layers and nodes.
Picture randomPicture(quint32 seed, int links)
{
    QRandomGenerator random(seed);
    Picture picture;
    QList<int> ends;
    for (int site = 0; site < 2; ++site) {
        const double left = site * 780;
        const int dc = picture.box({left, 0, 640, 900}, -1, true, {left, -44, 180, 36});
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 2; ++column) {
                if (random.bounded(6) == 0)
                    continue;
                const QRectF rect(left + 48 + column * 300, 48 + row * 216, 156 + 12 * random.bounded(6), 120);
                const int layer = picture.box(rect, dc, true, {rect.left() + 30, rect.top() + 6, rect.width() - 60, 18});
                ends.append(layer);
                for (int node = 0; node < 2; ++node)
                    ends.append(picture.box({rect.left() + 12 + node * 78, rect.top() + 36, 54, 72}, layer));
            }
        }
    }
    ends.append(picture.box({660, 300, 96, 72}));
    ends.append(picture.box({300, -240, 72, 96}));
    for (int i = 0; i < links; ++i) {
        const int from = ends[random.bounded(int(ends.size()))];
        const int to = ends[random.bounded(int(ends.size()))];
        picture.line(from, to, random.bounded(3) ? QSizeF(48, 14) : QSizeF());
    }
    return picture;
}

}  // namespace

class RoutingTest : public QObject {
    Q_OBJECT

private slots:
    void booksHoldHundredsOfLines();
    void neighboursAreJoinedStraight();
    void linesGoRoundBoxes();
    void linesToTheOwnContainerStayInside();
    void loopsLeaveAndComeBack();
    void wordsOfNodesAreGoneRound();
    void parallelLinesKeepApart();
    void portsAreOrderedByTarget();
    void randomPictures_data();
    void randomPictures();
    void impossiblePicturesStillHaveAllLines();
    void rerouteLeavesFarLinesAlone();
    void rerouteFollowsTheMovedBox();
    void countIsHonest();
};

/// A count that overflowed was a reward for the search, which then never ended.
void RoutingTest::booksHoldHundredsOfLines()
{
    const QList<RouteBox> boxes = {{u"a"_qs, {0, 0, 60, 60}, -1, false, {}}, {u"b"_qs, {600, 300, 60, 60}, -1, false, {}}};
    RouteGrid grid(boxes, {-60, -60, 780, 480});
    const Polyline line = {{30, 60}, {30, 180}, {630, 180}, {630, 300}};
    const QRectF words(300, 170, 60, 20);
    const auto most = [&] {
        RouteGrid::Cell out;
        for (int i = 0; i < grid.cells(); ++i) {
            const RouteGrid::Cell& cell = grid.at(i);
            out.runsAcross = std::max(out.runsAcross, cell.runsAcross);
            out.runsDown = std::max(out.runsDown, cell.runsDown);
            out.corners = std::max(out.corners, cell.corners);
            out.labels = std::max(out.labels, cell.labels);
        }
        return std::array{int(out.runsAcross), int(out.runsDown), int(out.corners), int(out.labels)};
    };
    for (int i = 0; i < 1000; ++i) {
        grid.book(line, 1);
        grid.bookLabel(words, 1);
    }
    QCOMPARE(most(), (std::array{1000, 1000, 1000, 1000}));
    for (int i = 0; i < 1000; ++i) {
        grid.book(line, -1);
        grid.bookLabel(words, -1);
    }
    QCOMPARE(most(), (std::array{0, 0, 0, 0}));
}


void RoutingTest::neighboursAreJoinedStraight()
{
    Picture picture;
    const int a = picture.box({0, 0, 120, 80});
    const int b = picture.box({30, 160, 120, 80});
    picture.line(a, b, {48, 14});
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    QCOMPARE(routes[0].points.size(), 2);
    QVERIFY(std::abs(routes[0].points[0].x() - 75) < 1);  // the mean of both middles
    QCOMPARE(count(picture.boxes, picture.lines, routes).labelHits, 0);
}

void RoutingTest::linesGoRoundBoxes()
{
    Picture picture;
    const int a = picture.box({0, 0, 72, 72});
    const int b = picture.box({360, 0, 72, 72});
    picture.box({150, -60, 120, 200});
    picture.line(a, b);
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    QCOMPARE(count(picture.boxes, picture.lines, routes).throughBoxes, 0);
    QCOMPARE(routes[0].points.size(), 4);  // out, along and in: two bends
}

void RoutingTest::linesToTheOwnContainerStayInside()
{
    Picture picture;
    const int site = picture.box({0, 0, 480, 360}, -1, true);
    const int layer = picture.box({48, 48, 240, 120}, site, true);
    const int node = picture.box({72, 84, 60, 72}, layer);
    picture.line(node, site);
    picture.line(site, node);
    picture.line(layer, node);
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    const RouteCounts counts = count(picture.boxes, picture.lines, routes);
    QCOMPARE(counts.throughBoxes, 0);
    QCOMPARE(counts.overlaps, 0);
    for (const Route& r : routes) {
        for (const QPointF& p : r.points)
            QVERIFY(picture.boxes[site].rect.contains(p));
    }
}

void RoutingTest::loopsLeaveAndComeBack()
{
    Picture picture;
    const int a = picture.box({0, 0, 120, 96}, -1, true);
    picture.line(a, a, {48, 14});
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    QVERIFY(routes[0].points.size() >= 4);
    QCOMPARE(count(picture.boxes, picture.lines, routes).throughBoxes, 0);
}

/// The words of a node may be wider than what lines end at; they are as good as a part of it to all other lines.
void RoutingTest::wordsOfNodesAreGoneRound()
{
    Picture picture;
    const int top = picture.box({0, 0, 72, 72});
    const int bottom = picture.box({0, 400, 72, 72});
    const QRectF words(-90, 240, 160, 16);
    const int node = picture.box({-40, 190, 60, 66}, -1, false, words);
    picture.line(top, bottom);
    picture.line(top, node);
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    for (int k = 0; k + 1 < routes[0].points.size(); ++k) {
        const QRectF run = QRectF(routes[0].points[k], routes[0].points[k + 1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
        QVERIFY(!run.intersects(words));
    }
}

void RoutingTest::parallelLinesKeepApart()
{
    Picture picture;
    const int a = picture.box({0, 0, 120, 144});
    const int b = picture.box({480, 0, 120, 144});
    for (int i = 0; i < 4; ++i)
        picture.line(a, b, {90, 14});
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    QSet<double> heights;
    for (const Route& r : routes) {
        QCOMPARE(r.points.size(), 2);
        for (const double other : heights)
            QVERIFY(std::abs(other - r.points[0].y()) >= 12);
        heights.insert(r.points[0].y());
    }
    const RouteCounts counts = count(picture.boxes, picture.lines, routes);
    QCOMPARE(counts.overlaps, 0);
    QCOMPARE(counts.labelHits, 0);
}

void RoutingTest::portsAreOrderedByTarget()
{
    Picture picture;
    const int top = picture.box({300, 0, 144, 72});
    for (const int x : {600, 0, 450, 150})  // not in order
        picture.line(top, picture.box({double(x), 300, 72, 72}));
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    QCOMPARE(count(picture.boxes, picture.lines, routes).crossings, 0);
}

void RoutingTest::randomPictures_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void RoutingTest::randomPictures()
{
    QFETCH(quint32, seed);
    const Picture picture = randomPicture(seed, 22);
    const QList<Route> routes = route(picture.boxes, picture.lines);
    verifyShape(picture, routes);
    const RouteCounts counts = count(picture.boxes, picture.lines, routes);
    QCOMPARE(counts.throughBoxes, 0);
    QCOMPARE(counts.overlaps, 0);
    QVERIFY(same(routes, route(picture.boxes, picture.lines)));
    int jumps = 0;
    for (const Route& r : routes)
        jumps += int(r.jumps.size());
    QCOMPARE(jumps, counts.crossings);
}

void RoutingTest::impossiblePicturesStillHaveAllLines()
{
    Picture picture;
    const int a = picture.box({0, 0, 60, 60});
    const int b = picture.box({20, 20, 60, 60});  // over the first
    const int c = picture.box({60, 0, 60, 60});   // no gap
    picture.line(a, b);
    picture.line(a, c);
    picture.line(c, b, {200, 40});
    const QList<Route> routes = route(picture.boxes, picture.lines);
    QCOMPARE(routes.size(), 3);
    for (const Route& r : routes)
        QVERIFY(r.points.size() >= 2);
    QVERIFY(route({}, {}).isEmpty());
}

void RoutingTest::rerouteLeavesFarLinesAlone()
{
    for (quint32 seed = 1; seed <= 6; ++seed) {
        Picture picture = randomPicture(seed, 20);
        const QList<Route> before = route(picture.boxes, picture.lines);
        QVERIFY(same(before, reroute(picture.boxes, picture.lines, before, {})));
        const int moved = int(picture.boxes.size()) - 1;  // the free box on top
        picture.boxes[moved].rect.translate(-36, -24);
        QList<int> changed;
        for (int i = 0; i < picture.lines.size(); ++i) {
            if (picture.lines[i].from == moved || picture.lines[i].to == moved)
                changed.append(i);
        }
        const QList<Route> after = reroute(picture.boxes, picture.lines, before, changed);
        verifyShape(picture, after);
        QCOMPARE(count(picture.boxes, picture.lines, after).throughBoxes, 0);
        for (int i = 0; i < after.size(); ++i) {
            if (!changed.contains(i))
                QCOMPARE(after[i].points, before[i].points);
        }
    }
}

void RoutingTest::rerouteFollowsTheMovedBox()
{
    Picture picture;
    const int a = picture.box({0, 0, 72, 72});
    const int b = picture.box({300, 0, 72, 72});
    const int c = picture.box({150, 200, 72, 72});
    picture.line(a, b);
    const QList<Route> before = route(picture.boxes, picture.lines);
    picture.boxes[c].rect.moveTop(10);  // now in the way of a line that nobody named
    const QList<Route> after = reroute(picture.boxes, picture.lines, before, {});
    verifyShape(picture, after);
    QCOMPARE(count(picture.boxes, picture.lines, after).throughBoxes, 0);
}

void RoutingTest::countIsHonest()
{
    Picture picture;
    const int a = picture.box({0, 0, 50, 50});
    const int b = picture.box({200, 0, 50, 50});
    const int c = picture.box({100, -100, 50, 50});
    const int d = picture.box({100, 100, 50, 50});
    picture.line(a, b, {40, 14});
    picture.line(c, d);
    QList<Route> routes{{u"l0"_qs, {{50, 25}, {200, 25}}, {60, 18, 40, 14}, {}},
                        {u"l1"_qs, {{125, -50}, {125, 100}}, {}, {}}};
    RouteCounts counts = count(picture.boxes, picture.lines, routes);
    QCOMPARE(counts.crossings, 1);
    QCOMPARE(counts.bends, 0);
    QCOMPARE(counts.overlaps, 0);
    QCOMPARE(counts.labelHits, 0);
    QCOMPARE(counts.throughBoxes, 0);
    QCOMPARE(counts.longest, 150.0);
    routes[0].label.moveLeft(100);  // on the other line
    QCOMPARE(count(picture.boxes, picture.lines, routes).labelHits, 1);
    routes[1].points = {{125, -50}, {125, 25}, {160, 25}, {160, 125}, {150, 125}};  // shares a run with the first
    QCOMPARE(count(picture.boxes, picture.lines, routes).overlaps, 1);
    routes[1].points = {{125, -50}, {125, -20}, {25, -20}, {25, 125}, {100, 125}};  // through the box a
    QCOMPARE(count(picture.boxes, picture.lines, routes).throughBoxes, 1);
}

QTEST_GUILESS_MAIN(RoutingTest)
#include "routing_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/svgcounts.h"
#include "tests/measure/svgpath.h"

#include <QtTest>

using namespace redoubt::measure;

namespace {

/// A picture made by hand, 400 wide.
class Page {
public:
    Page& box(const char* id, QRectF r, const char* site = "", bool container = false)
    {
        m_body += QStringLiteral("<g class=\"%1 thing\" id=\"%2\" data-site=\"%3\"><title>%2</title>"
                                 "<rect x=\"%4\" y=\"%5\" width=\"%6\" height=\"%7\"/>")
                      .arg(QLatin1String(container ? "container" : "element"), QLatin1String(id), QLatin1String(site))
                      .arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height());
        return *this;
    }
    Page& words(double x, double y, const char* text)
    {
        m_body += QStringLiteral("<text x=\"%1\" y=\"%2\" font-size=\"10\">%3</text>").arg(x).arg(y).arg(QLatin1String(text));
        return *this;
    }
    Page& end()
    {
        m_body += QLatin1String("</g>\n");
        return *this;
    }
    Page& link(const char* id, const char* from, const char* to, const char* path, const char* use = "normal", const char* words = "")
    {
        m_body += QStringLiteral("<g class=\"link %5\" id=\"%1\" data-from=\"%2\" data-to=\"%3\"><title>%1 · %6</title>"
                                 "<path d=\"%4\" fill=\"none\"/><path d=\"M0 0L1 1L0 1Z\"/>")
                      .arg(QLatin1String(id), QLatin1String(from), QLatin1String(to), QLatin1String(path), QLatin1String(use),
                               QLatin1String(words));
        return *this;
    }
    /// Words in the middle of the given point, with a pad behind them.
    Page& label(double x, double y, const char* text)
    {
        const double width = double(qstrlen(text)) * 5.56;
        m_body += QStringLiteral("<g class=\"label\"><rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"12\"/>"
                                 "<text x=\"%4\" y=\"%5\" font-size=\"10\" text-anchor=\"middle\">%6</text></g>")
                      .arg(x - width / 2).arg(y - 6).arg(width).arg(x).arg(y + 3).arg(QLatin1String(text));
        return *this;
    }
    [[nodiscard]] QByteArray svg() const
    {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 300\">\n" + m_body.toUtf8()
            + "<g class=\"legend\"><rect x=\"0\" y=\"0\" width=\"400\" height=\"300\"/><text x=\"1\" y=\"1\">Legend</text></g></svg>";
    }
    [[nodiscard]] PictureCounts counts() const { return count(readPicture(svg())); }

private:
    QString m_body;
};

/// Two boxes beside each other, to be joined along y = 120.
Page twoBoxes()
{
    return Page().box("a", {0, 100, 40, 40}).end().box("b", {300, 100, 40, 40}).end();
}

void verify(const PictureCounts& counts, int crossings, int labels, int through, int onTop, int bends)
{
    const QByteArray faults = counts.faults.join(u'\n').toUtf8();
    QVERIFY2(counts.crossings == crossings, qPrintable(QStringLiteral("crossings %1").arg(counts.crossings)));
    QVERIFY2(counts.labels == labels, faults);
    QVERIFY2(counts.throughBoxes == through, faults);
    QVERIFY2(counts.onTop == onTop, faults);
    QVERIFY2(counts.bends == bends, qPrintable(QStringLiteral("bends %1").arg(counts.bends)));
}

}  // namespace

class SvgCountsTest : public QObject {
    Q_OBJECT

private slots:
    void paths_give_their_corners_data();
    void paths_give_their_corners();
    void a_clean_picture_has_no_faults();
    void what_is_no_picture_says_so();
    void crossings_are_counted_hop_or_not();
    void labels_on_other_things_are_counted_once();
    void labels_beside_other_things_are_not();
    void lines_through_boxes_are_counted();
    void what_holds_an_end_is_not_foreign();
    void lines_over_each_other_are_pairs();
    void slanted_lines_count_too();
    void a_trunk_is_no_fault_and_what_only_looks_like_one_is();
};

void SvgCountsTest::paths_give_their_corners_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QList<QPointF>>("corners");
    using Points = QList<QPointF>;
    const auto row = [](const char* name, const char* data, const Points& corners) {
        QTest::newRow(name) << QString::fromLatin1(data) << corners;
    };
    row("straight", "M10 20H110", {{10, 20}, {110, 20}});
    row("sharp corner", "M10 20H110V80", {{10, 20}, {110, 20}, {110, 80}});
    row("commas and signs", "M-10,20 L 110,20.0 110 80", {{-10, 20}, {110, 20}, {110, 80}});
    row("points on the way", "M0 0H10H20L30 0V5V9", {{0, 0}, {30, 0}, {30, 9}});
    row("round corner, curve", "M10 20H105Q110 20 110 25V80", {{10, 20}, {110, 20}, {110, 80}});
    row("round corner, arc right and down", "M10 20H105A5 5 0 0 1 110 25V80", {{10, 20}, {110, 20}, {110, 80}});
    row("round corner, arc right and up", "M10 80H105A5 5 0 0 0 110 75V20", {{10, 80}, {110, 80}, {110, 20}});
    row("round corner, arc down and left", "M110 0V15A5 5 0 0 1 105 20H10", {{110, 0}, {110, 20}, {10, 20}});
    row("two corners that meet", "M0 0H5Q10 0 10 5Q10 10 15 10H20", {{0, 0}, {10, 0}, {10, 10}, {20, 10}});
    row("hop rightwards", "M0 20H45A5 5 0 0 1 50 15A5 5 0 0 1 55 20H100", {{0, 20}, {100, 20}});
    row("hop leftwards", "M100 20H55A5 5 0 0 0 50 15A5 5 0 0 0 45 20H0", {{100, 20}, {0, 20}});
    row("hop as one half circle", "M0 20H45A5 5 0 0 1 55 20H100", {{0, 20}, {100, 20}});
    row("hop downwards", "M20 0V45A5 5 0 0 1 25 50A5 5 0 0 1 20 55V100", {{20, 0}, {20, 100}});
    row("wide hop over two", "M0 20H45A5 5 0 0 1 50 15H58A5 5 0 0 1 63 20H100", {{0, 20}, {100, 20}});
    row("hop and then a corner", "M0 20H45A5 5 0 0 1 50 15A5 5 0 0 1 55 20H95Q100 20 100 25V60",
        {{0, 20}, {100, 20}, {100, 60}});
    row("slanted", "M0 0L30 40", {{0, 0}, {30, 40}});
    row("cubic curves are none", "M0 0C1 1 2 2 3 3", {});
    row("two lines are none", "M0 0H5M9 9H20", {});
    row("nonsense is none", "M0 0H5 spoon", {});
    row("nothing is none", "", {});
}

void SvgCountsTest::paths_give_their_corners()
{
    QFETCH(QString, data);
    QFETCH(QList<QPointF>, corners);
    QCOMPARE(cornersOf(data).value_or(QList<QPointF>()), corners);
}

void SvgCountsTest::a_clean_picture_has_no_faults()
{
    const PictureCounts counts = twoBoxes().link("l", "a", "b", "M40 120H100V60H200V120H300").label(150, 60, "TCP 443").end().counts();
    verify(counts, 0, 0, 0, 0, 4);
    QCOMPARE(counts.lines, 1);
    QCOMPARE(counts.longest, 380.0);
    QCOMPARE(counts.longestByWidth(), 380.0 / 400);
    verify(Page().counts(), 0, 0, 0, 0, 0);
}

void SvgCountsTest::what_is_no_picture_says_so()
{
    QVERIFY(readPicture("<html/>").error.contains(QLatin1String("not an SVG")));
    QVERIFY(readPicture("<svg viewBox=\"0 0 1 1\"><g>").error.startsWith(QLatin1String("line 1")));
    QVERIFY(!readPicture("").error.isEmpty());
    QVERIFY(readPicture(twoBoxes().link("l", "a", "b", "M0 0C1 1 2 2 3 3").end().svg()).error.contains(u'l'));
}

void SvgCountsTest::crossings_are_counted_hop_or_not()
{
    const auto page = [](const char* second) {
        return twoBoxes().box("c", {150, 0, 40, 40}).end().box("d", {150, 200, 40, 40}).end()
            .link("l", "a", "b", "M40 120H165A5 5 0 0 1 170 115A5 5 0 0 1 175 120H300").end()
            .link("m", "c", "d", second).end().counts();
    };
    verify(page("M170 40V200"), 1, 0, 0, 0, 0);
    verify(page("M170 40V130H180V100H190V200"), 3, 0, 0, 0, 4);  // there and back again
    verify(page("M170 40V100H200V200"), 1, 0, 0, 0, 2);
    verify(page("M170 40V90"), 0, 0, 0, 0, 0);
}

void SvgCountsTest::labels_on_other_things_are_counted_once()
{
    const auto page = [] { return twoBoxes().link("l", "a", "b", "M40 120H300").label(170, 120, "TCP 443").end(); };
    // Another line through the words, with the words of its own clear of them.
    verify(page().box("c", {150, 0, 40, 40}).end().box("d", {150, 200, 40, 40}).end()
               .link("m", "c", "d", "M170 40V200").label(170, 80, "x").end().counts(), 1, 1, 0, 0, 0);
    // The letters end at 189.5; a line passing 0.8 beside them.
    verify(page().box("c", {150, 0, 80, 40}).end().box("d", {150, 200, 80, 40}).end()
               .link("m", "c", "d", "M190.3 40V200").end().counts(), 1, 1, 0, 0, 0);
    verify(page().box("foreign", {180, 122, 40, 40}).end().counts(), 0, 1, 0, 0, 0);
    verify(page().box("site", {-10, 0, 200, 200}, "", true).end().counts(), 0, 1, 0, 0, 0);  // holds one end; its border
    verify(page().box("c", {150, 10, 40, 20}).words(160, 128, "Title").end().counts(), 0, 1, 0, 0, 0);
    verify(page().link("m", "a", "b", "M40 130H300").label(170, 130, "TCP 22").end().counts(), 0, 2, 0, 0, 0);
}

void SvgCountsTest::labels_beside_other_things_are_not()
{
    const auto page = [](double x) { return twoBoxes().link("l", "a", "b", "M40 120H300").label(x, 120, "TCP 443").end(); };
    verify(page(60).counts(), 0, 0, 0, 0, 0);  // on its own end
    verify(page(170).box("site", {-10, 0, 410, 200}, "", true).end().counts(), 0, 0, 0, 0, 0);
    verify(page(170).box("c", {150, 130, 40, 40}).end().counts(), 0, 0, 0, 0, 0);
    verify(page(170).box("c", {150, 0, 80, 40}).end().box("d", {150, 200, 80, 40}).end()
               .link("m", "c", "d", "M194 40V200").end().counts(), 1, 0, 0, 0, 0);
}

void SvgCountsTest::lines_through_boxes_are_counted()
{
    verify(twoBoxes().box("c", {150, 100, 40, 40}).end().link("l", "a", "b", "M40 120H300").end().counts(), 0, 0, 1, 0, 0);
    // Once for each line, however many boxes; along a border is not through it.
    verify(twoBoxes().box("c", {150, 100, 40, 40}).end().box("d", {200, 100, 40, 40}).end()
               .link("l", "a", "b", "M40 120H300").end().link("m", "a", "b", "M40 140H300").end().counts(), 0, 0, 1, 0, 0);
    verify(twoBoxes().box("site", {100, 0, 100, 300}, "", true).end().link("l", "a", "b", "M40 120H300").end().counts(),
           0, 0, 1, 0, 0);
}

void SvgCountsTest::what_holds_an_end_is_not_foreign()
{
    // Site, layer and node in each other; a node's badge stands a little over its border.
    const auto page = [] {
        return Page().box("site", {0, 0, 200, 200}, "", true).end()
            .box("layer", {20, 20, 160, 100}, "site", true).end()
            .box("node", {40, 40, 40, 40}, "site").end().box("badge", {60, 60, 20.5, 20.5}, "site").end()
            .box("other", {120, 40, 40, 40}, "site").end().box("out", {300, 40, 40, 40}).end();
    };
    verify(page().link("l", "out", "badge", "M300 90H100V70H80").end().counts(), 0, 0, 0, 0, 2);
    verify(page().link("l", "node", "other", "M80 60H120").end().counts(), 0, 0, 0, 0, 0);
    verify(page().link("l", "out", "node", "M300 60H80").end().counts(), 0, 0, 1, 0, 0);  // through the other node
    verify(page().link("l", "out", "site", "M300 60H200").end().counts(), 0, 0, 0, 0, 0);
    verify(page().box("in", {20, 150, 20, 20}, "site").end().link("l", "in", "out", "M30 150V70H300").end().counts(),
           0, 0, 1, 0, 1);  // through the layer of others
    // What a site holds by name is no stranger there, wherever it is drawn.
    verify(page().box("far", {250, 150, 20, 20}, "site").end().link("l", "far", "out", "M250 160H190V60H300").end().counts(),
           0, 0, 0, 0, 2);
}

void SvgCountsTest::lines_over_each_other_are_pairs()
{
    const auto page = [](const char* second) {
        return twoBoxes().link("l", "a", "b", "M40 120H300").end().link("m", "a", "b", second).end().counts();
    };
    verify(page("M40 120H300"), 0, 0, 0, 1, 0);
    verify(page("M40 110H100V121H200V110H300"), 2, 0, 0, 1, 4);  // 1 beside it for a while, seen as one thick line
    verify(page("M40 110H100V120H200V110H300"), 0, 0, 0, 1, 4);
    verify(page("M40 110H100V120"), 0, 0, 0, 1, 1);  // ends on it: looks joined
    verify(page("M40 110H100V118H200V110H300"), 0, 0, 0, 0, 4);
    PictureCounts three = twoBoxes().link("l", "a", "b", "M40 120H300").end().link("m", "a", "b", "M40 120H300").end()
                              .link("n", "a", "b", "M40 120H300").end().counts();
    QCOMPARE(three.onTop, 3);
}

void SvgCountsTest::slanted_lines_count_too()
{
    const auto page = [](const char* second) {
        return twoBoxes().link("l", "a", "b", "M40 110L300 130").end().link("m", "a", "b", second).end().counts();
    };
    verify(page("M40 130L300 110"), 1, 0, 0, 0, 0);
    verify(page("M40 113L300 133"), 0, 0, 0, 0, 0);
    verify(page("M40 110.5L300 130.5"), 0, 0, 0, 1, 0);
}

/// Two lines to b that join at x = 200: same end, same words, same class, and once joined never apart.
void SvgCountsTest::a_trunk_is_no_fault_and_what_only_looks_like_one_is()
{
    const auto page = [](const char* secondTo, const char* path, const char* use, const char* words) {
        return twoBoxes().box("c", {0, 200, 40, 40}).end().box("d", {300, 200, 40, 40}).end()
            .link("two", "c", secondTo, path, use, words).end()
            .link("one", "a", "b", "M40 120H300", "normal", "Vaults 443/tcp").label(250, 120, "443").end().counts();
    };
    verify(page("b", "M40 220H200V120H300", "normal", "Vaults 443/tcp"), 0, 0, 0, 0, 2);
    // Drawn over the words of the other.
    verify(twoBoxes().box("c", {0, 200, 40, 40}).end()
               .link("one", "a", "b", "M40 120H300", "normal", "Vaults 443/tcp").label(250, 120, "443").end()
               .link("two", "c", "b", "M40 220H200V120H300", "normal", "Vaults 443/tcp").end().counts(), 0, 1, 0, 0, 2);
    verify(page("b", "M40 220H200V120H300", "failover", "Vaults 443/tcp"), 0, 1, 0, 1, 2);
    verify(page("b", "M40 220H200V120H300", "normal", "Logs 514/udp"), 0, 1, 0, 1, 2);
    verify(page("d", "M40 220H100V120H200V220H300", "normal", "Vaults 443/tcp"), 0, 0, 0, 1, 4);
    verify(page("b", "M40 220H80V120H120V180H200V120H300", "normal", "Vaults 443/tcp"), 0, 1, 0, 1, 6);
}

QTEST_APPLESS_MAIN(SvgCountsTest)
#include "svgcounts_test.moc"

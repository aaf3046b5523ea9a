// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "tests/measure/svgcounts.h"
#include "views/export/exporters.h"
#include "views/render/draw.h"

#include <QDir>
#include <QtTest>
#include <cstdio>

using namespace redoubt;
using measure::PictureCounts;

namespace {

const QString folder = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");

/// Whether the line of old would run through something that moved or grew.
bool runsThrough(const Route& route, const Scene& after, const Scene& before)
{
    const QList<QPointF>& points = before.routes[before.routeOf[route.id]].points;
    for (int i = 0; i < after.boxes.size(); ++i) {
        if (after.boxes[i].rect == before.boxes[i].rect)
            continue;
        for (int k = 0; k + 1 < points.size(); ++k)
            if (QRectF(points[k], points[k + 1]).normalized().adjusted(-1, -1, 1, 1).intersects(after.boxes[i].rect))
                return true;
    }
    return false;
}

}  // namespace

/// Every reference design as exported, beside the published picture where there is one.
class PicturesTest : public QObject {
    Q_OBJECT

    const Catalog m_catalog = builtinCatalog();
    const Report m_report = {};
    const QHash<QString, QStringList> m_published = measure::publishedCounts(QStringLiteral(REDOUBT_SOURCE_DIR "/tests/data/published-pictures.csv"));
    QStringList m_table{measure::tableHead()};

private slots:
    void the_published_counts_are_there() { QCOMPARE(m_published.size(), 12); }

    void exported_pictures_are_no_worse_than_published_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(folder).entryList({QStringLiteral("*.redoubt.yaml")})) {
            const QString name = file.section(u'.', 0, 0);
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void exported_pictures_are_no_worse_than_published()
    {
        QFETCH(QString, name);
        const Design design = readDesignFile(folder + name + QStringLiteral(".redoubt.yaml"), m_catalog).design;
        const QByteArray svg = exporterFor(QStringLiteral("svg"))->write({design, m_catalog, m_report}, {});
        const measure::SvgPicture picture = measure::readPicture(svg);
        QCOMPARE(picture.error, QString());
        const PictureCounts counts = measure::count(picture);
        m_table << measure::tableRow(name, counts);
        const QByteArray faults = counts.faults.join(u'\n').toUtf8();
        const QStringList theirs = m_published.value(name);
        if (!theirs.isEmpty())
            m_table << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8").arg(QStringLiteral("  as published"), -32).arg(theirs[1], 5)
                           .arg(theirs[2], 9).arg(theirs[3], 6).arg(theirs[4], 5).arg(theirs[5], 6).arg(theirs[6], 5).arg(theirs[7], 13);
        QVERIFY2(counts.throughBoxes == 0, faults);
        QVERIFY2(counts.onTop == 0, faults);
        QVERIFY2(counts.labels == 0, faults);
        if (theirs.isEmpty())
            return;
        QVERIFY2(counts.crossings <= theirs[2].toInt(), qPrintable(m_table.last()));
        QVERIFY2(counts.bends <= theirs[6].toInt(), qPrintable(m_table.last()));
        QVERIFY2(counts.longestByWidth() < theirs[7].toDouble(), qPrintable(m_table.last()));
    }

    void every_view_is_as_clean_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("view");
        for (const QString& file : QDir(folder).entryList({QStringLiteral("*.redoubt.yaml")}))
            for (const ViewDef& view : m_catalog.views)
                QTest::addRow("%s %s", qPrintable(file.section(u'.', 0, 0)), qPrintable(view.id)) << file << view.id;
    }
    void every_view_is_as_clean()
    {
        QFETCH(QString, name);
        QFETCH(QString, view);
        const Design design = readDesignFile(folder + name, m_catalog).design;
        ExportOptions options;
        options.view = m_catalog.view(view);
        const measure::SvgPicture picture = measure::readPicture(exporterFor(QStringLiteral("svg"))->write({design, m_catalog, m_report}, options));
        QCOMPARE(picture.error, QString());
        const PictureCounts counts = measure::count(picture);
        const QByteArray faults = counts.faults.join(u'\n').toUtf8();
        QVERIFY2(counts.throughBoxes == 0 && counts.onTop == 0 && counts.labels == 0, faults);
    }

    /// Any one thing moved by a step of the grid: lines that do not end at it, or in it, and that it does not come to lie
    /// under, stay exactly as they were.
    void moving_one_thing_leaves_far_lines_alone()
    {
        const Design design = readDesignFile(folder + QStringLiteral("ss-pm-c3.redoubt.yaml"), m_catalog).design;
        const Scene before = layOut(design, m_catalog);
        int kept = 0, nodes = 0;
        for (const RouteBox& box : before.boxes) {
            if (box.container || !design.layout.contains(box.id))
                continue;
            ++nodes;
            Design moved = design;
            moved.layout[box.id].translate(gridStep, 0);
            const Scene after = layOutAgain(moved, m_catalog, before, {box.id});
            for (int i = 0; i < after.routes.size(); ++i) {
                const RouteLine& line = after.lines[i];
                const auto meant = [&](int end) { return after.boxes[end].rect != before.boxes[end].rect; };
                if (meant(line.from) || meant(line.to) || runsThrough(after.routes[i], after, before))
                    continue;
                QCOMPARE(after.routes[i].points, before.routes[before.routeOf[line.id]].points);
                ++kept;
            }
        }
        QVERIFY(nodes > 10 && kept > 20 * nodes);
    }

    void cleanupTestCase() { std::printf("\n%s\n\n", qPrintable(m_table.join(u'\n'))); }
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"

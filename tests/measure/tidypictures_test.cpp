// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "tests/measure/againstdot.h"
#include "views/export/exporters.h"
#include "views/render/tidying.h"

#include <QDir>
#include <QStandardPaths>
#include <QtTest>
#include <cstdio>

using namespace redoubt;
using measure::PictureCounts;

namespace {

constexpr int firstRandomDesigns = 7;
const QString folder = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");

}  // namespace

/// Pictures after Tidy: of the reference designs beside as shipped and as published, of random designs beside `dot`.
class TidyPicturesTest : public QObject {
    Q_OBJECT

    const Catalog m_catalog = builtinCatalog();
    const QHash<QString, QStringList> m_published = measure::publishedCounts(QStringLiteral(REDOUBT_SOURCE_DIR "/tests/data/published-pictures.csv"));
    QStringList m_table{measure::tableHead()};

    [[nodiscard]] PictureCounts counted(const Design& design) const
    {
        const measure::SvgPicture picture = measure::readPicture(exporterFor(QStringLiteral("svg"))->write({design, m_catalog, {}}, {}));
        return picture.error.isEmpty() ? measure::count(picture) : PictureCounts{};
    }

private slots:
    void a_tidy_picture_is_no_worse_than_the_published_one_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : m_published.keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    void a_tidy_picture_is_no_worse_than_the_published_one()
    {
        QFETCH(QString, name);
        const Design design = readDesignFile(folder + name + QStringLiteral(".redoubt.yaml"), m_catalog).design;
        const PictureCounts shipped = counted(design), tidy = counted(patched(design, tidied(design, m_catalog)));
        const QStringList theirs = m_published.value(name);
        m_table << measure::tableRow(name + QStringLiteral(", shipped"), shipped) << measure::tableRow(name + QStringLiteral(", tidy"), tidy)
                << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8").arg(QStringLiteral("  published"), -32).arg(theirs[1], 5)
                       .arg(theirs[2], 9).arg(theirs[3], 6).arg(theirs[4], 5).arg(theirs[5], 6).arg(theirs[6], 5).arg(theirs[7], 13);
        const QByteArray faults = tidy.faults.join(u'\n').toUtf8();
        QVERIFY(tidy.lines > 0);
        QVERIFY2(tidy.labels == 0 && tidy.throughBoxes == 0 && tidy.onTop == 0, faults);
        QVERIFY2(tidy.crossings <= theirs[2].toInt(), qPrintable(m_table.last()));
        QVERIFY2(tidy.bends <= theirs[6].toInt(), qPrintable(m_table.last()));
        QVERIFY2(tidy.longestByWidth() < theirs[7].toDouble(), qPrintable(m_table.last()));
    }

    /// The first few; `redoubt-against-dot` goes through all 200 and prints the table. Known gap: the label of one line in
    /// design 3 still touches something.
    void random_designs_after_tidy_are_cross_less_than_by_dot()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dot")).isEmpty())
            QSKIP("dot (Graphviz) is not installed");
        const measure::Comparison result = measure::againstDot(firstRandomDesigns, [](const QString& line) {
            std::printf("%s\n", qPrintable(line));
        });
        QCOMPARE(result.compared, firstRandomDesigns);
        QVERIFY2(result.ours.throughBoxes + result.ours.onTop == 0, result.faults.join(u'\n').toUtf8());
        QVERIFY2(result.ours.labels <= 1, result.faults.join(u'\n').toUtf8());
        QVERIFY(result.ours.crossings <= result.dots.crossings);
        // dot cuts through boxes and crosses where going round takes bends; ours may take a few more of them.
        QVERIFY(4 * result.ours.bends <= 5 * result.dots.bends);
    }

    void cleanupTestCase() { std::printf("\n%s\n\n", qPrintable(m_table.join(u'\n'))); }
};

QTEST_MAIN(TidyPicturesTest)
#include "tidypictures_test.moc"

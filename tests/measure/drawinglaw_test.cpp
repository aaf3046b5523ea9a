// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "model/layout/tidy.h"
#include "tests/measure/svgcounts.h"
#include "tests/support/draft.h"
#include "tests/support/plausibledesign.h"
#include "views/export/exporters.h"
#include "views/render/drawinglint.h"
#include "views/render/style.h"

#include <QDir>
#include <QtTest>

using namespace redoubt;

namespace {

const QString folder = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");

}  // namespace

/// What the lint of the drawing counts is what a stranger counts in the exported picture.
class DrawingLawTest : public QObject {
    Q_OBJECT

    void compare(const Design& design, bool hiddenLinks)
    {
        ExportOptions exported;
        exported.hiddenLinks = hiddenLinks;
        const measure::SvgPicture picture = measure::readPicture(exporterFor(QStringLiteral("svg"))->write({design, testCatalog(), {}}, exported));
        QCOMPARE(picture.error, QString());
        const measure::PictureCounts theirs = measure::count(picture);
        DrawOptions options;
        options.hiddenLinks = hiddenLinks;
        options.legend = options.titleBlock = true;
        const Scene scene = layOut(design, testCatalog(), options);
        const DrawingLint lint = lintDrawing(design, testCatalog(), scene, draw(design, testCatalog(), scene, lightStyle(), options));
        const DrawingCounts& ours = lint.counts;
        QStringList said;
        for (const Finding& finding : lint.findings())
            said << finding.rule + u' ' + finding.subjects.join(u' ');
        const QByteArray all = (theirs.faults + QStringList{QStringLiteral("---")} + said).join(u'\n').toUtf8();
        QCOMPARE(ours.lines, theirs.lines);
        QVERIFY2(ours.crossings == theirs.crossings, all);
        QVERIFY2(ours.labelsOnForeign == theirs.labels, all);
        QVERIFY2(ours.linesThroughBoxes == theirs.throughBoxes, all);
        QVERIFY2(ours.linesOverLines == theirs.onTop, all);
        QCOMPARE(ours.bends, theirs.bends);
        QVERIFY(std::abs(ours.longest - theirs.longest) < 0.1);
        QCOMPARE(ours.width, theirs.width);
        m_found += ours.crossings + ours.labelsOnForeign + ours.linesThroughBoxes + ours.linesOverLines;
    }

    int m_found = 0;

private slots:
    void referenceDesignsAreAsCountedInTheirPictures_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(folder).entryList({QStringLiteral("*.redoubt.yaml")}))
            QTest::newRow(qPrintable(file.section(u'.', 0, 0))) << file;
    }
    void referenceDesignsAreAsCountedInTheirPictures()
    {
        QFETCH(QString, name);
        const Design design = readDesignFile(folder + name, testCatalog()).design;
        compare(design, false);
        compare(design, true);
        if (QTest::currentTestFailed())
            return;
        const DrawingCounts counts = lintDrawing(design, testCatalog()).counts;
        QCOMPARE(counts.labelsOnForeign + counts.linesThroughBoxes + counts.linesOverLines, 0);
        QCOMPARE(counts.overlaps + counts.cramped + counts.outside, 0);
    }

    /// As a stranger's file opens, without a layout; and tidied, which crosses less and faults differently.
    void strangersDesignsAreAsCountedInTheirPictures_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 10; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void strangersDesignsAreAsCountedInTheirPictures()
    {
        QFETCH(int, seed);
        const Design design = plausibleDesign(unsigned(seed), testCatalog(), 12 + 8 * seed);
        compare(design, false);
        compare(patched(design, tidy(design, testCatalog())), false);
    }

    /// Else the law would say nothing.
    void somethingWasCounted() { QVERIFY(m_found > 50); }
};

QTEST_MAIN(DrawingLawTest)
#include "drawinglaw_test.moc"

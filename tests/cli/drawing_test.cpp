// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QtTest>

using namespace redoubt;

/// What the command line says of the picture.
class DrawingTest : public QObject {
    Q_OBJECT

    Program m_cli;

private slots:
    /// Counts and places of every format, and that nothing else in them changes.
    void theDrawingIsToldAndNeverCounted()
    {
        const QString c3 = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml");
        const auto check = [&](QStringList more) { return m_cli.run(QStringList{u"check"_qs, c3, u"--no-waivers"_qs} + more); };
        for (const QString& failOn : {u"error"_qs, u"advice"_qs})
            QCOMPARE(check({u"--drawing"_qs, u"--fail-on"_qs, failOn}).code, check({u"--fail-on"_qs, failOn}).code);

        QJsonObject plain = check({u"--format"_qs, u"json"_qs}).json(), told = check({u"--format"_qs, u"json"_qs, u"--drawing"_qs}).json();
        QJsonObject file = told[u"files"][0].toObject();
        const QJsonObject drawing = file.take(u"drawing"_qs).toObject();
        QCOMPARE(file, plain[u"files"][0].toObject());
        QCOMPARE(drawing.keys(), (QStringList{u"bends"_qs, u"cramped"_qs, u"crossings"_qs, u"findings"_qs, u"labels-on-foreign"_qs, u"lines"_qs,
                                              u"lines-over-lines"_qs, u"lines-through-boxes"_qs, u"longest-line"_qs, u"outside"_qs, u"overlaps"_qs}));
        QVERIFY(drawing[u"lines"].toInt() > 20 && drawing[u"crossings"].toInt() > 0 && drawing[u"longest-line"].toDouble() > 0);
        const QJsonArray found = drawing[u"findings"].toArray();
        QVERIFY(!found.isEmpty());
        for (const QJsonValue& finding : found) {
            QVERIFY(finding[u"rule"].toString().startsWith(u"DRAW-") && finding[u"line"].toInt() > 1);
            QVERIFY(!finding[u"message"].toString().contains(u'{') && finding[u"subjects"].toArray().size() >= 1);
        }

        const QString text = check({u"--drawing"_qs}).out.simplified();
        QVERIFY2(text.contains(u"Drawing: %1 lines, "_qs.arg(drawing[u"lines"].toInt())) && text.contains(u"DRAW-001 Lines cross"_qs), qPrintable(text));

        const QJsonValue before = check({u"--format"_qs, u"sarif"_qs}).json()[u"runs"][0], now = check({u"--format"_qs, u"sarif"_qs, u"--drawing"_qs}).json()[u"runs"][0];
        QCOMPARE(now[u"results"].toArray().size(), before[u"results"].toArray().size() + found.size());
        const QJsonValue last = now[u"results"].toArray().last();
        QCOMPARE(last[u"level"].toString(), u"note"_qs);
        QCOMPARE(last[u"properties"][u"category"].toString(), u"drawing"_qs);
        QCOMPARE(now[u"tool"][u"driver"][u"rules"][last[u"ruleIndex"].toInt()][u"id"].toString(), last[u"ruleId"].toString());

        const auto suites = [&](QStringList more) { return check(QStringList{u"--format"_qs, u"junit"_qs} + more).out; };
        const QString junit = suites({u"--drawing"_qs});
        QCOMPARE(junit.count(u"<testcase"_qs), suites({}).count(u"<testcase"_qs));
        QVERIFY(junit.contains(u"<property name=\"drawing\" value=\"%1 lines"_qs.arg(drawing[u"lines"].toInt())));
    }

    void explainKnowsTheDrawing()
    {
        const Result rule = m_cli.run({u"explain"_qs, u"draw-002"_qs});
        QVERIFY2(rule.code == 0 && rule.out.startsWith(u"DRAW-002  ") && rule.out.contains(u"\ndrawing, never counted\n"), qPrintable(rule.out));
        const QString c3 = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml");
        QVERIFY(m_cli.run({u"explain"_qs, u"DRAW-001"_qs, u"--design"_qs, c3}).out.contains(u"Broken by"));
        QVERIFY(m_cli.run({u"explain"_qs, u"DRAW-002"_qs, u"--design"_qs, c3}).out.contains(u"The rule holds"));
        QVERIFY(m_cli.run({u"check"_qs, u"--help"_qs}).out.simplified().contains(u"no part of severities"));
    }
};

QTEST_GUILESS_MAIN(DrawingTest)
#include "drawing_test.moc"

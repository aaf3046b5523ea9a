// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"
#include "tests/support/samples.h"

#include <QtTest>

using namespace redoubt;

/// `estimate` of the real program.
class EstimateTest : public QObject {
    Q_OBJECT

    Program m_cli;

private slots:
    void initTestCase() { m_cli.file(u"a.redoubt.yaml"_qs, sampleDesign()); }

    void itNamesItsServices()
    {
        const Result json = m_cli.run({u"estimate"_qs, u"--format"_qs, u"json"_qs, u"a.redoubt.yaml"_qs});
        QCOMPARE(json.code, 0);
        QCOMPARE(json.json()[u"schema"].toString(), u"redoubt/estimate/1"_qs);
        const QJsonArray services = json.json()[u"services"].toArray();
        const Result text = m_cli.run({u"estimate"_qs, u"a.redoubt.yaml"_qs});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.startsWith(u"Two nodes and a witness\n"));
        for (const QJsonValue& service : services) {
            QVERIFY(text.out.contains(service[u"name"].toString()));
            QVERIFY(service[u"with-manual-failover"].toDouble() >= service[u"automatic"].toDouble());
        }
        if (services.isEmpty())
            return;
        const QString id = services[0][u"id"].toString();
        const Result one = m_cli.run({u"estimate"_qs, u"--format"_qs, u"json"_qs, u"--service"_qs, id, u"a.redoubt.yaml"_qs});
        QCOMPARE(one.json()[u"services"].toArray().size(), 1);
        const Result down = m_cli.run({u"estimate"_qs, u"--format"_qs, u"json"_qs, u"--fail"_qs, u"dc-a"_qs, u"--service"_qs, id, u"a.redoubt.yaml"_qs});
        QCOMPARE(down.json()[u"services"][0][u"automatic"].toDouble(), 0.0);
    }

    void itIsAGate()
    {
        QVERIFY(m_cli.run({u"new"_qs, u"ss-pm-c3"_qs, u"-o"_qs, u"c3.yaml"_qs, u"--force"_qs}).code == 0);
        const Result missed = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--min-sla"_qs, u"99.95"_qs});
        QCOMPARE(missed.code, 1);
        QVERIFY2(missed.out.contains(u"compared with the figure with manual failover: missed"), qPrintable(missed.out));
        QVERIFY(missed.out.contains(u"(pm-agents): 99.8766 %"));
        QVERIFY(missed.out.contains(u"Each of these alone stops it: "));
        QVERIFY(!missed.out.contains(u"(ss-login): "));
        QCOMPARE(m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--min-sla"_qs, u"99.95"_qs, u"--service"_qs, u"ss-login"_qs}).code, 0);
        const Result json = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--min-sla"_qs, u"99.95"_qs, u"--format"_qs, u"json"_qs});
        QCOMPARE(json.code, 1);
        const QJsonObject gate = json.json()[u"gate"].toObject();
        QCOMPARE(gate[u"met"].toBool(), false);
        QCOMPARE(gate[u"min-sla"].toDouble(), 0.9995);
        QCOMPARE(gate[u"missed"][0][u"service"].toString(), u"pm-agents"_qs);
        QCOMPARE(gate[u"missed"][0][u"harden"][0][u"id"].toString(), u"proxy"_qs);
    }

    void itSaysWhatAFailureDoes()
    {
        QVERIFY(m_cli.run({u"new"_qs, u"ss-pm-c3"_qs, u"-o"_qs, u"c3.yaml"_qs, u"--force"_qs}).code == 0);
        const Result text = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--fail"_qs, u"dc-a"_qs});
        QVERIFY2(text.out.contains(u"AFTER MANUAL WORK") && !text.out.contains(u"DOWN A YEAR"), qPrintable(text.out));
        for (const QString& part : {u"Secret Server sign-in: degraded"_qs, u"Privilege Manager console: needs a person"_qs,
                                    u"What a person does, in this order"_qs, u"Failover links that carry now"_qs})
            QVERIFY2(text.out.contains(part), qPrintable(text.out));
        const QJsonObject whatIf = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--fail"_qs, u"dc-a"_qs, u"--format"_qs, u"json"_qs}).json()[u"what-if"].toObject();
        QCOMPARE(whatIf[u"services"][0][u"state"].toString(), u"degraded"_qs);
        QVERIFY(whatIf[u"failover-carrying"].toArray().contains(u"glb-layer-ss-to-lb-layer-ss-b"_qs));
        QCOMPARE(m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--fail"_qs, u"ss-users-to-glb-layer-ss"_qs}).code, 0);  // a link
    }

    void aScenarioIsItsFailures()
    {
        const QString name = u"Server and witness lost"_qs;
        const auto json = [&](const QStringList& more) {
            return m_cli.run(QStringList{u"estimate"_qs, u"a.redoubt.yaml"_qs, u"--format"_qs, u"json"_qs} + more).json();
        };
        QJsonObject byName = json({u"--scenario"_qs, name});
        const QJsonObject byIds = json({u"--fail"_qs, u"sql-2,wit"_qs});
        QVERIFY(!byIds[u"what-if"][u"services"].toArray().isEmpty());
        QCOMPARE(byName.take(u"scenario"_qs).toString(), name);
        QCOMPARE(byName, byIds);
        const Result text = m_cli.run({u"estimate"_qs, u"a.redoubt.yaml"_qs, u"--scenario"_qs, name});
        QVERIFY2(text.out.contains(u"Scenario Server and witness lost, assumed down: Secondary (sql-2), wit"), qPrintable(text.out));
        QVERIFY2(text.out.contains(u"UNTIL SOMEBODY ACTS"), qPrintable(text.out));
    }

    void aScenarioIsDrawn()
    {
        QCOMPARE(m_cli.run({u"export"_qs, u"a.redoubt.yaml"_qs, u"--scenario"_qs, u"Server and witness lost"_qs, u"-o"_qs, u"lost.svg"_qs}).code, 0);
        const QString lost = QString::fromUtf8(m_cli.bytes(u"lost.svg"_qs));
        QVERIFY(lost.contains(u"class=\"element sql-server failed\""));
        QVERIFY(lost.contains(u"class=\"element sql-server lost\""));  // no majority is left for the other
        QVERIFY(lost.contains(u">Server and witness lost<") && lost.contains(u">the cluster stops<"));
        QCOMPARE(m_cli.run({u"export"_qs, u"a.redoubt.yaml"_qs, u"-o"_qs, u"whole.svg"_qs}).code, 0);
        const QString whole = QString::fromUtf8(m_cli.bytes(u"whole.svg"_qs));
        QVERIFY(!whole.contains(u" failed\"") && !whole.contains(u"what-if"));
    }

    void itExplains()
    {
        QVERIFY(m_cli.run({u"new"_qs, u"ss-pm-c3"_qs, u"-o"_qs, u"c3.yaml"_qs, u"--force"_qs}).code == 0);
        const Result text = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--explain"_qs, u"pm-console"_qs, u"--show"_qs, u"importance,quorum,recovery,sweep"_qs});
        QCOMPARE(text.err, QString());
        for (const QString& part : {u"How the figure comes about"_qs, u"all of"_qs, u"3 of 5 in"_qs, u"With manual failover"_qs, u"What to harden next, ss-login"_qs,
                                    u"Quorum of Windows cluster"_qs, u"Recovery time and recovery point"_qs, u"All single and double failures: "_qs})
            QVERIFY2(text.out.contains(part), qPrintable(part));
        const Result json = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--explain"_qs, u"ss-login"_qs, u"--show"_qs, u"importance,quorum,recovery,sweep,improvements"_qs,
                                       u"--format"_qs, u"json"_qs, u"--min-sla"_qs, u"99.99"_qs});
        const QJsonObject all = json.json();
        QCOMPARE(all[u"explanation"][u"tree"][u"value"].toDouble(), all[u"services"][0][u"automatic"].toDouble());
        QCOMPARE(all[u"quorum"][0][u"majority"].toInt(), 3);
        QCOMPARE(all[u"importance"][u"ss-login"][0][u"id"].toString(), u"glb-ss"_qs);
        QVERIFY(all[u"recovery"].toArray().size() > 4);
        QVERIFY(all[u"sweep"][u"double"].toArray().size() > 500);
        QVERIFY(!all[u"improvements"][u"changes"].toArray().isEmpty());
        QVERIFY(m_cli.run({u"new"_qs, u"ss-dsv-a1"_qs, u"-o"_qs, u"dsv.yaml"_qs}).code == 0);
        const QString tenant = m_cli.run({u"estimate"_qs, u"dsv.yaml"_qs, u"--format"_qs, u"json"_qs}).json()[u"dsv"][0][u"tenant"].toString();
        const Result budget = m_cli.run({u"estimate"_qs, u"dsv.yaml"_qs, u"--explain"_qs, tenant});
        for (const QString& part : {u"43,200 min / 720 min = 60"_qs, u"720 min (now)"_qs, u"Smallest interval"_qs})
            QVERIFY2(budget.out.contains(part), qPrintable(budget.out));
    }

    void aFailureIsToldInNamesAndOnce()
    {
        QVERIFY(m_cli.run({u"new"_qs, u"ss-pm-c3"_qs, u"-o"_qs, u"c3.yaml"_qs, u"--force"_qs}).code == 0);
        const QString text = m_cli.run({u"estimate"_qs, u"c3.yaml"_qs, u"--fail"_qs, u"dc-a,ss-users-to-glb-layer-ss"_qs}).out;
        QVERIFY2(text.contains(u"Assumed down: Datacenter A (dc-a), link from "), qPrintable(text));
        QVERIFY2(text.simplified().contains(u"Engines of Site A: Datacenter A is down. Nothing that people"), qPrintable(text));
        QVERIFY2(!text.simplified().contains(u"Datacenter A is down. Datacenter A is down."), qPrintable(text));
        // Links by their ends and what stands at them, never by id alone.
        const QString carrying = text.mid(text.indexOf(u"Failover links that carry now"));
        QVERIFY2(carrying.contains(u"  link from "), qPrintable(carrying));
        QVERIFY2(!carrying.contains(u"-to-"), qPrintable(carrying));
        QVERIFY2(!text.contains(u"Secondary (sql-3) on Secondary (sql-3)"), qPrintable(text));
    }

    void aNameOverTwoLinesBreaksNoLine()
    {
        const QByteArray design = sampleDesign().replace("name: Datacenter A", "name: \"Datacenter\\nA\"");
        QVERIFY(design != sampleDesign());
        m_cli.file(u"two.redoubt.yaml"_qs, design);
        const auto lines = [&](const QStringList& arguments) {
            return m_cli.run(arguments).out.split(u'\n').filter(QRegularExpression(u"^A\\b"_qs));
        };
        for (const QStringList& arguments :
             {QStringList{u"estimate"_qs, u"two.redoubt.yaml"_qs, u"--fail"_qs, u"dc-a"_qs, u"--show"_qs, u"importance,quorum,recovery,sweep"_qs},
              QStringList{u"check"_qs, u"two.redoubt.yaml"_qs}, QStringList{u"check"_qs, u"--format"_qs, u"junit"_qs, u"two.redoubt.yaml"_qs},
              QStringList{u"export"_qs, u"two.redoubt.yaml"_qs, u"-o"_qs, u"-"_qs, u"--format"_qs, u"csv"_qs}}) {
            QCOMPARE(lines(arguments), QStringList());
        }
        QVERIFY(m_cli.run({u"export"_qs, u"two.redoubt.yaml"_qs, u"-o"_qs, u"-"_qs, u"--format"_qs, u"csv"_qs}).out.contains(u"Datacenter A (dc-a)"));
        m_cli.run({u"export"_qs, u"two.redoubt.yaml"_qs, u"-o"_qs, u"kept.redoubt.yaml"_qs});
        QVERIFY(m_cli.bytes(u"kept.redoubt.yaml"_qs).contains("Datacenter\\nA"));
    }

    void figuresAreCutAlikeInCheckAndEstimate()
    {
        QVERIFY(m_cli.run({u"new"_qs, u"ss-pm-c3"_qs, u"-o"_qs, u"c3.yaml"_qs, u"--force"_qs}).code == 0);
        const QByteArray design = m_cli.bytes(u"c3.yaml"_qs).replace("settings: {", "settings: {sla-target: 0.9999, ");
        m_cli.file(u"target.yaml"_qs, design);
        const QString estimate = m_cli.run({u"estimate"_qs, u"target.yaml"_qs}).out;
        const QString check = m_cli.run({u"check"_qs, u"target.yaml"_qs}).out.simplified();
        const QRegularExpression said(u"reaches ([0-9.]+ %); the target is 99\\.99 %"_qs);
        int count = 0;
        for (auto it = said.globalMatch(check); it.hasNext(); ++count)
            QVERIFY2(estimate.contains(it.next().captured(1)), qPrintable(estimate));
        QVERIFY2(count > 0, qPrintable(check));
    }
};

QTEST_GUILESS_MAIN(EstimateTest)
#include "estimate_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/rules/facts.h"
#include "tests/support/rulecases.h"

#include <QtTest>

using namespace redoubt;

namespace {

Holding judged(const QString& rule, const Design& design)
{
    return holding(*testRules().rule(rule), design, testCatalog());
}

}  // namespace

class HoldingTest : public QObject {
    Q_OBJECT

private slots:
    void aFiringCaseIsBrokenAndItsTwinIsNot_data()
    {
        QTest::addColumn<QString>("rule");
        for (const Rule& rule : testRules().rules)
            QTest::newRow(qPrintable(rule.id)) << rule.id;
    }
    void aFiringCaseIsBrokenAndItsTwinIsNot();
    void twinsShowWhatIsInOrder();
    void onlyThoseWhomARuleSpeaksOfAreInOrder_data();
    void onlyThoseWhomARuleSpeaksOfAreInOrder();
    void brokenIsWhatTheReportFinds();
};

void HoldingTest::aFiringCaseIsBrokenAndItsTwinIsNot()
{
    QFETCH(QString, rule);
    const Design bad = caseOf(rule, "bad"), good = caseOf(rule, "good");
    QCOMPARE(judged(rule, bad).state, Holding::State::Broken);
    const Holding twin = judged(rule, good);
    QVERIFY(twin.broken.empty());
    QVERIFY(twin.state != Holding::State::Broken);
    QCOMPARE(twin.state == Holding::State::Holds, !twin.inOrder.empty());
    QSet<QStringList> seen;
    for (const std::vector<QStringList>* sets : {&twin.inOrder, &twin.unknown})
        for (const QStringList& ids : sortedSets(*sets)) {
            QVERIFY2(!seen.contains(ids), qPrintable(ids.join(u' ')));
            seen << ids;
            for (const QString& id : ids)
                QVERIFY2(good.hasId(id), qPrintable(id));
        }
}

void HoldingTest::twinsShowWhatIsInOrder()
{
    // Twins that differ from the firing case in what says of whom the rule speaks, or in a value not given.
    static const QStringList others{
        u"DE-005 not-applicable"_qs, u"DE-007 not-applicable"_qs, u"DSV-007 not-applicable"_qs, u"DSV-021 unknown"_qs,
        u"LB-007 not-applicable"_qs, u"NPS-001 not-applicable"_qs, u"NPS-020 not-applicable"_qs, u"PM-010 not-applicable"_qs, u"PM-013 not-applicable"_qs,
        u"PM-017 not-applicable"_qs, u"QRM-008 unknown"_qs, u"QRM-010 unknown"_qs, u"QRM-016 not-applicable"_qs,
        u"SITE-003 not-applicable"_qs, u"SQL-003 not-applicable"_qs, u"SQL-004 not-applicable"_qs, u"SQL-006 unknown"_qs,
        u"SQL-016 not-applicable"_qs, u"SQL-022 not-applicable"_qs, u"SQL-025 not-applicable"_qs, u"SQL-026 not-applicable"_qs,
        u"SSC-008 not-applicable"_qs, u"WEB-007 not-applicable"_qs, u"WEB-009 not-applicable"_qs, u"WEB-013 unknown"_qs,
        u"WEB-015 unknown"_qs,
    };
    QStringList found;
    int same = 0;
    for (const Rule& rule : testRules().rules) {
        const Holding bad = judged(rule.id, caseOf(rule.id)), twin = judged(rule.id, caseOf(rule.id, "good"));
        if (twin.state != Holding::State::Holds)
            found << rule.id + u' ' + stateId(twin.state);
        same += sortedSets(twin.inOrder).contains(sortedSets(bad.broken).front());
    }
    QCOMPARE(found.join(u' '), others.join(u' '));
    // In the rest, the twin has other things, or the broken thing is gone.
    QVERIFY2(same >= 160, qPrintable(QString::number(same)));
}

void HoldingTest::onlyThoseWhomARuleSpeaksOfAreInOrder_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("design");
    QTest::addColumn<QString>("inOrder");
    const auto row = [](const char* rule, const char* design, const char* inOrder) {
        QTest::addRow("%s %s", rule, design) << QString::fromLatin1(rule) << QString::fromLatin1(design) << QString::fromLatin1(inOrder);
    };
    // Balancers with two Privilege Manager nodes behind them, none of those for other products.
    row("LB-003", "ss-pm-c3", "glb-pm, lb-pm-a, lb-pm-b");
    row("LB-003", "ss-dsv-a1", "");
    // The primary site alone is meant, and it is broken there.
    row("QRM-016", "ss-pm-c3", "");
    row("DE-001", "ss-pm-c3", "engine-1 engine-2 site-a, engine-3 engine-4 site-b");
    row("DE-001", "nps-active-active", "");
    // Replicas of the Secret Server database in a recovery site, not those of the primary site or of the other product.
    row("SQL-037", "ss-pm-b1", "ag-ss sql-2-ss");
    row("SQL-037", "ss-pm-c3", "ag-ss sql-3-ss, ag-ss sql-4-ss");
    row("RMQ-016", "ss-pm-c3", "dc-a rmq-1 rmq-2");
    row("NPS-001", "nps-active-active", "nps-1, nps-2");
    row("NPS-001", "ss-pm-c3", "");
}

void HoldingTest::onlyThoseWhomARuleSpeaksOfAreInOrder()
{
    QFETCH(QString, rule);
    QFETCH(QString, design);
    QFETCH(QString, inOrder);
    QStringList found;
    for (const QStringList& ids : sortedSets(judged(rule, designAt(QStringLiteral("reference-designs/%1.redoubt.yaml").arg(design))).inOrder))
        found << ids.join(u' ');
    QCOMPARE(found.join(QStringLiteral(", ")), inOrder);
}

void HoldingTest::brokenIsWhatTheReportFinds()
{
    for (const QString& name : referenceFiles()) {
        const Design design = designAt(QStringLiteral("reference-designs/") + name);
        const Report report = analyse(design, testCatalog(), testRules());
        QHash<QString, std::vector<QStringList>> found;
        for (const Finding& finding : report.findings)
            found[finding.rule].push_back(finding.subjects);
        const Topology topology(design, testCatalog());
        Facts facts(topology, report);
        for (const Rule& rule : testRules().rules)
            QCOMPARE(sortedSets(holding(rule, facts).broken), sortedSets(found.value(rule.id)));
    }
}

QTEST_GUILESS_MAIN(HoldingTest)
#include "holding_test.moc"

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
    QVERIFY2(same >= 165, qPrintable(QString::number(same)));
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

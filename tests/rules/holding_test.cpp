// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "model/rules/facts.h"

#include <QtTest>

using namespace redoubt;

namespace {

const Catalog& catalog()
{
    static const Catalog result = builtinCatalog();
    return result;
}

const RuleSet& rules()
{
    static const RuleSet result = builtinRules();
    return result;
}

Design designAt(const QString& path)
{
    return readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/") + path, catalog()).design;
}

Design caseOf(const QString& rule, const char* which)
{
    return designAt(QStringLiteral("tests/rules/%1.%2.yaml").arg(rule, QLatin1String(which)));
}

QList<QStringList> sorted(const std::vector<QStringList>& sets)
{
    QList<QStringList> result;
    for (QStringList ids : sets) {
        ids.sort();
        result << ids;
    }
    std::sort(result.begin(), result.end());
    return result;
}

Holding judged(const QString& rule, const Design& design)
{
    return holding(*rules().rule(rule), design, catalog());
}

}  // namespace

class HoldingTest : public QObject {
    Q_OBJECT

private slots:
    void aFiringCaseIsBrokenAndItsTwinIsNot_data()
    {
        QTest::addColumn<QString>("rule");
        for (const Rule& rule : rules().rules)
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
        for (const QStringList& ids : sorted(*sets)) {
            QVERIFY2(!seen.contains(ids), qPrintable(ids.join(u' ')));
            seen << ids;
            for (const QString& id : ids)
                QVERIFY2(good.hasId(id), qPrintable(id));
        }
}

void HoldingTest::twinsShowWhatIsInOrder()
{
    // Twins that differ from the firing case in a setting that says when the rule applies, or in a value not given.
    static const QMap<QString, QString> others{
        {u"DE-005"_qs, u"not-applicable"_qs},  {u"LB-007"_qs, u"not-applicable"_qs},  {u"NPS-020"_qs, u"not-applicable"_qs},
        {u"QRM-016"_qs, u"not-applicable"_qs}, {u"SITE-003"_qs, u"not-applicable"_qs}, {u"SQL-003"_qs, u"not-applicable"_qs},
        {u"SQL-022"_qs, u"not-applicable"_qs}, {u"SSC-008"_qs, u"not-applicable"_qs}, {u"DSV-021"_qs, u"unknown"_qs},
        {u"QRM-008"_qs, u"unknown"_qs},        {u"QRM-010"_qs, u"unknown"_qs},        {u"SQL-006"_qs, u"unknown"_qs},
        {u"WEB-013"_qs, u"unknown"_qs},        {u"WEB-015"_qs, u"unknown"_qs}};
    int same = 0;
    for (const Rule& rule : rules().rules) {
        const Holding bad = judged(rule.id, caseOf(rule.id, "bad")), twin = judged(rule.id, caseOf(rule.id, "good"));
        QVERIFY2(stateId(twin.state) == others.value(rule.id, u"holds"_qs), qPrintable(rule.id));
        same += sorted(twin.inOrder).contains(sorted(bad.broken).front());
    }
    // In the rest, the twin has other things, or the broken thing is gone.
    QVERIFY2(same >= 165, qPrintable(QString::number(same)));
}

void HoldingTest::brokenIsWhatTheReportFinds()
{
    const QDir folder(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs"));
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")})) {
        const Design design = designAt(QStringLiteral("reference-designs/") + name);
        const Report report = analyse(design, catalog(), rules());
        QHash<QString, std::vector<QStringList>> found;
        for (const Finding& finding : report.findings)
            found[finding.rule].push_back(finding.subjects);
        const Topology topology(design, catalog());
        Facts facts(topology, report);
        for (const Rule& rule : rules().rules)
            QCOMPARE(sorted(holding(rule, facts).broken), sorted(found.value(rule.id)));
    }
}

QTEST_GUILESS_MAIN(HoldingTest)
#include "holding_test.moc"

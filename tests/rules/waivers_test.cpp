// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "tests/support/bigdesign.h"
#include "tests/support/rulecases.h"

#include <QtTest>

// What becomes of waivers, and which of them a file cannot have.

using namespace redoubt;

namespace {

const QDate today(2026, 11, 27);

Waiver waiver(const QString& rule, const QStringList& on, const QDate& expires = {})
{
    return {rule, on, u"accepted"_qs, {}, {}, expires};
}

std::vector<WaiverUse> uses(const std::vector<Waiver>& waivers, const RuleSet& rules = testRules())
{
    Design design = caseOf(u"SQL-003"_qs);
    design.waivers = waivers;
    return analyse(design, testCatalog(), rules, today).waivers;
}

QString states(const std::vector<WaiverUse>& uses)
{
    QStringList result;
    for (const WaiverUse& use : uses)
        result << waiverStateId(use.state);
    return result.join(u' ');
}

QString mistakes(const QByteArray& waiver)
{
    try {
        (void)readDesign("format: redoubt/1\nwaivers:\n  - " + waiver + "\n", u"d.yaml"_qs, testCatalog());
    } catch (const FileError& error) {
        return error.message();
    }
    return {};
}

}  // namespace

class WaiversTest : public QObject {
    Q_OBJECT

    const QStringList m_on = findingsOf(u"SQL-003"_qs, caseOf(u"SQL-003"_qs)).front().subjects;

private slots:
    void aRuleThatNobodyHasIsNotStale()
    {
        const std::vector<WaiverUse> all
            = uses({waiver(u"SQL-903"_qs, m_on), waiver(u"OWN-001"_qs, m_on), waiver(u"sql 3"_qs, m_on), waiver(u"SQL-004"_qs, m_on)});
        QCOMPARE(states(all), u"unknown-rule pack-missing unknown-rule stale"_qs);
        QVERIFY2(all[0].note.endsWith(u"names a rule that does not exist; did you mean `SQL-003`?"_qs), qPrintable(all[0].note));
        QVERIFY2(all[1].note.endsWith(u"If a rule pack has it, load that pack."_qs), qPrintable(all[1].note));
        // With a pack of that area, the pack would have it.
        const RuleSet own = rulesWith(packOfRule("    when: false\n"));
        QCOMPARE(states(uses({waiver(u"OWN-001"_qs, m_on), waiver(u"OWN-002"_qs, m_on)}, own)), u"stale unknown-rule"_qs);
    }

    void aSecondOneOfTheSameIsTold()
    {
        const std::vector<WaiverUse> twice = uses({waiver(u"SQL-003"_qs, m_on), waiver(u"SQL-003"_qs, m_on)});
        QCOMPARE(states(twice), u"accepts repeated"_qs);
        QVERIFY(twice[1].note.contains(u"repeats one that stands before it"));
        QVERIFY(twice[1].findings.empty());
        // One that ran out and the one that follows it are no repetition.
        const std::vector<WaiverUse> renewed
            = uses({waiver(u"SQL-003"_qs, m_on, today.addDays(-1)), waiver(u"SQL-003"_qs, m_on, today)});
        QCOMPARE(states(renewed), u"expired accepts"_qs);
    }

    void oneThatNamesNothingSaysWhyItAcceptsNothing()
    {
        const std::vector<WaiverUse> all = uses({waiver(u"SQL-003"_qs, {})});
        QCOMPARE(states(all), u"stale"_qs);
        QVERIFY2(all.front().note.contains(u"it names no element"), qPrintable(all.front().note));
    }

    void oneOfARuleThatWasGivenUpSaysSo()
    {
        Design design = bigDesign(500);
        design.waivers = {waiver(u"OWN-001"_qs, m_on)};
        const RuleSet endless = rulesWith(packOfRule("    when: some(pairs(pairs(element)))\n"));
        const Report report = analyse(design, testCatalog(), endless, today);
        QCOMPARE(report.stopped.size(), size_t(1));
        QVERIFY2(report.waivers.front().note.contains(u"could not be judged"), qPrintable(report.waivers.front().note));
    }

    void datesInTheWrongOrderAreRefused()
    {
        QCOMPARE(mistakes("{rule: SQL-003, on: [a], reason: r, date: 2026-11-23, expires: 2026-11-22}"),
                 u"d.yaml:3:68: `expires` is before `date`: the waiver would never have held"_qs);
        QCOMPARE(mistakes("{expires: 2026-11-22, rule: SQL-003, on: [a], reason: r, date: 2026-11-23}"),
                 u"d.yaml:3:15: `expires` is before `date`: the waiver would never have held"_qs);
        QCOMPARE(mistakes("{rule: SQL-003, on: [], reason: r, date: 2026-11-23, expires: 2026-11-23}"), QString());
        QCOMPARE(mistakes("{rule: \" \", on: [], reason: r}"), u"d.yaml:3:12: a waiver without `rule`"_qs);
    }
};

QTEST_GUILESS_MAIN(WaiversTest)
#include "waivers_test.moc"

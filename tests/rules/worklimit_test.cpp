// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/rules/condition.h"
#include "model/rules/facts.h"
#include "tests/support/bigdesign.h"
#include "tests/support/rulecases.h"

#include <QtTest>

// A rule pack is somebody's text: whatever its rules ask for, the judgement ends, says which rule was given up, and the
// other rules are judged.

using namespace redoubt;

class WorkLimitTest : public QObject {
    Q_OBJECT

private slots:
    void aRuleWithoutEndIsGivenUp_data();
    void aRuleWithoutEndIsGivenUp();
    void theOthersAreJudgedAndThePlaceIsTold();
    void aFixWithoutEndIsGivenUp();
    void builtinRulesTakeATenthAtMost();
};

void WorkLimitTest::aRuleWithoutEndIsGivenUp_data()
{
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char* name, const QByteArray& lines) { QTest::newRow(name) << lines; };
    const QByteArray five = "    for: [a in element, b in element, c in element, d in element, e in element]\n";
    row("five nested lists", five + "    when: a.name = b.name and c.name = d.name and d = e\n");
    row("five nested lists and nothing to judge", five + "    when: false\n");
    row("as many findings", five);
    row("in one expression",
        "    for: [a in element, b in element]\n    when: some(element, .name = a.name and some(element, .id = b.id and .name != 'x'))\n");
    row("in a filter", "    for: a in element\n    let: {x: \"element[some(element[.id != a.id and .name = 'x'])]\"}\n    when: some(x)\n");
    row("pairs of pairs", "    for: p in pairs(pairs(element))\n    when: first(first(p)) = last(last(p))\n");
    QByteArray doubled = "    let:\n      x0: \"[element, element]\"\n";
    for (int i = 1; i < 60; ++i)
        doubled += QStringLiteral("      x%1: \"[x%2, x%2]\"\n").arg(i).arg(i - 1).toLatin1();
    row("a list that doubles", doubled + "    when: count(x59) > 0\n    subjects: [x59]\n");
    QByteArray longer = "    for: n in ss-web\n    let:\n      x0: n.name\n";
    for (int i = 1; i < 60; ++i)
        longer += QStringLiteral("      x%1: \"replace(x%2, '.', x%2)\"\n").arg(i).arg(i - 1).toLatin1();
    row("a text that doubles", longer + "    when: x59 != 'a'\n");
    row("a pattern that tries every way",
        "    for: [a in element, b in element]\n"
        "    when: matches(replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', 'z', a.name), '(a|aa|a?)+')\n");
}

void WorkLimitTest::aRuleWithoutEndIsGivenUp()
{
    QFETCH(QByteArray, lines);
    const RuleSet rules = rulesWith(packOfRule(lines));
    static const Design design = bigDesign(1000);
    static const Topology topology(design, testCatalog());
    static const Report none;
    Facts facts(topology, none);
    const Judgement judgement = judge(*rules.rule(u"OWN-001"_qs), facts);
    QVERIFY(judgement.stopped);
    QVERIFY(judgement.findings.empty());
    QVERIFY(judgement.steps > mostSteps);
    // Counted, not timed: the same again.
    Facts again(topology, none);
    QCOMPARE(judge(*rules.rule(u"OWN-001"_qs), again).steps, judgement.steps);
}

void WorkLimitTest::theOthersAreJudgedAndThePlaceIsTold()
{
    // It finds something long before it is given up; nothing of it is told, since that would depend on the order.
    const RuleSet rules = rulesWith(packOfRule("    for: [a in ss-web, b in element, c in element]\n    when: c.id = a.id\n    subjects: [a]\n"));
    const Design design = bigDesign(1000);
    const Report report = analyse(design, testCatalog(), rules), without = analyse(design, testCatalog(), testRules());
    QVERIFY(report.findings == without.findings);
    QCOMPARE(report.checks, without.checks);
    QCOMPARE(report.stopped.size(), size_t(1));
    const StoppedRule& stopped = report.stopped.front();
    QCOMPARE(stopped.path, u"pack.yaml"_qs);
    QCOMPARE(stopped.line, 5);
    QCOMPARE(stopped.column, 3);
    QVERIFY2(stopped.text.startsWith(u"OWN-001 (T) was given up after 5,000,000 steps"_qs), qPrintable(stopped.text));
    const Topology topology(design, testCatalog());
    Facts facts(topology, without);
    const Holding held = holding(*rules.rule(u"OWN-001"_qs), facts);
    QVERIFY(held.stopped && held.broken.empty() && held.state == Holding::State::Unknown);
    // On a small design the same rule is judged.
    const Report small = analyse(caseOf(u"WEB-001"_qs), testCatalog(), rules);
    QVERIFY(small.stopped.empty());
    QVERIFY(std::any_of(small.findings.begin(), small.findings.end(), [](const Finding& f) { return f.rule == u"OWN-001"; }));
}

void WorkLimitTest::aFixWithoutEndIsGivenUp()
{
    const QByteArray fix = "    for: n in ss-web\n    when: unknown(n.public-host)\n    auto-fix:\n      words: Mend {n}\n      steps:\n";
    const Design design = designAt(u"reference-designs/ss-pm-c3.redoubt.yaml"_qs);
    const RuleSet good = rulesWith(packOfRule(fix + "        - set: n.public-host = 'x'\n"));
    const RuleSet endless = rulesWith(packOfRule(
        fix + "        - {for: a in element, steps: [{for: b in element, steps: [{for: c in element, steps: [{set: n.public-host = 'x'}]}]}]}\n"));
    const std::vector<Finding> found = findingsOf(u"OWN-001"_qs, design, good);
    QVERIFY(!found.empty());
    QVERIFY(fixFor(design, testCatalog(), good, found.front()));
    QVERIFY(!fixFor(design, testCatalog(), endless, found.front()));
}

void WorkLimitTest::builtinRulesTakeATenthAtMost()
{
    const Design design = bigDesign(10000);
    const Topology topology(design, testCatalog());
    const Report none;
    Facts facts(topology, none);
    QPair<qint64, QString> most;
    for (const Rule& rule : testRules().rules) {
        const Judgement judgement = judge(rule, facts);
        QVERIFY2(!judgement.stopped, qPrintable(rule.id));
        most = std::max(most, {judgement.steps, rule.id});
    }
    qInfo("%s takes most steps, %lld", qPrintable(most.second), most.first);
    QVERIFY2(most.first <= mostSteps / 10, qPrintable(most.second));
}

QTEST_GUILESS_MAIN(WorkLimitTest)
#include "worklimit_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/facts.h"
#include "model/rules/rulereader.h"
#include "model/rules/valuetype.h"
#include "tests/support/rulecases.h"

#include <QtTest>

// What an organisation can get wrong in the expressions and steps of its rules, and that it is told where. The mistakes
// of the pack around them are rulepack_test's.

using namespace redoubt;

class PackMistakesTest : public QObject {
    Q_OBJECT

private slots:
    void typesAreJudged_data();
    void typesAreJudged();
    void whatADesignCouldMeanIsAllowed_data();
    void whatADesignCouldMeanIsAllowed();
    void everyBuiltinRuleIsWellTyped();
    void everyFactSaysItsType();
    void stepsHavePlaces_data();
    void stepsHavePlaces();
    void aSecondRuleOfOneIdNamesTheFirst();
    void nothingIsNotANumber();
};

void PackMistakesTest::typesAreJudged_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* lines, const char* says) {
        QTest::newRow(QByteArray(lines).simplified()) << QByteArray(lines) << QString::fromUtf8(says);
    };
    // Conditions
    row("    when: count(ss-web)\n", "11:11: expected a condition, this is a number");
    row("    when: \"'yes'\"\n", "11:12: expected a condition, this is a text");
    row("    when: ss-web\n", "11:11: expected a condition, this is a list");
    row("    for: n in ss-web\n    when: n.cpu and n.is-active\n", "12:11: expected a condition, this is a number");
    row("    for: n in ss-web\n    when: n.is-active or n.site\n", "12:26: expected a condition, this is a thing");
    row("    for: n in ss-web\n    when: not n.name\n", "12:15: expected a condition, this is a text");
    row("    when: some(ss-web, .cpu)\n", "11:25: expected a condition, this is a number");
    row("    when: some(ss-web[.cpu + 1])\n", "11:24: expected a condition, this is a number");
    row("    when: if(3, true, false)\n", "11:14: expected a condition, this is a number");
    row("    when: true\n    severity-note: note\n    severity-when: {error: design.title}\n",
        "13:28: expected a condition, this is a text");
    // Comparisons
    row("    when: count(ss-web) = '2'\n", "11:11: a number and a text are compared, which are never equal");
    row("    when: count(ss-web) != true\n", "11:11: a number and true or false are compared, which are never equal");
    row("    for: n in ss-web\n    when: n.cpu >= '4'\n", "12:11: a number and a text are compared; expected two numbers or two texts");
    row("    when: ss-web > 2\n", "11:11: a list and a number are compared; expected two numbers or two texts");
    row("    for: n in ss-web\n    when: n.cpu in ['4', '8']\n", "12:11: a number and a text are compared, which are never equal");
    row("    for: n in ss-web\n    when: n.name has n\n", "12:11: a thing (ss-web) and a text are compared, which are never equal");
    row("    for: n in ss-web\n    when: n in sql-server\n",
        "12:11: a thing (ss-web) and a thing (sql-server) are compared, which are never equal");
    row("    for: n in ss-web\n    when: is(n.cpu, 'four')\n", "12:14: a number and a text are compared, which are never equal");
    row("    parameters: {limit: {value: \"4\"}}\n    for: n in ss-web\n    when: n.cpu < limit\n",
        "13:11: a number and a text are compared; expected two numbers or two texts");
    row("    for: n in ss-web\n    let: {cores: n.cpu}\n    when: cores = 'four'\n",
        "13:11: a number and a text are compared, which are never equal");
    // Arithmetic
    row("    when: count(ss-web) / 0 > 1\n", "11:27: a division by zero has no value");
    row("    for: n in ss-web\n    when: n.name + 1 > 2\n", "12:11: expected two numbers or two lists, these are a text and a number");
    row("    for: n in ss-web\n    when: n.cpu * n.name > 2\n", "12:11: expected two numbers, these are a number and a text");
    // Names
    row("    for: n in ss-web\n    when: n.edition = 'standard'\n", "12:13: `ss-web` has no `edition`");
    row("    for: n in ss-web + pm-web\n    when: n.ha-pair = true\n", "12:13: `ss-web` or `pm-web` has no `ha-pair`");
    row("    for: n in ss-web\n    when: n.cpu.name = 'x'\n", "12:17: `.name` is asked of a number; only things have facts and properties");
    row("    for: l in link\n    when: l.cpu > 2\n", "12:13: such a thing has no `cpu`");
    row("    for: a in availability-group\n    when: some(a.replicas, .cpu > 2)\n", "12:29: such a thing has no `cpu`");
    row("    for: b in load-balancer\n    when: some(b.listeners, .edition = 'standard')\n", "12:30: such a thing has no `edition`");
    row("    when: design.cpu > 2\n", "11:18: such a thing has no `cpu`");
    row("    when: cuont(ss-web) > 1\n", "11:11: there is no function `cuont`");
    row("    when: count(ss-web, pm-web) > 1\n", "11:11: `count` takes 1 values, not 2");
    row("    for: n in ss-wep\n", "11:15: there is no kind or variable `ss-wep`");
    row("    for: n in ss-web\n    when: n.cpo > 2\n", "12:13: there is no fact or property `cpo`");
    row("    for: n in ss-web\n    when: n.state = 'hot'\n", "12:21: `state` never is `hot`");
    // Functions
    row("    for: n in ss-web\n    when: matches(n.name, '(abc')\n", "12:32: `(abc` is no regular expression: missing closing parenthesis");
    row("    for: n in ss-web\n    let: {p: \"if(n.is-active, '[', 'b')\"}\n    when: matches(n.name, p)\n",
        "13:27: `[` is no regular expression: missing terminating ] for character class");
    row("    for: n in ss-web\n    when: replace(n.name, '*', '') = 'a'\n",
        "12:28: `*` is no regular expression: quantifier does not follow a repeatable item");
    row("    for: n in ss-web\n    when: matches(n.cpu, '4')\n", "12:19: expected a text, this is a number");
    row("    when: sum(ss-web) > 1\n", "11:15: expected a list of numbers, this is a thing (ss-web)");
    row("    when: count('ss-web') > 1\n", "11:17: expected a list, this is a text");
    row("    when: round('4') > 1\n", "11:17: expected a number, this is a text");
    row("    for: n in ss-web\n    when: latency(n, 'dc-a') > 1\n", "12:22: expected a thing, this is a text");
    // Lists and subjects
    row("    for: n in 3\n", "11:15: expected a list, this is a number");
    row("    for: n in ss-web\n    subjects: [n.name]\n", "12:16: expected things, this is a text");
    row("    for: n in ss-web\n    subjects: [ss-web.cpu]\n", "12:16: expected things, this is a number");
}

void PackMistakesTest::typesAreJudged()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, says);
    QCOMPARE(mistakesOf({packOf(packOfRule(lines))}).join(u'\n'), u"pack.yaml:"_qs + says);
}

void PackMistakesTest::whatADesignCouldMeanIsAllowed_data()
{
    QTest::addColumn<QByteArray>("lines");
    for (const char* lines :
         {"    for: n in element\n    when: n.edition = 'standard'\n",  // only some elements have it
          "    for: n in ss-web\n    when: n.site.role = 'primary'\n", "    for: n in ss-web\n    when: some(n.reaches.edition)\n",
          "    for: n in ss-web\n    when: else(n.cpu, 0) / n.ram-gb > 2\n", "    for: n in ss-web\n    when: some(n.site)\n",
          "    for: p in pairs(ss-web)\n    when: first(p).cpu != last(p).cpu\n",
          "    for: s in alike(ss-web, .site)\n    when: count(s) > 2\n",
          "    for: x in [ss-web, pm-web]\n    when: count(x) = 1\n    subjects: [x]\n",
          "    for: n in ss-web\n    let: {x: \"if(n.is-active, n.cpu, n.name)\"}\n    when: x = 4\n",
          "    for: b in load-balancer\n    when: some(b.listeners, .ports has '443/tcp')\n",
          "    when: count([]) = 0\n", "    for: s in service\n    when: s.automatic < 0.9\n    subjects: [s.single-points]\n"})
        QTest::newRow(QByteArray(lines).simplified()) << QByteArray(lines);
}

void PackMistakesTest::whatADesignCouldMeanIsAllowed()
{
    QFETCH(QByteArray, lines);
    QCOMPARE(mistakesOf({packOf(packOfRule(lines))}), QStringList());
}

void PackMistakesTest::everyBuiltinRuleIsWellTyped()
{
    const QDir folder(QStringLiteral(REDOUBT_SOURCE_DIR "/resources/rules"));
    std::vector<NamedTree> files;
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}))
        if (name != QLatin1String("sources.yaml"))
            files.push_back(packOf(readFile(folder.filePath(name)), name));
    try {
        QCOMPARE(int(readRules(files, testCatalog()).rules.size()), 221);
    } catch (const FileError& error) {
        QFAIL(qPrintable(error.message()));
    }
}

void PackMistakesTest::everyFactSaysItsType()
{
    // A word that is no type would let everything pass.
    for (const QString& name : factNames())
        for (const Thing::Type type : {Thing::Element, Thing::Group, Thing::Link, Thing::Flow, Thing::Member, Thing::Service})
            if (const FactDef* def = factDefFor(factDef(name), type)) {
                const ValueType said = ValueType::ofWords(QLatin1String(def->type), testCatalog());
                QVERIFY2(said.sorts != ValueType::anySort, def->name);
                QVERIFY2(!said.item || said.item->sorts != ValueType::anySort, def->name);
            }
}

void PackMistakesTest::stepsHavePlaces_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* step, const char* message) {
        QTest::newRow(step) << QString::fromUtf8(step) << QString::fromUtf8(message);
    };
    row("set: node.state = 'hot'", "15:29: `state` never is `hot`");
    row("set: node.shade = 'red'", "15:21: there is no fact or property `shade`");
    row("set: node.edition = 'standard'", "15:21: `ss-web` has no `edition`");
    row("set: node.cpu = 'four'", "15:27: `cpu` is a number; this is a text");
    row("set: node.site = node", "15:21: `site` is derived and cannot be set");
    row("set: node.state", "15:16: expected `thing.property = value`");
    row("set: nod.state = 'cold'", "15:16: there is no kind or variable `nod`");
    row("{add: unicorn, near: node}", "15:17: there is no kind `unicorn`");
    row("{add: ss-web}", "15:11: `add` needs `near`");
    row("{connect: node, to: ss-web, row: CN-99}", "15:44: there is no connection `CN-99`");
    row("{connect: node, to: 3}", "15:31: expected things, this is a number");
    row("{remove: node, when: node.cpu}", "15:32: expected a condition, this is a number");
    row("{do: magic}", "15:16: there is no fix `magic`");
    row("{remove: node, into: node}", "15:26: `remove` does not take `into`");
    row("{paint: node}", "15:11: expected a step");
    row("{add: ss-web, near: node, as: node}", "15:41: `node` is a name for something else already");
    row("{for: x in 3, steps: [{remove: x}]}", "15:22: expected a list, this is a number");
    row("{for: x, steps: [{remove: node}]}", "15:17: expected `name in list`");
}

void PackMistakesTest::stepsHavePlaces()
{
    QFETCH(QString, step);
    QFETCH(QString, message);
    const auto said = [](const QString& each) {
        const QString lines = QStringLiteral("    for: node in ss-web\n    auto-fix:\n      words: Mend {node}\n      steps:\n        - %1\n");
        return mistakesOf({packOf(packOfRule(lines.arg(each).toUtf8()))});
    };
    const QStringList found = said(step);
    QVERIFY2(std::any_of(found.cbegin(), found.cend(), [&](const QString& each) { return each.contains(message); }),
             qPrintable(found.join(u'\n')));
    QCOMPARE(said(QStringLiteral("set: node.state = 'cold'")), QStringList());
}

void PackMistakesTest::aSecondRuleOfOneIdNamesTheFirst()
{
    const QByteArray yaml = packOfRule("    when: true\n");
    QCOMPARE(mistakesOf({packOf(yaml, u"a.yaml"_qs), packOf(yaml, u"b.yaml"_qs)}),
             QStringList(u"b.yaml:5:3: the rule `OWN-001` stands in a.yaml already, in line 5"_qs));
}

void PackMistakesTest::nothingIsNotANumber()
{
    // What is computed may be divided by nothing, grow beyond all numbers or be rounded to absurd places: unknown, never
    // `nan` or `inf`, and no rule fires on it.
    const Design design = designAt(QStringLiteral("reference-designs/ss-pm-c3.redoubt.yaml"));
    const char* const nothings[] = {"1 / (count(ss-web) - count(ss-web))", "(count(ss-web) - count(ss-web)) / count(element[.cpu = 77])",
                                    "huge * huge * huge * huge * huge", "round(1, 400)", "round(1 / count(ss-web[false]), 3)"};
    for (const char* value : nothings) {
        const QByteArray lines = QByteArray("    parameters: {huge: {value: 1e99}}\n    let: {x: \"") + value + "\"}\n";
        for (const char* when : {"x > 0", "x <= 0", "x = x", "x != 0", "known(x)"}) {
            const RuleSet rules = rulesWith(packOfRule(lines + "    when: " + when + '\n'));
            QVERIFY2(findingsOf(u"OWN-001"_qs, design, rules).empty(), value);
        }
    }
}

QTEST_GUILESS_MAIN(PackMistakesTest)
#include "packmistakes_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/filewriter.h"
#include "tests/support/rulecases.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace redoubt;

namespace {

const QByteArray head = "name: House\nversion: \"3\"\n";

}  // namespace

class RulePackTest : public QObject {
    Q_OBJECT

private slots:
    void withoutPacksNothingChanges()
    {
        const RuleSet rules = rulesWithPacks({}, testCatalog());
        QCOMPARE(rules.rules.size(), testRules().rules.size());
        QVERIFY(rules.packs.empty());
    }

    void aParameterMovesTheThreshold()
    {
        // Two sites with synchronous replicas, apart by more than the published 30 ms.
        const Design design = caseOf(u"SQL-017"_qs, "bad");
        const RuleSet lenient = rulesWith(head + "changes:\n  SQL-017: {parameters: {limit: 500}}\n");
        QVERIFY(!findingsOf(u"SQL-017"_qs, design, testRules()).empty());
        QVERIFY(findingsOf(u"SQL-017"_qs, design, lenient).empty());
        // Its near twin is below 30 ms and above nothing.
        const RuleSet strict = rulesWith(head + "changes:\n  SQL-017: {parameters: {limit: 0.5}}\n");
        const Design twin = caseOf(u"SQL-017"_qs, "good");
        QVERIFY(findingsOf(u"SQL-017"_qs, twin, testRules()).empty());
        const std::vector<Finding> found = findingsOf(u"SQL-017"_qs, twin, strict);
        QVERIFY(!found.empty());
        QCOMPARE(found.front().title, u"Synchronous replication over more than 0.5 ms"_qs);
        QVERIFY(strict.rule(u"SQL-017"_qs)->condition.contains(u"more than 0.5 ms apart"_qs));
        QVERIFY(testRules().rule(u"SQL-017"_qs)->condition.contains(u"more than 30 ms apart"_qs));
        QCOMPARE(strict.packs.front().changes.front().parameters.front().before, u"30 ms"_qs);
        QCOMPARE(strict.packs.front().changes.front().parameters.front().after, u"0.5 ms"_qs);
    }

    void everyParameterIsNamedByItsRule()
    {
        int parameters = 0;
        for (const Rule& rule : testRules().rules) {
            parameters += int(rule.parameters.size());
            for (const QString& text : {rule.title, rule.condition, rule.why, rule.fix, rule.severityNote})
                QVERIFY2(!text.contains(u'{'), qPrintable(rule.id + u": "_qs + text));
            if (rule.parameters.empty())
                continue;
            QString written = rule.written->title + rule.written->condition + rule.written->message + rule.written->why;
            for (const RuleParameter& parameter : rule.parameters)
                QVERIFY2(written.contains(u'{' + parameter.name + u'}'), qPrintable(rule.id + u' ' + parameter.name));
        }
        QVERIFY(parameters >= 30);
    }

    void messagesStateParametersAsPeopleReadThem()
    {
        const Design design = caseOf(u"DSV-002"_qs, "bad");
        QVERIFY(findingsOf(u"DSV-002"_qs, design, testRules()).front().message.endsWith(u"allows 2,500."));
        const RuleSet rules = rulesWith(head + "changes:\n  DSV-002: {parameters: {limit: 1750.5}}\n");
        QVERIFY(findingsOf(u"DSV-002"_qs, design, rules).front().message.endsWith(u"allows 1,750.5."));
    }

    void aSeverityIsTheLastWord()
    {
        // QRM-003 follows the goal, but not when a pack says its severity.
        Design design = caseOf(u"QRM-003"_qs, "bad");
        const RuleSet advice = rulesWith(head + "changes:\n  QRM-003: {severity: advice}\n");
        for (const QString& goal : {u"manual"_qs, u"automatic"_qs}) {
            design.settings[u"failover-goal"_qs] = goal;
            QCOMPARE(findingsOf(u"QRM-003"_qs, design, advice).front().severity, Severity::Advice);
        }
        const RuleChange& change = advice.packs.front().changes.front();
        QCOMPARE(change.severity->before, Severity::Error);
        QCOMPARE(change.severity->after, Severity::Advice);
        // Also of a rule that a check in C++ judges with a severity of its own.
        for (const Rule& rule : testRules().rules) {
            if (rule.check.isEmpty())
                continue;
            const RuleSet error = rulesWith(head + "changes:\n  " + rule.id.toUtf8() + ": {severity: error}\n");
            for (const Finding& finding : findingsOf(rule.id, caseOf(rule.id, "bad"), error))
                QCOMPARE(finding.severity, Severity::Error);
        }
    }

    void aRuleThatIsOffIsNotJudged()
    {
        const Design design = caseOf(u"SQL-003"_qs, "bad");
        const RuleSet rules = rulesWith(head + "changes:\n  SQL-003: {off: true, reason: We know}\n");
        const Report all = analyse(design, testCatalog(), testRules());
        const Report less = analyse(design, testCatalog(), rules);
        QCOMPARE(less.checks, all.checks - 1);
        QCOMPARE(int(less.judged.size()), less.checks);
        QVERIFY(findingsOf(u"SQL-003"_qs, design, rules).empty());
        QVERIFY(rules.rule(u"SQL-003"_qs)->off);
        QCOMPARE(rules.offBy(u"SQL-003"_qs)->name, u"House"_qs);
        QCOMPARE(less.packs.front().changes.front().reason, u"We know"_qs);
        // A later pack may switch it on again.
        const QByteArray on = "name: Project\nversion: \"1\"\nchanges:\n  SQL-003: {off: false}\n";
        const RuleSet again = withPacks(rules, {packOf(on)}, testCatalog());
        QVERIFY(!again.rule(u"SQL-003"_qs)->off);
        QCOMPARE(again.offBy(u"SQL-003"_qs), nullptr);
        QVERIFY(!findingsOf(u"SQL-003"_qs, design, again).empty());
    }

    void packsApplyInOrder()
    {
        const NamedTree first = packOf(head + "changes:\n  SQL-017: {parameters: {limit: 20}}\n", u"a.yaml"_qs);
        const NamedTree second = packOf(head + "changes:\n  SQL-017: {parameters: {limit: 25}}\n", u"b.yaml"_qs);
        const RuleSet rules = withPacks(testRules(), {first, second}, testCatalog());
        QCOMPARE(parameterText(rules.rule(u"SQL-017"_qs)->parameters.front()), u"25 ms"_qs);
        QCOMPARE(rules.packs[1].changes.front().parameters.front().before, u"20 ms"_qs);
        QCOMPARE(rules.version, testRules().version);
    }

    void mistakesHavePlaces_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& yaml, const char* says) {
            QTest::newRow(name) << yaml << QString::fromUtf8(says);
        };
        const QByteArray rule = "    title: T\n    condition: C\n    message: M\n    why: W\n    severity: advice\n";
        const QByteArray own = head + "area: OWN\nrules:\n  OWN-001:\n" + rule;
        row("empty", "", "pack.yaml:1:1: expected a rule pack: `name`, `version`, and `rules` or `changes`");
        row("no name", "version: \"1\"\nchanges: {}\n", "pack.yaml:1:1: `name` is missing");
        row("nothing in it", head, "pack.yaml:1:1: the pack has neither `rules` nor `changes`");
        row("unknown key", head + "chnages: {}\nchanges: {}\n", "pack.yaml:3:1: unknown key `chnages`; did you mean `changes`?");
        row("no area", head + "rules: {}\n", "pack.yaml:1:1: `area` is missing");
        row("built-in area", head + "area: SQL\nrules:\n  SQL-101:\n" + rule + "    when: true\n",
            "pack.yaml:3:7: the area `SQL` is Redoubt's own; choose another");
        row("built-in id", head + "area: OWN\nrules:\n  SQL-001:\n" + rule + "    when: true\n",
            "pack.yaml:5:3: a rule of this file is called `OWN-` and three digits\n"
            "pack.yaml:5:3: the rule `SQL-001` stands in sql.yaml already, in line 6");
        row("area in small letters", head + "area: own\nrules: {}\n",
            "pack.yaml:3:7: `area` must be capital letters and digits, such as OWN");
        row("unknown rule", head + "changes:\n  SQL-917: {off: true}\n",
            "pack.yaml:4:3: there is no rule `SQL-917`; did you mean `SQL-017`?");
        row("change of nothing", head + "changes:\n  SQL-017:\n", "pack.yaml:4:3: expected `severity`, `parameters` or `off`");
        row("severity", head + "changes:\n  SQL-017: {severity: fatal}\n",
            "pack.yaml:4:23: `severity` must be error, warning or advice");
        row("off", head + "changes:\n  SQL-017: {off: perhaps}\n", "pack.yaml:4:18: `off` must be true or false");
        row("unknown key of a change", head + "changes:\n  SQL-017: {severty: error}\n",
            "pack.yaml:4:13: unknown key `severty`; did you mean `severity`?");
        row("unknown parameter", head + "changes:\n  SQL-017: {parameters: {limits: 3}}\n",
            "pack.yaml:4:26: SQL-017 has no parameter `limits`; it has limit");
        row("no parameters", head + "changes:\n  SQL-001: {parameters: {limit: 3}}\n",
            "pack.yaml:4:26: SQL-001 has no parameters");
        row("parameter of the wrong type", head + "changes:\n  SQL-017: {parameters: {limit: \"20\"}}\n",
            "pack.yaml:4:33: `limit` of SQL-017 is a number of ms");
        row("text as a number", head + "changes:\n  SQL-032: {parameters: {oldest: 2019}}\n",
            "pack.yaml:4:34: `oldest` of SQL-032 is a text; write it in quotes");
        row("own parameter without value", own + "    when: true\n    parameters: {limit: 3}\n",
            "pack.yaml:12:25: expected `{value: 30, unit: ms}`");
        row("name used twice", own + "    parameters: {limit: {value: 3}}\n    let: {limit: 3 + 1}\n    when: limit > 2\n",
            "pack.yaml:12:11: `limit` is a name for something else already");
        row("expression", own + "    for: server in sql-server\n    when: server.cpu >\n",
            "pack.yaml:12:23: something is missing at the end");
        row("expression behind characters of several bytes",
            own + "    for: server in sql-server\n    when: server.name = 'M\xc3\xbcnchen' and server.cup > 2\n",
            "pack.yaml:12:46: there is no fact or property `cup`");
        row("expression over several lines",
            own + "    for: server in sql-server\n    when: >-\n      server.cpu > 2\n      and server.cup > 2\n",
            "pack.yaml:14:18: there is no fact or property `cup`");
        row("plain expression over several lines",
            own + "    for: server in sql-server\n    when: server.cpu > 2\n      and server.cup > 2\n",
            "pack.yaml:13:18: there is no fact or property `cup`");
        row("placeholder", head + "area: OWN\nrules:\n  OWN-001:\n    title: T\n    condition: C\n    why: W\n    severity: advice\n"
            "    for: server in sql-server\n    message: \"{server.nam} is wrong.\"\n",
            "pack.yaml:11:23: there is no fact or property `nam`");
    }
    void mistakesHavePlaces()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, says);
        QCOMPARE(mistakesOf({packOf(yaml)}).join(u'\n'), says);
    }

    /// A pack is somebody's text: it must not be able to end the program.
    void expressionsAreBounded()
    {
        const QByteArray own = head + "area: OWN\nrules:\n  OWN-001:\n    title: T\n    condition: C\n    message: M\n    why: W\n"
                                      "    severity: advice\n    when: ";
        const auto said = [&own](const QByteArray& when) { return mistakesOf({packOf(own + when + '\n')}).join(u'\n'); };
        QVERIFY(said(QByteArray(50000, '(') + "true" + QByteArray(50000, ')')).contains(u"too long"_qs));
        QVERIFY(said(QByteArray(500, '(') + "true" + QByteArray(500, ')')).contains(u"nested too deeply"_qs));
        QVERIFY(said(QByteArray("not ").repeated(500) + "true").contains(u"nested too deeply"_qs));
    }

    void mistakesOfAllPacksAreTold()
    {
        const QStringList said = mistakesOf({packOf(head + "changes:\n  SQL-917: {off: true}\n", u"a.yaml"_qs),
                                             packOf(head + "changes:\n  SQL-017: {severity: fatal, off: 3}\n", u"b.yaml"_qs)});
        QCOMPARE(said, (QStringList{u"a.yaml:4:3: there is no rule `SQL-917`; did you mean `SQL-017`?"_qs,
                                    u"b.yaml:4:23: `severity` must be error, warning or advice"_qs,
                                    u"b.yaml:4:35: `off` must be true or false"_qs}));
        QTemporaryDir folder;
        writeFile(folder.filePath(u"c.yaml"_qs), "name: [\n");
        const QString missing = folder.filePath(u"none.yaml"_qs);
        try {
            (void)rulesWithPacks({missing, folder.filePath(u"c.yaml"_qs)}, testCatalog());
            QFAIL("both files are wrong");
        } catch (const FileError& error) {
            QVERIFY2(error.message().contains(missing + u": there is no such file"_qs), qPrintable(error.message()));
            QVERIFY2(error.message().contains(folder.filePath(u"c.yaml:2:"_qs)), qPrintable(error.message()));
        }
    }

    void waiversAreJudgedByTheLoadedRules()
    {
        Design design = caseOf(u"SQL-017"_qs, "bad");
        const QStringList on = findingsOf(u"SQL-017"_qs, design, testRules()).front().subjects;
        const auto waiver = [&](const QString& rule, const QStringList& subjects) {
            Waiver made;
            made.rule = rule;
            made.on = subjects;
            made.reason = u"accepted"_qs;
            return made;
        };
        design.waivers = {waiver(u"SQL-017"_qs, on), waiver(u"OWN-001"_qs, {u"sql-1"_qs}),
                          waiver(u"SQL-017"_qs, {u"gone"_qs}), waiver(u"SQL-018"_qs, on)};
        const auto states = [&](const RuleSet& rules) {
            QStringList result;
            for (const WaiverUse& use : analyse(design, testCatalog(), rules).waivers)
                result << waiverStateId(use.state);
            return result.join(u' ');
        };
        QCOMPARE(states(testRules()), u"accepts pack-missing stale stale"_qs);
        const QByteArray own = head + "area: OWN\nrules:\n  OWN-001: {severity: advice, title: T, condition: C, when: 1 > 2, "
                                      "message: M, why: W}\nchanges:\n  SQL-017: {off: true}\n";
        QCOMPARE(states(rulesWith(own)), u"rule-off stale rule-off stale"_qs);
        const Report report = analyse(design, testCatalog(), testRules());
        QCOMPARE(report.waivers[2].note, u"The waiver of SQL-017 on gone matches no finding: the design has no gone."_qs);
        const size_t accepted = report.waivers.front().findings.front();
        QVERIFY(report.findings[accepted].waived);
        QCOMPARE(report.waiverOf(accepted)->reason, u"accepted"_qs);
    }

    void theExampleDoesWhatItSays()
    {
        const QString path = QStringLiteral(REDOUBT_SOURCE_DIR "/resources/rules/packs/example.yaml");
        RuleSet rules;
        try {
            rules = rulesWithPacks({path}, testCatalog());
        } catch (const FileError& error) {
            QFAIL(qPrintable(error.message()));
        }
        const RulePack& pack = rules.packs.front();
        QCOMPARE(pack.name + u' ' + pack.version, u"Example Ltd house rules 1"_qs);
        QCOMPARE(pack.added, (QStringList{u"OWN-001"_qs, u"OWN-002"_qs}));
        QCOMPARE(int(pack.changes.size()), 3);

        Design design = caseOf(u"SQL-017"_qs, "bad");
        Element server = *design.elements.first();
        QString id;
        for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
            if ((*it)->kind == u"sql-server") {
                id = it.key().value;
                server = **it;
            }
        server.name = u"DB 1"_qs;
        design.insert(id, server);
        const std::vector<Finding> named = findingsOf(u"OWN-001"_qs, design, rules);
        QVERIFY(std::any_of(named.begin(), named.end(), [](const Finding& finding) {
            return finding.message == u"DB 1 must have a name of the pattern SQL.*."_qs;
        }));
        QCOMPARE(findingsOf(u"SQL-017"_qs, design, rules).front().severity, Severity::Error);
        QCOMPARE(findingsOf(u"RMQ-001"_qs, caseOf(u"RMQ-001"_qs, "bad"), rules).front().severity, Severity::Advice);
        QVERIFY(findingsOf(u"WEB-013"_qs, caseOf(u"WEB-013"_qs, "bad"), rules).empty());

        Design crowded = caseOf(u"WEB-007"_qs, "bad");
        QString site;
        Element node;
        for (auto it = crowded.elements.cbegin(); it != crowded.elements.cend(); ++it)
            if ((*it)->kind == u"ss-web")
                node = **it;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(int(findingsOf(u"OWN-002"_qs, crowded, rules).size()), 0);
            crowded.insert(u"more-%1"_qs.arg(i), node);
            if (!findingsOf(u"OWN-002"_qs, crowded, rules).empty())
                break;
        }
        QCOMPARE(findingsOf(u"OWN-002"_qs, crowded, rules).front().severity, Severity::Error);
    }
};

QTEST_GUILESS_MAIN(RulePackTest)
#include "rulepack_test.moc"

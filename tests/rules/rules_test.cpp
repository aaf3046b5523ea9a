// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/rules/expression.h"
#include "model/rules/facts.h"
#include "model/rules/rulereader.h"
#include "tests/support/renaming.h"
#include "tests/support/rulecases.h"

#include <QtTest>

using namespace redoubt;

namespace {

/// The subjects that a case says its rule must name, each set sorted.
QList<QStringList> expectedSubjects(const Design& design)
{
    QList<QStringList> result;
    const PropertyValue* expected = find(design.extras, QStringLiteral("x-expect"));
    if (expected && expected->list())
        for (const PropertyValue& item : *expected->list()) {
            QStringList ids = item.textItems();
            ids.sort();
            result << ids;
        }
    std::sort(result.begin(), result.end());
    return result;
}

QList<QStringList> subjectsOf(const std::vector<Finding>& findings)
{
    std::vector<QStringList> result;
    for (const Finding& finding : findings)
        result.push_back(finding.subjects);
    return sortedSets(result);
}

/// Rule and severity of every finding, sorted.
QStringList summary(const Report& report)
{
    QStringList result;
    for (const Finding& finding : report.findings)
        result << finding.rule + u' ' + severityId(finding.severity) + u' ' + QString::number(finding.subjects.size());
    result.sort();
    return result;
}

QStringList problemsOf(const QByteArray& yaml)
{
    try {
        const QString path = QStringLiteral("pack.yaml");
        (void)readRules({{path, parseYaml(yaml, path)}}, testCatalog());
    } catch (const FileError& error) {
        return error.message().split(u'\n');
    }
    return {};
}

}  // namespace

class RulesTest : public QObject {
    Q_OBJECT

private slots:
    void everyRuleHasBothCases();
    void aCaseFiresAndItsTwinDoesNot_data();
    void aCaseFiresAndItsTwinDoesNot();
    void theReportDoesNotDependOnOrder_data() { aCaseFiresAndItsTwinDoesNot_data(); }
    void theReportDoesNotDependOnOrder();
    void analysingTwiceIsEqual();
    void severitiesFollowTheGoal();
    void unknownNeverFires();
    void waivers();
    void versionsCompare();
    void mistakesInAPackHavePlaces();
    void aPackAddsARule();
    void mostRulesAreData();
};

void RulesTest::everyRuleHasBothCases()
{
    QCOMPARE(int(testRules().rules.size()), 221);
    for (const Rule& rule : testRules().rules)
        for (const char* which : {"bad", "good"})
            QVERIFY2(QFile::exists(QStringLiteral(REDOUBT_SOURCE_DIR "/") + casePath(rule.id, which)), qPrintable(casePath(rule.id, which)));
}

void RulesTest::aCaseFiresAndItsTwinDoesNot_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule& rule : testRules().rules)
        QTest::newRow(qPrintable(rule.id)) << rule.id;
}

void RulesTest::aCaseFiresAndItsTwinDoesNot()
{
    QFETCH(QString, rule);
    try {
        const Design bad = caseOf(rule);
        const std::vector<Finding> findings = findingsOf(rule, bad);
        QVERIFY2(!findings.empty(), "the rule does not fire");
        QCOMPARE(subjectsOf(findings), expectedSubjects(bad));
        for (const Finding& finding : findings) {
            QVERIFY2(!finding.message.contains(u'{') && !finding.message.contains(QStringLiteral("  ")),
                     qPrintable(finding.message));
            QVERIFY2(finding.message.endsWith(u'.') && finding.message.size() > 15, qPrintable(finding.message));
            for (const QString& id : finding.subjects)
                QVERIFY2(bad.hasId(id), qPrintable(id));
        }
        QCOMPARE(subjectsOf(findingsOf(rule, caseOf(rule, "good"))), QList<QStringList>());
    } catch (const FileError& error) {
        QFAIL(qPrintable(error.message()));
    }
}

void RulesTest::theReportDoesNotDependOnOrder()
{
    QFETCH(QString, rule);
    const Design design = caseOf(rule);
    const Report report = analyse(design, testCatalog(), testRules());
    QCOMPARE(summary(analyse(renamed(design, testCatalog()).design, testCatalog(), testRules())), summary(report));
}

void RulesTest::analysingTwiceIsEqual()
{
    const Design design = designAt(QStringLiteral("reference-designs/ss-pm-c3.redoubt.yaml"));
    const Report first = analyse(design, testCatalog(), testRules());
    const Report second = analyse(design, testCatalog(), testRules());
    QVERIFY(first.findings == second.findings);
    for (size_t i = 1; i < first.findings.size(); ++i)
        QVERIFY(first.findings[i - 1].severity <= first.findings[i].severity);
}

void RulesTest::severitiesFollowTheGoal()
{
    Design design = caseOf(QStringLiteral("QRM-003"), "bad");
    QCOMPARE(findingsOf(QStringLiteral("QRM-003"), design).front().severity, Severity::Error);
    design.settings[QStringLiteral("failover-goal")] = QStringLiteral("manual");
    QCOMPARE(findingsOf(QStringLiteral("QRM-003"), design).front().severity, Severity::Warning);
    design = caseOf(QStringLiteral("NPS-006"), "bad");
    QCOMPARE(findingsOf(QStringLiteral("NPS-006"), design).front().severity, Severity::Warning);
    design.settings[QStringLiteral("failover-goal")] = QStringLiteral("automatic");
    QCOMPARE(findingsOf(QStringLiteral("NPS-006"), design).front().severity, Severity::Error);
}

void RulesTest::unknownNeverFires()
{
    // Without its properties a database server says nothing that a rule could hold against it.
    Design design = caseOf(QStringLiteral("SQL-010"), "bad");
    for (auto it = design.elements.begin(); it != design.elements.end(); ++it) {
        Element element = *it.value();
        if (element.kind == QLatin1String("sql-server"))
            element.properties.clear();
        it.value() = std::make_shared<const Element>(element);
    }
    for (const Finding& finding : analyse(design, testCatalog(), testRules()).findings)
        QVERIFY2(!QStringList({QStringLiteral("SQL-002"), QStringLiteral("SQL-004"), QStringLiteral("SQL-007"),
                               QStringLiteral("SQL-008"), QStringLiteral("SQL-010"), QStringLiteral("SQL-032"),
                               QStringLiteral("QRM-001"), QStringLiteral("QRM-002")})
                      .contains(finding.rule),
                 qPrintable(finding.message));
}

void RulesTest::waivers()
{
    Design design = caseOf(QStringLiteral("SQL-017"), "bad");
    const std::vector<Finding> findings = findingsOf(QStringLiteral("SQL-017"), design);
    Waiver waiver;
    waiver.rule = QStringLiteral("SQL-017");
    waiver.on = findings.front().subjects;
    std::reverse(waiver.on.begin(), waiver.on.end());
    waiver.expires = QDate(2027, 5, 1);
    design.waivers = {waiver};
    const auto waived = [&](const QDate& today) {
        const Report report = analyse(design, testCatalog(), testRules(), today);
        for (const Finding& finding : report.findings)
            if (finding.waived)
                return waiverStateId(report.waivers.front().state) + QStringLiteral(" one");
        return waiverStateId(report.waivers.front().state);
    };
    QCOMPARE(waived(QDate(2027, 5, 1)), QStringLiteral("accepts one"));
    QCOMPARE(waived(QDate(2027, 5, 2)), QStringLiteral("expired"));
    design.waivers.front().on.removeLast();
    QCOMPARE(waived(QDate(2026, 11, 23)), QStringLiteral("stale"));  // other subjects
}

void RulesTest::versionsCompare()
{
    const auto less = [](const char* a, const char* b) {
        return compareVersions(QLatin1String(a), QLatin1String(b)) < 0
            && compareVersions(QLatin1String(b), QLatin1String(a)) > 0;
    };
    QVERIFY(less("2012", "2012 R2"));
    QVERIFY(less("2008 R2", "2008 R2 SP1"));
    QVERIFY(less("2012 R2", "2016"));
    QVERIFY(less("4.6.1", "4.8"));
    QVERIFY(less("10.7.59", "10.9"));
    QVERIFY(less("9", "10"));
    QCOMPARE(compareVersions(QStringLiteral("2019"), QStringLiteral("2019")), 0);
}

void RulesTest::mistakesInAPackHavePlaces()
{
    const QStringList problems = problemsOf("version: \"1\"\n"
                                            "area: OWN\n"
                                            "rules:\n"
                                            "  OWN-001:\n"
                                            "    severity: fatal\n"
                                            "    title: T\n"
                                            "    condition: C\n"
                                            "    for: server in sql-servre\n"
                                            "    when: server.edition = 'expres' and server.memory > 3\n"
                                            "    message: \"{server.nam} is wrong.\"\n"
                                            "    why: W\n"
                                            "    colour: red\n"
                                            "  XYZ-1:\n"
                                            "    severity: error\n"
                                            "    title: T\n"
                                            "    condition: C\n"
                                            "    check: no-such-check\n"
                                            "    when: cout(sql-server) > 1\n"
                                            "    message: M\n"
                                            "    why: W\n");
    const QString all = problems.join(u'\n');
    for (const char* expected : {
             "pack.yaml:8:20: there is no kind or variable `sql-servre`",
             "pack.yaml:9:28: `edition` never is `expres`",
             "there is no fact or property `memory`",
             "there is no fact or property `nam`",
             "pack.yaml:12:5: unknown key `colour`",
             "`severity` must be error, warning or advice",
             "a rule of this file is called `OWN-` and three digits",
             "there is no check `no-such-check`",
             "`when` and `check` exclude each other",
         })
        QVERIFY2(all.contains(QLatin1String(expected)), qPrintable(QLatin1String(expected) + u'\n' + all));
    QVERIFY(problemsOf("version: \"1\"\narea: OWN\nrules:\n  OWN-001: {severity: advice, title: T, condition: C, when: "
                       "\"count(sql-server\", message: M, why: W}\n")
                .join(u'\n')
                .contains(QStringLiteral("expected `)` at the end")));
}

void RulesTest::aPackAddsARule()
{
    const QByteArray yaml = "version: \"7\"\n"
                            "area: OWN\n"
                            "rules:\n"
                            "  OWN-001:\n"
                            "    severity: warning\n"
                            "    title: Names follow the house rule\n"
                            "    condition: The name of a SQL Server does not start with SQL.\n"
                            "    for: server in sql-server\n"
                            "    when: not matches(server.name, 'SQL.*')\n"
                            "    message: \"{server} in {server.site} must be called SQL and a number.\"\n"
                            "    why: Everybody finds it then.\n";
    const QString path = QStringLiteral("pack.yaml");
    const RuleSet pack = readRules({{path, parseYaml(yaml, path)}}, testCatalog());
    QCOMPARE(pack.version, QStringLiteral("7"));
    Design design = caseOf(QStringLiteral("SQL-003"), "bad");
    QVERIFY(analyse(design, testCatalog(), pack).findings.empty());
    Element server = *design.element({QStringLiteral("sql-1")});
    server.name = QStringLiteral("DB 1");
    design.insert(QStringLiteral("sql-1"), server);
    const Report report = analyse(design, testCatalog(), pack);
    QCOMPARE(int(report.findings.size()), 1);
    QCOMPARE(report.findings.front().message, QStringLiteral("DB 1 in site-a must be called SQL and a number."));
}

void RulesTest::mostRulesAreData()
{
    int data = 0;
    for (const Rule& rule : testRules().rules)
        data += rule.when ? 1 : 0;
    QVERIFY(data * 3 >= int(testRules().rules.size()) * 2);
    for (const Rule& rule : testRules().rules) {
        QVERIFY2(!rule.fix.isEmpty() && !rule.why.isEmpty() && !rule.sources.isEmpty() && !rule.designs.isEmpty(),
                 qPrintable(rule.id));
    }
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"

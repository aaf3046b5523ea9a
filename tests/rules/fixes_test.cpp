// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/geometry/placement.h"
#include "model/rules/fixplan.h"
#include "tests/support/rulecases.h"

#include <QtTest>

using namespace redoubt;

class FixesTest : public QObject {
    Q_OBJECT

private slots:
    void everyFixableRuleHasAFix();
    void aFixKeepsItsPromise_data();
    void aFixKeepsItsPromise();
    void referencesCanBeMended_data();
    void referencesCanBeMended();
    void mutatedReferencesAreMended_data();
    void mutatedReferencesAreMended();
    void fixableSaysWhatFixForGives();
    void aFixThatMendsAPartIsNotOffered();
    void aRefusalNamesWhatWouldCome();
    void nothingForWhatIsNotThere();
    void howManyAreData();
};

void FixesTest::everyFixableRuleHasAFix()
{
    for (const Rule& rule : testRules().rules)
        QVERIFY2(rule.fixable == bool(rule.plan), qPrintable(rule.id));
}

void FixesTest::aFixKeepsItsPromise_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule& rule : testRules().rules)
        if (rule.plan)
            QTest::newRow(qPrintable(rule.id)) << rule.id;
}

void FixesTest::aFixKeepsItsPromise()
{
    QFETCH(QString, rule);
    const Design design = caseOf(rule);
    int count = 0;
    for (const Finding& finding : findingsOf(design)) {
        if (finding.rule != rule)
            continue;
        ++count;
        const std::optional<Fix> fix = fixFor(design, testCatalog(), testRules(), finding);
        const QString wrong = fixVerdict(design, finding, fix);
        QVERIFY2(wrong.isEmpty(), qPrintable(finding.subjects.join(u' ') + u' ' + wrong));
        QVERIFY(fixFor(design, testCatalog(), testRules(), finding)->patch.changesNothing(patched(design, fix->patch)));
    }
    QVERIFY(count > 0);
}

void FixesTest::referencesCanBeMended_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& name : referenceFiles())
        QTest::newRow(qPrintable(name)) << QStringLiteral("reference-designs/") + name;
}

void FixesTest::referencesCanBeMended()
{
    QFETCH(QString, path);
    const Design design = designAt(path);
    QStringList wrong;
    for (const Finding& finding : findingsOf(design))
        if (finding.fixable)
            if (const QString text = fixVerdict(design, finding, fixFor(design, testCatalog(), testRules(), finding)); !text.isEmpty())
                wrong << finding.rule + u' ' + finding.subjects.join(u' ') + QStringLiteral(": ") + text;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void FixesTest::mutatedReferencesAreMended_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("removed");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* reference, const char* removed, const char* setting, const char* rule) {
        QTest::addRow("%s %s%s", rule, removed, setting)
            << QString::fromLatin1(reference) << QString::fromLatin1(removed) << QString::fromLatin1(setting)
            << QString::fromLatin1(rule);
    };
    row("ss-pm-b1", "ss-web-3 rmq-3", "", "SITE-002");
    row("ss-pm-b1", "sql-2", "", "SITE-002");
    row("ss-pm-b1", "", "failover-goal=automatic", "LB-006");
    row("ss-pm-b1", "witness", "", "QRM-001");
    row("ss-pm-a1", "sql-2", "", "SQL-016");
    row("ss-pm-a1", "rmq-1 rmq-2", "ss.backbone-bus=internal", "WEB-006");
    row("ss-pm-a1", "listener-ss", "", "WEB-001");
    row("ss-pm-c3", "listener-ss", "", "WEB-001");
    row("ss-pm-c3", "", "witness.in=dc-a", "QRM-003");
    row("ss-pm-c3", "", "witness.in=dc-a", "QRM-004");
    row("ss-pm-c3", "", "sql-2.edition=standard", "SQL-008");
}

void FixesTest::mutatedReferencesAreMended()
{
    QFETCH(QString, reference);
    QFETCH(QString, removed);
    QFETCH(QString, setting);
    QFETCH(QString, rule);
    Design design = designAt(QStringLiteral("reference-designs/%1.redoubt.yaml").arg(reference));
    design = patched(design, edits::remove(design, testCatalog(), removed.split(u' ', Qt::SkipEmptyParts)));
    if (const QString value = setting.section(u'=', 1); !value.isEmpty()) {
        const QString id = setting.section(u'=', 0, 0).section(u'.', 0, 0);
        const QString key = setting.section(u'=', 0, 0).section(u'.', 1);
        if (key.isEmpty())
            design.settings[id] = value;
        else if (key == QLatin1String("in"))
            design = patched(design, edits::moveInto(design, testCatalog(), place(design, testCatalog()), {id}, {value}));
        else
            design = patched(design, edits::setProperty(design, {id}, key, PropertyValue(value)));
    }
    int count = 0;
    for (const Finding& finding : findingsOf(design))
        if (finding.rule == rule) {
            ++count;
            const QString wrong = fixVerdict(design, finding, fixFor(design, testCatalog(), testRules(), finding));
            QVERIFY2(wrong.isEmpty(), qPrintable(finding.subjects.join(u' ') + u' ' + wrong));
        }
    QVERIFY(count > 0);
    const std::optional<Fix> fix = fixAll(design, testCatalog(), testRules(), rule);
    QVERIFY(fix);
    for (const Finding& finding : findingsOf(patched(design, fix->patch)))
        QVERIFY2(finding.rule != rule, qPrintable(finding.message));
}

void FixesTest::fixableSaysWhatFixForGives()
{
    for (const Rule& rule : testRules().rules) {
        const Design design = caseOf(rule.id);
        for (const Finding& finding : findingsOf(rule.id, design)) {
            QVERIFY(!finding.fixable || rule.plan);
            if (finding.fixable)
                continue;
            const FixAnswer answer = fixOrReason(design, testCatalog(), testRules(), finding);
            QVERIFY2(!answer.fix, qPrintable(rule.id));
            QVERIFY2(answer.refusal.endsWith(u'.'), qPrintable(answer.refusal));
        }
    }
}

void FixesTest::aFixThatMendsAPartIsNotOffered()
{
    // What the list lacks beside the firewall addresses only a person knows.
    Design design = caseOf(QStringLiteral("SSC-009"));
    QVERIFY(findingsOf(QStringLiteral("SSC-009"), design).front().fixable);
    Element zone = *design.element({QStringLiteral("zone")});
    zone.properties[QStringLiteral("outbound-allow-list")] = PropertyList{PropertyValue(QStringLiteral("45.60.32.37"))};
    design.insert(QStringLiteral("zone"), zone);
    const Finding finding = findingsOf(QStringLiteral("SSC-009"), design).front();
    QVERIFY(!finding.fixable);
    QCOMPARE(fixOrReason(design, testCatalog(), testRules(), finding).refusal,
             QStringLiteral("Redoubt has no fix for a finding of this form."));
}

void FixesTest::aRefusalNamesWhatWouldCome()
{
    const QByteArray rest = "    for: n in sql-server\n    when: n.edition = 'express'\n    auto-fix:\n      words: Take another edition for {n}\n"
                            "      steps:\n        - set: n.edition = 'standard'\n"
                            "  OWN-002:\n    title: No standard edition\n    condition: C\n    message: \"{n} is too small.\"\n    why: W\n"
                            "    severity: error\n    for: n in sql-server\n    when: n.edition = 'standard'\n";
    const RuleSet rules = rulesWith(packOfRule(rest));
    const Design design = caseOf(QStringLiteral("SQL-003"));
    const Finding finding = findingsOf(QStringLiteral("OWN-001"), design, rules).front();
    const FixAnswer answer = fixOrReason(design, testCatalog(), rules, finding);
    QVERIFY(!answer.fix);
    QVERIFY2(answer.refusal.startsWith(QStringLiteral("What Redoubt can do would bring OWN-002, No standard edition: ")), qPrintable(answer.refusal));
}

void FixesTest::nothingForWhatIsNotThere()
{
    const Design design = caseOf(QStringLiteral("LB-003"));
    Finding finding;
    finding.rule = QStringLiteral("LB-003");
    finding.subjects = QStringList{QStringLiteral("web-1")};
    QVERIFY(!fixFor(design, testCatalog(), testRules(), finding));
    finding.rule = QStringLiteral("LB-999");
    QVERIFY(!fixFor(design, testCatalog(), testRules(), finding));
    QVERIFY(!fixAll(design, testCatalog(), testRules(), QStringLiteral("LB-002")));
}

void FixesTest::howManyAreData()
{
    int data = 0, code = 0;
    for (const Rule& rule : testRules().rules)
        if (rule.plan) {
            const bool named = std::any_of(rule.plan->steps.cbegin(), rule.plan->steps.cend(),
                                           [](const FixStep& step) { return step.verb == FixStep::Verb::Do; });
            ++(named ? code : data);
        }
    qInfo("%d fixes as data, %d in C++", data, code);
    QVERIFY2(data >= 2 * code, "most fixes are data");
}

QTEST_GUILESS_MAIN(FixesTest)
#include "fixes_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rulecases.h"

#include <QtTest>

// Several findings of a rule mended at once. What one fix promises is fixes_test's.

using namespace redoubt;

namespace {

/// The design beside a second one of the same making: with other ids, and other names wherever a name is given.
Design doubled(const Design& design)
{
    const auto second = [](const QString& id) { return id.isEmpty() ? id : QStringLiteral("second-") + id; };
    static const QStringList own{QStringLiteral("dns-name"), QStringLiteral("path"), QStringLiteral("name")};
    static const QStringList references{
        QStringLiteral("listener"),  QStringLiteral("witness"), QStringLiteral("wsfc"),
        QStringLiteral("connector"), QStringLiteral("target"),  QStringLiteral("response-bus"),
        QStringLiteral("tenants"),   QStringLiteral("group"),   QStringLiteral("replicates-to")};
    const std::function<PropertyValue(const QString&, const PropertyValue&)> value =
        [&](const QString& key, const PropertyValue& v) -> PropertyValue {
        if (const auto text = v.text())
            return own.contains(key) ? *text + QStringLiteral("-second") : references.contains(key) ? second(*text) : *text;
        if (const PropertyList* list = v.list()) {
            PropertyList result;
            for (const PropertyValue& item : *list)
                result.push_back(value(key, item));
            return result;
        }
        if (const PropertyRecord* fields = v.record()) {
            PropertyRecord result;
            for (const auto& [name, item] : *fields)
                result.emplace(name, value(name, item));
            return result;
        }
        return v;
    };
    const auto record = [&](const PropertyRecord& properties) { return *value({}, properties).record(); };
    Design result = design;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        Element element = *it.value();
        element.name = element.name.isEmpty() ? QString() : element.name + QStringLiteral(" of the second");
        element.in = {second(element.in.value)};
        element.host = {second(element.host.value)};
        element.properties = record(element.properties);
        result.insert(second(it.key().value), element);
    }
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it) {
        Group group = *it.value();
        group.name = group.name.isEmpty() ? QString() : group.name + QStringLiteral(" of the second");
        for (GroupMember& member : group.members)
            member.element = {second(member.element.value)};
        group.properties = record(group.properties);
        result.insert(second(it.key().value), group);
    }
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it) {
        Link link = *it.value();
        link.from = {second(link.from.value)};
        link.to = {second(link.to.value)};
        link.properties = record(link.properties);
        result.insert(second(it.key().value), link);
    }
    return result;
}

}  // namespace

class FixAllTest : public QObject {
    Q_OBJECT

private slots:
    void fixAllMendsEveryFinding_data();
    void fixAllMendsEveryFinding();
    void fixAllMendsSeveral_data() { fixAllMendsEveryFinding_data(); }
    void fixAllMendsSeveral();
};

void FixAllTest::fixAllMendsEveryFinding_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule& rule : testRules().rules)
        if (rule.plan)
            QTest::newRow(qPrintable(rule.id)) << rule.id;
}

void FixAllTest::fixAllMendsEveryFinding()
{
    QFETCH(QString, rule);
    const Design design = caseOf(rule);
    const std::optional<Fix> fix = fixAll(design, testCatalog(), testRules(), rule);
    QVERIFY(fix);
    for (const Finding& finding : findingsOf(design))
        if (finding.rule == rule) {
            const QString wrong = fixVerdict(design, finding, fix);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
}

void FixAllTest::fixAllMendsSeveral()
{
    QFETCH(QString, rule);
    const Design design = doubled(caseOf(rule));
    std::vector<Finding> findings;
    for (const Finding& finding : findingsOf(design))
        if (finding.rule == rule && fixFor(design, testCatalog(), testRules(), finding))
            findings.push_back(finding);
    if (findings.size() < 2)
        QSKIP("the rule is about the design as a whole");
    const std::optional<Fix> fix = fixAll(design, testCatalog(), testRules(), rule);
    for (const Finding& finding : findings) {
        const QString wrong = fixVerdict(design, finding, fix);
        QVERIFY2(wrong.isEmpty(), qPrintable(finding.subjects.join(u' ') + u' ' + wrong));
    }
}

QTEST_GUILESS_MAIN(FixAllTest)
#include "fixall_test.moc"

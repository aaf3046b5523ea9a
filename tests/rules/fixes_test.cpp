// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/design/edits.h"
#include "model/files/designfile.h"
#include "model/geometry/placement.h"
#include "model/rules/fixes.h"
#include "model/rules/fixplan.h"
#include "model/rules/rulereader.h"

#include <QtTest>

using namespace redoubt;

namespace {

const QString sourceDir = QStringLiteral(REDOUBT_SOURCE_DIR);

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
    return readDesignFile(sourceDir + u'/' + path, catalog()).design;
}

using Key = std::pair<QString, QStringList>;

Key keyOf(const Finding& finding)
{
    QStringList subjects = finding.subjects;
    subjects.sort();
    return {finding.rule, subjects};
}

std::vector<Finding> findingsOf(const Design& design) { return analyse(design, catalog(), rules()).findings; }

/// Elements that are new, have moved or have grown, and stand over a sibling or leave their container.
QStringList overlaps(const Design& before, const Design& after)
{
    const Placement places = place(after, catalog()), former = place(before, catalog());
    QStringList result;
    for (auto it = after.elements.cbegin(); it != after.elements.cend(); ++it) {
        const QRectF own = places.value(it.key().value);
        if (!hasPlace(after, catalog(), it.key()) || own == former.value(it.key().value))
            continue;
        if (own.isEmpty())
            result << it.key().value + QStringLiteral(" has no place");
        for (auto other = after.elements.cbegin(); other != after.elements.cend(); ++other)
            if (other.key() != it.key() && other.value()->in == it.value()->in
                && hasPlace(after, catalog(), other.key()) && places.value(other.key().value).intersects(own))
                result << it.key().value + QStringLiteral(" over ") + other.key().value;
        if (const QString in = it.value()->in.value; places.contains(in) && !places.value(in).contains(own))
            result << it.key().value + QStringLiteral(" leaves ") + in;
    }
    return result;
}

/// What is wrong with a fix of `finding`: empty when it keeps every promise.
QString verdict(const Design& design, const Finding& finding, const std::optional<Fix>& fix)
{
    if (!fix)
        return QStringLiteral("there is no fix");
    if (fix->words.size() < 8 || fix->words.contains(u'{') || fix->words.contains(QStringLiteral("  "))
        || fix->words.endsWith(u'.') || fix->words.contains(QStringLiteral("of ,")))
        return QStringLiteral("words: ") + fix->words;
    Design after = design;
    Patch patch = fix->patch;
    if (patch.changesNothing(design))
        return QStringLiteral("it changes nothing");
    swap(after, patch);
    QSet<Key> before;
    for (const Finding& each : findingsOf(design))
        before << keyOf(each);
    for (const Finding& each : findingsOf(after)) {
        if (keyOf(each) == keyOf(finding))
            return QStringLiteral("it is still there: ") + each.message;
        if ((each.severity == Severity::Error || each.rule == finding.rule) && !before.contains(keyOf(each)))
            return QStringLiteral("it brings %1: %2").arg(each.rule, each.message);
    }
    const QByteArray text = writeDesign(after, catalog());
    try {
        if (!(readDesign(text, QStringLiteral("fixed.yaml"), catalog()).design == after))
            return QStringLiteral("the file does not read back as it was written:\n") + QString::fromUtf8(text);
    } catch (const FileError& error) {
        return QStringLiteral("the file does not read: ") + error.message() + u'\n' + QString::fromUtf8(text);
    }
    if (const QStringList found = overlaps(design, after); !found.isEmpty())
        return found.join(QStringLiteral(", "));
    swap(after, patch);
    return after == design ? QString() : QStringLiteral("undoing does not restore the design");
}

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

QString casePath(const QString& rule) { return QStringLiteral("tests/rules/%1.bad.yaml").arg(rule); }

QStringList problemsOf(const QString& fix)
{
    const QByteArray yaml = QStringLiteral("version: '1'\narea: T\nrules:\n  T-001:\n    severity: error\n    title: t\n"
                                           "    condition: c\n    for: node in ss-web\n    message: m\n    why: w\n"
                                           "    auto-fix:\n      words: Mend {node}\n      steps:\n        - %1\n")
                                .arg(fix)
                                .toUtf8();
    const QString path = QStringLiteral("pack.yaml");
    try {
        (void)readRules({{path, parseYaml(yaml, path)}}, catalog());
    } catch (const FileError& error) {
        return error.message().split(u'\n');
    }
    return {};
}

}  // namespace

class FixesTest : public QObject {
    Q_OBJECT

private slots:
    void everyFixableRuleHasAFix();
    void aFixKeepsItsPromise_data();
    void aFixKeepsItsPromise();
    void fixAllMendsEveryFinding_data() { aFixKeepsItsPromise_data(); }
    void fixAllMendsEveryFinding();
    void fixAllMendsSeveral_data() { aFixKeepsItsPromise_data(); }
    void fixAllMendsSeveral();
    void referencesCanBeMended_data();
    void referencesCanBeMended();
    void mutatedReferencesAreMended_data();
    void mutatedReferencesAreMended();
    void fixableSaysWhatFixForGives();
    void nothingForWhatIsNotThere();
    void mistakesInStepsHavePlaces_data();
    void mistakesInStepsHavePlaces();
    void howManyAreData();
};

void FixesTest::everyFixableRuleHasAFix()
{
    for (const Rule& rule : rules().rules)
        QVERIFY2(rule.fixable == bool(rule.plan), qPrintable(rule.id));
}

void FixesTest::aFixKeepsItsPromise_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule& rule : rules().rules)
        if (rule.plan)
            QTest::newRow(qPrintable(rule.id)) << rule.id;
}

void FixesTest::aFixKeepsItsPromise()
{
    QFETCH(QString, rule);
    const Design design = designAt(casePath(rule));
    int count = 0;
    for (const Finding& finding : findingsOf(design)) {
        if (finding.rule != rule)
            continue;
        ++count;
        const std::optional<Fix> fix = fixFor(design, catalog(), rules(), finding);
        const QString wrong = verdict(design, finding, fix);
        QVERIFY2(wrong.isEmpty(), qPrintable(finding.subjects.join(u' ') + u' ' + wrong));
        QVERIFY(fixFor(design, catalog(), rules(), finding)->patch.changesNothing(patched(design, fix->patch)));
    }
    QVERIFY(count > 0);
}

void FixesTest::fixAllMendsEveryFinding()
{
    QFETCH(QString, rule);
    const Design design = designAt(casePath(rule));
    const std::optional<Fix> fix = fixAll(design, catalog(), rules(), rule);
    QVERIFY(fix);
    for (const Finding& finding : findingsOf(design))
        if (finding.rule == rule) {
            const QString wrong = verdict(design, finding, fix);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
}

void FixesTest::fixAllMendsSeveral()
{
    QFETCH(QString, rule);
    const Design design = doubled(designAt(casePath(rule)));
    std::vector<Finding> findings;
    for (const Finding& finding : findingsOf(design))
        if (finding.rule == rule && fixFor(design, catalog(), rules(), finding))
            findings.push_back(finding);
    if (findings.size() < 2)
        QSKIP("the rule is about the design as a whole");
    const std::optional<Fix> fix = fixAll(design, catalog(), rules(), rule);
    for (const Finding& finding : findings) {
        const QString wrong = verdict(design, finding, fix);
        QVERIFY2(wrong.isEmpty(), qPrintable(finding.subjects.join(u' ') + u' ' + wrong));
    }
}

void FixesTest::referencesCanBeMended_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& name : QDir(sourceDir + QStringLiteral("/reference-designs")).entryList({QStringLiteral("*.yaml")}))
        QTest::newRow(qPrintable(name)) << QStringLiteral("reference-designs/") + name;
}

void FixesTest::referencesCanBeMended()
{
    QFETCH(QString, path);
    const Design design = designAt(path);
    QStringList wrong;
    for (const Finding& finding : findingsOf(design))
        if (finding.fixable)
            if (const QString text = verdict(design, finding, fixFor(design, catalog(), rules(), finding)); !text.isEmpty())
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
    design = patched(design, edits::remove(design, catalog(), removed.split(u' ', Qt::SkipEmptyParts)));
    if (const QString value = setting.section(u'=', 1); !value.isEmpty()) {
        const QString id = setting.section(u'=', 0, 0).section(u'.', 0, 0);
        const QString key = setting.section(u'=', 0, 0).section(u'.', 1);
        if (key.isEmpty())
            design.settings[id] = value;
        else if (key == QLatin1String("in"))
            design = patched(design, edits::moveInto(design, catalog(), place(design, catalog()), {id}, {value}));
        else
            design = patched(design, edits::setProperty(design, {id}, key, PropertyValue(value)));
    }
    int count = 0;
    for (const Finding& finding : findingsOf(design))
        if (finding.rule == rule) {
            ++count;
            const QString wrong = verdict(design, finding, fixFor(design, catalog(), rules(), finding));
            QVERIFY2(wrong.isEmpty(), qPrintable(finding.subjects.join(u' ') + u' ' + wrong));
        }
    QVERIFY(count > 0);
    const std::optional<Fix> fix = fixAll(design, catalog(), rules(), rule);
    QVERIFY(fix);
    for (const Finding& finding : findingsOf(patched(design, fix->patch)))
        QVERIFY2(finding.rule != rule, qPrintable(finding.message));
}

void FixesTest::fixableSaysWhatFixForGives()
{
    for (const Rule& rule : rules().rules) {
        const Design design = designAt(casePath(rule.id));
        for (const Finding& finding : findingsOf(design)) {
            QCOMPARE(finding.fixable, bool(rules().rule(finding.rule)->plan));
            if (finding.rule == rule.id && !finding.fixable)
                QVERIFY(!fixFor(design, catalog(), rules(), finding));
        }
    }
}

void FixesTest::nothingForWhatIsNotThere()
{
    const Design design = designAt(casePath(QStringLiteral("LB-003")));
    Finding finding;
    finding.rule = QStringLiteral("LB-003");
    finding.subjects = QStringList{QStringLiteral("web-1")};
    QVERIFY(!fixFor(design, catalog(), rules(), finding));
    finding.rule = QStringLiteral("LB-999");
    QVERIFY(!fixFor(design, catalog(), rules(), finding));
    QVERIFY(!fixAll(design, catalog(), rules(), QStringLiteral("LB-002")));
}

void FixesTest::mistakesInStepsHavePlaces_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* step, const char* message) {
        QTest::newRow(step) << QString::fromUtf8(step) << QString::fromUtf8(message);
    };
    row("set: node.state = 'hot'", "14:29: `state` never is `hot`");
    row("set: node.shade = 'red'", "14:21: there is no fact or property `shade`");
    row("set: node.site = node", "14:21: `site` is derived and cannot be set");
    row("set: node.state", "14:16: expected `thing.property = value`");
    row("set: nod.state = 'cold'", "14:16: there is no kind or variable `nod`");
    row("{add: unicorn, near: node}", "14:17: there is no kind `unicorn`");
    row("{add: ss-web}", "14:11: `add` needs `near`");
    row("{connect: node, to: ss-web, row: CN-99}", "14:44: there is no connection `CN-99`");
    row("{do: magic}", "14:16: there is no fix `magic`");
    row("{remove: node, into: node}", "14:26: `remove` does not take `into`");
    row("{paint: node}", "14:11: expected a step");
    row("{add: ss-web, near: node, as: node}", "14:41: the name `node` is taken");
}

void FixesTest::mistakesInStepsHavePlaces()
{
    QFETCH(QString, step);
    QFETCH(QString, message);
    const QStringList found = problemsOf(step);
    QVERIFY2(std::any_of(found.cbegin(), found.cend(), [&](const QString& each) { return each.contains(message); }),
             qPrintable(found.join(u'\n')));
    QCOMPARE(problemsOf(QStringLiteral("set: node.state = 'cold'")), QStringList());
}

void FixesTest::howManyAreData()
{
    int data = 0, code = 0;
    for (const Rule& rule : rules().rules)
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

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Bad input is a finding or is passed over; it never becomes a figure that is no number, and never stops the program.
#include "model/analysis/analyse.h"
#include "model/analysis/budgetstory.h"
#include "model/analysis/comparison.h"
#include "model/analysis/downtimecost.h"
#include "model/analysis/figuretree.h"
#include "model/analysis/importance.h"
#include "model/analysis/improvements.h"
#include "model/analysis/quorumstatement.h"
#include "model/analysis/recoverystatement.h"
#include "model/analysis/sweep.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "tests/support/randomdesign.h"
#include "tests/support/references.h"

#include <QRandomGenerator>
#include <cmath>
#include <limits>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Design reference(const QString& id)
{
    return readDesign(referenceDesign(id), id, testCatalog()).design;
}

PropertyValue nonsense(QRandomGenerator& random)
{
    static const std::vector<PropertyValue> values{
        -1, 0, 1, 2, 99, -720, 1.2, -0.5, 1e-300, 1e300, -1e300, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::denorm_min(), std::numeric_limits<qint64>::max(),
        std::numeric_limits<qint64>::min(), true, false, QString(), u"many"_s, PropertyList{}, PropertyList{PropertyRecord{}}, PropertyRecord{},
        PropertyList{PropertyRecord{{u"count"_s, -5}, {u"scheduled-changes"_s, 1e300}}}, 0.999999999999};
    return values[size_t(random.bounded(int(values.size())))];
}

PropertyRecord spoiltRecord(QRandomGenerator& random, const std::vector<PropertyDef>& fields)
{
    PropertyRecord record;
    for (const PropertyDef& field : fields)
        if (random.bounded(3))
            record[field.id] = nonsense(random);
    return record;
}

void spoil(QRandomGenerator& random, PropertyRecord& properties, const std::vector<PropertyDef>& defs, int oneIn)
{
    for (const PropertyDef& def : defs) {
        if (random.bounded(oneIn))
            continue;
        if (def.type == PropertyType::Records && random.bounded(3))
            properties[def.id] = PropertyList{spoiltRecord(random, def.fields), spoiltRecord(random, def.fields)};
        else if (def.type != PropertyType::Ref && def.type != PropertyType::Refs)
            properties[def.id] = nonsense(random);
    }
}

/// A published design in which every so manieth value is nonsense.
Design spoilt(QRandomGenerator& random, Design design, int oneIn)
{
    const Design sound = design;
    for (auto it = sound.elements.cbegin(); it != sound.elements.cend(); ++it)
        if (const ElementKind* kind = testCatalog().kind(it.value()->kind)) {
            Element element = *it.value();
            spoil(random, element.properties, kind->properties, oneIn);
            design.insert(it.key().value, std::move(element));
        }
    for (auto it = sound.groups.cbegin(); it != sound.groups.cend(); ++it)
        if (const GroupKind* kind = testCatalog().groupKind(it.value()->kind)) {
            Group group = *it.value();
            spoil(random, group.properties, kind->properties, oneIn);
            for (GroupMember& member : group.members)
                spoil(random, member.fields, kind->memberFields, oneIn);
            design.insert(it.key().value, std::move(group));
        }
    for (const PropertyDef& def : testCatalog().settings)
        if (!random.bounded(oneIn))
            design.settings[def.id] = nonsense(random);
    return design;
}

bool isFraction(double value)
{
    return std::isfinite(value) && value >= -1e-12 && value <= 1 + 1e-12;
}

bool allFractions(const FigureFactor& factor)
{
    return isFraction(factor.value) && std::isfinite(factor.mttrHours)
        && std::all_of(factor.parts.begin(), factor.parts.end(), [](const FigureFactor& part) { return allFractions(part); });
}

bool ordered(double best, double expected, double worst)
{
    return std::isfinite(worst) && best >= 0 && best <= expected * (1 + 1e-9) + 1e-9 && expected <= worst * (1 + 1e-9) + 1e-9;
}

/// Empty, or what is wrong with the figures of a design.
QString wrongWith(const Design& design, const RuleSet& rules)
{
    const Topology topology(design, testCatalog());
    const Report report = analyse(design, testCatalog(), rules);
    for (const ServiceEstimate& service : report.services) {
        if (!isFraction(service.automatic) || !isFraction(service.withManualFailover) || service.withManualFailover < service.automatic - 1e-12
            || !std::isfinite(service.downtimeMinutesYear))
            return service.id + u": figure"_s;
        const auto explained = explainFigure(topology, service.id);
        if (!explained || !allFractions(explained->tree))
            return service.id + u": tree"_s;
        for (const ManualShare& share : explained->byHand)
            if (!isFraction(share.probability) || !isFraction(share.credit) || !std::isfinite(share.hours))
                return service.id + u": by hand"_s;
        const Downtime downtime = downtimeOf(design, service);
        if (!std::isfinite(downtime.minutesMonth) || (downtime.costYear && !std::isfinite(*downtime.costYear)))
            return service.id + u": cost"_s;
    }
    for (const ServiceImportance& service : importanceOf(topology))
        for (const ComponentImportance& each : service.components)
            if (!isFraction(std::abs(each.birnbaum)) || !std::isfinite(each.criticality) || !std::isfinite(each.gainMinutes))
                return service.service + u": importance of "_s + each.id;
    for (const QuorumStatement& statement : quorumStatements(topology))
        for (const QuorumLoss& loss : statement.pairs)
            if (loss.votesLeft < 0 || loss.votesLeft > statement.total)
                return statement.cluster + u": votes"_s;
    for (const RecoveryLine& line : recoveryStatement(topology))
        if (!std::isfinite(line.hours) || line.hours < 0 || (line.staleShare && !isFraction(*line.staleShare)))
            return line.dataSet + u": recovery"_s;
    for (const TenantBudget& budget : report.dsv) {
        const auto story = budgetStory(topology, {budget.tenant});
        if (!story || !ordered(budget.best, budget.expected, budget.worst) || budget.worst > budget.ceiling * (1 + 1e-9) + 1e-9 || !isFraction(budget.staleShare))
            return budget.tenant + u": budget"_s;
        for (const BudgetPoint& point : story->series)
            if (!ordered(point.best, point.expected, point.worst) || !std::isfinite(point.intervalMinutes))
                return budget.tenant + u": series"_s;
        for (const BudgetGroup& group : story->groups)
            if (!ordered(group.pushes.best, group.pushes.expected, group.pushes.worst) || !isFraction(group.staleShare))
                return budget.tenant + u": group"_s;
    }
    return {};
}

const Finding* findingOf(const Report& report, const QString& rule, const QString& subject)
{
    for (const Finding& finding : report.findings)
        if (finding.rule == rule && finding.subjects.contains(subject))
            return &finding;
    return nullptr;
}

}  // namespace

class NonsenseTest : public QObject {
    Q_OBJECT

    RuleSet m_rules = builtinRules();

private slots:
    void spoiltDesignsGiveNumbers()
    {
        QRandomGenerator random(4);
        int designs = 0;
        for (const ReferenceDesign& each : referenceDesigns()) {
            const Design sound = reference(each.id);
            for (int round = 0; round < 6; ++round, ++designs) {
                const Design design = spoilt(random, sound, round < 2 ? 2 : round < 4 ? 6 : 20);
                const QString wrong = wrongWith(design, m_rules);
                QVERIFY2(wrong.isEmpty(), qPrintable(u"%1, round %2: %3"_s.arg(each.id).arg(round).arg(wrong)));
            }
        }
        qInfo("%d spoilt designs", designs);
    }

    void inventedDesignsGiveNumbers()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            const Design design = spoilt(random, randomDesign(random, testCatalog(), 4 + round), 3);
            const QString wrong = wrongWith(design, m_rules);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(wrong)));
        }
    }

    void changesAndSweepsOfSpoiltDesigns()
    {
        QRandomGenerator random(11);
        for (const QString& id : {u"ss-pm-a1"_s, u"ss-dsv-a2"_s, u"pm-ha"_s, u"nps-active-passive"_s}) {
            const Design design = spoilt(random, reference(id), 8);
            const Topology topology(design, testCatalog());
            const FailureSweep sweep = sweepFailures(topology, 2000);
            for (const SweepVerdict& verdict : sweep.singles)
                QCOMPARE(verdict.states.size(), size_t(sweep.services.size()));
            for (const double target : {-1.0, 0.0, 0.9999, 1.0, 1.2, std::numeric_limits<double>::quiet_NaN()})
                for (const Improvement& change : improvementsFor(design, testCatalog(), target).changes)
                    QVERIFY2(std::isfinite(change.gainMinutes), qPrintable(change.text));
            const Design other = reference(id);
            for (const Comparison::Row& row : compareDesigns({{u"a"_s, &design}, {u"b"_s, &other}}, testCatalog(), m_rules).rows)
                for (const auto& number : row.numbers)
                    QVERIFY2(!number || std::isfinite(*number), qPrintable(row.label));
        }
    }

    // What is wrong is named with its place; the usual figure stands in for it.
    void anAvailabilityAboveOneIsAFinding()
    {
        for (const double value : {1.2, 99.9, 0.0, -0.5}) {
            Draft draft = secretServerA1();
            const double usual = draft.service(u"ss-login"_s).automatic;
            draft.set(u"sql-1"_s, u"availability"_s, value);
            const Report report = analyse(draft.design, testCatalog(), m_rules);
            const Finding* finding = findingOf(report, u"SLA-002"_s, u"sql-1"_s);
            QVERIFY2(finding, qPrintable(QString::number(value)));
            QVERIFY2(finding->message.contains(QString::number(value)), qPrintable(finding->message));
            QCOMPARE(draft.service(u"ss-login"_s).automatic, usual);
        }
    }

    void aNegativeIntervalIsAFindingAndNoBudget()
    {
        for (const double interval : {-720.0, 0.0}) {
            Draft draft = cloudWithVault();
            const QString tenant = Topology(draft.design, testCatalog()).ofKind(u"dsv-tenant"_s).value(0).value;
            QVERIFY(!tenant.isEmpty());
            draft.set(tenant, u"sync-interval-min"_s, interval);
            const Report report = analyse(draft.design, testCatalog(), m_rules);
            QVERIFY(report.dsv.empty());
            QVERIFY(!budgetStory(Topology(draft.design, testCatalog()), {tenant}));
            QVERIFY(std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
                return finding.rule.startsWith(u"DSV-"_s) && finding.subjects.contains(tenant) && finding.message.contains(QString::number(interval));
            }));
        }
    }

    void aClusterWithoutVotesHasNoQuorum()
    {
        Draft draft = databaseOnly(2, false);
        const Topology before(draft.design, testCatalog());
        for (const ElementId& id : before.ofKind(u"sql-server"_s))
            draft.set(id.value, u"votes"_s, 0);
        const auto statements = quorumStatements(Topology(draft.design, testCatalog()));
        QCOMPARE(statements.size(), size_t(1));
        QCOMPARE(statements.front().total, 0);
        for (const QuorumLoss& loss : statements.front().voterLosses)
            QVERIFY(!loss.survives);
        QVERIFY(wrongWith(draft.design, m_rules).isEmpty());
    }

    void aVaultThatIsNotThereHasNoBudget()
    {
        const Design design = reference(u"ss-pm-a1"_s);
        QVERIFY(!budgetStory(Topology(design, testCatalog()), {u"nobody"_s}));
        QVERIFY(!budgetStory(Topology(Design{}, testCatalog()), {}));
        QVERIFY(!explainFigure(Topology(design, testCatalog()), u"nothing"_s));
        QVERIFY(wrongWith(Design{}, m_rules).isEmpty());
    }

    // In a file the same values have a line and a column.
    void aFileNamesThePlace()
    {
        const QByteArray yaml = "format: redoubt/1\nelements:\n  dc-a: {kind: site, availability: high}\n";
        try {
            (void)readDesign(yaml, u"bad.yaml"_s, testCatalog());
            QFAIL("a word was taken for an availability");
        } catch (const FileError& error) {
            QVERIFY(!error.problems().empty());
            QCOMPARE(error.problems().front().line, 3);
        }
    }
};

QTEST_APPLESS_MAIN(NonsenseTest)
#include "nonsense_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// A change that is said to reach the target reaches it, and leaves a sound design behind.
#include "model/analysis/improvements.h"
#include "model/analysis/analyse.h"
#include "model/files/references.h"
#include "model/files/designfile.h"
#include "tests/support/references.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Design reference(const QString& id)
{
    return readDesign(referenceDesign(id), id, testCatalog()).design;
}

QHash<QString, double> figuresOf(const Design& design)
{
    QHash<QString, double> result;
    for (const ServiceEstimate& service : estimateAvailability(Topology(design, testCatalog())))
        result[service.id] = service.withManualFailover;
    return result;
}

/// Ids that something refers to and nothing has.
QStringList dangling(const Design& design)
{
    QStringList result;
    const auto need = [&](const QString& id) {
        if (!id.isEmpty() && !design.hasId(id))
            result << id;
    };
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        need(it.value()->in.value);
        need(it.value()->host.value);
    }
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it) {
        need(it.value()->from.value);
        need(it.value()->to.value);
    }
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it)
        for (const GroupMember& member : it.value()->members)
            need(member.element.value);
    return result;
}

struct Case {
    const char* design;
    double target;
};

const std::vector<Case> cases{{"ss-pm-a1", 0.9999}, {"ss-pm-b1", 0.9998}, {"ss-pm-c3", 0.9995}, {"pm-ha", 0.9999},
                              {"ss-dsv-a1", 0.99995}, {"nps-remote-services", 0.999}, {"ss-pm-a1", 0.9}};

}  // namespace

class ImprovementsTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsPromisedIsKept()
    {
        int changes = 0, reaching = 0;
        for (const Case& each : cases) {
            const Design design = reference(QString::fromLatin1(each.design));
            const auto before = figuresOf(design);
            const ImprovementPlan plan = improvementsFor(design, testCatalog(), each.target);
            for (const Improvement& change : plan.changes) {
                const Design changed = patched(design, change.patch);
                const auto after = figuresOf(changed);
                double gain = 0;
                bool met = true;
                for (const Improvement::Effect& effect : change.effects) {
                    QCOMPARE(effect.before, before.value(effect.service));
                    QCOMPARE(effect.after, after.value(effect.service));
                    gain += (effect.after - effect.before) * 525'600;
                }
                for (const double figure : after)
                    met = met && figure >= each.target;
                QVERIFY2(std::abs(gain - change.gainMinutes) < 1e-6, qPrintable(change.text));
                QVERIFY2(met == change.reaches, qPrintable(QString::fromLatin1(each.design) + u": "_s + change.text));
                QVERIFY2(dangling(changed).isEmpty(), qPrintable(change.text));
                QVERIFY(change.gainMinutes > 0);
                ++changes;
                reaching += change.reaches;
            }
        }
        qInfo("%d changes, %d of them reach the target alone", changes, reaching);
        QVERIFY(changes >= 8 && reaching >= 1);
    }

    void thePlanDoesWhatItSays()
    {
        for (const Case& each : cases) {
            const ImprovementPlan plan = improvementsFor(reference(QString::fromLatin1(each.design)), testCatalog(), each.target);
            Design design = reference(QString::fromLatin1(each.design));
            for (const Improvement& change : plan.plan)
                design = patched(std::move(design), change.patch);
            bool met = true;
            for (const double figure : figuresOf(design))
                met = met && figure >= each.target;
            QVERIFY2(plan.missed.isEmpty() || met == plan.reached, each.design);
            QVERIFY(plan.plan.size() <= 3);
        }
    }

    // As with fixes: no error that was not there before.
    void noNewErrors()
    {
        const RuleSet rules = builtinRules();
        const auto errorsOf = [&](const Design& design) {
            QSet<QString> result;
            for (const Finding& finding : analyse(design, testCatalog(), rules).findings)
                if (finding.severity == Severity::Error)
                    result << finding.rule;
            return result;
        };
        for (const Case& each : cases) {
            const Design design = reference(QString::fromLatin1(each.design));
            const QSet<QString> before = errorsOf(design);
            for (const Improvement& change : improvementsFor(design, testCatalog(), each.target).changes) {
                const QSet<QString> added = errorsOf(patched(design, change.patch)) - before;
                QVERIFY2(added.isEmpty(), qPrintable(QString::fromLatin1(each.design) + u": "_s + change.text + u' ' + QStringList(added.values()).join(u' ')));
            }
        }
    }

    void cheapestFirst()
    {
        for (const Case& each : cases) {
            const ImprovementPlan plan = improvementsFor(reference(QString::fromLatin1(each.design)), testCatalog(), each.target);
            for (size_t i = 1; i < plan.changes.size(); ++i) {
                const Improvement& a = plan.changes[i - 1];
                const Improvement& b = plan.changes[i];
                QVERIFY(a.reaches || !b.reaches);
                QVERIFY(!a.reaches || !b.reaches || a.machines <= b.machines);
                QVERIFY(a.reaches || b.reaches || a.gainMinutes >= b.gainMinutes);
            }
        }
    }

    void nothingIsProposedWhereNothingIsMissed()
    {
        const ImprovementPlan plan = improvementsFor(reference(u"ss-pm-c3"_s), testCatalog(), 0.5);
        QVERIFY(plan.missed.isEmpty() && plan.changes.empty() && plan.plan.empty());
        QVERIFY(improvementsFor(Design{}, testCatalog(), 0.999).changes.empty());
    }

    // E21 to E22: a jump host elsewhere is what helps most; here the second one beside the first.
    void aSecondJumpHostIsWithinReachOfItsUsers()
    {
        const Design design = reference(u"ss-dsv-a1"_s);
        const ImprovementPlan plan = improvementsFor(design, testCatalog(), 0.999999);
        const auto second = std::find_if(plan.changes.begin(), plan.changes.end(), [&](const Improvement& change) {
            return !change.ids.isEmpty() && design.element({change.ids.front()}) && design.element({change.ids.front()})->kind == u"jump-host"_s;
        });
        QVERIFY(second != plan.changes.end() && second->gainMinutes > 0);
    }
};

QTEST_APPLESS_MAIN(ImprovementsTest)
#include "improvements_test.moc"

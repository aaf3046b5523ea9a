// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Scenarios in the file and in patches; what is lost with a failure, and what becomes of the data.
#include "model/analysis/availability.h"
#include "model/analysis/recoverystatement.h"
#include "model/analysis/whatif.h"
#include "model/design/edits.h"
#include "model/design/scenarios.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "tests/support/references.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Design published(const QString& name)
{
    return readDesign(referenceDesign(name), name, testCatalog()).design;
}

Scenario scenario(const QString& name, const QStringList& fails)
{
    return {name, fails, {}};
}

QString problemsOf(const QByteArray& yaml)
{
    try {
        (void)readDesign(yaml, u"f"_s, testCatalog());
    } catch (const FileError& error) {
        return error.message();
    }
    return {};
}

/// Applied, and undone again: the design must be the one before.
Design applied(const Design& design, const Patch& patch)
{
    Design after = design;
    Patch undo = patch;
    swap(after, undo);
    Design back = after;
    swap(back, undo);
    if (!(back == design))
        qFatal("undoing gave another design");
    return after;
}

QStringList names(const Design& design)
{
    QStringList result;
    for (const Scenario& each : design.scenarios)
        result << each.name;
    return result;
}

const LostThing* lost(const WhatIf& result, const QString& id)
{
    for (const LostThing& thing : result.lost)
        if (thing.id == id)
            return &thing;
    return nullptr;
}

}  // namespace

class ScenariosTest : public QObject {
    Q_OBJECT

private slots:
    void readAndWritten()
    {
        const QByteArray text = "format: redoubt/1\nelements:\n  a: {kind: site}\n  b: {kind: site}\nlinks:\n  l: {from: a, to: b}\n"
                                "scenarios:\n  - {name: Both lost, fails: [b, a], note: \"first B: then A\"}\n  - {name: \"2\", fails: [l]}\n"
                                "layout:\n  a: [0, 0, 10, 10]\n";
        const DesignFile file = readDesign(text, u"f"_s, testCatalog());
        QCOMPARE(file.design.scenarios.size(), size_t(2));
        QCOMPARE(file.design.scenarios[0], (Scenario{u"Both lost"_s, {u"b"_s, u"a"_s}, u"first B: then A"_s}));
        QCOMPARE(file.places.value(u"scenario:1"_s).line, 9);
        QCOMPARE(QString::fromUtf8(writeDesign(file.design, testCatalog())), QString::fromUtf8(text));
        QVERIFY(file.design.scenario(u"2"_s));
        QVERIFY(!file.design.scenario(u"3"_s));
    }

    void whatIsWrongIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("scenarios");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& scenarios, const char* says) {
            QTest::newRow(name) << scenarios << QString::fromLatin1(says);
        };
        row("id", "  - {name: S, fails: [a, sites]}\n", "f:6:26: `fails` names `sites`, but there is no such element or link");
        row("near", "  - {name: S, fails: [site-1]}\n", "f:6:23: `fails` names `site-1`, but there is no such element or link; did you mean `site-a`?");
        row("group", "  - {name: S, fails: [g]}\n", "f:6:23: `fails` names `g`, which is a group; expected an element or link");
        row("twice", "  - {name: S, fails: [a, a]}\n", "f:6:26: `a` is named twice in `fails`");
        row("nothing", "  - {name: S, fails: []}\n", "f:6:22: a scenario that fails nothing; name at least one element or link in `fails`");
        row("no name", "  - {fails: [a]}\n", "f:6:5: a scenario without `name`");
        row("blank name", "  - {name: \" \", fails: [a]}\n", "f:6:12: a scenario without `name`");
        row("no fails", "  - {name: S}\n", "f:6:5: a scenario without `fails`: say what is lost");
        row("text", "  - {name: S, fails: a}\n", "f:6:22: `fails` is `a`; expected a list of element and link ids");
        row("list", "  - {name: S, fails: [[a]]}\n", "f:6:23: `fails` holds a list; expected the id of an element or a link");
        row("same name", "  - {name: S, fails: [a]}\n  - {name: S, fails: [site-a]}\n",
            "f:7:12: a second scenario is called `S`; each needs a name of its own");
        row("key", "  - {name: S, fails: [a], colour: red}\n", "f:6:27: unknown key `colour` of a scenario");
        row("no map", "  - S\n", "f:6:5: a scenario is `S`; expected a map with `name` and `fails`");
        row("no list", "  S: a\n", "f:6:3: `scenarios` is a map; expected a list");
    }
    void whatIsWrongIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, scenarios);
        QFETCH(QString, says);
        const QString message = problemsOf("format: redoubt/1\nelements: {a: {kind: site}, site-a: {kind: site}}\ngroups:\n"
                                           "  g: {kind: ss-deployment, members: []}\nscenarios:\n" + scenarios);
        QVERIFY2(message.startsWith(says), qPrintable(message));
    }

    void whatIsGoneIsNotWritten()
    {
        Design design = published(u"ss-pm-c3"_s);
        design.scenarios = {scenario(u"one"_s, {u"dc-a"_s, u"gone"_s}), scenario(u"two"_s, {u"gone"_s})};
        const Design again = readDesign(writeDesign(design, testCatalog()), u"f"_s, testCatalog()).design;
        QCOMPARE(again.scenarios, (std::vector<Scenario>{scenario(u"one"_s, {u"dc-a"_s})}));
    }

    void editsAreUndoneAndRefuse()
    {
        Design design = published(u"ss-pm-c3"_s);
        for (const Scenario& bad : {scenario({}, {u"dc-a"_s}), scenario(u"S"_s, {}), scenario(u"S"_s, {u"gone"_s}), scenario(u"S"_s, {u"ag-ss"_s})})
            QVERIFY(edits::saveScenario(design, bad).isEmpty());
        for (const QString& id : {u"dc-a"_s, u"dc-b"_s, u"witness"_s})
            design = applied(design, edits::saveScenario(design, scenario(id, {id})));
        QCOMPARE(names(design), (QStringList{u"dc-a"_s, u"dc-b"_s, u"witness"_s}));
        design = applied(design, edits::saveScenario(design, scenario(u"dc-b"_s, {u"dc-b"_s, u"replication-ss"_s})));
        QCOMPARE(design.scenario(u"dc-b"_s)->fails.size(), 2);
        QVERIFY(edits::saveScenario(design, *design.scenario(u"dc-b"_s)).isEmpty());
        QVERIFY(edits::renameScenario(design, u"dc-a"_s, u"witness"_s).isEmpty());
        QVERIFY(edits::renameScenario(design, u"dc-a"_s, u"  "_s).isEmpty());
        design = applied(design, edits::renameScenario(design, u"dc-a"_s, u"Site A lost"_s));
        design = applied(design, edits::moveScenario(design, u"witness"_s, -5));
        QCOMPARE(names(design), (QStringList{u"witness"_s, u"Site A lost"_s, u"dc-b"_s}));
        design = applied(design, edits::moveScenario(design, u"witness"_s, 1));
        QCOMPARE(names(design), (QStringList{u"Site A lost"_s, u"witness"_s, u"dc-b"_s}));
        design = applied(design, edits::noteScenario(design, u"witness"_s, u" why "_s));
        QCOMPARE(design.scenario(u"witness"_s)->note, u"why"_s);
        design = applied(design, edits::removeScenario(design, u"witness"_s));
        QCOMPARE(names(design), (QStringList{u"Site A lost"_s, u"dc-b"_s}));
        QVERIFY(edits::removeScenario(design, u"witness"_s).isEmpty());
        QCOMPARE(edits::freeScenarioName(design, u"dc-b"_s), u"dc-b 2"_s);
        QCOMPARE(edits::freeScenarioName(design), u"Scenario 1"_s);
    }

    /// Whatever is removed, the file can be read again, and undoing brings the failures back.
    void removingMendsThem()
    {
        const Design whole = [] {
            Design design = published(u"ss-pm-c3"_s);
            design.scenarios = {scenario(u"one"_s, {u"dc-a"_s, u"sql-3"_s, u"replication-ss"_s}), scenario(u"two"_s, {u"sql-3"_s})};
            return design;
        }();
        for (const ElementId& id : whole.elements.keys()) {
            const Design after = applied(whole, edits::remove(whole, testCatalog(), {id.value}));
            for (const Scenario& each : after.scenarios) {
                QVERIFY(!each.fails.isEmpty());
                for (const QString& fails : each.fails)
                    QVERIFY2(after.hasId(fails), qPrintable(id.value + u' ' + fails));
            }
            QVERIFY(readDesign(writeDesign(after, testCatalog()), u"f"_s, testCatalog()).design == after);
        }
        const Design without = applied(whole, edits::remove(whole, testCatalog(), {u"sql-3"_s}));
        QCOMPARE(names(without), QStringList{u"one"_s});
        const Design cut = applied(whole, edits::remove(whole, testCatalog(), {u"replication-ss"_s}));
        QCOMPARE(cut.scenarios[0].fails, (QStringList{u"dc-a"_s, u"sql-3"_s}));
        QCOMPARE(scenariosAfterSplit(whole, u"replication-ss"_s, {u"l-1"_s, u"l-2"_s})[0].fails,
                 (QStringList{u"dc-a"_s, u"sql-3"_s, u"l-1"_s, u"l-2"_s}));
    }

    void whatStandsInASiteIsLostWithIt()
    {
        const Design c3 = published(u"ss-pm-c3"_s);
        const Topology topology(c3, testCatalog());
        QVERIFY(whatIf(topology, {}).lost.empty());
        const WhatIf result = whatIf(topology, {u"dc-a"_s});
        for (auto it = c3.elements.cbegin(); it != c3.elements.cend(); ++it) {
            const bool inside = topology.ancestors(it.key()).contains(ElementId{u"dc-a"_s});
            const LostThing* thing = lost(result, it.key().value);
            QVERIFY2(!inside || (thing && thing->cause == u"dc-a"), qPrintable(it.key().value));
            if (thing && !inside)
                QCOMPARE(thing->why, LostThing::Why::CutOff);
        }
        QVERIFY(!lost(result, u"dc-a"_s));  // that one failed
        QVERIFY(!lost(result, u"sql-3"_s));
        QCOMPARE(lost(result, u"ss-web-1"_s)->text, u"Lost with Datacenter A"_s);
    }

    void whatNobodyReachesIsCutOff()
    {
        const Design c3 = published(u"ss-pm-c3"_s);
        const Topology topology(c3, testCatalog());
        const WhatIf result = whatIf(topology, {u"glb-layer-ss-to-lb-layer-ss-a"_s});
        QVERIFY(lost(result, u"lb-ss-a"_s));
        QCOMPARE(lost(result, u"lb-ss-a"_s)->why, LostThing::Why::CutOff);
        // The engines still get there without the users' way.
        QVERIFY(!lost(whatIf(topology, {u"ss-users-to-glb-layer-ss"_s}), u"glb-ss"_s));
        const WhatIf balancer = whatIf(topology, {u"lb-ss-a"_s});
        QVERIFY(lost(balancer, u"ss-web-1"_s));
        QCOMPARE(lost(balancer, u"ss-web-1"_s)->why, LostThing::Why::CutOff);
        QVERIFY(!lost(balancer, u"ss-web-4"_s));
    }

    void aMachineTakesWhatItHosts()
    {
        const Design b1 = published(u"ss-pm-b1"_s);
        const Topology topology(b1, testCatalog());
        const WhatIf result = whatIf(topology, {u"ss-web-1"_s});
        QVERIFY(lost(result, u"rmq-1"_s));
        QCOMPARE(lost(result, u"rmq-1"_s)->why, LostThing::Why::Hosted);
        QCOMPARE(lost(result, u"rmq-1"_s)->cause, u"ss-web-1"_s);
        // With the witness gone the two servers hold the majority; with one of them gone as well, the other stands still.
        QVERIFY(whatIf(topology, {u"witness"_s}).lost.empty());
        const WhatIf both = whatIf(topology, {u"witness"_s, u"sql-2"_s});
        QVERIFY(lost(both, u"sql-1"_s));
        QCOMPARE(lost(both, u"sql-1"_s)->why, LostThing::Why::NoMajority);
        QCOMPARE(lost(both, u"sql-1"_s)->cause, u"wsfc"_s);
    }

    /// What is drawn as lost is what the model computes as lost, for every single loss of a site or a machine.
    void lossesAgreeWithTheServices()
    {
        for (const QString& name : {u"ss-pm-b1"_s, u"ss-pm-c3"_s, u"ss-dsv-c1"_s, u"nps-active-passive"_s}) {
            const Design design = published(name);
            const Topology topology(design, testCatalog());
            const std::vector<ServiceEstimate> whole = estimateAvailability(topology);
            for (const ElementId& id : design.elements.keys()) {
                const WhatIf result = whatIf(topology, {id.value});
                const std::vector<ServiceEstimate> given = estimateAvailability(topology, QSet<QString>{id.value});
                QCOMPARE(result.services.size(), whole.size());
                for (const ServiceOutlook& service : result.services)
                    for (const ServiceEstimate& estimate : given)
                        if (estimate.id == service.id) {
                            QCOMPARE(service.automatic, estimate.automatic);
                            QCOMPARE(service.withPeople, estimate.withManualFailover);
                        }
                for (const LostThing& thing : result.lost) {
                    QVERIFY(thing.id != id.value && !thing.text.isEmpty());
                    QVERIFY(thing.cause.isEmpty() || design.hasId(thing.cause));
                }
            }
        }
    }

    void dataIsSaidForWhatTouchesIt()
    {
        const Design c3 = published(u"ss-pm-c3"_s);
        const Topology topology(c3, testCatalog());
        const auto given = [&](const QSet<QString>& failed) { return recoveryGiven(topology, failed, whatIf(topology, failed).services); };
        QVERIFY(given({}).empty());
        QVERIFY(given({u"ss-web-1"_s}).empty());
        const std::vector<RecoveryLine> site = given({u"dc-a"_s, u"ss-web-4"_s});
        QCOMPARE(site.size(), size_t(3));
        for (const RecoveryLine& line : site) {
            const bool recordings = line.subject == u"recordings-a", manual = line.subject == u"ag-pm";
            if (recordings) {  // the other site's share takes over by itself; what was not copied to it is not there
                QCOMPARE(line.state, ServiceState::Working);
                QCOMPARE(line.loss, RecoveryLine::Loss::NotYetCopied);
                QCOMPARE(line.recoveryTime, u"by itself, about a minute"_s);
                continue;
            }
            QCOMPARE(line.failed, QStringList{u"dc-a"_s});
            QCOMPARE(line.state, manual ? ServiceState::NeedsPerson : ServiceState::Working);
            QCOMPARE(line.loss, manual ? RecoveryLine::Loss::NotYetCopied : RecoveryLine::Loss::None);
        }
        // Of a witness, or of a share that only holds the copies, nothing moves and nothing is lost.
        for (const QString& unused : {u"witness"_s, u"recordings-b"_s})
            for (const RecoveryLine& line : recoveryStatement(topology))
                if (line.failed == QStringList{unused}) {
                    QVERIFY(!line.moves);
                    QCOMPARE(line.recoveryTime, u"at once, nothing moves"_s);
                    QCOMPARE(line.recoveryPoint, u"nothing is lost"_s);
                }
        QVERIFY(given({u"recordings-b"_s}).empty());
        // With both sites down nothing is lost but time: that of the site.
        for (const RecoveryLine& line : given({u"dc-a"_s, u"dc-b"_s})) {
            QCOMPARE(line.state, ServiceState::Down);
            QCOMPARE(line.loss, RecoveryLine::Loss::UntilRepair);
            QCOMPARE(line.hours, 24.0);
        }
        // The same as the statement that is made beforehand.
        for (const RecoveryLine& before : recoveryStatement(topology))
            for (const RecoveryLine& now : given(QSet<QString>(before.failed.cbegin(), before.failed.cend())))
                if (now.subject == before.subject && c3.group({before.subject})) {
                    QCOMPARE(now.recoveryTime, before.recoveryTime);
                    QCOMPARE(now.recoveryPoint, before.recoveryPoint);
                }
    }
};

QTEST_APPLESS_MAIN(ScenariosTest)
#include "scenarios_test.moc"

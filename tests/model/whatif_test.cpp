// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// States, reasons, walkthrough and traffic given a failure; the sweep of all single and double failures.
#include "model/analysis/sweep.h"
#include "model/files/designfile.h"
#include "tests/support/references.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

Draft published(const QString& name)
{
    Draft draft;
    draft.design = readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/%1.redoubt.yaml").arg(name), testCatalog()).design;
    return draft;
}

WhatIf outcome(const Draft& draft, const QSet<QString>& failed)
{
    return whatIf(Topology(draft.design, testCatalog()), failed);
}

ServiceOutlook of(const WhatIf& result, const QString& service)
{
    for (const ServiceOutlook& outlook : result.services)
        if (outlook.id == service)
            return outlook;
    return {};
}

QStringList texts(const std::vector<FailoverStep>& steps, bool byPerson)
{
    QStringList result;
    for (const FailoverStep& step : steps)
        if (step.byPerson == byPerson)
            result << step.text;
    return result;
}

}  // namespace

class WhatIfTest : public QObject {
    Q_OBJECT

private slots:
    void nothingFailed()
    {
        for (const Draft& draft : {secretServerC3(), secretServerB1(), secretServerWithVault(u"C1"_s), cloudWithVault()}) {
            const WhatIf result = outcome(draft, {});
            QVERIFY(!result.services.empty());
            for (const ServiceOutlook& service : result.services) {
                QCOMPARE(service.state, ServiceState::Working);
                QCOMPARE(service.reason, u"Not affected."_s);
                QCOMPARE(service.automatic, draft.service(service.id).automatic);
                QCOMPARE(service.withPeople, draft.service(service.id).withManualFailover);
            }
            QVERIFY(result.walkthrough.empty());
            QVERIFY(result.failoverCarrying.isEmpty());
        }
    }

    void lossOfASiteInC3()
    {
        const WhatIf result = outcome(published(u"ss-pm-c3"_s), {u"dc-a"_s});
        const ServiceOutlook login = of(result, u"ss-login"_s);
        QCOMPARE(login.state, ServiceState::Degraded);
        QVERIFY2(login.reason.contains(u"takes over from"_s), qPrintable(login.reason));
        QVERIFY2(login.reason.contains(u"3 of 5 votes are left, 3 needed"_s), qPrintable(login.reason));
        for (const QString& id : {u"dc-b"_s, u"sql-3"_s, u"witness"_s})
            QVERIFY2(login.newSinglePoints.contains(id), qPrintable(login.newSinglePoints.join(u' ')));
        QVERIFY(!login.newSinglePoints.contains(u"glb-ss"_s));  // it was one before
        QVERIFY(!login.newSinglePoints.contains(u"ss-web-4"_s));

        const ServiceOutlook console = of(result, u"pm-console"_s);
        QCOMPARE(console.state, ServiceState::NeedsPerson);
        QCOMPARE(console.automatic, 0.0);
        QVERIFY(console.withPeople > 0.99);
        QCOMPARE(console.hours, 1.0);
        const QStringList steps = texts(console.steps, true);
        QCOMPARE(steps.size(), 1);
        QVERIFY2(steps[0].contains(u"by force"_s) && steps[0].contains(u"Privilege Manager availability group"_s), qPrintable(steps[0]));
        QCOMPARE(of(result, u"rotation@site-a"_s).state, ServiceState::Down);  // its endpoints are gone
    }

    /// The share of the active site is lost, not the other site; and the other site's link needs nobody once that site is
    /// the active one.
    void recordingsFollowTheActiveSite()
    {
        const WhatIf share = outcome(published(u"ss-pm-c3"_s), {u"recordings-a"_s});
        const ServiceOutlook recording = of(share, u"session-recording"_s);
        QCOMPARE(recording.state, ServiceState::NeedsPerson);
        QVERIFY2(recording.reason.contains(u"Session recording file server (Datacenter A) is down."_s), qPrintable(recording.reason));
        QVERIFY2(!recording.reason.contains(u"Datacenter B"_s), qPrintable(recording.reason));
        const WhatIf site = outcome(published(u"ss-pm-c3"_s), {u"dc-a"_s});
        QCOMPARE(of(site, u"session-recording"_s).state, ServiceState::Degraded);
        const QString link = u"ss-web-layer-b-to-recording-layer-b"_s;
        QVERIFY(site.linksInUse.contains(link) && site.failoverCarrying.contains(link));
        QVERIFY(!site.afterPeople.contains(link));
    }

    /// People work round a cut link as round the part that it leads to.
    void aCutLinkIsWorkedRound_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("link");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("service");
        QTest::addRow("web") << u"ss-pm-b1"_s << u"lb-layer-pm-a-to-pm-web-layer-a"_s << QStringList{u"pm-web-1"_s, u"pm-web-2"_s} << u"pm-console"_s;
        QTest::addRow("recording") << u"ss-pm-c3"_s << u"ss-web-layer-a-to-recording-layer-a"_s << QStringList{u"recordings-a"_s} << u"session-recording"_s;
    }
    void aCutLinkIsWorkedRound()
    {
        QFETCH(QString, reference);
        QFETCH(QString, link);
        QFETCH(QStringList, parts);
        QFETCH(QString, service);
        const ServiceOutlook cut = of(outcome(published(reference), {link}), service);
        const ServiceOutlook lost = of(outcome(published(reference), QSet<QString>(parts.cbegin(), parts.cend())), service);
        QCOMPARE(lost.state, ServiceState::NeedsPerson);
        QCOMPARE(cut.state, lost.state);
        QCOMPARE(cut.hours, lost.hours);
        QVERIFY(qAbs(cut.withPeople - lost.withPeople) < 1e-3);
        QVERIFY2(cut.reason.contains(u"cut off"_s), qPrintable(cut.reason));
        QVERIFY2(!cut.steps.empty() && !cut.steps.back().text.contains(u"Datacenter A"_s), qPrintable(cut.steps.back().text));
    }

    void onlyAFailureMakesAnythingTakeOver()
    {
        for (const QString& name : {u"ss-pm-b1"_s, u"ss-pm-b2"_s, u"ss-pm-c3"_s, u"ss-dsv-c1"_s}) {
            const WhatIf whole = outcome(published(name), {});
            QVERIFY2(whole.failoverCarrying.isEmpty() && !whole.linksInUse.isEmpty(), qPrintable(name));
        }
        // Two products whose users are sent elsewhere: two steps that tell which.
        QStringList steps;
        for (const FailoverStep& step : outcome(published(u"ss-pm-b1"_s), {u"dc-a"_s}).walkthrough)
            if (step.byPerson)
                steps << step.text;
        QVERIFY(steps.filter(u"of Secret Server to Datacenter B"_s).size() == 1 && steps.filter(u"of Privilege Manager to Datacenter B"_s).size() == 1);
    }

    /// A link that is the only way of its kind takes its service along; one beside another does not.
    void theOnlyWayIsMissed_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("stops");
        const auto row = [](const char* reference, const QStringList& links, const char* service, bool stops) {
            QTest::addRow("%s %s", reference, qPrintable(links.join(u' '))) << QString::fromLatin1(reference) << links << QString::fromLatin1(service) << stops;
        };
        row("ss-pm-c3", {u"proxy-layer-to-glb-layer-pm"_s}, "pm-agents", true);
        row("ss-pm-c3", {u"proxy-layer-to-glb-layer-pm"_s}, "pm-console", false);
        row("ss-pm-c3", {u"listener-pm-to-db-layer-a"_s, u"listener-pm-to-db-layer-b"_s}, "pm-console", true);
        row("ss-pm-c3", {u"listener-pm-to-db-layer-a"_s, u"listener-pm-to-db-layer-b"_s}, "ss-login", false);
        row("ss-pm-c3", {u"ss-web-layer-a-to-recording-layer-a"_s}, "session-recording", true);
        row("ss-pm-c3", {u"ss-web-layer-b-to-recording-layer-b"_s}, "session-recording", false);
        row("ss-dsv-a2", {u"end-user-to-waf"_s}, "ssc-login", true);
        row("ss-dsv-a2", {u"waf-to-cloud-service"_s}, "ssc-login", true);
    }
    void theOnlyWayIsMissed()
    {
        QFETCH(QString, reference);
        QFETCH(QStringList, links);
        QFETCH(QString, service);
        QFETCH(bool, stops);
        const Draft draft = published(reference);
        for (const QString& link : links)
            QVERIFY2(draft.design.link({link}), qPrintable(link));
        const ServiceOutlook outlook = of(outcome(draft, QSet<QString>(links.cbegin(), links.cend())), service);
        const bool stopped = outlook.state == ServiceState::Down || outlook.state == ServiceState::NeedsPerson;
        QVERIFY2(stopped == stops, qPrintable(outlook.reason));
    }

    void linksThatCarry()
    {
        const Draft c3 = published(u"ss-pm-c3"_s);
        const WhatIf whole = outcome(c3, {});
        for (const QString& id : {u"ss-users-to-glb-layer-ss"_s, u"glb-layer-ss-to-lb-layer-ss-a"_s, u"listener-ss-to-db-layer-a"_s,
                                  u"replication-ss"_s, u"glb-layer-pm-to-lb-layer-pm-b"_s})
            QVERIFY2(whole.linksInUse.contains(id), qPrintable(id));
        for (const QString& id : {u"glb-layer-ss-to-lb-layer-ss-b"_s, u"listener-ss-to-db-layer-b"_s, u"ss-web-layer-b-to-recording-layer-b"_s})
            QVERIFY2(!whole.linksInUse.contains(id), qPrintable(id));
        const WhatIf lost = outcome(c3, {u"dc-a"_s});
        QVERIFY(!lost.linksInUse.contains(u"glb-layer-ss-to-lb-layer-ss-a"_s));
        QVERIFY(lost.failoverCarrying.contains(u"glb-layer-ss-to-lb-layer-ss-b"_s));
        QVERIFY(lost.failoverCarrying.contains(u"listener-ss-to-db-layer-b"_s));
        QVERIFY(!lost.failoverCarrying.contains(u"listener-pm-to-db-layer-b"_s));  // the group waits for a person
        QVERIFY(lost.afterPeople.contains(u"listener-pm-to-db-layer-b"_s));
        // The balancer is up but leads nowhere.
        const WhatIf nodes = outcome(c3, {u"ss-web-1"_s, u"ss-web-2"_s, u"ss-web-3"_s});
        QVERIFY(nodes.failoverCarrying.contains(u"glb-layer-ss-to-lb-layer-ss-b"_s));
        QVERIFY(!nodes.linksInUse.contains(u"glb-layer-ss-to-lb-layer-ss-a"_s));
    }

    void changeOfSiteNeedsAPerson()
    {
        const WhatIf result = outcome(secretServerB1(), {u"site-a"_s});
        const ServiceOutlook login = of(result, u"ss-login"_s);
        QCOMPARE(login.state, ServiceState::NeedsPerson);
        QCOMPARE(login.hours, 4.0);
        QVERIFY(login.reason.contains(u"People can restore it in 4 h."_s));
        const ServiceOutlook console = of(result, u"pm-console"_s);
        QCOMPARE(console.hours, 5.0);
        const QStringList steps = texts(result.walkthrough, true);
        QVERIFY(steps.size() >= 2);
        QVERIFY2(steps.last().contains(u"site-b"_s), qPrintable(steps.join(u'\n')));  // data first, then the users' way
    }

    void redundancyLostIsDegraded()
    {
        const WhatIf two = outcome(secretServerA1(2), {u"ss-web-a-1"_s});
        QCOMPARE(of(two, u"ss-login"_s).state, ServiceState::Degraded);
        QCOMPARE(of(two, u"ss-login"_s).newSinglePoints, QStringList{u"ss-web-a-2"_s});
        QVERIFY(of(two, u"ss-login"_s).reason.contains(u"ss-web-a-2 carries on without ss-web-a-1."_s));
        QCOMPARE(of(two, u"pm-console"_s).state, ServiceState::Working);
        const WhatIf three = outcome(secretServerA1(3), {u"ss-web-a-1"_s});
        QCOMPARE(of(three, u"ss-login"_s).state, ServiceState::Working);
        const WhatIf all = outcome(secretServerA1(2), {u"ss-web-a-1"_s, u"ss-web-a-2"_s});
        QCOMPARE(of(all, u"ss-login"_s).state, ServiceState::Down);
        QVERIFY2(of(all, u"ss-login"_s).reason.contains(u"Way through lb-ss-a: ss-web-a-1 is down and ss-web-a-2 is down."_s),
                 qPrintable(of(all, u"ss-login"_s).reason));
    }

    void quorumIsSaid()
    {
        const WhatIf result = outcome(secretServerA1(), {u"sql-2"_s, u"witness"_s});
        QCOMPARE(of(result, u"ss-login"_s).state, ServiceState::Down);
        QVERIFY2(of(result, u"ss-login"_s).reason.contains(u"1 of 3 votes are left, 2 needed"_s), qPrintable(of(result, u"ss-login"_s).reason));
    }

    void linksCanFail()
    {
        const Draft c3 = published(u"ss-pm-c3"_s);
        QCOMPARE(of(outcome(c3, {u"ss-users-to-glb-layer-ss"_s}), u"ss-login"_s).state, ServiceState::Down);
        const WhatIf cut = outcome(c3, {u"ss-web-layer-a-to-listener-ss"_s});
        QCOMPARE(of(cut, u"ss-login"_s).state, ServiceState::Degraded);  // site B's web servers still reach the database
        QCOMPARE(of(outcome(c3, {u"ss-web-layer-a-to-listener-ss"_s, u"ss-web-layer-b-to-listener-ss"_s}), u"ss-login"_s).state,
                 ServiceState::Down);
        // Without replication to site B the loss of site A needs a person there.
        const QSet<QString> both{u"replication-ss"_s, u"dc-a"_s};
        QCOMPARE(of(outcome(c3, both), u"ss-login"_s).state, ServiceState::NeedsPerson);
        QCOMPARE(of(outcome(c3, {u"nothing-of-that-name"_s}), u"ss-login"_s).state, ServiceState::Working);
    }

    void sweepSaysWhatWhatIfSays()
    {
        for (const Draft& draft : {secretServerB1(), secretServerC3(), secretServerWithVault(u"C1"_s), privilegeSecure(u"active-passive"_s)}) {
            const Topology topology(draft.design, testCatalog());
            const FailureSweep sweep = sweepFailures(topology);
            QVERIFY(sweep.complete);
            const size_t n = size_t(sweep.components.size());
            QCOMPARE(sweep.singles.size(), n);
            QCOMPARE(sweep.doubles.size(), n * (n - 1) / 2);
            std::vector<SweepVerdict> sample = sweep.singles;
            for (size_t i = 0; i < sweep.doubles.size(); i += 1 + sweep.doubles.size() / 12)
                sample.push_back(sweep.doubles[i]);
            for (const SweepVerdict& verdict : sample) {
                const WhatIf result = whatIf(topology, QSet<QString>(verdict.failed.cbegin(), verdict.failed.cend()));
                QCOMPARE(result.services.size(), verdict.states.size());
                for (size_t i = 0; i < verdict.states.size(); ++i) {
                    const ServiceOutlook& service = result.services[i];
                    QVERIFY2(service.state == verdict.states[i], qPrintable(verdict.failed.join(u' ') + u' ' + service.id));
                    QVERIFY(service.withPeople >= service.automatic);
                    if (service.id == u"session-recording"_s)
                        continue;  // which site is the active one depends on what else is down
                    QCOMPARE(service.automatic > 0, service.state == ServiceState::Working || service.state == ServiceState::Degraded);
                    QCOMPARE(service.withPeople > 0, service.state != ServiceState::Down);
                }
            }
            for (const SweepVerdict& verdict : sweep.singles)  // a single point of failure stops it, and nothing else does
                for (size_t i = 0; i < verdict.states.size(); ++i) {
                    const bool stands = verdict.states[i] == ServiceState::NeedsPerson || verdict.states[i] == ServiceState::Down;
                    QCOMPARE(draft.service(sweep.services[qsizetype(i)]).singlePoints.contains(verdict.failed[0]), stands);
                }
        }
    }

    void sweepOfC3()
    {
        const Draft c3 = published(u"ss-pm-c3"_s);
        const Topology topology(c3.design, testCatalog());
        FailureSweep sweep;
        QBENCHMARK_ONCE {
            sweep = sweepFailures(topology);
        }
        std::map<ServiceState, int> counts;
        for (const std::vector<SweepVerdict>& verdicts : {sweep.singles, sweep.doubles})
            for (const SweepVerdict& verdict : verdicts)
                for (const ServiceState state : verdict.states)
                    ++counts[state];
        qInfo("C-3: %zu single and %zu double failures of %lld services: working %d, degraded %d, needs a person %d, down %d",
              sweep.singles.size(), sweep.doubles.size(), static_cast<long long>(sweep.services.size()), counts[ServiceState::Working],
              counts[ServiceState::Degraded], counts[ServiceState::NeedsPerson], counts[ServiceState::Down]);
        QVERIFY(counts.size() == 4);
        QVERIFY(!sweepFailures(topology, 10).complete);
    }

    void brokenDesignsAreSurvived()
    {
        const Draft whole = secretServerC3();
        for (const ElementId& id : whole.design.elements.keys()) {
            Draft draft = whole;
            draft.design.elements.remove(id);
            for (const ServiceOutlook& service : outcome(draft, {u"site-a"_s}).services)
                QVERIFY(service.withPeople >= 0 && service.withPeople <= 1 && !service.reason.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(WhatIfTest)
#include "whatif_test.moc"

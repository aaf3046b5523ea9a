// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The number explained, what each component is worth, quorum and recovery as statements.
#include "model/analysis/figuretree.h"
#include "model/analysis/importance.h"
#include "model/analysis/quorumstatement.h"
#include "model/analysis/recoverystatement.h"
#include "model/analysis/structure.h"
#include "tests/support/references.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

std::vector<Draft> references()
{
    return {databaseOnly(4, true), secretServerA1(), secretServerB1(), secretServerC1(), secretServerC3(), secretServerWithVault(u"B1"_s),
            secretServerWithVault(u"C1"_s), cloudWithVault(), privilegeManagerPair(), privilegeSecure(u"active-passive"_s),
            privilegeSecure(u"active-active"_s)};
}

void visit(const FigureFactor& factor, const std::function<void(const FigureFactor&)>& see)
{
    see(factor);
    for (const FigureFactor& part : factor.parts)
        visit(part, see);
}

void visit(const Factor& factor, const std::function<void(const Factor&)>& see)
{
    see(factor);
    for (const FactorPtr& part : factor.parts)
        visit(*part, see);
}

FigureExplanation explained(const Draft& draft, const QString& service)
{
    return explainFigure(Topology(draft.design, testCatalog()), service).value_or(FigureExplanation());
}

}  // namespace

class FigureTreeTest : public QObject {
    Q_OBJECT

private slots:
    // Whoever follows the parts arrives at the function that gave the figure.
    void partsMakeUpTheFunction()
    {
        for (const Draft& draft : references()) {
            const Topology topology(draft.design, testCatalog());
            Structure structure(topology, {});
            for (const Service& service : structure.services()) {
                QVERIFY(service.need.how && service.need.how->works == service.need.automatic);
                visit(*service.need.how, [&](const Factor& factor) {
                    std::vector<Bdd> parts;
                    std::vector<Diagram::Vote> votes;
                    for (size_t i = 0; i < factor.parts.size(); ++i) {
                        parts.push_back(factor.parts[i]->works);
                        votes.push_back({factor.parts[i]->works, factor.kind == Factor::Kind::AtLeast ? factor.weights[i] : 1});
                    }
                    Diagram& diagram = structure.diagram();
                    if (factor.kind == Factor::Kind::All)
                        QCOMPARE(diagram.allOf(parts), factor.works);
                    else if (factor.kind == Factor::Kind::Any)
                        QCOMPARE(diagram.anyOf(parts), factor.works);
                    else if (factor.kind == Factor::Kind::AtLeast)
                        QCOMPARE(diagram.atLeast(votes, factor.need), factor.works);
                });
            }
        }
    }

    void treesGiveTheFigure()
    {
        int factors = 0, shared = 0;
        for (const Draft& draft : references())
            for (const ServiceEstimate& estimate : draft.estimate()) {
                const FigureExplanation explanation = explained(draft, estimate.id);
                QCOMPARE(explanation.id, estimate.id);
                QVERIFY(qAbs(explanation.tree.value - estimate.automatic) < 1e-15);
                double byHand = explanation.tree.value;
                for (const ManualShare& share : explanation.byHand) {
                    byHand += share.probability * share.credit;
                    QVERIFY(!share.actions.isEmpty() && share.hours < share.repairHours);
                    QVERIFY(qAbs(share.credit - (1 - share.hours / share.repairHours)) < 1e-15);
                }
                QVERIFY(qAbs(byHand - estimate.withManualFailover) < 1e-14);
                visit(explanation.tree, [&](const FigureFactor& factor) {
                    ++factors;
                    QVERIFY(!factor.label.isEmpty() || !factor.parts.empty());
                    if (factor.kind == FigureFactor::Kind::Component)
                        QVERIFY2(draft.design.hasId(factor.id) && !factor.source.isEmpty(), qPrintable(factor.label));
                    if (!factor.shared.isEmpty())
                        ++shared;
                    else if (!factor.parts.empty())
                        QVERIFY2(qAbs(asIfIndependent(factor) - factor.value) < 1e-14, qPrintable(estimate.id + u' ' + factor.label));
                });
            }
        qInfo("%d factors, %d of them with shared parts", factors, shared);
        QVERIFY(shared > 0 && shared < factors / 4);
    }

    void aGivenFigureSaysWhereItComesFrom()
    {
        Draft draft = secretServerA1();
        const auto sourceOf = [&](const QString& id) {
            QString source;
            visit(explained(draft, u"ss-login"_s).tree, [&](const FigureFactor& factor) { source = factor.id == id ? factor.source : source; });
            return source;
        };
        draft.set(u"site-a"_s, u"figure-source"_s, u"contract"_s);
        QVERIFY(!sourceOf(u"site-a"_s).contains(u"contract"));  // the figure is not the design's own
        draft.set(u"site-a"_s, u"availability"_s, 0.9995);
        QCOMPARE(sourceOf(u"site-a"_s), u"Given in the design: contract."_s);
        draft.set(u"site-a"_s, u"figure-source"_s, u""_s);
        QCOMPARE(sourceOf(u"site-a"_s), u"Given in the design."_s);
    }

    void closedFormOfE4()  // S * L * (1 - (1 - n)^2) * (2 of 3 votes)
    {
        const FigureFactor tree = explained(secretServerA1(), u"ss-login"_s).tree;
        QCOMPARE(tree.kind, FigureFactor::Kind::Series);
        QVERIFY(tree.shared.isEmpty());
        QCOMPARE(tree.parts.front().id, u"site-a"_s);
        QCOMPARE(tree.parts.front().value, 0.99982);
        QVERIFY(tree.parts.front().source.contains(u"Tier III"_s));
        bool votes = false, nodes = false;
        visit(tree, [&](const FigureFactor& factor) {
            votes = votes || (factor.kind == FigureFactor::Kind::AtLeast && factor.need == 2 && factor.parts.size() == 3
                              && qAbs(factor.value - 0.999997002) < 1e-12);
            nodes = nodes || (factor.kind == FigureFactor::Kind::Parallel && factor.parts.size() == 2 && qAbs(factor.value - 0.999999) < 1e-12);
        });
        QVERIFY(votes && nodes);
    }

    void sourcesOfInputs()
    {
        Draft draft = secretServerA1();
        draft.set(u"sql-1"_s, u"availability"_s, 0.98);
        int given = 0, assumed = 0;
        visit(explained(draft, u"ss-login"_s).tree, [&](const FigureFactor& factor) {
            if (factor.id == u"sql-1"_s && factor.kind == FigureFactor::Kind::Component) {
                QCOMPARE(factor.source, u"Given in the design."_s);
                QCOMPARE(factor.value, 0.98);
                ++given;
            }
            assumed += factor.assumption;
        });
        QVERIFY(given > 0 && assumed > 0);
        QVERIFY(!explainFigure(Topology(draft.design, testCatalog()), u"no-such-service"_s));
    }

    // The gain of a component is the difference to the same design with the component made perfect.
    void gainsAreThoseOfPerfectComponents()
    {
        for (const Draft& draft : {secretServerB1(), secretServerA1(), privilegeSecure(u"active-passive"_s)})
            for (const ServiceImportance& service : importanceOf(Topology(draft.design, testCatalog()))) {
                const ServiceEstimate before = draft.service(service.service);
                QVERIFY(!service.components.empty());
                QVERIFY(std::is_sorted(service.components.begin(), service.components.end(),
                                       [](const auto& a, const auto& b) { return a.gainMinutes > b.gainMinutes; }));
                for (const ComponentImportance& each : service.components) {
                    Draft better = draft;
                    better.set(each.id, u"availability"_s, 1.0);
                    const ServiceEstimate after = better.service(service.service);
                    QVERIFY(qAbs(each.gainMinutes - (before.downtimeMinutesYear - after.downtimeMinutesYear)) < 1e-6);
                    QVERIFY(qAbs(each.gainAutomaticMinutes - (after.automatic - before.automatic) * 525'600) < 1e-6);
                    const double down = draft.service(service.service, Supposition({each.id})).automatic;
                    QVERIFY(qAbs(each.birnbaum - (after.automatic - down)) < 1e-12);
                    QVERIFY(each.criticality >= -1e-12 && each.criticality <= 1 + 1e-9);
                }
            }
    }

    void whatToHardenNext()
    {
        const auto services = importanceOf(Topology(secretServerC3().design, testCatalog()));
        const auto login = std::find_if(services.begin(), services.end(), [](const auto& s) { return s.service == u"ss-login"_s; });
        QCOMPARE(login->components.front().id, u"glb-ss"_s);
        QVERIFY(qAbs(login->components.front().gainMinutes - 52.56) < 0.01);  // "52.6 of 54.9 minutes" in C-1
        const auto agents = std::find_if(services.begin(), services.end(), [](const auto& s) { return s.service == u"pm-agents"_s; });
        QVERIFY(qAbs(agents->components.front().gainMinutes - 525) < 1);  // the reverse proxy's own (E16)
    }

    void quorumOfC3()
    {
        const auto statements = quorumStatements(Topology(secretServerC3().design, testCatalog()));
        QCOMPARE(statements.size(), size_t(1));
        const QuorumStatement& statement = statements.front();
        QCOMPARE(statement.total, 5);
        QCOMPARE(statement.majority, 3);
        QCOMPARE(statement.spareVotes, 2);
        QVERIFY(statement.hasWitness && !statement.dynamic);
        QCOMPARE(statement.sites.size(), size_t(3));
        for (const QuorumLoss& loss : statement.sites)
            QVERIFY(loss.survives && loss.survivesSpaced);
        for (const QuorumLoss& loss : statement.voterLosses)
            QVERIFY(loss.survives && loss.votesLeft == 4);
        const auto pair = [&](const QStringList& ids) {
            return *std::find_if(statement.pairs.begin(), statement.pairs.end(), [&](const QuorumLoss& l) { return l.lost == ids; });
        };
        QVERIFY(pair({u"sql-a-1"_s, u"sql-b-1"_s}).survives);
        const QuorumLoss site = pair({u"site-a"_s, u"witness"_s});
        QVERIFY(!site.survives && site.survivesSpaced);  // two nodes of site B, once the votes are counted anew
        QCOMPARE(site.votesLeft, 2);
        QVERIFY(!pair({u"site-a"_s, u"site-b"_s}).survivesSpaced);

        const auto misplaced = quorumStatements(Topology(secretServerB1(u"site-a"_s).design, testCatalog()));
        QVERIFY(!misplaced.front().sites.front().survives);
        QVERIFY(misplaced.front().sentences.join(u' ').contains(u"quorum is lost: 1 of 3 votes are left, 2 needed"_s));
    }

    void dynamicQuorumIsASecondFigure()
    {
        Draft draft = databaseOnly(4, true);
        draft.set(u"wsfc"_s, u"dynamic-quorum"_s, true);
        Supposition spaced;
        spaced.dynamicQuorum = true;
        const ServiceEstimate fixed = draft.service(u"ss-login"_s), counted = draft.service(u"ss-login"_s, spaced);
        QCOMPARE(fixed.automatic, databaseOnly(4, true).service(u"ss-login"_s).automatic);
        // With the witness one of four nodes is enough, without it two.
        const double d = 0.999, w = 0.999, none = std::pow(1 - d, 4), one = 4 * d * std::pow(1 - d, 3);
        QVERIFY(qAbs(counted.automatic - (w * (1 - none) + (1 - w) * (1 - none - one))) < 1e-15);
        QVERIFY(counted.automatic > fixed.automatic);
        // Two nodes and a witness: nothing changes; a cluster without the property is read with static votes.
        Draft two = databaseOnly(2, true);
        two.set(u"wsfc"_s, u"dynamic-quorum"_s, true);
        QVERIFY(qAbs(two.service(u"ss-login"_s, spaced).automatic - two.service(u"ss-login"_s).automatic) < 1e-15);
        QCOMPARE(databaseOnly(4, true).service(u"ss-login"_s, spaced).automatic, fixed.automatic);
    }

    void recoveryOfC3()
    {
        const auto lines = recoveryStatement(Topology(secretServerC3().design, testCatalog()));
        const auto line = [&](const QString& subject, const QStringList& failed) {
            for (const RecoveryLine& each : lines)
                if (each.subject == subject && each.failed == failed)
                    return each;
            return RecoveryLine();
        };
        const RecoveryLine node = line(u"ag-ss"_s, {u"sql-a-1"_s});
        QCOMPARE(node.state, ServiceState::Working);
        QCOMPARE(node.loss, RecoveryLine::Loss::None);
        QCOMPARE(line(u"ag-ss"_s, {u"site-a"_s}).state, ServiceState::Working);
        const RecoveryLine forced = line(u"ag-pm"_s, {u"site-a"_s});
        QCOMPARE(forced.state, ServiceState::NeedsPerson);
        QCOMPARE(forced.hours, 1.0);
        QVERIFY(forced.hoursAssumed);
        QCOMPARE(forced.loss, RecoveryLine::Loss::NotYetCopied);
        QCOMPARE(forced.recoveryTime, u"1 h by hand (assumption)"_s);
        const auto share = std::find_if(lines.begin(), lines.end(), [](const RecoveryLine& l) { return l.dataSet.startsWith(u"Session recordings"_s); });
        QVERIFY(share != lines.end() && share->state == ServiceState::NeedsPerson && share->hours == 1.0);
    }

    void recoveryOfOtherDesigns()
    {
        const auto a1 = recoveryStatement(Topology(secretServerA1().design, testCatalog()));
        const auto site = std::find_if(a1.begin(), a1.end(), [](const RecoveryLine& l) { return l.failed == QStringList{u"site-a"_s}; });
        QCOMPARE(site->state, ServiceState::Down);
        QCOMPARE(site->hours, 24.0);
        Draft vault = secretServerWithVault(u"A1"_s);
        vault.set(u"dsv-us"_s, u"sync-interval-min"_s, 720);
        vault.set(u"dsv-us"_s, u"mapped"_s, PropertyList{PropertyRecord{{u"count"_s, 5}, {u"scheduled-changes"_s, 1}}});
        const auto lines = recoveryStatement(Topology(vault.design, testCatalog()));
        const auto copy = std::find_if(lines.begin(), lines.end(), [](const RecoveryLine& l) { return l.subject == u"dsv-us"_s; });
        QVERIFY(copy != lines.end());
        QCOMPARE(*copy->lossMinutes, 720.0);
        QCOMPARE(copy->recoveryPoint, u"changes of the last 720 min"_s);
        QCOMPARE(QString::number(*copy->staleShare, 'f', 9), u"0.008287229"_s);  // d.7
    }
};

QTEST_APPLESS_MAIN(FigureTreeTest)
#include "figuretree_test.moc"

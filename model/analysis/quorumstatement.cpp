// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/quorumstatement.h"

#include "model/analysis/failurewords.h"
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

/// A loss is judged on the structure that gives the figures, with what is lost taken as down.
QuorumLoss lossOf(const Topology& topology, const GroupId& cluster, const QStringList& lost)
{
    Structure structure(topology, QSet<QString>(lost.cbegin(), lost.cend()));
    const ClusterVotes votes = votesOf(topology, cluster);
    QuorumLoss result;
    result.lost = lost;
    result.lost.sort();
    for (const ClusterVotes::Voter& voter : votes.voters)
        if (voter.active && structure.diagram().holds(structure.components().up(voter.id)))
            result.votesLeft += voter.votes;
    result.survives = structure.diagram().holds(structure.quorum(cluster)->works);
    result.survivesSpaced = votes.diskOnly ? result.survives
                                           : structure.diagram().holds(structure.spacedQuorum(votes)->works);
    return result;
}

QString outcome(const QuorumLoss& loss, const QuorumStatement& statement)
{
    return loss.survives       ? QStringLiteral("quorum holds (%1 of %2 votes)").arg(loss.votesLeft).arg(statement.total)
        : loss.survivesSpaced && statement.dynamic
        ? QStringLiteral("quorum holds only if the losses are spaced in time (dynamic quorum)")
        : QStringLiteral("quorum is lost: %1 of %2 votes are left, %3 needed").arg(loss.votesLeft).arg(statement.total).arg(statement.majority);
}

void addSentences(QuorumStatement& statement, const Design& design)
{
    const auto names = [&](const QStringList& ids) {
        QStringList result;
        for (const QString& id : ids)
            result << design.displayName(id);
        return inWords(result);
    };
    QStringList& out = statement.sentences;
    if (statement.diskOnly)
        out << QStringLiteral("The witness alone decides: it is a single point of failure.");
    else
        out << QStringLiteral("%1 votes, %2 needed%3.")
                   .arg(statement.total).arg(statement.majority)
                   .arg(statement.hasWitness ? QStringLiteral("; a witness votes") : QStringLiteral("; there is no witness"));
    for (const QuorumLoss& loss : statement.sites)
        out << QStringLiteral("Without %1: %2.").arg(names(loss.lost), outcome(loss, statement));
    QStringList fatal;
    for (const QuorumLoss& loss : statement.voterLosses)
        if (!loss.survives)
            fatal << design.displayName(loss.lost.front());
    if (!fatal.isEmpty())
        out << QStringLiteral("Each of these alone is enough to stop the cluster: %1.").arg(fatal.join(QStringLiteral(", ")));
    else if (!statement.voterLosses.empty())
        out << QStringLiteral("It survives the loss of any one voter.");
    const auto survived = std::count_if(statement.pairs.begin(), statement.pairs.end(), [](const QuorumLoss& l) { return l.survives; });
    const auto spaced = std::count_if(statement.pairs.begin(), statement.pairs.end(),
                                      [](const QuorumLoss& l) { return l.survives || l.survivesSpaced; });
    if (!statement.pairs.empty())
        out << QStringLiteral("Of %1 pairs of losses it survives %2 with static votes; %3 with dynamic quorum, if they are spaced in time%4.")
                   .arg(statement.pairs.size()).arg(survived).arg(spaced)
                   .arg(statement.dynamic ? QString() : QStringLiteral(" (not switched on)"));
}

QuorumStatement statementOf(const Topology& topology, const GroupId& cluster)
{
    const ClusterVotes votes = votesOf(topology, cluster);
    QuorumStatement result;
    result.cluster = cluster.value;
    result.name = topology.design().displayName(cluster.value);
    result.total = votes.total();
    result.majority = votes.majority();
    result.hasWitness = !votes.witness.isEmpty();
    result.diskOnly = votes.diskOnly;
    result.dynamic = votes.dynamic;
    QStringList voters, sites;
    QHash<QString, QString> siteOf;
    for (const ClusterVotes::Voter& voter : votes.voters) {
        const QString id = voter.id.value, site = topology.siteOf(voter.id).value;
        result.voters.push_back({id, site, voter.votes, voter.id == votes.witness});
        voters << id;
        siteOf[id] = site;
        if (!site.isEmpty() && !sites.contains(site))
            sites << site;
    }
    sites.sort();
    for (const QString& site : std::as_const(sites))
        result.sites.push_back(lossOf(topology, cluster, {site}));
    for (const QString& voter : std::as_const(voters))
        result.voterLosses.push_back(lossOf(topology, cluster, {voter}));
    const QStringList all = voters + sites;
    for (qsizetype i = 0; i < all.size(); ++i)
        for (qsizetype j = i + 1; j < all.size(); ++j)
            if (siteOf.value(all[i]) != all[j])
                result.pairs.push_back(lossOf(topology, cluster, {all[i], all[j]}));
    result.spareVotes = std::max(0, result.total - result.majority);
    addSentences(result, topology.design());
    return result;
}

}  // namespace

std::vector<QuorumStatement> quorumStatements(const Topology& topology)
{
    std::vector<QuorumStatement> result;
    for (const GroupId& id : topology.groupsOfKind(QStringLiteral("wsfc")))
        result.push_back(statementOf(topology, id));
    return result;
}

}  // namespace redoubt

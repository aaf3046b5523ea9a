// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/votes.h"

#include <algorithm>

namespace redoubt {

namespace {

const QString wsfcKind = QStringLiteral("wsfc");

/// Votes are zero or one (catalogue d.1.4); not given: one.
int votesAt(const Topology& topology, const ElementId& id)
{
    const auto votes = topology.value(id, QStringLiteral("votes"));
    const double number = votes ? votes->number().value_or(1) : 1;
    return number >= 0 ? int(std::min(number, 1000.0)) : 0;
}

}  // namespace

int ClusterVotes::total() const
{
    int sum = 0;
    for (const Voter& voter : voters)
        sum += voter.votes;
    return sum;
}

ClusterVotes votesOf(const Topology& topology, const GroupId& cluster)
{
    ClusterVotes result;
    const Group* group = topology.design().group(cluster);
    if (!group || group->kind != wsfcKind)
        return result;
    result.exists = true;
    result.cluster = cluster;
    const QString mode = textAt(group->properties, QStringLiteral("quorum-mode"));
    const ElementId witness{textAt(group->properties, QStringLiteral("witness"))};
    if (topology.design().element(witness) && topology.text(witness, QStringLiteral("type")) != QLatin1String("none")
        && mode != QLatin1String("node-majority"))
        result.witness = witness;
    result.diskOnly = mode == QLatin1String("disk-only");
    const PropertyValue* dynamic = find(group->properties, QStringLiteral("dynamic-quorum"));
    result.dynamic = dynamic && dynamic->boolean().value_or(false);
    for (const GroupMember& member : group->members)
        result.voters.push_back({member.element, votesAt(topology, member.element), topology.isActive(member.element)});
    if (!result.witness.isEmpty())
        result.voters.push_back({result.witness, votesAt(topology, result.witness), true});
    return result;
}

GroupId clusterOf(const Topology& topology, const Group& ag)
{
    const GroupId named{textAt(ag.properties, wsfcKind)};
    if (topology.design().group(named))
        return named;
    QList<GroupId> clusters;
    for (const GroupMember& member : ag.members)
        for (const GroupId& id : topology.groupsOf(topology.machineOf(member.element)))
            if (topology.design().group(id)->kind == wsfcKind)
                clusters << id;
    return topology.firstSaid(clusters);
}

}  // namespace redoubt

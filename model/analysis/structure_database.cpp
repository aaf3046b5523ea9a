// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Databases: availability groups with quorum (catalogue d.1.4 to d.1.6), single instances, and databases that the
// drawing leaves out.
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

bool is(const PropertyRecord& fields, const char16_t* key, QLatin1String value)
{
    return textAt(fields, QString::fromUtf16(key)) == value;
}

/// Databases of `product` fail over in this group.
bool holds(const Group& group, const QString& product)
{
    const PropertyValue* databases = find(group.properties, QStringLiteral("databases"));
    const PropertyList* list = databases ? databases->list() : nullptr;
    return list && std::any_of(list->begin(), list->end(), [&](const PropertyValue& database) {
        return database.record() && textAt(*database.record(), QStringLiteral("product")) == product;
    });
}

/// Of several or none that are marked, the one on the server that people would say first.
const GroupMember* primaryOf(const Topology& topology, const Group& ag)
{
    const auto key = [&](const GroupMember& member) { return topology.machineOf(member.element).value; };
    const GroupMember* best = nullptr;
    for (const GroupMember& member : ag.members) {
        const bool marked = is(member.fields, u"role", QLatin1String("primary"));
        const bool bestMarked = best && is(best->fields, u"role", QLatin1String("primary"));
        if (!best || marked > bestMarked || (marked == bestMarked && topology.isSaidBefore(key(member), key(*best))))
            best = &member;
    }
    return best;
}

bool failsOverAutomatically(const GroupMember& member)
{
    return is(member.fields, u"mode", QLatin1String("sync")) && is(member.fields, u"failover", QLatin1String("auto"));
}

}  // namespace

// A witness that no node can reach any more has no vote.
bool Structure::canVote(const ClusterVotes::Voter& voter) const
{
    return voter.active && !isCut(m_topology.to(voter.id), {QStringLiteral("CN-08")});
}

// Static votes (the conservative reading, M6, M8): more than half of all votes, nodes and witness, are up.
FactorPtr Structure::quorum(const GroupId& cluster)
{
    const ClusterVotes votes = votesOf(m_topology, cluster);
    if (!votes.exists)
        return component(Diagram::yes, cluster.value);
    const FactorName name{QStringLiteral("Quorum"), cluster.value};
    if (votes.diskOnly)
        return allOf(m_diagram, {votes.witness.isEmpty() ? component(Diagram::no, {}) : m_components.upFactor(votes.witness)}, name);
    std::vector<WeightedFactor> parts;
    for (const ClusterVotes::Voter& voter : votes.voters)
        parts.push_back({canVote(voter) ? m_components.upFactor(voter.id) : component(Diagram::no, voter.id.value), voter.votes});
    const FactorPtr fixed = atLeast(m_diagram, parts, votes.majority(), name);
    return m_reading.dynamicQuorum && votes.dynamic ? spacedQuorum(votes) : fixed;
}

// Dynamic quorum (M8, M11). What a container takes with it is lost at once: of those losses a static majority must be
// left. Machines fail one after another, and the votes are counted anew in between: with the witness up one node carries
// on, without it two are needed, because of the last two the wrong one may be the first to go.
FactorPtr Structure::spacedQuorum(const ClusterVotes& votes)
{
    std::vector<WeightedFactor> together, nodes;
    FactorPtr witness;
    for (const ClusterVotes::Voter& voter : votes.voters) {
        const ElementId id = voter.id;
        together.push_back({canVote(voter) ? m_components.containersFactor(id) : component(Diagram::no, id.value), voter.votes});
        if (id == votes.witness)
            witness = m_components.upFactor(id);
        else if (voter.votes > 0 && canVote(voter))
            nodes.push_back({m_components.upFactor(id), 1});
    }
    const int two = nodes.size() > 1 ? 2 : 1;
    const FactorPtr several = atLeast(m_diagram, nodes, two, {QStringLiteral("Nodes left without the witness"), {}});
    std::vector<FactorPtr> ways{several};
    if (witness)
        ways.push_back(allOf(m_diagram, {witness, atLeast(m_diagram, nodes, 1, {QStringLiteral("Nodes left"), {}})},
                             {QStringLiteral("With the witness"), {}}));
    return allOf(m_diagram,
                 {atLeast(m_diagram, together, votes.majority(), {QStringLiteral("Votes after the loss of sites"), {}}),
                  anyOf(m_diagram, std::move(ways))},
                 {QStringLiteral("Dynamic quorum"), votes.cluster.value});
}

// A replica that has stopped receiving changes cannot take over by itself.
bool Structure::isReplicationCut(const GroupId& id, const GroupMember& primary, const GroupMember& member) const
{
    if (m_reading.failed.isEmpty())
        return false;
    bool cut = false;
    const QList<ElementId> a{primary.element, m_topology.machineOf(primary.element)};
    const QList<ElementId> b{member.element, m_topology.machineOf(member.element)};
    for (const Flow& flow : m_topology.flows()) {
        const bool between = (a.contains(flow.from) && b.contains(flow.to)) || (b.contains(flow.from) && a.contains(flow.to));
        if (!between || !flow.rows.contains(QStringLiteral("CN-06")))
            continue;
        const Link* link = m_topology.design().link(flow.link);
        const QString group = link ? textAt(link->properties, QStringLiteral("group")) : QString();
        if (!group.isEmpty() && group != id.value)
            continue;
        if (!m_components.isFailed(flow.link.value))
            return false;
        cut = true;
    }
    return cut;
}

Graded Structure::availabilityGroup(const GroupId& id)
{
    const Group& ag = *m_topology.design().group(id);
    const GroupMember* primary = primaryOf(m_topology, ag);
    const FactorName name{QStringLiteral("Database"), id.value};
    if (!primary)
        return Graded(allOf(m_diagram, {component(Diagram::no, id.value)}, name));
    // The listener is a name without a figure of its own (catalogue d.1.3); it can still be taken as down.
    const ElementId listenerId{textAt(ag.properties, QStringLiteral("listener"))};
    const FactorPtr listener = unlessCut(m_components.ownFactor(listenerId), {listenerId}, {QStringLiteral("CN-05")});
    const FactorPtr majority = quorum(clusterOf(m_topology, ag));
    // Replicas that carry on by themselves: the primary and its automatic partners. They never form a group of
    // interchangeable nodes for the repair time (catalogue d.2).
    std::vector<FactorPtr> automatic;
    std::vector<RepairCases> repairs;
    QList<ElementId> all;
    for (const GroupMember& member : ag.members) {
        all << member.element;
        const bool active = m_topology.isActive(m_topology.machineOf(member.element));
        const bool partner = active && failsOverAutomatically(member) && failsOverAutomatically(*primary)
            && !isReplicationCut(id, *primary, member);
        if (&member != primary && !partner)
            continue;
        automatic.push_back(m_components.upFactor(member.element));
        repairs.push_back(m_components.repair(member.element));
    }
    const FactorPtr replicas = anyOf(m_diagram, std::move(automatic), {QStringLiteral("Automatic replicas"), id.value});
    Graded result(allOf(m_diagram, {listener, majority, replicas}, name));
    const Bdd hasQuorum = m_diagram.both(listener->works, majority->works);
    const Bdd byHand = m_diagram.without(m_diagram.both(hasQuorum, anyUp(all)->works), result.automatic);
    if (byHand != Diagram::no)
        result.manual = remedies(byHand, action(ActionKind::Database, id.value), m_components.shortest(repairs));
    return result;
}

std::optional<Graded> Structure::drawnDatabase(const QString& product)
{
    std::vector<Graded> groups;
    for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("availability-group")))
        if (holds(*m_topology.design().group(id), product))
            groups.push_back(availabilityGroup(id));
    if (groups.empty())
        return standaloneDatabase(product);
    // From the deepest level upwards, as in Diagram::allOf.
    const auto level = [this](const Graded& group) { return m_diagram.node(group.automatic).level; };
    std::stable_sort(groups.begin(), groups.end(), [&](const Graded& a, const Graded& b) { return level(a) > level(b); });
    if (std::all_of(groups.begin(), groups.end(), [](const Graded& group) { return group.manual.empty(); })) {
        std::vector<FactorPtr> parts;  // at once: one by one, hundreds of groups are put together again for each
        for (auto group = groups.rbegin(); group != groups.rend(); ++group)
            parts.push_back(group->how);
        return Graded(allOf(m_diagram, std::move(parts)));
    }
    Graded result = groups.front();
    for (size_t i = 1; i < groups.size(); ++i)
        result = both(m_diagram, groups[i], result);
    return result;
}

std::optional<Graded> Structure::standaloneDatabase(const QString& product)
{
    std::vector<FactorPtr> instances;
    for (const ElementId& database : m_topology.ofKind(QStringLiteral("database")))
        if (m_topology.text(database, QStringLiteral("product")) == product)
            instances.push_back(m_components.upFactor(database));
    if (instances.empty() && product != QLatin1String("nps"))  // not drawn inside its instance: the instance that the web servers use
        for (const Flow& flow : m_topology.flows()) {
            const Element* to = m_topology.design().element(flow.to);
            const QString row = product == QLatin1String("ss") ? QStringLiteral("CN-04") : QStringLiteral("CN-35");
            if (to && to->kind == QLatin1String("sql-instance") && flow.rows.contains(row))
                instances.push_back(m_components.upFactor(flow.to));
        }
    if (instances.empty())
        return {};
    return Graded(allOf(m_diagram, std::move(instances), {QStringLiteral("Database"), {}}));
}

// The tier is left out of the drawing: its figure, if one is given, counts inside the web tier's site (S1 designs, E21).
std::optional<Graded> Structure::databaseNotDrawn()
{
    QList<GroupId> without;
    for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("ss-deployment"))) {
        const PropertyValue* modelled = find(m_topology.design().group(id)->properties, QStringLiteral("database-modelled"));
        if (modelled && !modelled->boolean().value_or(true))
            without << id;
    }
    if (without.isEmpty())
        return {};
    const GroupId id = m_topology.firstSaid(without);
    return Graded(allOf(m_diagram, {m_components.notDrawn(id)}, {QStringLiteral("Database that is not drawn"), id.value}));
}

bool Structure::isDatabaseCounted()
{
    const QString product = QStringLiteral("ss");
    const QList<GroupId>& groups = m_topology.groupsOfKind(QStringLiteral("availability-group"));
    if (std::any_of(groups.cbegin(), groups.cend(),
                    [&](const GroupId& id) { return holds(*m_topology.design().group(id), product); })
        || standaloneDatabase(product))
        return true;
    const QList<GroupId>& deployments = m_topology.groupsOfKind(QStringLiteral("ss-deployment"));
    return std::any_of(deployments.cbegin(), deployments.cend(),
                       [this](const GroupId& id) { return figureNotDrawn(m_topology, id).has_value(); });
}

std::optional<Graded> Structure::database(const QString& product)
{
    if (const auto known = m_database.constFind(product); known != m_database.cend())
        return *known;
    std::optional<Graded> result = drawnDatabase(product);
    if (!result && product == QLatin1String("ss"))
        result = databaseNotDrawn();
    m_database.insert(product, result);
    return result;
}

}  // namespace redoubt

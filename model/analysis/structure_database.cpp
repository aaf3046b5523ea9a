// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Databases: availability groups with quorum (catalogue d.1.4 to d.1.6), single instances, and databases that the
// drawing leaves out.
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

const QString wsfcKind = QStringLiteral("wsfc");

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

/// Votes are zero or one (catalogue d.1.4); not given: one.
int votesOf(const Topology& topology, const ElementId& id)
{
    const auto votes = topology.value(id, QStringLiteral("votes"));
    return votes ? int(std::clamp(votes->number().value_or(1), 0.0, 1000.0)) : 1;
}

GroupId clusterOf(const Topology& topology, const Group& ag)
{
    const GroupId named{textAt(ag.properties, wsfcKind)};
    if (topology.design().group(named))
        return named;
    for (const GroupMember& member : ag.members)
        for (const GroupId& id : topology.groupsOf(topology.machineOf(member.element)))
            if (topology.design().group(id)->kind == wsfcKind)
                return id;
    return {};
}

const GroupMember* primaryOf(const Group& ag)
{
    for (const GroupMember& member : ag.members)
        if (is(member.fields, u"role", QLatin1String("primary")))
            return &member;
    return ag.members.empty() ? nullptr : &ag.members.front();
}

bool failsOverAutomatically(const GroupMember& member)
{
    return is(member.fields, u"mode", QLatin1String("sync")) && is(member.fields, u"failover", QLatin1String("auto"));
}

}  // namespace

// Static votes (the conservative reading, M6, M8): more than half of all votes, nodes and witness, are up.
Bdd Structure::quorum(const GroupId& cluster)
{
    const Group* group = m_topology.design().group(cluster);
    if (!group)
        return Diagram::yes;
    const ElementId witness{textAt(group->properties, QStringLiteral("witness"))};
    const QString mode = textAt(group->properties, QStringLiteral("quorum-mode"));
    const bool hasWitness = m_topology.design().element(witness)
        && m_topology.text(witness, QStringLiteral("type")) != QLatin1String("none")
        && mode != QLatin1String("node-majority");
    if (mode == QLatin1String("disk-only"))
        return hasWitness ? m_components.up(witness) : Diagram::no;
    std::vector<Diagram::Vote> votes;
    for (const GroupMember& member : group->members)
        votes.push_back({m_topology.isActive(member.element) ? m_components.up(member.element) : Diagram::no,
                         votesOf(m_topology, member.element)});
    if (hasWitness)
        votes.push_back({m_components.up(witness), votesOf(m_topology, witness)});
    int total = 0;
    for (const Diagram::Vote& vote : votes)
        total += vote.weight;
    return m_diagram.atLeast(std::move(votes), total / 2 + 1);
}

Graded Structure::availabilityGroup(const GroupId& id)
{
    const Group& ag = *m_topology.design().group(id);
    const GroupMember* primary = primaryOf(ag);
    if (!primary)
        return {Diagram::no, {}};
    // The listener is a name without a figure of its own (catalogue d.1.3); it can still be taken as down.
    const Bdd listener = m_components.own({textAt(ag.properties, QStringLiteral("listener"))});
    const Bdd hasQuorum = m_diagram.both(listener, quorum(clusterOf(m_topology, ag)));
    // Replicas that carry on by themselves: the primary and its automatic partners. They never form a group of
    // interchangeable nodes for the repair time (catalogue d.2).
    std::vector<Bdd> automatic;
    std::vector<RepairCases> repairs;
    QList<ElementId> all;
    for (const GroupMember& member : ag.members) {
        all << member.element;
        const bool active = m_topology.isActive(m_topology.machineOf(member.element));
        if (&member != primary && !(active && failsOverAutomatically(member) && failsOverAutomatically(*primary)))
            continue;
        automatic.push_back(m_components.up(member.element));
        repairs.push_back(m_components.repair(member.element));
    }
    Graded result{m_diagram.both(hasQuorum, m_diagram.anyOf(std::move(automatic))), {}};
    const Bdd byHand = m_diagram.without(m_diagram.both(hasQuorum, anyUp(all)), result.automatic);
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
    Graded result = groups.front();
    for (size_t i = 1; i < groups.size(); ++i)
        result = both(m_diagram, groups[i], result);
    return result;
}

std::optional<Graded> Structure::standaloneDatabase(const QString& product)
{
    std::vector<Bdd> instances;
    for (const ElementId& database : m_topology.ofKind(QStringLiteral("database")))
        if (m_topology.text(database, QStringLiteral("product")) == product)
            instances.push_back(m_components.up(database));
    if (instances.empty() && product != QLatin1String("nps"))  // not drawn inside its instance: the instance that the web servers use
        for (const Flow& flow : m_topology.flows()) {
            const Element* to = m_topology.design().element(flow.to);
            const QString row = product == QLatin1String("ss") ? QStringLiteral("CN-04") : QStringLiteral("CN-35");
            if (to && to->kind == QLatin1String("sql-instance") && flow.rows.contains(row))
                instances.push_back(m_components.up(flow.to));
        }
    if (instances.empty())
        return {};
    return Graded{m_diagram.allOf(std::move(instances)), {}};
}

// The tier is left out of the drawing: its figure, if one is given, counts inside the web tier's site (S1 designs, E21).
std::optional<Graded> Structure::databaseNotDrawn()
{
    for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("ss-deployment"))) {
        const Group& deployment = *m_topology.design().group(id);
        const PropertyValue* modelled = find(deployment.properties, QStringLiteral("database-modelled"));
        if (!modelled || modelled->boolean().value_or(true))
            continue;
        return Graded{m_components.notDrawn(id), {}};
    }
    return {};
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

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Message brokers (catalogue d.1.7): clusters by kind of queue, the ways of engines and web servers to them.
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

GroupId Structure::brokerCluster(const ElementId& broker) const
{
    for (const GroupId& id : m_topology.groupsOf(broker))
        if (m_topology.design().group(id)->kind == QLatin1String("rabbitmq-cluster"))
            return id;
    return {};
}

// Quorum queues, and RabbitMQ 4, which has no mirrored ones (R2, R3).
bool Structure::needsMajority(const GroupId& cluster) const
{
    const Group* group = m_topology.design().group(cluster);
    if (!group)
        return false;
    if (textAt(group->properties, QStringLiteral("queue-type")) == QLatin1String("quorum"))
        return true;
    return std::any_of(group->members.begin(), group->members.end(), [this](const GroupMember& member) {
        const QString version = m_topology.text(member.element, QStringLiteral("rabbitmq-version"));
        return version.section(QLatin1Char('.'), 0, 0).toInt() >= 4;
    });
}

// A classic queue without mirrors lives on one node, and the queues of a cluster are spread over all of them: then every
// node is needed. Where nothing is said, the queues are taken as mirrored, as the published designs have them (S0, V16).
bool Structure::isMirrored(const GroupId& cluster) const
{
    const Group* group = m_topology.design().group(cluster);
    return group && !needsMajority(cluster)
        && textAt(group->properties, QStringLiteral("queue-type")) != QLatin1String("classic");
}

FactorPtr Structure::clusterUp(const ElementId& broker)
{
    const GroupId cluster = brokerCluster(broker);
    const Group* group = m_topology.design().group(cluster);
    if (!group)
        return m_components.upFactor(broker);
    if (const auto known = m_brokerCluster.constFind(cluster); known != m_brokerCluster.cend())
        return known.value();
    std::vector<WeightedFactor> nodes;
    for (const GroupMember& member : group->members)
        nodes.push_back({m_components.upFactor(member.element), 1});
    const int count = int(nodes.size());
    const int need = needsMajority(cluster) ? count / 2 + 1 : isMirrored(cluster) ? 1 : count;
    const FactorPtr result = atLeast(m_diagram, nodes, need, {QStringLiteral("Broker cluster"), cluster.value});
    m_brokerCluster.insert(cluster, result);
    return result;
}

RepairCases Structure::repairOfBroker(const ElementId& broker)
{
    const GroupId cluster = brokerCluster(broker);
    const Group* group = m_topology.design().group(cluster);
    if (!group)
        return m_components.repair(broker);
    QList<ElementId> nodes;
    double hours = m_components.machineHours(broker);
    for (const GroupMember& member : group->members) {
        nodes << member.element;
        hours = std::min(hours, m_components.machineHours(member.element));
    }
    // Mirrored nodes stand in for each other: MTTR/n when all are lost (catalogue d.2). A majority is back with one.
    return m_components.repairOfGroup(nodes, m_diagram.negated(clusterUp(broker)->works),
                                      isMirrored(cluster) ? hours / double(nodes.size()) : hours);
}

Graded Structure::brokerPath(const std::vector<Entry>& entries)
{
    return gradedPath(pathOf(QStringLiteral("rmq")), entries, [this](const ElementId& broker) {
        return allOf(m_diagram, {m_components.upFactor(broker), clusterUp(broker)});
    });
}

std::optional<Graded> Structure::engineBroker(const GroupId& site, const QList<ElementId>& engines)
{
    const GroupId connectorId{textAt(m_topology.design().group(site)->properties, QStringLiteral("connector"))};
    const Group* connector = m_topology.design().group(connectorId);
    const ElementId target{connector ? textAt(connector->properties, QStringLiteral("target")) : QString()};
    const bool known = m_topology.design().element(target) != nullptr;
    if (connector && known && textAt(connector->properties, QStringLiteral("type")) == QLatin1String("memorymq"))
        return Graded(m_components.upFactor(target));
    const PathFinder path = pathOf(QStringLiteral("rmq"));
    const std::vector<Entry> drawn = path.entries({QStringLiteral("CN-13")}, &engines);
    std::vector<Entry> entries;
    if (known && !path.nodesFrom(target).isEmpty()) {
        const auto same = std::find_if(drawn.begin(), drawn.end(), [&](const Entry& e) { return e.id == target; });
        entries.push_back({target, LinkUse::Normal, same != drawn.end() && same->severed});
        for (const Entry& entry : drawn)
            if (entry.use == LinkUse::Failover && entry.id != target)
                entries.push_back(entry);
    } else {
        entries = drawn;
    }
    if (entries.empty())
        return backboneBroker();
    return brokerPath(entries);
}

std::optional<Graded> Structure::backboneBroker()
{
    for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("ss-deployment")))
        if (const QString bus = textAt(m_topology.design().group(id)->properties, QStringLiteral("backbone-bus"));
            !bus.isEmpty() && bus != QLatin1String("rabbitmq"))
            return {};
    const PathFinder path = pathOf(QStringLiteral("rmq"));
    if (path.nodes().isEmpty())
        return {};
    std::vector<Entry> entries = path.entries({QStringLiteral("CN-09")});
    if (entries.empty())
        for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("site-connector")))
            if (const ElementId target{textAt(m_topology.design().group(id)->properties, QStringLiteral("target"))};
                !path.nodesFrom(target).isEmpty())
                entries.push_back({target});
    return brokerPath(entries.empty() ? path.outermost() : entries);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/traffic.h"

#include <algorithm>

namespace redoubt {

namespace {

/// A connection that serves a request, unlike replication and cluster traffic.
bool isCall(const Topology& topology, const Flow& flow)
{
    return std::all_of(flow.rows.cbegin(), flow.rows.cend(), [&](const QString& id) {
        const LinkRow* row = topology.catalog().row(id);
        return !row || row->meaning.isEmpty() || row->meaning == QLatin1String("flow");
    });
}

/// Where traffic starts: what opens connections, nothing connects to, and is up.
QList<ElementId> origins(Structure& structure)
{
    const Topology& topology = structure.topology();
    QSet<ElementId> targets;
    for (const Flow& flow : topology.flows())
        if (flow.use != LinkUse::Optional && isCall(topology, flow))
            targets.insert(flow.to);
    QList<ElementId> result;
    for (auto it = topology.design().elements.cbegin(); it != topology.design().elements.cend(); ++it)
        if (!topology.from(it.key()).isEmpty() && !targets.contains(it.key())
            && structure.diagram().holds(structure.components().up(it.key())))
            result << it.key();
    return result;
}

class Tracer {
public:
    Tracer(Structure& structure, bool withPeople) : m_structure(structure), m_topology(structure.topology()), m_withPeople(withPeople) {}

    [[nodiscard]] QSet<QString> links()
    {
        for (const Flow& flow : m_topology.flows())
            if (!isCall(flow) && flow.use != LinkUse::Optional && isOpen(flow) && isUp(flow.from) && isUp(flow.to))
                m_links.insert(flow.link.value);
        QList<ElementId> open = origins(m_structure);
        QSet<ElementId> reached(open.cbegin(), open.cend());
        while (!open.isEmpty()) {
            const ElementId from = open.takeFirst();
            for (const ElementId& to : follow(from))
                if (!reached.contains(to)) {
                    reached.insert(to);
                    open << to;
                }
        }
        return m_links;
    }

private:
    [[nodiscard]] bool isCall(const Flow& flow) const { return redoubt::isCall(m_topology, flow); }
    [[nodiscard]] bool isOpen(const Flow& flow) const { return !m_structure.components().isFailed(flow.link.value); }
    [[nodiscard]] bool isUp(const ElementId& id) { return m_structure.diagram().holds(m_structure.components().up(id)); }
    [[nodiscard]] bool isKind(const ElementId& id, QLatin1String kind) const
    {
        const Element* element = m_topology.design().element(id);
        return element && element->kind == kind;
    }

    /// Up, and leading to something when it only passes traffic on.
    [[nodiscard]] bool leadsOn(const ElementId& id)
    {
        if (const auto known = m_leadsOn.constFind(id); known != m_leadsOn.cend())
            return known.value();
        m_leadsOn.insert(id, false);  // a circle leads nowhere
        bool result = isUp(id) && isServed(id);
        const bool passes = isKind(id, QLatin1String("load-balancer")) || isKind(id, QLatin1String("ag-listener"));
        if (result && passes && !m_topology.from(id).isEmpty())
            result = std::any_of(m_topology.from(id).cbegin(), m_topology.from(id).cend(), [this](int index) {
                const Flow& flow = m_topology.flow(index);
                return flow.use != LinkUse::Optional && isOpen(flow) && serves(flow.to);
            });
        m_leadsOn.insert(id, result);
        return result;
    }
    /// A cold machine serves only after somebody has started it.
    [[nodiscard]] bool serves(const ElementId& id)
    {
        return (m_withPeople || m_topology.isActive(m_topology.machineOf(id))) && leadsOn(id);
    }

    [[nodiscard]] bool switchesByItself(const ElementId& from)
    {
        if (isKind(from, QLatin1String("load-balancer")))
            return true;
        const std::optional<Graded> group = groupBehind(from);
        return group && m_structure.diagram().holds(group->automatic);
    }
    /// The availability group that a listener stands for.
    [[nodiscard]] std::optional<Graded> groupBehind(const ElementId& listener)
    {
        if (isKind(listener, QLatin1String("ag-listener")))
            for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("availability-group")))
                if (textAt(m_topology.design().group(id)->properties, QStringLiteral("listener")) == listener.value)
                    return m_structure.availabilityGroup(id);
        return {};
    }
    /// A listener answers while its group is online: by itself, or brought back by people.
    [[nodiscard]] bool isServed(const ElementId& id)
    {
        const std::optional<Graded> group = groupBehind(id);
        if (!group || m_structure.diagram().holds(group->automatic))
            return true;
        return m_withPeople && quickestRemedy(m_structure.diagram(), *group, m_structure.actionHours()).has_value();
    }

    QList<ElementId> follow(const ElementId& from)
    {
        QMap<QStringList, QList<int>> byPurpose;
        for (const int index : m_topology.from(from))
            if (const Flow& flow = m_topology.flow(index); isCall(flow) && flow.use != LinkUse::Optional)
                byPurpose[flow.rows] << index;
        QList<ElementId> result;
        for (const QList<int>& flows : std::as_const(byPurpose)) {
            QList<int> carrying = usable(flows, LinkUse::Normal);
            // Where there is no other way nobody has to switch: the failover comes into use with who makes it.
            const bool isOnlyWay = std::none_of(flows.cbegin(), flows.cend(), [this](int index) {
                return m_topology.flow(index).use == LinkUse::Normal;
            });
            if (carrying.isEmpty() && (m_withPeople || isOnlyWay || switchesByItself(from)))
                carrying = usable(flows, LinkUse::Failover);
            for (const int index : carrying) {
                m_links.insert(m_topology.flow(index).link.value);
                result << m_topology.flow(index).to;
            }
        }
        return result;
    }
    QList<int> usable(const QList<int>& flows, LinkUse use)
    {
        QList<int> result;
        for (const int index : flows)
            if (const Flow& flow = m_topology.flow(index); flow.use == use && isOpen(flow) && serves(flow.to))
                result << index;
        return result;
    }

    Structure& m_structure;
    const Topology& m_topology;
    bool m_withPeople;
    QHash<ElementId, bool> m_leadsOn;
    QSet<QString> m_links;
};

QStringList sorted(const QSet<QString>& ids)
{
    QStringList result(ids.cbegin(), ids.cend());
    result.sort();
    return result;
}

}  // namespace

QSet<ElementId> reachable(Structure& structure)
{
    const Topology& topology = structure.topology();
    QList<ElementId> open = origins(structure);
    QSet<ElementId> reached(open.cbegin(), open.cend());
    while (!open.isEmpty()) {
        const ElementId from = open.takeFirst();
        for (const int index : topology.from(from)) {
            const Flow& flow = topology.flow(index);
            if (flow.use == LinkUse::Optional || !isCall(topology, flow) || reached.contains(flow.to)
                || structure.components().isFailed(flow.link.value)
                || !structure.diagram().holds(structure.components().up(flow.to)))
                continue;
            reached.insert(flow.to);
            open << flow.to;
        }
    }
    return reached;
}

Traffic trafficOf(Structure& structure)
{
    const QSet<QString> now = Tracer(structure, false).links();
    Traffic result;
    result.inUse = sorted(now);
    for (const QString& id : std::as_const(result.inUse))
        if (const Link* link = structure.topology().design().link({id}); link && link->use == LinkUse::Failover)
            result.failover << id;
    result.afterPeople = sorted(Tracer(structure, true).links() - now);
    return result;
}

}  // namespace redoubt

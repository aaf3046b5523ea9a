// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/losses.h"

#include "model/analysis/traffic.h"

namespace redoubt {

namespace {

using Why = LostThing::Why;

class Losses {
public:
    Losses(Structure& before, Structure& after) : m_before(before), m_after(after), m_topology(after.topology()) {}

    [[nodiscard]] std::vector<LostThing> all()
    {
        stopped();
        const QSet<ElementId> could = reachable(m_before), can = reachable(m_after);
        const Design& design = m_topology.design();
        std::vector<LostThing> result;
        for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
            const ElementId& id = it.key();
            const ElementKind* kind = m_topology.catalog().kind(it.value()->kind);
            if (isFailed(id) || (kind && kind->shape == Shape::Note))
                continue;
            if (!isUp(m_after, id)) {
                if (isUp(m_before, id))
                    result.push_back(withSomething(id));
            } else if (const auto cluster = m_stopped.constFind(id); cluster != m_stopped.cend()) {
                result.push_back({id.value, Why::NoMajority, cluster->value,
                                  QStringLiteral("Stopped: %1 has no majority").arg(design.displayName(cluster->value))});
            } else if (could.contains(id) && !can.contains(id)) {
                result.push_back({id.value, Why::CutOff, {}, QStringLiteral("Cut off: no way leads to it")});
            }
        }
        return result;
    }

private:
    [[nodiscard]] bool isFailed(const ElementId& id) const { return m_after.components().isFailed(id.value); }
    [[nodiscard]] static bool isUp(Structure& structure, const ElementId& id)
    {
        return structure.diagram().holds(structure.components().up(id));
    }

    /// The nearest failed machine or container that takes `id` along.
    [[nodiscard]] LostThing withSomething(const ElementId& id) const
    {
        LostThing thing{id.value, Why::Hosted, m_topology.machineOf(id).value, {}};
        if (!isFailed({thing.cause})) {
            thing.cause.clear();
            for (const ElementId& around : m_topology.ancestors(id))
                if (thing.cause.isEmpty() && isFailed(around))
                    thing.cause = around.value;
            thing.why = Why::Contained;
        }
        thing.text = thing.cause.isEmpty() ? QStringLiteral("Lost")
                                           : QStringLiteral("Lost with %1").arg(m_topology.design().displayName(thing.cause));
        return thing;
    }

    /// Members of clusters that had a majority and have none now.
    void stopped()
    {
        for (const GroupId& cluster : m_topology.groupsOfKind(QStringLiteral("wsfc")))
            if (holds(m_before, m_before.quorum(cluster)) && !holds(m_after, m_after.quorum(cluster)))
                for (const GroupMember& member : m_topology.design().group(cluster)->members) {
                    m_stopped.insert(member.element, cluster);
                    for (const ElementId& inside : m_topology.children(member.element))
                        m_stopped.insert(inside, cluster);
                }
        for (const GroupId& cluster : m_topology.groupsOfKind(QStringLiteral("rabbitmq-cluster")))
            for (const GroupMember& member : m_topology.design().group(cluster)->members)
                if (holds(m_before, m_before.clusterUp(member.element)) && !holds(m_after, m_after.clusterUp(member.element)))
                    m_stopped.insert(member.element, cluster);
    }
    [[nodiscard]] static bool holds(Structure& structure, const FactorPtr& factor)
    {
        return !factor || structure.diagram().holds(factor->works);
    }

    Structure& m_before;
    Structure& m_after;
    const Topology& m_topology;
    QHash<ElementId, GroupId> m_stopped;
};

}  // namespace

std::vector<LostThing> lossesOf(Structure& before, Structure& after)
{
    return Losses(before, after).all();
}

}  // namespace redoubt

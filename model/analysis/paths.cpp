// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/paths.h"

#include <algorithm>

namespace redoubt {

namespace {

const QString balancerKind = QStringLiteral("load-balancer");

bool isBrokerPort(const QString& port)
{
    return port.startsWith(QLatin1String("5671")) || port.startsWith(QLatin1String("5672"));
}

bool isBrokerRow(const QString& row)
{
    return row == QLatin1String("CN-09") || row == QLatin1String("CN-10") || row == QLatin1String("CN-13");
}

bool hasBrokerPart(const Flow& flow)
{
    return std::any_of(flow.ports.cbegin(), flow.ports.cend(), isBrokerPort)
        || std::any_of(flow.rows.cbegin(), flow.rows.cend(), isBrokerRow);
}

bool isBrokerOnly(const Flow& flow)
{
    return (!flow.ports.isEmpty() && std::all_of(flow.ports.cbegin(), flow.ports.cend(), isBrokerPort))
        || (!flow.rows.isEmpty() && std::all_of(flow.rows.cbegin(), flow.rows.cend(), isBrokerRow));
}

bool runsWeb(const Topology& topology, const ElementId& server)
{
    const auto services = topology.value(server, QStringLiteral("services"));
    return !services || services->textItems().contains(QStringLiteral("web"));
}

}  // namespace

PathFinder::PathFinder(const Topology& topology, Diagram& diagram, Components& components, QString product)
    : m_topology(topology), m_diagram(diagram), m_components(components), m_product(std::move(product))
{
    const QString kind = m_product == QLatin1String("ss") ? QStringLiteral("ss-web")
        : m_product == QLatin1String("pm")                ? QStringLiteral("pm-web")
        : m_product == QLatin1String("rmq")               ? QStringLiteral("rabbitmq-node")
                                                          : QStringLiteral("nps-server");
    for (const ElementId& id : topology.ofKind(kind))
        if (m_product != QLatin1String("nps") || runsWeb(topology, id))
            m_nodes << id;
    m_isNode = QSet<ElementId>(m_nodes.cbegin(), m_nodes.cend());
}

QString PathFinder::label() const
{
    return m_product == QLatin1String("ss") ? QStringLiteral("Secret Server web path")
        : m_product == QLatin1String("pm")  ? QStringLiteral("Privilege Manager web path")
        : m_product == QLatin1String("rmq") ? QStringLiteral("Broker path")
                                            : QStringLiteral("Privilege Secure web path");
}

bool PathFinder::isBalancer(const ElementId& id) const
{
    const Element* element = m_topology.design().element(id);
    return element && element->kind == balancerKind;
}

QList<ElementId> PathFinder::nodesAt(const ElementId& id) const
{
    if (m_isNode.contains(id))
        return {id};
    QList<ElementId> result;
    if (m_product == QLatin1String("rmq"))  // a link to a host on a broker port reaches the broker on it
        for (const ElementId& guest : m_topology.hosted(id))
            if (m_isNode.contains(guest))
                result << guest;
    return result;
}

bool PathFinder::carries(const Flow& flow) const
{
    if (flow.use == LinkUse::Optional)
        return false;
    if (m_product == QLatin1String("rmq"))
        return hasBrokerPart(flow);
    return !isBrokerOnly(flow);
}

QList<ElementId> PathFinder::legs(const ElementId& balancer, bool alsoSevered) const
{
    QList<ElementId> result;
    for (const int index : m_topology.from(balancer)) {
        const Flow& flow = m_topology.flow(index);
        if (!carries(flow) || result.contains(flow.to) || (!alsoSevered && m_components.isFailed(flow.link.value)))
            continue;
        // A broker listener may stand under the web product's name (A-1: one name, two ports): its ports tell.
        const bool onward = isBalancer(flow.to)
            && (m_product == QLatin1String("rmq") || m_topology.products(flow.to).contains(m_product));
        if (onward || !nodesAt(flow.to).isEmpty())
            result << flow.to;
    }
    return result;
}

std::vector<Entry> PathFinder::entries(const QStringList& rows, const QList<ElementId>* from) const
{
    std::map<ElementId, Entry> found;
    for (const Flow& flow : m_topology.flows()) {
        const bool wanted = std::any_of(flow.rows.cbegin(), flow.rows.cend(),
                                        [&](const QString& row) { return rows.contains(row); });
        if (!wanted || !carries(flow) || isBalancer(flow.from) || (from && !from->contains(flow.from)))
            continue;
        if (nodesAt(flow.to).isEmpty() && !isBalancer(flow.to))
            continue;
        const bool severed = m_components.isFailed(flow.link.value);
        Entry& entry = found.try_emplace(flow.to, Entry{flow.to, flow.use, severed}).first->second;
        if (flow.use == LinkUse::Normal && (!severed || entry.use != LinkUse::Normal))
            entry = {flow.to, LinkUse::Normal, severed};
        else if (!severed && entry.use == flow.use)
            entry.severed = false;
    }
    std::vector<Entry> result;
    for (const auto& [id, entry] : found)
        if (!isBalancer(id) || !nodesFrom(id).isEmpty())
            result.push_back(entry);
    return result;
}

std::vector<Entry> PathFinder::outermost() const
{
    QSet<ElementId> reached;
    QList<ElementId> balancers;
    for (const ElementId& id : m_topology.ofKind(balancerKind)) {
        const QList<ElementId> targets = legs(id, true);
        for (const ElementId& leg : targets)
            reached.insert(leg);
        if (!targets.isEmpty())
            balancers << id;
    }
    std::vector<Entry> result;
    for (const ElementId& id : balancers)
        if (!reached.contains(id))
            result.push_back({id});
    for (const ElementId& id : m_nodes) {
        const Element* node = m_topology.design().element(id);
        if (!reached.contains(id) && !(node && !node->host.isEmpty() && reached.contains(node->host)))
            result.push_back({id});
    }
    return result;
}

FactorPtr PathFinder::reach(const ElementId& entry, const NodeUp& nodeUp) const
{
    QSet<ElementId> onTheWay;
    return reach(entry, nodeUp, onTheWay);
}

FactorPtr PathFinder::reach(const ElementId& entry, const NodeUp& nodeUp, QSet<ElementId>& onTheWay) const
{
    std::vector<FactorPtr> ways;
    for (const ElementId& node : nodesAt(entry))
        ways.push_back(nodeUp(node));
    if (!isBalancer(entry) || onTheWay.contains(entry))
        return anyOf(m_diagram, std::move(ways));
    onTheWay.insert(entry);
    const QList<ElementId> open = legs(entry);
    for (const ElementId& leg : open)
        ways.push_back(reach(leg, nodeUp, onTheWay));
    for (const ElementId& leg : legs(entry, true))
        if (!open.contains(leg))
            ways.push_back(allOf(m_diagram, {component(Diagram::no, leg.value)}, {QStringLiteral("Connection"), leg.value}));
    onTheWay.remove(entry);
    return allOf(m_diagram, {m_components.upFactor(entry), anyOf(m_diagram, std::move(ways))},
                 {QStringLiteral("Way through"), entry.value});
}

void PathFinder::collect(const ElementId& entry, QList<ElementId>& balancers, QList<ElementId>& nodes) const
{
    for (const ElementId& node : nodesAt(entry))
        if (!nodes.contains(node))
            nodes << node;
    if (!isBalancer(entry) || balancers.contains(entry))
        return;
    balancers << entry;
    for (const ElementId& leg : legs(entry, true))  // a cut link leads where it led: people work round it from there
        collect(leg, balancers, nodes);
}

QList<ElementId> PathFinder::balancersFrom(const ElementId& entry) const
{
    QList<ElementId> balancers, nodes;
    collect(entry, balancers, nodes);
    return balancers;
}

QList<ElementId> PathFinder::nodesFrom(const ElementId& entry) const
{
    QList<ElementId> balancers, nodes;
    collect(entry, balancers, nodes);
    return nodes;
}

}  // namespace redoubt

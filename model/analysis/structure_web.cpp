// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Web paths (catalogue d.1.8, d.3): from the users through balancers to the nodes of a product.
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

QStringList userRows(const QString& product)
{
    return product == QLatin1String("ss") ? QStringList{QStringLiteral("CN-01")}
        : product == QLatin1String("pm")  ? QStringList{QStringLiteral("CN-30")}
                                          : QStringList{QStringLiteral("CN-70")};
}

QSet<ElementId> sitesOf(const Topology& topology, const QList<ElementId>& nodes)
{
    QSet<ElementId> sites;
    for (const ElementId& node : nodes)
        sites.insert(topology.siteOf(node));
    return sites;
}

/// Of the sites that clients are sent to directly, the one that counts automatically: role primary, else the one with
/// the most active nodes, else the one that people would say first.
ElementId primarySite(const Topology& topology, const QMap<ElementId, QList<ElementId>>& nodesBySite)
{
    ElementId best;
    std::pair<int, int> bestRank{-1, -1};
    for (auto it = nodesBySite.cbegin(); it != nodesBySite.cend(); ++it) {
        const bool primary = topology.text(it.key(), QStringLiteral("role")) == QLatin1String("primary");
        const auto active = std::count_if(it.value().cbegin(), it.value().cend(),
                                          [&](const ElementId& node) { return topology.isActive(node); });
        const std::pair<int, int> rank{primary ? 1 : 0, int(active)};
        if (rank > bestRank || (rank == bestRank && topology.isSaidBefore(it.key().value, best.value))) {
            bestRank = rank;
            best = it.key();
        }
    }
    return best;
}

/// How the nodes of a product reach its database.
QStringList databaseRows(const QString& product)
{
    return product == QLatin1String("ss") ? QStringList{QStringLiteral("CN-04")}
        : product == QLatin1String("pm")  ? QStringList{QStringLiteral("CN-35")}
                                          : QStringList();
}

QString workerLabel(const QString& role)
{
    return role == QLatin1String("background") ? QStringLiteral("Background workers")
        : role == QLatin1String("engine")      ? QStringLiteral("Engine workers")
                                               : QStringLiteral("Session recording workers");
}

bool isGlobal(const Topology& topology, const ElementId& id)
{
    return topology.text(id, QStringLiteral("scope")) == QLatin1String("global");
}

/// The entries that clients use without anybody's help: balancers over several sites, and whatever leads into the
/// primary site. Without a global balancer only the primary site counts (catalogue d.3, E8).
std::vector<Entry> automaticEntries(const Topology& topology, const PathFinder& path, const std::vector<Entry>& entries)
{
    std::vector<Entry> result;
    QMap<ElementId, QList<ElementId>> nodesBySite;
    std::vector<std::pair<Entry, ElementId>> local;  // with their sites
    for (const Entry& entry : entries) {
        if (entry.use != LinkUse::Normal)
            continue;
        const QList<ElementId> nodes = path.nodesFrom(entry.id);
        const QSet<ElementId> sites = sitesOf(topology, nodes);
        if (sites.size() > 1 || isGlobal(topology, entry.id)) {
            result.push_back(entry);
        } else if (!sites.isEmpty()) {
            nodesBySite[*sites.cbegin()] << nodes;
            local.emplace_back(entry, *sites.cbegin());
        }
    }
    const ElementId primary = primarySite(topology, nodesBySite);
    for (const auto& [entry, site] : local)
        if (site == primary)
            result.push_back(entry);
    return result;
}

}  // namespace

std::vector<Entry> Structure::entriesByHand(const PathFinder& path, const std::vector<Entry>& entries) const
{
    std::vector<Entry> result = entries;
    QSet<ElementId> covered;
    for (const Entry& entry : entries)
        for (const ElementId& node : path.nodesFrom(entry.id))
            covered.insert(node);
    // Nodes that no client is drawn to: with a change of DNS they serve too (catalogue d.3: "the others are manual").
    for (const Entry& entry : path.outermost())
        for (const ElementId& node : path.nodesFrom(entry.id))
            if (!covered.contains(node)) {
                result.push_back({entry.id, LinkUse::Failover});
                break;
            }
    return result;
}

FactorPtr Structure::reachOver(const PathFinder& path, const std::vector<Entry>& entries,
                               const PathFinder::NodeUp& nodeUp)
{
    std::vector<FactorPtr> ways;
    for (const Entry& entry : entries)
        ways.push_back(entry.severed ? allOf(m_diagram, {component(Diagram::no, entry.id.value)}, {QStringLiteral("Connection"), entry.id.value})
                                     : path.reach(entry.id, nodeUp));
    return anyOf(m_diagram, std::move(ways));
}

RepairCases Structure::repairOfPath(const PathFinder& path, const std::vector<Entry>& entries)
{
    std::vector<RepairCases> parts;
    QSet<ElementId> balancers;
    QMap<ElementId, QList<ElementId>> nodesBySite;
    for (const Entry& entry : entries) {
        for (const ElementId& balancer : path.balancersFrom(entry.id))
            if (!balancers.contains(balancer)) {
                balancers.insert(balancer);
                parts.push_back(m_components.repair(balancer));
            }
        for (const ElementId& node : path.nodesFrom(entry.id))
            if (QList<ElementId>& nodes = nodesBySite[m_topology.siteOf(node)];
                m_topology.isActive(node) && !nodes.contains(node))
                nodes << node;
    }
    const bool brokers = path.product() == QLatin1String("rmq");
    for (const QList<ElementId>& nodes : std::as_const(nodesBySite)) {
        if (!brokers) {
            parts.push_back(m_components.repairOfAll(nodes));
            continue;
        }
        for (const ElementId& node : nodes)
            parts.push_back(repairOfBroker(node));
    }
    return m_components.shortest(parts);
}

Graded Structure::gradedPath(const PathFinder& path, const std::vector<Entry>& entries,
                             const PathFinder::NodeUp& nodeUp)
{
    const std::vector<Entry> automatic = automaticEntries(m_topology, path, entries);
    const FactorPtr ways = reachOver(path, automatic, [&](const ElementId& node) {
        return m_topology.isActive(node) ? nodeUp(node) : FactorPtr();
    });
    Graded result(allOf(m_diagram, {ways}, {path.label()}));
    const Bdd byHand = m_diagram.without(reachOver(path, entriesByHand(path, entries), nodeUp)->works, result.automatic);
    if (byHand != Diagram::no)
        result.manual = remedies(byHand, action(ActionKind::Site), repairOfPath(path, automatic));
    return result;
}

PathFinder Structure::pathOf(const QString& product)
{
    return PathFinder(m_topology, m_diagram, m_components, product);
}

std::vector<Entry> Structure::userEntries(const PathFinder& path) const
{
    std::vector<Entry> entries = path.entries(userRows(path.product()));
    if (entries.empty() && path.product() == QLatin1String("pm"))  // agents only
        entries = path.entries({QStringLiteral("CN-31"), QStringLiteral("CN-32")});
    return entries.empty() ? path.outermost() : entries;
}

std::optional<Graded> Structure::webPath(const QString& product)
{
    if (const auto known = m_webPath.constFind(product); known != m_webPath.cend())
        return *known;
    const PathFinder path = pathOf(product);
    std::optional<Graded> result;
    if (!path.nodes().isEmpty())
        result = gradedPath(path, userEntries(path), [&](const ElementId& node) { return connected(node, databaseRows(product)); });
    m_webPath.insert(product, result);
    return result;
}

std::optional<Graded> Structure::workers(const QStringList& roles)
{
    Graded result;
    for (const QString& role : roles) {
        QList<ElementId> active, all;
        for (const ElementId& node : m_topology.ofKind(QStringLiteral("ss-web"))) {
            const auto given = m_topology.value(node, QStringLiteral("roles"));
            if (given && !given->textItems().contains(role))
                continue;
            all << node;
            if (m_topology.isActive(node))
                active << node;
        }
        if (all.isEmpty())
            return {};
        const QStringList rows = databaseRows(QStringLiteral("ss"));
        Graded one(anyUp(active, {workerLabel(role)}, rows));
        const Bdd byHand = m_diagram.without(anyUp(all, {}, rows)->works, one.automatic);
        QMap<ElementId, QList<ElementId>> bySite;
        for (const ElementId& node : active)
            bySite[m_topology.siteOf(node)] << node;
        std::vector<RepairCases> parts;
        for (const QList<ElementId>& nodes : std::as_const(bySite))
            parts.push_back(m_components.repairOfAll(nodes));
        if (byHand != Diagram::no)
            one.manual = remedies(byHand, action(ActionKind::Site), m_components.shortest(parts));
        result = both(m_diagram, result, one);
    }
    return result;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/components.h"

#include <algorithm>
#include <tuple>

namespace redoubt {

namespace {

// Where kinds stand in the order of variables inside their site: what the others depend on first.
int kindRank(const QString& kind)
{
    static const QStringList ranks{
        QStringLiteral("load-balancer"), QStringLiteral("reverse-proxy"), QStringLiteral("ss-web"),
        QStringLiteral("rabbitmq-node"), QStringLiteral("pm-web"),        QStringLiteral("nps-server"),
        QStringLiteral("nps-node"),      QStringLiteral("nps-database"),  QStringLiteral("sql-server"),
        QStringLiteral("witness"),       QStringLiteral("recording-share"), QStringLiteral("distributed-engine")};
    const qsizetype rank = ranks.indexOf(kind);
    return rank < 0 ? int(ranks.size()) : int(rank);
}

bool isContainer(const Topology& topology, const QString& kindId)
{
    const ElementKind* kind = topology.catalog().kind(kindId);
    return kind && kind->container;
}

}  // namespace

Components::Components(const Topology& topology, Diagram& diagram, const QSet<QString>& failed)
    : m_topology(topology), m_diagram(diagram), m_failed(failed)
{
    order();
}

// One site after the other, containers before what they hold, a guest beside its host: then the diagram has to carry
// only a site's outcome (path up, votes so far) from one site to the next, and its size stays linear in the sites.
void Components::order()
{
    struct Keyed {
        std::tuple<QString, int, int, QString, int, QString> key;
        ElementId id;
        Figure figure;
    };
    std::vector<Keyed> keyed;
    const auto& elements = m_topology.design().elements;
    keyed.reserve(size_t(elements.size()));
    for (auto it = elements.cbegin(); it != elements.cend(); ++it) {
        const ElementId& id = it.key();
        const Figure figure = figureOf(m_topology, id);
        if (!figure.counts)
            continue;
        const bool container = isContainer(m_topology, it.value()->kind);
        const ElementKind* kind = m_topology.catalog().kind(it.value()->kind);
        const ElementId site = kind && kind->site ? id : m_topology.siteOf(id);
        const ElementId machine = m_topology.machineOf(id);
        const Element* machineElement = m_topology.design().element(machine);
        const int rank = kindRank(machineElement ? machineElement->kind : it.value()->kind);
        keyed.push_back({{site.value, container ? 0 : 1, container ? int(m_topology.ancestors(id).size()) : rank,
                          machine.value, machine == id ? 0 : 1, id.value}, id, figure});
    }
    const auto deployments = m_topology.groupsOfKind(QStringLiteral("ss-deployment"));
    for (const GroupId& id : deployments)
        if (const auto figure = figureNotDrawn(m_topology, id))
            keyed.push_back({{siteOfDeployment(m_topology, id).value, 1, kindRank(QStringLiteral("sql-server")),
                              id.value, 0, id.value}, {id.value}, *figure});
    std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
    for (const Keyed& part : keyed) {
        m_level.insert(part.id, int(m_order.size()));
        m_order.push_back(part.id);
        m_figures.push_back(part.figure);
    }
}

FactorPtr Components::notDrawn(const GroupId& deployment)
{
    if (!figureNotDrawn(m_topology, deployment))
        return component(Diagram::yes, deployment.value);
    const ElementId site = siteOfDeployment(m_topology, deployment);
    const FactorPtr database = ownFactor({deployment.value});
    return site.isEmpty() ? database : allOf(m_diagram, {database, upFactor(site)});
}

Bdd Components::own(const ElementId& id) const
{
    if (m_failed.contains(id.value))
        return Diagram::no;
    const auto level = m_level.constFind(id);
    return level == m_level.cend() ? Diagram::yes : m_diagram.variable(level.value());
}

FactorPtr Components::ownFactor(const ElementId& id) const
{
    return component(own(id), id.value);
}

std::optional<int> Components::levelOf(const QString& id) const
{
    const auto level = m_level.constFind(ElementId{id});
    return level == m_level.cend() ? std::nullopt : std::optional(level.value());
}

FactorPtr Components::upFactor(const ElementId& id)
{
    if (const auto known = m_up.constFind(id); known != m_up.cend())
        return known.value();
    const Element* element = m_topology.design().element(id);
    if (!element)
        return component(Diagram::no, id.value);
    std::vector<FactorPtr> parts{ownFactor(id)};
    for (const ElementId& ancestor : m_topology.ancestors(id))
        if (m_level.contains(ancestor) || m_failed.contains(ancestor.value))
            parts.push_back(upInPlace(ancestor));
    m_up.insert(id, allOf(m_diagram, parts, {{}, id.value}));  // already there when a host leads back to its guest
    if (!element->host.isEmpty() && element->host != id)
        parts.push_back(upFactor(element->host));
    const FactorPtr result = parts.size() == 1 ? parts.front() : allOf(m_diagram, parts, {{}, id.value});
    m_up.insert(id, result);
    return result;
}

FactorPtr Components::containersFactor(const ElementId& id)
{
    std::vector<FactorPtr> parts;
    for (const ElementId& ancestor : m_topology.ancestors(id))
        parts.push_back(upInPlace(ancestor));
    return allOf(m_diagram, std::move(parts));
}

FactorPtr Components::upInPlace(const ElementId& container)
{
    FactorPtr& known = m_own[container];  // one factor for each: parts of one series are told apart by it
    if (!known)
        known = ownFactor(container);
    return known;
}

RepairCases Components::repairBy(const QList<ElementId>& blockers, Bdd rest, double restHours)
{
    RepairCases cases;
    Bdd open = Diagram::yes;
    for (auto blocker = blockers.crbegin(); blocker != blockers.crend(); ++blocker) {  // outermost first
        const Bdd isUp = own(*blocker);
        cases.push_back({figureOf(m_topology, *blocker).mttrHours, m_diagram.without(open, isUp)});
        open = m_diagram.both(open, isUp);
    }
    cases.push_back({restHours, m_diagram.both(open, rest)});
    std::erase_if(cases, [](const RepairCase& c) { return c.when == Diagram::no; });
    return cases;
}

RepairCases Components::repair(const ElementId& id)
{
    const Element* element = m_topology.design().element(id);
    const bool hosted = element && !element->host.isEmpty() && m_topology.design().element(element->host);
    const double ownHours = figureOf(m_topology, id).mttrHours;
    if (!hosted)
        return repairBy(m_topology.ancestors(id), m_diagram.negated(own(id)), ownHours);
    const double hostHours = figureOf(m_topology, element->host).mttrHours;
    const Bdd guest = m_diagram.negated(own(id));
    const Bdd host = m_diagram.negated(own(element->host));
    return shortest({repairBy(m_topology.ancestors(id), guest, ownHours),
                     repairBy(m_topology.ancestors(id), host, hostHours)});
}

double Components::machineHours(const ElementId& node) const
{
    const Element* element = m_topology.design().element(node);
    const bool guest = element && !element->host.isEmpty() && !figureOf(m_topology, node).counts;
    return figureOf(m_topology, guest ? element->host : node).mttrHours;
}

RepairCases Components::repairOfAll(const QList<ElementId>& nodes)
{
    if (nodes.isEmpty())
        return {};
    if (nodes.size() == 1)
        return repair(nodes.front());
    double hours = machineHours(nodes.front());
    std::vector<Bdd> down;
    for (const ElementId& node : nodes) {
        hours = std::min(hours, machineHours(node));
        down.push_back(m_diagram.negated(up(node)));
    }
    return repairOfGroup(nodes, m_diagram.allOf(std::move(down)), hours / double(nodes.size()));
}

RepairCases Components::repairOfGroup(const QList<ElementId>& nodes, Bdd lost, double hours)
{
    if (nodes.isEmpty())
        return {};
    QList<ElementId> shared = m_topology.ancestors(nodes.front());
    for (const ElementId& node : nodes) {
        const QList<ElementId> around = m_topology.ancestors(node);
        shared.removeIf([&](const ElementId& id) { return !around.contains(id); });
    }
    return repairBy(shared, lost, hours);
}

RepairCases Components::shortest(const std::vector<RepairCases>& parts)
{
    RepairCases all;
    for (const RepairCases& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    std::stable_sort(all.begin(), all.end(), [](const RepairCase& a, const RepairCase& b) { return a.hours < b.hours; });
    RepairCases result;
    Bdd taken = Diagram::no;
    for (const RepairCase& c : all) {
        const Bdd fresh = m_diagram.without(c.when, taken);
        taken = m_diagram.either(taken, c.when);
        if (fresh == Diagram::no)
            continue;
        if (!result.empty() && result.back().hours == c.hours)
            result.back().when = m_diagram.either(result.back().when, fresh);
        else
            result.push_back({c.hours, fresh});
    }
    return result;
}

std::vector<long double> Components::probabilities() const
{
    std::vector<long double> result;
    for (const Figure& figure : m_figures)
        result.push_back(static_cast<long double>(figure.availability));
    return result;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Netwrix Privilege Secure: console, sessions and password changes by segment (catalogue d.3).
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

const QString product = QStringLiteral("nps");
const QString serverKind = QStringLiteral("nps-server");

/// The application server that an embedded database runs in; empty for one of its own.
ElementId serverOf(const Topology& topology, const ElementId& database)
{
    const ElementId machine = topology.machineOf(database);
    for (const ElementId& id : QList<ElementId>{machine} + topology.ancestors(database))
        if (const Element* element = topology.design().element(id); element && element->kind == serverKind)
            return id;
    return {};
}

QString modeOf(const Topology& topology)
{
    const auto modeAt = [&](const GroupId& id) { return textAt(topology.design().group(id)->properties, QStringLiteral("ha-mode")); };
    QList<GroupId> given = topology.groupsOfKind(QStringLiteral("nps-deployment"));
    given.removeIf([&](const GroupId& id) { return modeAt(id).isEmpty(); });
    return given.isEmpty() ? QString() : modeAt(topology.firstSaid(given));
}

}  // namespace

bool Structure::runs(const ElementId& host, const QString& service) const
{
    const auto services = m_topology.value(host, QStringLiteral("services"));
    const Element* element = m_topology.design().element(host);
    if (!services)  // not given: an application server runs everything, a remote host what it is linked for
        return element && element->kind == serverKind;
    return services->textItems().contains(service);
}

QList<ElementId> Structure::hostsOf(const QString& service) const
{
    QList<ElementId> result;
    for (const ElementId& id : m_topology.ofKind(serverKind) + m_topology.ofKind(QStringLiteral("nps-node")))
        if (m_topology.isActive(id) && runs(id, service))
            result << id;
    return result;
}

// One writes; the others take over after an administrator has run the tool (S4, N8, E26).
Graded Structure::embeddedDatabases(const QList<ElementId>& databases)
{
    QList<ElementId> marked = databases;
    marked.removeIf([this](const ElementId& id) {
        const ElementId server = serverOf(m_topology, id);
        return m_topology.text(server.isEmpty() ? id : server, QStringLiteral("role")) != QLatin1String("primary");
    });
    const ElementId primary = m_topology.firstSaid(marked.isEmpty() ? databases : marked);
    Graded result(allOf(m_diagram, {m_components.upFactor(primary)}, {QStringLiteral("Database"), primary.value}));
    const Bdd byHand = m_diagram.without(anyUp(databases)->works, result.automatic);
    if (byHand != Diagram::no)
        result.manual = remedies(byHand, action(ActionKind::PrivilegeSecure), m_components.repair(primary));
    return result;
}

std::optional<Graded> Structure::databaseOfPrivilegeSecure()
{
    QList<ElementId> embedded, external;
    for (const ElementId& id : m_topology.ofKind(QStringLiteral("nps-database")))
        (serverOf(m_topology, id).isEmpty() ? external : embedded) << id;
    if (!external.isEmpty())
        return Graded(anyUp(external, {QStringLiteral("Database"), {}}));
    if (!embedded.isEmpty())
        return embeddedDatabases(embedded);
    if (const auto sql = database(product))
        return sql;
    // Not drawn: a single server and an active-passive pair carry their database inside (S4).
    const QList<ElementId>& servers = m_topology.ofKind(serverKind);
    const QString mode = modeOf(m_topology);
    if (!servers.isEmpty() && (servers.size() == 1 || mode == QLatin1String("active-passive"))
        && mode != QLatin1String("cloud-native") && mode != QLatin1String("active-active"))
        return embeddedDatabases(servers);
    return {};
}

QMap<QString, QList<ElementId>> Structure::segments(const QString& service, const QString& row) const
{
    QMap<QString, QList<ElementId>> result;
    const QList<ElementId> hosts = hostsOf(service);
    for (const ElementId& resources : m_topology.ofKind(QStringLiteral("managed-resource"))) {
        const QString own = m_topology.text(resources, QStringLiteral("segment"));
        const ElementId site = m_topology.siteOf(resources);
        QList<ElementId>& members = result[!own.isEmpty() ? own : !site.isEmpty() ? site.value : resources.value];
        for (const int index : m_topology.to(resources)) {
            const Flow& flow = m_topology.flow(index);
            if (flow.rows.contains(row) && hosts.contains(flow.from) && !members.contains(flow.from)
                && !m_components.isFailed(flow.link.value))
                members << flow.from;
        }
    }
    return result;
}

// A remote host takes its orders from the application servers that it is linked to (CN-75).
FactorPtr Structure::onTheMesh(const ElementId& host)
{
    QList<ElementId> servers;
    for (const int index : m_topology.from(host))
        if (const Flow& flow = m_topology.flow(index);
            flow.rows.contains(QStringLiteral("CN-75")) && !m_components.isFailed(flow.link.value))
            servers << flow.to;
    const FactorPtr own = m_components.upFactor(host);
    return servers.isEmpty() ? own : allOf(m_diagram, {own, anyUp(servers, {QStringLiteral("Application servers of"), host.value})});
}

// Only a vault whose availability somebody entered counts (catalogue d.3).
FactorPtr Structure::enteredVaults()
{
    std::vector<FactorPtr> vaults;
    for (const ElementId& id : m_topology.ofKind(QStringLiteral("third-party-vault")))
        if (figureOf(m_topology, id).given || m_components.isFailed(id.value))
            vaults.push_back(m_components.upFactor(id));
    return allOf(m_diagram, std::move(vaults));
}

void Structure::privilegeSecure(Services& services)
{
    const auto web = webPath(product);
    const auto data = databaseOfPrivilegeSecure();
    if (!web || !data)
        return;
    const Graded console = both(m_diagram, *web, *data);
    services.push_back({QStringLiteral("nps-console"), QStringLiteral("Privilege Secure console"), console, {}});

    const FactorPtr vaults = enteredVaults();
    const auto proxies = segments(QStringLiteral("proxy"), QStringLiteral("CN-72"));
    for (auto it = proxies.cbegin(); it != proxies.cend(); ++it)
        if (!it.value().isEmpty())
            services.push_back({QStringLiteral("nps-sessions@") + it.key(),
                                QStringLiteral("Privilege Secure sessions, %1").arg(m_topology.design().displayName(it.key())),
                                both(m_diagram, console, Graded(allOf(m_diagram, {anyUp(it.value(), {QStringLiteral("Proxies"), {}}), vaults}))), {}});

    const QList<ElementId> schedulers = hostsOf(QStringLiteral("scheduler"));
    const auto actionHosts = segments(QStringLiteral("action"), QStringLiteral("CN-73"));
    for (auto it = actionHosts.cbegin(); it != actionHosts.cend() && !schedulers.isEmpty(); ++it) {
        if (it.value().isEmpty())
            continue;
        std::vector<FactorPtr> ways;
        for (const ElementId& host : it.value())
            ways.push_back(onTheMesh(host));
        const FactorPtr work = allOf(m_diagram, {anyUp(schedulers, {QStringLiteral("Schedulers"), {}}),
                                                 anyOf(m_diagram, std::move(ways), {QStringLiteral("Action services"), {}})});
        services.push_back({QStringLiteral("nps-password-change@") + it.key(),
                            QStringLiteral("Privilege Secure password changes, %1").arg(m_topology.design().displayName(it.key())),
                            both(m_diagram, console, Graded(work)), {}});
    }
}

}  // namespace redoubt

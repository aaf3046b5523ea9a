// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Secret Server: sign-in, rotation through engines, session recording (catalogue d.3).
#include "model/analysis/structure.h"

#include <algorithm>
#include <tuple>

namespace redoubt {

namespace {

const QString secretServer = QStringLiteral("ss");

/// Of several deployments the one that needs most: a share, else the database.
QString recordingMode(const Topology& topology)
{
    static const QStringList modes{QStringLiteral("off"), QStringLiteral("database"), QStringLiteral("share")};
    qsizetype most = -1;
    for (const GroupId& id : topology.groupsOfKind(QStringLiteral("ss-deployment")))
        most = std::max(most, modes.indexOf(textAt(topology.design().group(id)->properties, QStringLiteral("session-recording"))));
    return most < 0 ? QString() : modes[most];
}

QList<ElementId> membersOfKind(const Topology& topology, const GroupId& group, const QString& kind)
{
    QList<ElementId> result;
    for (const GroupMember& member : topology.design().group(group)->members)
        if (const Element* element = topology.design().element(member.element); element && element->kind == kind)
            result << member.element;
    return result;
}

}  // namespace

std::optional<Graded> Structure::signIn()
{
    const auto web = webPath(secretServer);
    const auto data = database(secretServer);
    return web && data ? std::optional(both(m_diagram, *web, *data)) : std::nullopt;
}

void Structure::secretServerSignIn(Services& services)
{
    const auto need = signIn();
    if (!need)
        return;
    Service service{QStringLiteral("ss-login"), QStringLiteral("Secret Server sign-in"), *need, {}};
    if (!isDatabaseCounted())
        service.notes << QStringLiteral("The database is left out of the drawing and has no figure: it is not counted.");
    services.push_back(std::move(service));
}

std::optional<Graded> Structure::secretServerWork(const QStringList& roles)
{
    const auto login = signIn();
    const auto work = workers(roles);
    return login && work ? std::optional(both(m_diagram, *login, *work)) : std::nullopt;
}

std::optional<Service> Structure::rotation(const GroupId& site)
{
    const Group& group = *m_topology.design().group(site);
    const QList<ElementId> members = membersOfKind(m_topology, site, QStringLiteral("distributed-engine"));
    QList<ElementId> engines;
    for (const ElementId& engine : members)
        if (m_topology.isActive(engine))
            engines << engine;
    const PropertyValue* local = find(group.properties, QStringLiteral("is-local"));
    const bool byWebServers = members.isEmpty() && local && local->boolean().value_or(false);
    if ((members.isEmpty() && !byWebServers)
        || std::any_of(members.cbegin(), members.cend(), [this](const ElementId& e) { return servesCloud(e); }))
        return {};
    const auto work = secretServerWork({QStringLiteral("background"), QStringLiteral("engine")});
    if (!work)
        return {};
    Service service{QStringLiteral("rotation@") + site.value,
                    QStringLiteral("Rotation, %1").arg(m_topology.design().displayName(site.value)), *work, {}};
    if (const auto broker = byWebServers ? backboneBroker() : engineBroker(site, engines))
        service.need = both(m_diagram, service.need, *broker);
    else
        service.notes << QStringLiteral("No message broker is drawn: it is not in the figure.");
    std::vector<FactorPtr> rest;
    if (!byWebServers)
        rest.push_back(anyUp(engines, {QStringLiteral("Engines"), site.value}, {QStringLiteral("CN-15")}));
    for (const ElementId& endpoints : membersOfKind(m_topology, site, QStringLiteral("managed-endpoint")))
        rest.push_back(m_components.upFactor(endpoints));  // it is their site that counts
    service.need = both(m_diagram, service.need, Graded(allOf(m_diagram, std::move(rest))));
    return service;
}

void Structure::rotations(Services& services)
{
    for (const GroupId& site : m_topology.groupsOfKind(QStringLiteral("de-site")))
        if (auto service = rotation(site))
            services.push_back(std::move(*service));
}

// The share of the active site: the first site, primary before the others, whose web servers can be reached. A failure
// of that share is mended by hand with the other share or the database, which is up whenever the rest is: so the manual
// case needs no second share (E19: 1 h of the share's 8 h).
Graded Structure::recordingShares()
{
    const PathFinder path = pathOf(secretServer);
    const std::vector<Entry> entries = entriesByHand(path, userEntries(path));
    std::map<std::tuple<bool, QString, ElementId>, QList<ElementId>> sites;  // primary first, then as people say them
    for (const ElementId& node : path.nodes()) {
        const ElementId site = m_topology.siteOf(node);
        const bool primary = m_topology.text(site, QStringLiteral("role")) == QLatin1String("primary");
        sites[{!primary, m_topology.design().displayName(site.value), site}] << node;
    }
    std::vector<Remedy> byHand;
    std::vector<FactorPtr> ways;
    Bdd open = Diagram::yes;  // no earlier site is the active one
    for (const auto& entry : sites) {
        const ElementId site = std::get<ElementId>(entry.first);
        const auto& nodes = entry.second;
        const Bdd here = reachOver(path, entries, [&](const ElementId& node) {
            return nodes.contains(node) ? m_components.upFactor(node) : FactorPtr();
        })->works;
        const Bdd active = m_diagram.both(open, here);
        open = m_diagram.without(open, here);
        QList<ElementId> shares, elsewhere;
        for (const ElementId& share : m_topology.ofKind(QStringLiteral("recording-share")))
            (m_topology.siteOf(share) == site ? shares : elsewhere) << share;
        if (shares.isEmpty())
            shares = elsewhere;
        const FactorPtr kept = unlessCut(anyUp(shares, {QStringLiteral("Recording server"), {}}), nodes, {QStringLiteral("CN-19")},
                                         shares.isEmpty() ? ElementId() : shares.front());
        ways.push_back(allOf(m_diagram, {condition(active, {QStringLiteral("The active site"), site.value}), kept},
                             {QStringLiteral("Recordings while this site is the active one"), site.value}));
        const Bdd lost = m_diagram.without(active, kept->works);
        if (lost != Diagram::no && !shares.isEmpty())
            for (Remedy& remedy : remedies(lost, action(ActionKind::Share), m_components.repairOfAll(shares)))
                byHand.push_back(std::move(remedy));
    }
    Graded result(anyOf(m_diagram, std::move(ways), {QStringLiteral("Recordings"), {}}));
    result.manual = std::move(byHand);
    return result;
}

void Structure::recording(Services& services)
{
    const QString mode = recordingMode(m_topology);
    if (mode.isEmpty() || mode == QLatin1String("off"))
        return;
    const auto work = secretServerWork({QStringLiteral("background"), QStringLiteral("session-recording")});
    if (!work)
        return;
    Service service{QStringLiteral("session-recording"), QStringLiteral("Session recording"), *work, {}};
    if (const auto broker = backboneBroker())
        service.need = both(m_diagram, service.need, *broker);
    if (mode == QLatin1String("share") && !m_topology.ofKind(QStringLiteral("recording-share")).isEmpty())
        service.need = both(m_diagram, service.need, recordingShares());
    else if (mode == QLatin1String("share"))
        service.notes << QStringLiteral("No recording file server is drawn: it is not in the figure.");
    services.push_back(std::move(service));
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Privilege Manager: console and agents (catalogue d.3).
#include "model/analysis/structure.h"

namespace redoubt {

namespace {

bool signsInThroughSecretServer(const Topology& topology)
{
    for (const GroupId& id : topology.groupsOfKind(QStringLiteral("pm-deployment")))
        if (textAt(topology.design().group(id)->properties, QStringLiteral("auth")) == QLatin1String("ss"))
            return true;
    return false;
}

}  // namespace

// Every population of endpoints needs a way in: through a reverse proxy, a service bus, or straight to the balancer.
Graded Structure::agentWay()
{
    std::vector<FactorPtr> populations;
    const QList<ElementId> relays = m_topology.ofKind(QStringLiteral("reverse-proxy"))
        + m_topology.ofKind(QStringLiteral("azure-service-bus"));
    for (const ElementId& endpoints : m_topology.ofKind(QStringLiteral("pm-endpoint"))) {
        std::vector<FactorPtr> ways;
        bool drawn = false;
        for (const int index : m_topology.from(endpoints)) {
            const Flow& flow = m_topology.flow(index);
            if (!flow.rows.contains(QStringLiteral("CN-31")) || flow.use == LinkUse::Optional)
                continue;
            drawn = true;
            if (!m_components.isFailed(flow.link.value))
                ways.push_back(relays.contains(flow.to) ? connected(flow.to, {QStringLiteral("CN-32")}) : component(Diagram::yes, {}));
        }
        if (!drawn)
            ways.push_back(relays.isEmpty() ? component(Diagram::yes, {}) : anyUp(relays));
        populations.push_back(anyOf(m_diagram, std::move(ways), {QStringLiteral("Way of the agents"), endpoints.value}));
    }
    return Graded(allOf(m_diagram, std::move(populations)));
}

void Structure::privilegeManager(Services& services)
{
    const auto web = webPath(QStringLiteral("pm"));
    const auto data = database(QStringLiteral("pm"));
    if (!web || !data)
        return;
    const Graded server = both(m_diagram, *web, *data);
    Service console{QStringLiteral("pm-console"), QStringLiteral("Privilege Manager console"), server, {}};
    if (signsInThroughSecretServer(m_topology)) {
        if (const auto login = signIn())
            console.need = both(m_diagram, server, *login);
        else
            console.notes << QStringLiteral("Sign-in through Secret Server is not in the figure: it is not drawn in full.");
    }
    services.push_back(std::move(console));
    if (m_topology.ofKind(QStringLiteral("pm-endpoint")).isEmpty())
        return;
    services.push_back({QStringLiteral("pm-agents"), QStringLiteral("Privilege Manager agents"),
                        both(m_diagram, server, agentWay()),
                        {QStringLiteral("Policies already on an endpoint go on working (assumption); this is the update service.")}});
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Secret Server Cloud, and credential retrieval from DevOps Secrets Vault in an outage (catalogue d.3).
#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

const QString boundaryKind = QStringLiteral("ssc-boundary");

bool hasFeature(const Topology& topology, const QString& feature)
{
    for (const GroupId& id : topology.groupsOfKind(QStringLiteral("ssc-tenant")))
        if (const PropertyValue* features =
                find(topology.design().group(id)->properties, QStringLiteral("features"));
            features && features->textItems().contains(feature))
            return true;
    return false;
}

}  // namespace

// An engine serves the cloud when it connects to the firewall or a bus of Secret Server Cloud (catalogue c, wording).
bool Structure::servesCloud(const ElementId& engine) const
{
    const QList<int>& flows = m_topology.from(engine);
    return std::any_of(flows.cbegin(), flows.cend(), [this](int index) {
        const Element* to = m_topology.design().element(m_topology.flow(index).to);
        return to
            && (to->kind == QLatin1String("waf") || to->kind == QLatin1String("ssc-customer-bus")
                || to->kind == QLatin1String("ssc-engine-response-bus"));
    });
}

// One figure for the whole service, its firewall included (catalogue d.1.2): that of the boundary.
std::optional<FactorPtr> Structure::cloudService()
{
    const QList<ElementId>& boundaries = m_topology.ofKind(boundaryKind);
    if (boundaries.isEmpty())
        return {};
    std::vector<FactorPtr> parts{m_components.upFactor(m_topology.firstSaid(boundaries))};
    for (const char16_t* kind : {u"waf", u"ssc-frontend"})
        for (const ElementId& id : m_topology.ofKind(QString::fromUtf16(kind)))
            if (m_components.isFailed(id.value))
                parts.push_back(component(Diagram::no, id.value));
    return allOf(m_diagram, std::move(parts), {QStringLiteral("Secret Server Cloud"), {}});
}

void Structure::cloud(Services& services)
{
    const auto service = cloudService();
    if (!service)
        return;
    QList<ElementId> drawn, engines;
    for (const ElementId& engine : m_topology.ofKind(QStringLiteral("distributed-engine")))
        if (servesCloud(engine)) {
            drawn << engine;
            if (m_topology.isActive(engine))
                engines << engine;
        }
    // Who signs in goes through the firewall; the way there and from it may be failed by itself.
    const QList<ElementId> people = m_topology.ofKind(QStringLiteral("user-ssc")) + m_topology.ofKind(QStringLiteral("user-end"));
    const FactorPtr entered = unlessCut(unlessCut(*service, people, {QStringLiteral("CN-50")}), m_topology.ofKind(QStringLiteral("waf")),
                                        {QStringLiteral("CN-51")});
    Service login{QStringLiteral("ssc-login"), QStringLiteral("Secret Server Cloud sign-in"), Graded(entered), {}};
    if (hasFeature(m_topology, QStringLiteral("ad-auth"))) {
        if (drawn.isEmpty())
            login.notes << QStringLiteral("No engine is drawn: accounts of the directory cannot sign in.");
        else
            login.need = Graded(allOf(m_diagram, {entered, anyUp(engines, {QStringLiteral("Engines"), {}})}));
    }
    services.push_back(std::move(login));
    if (!drawn.isEmpty())
        services.push_back({QStringLiteral("ssc-rotation"), QStringLiteral("Secret Server Cloud rotation"),
                            Graded(allOf(m_diagram, {*service, anyUp(engines, {QStringLiteral("Engines"), {}})})), {}});
}

std::optional<Graded> Structure::syncSource(const ElementId& tenant)
{
    std::optional<Graded> result;
    for (const int index : m_topology.to(tenant)) {
        const Flow& flow = m_topology.flow(index);
        if (!flow.rows.contains(QStringLiteral("CN-40")))
            continue;
        const Element* from = m_topology.design().element(flow.from);
        std::optional<Graded> source;
        if (from && from->kind == QLatin1String("ssc-frontend")) {
            if (const auto service = cloudService())
                source = Graded(*service);
        } else {
            source = signIn();
        }
        if (source)
            result = result ? either(m_diagram, *result, *source) : *source;
    }
    return result;
}

// The tenant is not a child of its region: its own figure already includes the standby region (catalogue d.1.2, K1).
std::optional<Service> Structure::retrieval(const ElementId& tenant)
{
    const FactorPtr vaultUp = m_components.ownFactor(tenant);
    const auto source = syncSource(tenant);
    std::vector<FactorPtr> ways;
    bool drawn = false;
    for (const int index : m_topology.to(tenant)) {
        const Flow& flow = m_topology.flow(index);
        const bool direct = flow.rows.contains(QStringLiteral("CN-43"));
        if (!direct && !flow.rows.contains(QStringLiteral("CN-42")))
            continue;
        drawn = true;
        if (m_components.isFailed(flow.link.value) || !m_topology.isActive(flow.from))
            continue;
        ways.push_back(direct ? component(Diagram::yes, flow.from.value) : m_components.upFactor(flow.from));
    }
    if (!source && !drawn)
        return {};
    Graded need(allOf(m_diagram, {vaultUp, anyOf(m_diagram, std::move(ways), {QStringLiteral("Ways to the vault"), {}})},
                      {QStringLiteral("Copy in the vault"), tenant.value}));
    if (source)
        need = either(m_diagram, *source, need);
    return Service{QStringLiteral("credential-retrieval@") + tenant.value,
                   QStringLiteral("Credential retrieval, %1").arg(m_topology.design().displayName(tenant.value)), need,
                   {QStringLiteral("Mapped secrets only; the copy in the vault may be older by the synchronisation interval.")}};
}

void Structure::vault(Services& services)
{
    for (const ElementId& tenant : m_topology.ofKind(QStringLiteral("dsv-tenant"))) {
        const auto active = m_topology.value(tenant, QStringLiteral("active"));
        if (active && !active->boolean().value_or(true))
            continue;
        // Only mapped secrets can be read from a vault: one to which nothing is mapped serves nobody (catalogue d.3).
        const auto mapped = m_topology.value(tenant, QStringLiteral("mapped"));
        if (mapped && mapped->list() && mapped->list()->empty())
            continue;
        if (auto service = retrieval(tenant))
            services.push_back(std::move(*service));
    }
}

}  // namespace redoubt

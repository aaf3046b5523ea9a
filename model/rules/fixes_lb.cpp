// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixactions.h"

// Parts of the fixes of the area LB.

namespace redoubt {

namespace {

struct Tier {
    const char* product;
    const char* kind;
    const char* port;
    QStringList callers;  ///< rows by which users, agents and servers call a node
};
const Tier tiers[] = {
    {"ss", "ss-web", "443/tcp", {QStringLiteral("CN-01"), QStringLiteral("CN-12"), QStringLiteral("CN-22")}},
    {"pm", "pm-web", "443/tcp", {QStringLiteral("CN-30"), QStringLiteral("CN-31"), QStringLiteral("CN-32")}},
    {"nps", "nps-server", "443/tcp", {}},
    {"rmq", "rabbitmq-node", "5671/tcp", {QStringLiteral("CN-09"), QStringLiteral("CN-13")}},
};

QString nameOf(const FixDraft& draft, const ElementId& id) { return draft.design().displayName(id.value); }

/// Kinds of what the listeners of the balancer lead to, in their order; of all tiers when it has none.
QStringList kindsBehind(FixDraft& draft, const ElementId& balancer)
{
    const QStringList products = draft.facts().topology().products(balancer);
    QStringList result;
    for (const QString& product : products)
        for (const Tier& tier : tiers)
            if (product == QLatin1String(tier.product))
                result << QLatin1String(tier.kind);
    if (products.isEmpty())
        for (const Tier& tier : tiers)
            result << QLatin1String(tier.kind);
    return result;
}

/// What a balancer without connections leads to: the active nodes of its tier in its site; a global one to the local
/// balancers. One that has nothing to balance goes.
void connectTargets(FixDraft& draft, const ElementId& balancer)
{
    const ElementId site = draft.facts().siteOf(balancer);
    QStringList kinds = kindsBehind(draft, balancer);
    kinds.prepend(QStringLiteral("load-balancer"));
    QStringList joined;
    for (const QString& kind : std::as_const(kinds)) {
        for (const ElementId& id : QList<ElementId>(draft.facts().topology().ofKind(kind))) {
            const bool here = site.isEmpty() || draft.facts().siteOf(id) == site;
            if (here && id != balancer && draft.facts().topology().isActive(id) && draft.connect(balancer, id))
                joined << nameOf(draft, id);
        }
        // Without listeners it is a balancer of one tier, the first that stands in its site.
        if (!joined.isEmpty() && draft.facts().topology().products(balancer).isEmpty())
            break;
    }
    if (joined.isEmpty()) {
        draft.words = QStringLiteral("Remove %1, which has nothing to balance here").arg(nameOf(draft, balancer));
        draft.remove({balancer.value});
    } else {
        draft.words = QStringLiteral("Connect %1 to %2").arg(nameOf(draft, balancer), joined.join(QStringLiteral(", ")));
    }
}

/// Of several web tiers behind one name and port the one stays that the listeners name first.
bool balanceOneTier(FixDraft& draft, const QStringList& things)
{
    const ElementId balancer{things.value(0)};
    if (draft.facts().topology().from(balancer).isEmpty()) {
        connectTargets(draft, balancer);
        return true;
    }
    static const QStringList web{QStringLiteral("ss-web"), QStringLiteral("pm-web"), QStringLiteral("nps-server")};
    QStringList present;
    std::vector<Flow> flows;
    for (const int index : draft.facts().topology().from(balancer)) {
        flows.push_back(draft.facts().topology().flow(index));
        present << draft.facts().kindOf(flows.back().to.value);
    }
    QString kept;
    for (const QString& kind : kindsBehind(draft, balancer) + web)
        if (kept.isEmpty() && web.contains(kind) && present.contains(kind))
            kept = kind;
    for (const Flow& flow : flows)
        if (const QString kind = draft.facts().kindOf(flow.to.value); web.contains(kind) && kind != kept)
            draft.removeFlow(flow);
    const ElementKind* kind = draft.catalog().kind(kept);
    draft.words = QStringLiteral("Leave %1 to the %2 alone").arg(nameOf(draft, balancer), kind ? kind->plural : kept);
    return true;
}

/// The local balancer of a site that leads to the tier, or carries its product alone.
ElementId balancerFor(FixDraft& draft, const ElementId& site, const Tier& tier)
{
    for (const ElementId& id : QList<ElementId>(draft.facts().inSite(site))) {
        const bool local = draft.facts().kindOf(id.value) == QLatin1String("load-balancer")
            && draft.facts().topology().text(id, QStringLiteral("scope")) != QLatin1String("global");
        if (local && draft.facts().topology().products(id).contains(QLatin1String(tier.product)))
            return id;
    }
    return {};
}

bool setUp(FixDraft& draft, const ElementId& balancer, const Tier& tier)
{
    PropertyRecord listener{{QStringLiteral("ports"), PropertyValue::texts({QLatin1String(tier.port)})},
                            {QStringLiteral("product"), QString::fromLatin1(tier.product)}};
    Element element = *draft.design().element(balancer);
    element.properties.insert_or_assign(QStringLiteral("listeners"), PropertyList{PropertyValue(std::move(listener))});
    Patch patch;
    patch.set(balancer, std::move(element));
    draft.apply(patch);
    const bool broker = qstrcmp(tier.product, "rmq") == 0;
    return draft.set(balancer.value, "scope", QStringLiteral("local"))
        && (broker ? draft.set(balancer.value, "amqp-layer", 4)
                    && draft.set(balancer.value, "amqp-distribution", QStringLiteral("priority"))
                   : draft.set(balancer.value, "sticky", true));
}

/// One link to the layer when the nodes are all of their kind in it, else one to each.
bool connectNodes(FixDraft& draft, const ElementId& balancer, const QStringList& nodes)
{
    const Element first = *draft.design().element({nodes.front()});
    const auto isIn = [&](const QString& id) { return draft.design().element({id})->in == first.in; };
    int alike = 0;
    for (const ElementId& id : draft.facts().topology().children(first.in))
        alike += draft.facts().kindOf(id.value) == first.kind;
    bool called = false;
    for (const int index : draft.facts().topology().from(balancer))
        called = called || nodes.contains(draft.facts().topology().flow(index).to.value);
    const bool whole = nodes.size() > 1 && alike == nodes.size() && std::all_of(nodes.cbegin(), nodes.cend(), isIn)
        && draft.facts().kindOf(first.in.value) == QLatin1String("layer");
    if (whole && !called)
        return draft.connect(balancer, first.in).has_value();
    return std::all_of(nodes.cbegin(), nodes.cend(),
                       [&](const QString& node) { return draft.connect(balancer, {node}).has_value(); });
}

/// Puts a local balancer before nodes of one tier in one site, if there is none, and lets those who call a node of the
/// tier there call it.
bool balance(FixDraft& draft, const QStringList& nodes)
{
    const QString kind = draft.facts().kindOf(nodes.value(0));
    const auto tier = std::find_if(std::begin(tiers), std::end(tiers),
                                   [&kind](const Tier& each) { return kind == QLatin1String(each.kind); });
    if (tier == std::end(tiers))
        return false;
    const ElementId site = draft.facts().siteOf({nodes.front()});
    ElementId balancer = balancerFor(draft, site, *tier);
    if (balancer.isEmpty()) {
        balancer = draft.add(QStringLiteral("load-balancer"), {nodes.front()});
        if (balancer.isEmpty() || !setUp(draft, balancer, *tier))
            return false;
    }
    std::vector<Flow> calls;
    for (const ElementId& id : QList<ElementId>(draft.facts().inSite(site)))
        if (draft.facts().kindOf(id.value) == kind)
            for (const int index : draft.facts().topology().to(id)) {
                const Flow& flow = draft.facts().topology().flow(index);
                const bool called = std::any_of(flow.rows.cbegin(), flow.rows.cend(),
                                                [&](const QString& row) { return tier->callers.contains(row); });
                if (called && flow.from != balancer)
                    calls.push_back(flow);
            }
    if (!connectNodes(draft, balancer, nodes))
        return false;
    for (const Flow& flow : calls)
        if (!draft.redirect(flow, flow.from, balancer))
            return false;
    return true;
}

}  // namespace

const FixActions& lbFixes()
{
    static const FixActions table{
        {"balance", balance},
        {"balance-one-tier", balanceOneTier},
    };
    return table;
}

}  // namespace redoubt

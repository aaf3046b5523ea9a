// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixfronts.h"

#include "model/rules/fixactions.h"

namespace redoubt {

namespace {

const QString balancerKind = QStringLiteral("load-balancer");

QString nodeKind(const QString& product)
{
    return product == QLatin1String("rmq") ? QStringLiteral("rabbitmq-node") : product + QStringLiteral("-web");
}

/// Brokers without TLS listen on 5672: a call that ends at the balancer is made on that port.
void matchBrokerPort(FixDraft& draft, const ElementId& caller, const LinkId& id)
{
    const QString kind = nodeKind(QStringLiteral("rmq"));
    const Link* link = draft.design().link(id);
    if (!link || !link->ports.isEmpty() || reachesKind(draft, caller, kind))
        return;
    Link plain = *link;
    plain.ports = QStringList{QStringLiteral("5672/tcp")};
    Patch patch;
    patch.set(id, std::move(plain));
    FixDraft trial = draft;
    trial.apply(patch);
    if (reachesKind(trial, caller, kind))
        draft.apply(patch);
}

}  // namespace

bool reachesKind(FixDraft& draft, const ElementId& from, const QString& kind)
{
    const QList<ElementId>& reached = draft.facts().reached(from);
    return std::any_of(reached.cbegin(), reached.cend(),
                       [&](const ElementId& id) { return draft.facts().kindOf(id.value) == kind; });
}

ElementId frontOf(FixDraft& draft, const QString& product, const ElementId& caller)
{
    const Topology& topology = draft.facts().topology();
    const ElementId here = draft.facts().siteOf(caller);
    ElementId best;
    int least = 0;
    const auto offer = [&](const ElementId& id, int rank) {
        if (id != caller && (best.isEmpty() || rank < least)) {
            best = id;
            least = rank;
        }
    };
    const auto distance = [&](const ElementId& id) {
        const ElementId site = draft.facts().siteOf(id);
        const bool primary = topology.text(site, QStringLiteral("role")) == QLatin1String("primary");
        return site == here ? 0 : primary ? 1 : 2;
    };
    for (const ElementId& id : topology.ofKind(balancerKind)) {
        const bool global = topology.text(id, QStringLiteral("scope")) == QLatin1String("global");
        if (topology.products(id).contains(product) && reachesKind(draft, id, nodeKind(product)))
            offer(id, global ? 0 : 1 + distance(id));
    }
    for (const ElementId& id : topology.ofKind(nodeKind(product)))
        offer(id, (topology.isActive(id) ? 4 : 7) + distance(id));
    return best;
}

bool callFront(FixDraft& draft, const ElementId& caller, const QString& product, const QString& row)
{
    const ElementId front = frontOf(draft, product, caller);
    const std::optional<LinkId> link = front.isEmpty() ? std::nullopt : draft.connect(caller, front, row);
    if (!link)
        return false;
    if (product == QLatin1String("rmq"))
        matchBrokerPort(draft, caller, *link);
    if (draft.facts().kindOf(front.value) == balancerKind)
        return true;
    QStringList peers;
    for (const ElementId& id : draft.facts().inSite(draft.facts().siteOf(front)))
        if (draft.facts().kindOf(id.value) == nodeKind(product) && draft.facts().topology().isActive(id))
            peers << id.value;
    return peers.size() < 2 || balanceNodes(draft, peers);
}

bool balanceNodes(FixDraft& draft, const QStringList& nodes)
{
    const FixAction* balance = findFixAction(QStringLiteral("balance"));
    Q_ASSERT(balance);
    return balance->run(draft, nodes);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/rules/fixactions.h"
#include "model/rules/fixfronts.h"

#include <QRegularExpression>

// Parts of the fixes of the area RMQ.

namespace redoubt {

namespace {

const QString brokerKind = QStringLiteral("rabbitmq-node");
const QString connectorKind = QStringLiteral("site-connector");

bool isBrokerRow(const QString& row)
{
    return row == QLatin1String("CN-09") || row == QLatin1String("CN-10") || row == QLatin1String("CN-13");
}

/// A link keeps the rows that still join something, and goes when none does.
void dropRows(FixDraft& draft, const LinkId& id, const QStringList& rows)
{
    const Link* found = draft.design().link(id);
    if (!found)
        return;
    Link link = *found;
    for (const QString& row : rows) {
        const QList<Flow>& flows = draft.facts().topology().flows();
        const bool used = std::any_of(flows.cbegin(), flows.cend(),
                                      [&](const Flow& flow) { return flow.link == id && flow.rows.contains(row); });
        if (used)
            continue;
        link.rows.removeAll(row);
        if (isBrokerRow(row))
            link.ports = link.ports.filter(QRegularExpression(QStringLiteral("^(?!567[12]/tcp)")));
    }
    if (link.rows.isEmpty()) {
        draft.remove({id.value});
        return;
    }
    Patch patch;
    patch.set(id, std::move(link));
    draft.apply(patch);
}

/// What runs on another machine gets one of its own in the same site and keeps its connections.
bool ownServer(FixDraft& draft, const QStringList& things)
{
    for (const QString& thing : things) {
        const ElementId id{thing};
        const Element* element = draft.design().element(id);
        if (!element || element->host.isEmpty())
            return false;
        std::vector<std::pair<Flow, Link>> calls;
        for (const Flow& flow : draft.facts().topology().flows())
            if (flow.from == id || flow.to == id)
                calls.emplace_back(flow, *draft.design().link(flow.link));
        if (!draft.move(id, draft.facts().siteOf(id)))
            return false;
        for (const auto& [flow, link] : calls)
            if (!draft.connect(flow.from, flow.to, flow.rows, link))
                return false;
        for (const auto& [flow, link] : calls)
            dropRows(draft, flow.link, flow.rows);
    }
    return !things.isEmpty();
}

/// A cluster of three brokers in the site of the first node, when the design has no broker at all, called by the nodes.
bool giveBrokers(FixDraft& draft, const QStringList& nodes)
{
    if (!draft.facts().topology().ofKind(brokerKind).isEmpty())
        return true;
    QStringList brokers;
    for (QString near = nodes.value(0); brokers.size() < 3; near = brokers.back()) {
        const ElementId id = draft.add(brokerKind, {near}, draft.facts().siteOf({near}));
        if (id.isEmpty() || !draft.set(id.value, "os", QStringLiteral("windows")))
            return false;
        brokers << id.value;
    }
    draft.apply(edits::makeGroup(draft.design(), draft.catalog(), QStringLiteral("rabbitmq-cluster"), brokers).patch);
    for (const QString& a : std::as_const(brokers))
        for (const QString& b : std::as_const(brokers))
            if (!draft.connect({a}, {b}, QStringLiteral("CN-11")))
                return false;
    if (!balanceNodes(draft, brokers))
        return false;
    return std::all_of(nodes.cbegin(), nodes.cend(), [&draft](const QString& node) {
        return callFront(draft, {node}, QStringLiteral("rmq"), QStringLiteral("CN-09"));
    });
}

/// Web nodes call the broker by its name.
bool callBroker(FixDraft& draft, const QStringList& nodes)
{
    if (!giveBrokers(draft, nodes))
        return false;
    return std::all_of(nodes.cbegin(), nodes.cend(), [&draft](const QString& node) {
        return callFront(draft, {node}, QStringLiteral("rmq"), QStringLiteral("CN-09"));
    });
}

QString freeName(const FixDraft& draft, const QString& stem)
{
    QStringList taken;
    for (const auto& group : draft.design().groups)
        taken << group->name;
    QString name = stem;
    for (int n = 2; taken.contains(name); ++n)
        name = QStringLiteral("%1 %2").arg(stem).arg(n);
    return name;
}

GroupId addConnector(FixDraft& draft, const QString& stem, PropertyRecord properties)
{
    Group group;
    group.kind = connectorKind;
    group.name = freeName(draft, stem);
    group.properties = std::move(properties);
    const GroupId id{draft.design().freeId(QStringLiteral("connector"))};
    Patch patch;
    patch.set(id, std::move(group));
    draft.apply(patch);
    return id;
}

bool isMemory(const Group& connector)
{
    return textAt(connector.properties, QStringLiteral("type")) == QLatin1String("memorymq");
}

/// How many engine sites a connector may serve (vendor's limits).
int limitOf(const Group& connector) { return isMemory(connector) ? 100 : 200; }

/// The engine sites of a crowded connector are spread over as many like it as they need.
bool splitConnector(FixDraft& draft, const QStringList& things)
{
    const QString id = things.value(0);
    const Group* found = draft.design().group({id});
    if (!found)
        return false;
    const Group original = *found;
    const QStringList homes = draft.facts().referring(QStringLiteral("connector"), id);
    const int share = limitOf(original);
    for (int first = share; first < homes.size(); first += share) {
        PropertyRecord properties = original.properties;
        // MemoryMQ runs once on a machine.
        if (isMemory(original) && properties.contains(QStringLiteral("target"))) {
            properties.erase(QStringLiteral("target"));
            for (const ElementId& web : draft.facts().topology().ofKind(QStringLiteral("ss-web")))
                if (draft.facts().referring(QStringLiteral("target"), web.value).isEmpty())
                    properties.insert_or_assign(QStringLiteral("target"), web.value);
        }
        const GroupId other = addConnector(draft, original.name.isEmpty() ? QStringLiteral("Site connector") : original.name,
                                           std::move(properties));
        for (const QString& home : homes.mid(first, share))
            if (!draft.set(home, "connector", draft.facts().thing(other.value)))
                return false;
    }
    return true;
}

/// The connector that an engine site can take: one whose broker its engines reach, else the first with room.
QString connectorFor(FixDraft& draft, const Group& home)
{
    QSet<ElementId> reached;
    for (const GroupMember& member : home.members)
        for (const ElementId& id : draft.facts().reached(member.element))
            reached << id;
    QString any;
    for (const GroupId& id : draft.facts().topology().groupsOfKind(connectorKind)) {
        const Group& connector = *draft.design().group(id);
        if (draft.facts().referring(QStringLiteral("connector"), id.value).size() >= limitOf(connector))
            continue;
        if (reached.contains({textAt(connector.properties, QStringLiteral("target"))}))
            return id.value;
        if (any.isEmpty())
            any = id.value;
    }
    return any;
}

/// A connector to the broker's name; without brokers to the bus that every Secret Server brings along.
QString newConnector(FixDraft& draft, const ElementId& engine)
{
    PropertyRecord properties{{QStringLiteral("type"), QStringLiteral("rabbitmq")},
                              {QStringLiteral("port"), 5671},
                              {QStringLiteral("tls"), true}};
    ElementId target = frontOf(draft, QStringLiteral("rmq"), engine);
    if (target.isEmpty()) {
        properties[QStringLiteral("type")] = QStringLiteral("memorymq");
        properties[QStringLiteral("port")] = 8671;
        for (const ElementId& web : draft.facts().topology().ofKind(QStringLiteral("ss-web")))
            if (target.isEmpty() && draft.facts().topology().isActive(web))
                target = web;
    }
    if (target.isEmpty())
        return {};
    properties.insert_or_assign(QStringLiteral("target"), target.value);
    return addConnector(draft, QStringLiteral("Site connector"), std::move(properties)).value;
}

/// Each engine site gets a connector, one that is there or a new one.
bool giveConnector(FixDraft& draft, const QStringList& homes)
{
    for (const QString& id : homes) {
        const Group* home = draft.design().group({id});
        if (!home || home->members.empty())
            return false;
        const ElementId engine = home->members.front().element;
        QString connector = connectorFor(draft, *home);
        if (connector.isEmpty())
            connector = newConnector(draft, engine);
        if (connector.isEmpty() || !draft.set(id, "connector", draft.facts().thing(connector)))
            return false;
    }
    return true;
}

bool isGlobal(FixDraft& draft, const ElementId& id)
{
    return draft.facts().topology().text(id, QStringLiteral("scope")) == QLatin1String("global");
}

/// A balancer of the broker in each of the sites: one that is there, else a new one.
QList<ElementId> brokerBalancers(FixDraft& draft, const QStringList& sites)
{
    QList<ElementId> result;
    for (const QString& site : sites) {
        QStringList brokers;
        for (const ElementId& id : draft.facts().inSite({site}))
            if (draft.facts().kindOf(id.value) == brokerKind)
                brokers << id.value;
        if (brokers.isEmpty() || !balanceNodes(draft, brokers))
            return {};
        for (const ElementId& id : draft.facts().inSite({site}))
            if (draft.facts().kindOf(id.value) == QLatin1String("load-balancer") && !isGlobal(draft, id)
                && draft.facts().topology().products(id).contains(QStringLiteral("rmq"))) {
                result << id;
                break;
            }
    }
    return result;
}

ElementId addGlobal(FixDraft& draft, const ElementId& near)
{
    const ElementId global = draft.add(QStringLiteral("load-balancer"), near, ElementId());
    if (global.isEmpty())
        return {};
    PropertyRecord listener{{QStringLiteral("ports"), PropertyValue::texts({QStringLiteral("5671/tcp")})},
                            {QStringLiteral("product"), QStringLiteral("rmq")}};
    Element element = *draft.design().element(global);
    element.properties.insert_or_assign(QStringLiteral("listeners"), PropertyList{PropertyValue(std::move(listener))});
    element.properties.insert_or_assign(QStringLiteral("scope"), QStringLiteral("global"));
    element.properties.insert_or_assign(QStringLiteral("distribution"), QStringLiteral("priority"));
    element.properties.insert_or_assign(QStringLiteral("amqp-layer"), 4);
    element.properties.insert_or_assign(QStringLiteral("amqp-distribution"), QStringLiteral("priority"));
    Patch patch;
    patch.set(global, std::move(element));
    draft.apply(patch);
    return global;
}

/// A global balancer above those of the sites that gives them the broker's name, the primary site first; callers and
/// connectors use it.
bool globalBroker(FixDraft& draft, const QStringList& sites)
{
    const QList<ElementId> locals = brokerBalancers(draft, sites);
    const ElementId global = locals.size() == sites.size() ? addGlobal(draft, locals.front()) : ElementId();
    if (global.isEmpty())
        return false;
    std::vector<Flow> calls;
    for (const Flow& flow : draft.facts().topology().flows())
        if (locals.contains(flow.to) && std::any_of(flow.rows.cbegin(), flow.rows.cend(), isBrokerRow))
            calls.push_back(flow);
    const auto isPrimary = [&draft](const QString& site) {
        return draft.facts().topology().text({site}, QStringLiteral("role")) == QLatin1String("primary");
    };
    const auto first = std::find_if(sites.cbegin(), sites.cend(), isPrimary);
    const qsizetype home = first == sites.cend() ? 0 : first - sites.cbegin();
    for (qsizetype i = 0; i < locals.size(); ++i) {
        Link leg;
        leg.use = i == home ? LinkUse::Normal : LinkUse::Failover;
        if (!draft.connect(global, locals[i], QStringList{QStringLiteral("CN-02")}, leg))
            return false;
    }
    for (const Flow& flow : calls)
        if (!draft.redirect(flow, flow.from, global))
            return false;
    for (const GroupId& id : QList<GroupId>(draft.facts().topology().groupsOfKind(connectorKind))) {
        const ElementId target{textAt(draft.design().group(id)->properties, QStringLiteral("target"))};
        const bool broker = draft.facts().kindOf(target.value) == brokerKind || locals.contains(target);
        if (broker && !draft.set(id.value, "target", draft.facts().thing(global.value)))
            return false;
    }
    return true;
}

}  // namespace

const FixActions& rmqFixes()
{
    static const FixActions table{
        {"own-server", ownServer},       {"give-brokers", giveBrokers},     {"call-broker", callBroker},
        {"split-connector", splitConnector}, {"give-connector", giveConnector}, {"global-broker", globalBroker},
    };
    return table;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/facts.h"

// What connects to what, through balancers and listeners (domain catalogue c, Wording).

namespace redoubt {

namespace {

template <class Map>
const typename Map::mapped_type& listAt(const Map& map, const typename Map::key_type& key)
{
    static const typename Map::mapped_type none;
    const auto it = map.constFind(key);
    return it == map.cend() ? none : it.value();
}

const QString balancer = QStringLiteral("load-balancer");
const QString listener = QStringLiteral("ag-listener");

QStringList common(const QStringList& a, const QStringList& b)
{
    QStringList result;
    for (const QString& port : a)
        if (b.contains(port))
            result << port;
    return result;
}

bool carriesBroker(const QStringList& ports)
{
    return ports.contains(QStringLiteral("5671/tcp")) || ports.contains(QStringLiteral("5672/tcp"));
}

/// A place on the way and the ports that lead there; none when the row defines none.
struct Stop {
    ElementId id;
    QStringList ports;
};

}  // namespace

void Facts::follow(const ElementId& from, QList<ElementId>& result)
{
    QList<Stop> open;
    QSet<ElementId> seen{from};
    const auto add = [&](const ElementId& id) {
        if (!seen.contains(id)) {
            seen.insert(id);
            result << id;
        }
    };
    const auto arrive = [&](const ElementId& id, const QStringList& ports) {
        const bool isNew = !seen.contains(id);
        const QString kind = kindOf(id.value);
        add(id);
        if (carriesBroker(ports))
            for (const ElementId& hosted : m_topology.hosted(id))
                if (kindOf(hosted.value) == QLatin1String("rabbitmq-node"))
                    add(hosted);
        if (kind == QLatin1String("sql-server"))
            for (const ElementId& instance : instancesOf(id))
                if (const auto port = m_topology.value(instance, QStringLiteral("port")))
                    if (ports.contains(QStringLiteral("%1/tcp").arg(port->number().value_or(0), 0, 'f', 0)))
                        add(instance);
        if (kind == listener)
            for (const QString& group : referring(QStringLiteral("listener"), id.value))
                for (const GroupMember& member : design().group({group})->members) {
                    add(member.element);
                    if (const ElementId server = serverOf(member.element); !server.isEmpty())
                        add(server);
                }
        // A balancer may be passed once for the web and once for the broker.
        if (kind == balancer ? (isNew || !ports.isEmpty()) : (kind == listener && isNew))
            open.append({id, ports});
    };
    for (const int index : m_topology.from(from))
        arrive(m_topology.flow(index).to, m_topology.flow(index).ports);
    for (int steps = 0; !open.isEmpty() && steps < 64; ++steps) {
        const Stop stop = open.takeFirst();
        const bool translates = kindOf(stop.id.value) == listener;
        for (const int index : m_topology.from(stop.id)) {
            const Flow& flow = m_topology.flow(index);
            const QStringList ports = translates || stop.ports.isEmpty() || flow.ports.isEmpty()
                ? flow.ports
                : common(stop.ports, flow.ports);
            if (!ports.isEmpty() || flow.ports.isEmpty())
                arrive(flow.to, ports);
        }
    }
}

const QList<ElementId>& Facts::reached(const ElementId& id)
{
    const auto it = m_reached.constFind(id);
    if (it != m_reached.cend())
        return it.value();
    QList<ElementId> result;
    follow(id, result);
    std::sort(result.begin(), result.end());
    return m_reached.insert(id, result).value();
}

const Fact& Facts::reachedThings(const ElementId& id)
{
    const auto it = m_reachedThings.constFind(id);
    return it != m_reachedThings.cend() ? it.value() : m_reachedThings.insert(id, things(reached(id))).value();
}

void Facts::indexReaching()
{
    m_reachingIndexed = true;
    for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
        for (const ElementId& target : QList<ElementId>(reached(it.key())))
            m_reachedBy[target] << it.key();
}

const QList<ElementId>& Facts::reachedBy(const ElementId& id)
{
    if (!m_reachingIndexed)
        indexReaching();
    return listAt(m_reachedBy, id);
}

void Facts::indexStores()
{
    m_storesIndexed = true;
    for (const QString& kind : {QStringLiteral("ss-web"), QStringLiteral("pm-web")}) {
        const QString product = kind.left(2);
        for (const ElementId& web : m_topology.ofKind(kind)) {
            QSet<QString> stores;
            const auto addInstance = [&](const ElementId& instance) {
                bool inGroup = false;
                for (const GroupId& group : m_topology.groupsOf(instance)) {
                    if (kindOf(group.value) != QLatin1String("availability-group"))
                        continue;
                    const QStringList products = groupProducts(group);
                    if (products.isEmpty() || products.contains(product)) {
                        stores << group.value;
                        inGroup = true;
                    }
                }
                if (!inGroup)
                    stores << instance.value;
            };
            for (const int index : m_topology.from(web)) {
                const ElementId to = m_topology.flow(index).to;
                const QString target = kindOf(to.value);
                if (target == listener)
                    for (const QString& group : referring(QStringLiteral("listener"), to.value))
                        stores << group;
                else if (target == QLatin1String("sql-instance"))
                    addInstance(to);
                else if (target == QLatin1String("sql-server"))
                    for (const ElementId& instance : instancesOf(to))
                        if (reached(web).contains(instance))
                            addInstance(instance);
            }
            QStringList sorted(stores.cbegin(), stores.cend());
            sorted.sort();
            m_stores.insert(web, sorted);
            for (const QString& store : sorted)
                m_clients[store] << web;
        }
    }
}

const QStringList& Facts::storesOf(const ElementId& web)
{
    if (!m_storesIndexed)
        indexStores();
    return listAt(m_stores, web);
}

const QList<ElementId>& Facts::clientsOf(const QString& store)
{
    if (!m_storesIndexed)
        indexStores();
    return listAt(m_clients, store);
}

}  // namespace redoubt

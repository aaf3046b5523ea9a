// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/checks.h"

// Rules about databases, cluster traffic and balancers that follow more than one path at a time.

namespace redoubt {

namespace {

/// Flows between two elements, in either direction, by the unordered pair.
class Between {
public:
    explicit Between(const Topology& topology)
    {
        for (const Flow& flow : topology.flows()) {
            Entry& entry = m_flows[key(flow.from, flow.to)];
            entry.rows << flow.rows;
            entry.ports << flow.ports;
        }
    }

    [[nodiscard]] bool hasRow(const ElementId& a, const ElementId& b, const char* row) const
    {
        const auto it = m_flows.constFind(key(a, b));
        return it != m_flows.cend() && it->rows.contains(QLatin1String(row));
    }
    [[nodiscard]] bool hasPorts(const ElementId& a, const ElementId& b, const QStringList& ports) const
    {
        const auto it = m_flows.constFind(key(a, b));
        return it != m_flows.cend()
            && std::all_of(ports.cbegin(), ports.cend(), [&](const QString& port) { return it->ports.contains(port); });
    }

private:
    struct Entry {
        QStringList rows;
        QStringList ports;
    };
    static std::pair<QString, QString> key(const ElementId& a, const ElementId& b)
    {
        return a < b ? std::pair(a.value, b.value) : std::pair(b.value, a.value);
    }
    QHash<std::pair<QString, QString>, Entry> m_flows;
};

Hit pairHit(const Facts& facts, const ElementId& a, const ElementId& b, const QString& group)
{
    return {{a.value, b.value},
            {{QStringLiteral("a"), facts.design().displayName(a.value)},
             {QStringLiteral("b"), facts.design().displayName(b.value)},
             {QStringLiteral("cluster"), facts.design().displayName(group)}}};
}

/// Name and product of each database in a store: an availability group or an instance.
QList<std::pair<QString, QString>> databasesIn(Facts& facts, const QString& store)
{
    QList<std::pair<QString, QString>> result;
    if (const Group* group = facts.design().group({store})) {
        if (const PropertyValue* databases = find(group->properties, QStringLiteral("databases")))
            if (const PropertyList* list = databases->list())
                for (const PropertyValue& item : *list)
                    if (const PropertyRecord* record = item.record())
                        result.append({textAt(*record, QStringLiteral("name")).toLower(),
                                       textAt(*record, QStringLiteral("product"))});
        return result;
    }
    for (const ElementId& child : facts.topology().children({store}))
        if (facts.kindOf(child.value) == QLatin1String("database"))
            result.append({facts.design().displayName(child.value).toLower(),
                           facts.topology().text(child, QStringLiteral("product"))});
    return result;
}

}  // namespace

std::vector<Hit> databaseShared(Facts& facts)
{
    std::vector<Hit> hits;
    QStringList stores;
    for (const char* kind : {"availability-group", "sql-instance"}) {
        for (const GroupId& id : facts.topology().groupsOfKind(QLatin1String(kind)))
            stores << id.value;
        for (const ElementId& id : facts.topology().ofKind(QLatin1String(kind)))
            stores << id.value;
    }
    for (const QString& store : stores) {
        const QList<std::pair<QString, QString>> databases = databasesIn(facts, store);
        QMap<QString, QSet<QString>> products;
        QSet<QString> all;
        for (const auto& [name, product] : databases) {
            products[name] << product;
            all << product;
        }
        QString shared;
        for (auto it = products.cbegin(); it != products.cend(); ++it)
            if (it.value().contains(QStringLiteral("ss")) && it.value().contains(QStringLiteral("pm")))
                shared = it.key();
        bool ss = false, pm = false;
        for (const ElementId& client : facts.clientsOf(store)) {
            ss = ss || facts.kindOf(client.value) == QLatin1String("ss-web");
            pm = pm || facts.kindOf(client.value) == QLatin1String("pm-web");
        }
        if (shared.isEmpty() && !(ss && pm && databases.size() == 1))
            continue;
        hits.push_back({{store}, {{QStringLiteral("store"), facts.design().displayName(store)}}});
    }
    return hits;
}

std::vector<Hit> clusterTrafficMissing(Facts& facts)
{
    const Between between(facts.topology());
    std::vector<Hit> hits;
    for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("wsfc"))) {
        const Group& cluster = *facts.design().group(id);
        const ElementId witness{textAt(cluster.properties, QStringLiteral("witness"))};
        const bool hasWitness = facts.design().element(witness)
            && facts.topology().text(witness, QStringLiteral("type")) != QLatin1String("none");
        for (size_t i = 0; i < cluster.members.size(); ++i) {
            const ElementId node = cluster.members[i].element;
            for (size_t j = i + 1; j < cluster.members.size(); ++j)
                if (!between.hasRow(node, cluster.members[j].element, "CN-07"))
                    hits.push_back(pairHit(facts, node, cluster.members[j].element, id.value));
            const auto votes = facts.topology().value(node, QStringLiteral("votes"));
            if (hasWitness && votes && votes->number().value_or(0) > 0 && !between.hasRow(node, witness, "CN-08"))
                hits.push_back(pairHit(facts, node, witness, id.value));
        }
    }
    return hits;
}

std::vector<Hit> brokerPortsMissing(Facts& facts)
{
    static const QStringList ports{QStringLiteral("4369/tcp"), QStringLiteral("25672/tcp")};
    const Between between(facts.topology());
    std::vector<Hit> hits;
    for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("rabbitmq-cluster"))) {
        const Group& cluster = *facts.design().group(id);
        for (size_t i = 0; i < cluster.members.size(); ++i)
            for (size_t j = i + 1; j < cluster.members.size(); ++j)
                if (!between.hasPorts(cluster.members[i].element, cluster.members[j].element, ports))
                    hits.push_back(pairHit(facts, cluster.members[i].element, cluster.members[j].element, id.value));
    }
    return hits;
}

std::vector<Hit> balancerWithoutTargets(Facts& facts)
{
    std::vector<Hit> hits;
    for (const ElementId& balancer : facts.topology().ofKind(QStringLiteral("load-balancer"))) {
        const auto hit = [&](const QString& what) {
            hits.push_back({{balancer.value},
                            {{QStringLiteral("lb"), facts.design().displayName(balancer.value)},
                             {QStringLiteral("what"), what}}});
        };
        if (facts.topology().from(balancer).isEmpty()) {
            hit(QStringLiteral("has nothing to balance"));
            continue;
        }
        // Web tiers behind one port: two listeners may share a port only under different names, which flows do not
        // tell apart; so ports that two listeners name are not judged.
        QHash<QString, int> listenersOfPort;
        if (const auto listeners = facts.topology().value(balancer, QStringLiteral("listeners")); listeners && listeners->list())
            for (const PropertyValue& item : *listeners->list())
                if (const PropertyRecord* record = item.record())
                    if (const PropertyValue* ports = find(*record, QStringLiteral("ports")))
                        for (const QString& port : ports->textItems())
                            ++listenersOfPort[port];
        QHash<QString, QSet<QString>> tiersOfPort;
        for (const int index : facts.topology().from(balancer)) {
            const Flow& flow = facts.topology().flow(index);
            const QString kind = facts.kindOf(flow.to.value);
            if (kind == QLatin1String("ss-web") || kind == QLatin1String("pm-web") || kind == QLatin1String("nps-server"))
                for (const QString& port : flow.ports)
                    tiersOfPort[port] << kind;
        }
        for (auto it = tiersOfPort.cbegin(); it != tiersOfPort.cend(); ++it)
            if (it.value().size() > 1 && listenersOfPort.value(it.key()) < 2) {
                hit(QStringLiteral("sends one name and port to servers of different products"));
                break;
            }
    }
    return hits;
}

}  // namespace redoubt

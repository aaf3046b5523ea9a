// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/traits.h"

#include "model/analysis/topology.h"
#include "model/analysis/traittables.h"

#include <algorithm>

namespace redoubt {

namespace {

QString text(const char* latin) { return QString::fromLatin1(latin); }

/// A value as the catalog says it, in a sentence: `Enterprise`, `yes`, `file share`.
QString words(const PropertyValue& value, const PropertyDef* def)
{
    if (const auto flag = value.boolean())
        return *flag ? QStringLiteral("yes") : QStringLiteral("no");
    if (const auto number = value.number())
        return QString::number(*number);
    const QString id = value.text().value_or(QString());
    const qsizetype choice = def ? def->choices.indexOf(id) : -1;
    QString label = choice >= 0 && choice < def->choiceLabels.size() ? def->choiceLabels[choice] : id;
    const bool isName = def && (def->id == QLatin1String("edition") || def->id == QLatin1String("cloud"));
    if (!isName && label.size() > 1 && label[1].isLower() && !label.contains(QLatin1String("MQ")))
        label[0] = label[0].toLower();
    return label;
}

class Reader {
public:
    Reader(const Design& design, const Catalog& catalog) : m_design(design), m_catalog(catalog), m_topology(design, catalog) {}

    Traits read()
    {
        for (const SortRow& row : sortRows)
            for (const ElementId& id : m_topology.ofKind(text(row.kind)))
                count(text(row.kind), row, isRegion(row.kind) ? QString() : placeOf(id), amountOf(id, row.kind));
        for (const ElementId& id : m_topology.ofKind(QStringLiteral("site")))
            for (const SortRow& row : siteRows)
                if (roleOf(id) == QLatin1String(row.kind))
                    count(QStringLiteral("site ") + text(row.kind), row, {}, 1);
        for (const ElementId& id : m_topology.ofKind(QStringLiteral("load-balancer")))
            balancer(id);
        for (const ElementId& id : m_topology.ofKind(QStringLiteral("witness")))
            count(QStringLiteral("witness"), {"witness", "witness", "witnesses", witnessWeight}, placeOf(id), 1);
        services();
        for (const ChoiceRow& row : choiceRows)
            choice(row);
        states();
        brokers();
        for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("availability-group")))
            replication(*m_design.group(id));
        jumpHosts();
        flows();
        return std::move(m_traits);
    }

private:
    static bool isRegion(const QByteArray& kind)
    {
        return kind == "cloud-region" || kind == "dsv-region" || kind == "customer-zone" || kind == "ssc-boundary";
    }

    QString roleOf(const ElementId& site) const
    {
        const QString role = m_topology.text(site, QStringLiteral("role"));
        if (!role.isEmpty())
            return role;
        return m_topology.ofKind(QStringLiteral("site")).size() == 1 ? QStringLiteral("primary") : QStringLiteral("other");
    }

    QString placeOf(const ElementId& id) const
    {
        const ElementId site = m_topology.siteOf(id);
        const Element* element = m_design.element(site);
        if (!element)
            return QStringLiteral("canvas");
        return element->kind == QLatin1String("site") ? roleOf(site) : element->kind;
    }

    /// A reverse proxy or a database may stand for several servers.
    int amountOf(const ElementId& id, const QByteArray& kind) const
    {
        const char* property = kind == "reverse-proxy" ? "nodes" : kind == "nps-database" ? "servers" : nullptr;
        if (!property)
            return 1;
        const auto value = m_topology.value(id, text(property));
        return value && value->number() ? int(std::clamp(*value->number(), 1.0, 1e6)) : 1;
    }

    void count(const QString& sort, const SortRow& row, const QString& place, int amount)
    {
        CountTrait& trait = m_traits.counts[sort][place];
        trait.one = text(row.one);
        trait.many = text(row.many);
        trait.place = place.isEmpty() ? QString() : placeWords(place);
        trait.weight = row.weight;
        trait.count += amount;
    }

    void balancer(const ElementId& id)
    {
        const bool global = m_topology.text(id, QStringLiteral("scope")) == QLatin1String("global");
        const QString distribution = m_topology.text(id, QStringLiteral("distribution"));
        for (const QString& product : m_topology.products(id)) {
            const QString name = product == QLatin1String("rmq") ? QStringLiteral("the brokers") : m_catalog.productName(product);
            CountTrait& trait = m_traits.counts[QStringLiteral("balancer %1 %2").arg(int(global)).arg(product)]
                                               [global ? QString() : placeOf(id)];
            trait.one = QStringLiteral("%1 load balancer for %2").arg(global ? QStringLiteral("global") : QStringLiteral("local"), name);
            trait.many = QString(trait.one).replace(QLatin1String("balancer"), QLatin1String("balancers"));
            trait.place = global ? QString() : placeWords(placeOf(id));
            trait.weight = balancerWeight * (global ? 2 : 1);
            ++trait.count;
            if (const ElementKind* kind = m_catalog.kind(QStringLiteral("load-balancer")); global && !distribution.isEmpty())
                put(QStringLiteral("distribution ") + product,
                    words(PropertyValue(distribution), kind->property(QStringLiteral("distribution"))),
                    QStringLiteral("global load balancer for ") + name + QStringLiteral(": %1 instead of %2"), distributionWeight);
        }
    }

    /// Hosts of each service of Privilege Secure.
    void services()
    {
        static const SortRow rows[] = {
            {"proxy", "host of the session proxy", "hosts of the session proxy", serviceWeight},
            {"action", "host of the action service", "hosts of the action service", serviceWeight},
            {"scheduler", "host of the scheduler", "hosts of the scheduler", serviceWeight}};
        for (const char* kind : {"nps-server", "nps-node"})
            for (const ElementId& id : m_topology.ofKind(text(kind)))
                for (const SortRow& row : rows)
                    if (const auto services = m_topology.value(id, QStringLiteral("services"));
                        services && services->textItems().contains(text(row.kind)))
                        count(QStringLiteral("service ") + text(row.kind), row, placeOf(id), 1);
    }

    void put(const QString& key, const QString& value, const QString& sentence, double weight)
    {
        ChoiceTrait& trait = m_traits.choices[key];
        QStringList values = trait.value.isEmpty() ? QStringList() : trait.value.split(QStringLiteral(" and "));
        if (!values.contains(value))
            values << value;
        values.sort();
        trait = {values.join(QStringLiteral(" and ")), sentence, weight};
    }

    void choice(const ChoiceRow& row)
    {
        const QString kind = text(row.kind), property = text(row.property), key = kind + u'.' + property;
        const auto take = [&](const std::optional<PropertyValue>& value, const PropertyDef* def) {
            if (value)
                put(key, words(*value, def), text(row.sentence), row.weight);
        };
        if (kind.isEmpty())
            take(m_catalog.value(m_design, property), m_catalog.setting(property));
        for (const ElementId& id : m_topology.ofKind(kind))
            take(m_topology.value(id, property), m_catalog.kind(kind)->property(property));
        for (const GroupId& id : m_topology.groupsOfKind(kind))
            take(m_catalog.value(*m_design.group(id), property), m_catalog.groupKind(kind)->property(property));
    }

    /// Whether the web tiers run or wait.
    void states()
    {
        for (const SortRow& row : sortRows) {
            if (!QByteArray(row.kind).endsWith("-web"))
                continue;
            for (const ElementId& id : m_topology.ofKind(text(row.kind)))
                put(QStringLiteral("state %1 %2").arg(text(row.kind), placeOf(id)),
                    m_topology.isActive(id) ? QStringLiteral("running") : QStringLiteral("shut down"),
                    text(row.many) + u' ' + placeWords(placeOf(id)) + QStringLiteral(": %1 instead of %2"), stateWeight);
        }
    }

    void brokers()
    {
        for (const ElementId& id : m_topology.ofKind(QStringLiteral("rabbitmq-node"))) {
            const Element* machine = m_design.element(m_topology.machineOf(id));
            const bool onWeb = machine && machine->kind == QLatin1String("ss-web");
            put(QStringLiteral("broker host ") + placeOf(id),
                onWeb ? QStringLiteral("on the web servers") : QStringLiteral("on servers of their own"),
                QStringLiteral("brokers %1 instead of %2 ") + placeWords(placeOf(id)), hostWeight);
        }
    }

    void replication(const Group& group)
    {
        QString product;
        if (const PropertyValue* databases = find(group.properties, QStringLiteral("databases")); databases && databases->list())
            for (const PropertyValue& database : *databases->list())
                if (database.record())
                    product = textAt(*database.record(), QStringLiteral("product"));
        QString primary;
        for (const GroupMember& member : group.members)
            if (textAt(member.fields, QStringLiteral("role")) == QLatin1String("primary"))
                primary = m_topology.siteOf(member.element).value;
        for (const GroupMember& member : group.members) {
            const QString mode = textAt(member.fields, QStringLiteral("mode"));
            if (mode.isEmpty() || textAt(member.fields, QStringLiteral("role")) == QLatin1String("primary"))
                continue;
            const bool automatic = textAt(member.fields, QStringLiteral("failover")) == QLatin1String("auto");
            const bool inside = m_topology.siteOf(member.element).value == primary;
            const QString words = mode == QLatin1String("async") ? QStringLiteral("asynchronously")
                : automatic ? QStringLiteral("synchronously with automatic failover")
                            : QStringLiteral("synchronously with failover by hand");
            put(QStringLiteral("replication %1 %2").arg(product).arg(inside), words,
                QStringLiteral("the %3 database replicated %1 instead of %2 ").replace(QLatin1String("%3"), m_catalog.productName(product))
                    + (inside ? QStringLiteral("inside the site") : QStringLiteral("between the sites")), modeWeight);
        }
    }

    /// How many vaults one jump host reaches.
    void jumpHosts()
    {
        for (const ElementId& id : m_topology.ofKind(QStringLiteral("jump-host")))
            if (const auto tenants = m_topology.value(id, QStringLiteral("tenants")))
                put(QStringLiteral("jump host tenants"), QString::number(tenants->textItems().size()),
                    QStringLiteral("vault tenants that a jump host reaches: %1 instead of %2"), 1);
    }

    void flows()
    {
        for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it)
            m_traits.kinds << it.value()->kind;
        for (const Flow& flow : m_topology.flows())
            for (const QString& row : flow.rows)
                m_traits.rows << row;
    }

    const Design& m_design;
    const Catalog& m_catalog;
    const Topology m_topology;
    Traits m_traits;
};

}  // namespace

QString placeWords(const QString& place)
{
    for (const PlaceRow& row : placeRows)
        if (place == QLatin1String(row.place))
            return QString::fromLatin1(row.words);
    return {};
}

Traits traitsOf(const Design& design, const Catalog& catalog)
{
    return Reader(design, catalog).read();
}

}  // namespace redoubt

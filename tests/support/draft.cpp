// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/draft.h"

namespace redoubt {

QStringList idsOf(const QList<const LinkRow*>& rows)
{
    QStringList ids;
    for (const LinkRow* row : rows)
        ids << row->id;
    return ids;
}

const Catalog& testCatalog()
{
    static const Catalog catalog = builtinCatalog();
    return catalog;
}

Draft& Draft::element(const QString& id, const QString& kind, const QString& in, PropertyRecord properties,
                      const QString& host)
{
    design.insert(id, Element{kind, id, {in}, {host}, std::move(properties)});
    return *this;
}

Draft& Draft::set(const QString& id, const QString& key, PropertyValue value)
{
    if (const Group* known = design.group({id})) {
        Group group = *known;
        group.properties[key] = std::move(value);
        design.insert(id, std::move(group));
    } else {
        Element element = *design.element({id});
        element.properties[key] = std::move(value);
        design.insert(id, std::move(element));
    }
    return *this;
}

Draft& Draft::link(const QString& from, const QString& to, const QString& row, LinkUse use, const QStringList& ports)
{
    Link link;
    link.from = {from};
    link.to = {to};
    link.rows = row.split(QLatin1Char(' '));
    link.use = use;
    link.ports = ports;
    design.insert(design.freeId(QStringLiteral("l")), std::move(link));
    return *this;
}

Draft& Draft::group(const QString& id, const QString& kind, const QStringList& members, PropertyRecord properties)
{
    Group group{kind, id, {}, std::move(properties)};
    for (const QString& member : members)
        group.members.push_back({{member}, {}});
    design.insert(id, std::move(group));
    return *this;
}

Draft& Draft::setting(const QString& key, PropertyValue value)
{
    design.settings[key] = std::move(value);
    return *this;
}

Draft& Draft::balancer(const QString& id, const QString& product, const QString& in)
{
    PropertyList listeners;
    for (const QString& each : product.split(QLatin1Char(' ')))
        listeners.push_back(PropertyRecord{{QStringLiteral("name"), id + QStringLiteral(".company.com")},
                                           {QStringLiteral("product"), each},
                                           {QStringLiteral("ports"), PropertyValue::texts({QStringLiteral("443/tcp")})}});
    return element(id, QStringLiteral("load-balancer"), in,
                   {{QStringLiteral("scope"), in.isEmpty() ? QStringLiteral("global") : QStringLiteral("local")},
                    {QStringLiteral("listeners"), std::move(listeners)}});
}

Draft& Draft::replica(const QString& ag, const QString& product, const QString& server, const QString& mode,
                      bool primaryIsAutomatic)
{
    const QString instance = server + QLatin1Char('-') + product;
    element(instance, QStringLiteral("sql-instance"), server);
    if (!design.group({ag}))
        group(ag, QStringLiteral("availability-group"), {},
              {{QStringLiteral("wsfc"), QStringLiteral("wsfc")},
               {QStringLiteral("databases"), PropertyList{PropertyRecord{{QStringLiteral("product"), product}}}}});
    const bool primary = mode == QLatin1String("primary");
    const bool automatic = primary ? primaryIsAutomatic : mode == QLatin1String("auto");
    Group changed = *design.group({ag});
    changed.members.push_back(
        {{instance},
         {{QStringLiteral("role"), primary ? QStringLiteral("primary") : QStringLiteral("secondary")},
          {QStringLiteral("mode"), automatic ? QStringLiteral("sync") : QStringLiteral("async")},
          {QStringLiteral("failover"), automatic ? QStringLiteral("auto") : QStringLiteral("manual")}}});
    design.insert(ag, std::move(changed));
    return *this;
}

std::vector<ServiceEstimate> Draft::estimate(const Supposition& reading) const
{
    return estimateAvailability(Topology(design, testCatalog()), reading);
}

ServiceEstimate Draft::service(const QString& id, const Supposition& reading) const
{
    for (const ServiceEstimate& estimate : estimate(reading))
        if (estimate.id == id)
            return estimate;
    return {};
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/checks.h"

// What each check judges, named as its hits are: where no hit names all of a candidate, the candidate is in order.

namespace redoubt {

namespace {

std::vector<QStringList> ofKind(const Facts& facts, const char* kind)
{
    std::vector<QStringList> result;
    for (const ElementId& id : facts.topology().ofKind(QLatin1String(kind)))
        result.push_back({id.value});
    for (const GroupId& id : facts.topology().groupsOfKind(QLatin1String(kind)))
        result.push_back({id.value});
    return result;
}

void addPairs(const std::vector<GroupMember>& members, std::vector<QStringList>& result)
{
    for (size_t i = 0; i < members.size(); ++i)
        for (size_t j = i + 1; j < members.size(); ++j)
            result.push_back({members[i].element.value, members[j].element.value});
}

}  // namespace

std::vector<QStringList> allLinks(Facts& facts)
{
    std::vector<QStringList> result;
    for (auto it = facts.design().links.cbegin(); it != facts.design().links.cend(); ++it)
        if (!it.value()->rows.contains(QStringLiteral("SITE")))
            result.push_back({it.key().value});
    return result;
}

std::vector<QStringList> linksWithRows(Facts& facts)
{
    QSet<QString> seen;
    std::vector<QStringList> result;
    for (const Flow& flow : facts.topology().flows())
        if (!flow.rows.isEmpty() && !flow.ports.isEmpty() && !seen.contains(flow.link.value)) {
            seen << flow.link.value;
            result.push_back({flow.link.value});
        }
    return result;
}

std::vector<QStringList> placements(Facts& facts)
{
    std::vector<QStringList> result;
    for (auto it = facts.design().elements.cbegin(); it != facts.design().elements.cend(); ++it) {
        if (!it.value()->host.isEmpty())
            continue;
        QStringList subjects{it.key().value};
        if (const ElementId container = facts.topology().containerOf(it.key()); !container.isEmpty())
            subjects << container.value;
        result.push_back(subjects);
    }
    return result;
}

std::vector<QStringList> connectables(Facts& facts)
{
    std::vector<QStringList> result;
    for (auto it = facts.design().elements.cbegin(); it != facts.design().elements.cend(); ++it)
        if (const ElementKind* kind = facts.catalog().kind(it.value()->kind);
            kind && !kind->container && kind->shape != Shape::Note)
            result.push_back({it.key().value});
    return result;
}

std::vector<QStringList> namedFrontEnds(Facts& facts)
{
    std::vector<QStringList> result = ofKind(facts, "load-balancer");
    for (QStringList& listener : ofKind(facts, "ag-listener"))
        result.push_back(std::move(listener));
    return result;
}

std::vector<QStringList> drSites(Facts& facts)
{
    std::vector<QStringList> result;
    for (const ElementId& site : facts.topology().ofKind(QStringLiteral("site")))
        if (facts.topology().text(site, QStringLiteral("role")) == QLatin1String("dr"))
            result.push_back({site.value});
    return result;
}

std::vector<QStringList> sitesWithLatency(Facts& facts)
{
    std::vector<QStringList> result;
    const QList<ElementId>& sites = facts.topology().ofKind(QStringLiteral("site"));
    for (qsizetype i = 0; i < sites.size(); ++i)
        for (qsizetype j = i + 1; j < sites.size(); ++j)
            if (facts.topology().latencyMs(sites[i], sites[j]))
                result.push_back({sites[i].value, sites[j].value});
    return result;
}

std::vector<QStringList> actionServices(Facts& facts)
{
    QMap<QString, QStringList> hostsOfSegment;
    for (const ElementId& resource : facts.topology().ofKind(QStringLiteral("managed-resource"))) {
        QString segment = facts.topology().text(resource, QStringLiteral("segment"));
        if (segment.isEmpty())
            segment = facts.siteOf(resource).value;
        for (const int index : facts.topology().to(resource)) {
            const QString host = facts.topology().flow(index).from.value;
            const auto services = facts.topology().value({host}, QStringLiteral("services"));
            if (!segment.isEmpty() && services && services->textItems().contains(QLatin1String("action"))
                && !hostsOfSegment[segment].contains(host))
                hostsOfSegment[segment] << host;
        }
    }
    return {hostsOfSegment.cbegin(), hostsOfSegment.cend()};
}

std::vector<QStringList> balancers(Facts& facts)
{
    return ofKind(facts, "load-balancer");
}

std::vector<QStringList> databaseStores(Facts& facts)
{
    std::vector<QStringList> result;
    for (const char* kind : {"availability-group", "sql-instance"})
        for (const QStringList& store : ofKind(facts, kind))
            if (!facts.clientsOf(store.front()).isEmpty())
                result.push_back(store);
    return result;
}

std::vector<QStringList> clusterPairs(Facts& facts)
{
    std::vector<QStringList> result;
    for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("wsfc"))) {
        const Group& cluster = *facts.design().group(id);
        addPairs(cluster.members, result);
        if (const QString witness = textAt(cluster.properties, QStringLiteral("witness")); !witness.isEmpty())
            for (const GroupMember& member : cluster.members)
                result.push_back({member.element.value, witness});
    }
    return result;
}

std::vector<QStringList> brokerPairs(Facts& facts)
{
    std::vector<QStringList> result;
    for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("rabbitmq-cluster")))
        addPairs(facts.design().group(id)->members, result);
    return result;
}

}  // namespace redoubt

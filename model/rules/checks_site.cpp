// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/checks.h"

// Rules that compare sites, or the segments of a network.

namespace redoubt {

namespace {

QString nameOf(const Facts& facts, const QString& id) { return facts.design().displayName(id); }

bool runs(const Facts& facts, const ElementId& host, const char* service)
{
    const auto services = facts.topology().value(host, QStringLiteral("services"));
    return services && services->textItems().contains(QLatin1String(service));
}

}  // namespace

std::vector<Hit> tierMissingInDr(Facts& facts)
{
    struct Tier {
        const char* kind;
        const char* name;
        const char* service;
    };
    static const Tier tiers[] = {
        {"ss-web", "The Secret Server web tier", "Secret Server"},
        {"pm-web", "The Privilege Manager web tier", "Privilege Manager"},
        {"rabbitmq-node", "The RabbitMQ broker", "the work of the engines"},
        {"recording-share", "The recording share", "session recording"},
    };
    const auto sitesWithRole = [&](const char* role) {
        QList<ElementId> result;
        for (const ElementId& site : facts.topology().ofKind(QStringLiteral("site")))
            if (facts.topology().text(site, QStringLiteral("role")) == QLatin1String(role))
                result << site;
        return result;
    };
    bool shares = false;
    for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("ss-deployment")))
        shares = shares
            || textAt(facts.design().group(id)->properties, QStringLiteral("session-recording")) == QLatin1String("share");
    std::vector<Hit> hits;
    const QList<ElementId> primaries = sitesWithRole("primary");
    for (const ElementId& dr : primaries.size() == 1 ? sitesWithRole("dr") : QList<ElementId>()) {
        const ElementId primary = primaries.front();
        const auto has = [&](const ElementId& site, const char* kind) {
            const QList<ElementId>& elements = facts.inSite(site);
            return std::any_of(elements.cbegin(), elements.cend(),
                               [&](const ElementId& id) { return facts.kindOf(id.value) == QLatin1String(kind); });
        };
        const auto add = [&](const QString& tier, const QString& service, const QStringList& more) {
            hits.push_back({QStringList{dr.value} + more,
                            {{QStringLiteral("tier"), tier},
                             {QStringLiteral("service"), service},
                             {QStringLiteral("dr"), nameOf(facts, dr.value)},
                             {QStringLiteral("primary"), nameOf(facts, primary.value)}}});
        };
        for (const Tier& tier : tiers) {
            const bool judged = QLatin1String(tier.kind) != QLatin1String("recording-share") || shares;
            if (!judged || !has(primary, tier.kind) || has(dr, tier.kind))
                continue;
            QStringList there;
            for (const ElementId& id : facts.inSite(primary))
                if (facts.kindOf(id.value) == QLatin1String(tier.kind))
                    there << id.value;
            add(QLatin1String(tier.name), QLatin1String(tier.service), there);
        }
        for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("availability-group"))) {
            bool inPrimary = false, inDr = false;
            for (const GroupMember& member : facts.design().group(id)->members) {
                inPrimary = inPrimary || facts.siteOf(member.element) == primary;
                inDr = inDr || facts.siteOf(member.element) == dr;
            }
            if (inPrimary && !inDr)
                add(nameOf(facts, id.value), QStringLiteral("what uses its database"), {id.value});
        }
    }
    return hits;
}

std::vector<Hit> siteLatencyMissing(Facts& facts)
{
    // Purposes replication, bus and sql: the rows that vendor limits on the round-trip time speak of.
    static const QStringList rows{QStringLiteral("CN-04"), QStringLiteral("CN-06"), QStringLiteral("CN-09"),
                                  QStringLiteral("CN-10"), QStringLiteral("CN-11"), QStringLiteral("CN-13"),
                                  QStringLiteral("CN-35")};
    QSet<std::pair<QString, QString>> told;  // by SQL-018
    for (const GroupId& id : facts.topology().groupsOfKind(QStringLiteral("availability-group"))) {
        QStringList sites;
        for (const GroupMember& member : facts.design().group(id)->members)
            if (textAt(member.fields, QStringLiteral("mode")) == QLatin1String("sync"))
                sites << facts.siteOf(member.element).value;
        for (const QString& a : sites)
            for (const QString& b : sites)
                told << std::pair(a, b);
    }
    QMap<std::pair<QString, QString>, Hit> hits;
    const auto judge = [&](const ElementId& from, const ElementId& to) {
        const ElementId a = std::min(from, to), b = std::max(from, to);
        const auto isSite = [&](const ElementId& id) { return facts.kindOf(id.value) == QLatin1String("site"); };
        if (a == b || !isSite(a) || !isSite(b) || told.contains({a.value, b.value}) || facts.topology().latencyMs(a, b))
            return;
        hits.insert({a.value, b.value}, {{a.value, b.value},
                                         {{QStringLiteral("a"), nameOf(facts, a.value)},
                                          {QStringLiteral("b"), nameOf(facts, b.value)}}});
    };
    for (const Flow& flow : facts.topology().flows())
        if (std::any_of(flow.rows.cbegin(), flow.rows.cend(), [&](const QString& row) { return rows.contains(row); }))
            judge(facts.siteOf(flow.from), facts.siteOf(flow.to));
    return {hits.cbegin(), hits.cend()};
}

std::vector<Hit> oneActionService(Facts& facts)
{
    if (facts.design().settingText(QStringLiteral("environment")) != QLatin1String("production"))
        return {};
    // A service belongs to each segment whose resources its host connects to.
    QMap<QString, QSet<QString>> hostsOfSegment;
    for (const ElementId& resource : facts.topology().ofKind(QStringLiteral("managed-resource"))) {
        QString segment = facts.topology().text(resource, QStringLiteral("segment"));
        if (segment.isEmpty()) {
            const ElementId site = facts.siteOf(resource);
            if (site.isEmpty())
                continue;
            segment = nameOf(facts, site.value);
        }
        for (const int index : facts.topology().to(resource)) {
            const ElementId host = facts.topology().flow(index).from;
            if (runs(facts, host, "action"))
                hostsOfSegment[segment] << host.value;
        }
    }
    std::vector<Hit> hits;
    for (auto it = hostsOfSegment.cbegin(); it != hostsOfSegment.cend(); ++it)
        if (it.value().size() == 1) {
            const QString host = *it.value().cbegin();
            hits.push_back({{host}, {{QStringLiteral("segment"), it.key()}, {QStringLiteral("node"), nameOf(facts, host)}}});
        }
    return hits;
}

}  // namespace redoubt

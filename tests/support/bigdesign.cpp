// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/bigdesign.h"

#include <cmath>

namespace redoubt {

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

/// One site with everything in it, at `origin`.
class SiteBuilder {
public:
    SiteBuilder(Design& design, int number, QPointF origin) : m_design(design), m_n(number)
    {
        m_site = id("site");
        Element site = element("site", QStringLiteral("Datacenter %1").arg(number), {});
        site.properties[s("role")] = PropertyValue(number == 1 ? s("primary") : s("other"));
        m_design.insert(m_site, site);
        m_design.layout[m_site] = QRectF(origin, QSizeF(900, 720));
    }

    void build()
    {
        const QString balancers = layer("balancers", "Local Load Balancer Layer", {48, 48, 240, 132});
        Element balancer = element("load-balancer", {}, balancers);
        balancer.properties[s("scope")] = PropertyValue(s("local"));
        balancer.properties[s("sticky")] = PropertyValue(true);
        balancer.properties[s("listeners")] = PropertyValue(PropertyList{PropertyRecord{
            {s("name"), PropertyValue(QStringLiteral("ss-%1.company.com").arg(m_n))},
            {s("ports"), PropertyValue::texts({s("443/tcp")})},
            {s("product"), PropertyValue(s("ss"))}}});
        node("lb", balancer, {36, 36, 168, 84});
        const QString webs = layer("webs", "Secret Server Web Layer", {48, 252, 396, 132});
        for (int i = 0; i < 4; ++i) {
            Element web = element("ss-web", QStringLiteral("Node %1").arg(i + 1), webs);
            web.properties[s("in-cluster")] = PropertyValue(true);
            web.properties[s("roles")] = PropertyValue::texts({s("background"), s("engine"), s("session-recording")});
            node(QStringLiteral("web-%1").arg(i + 1), web, {12 + 96. * i, 36, 84, 84});
        }
        const QString databases = layer("databases", "Database Server Layer", {48, 504, 396, 144});
        for (int i = 0; i < 2; ++i)
            addServer(i + 1, databases);
        Element listener = element("ag-listener", {}, m_site);
        listener.properties[s("dns-name")] = PropertyValue(QStringLiteral("aoag-%1.company.com").arg(m_n));
        node("listener", listener, {516, 408, 192, 84});
        Element witness = element("witness", s("SQL quorum"), m_site);
        witness.properties[s("type")] = PropertyValue(s("file-share"));
        node("witness", witness, {516, 540, 108, 84});
        const QString brokers = layer("brokers", "RabbitMQ Server Layer", {516, 252, 312, 132});
        for (int i = 0; i < 3; ++i)
            node(QStringLiteral("rmq-%1").arg(i + 1), element("rabbitmq-node", QStringLiteral("Broker %1").arg(i + 1), brokers),
                 {12 + 96. * i, 36, 84, 84});
        Element users = element("user-ss", s("Users"), m_site);
        node("users", users, {516, 60, 96, 96});
        link("users", id("users"), balancers, "CN-01");
        link("balance", balancers, webs, "CN-03");
        link("data", webs, id("listener"), "CN-04");
        link("primary", id("listener"), databases, "CN-05");
        link("quorum", databases, id("witness"), "CN-08");
        link("bus", webs, brokers, "CN-09");
        addGroups();
    }

private:
    [[nodiscard]] QString id(const QString& stem) const { return QStringLiteral("%1-%2").arg(stem).arg(m_n); }
    [[nodiscard]] QString id(const char* stem) const { return id(s(stem)); }
    static Element element(const char* kind, const QString& name, const QString& in)
    {
        return Element{s(kind), name, {in}, {}, {}};
    }
    QString layer(const char* stem, const char* name, const QRectF& rect)
    {
        node(stem, element("layer", s(name), m_site), rect);
        return id(stem);
    }
    void node(const char* stem, const Element& e, const QRectF& rect) { node(s(stem), e, rect); }
    void node(const QString& stem, const Element& e, const QRectF& rect)
    {
        m_design.insert(id(stem), e);
        m_design.layout[id(stem)] = rect;
    }
    void addServer(int number, const QString& in)
    {
        const QString stem = QStringLiteral("sql-%1").arg(number);
        Element server = element("sql-server", number == 1 ? s("Primary") : s("Secondary"), in);
        server.properties[s("edition")] = PropertyValue(s("standard"));
        server.properties[s("votes")] = PropertyValue(1);
        node(stem, server, {24 + 180. * (number - 1), 36, 132, 96});
        Element instance = element("sql-instance", s("SS"), id(stem));
        instance.properties[s("port")] = PropertyValue(1433);
        m_design.insert(id(stem + s("-ss")), instance);
    }
    void link(const char* stem, const QString& from, const QString& to, const char* row)
    {
        Link l;
        l.from = {from};
        l.to = {to};
        l.rows = {s(row)};
        m_design.insert(id(QStringLiteral("l-") + s(stem)), l);
    }
    void addGroups()
    {
        Group wsfc{s("wsfc"), s("Cluster"), {{{id("sql-1")}, {}}, {{id("sql-2")}, {}}}, {}};
        wsfc.properties[s("witness")] = PropertyValue(id("witness"));
        m_design.insert(id("wsfc"), wsfc);
        Group ag{s("availability-group"), s("Group"), {}, {}};
        for (int i = 1; i <= 2; ++i)
            ag.members.push_back({{id(QStringLiteral("sql-%1-ss").arg(i))},
                                  {{s("role"), PropertyValue(i == 1 ? s("primary") : s("secondary"))},
                                   {s("mode"), PropertyValue(s("sync"))},
                                   {s("failover"), PropertyValue(s("auto"))}}});
        ag.properties[s("wsfc")] = PropertyValue(id("wsfc"));
        ag.properties[s("listener")] = PropertyValue(id("listener"));
        ag.properties[s("databases")] = PropertyValue(PropertyList{PropertyRecord{
            {s("name"), PropertyValue(s("SecretServer"))}, {s("product"), PropertyValue(s("ss"))}}});
        m_design.insert(id("ag"), ag);
    }

    Design& m_design;
    int m_n;
    QString m_site;
};

constexpr int elementsPerSite = 21;

}  // namespace

Design bigDesign(int elements)
{
    Design design;
    const int sites = qMax(1, elements / elementsPerSite);
    const int columns = qMax(1, int(std::sqrt(sites)));
    design.settings[s("title")] = PropertyValue(QStringLiteral("A design of %1 elements").arg(elements));
    design.settings[s("environment")] = PropertyValue(s("production"));
    for (int i = 0; i < sites; ++i)
        SiteBuilder(design, i + 1, QPointF((i % columns) * 1020., (i / columns) * 840.)).build();
    return design;
}

}  // namespace redoubt

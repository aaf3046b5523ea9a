// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/references.h"

namespace redoubt {

namespace {

using namespace Qt::StringLiterals;

QString numbered(const QString& stem, int n)
{
    return u"%1-%2"_s.arg(stem).arg(n);
}

/// Balancer, web nodes and their links in one site.
void addWebTier(Draft& draft, const QString& site, const QString& letter, const QString& product, int nodes,
                bool balanced = true)
{
    const QString kind = product + u"-web"_s;
    const QString balancer = u"lb-%1-%2"_s.arg(product, letter);
    if (balanced)
        draft.balancer(balancer, product, site);
    for (int i = 1; i <= nodes; ++i) {
        const QString node = numbered(u"%1-%2"_s.arg(kind, letter), i);
        draft.element(node, kind, site);
        if (balanced)
            draft.link(balancer, node, product == u"ss"_s ? u"CN-03"_s : u"CN-33"_s, LinkUse::Normal,
                       product == u"ss"_s ? QStringList{u"443/tcp"_s, u"5671/tcp"_s} : QStringList{});
    }
}

/// SQL servers with a synchronous SS group and an asynchronous PM group; the first server is primary.
void addDatabases(Draft& draft, const QStringList& servers, const QString& witness = {})
{
    PropertyRecord properties;
    if (!witness.isEmpty())
        properties[u"witness"_s] = witness;
    draft.group(u"wsfc"_s, u"wsfc"_s, servers, std::move(properties));
    for (const QString& server : servers) {
        const bool first = server == servers.front();
        draft.replica(u"ag-ss"_s, u"ss"_s, server, first ? u"primary"_s : u"auto"_s);
        draft.replica(u"ag-pm"_s, u"pm"_s, server, first ? u"primary"_s : u"async"_s, false);
    }
}

void addSites(Draft& draft)
{
    draft.element(u"site-a"_s, u"site"_s, {}, {{u"role"_s, u"primary"_s}});
    draft.element(u"site-b"_s, u"site"_s, {}, {{u"role"_s, u"dr"_s}});
    draft.element(u"site-c"_s, u"site"_s, {}, {{u"role"_s, u"tertiary"_s}});
    draft.element(u"users-ss"_s, u"user-ss"_s).element(u"users-pm"_s, u"user-pm"_s);
}

void addWitness(Draft& draft, const QString& site)
{
    draft.element(u"witness"_s, u"witness"_s, site, {{u"type"_s, u"file-share"_s}});
}

/// Brokers hosted by the web nodes of a site, or on their own servers behind a balancer.
void addBrokers(Draft& draft, const QString& letter, int count, bool ownServers)
{
    QStringList brokers;
    const QString site = u"site-"_s + letter;
    const QString balancer = u"lb-rmq-"_s + letter;
    if (ownServers)
        draft.balancer(balancer, u"rmq"_s, site);
    for (int i = 1; i <= count; ++i) {
        brokers << numbered(u"rmq-"_s + letter, i);
        draft.element(brokers.back(), u"rabbitmq-node"_s, site, {},
                      ownServers ? QString() : numbered(u"ss-web-"_s + letter, i));
        if (ownServers)
            draft.link(balancer, brokers.back(), u"CN-10"_s);
    }
    draft.group(u"rmq-"_s + letter, u"rabbitmq-cluster"_s, brokers, {{u"queue-type"_s, u"classic-mirrored"_s}});
}

void addEngines(Draft& draft, const QString& letter, int count, const QString& broker)
{
    QStringList members;
    for (int i = 1; i <= count; ++i) {
        members << numbered(u"de-"_s + letter, i);
        draft.element(members.back(), u"distributed-engine"_s, u"site-"_s + letter);
        draft.link(members.back(), broker, u"CN-13"_s, LinkUse::Normal, {u"5671/tcp"_s});
    }
    const QString endpoints = u"endpoints-"_s + letter;
    draft.element(endpoints, u"managed-endpoint"_s, u"site-"_s + letter);
    draft.group(u"con-"_s + letter, u"site-connector"_s, {}, {{u"type"_s, u"rabbitmq"_s}, {u"target"_s, broker}});
    draft.group(u"de-site-"_s + letter, u"de-site"_s, members << endpoints, {{u"connector"_s, u"con-"_s + letter}});
}

}  // namespace

Draft databaseOnly(int nodes, bool witness)
{
    Draft draft;
    draft.element(u"ss-web-1"_s, u"ss-web"_s, {}, {{u"availability"_s, 1}});
    QStringList servers;
    for (int i = 1; i <= nodes; ++i) {
        servers << numbered(u"sql"_s, i);
        draft.element(servers.back(), u"sql-server"_s);
    }
    if (witness)
        addWitness(draft, {});
    addDatabases(draft, servers, witness ? u"witness"_s : QString());
    return draft;
}

Draft secretServerA1(int webNodes, int engines)
{
    Draft draft;
    draft.element(u"site-a"_s, u"site"_s, {}, {{u"role"_s, u"primary"_s}});
    draft.element(u"users-ss"_s, u"user-ss"_s).element(u"users-pm"_s, u"user-pm"_s);
    addWebTier(draft, u"site-a"_s, u"a"_s, u"ss"_s, webNodes);
    addWebTier(draft, u"site-a"_s, u"a"_s, u"pm"_s, 2);
    draft.element(u"sql-1"_s, u"sql-server"_s, u"site-a"_s).element(u"sql-2"_s, u"sql-server"_s, u"site-a"_s);
    addWitness(draft, u"site-a"_s);
    addDatabases(draft, {u"sql-1"_s, u"sql-2"_s}, u"witness"_s);
    addBrokers(draft, u"a"_s, webNodes, false);
    addEngines(draft, u"a"_s, engines, u"lb-ss-a"_s);
    draft.element(u"endpoints-pm"_s, u"pm-endpoint"_s);
    draft.link(u"users-ss"_s, u"lb-ss-a"_s, u"CN-01"_s).link(u"users-pm"_s, u"lb-pm-a"_s, u"CN-30"_s);
    draft.link(u"endpoints-pm"_s, u"lb-pm-a"_s, u"CN-31"_s);
    return draft;
}

Draft secretServerB1(const QString& witnessSite)
{
    Draft draft;
    addSites(draft);
    addWebTier(draft, u"site-a"_s, u"a"_s, u"ss"_s, 2);
    addWebTier(draft, u"site-a"_s, u"a"_s, u"pm"_s, 2);
    addWebTier(draft, u"site-b"_s, u"b"_s, u"ss"_s, 1, false);
    addWebTier(draft, u"site-b"_s, u"b"_s, u"pm"_s, 1, false);
    draft.set(u"pm-web-b-1"_s, u"state"_s, u"cold"_s);
    draft.element(u"sql-1"_s, u"sql-server"_s, u"site-a"_s).element(u"sql-2"_s, u"sql-server"_s, u"site-b"_s);
    addWitness(draft, witnessSite);
    addDatabases(draft, {u"sql-1"_s, u"sql-2"_s}, u"witness"_s);
    draft.link(u"users-ss"_s, u"lb-ss-a"_s, u"CN-01"_s).link(u"users-pm"_s, u"lb-pm-a"_s, u"CN-30"_s);
    draft.link(u"users-ss"_s, u"ss-web-b-1"_s, u"CN-01"_s, LinkUse::Failover);
    draft.link(u"users-pm"_s, u"pm-web-b-1"_s, u"CN-30"_s, LinkUse::Failover);
    return draft;
}

namespace {

void addGlobalBalancers(Draft& draft, const QStringList& products)
{
    for (const QString& product : products) {
        const QString global = u"glb-"_s + product;
        draft.balancer(global, product);
        const QString row = product == u"pm"_s ? u"CN-33"_s : u"CN-02"_s;
        draft.link(global, u"lb-%1-a"_s.arg(product), row);
        draft.link(global, u"lb-%1-b"_s.arg(product), row, product == u"pm"_s ? LinkUse::Normal : LinkUse::Failover);
    }
    draft.link(u"users-ss"_s, u"glb-ss"_s, u"CN-01"_s).link(u"users-pm"_s, u"glb-pm"_s, u"CN-30"_s);
}

}  // namespace

Draft secretServerC1()
{
    Draft draft;
    addSites(draft);
    for (const QString& letter : {u"a"_s, u"b"_s})
        for (const QString& product : {u"ss"_s, u"pm"_s})
            addWebTier(draft, u"site-"_s + letter, letter, product, letter == u"a"_s ? 2 : 1);
    addGlobalBalancers(draft, {u"ss"_s, u"pm"_s});
    draft.element(u"sql-1"_s, u"sql-server"_s, u"site-a"_s).element(u"sql-2"_s, u"sql-server"_s, u"site-b"_s);
    addWitness(draft, u"site-c"_s);
    addDatabases(draft, {u"sql-1"_s, u"sql-2"_s}, u"witness"_s);
    return draft;
}

Draft secretServerC3()
{
    Draft draft;
    addSites(draft);
    QStringList servers, webs;
    for (const QString& letter : {u"a"_s, u"b"_s}) {
        const QString site = u"site-"_s + letter;
        for (const QString& product : {u"ss"_s, u"pm"_s})
            addWebTier(draft, site, letter, product, 3);
        addBrokers(draft, letter, 2, true);
        draft.element(u"share-"_s + letter, u"recording-share"_s, site);
        for (int i = 1; i <= 3; ++i)
            webs << numbered(u"ss-web-"_s + letter, i);
        for (int i = 1; i <= 2; ++i) {
            servers << numbered(u"sql-"_s + letter, i);
            draft.element(servers.back(), u"sql-server"_s, site);
        }
    }
    addGlobalBalancers(draft, {u"ss"_s, u"pm"_s, u"rmq"_s});
    for (const QString& web : std::as_const(webs))
        draft.link(web, u"glb-rmq"_s, u"CN-09"_s);
    for (const QString& letter : {u"a"_s, u"b"_s})
        addEngines(draft, letter, 2, u"glb-rmq"_s);
    draft.group(u"ss"_s, u"ss-deployment"_s, webs,
                {{u"session-recording"_s, u"share"_s}, {u"backbone-bus"_s, u"rabbitmq"_s}});
    addWitness(draft, u"site-c"_s);
    addDatabases(draft, servers, u"witness"_s);
    draft.element(u"proxy"_s, u"reverse-proxy"_s).element(u"endpoints-pm"_s, u"pm-endpoint"_s);
    draft.link(u"endpoints-pm"_s, u"proxy"_s, u"CN-31"_s).link(u"proxy"_s, u"glb-pm"_s, u"CN-32"_s);
    return draft;
}

Draft secretServerWithVault(const QString& design)
{
    Draft draft;
    draft.element(u"site-a"_s, u"site"_s, {}, {{u"role"_s, u"primary"_s}}).element(u"user"_s, u"user-end"_s);
    addWebTier(draft, u"site-a"_s, u"a"_s, u"ss"_s, 2);
    draft.link(u"user"_s, u"lb-ss-a"_s, u"CN-01"_s);
    draft.group(u"ss"_s, u"ss-deployment"_s, {u"ss-web-a-1"_s, u"ss-web-a-2"_s},
                {{u"database-modelled"_s, false}, {u"database-availability"_s, 0.999997002}});
    draft.element(u"jump-a"_s, u"jump-host"_s, u"site-a"_s);
    const auto region = [&](const QString& letter, bool jump) {
        draft.element(u"region-"_s + letter, u"dsv-region"_s).element(u"dsv-"_s + letter, u"dsv-tenant"_s,
                                                                      u"region-"_s + letter);
        for (const QString& web : {u"ss-web-a-1"_s, u"ss-web-a-2"_s})
            draft.link(web, u"dsv-"_s + letter, u"CN-40"_s);
        if (jump) {
            draft.element(u"jump-"_s + letter, u"jump-host"_s, u"region-"_s + letter);
            draft.link(u"jump-"_s + letter, u"dsv-"_s + letter, u"CN-42"_s);
        }
    };
    region(u"us"_s, design == u"C1"_s);
    if (design == u"C1"_s)
        region(u"eu"_s, true);
    draft.link(u"jump-a"_s, u"dsv-us"_s, u"CN-42"_s);
    if (design == u"B1"_s) {
        draft.element(u"jump-us"_s, u"jump-host"_s, u"region-us"_s);
        draft.link(u"jump-us"_s, u"dsv-us"_s, u"CN-42"_s);
    }
    return draft;
}

Draft cloudWithVault()
{
    Draft draft;
    draft.element(u"ssc"_s, u"ssc-boundary"_s).element(u"frontend"_s, u"ssc-frontend"_s, u"ssc"_s);
    draft.element(u"waf"_s, u"waf"_s).element(u"user"_s, u"user-end"_s);
    draft.element(u"region"_s, u"dsv-region"_s).element(u"dsv"_s, u"dsv-tenant"_s, u"region"_s);
    draft.link(u"user"_s, u"waf"_s, u"CN-50"_s).link(u"waf"_s, u"frontend"_s, u"CN-51"_s);
    draft.link(u"frontend"_s, u"dsv"_s, u"CN-40"_s).link(u"user"_s, u"dsv"_s, u"CN-43"_s);
    return draft;
}

Draft privilegeManagerPair()
{
    Draft draft;
    draft.element(u"site-a"_s, u"site"_s, {}, {{u"role"_s, u"primary"_s}}).element(u"users-pm"_s, u"user-pm"_s);
    addWebTier(draft, u"site-a"_s, u"a"_s, u"pm"_s, 2);
    draft.element(u"sql"_s, u"sql-server"_s, u"site-a"_s).element(u"instance"_s, u"sql-instance"_s, u"sql"_s);
    draft.element(u"db"_s, u"database"_s, u"instance"_s, {{u"product"_s, u"pm"_s}});
    draft.link(u"users-pm"_s, u"lb-pm-a"_s, u"CN-30"_s);
    for (const QString& web : {u"pm-web-a-1"_s, u"pm-web-a-2"_s})
        draft.link(web, u"instance"_s, u"CN-35"_s);
    return draft;
}

Draft privilegeSecure(const QString& design)
{
    Draft draft;
    const bool inSite = design == u"single"_s || design == u"active-passive"_s || design == u"active-active"_s;
    const QString place = inSite ? u"site-a"_s : u"region"_s;
    const PropertyValue services = PropertyValue::texts({u"web"_s, u"proxy"_s, u"action"_s, u"scheduler"_s});
    draft.element(place, inSite ? u"site"_s : u"cloud-region"_s).element(u"users"_s, u"user-nps"_s);
    const QStringList servers = design == u"single"_s ? QStringList{u"nps-1"_s} : QStringList{u"nps-1"_s, u"nps-2"_s};
    const bool embedded = design == u"single"_s || design == u"active-passive"_s;
    draft.element(u"resources"_s, u"managed-resource"_s, place, {{u"segment"_s, u"servers"_s}});
    if (!embedded)
        draft.balancer(u"lb"_s, u"nps"_s, place).link(u"users"_s, u"lb"_s, u"CN-70"_s);
    for (const QString& server : servers) {
        draft.element(server, u"nps-server"_s, place,
                      {{u"services"_s, services},
                       {u"role"_s, server == u"nps-1"_s ? u"primary"_s : u"secondary"_s}});
        if (embedded)
            draft.element(u"db-of-"_s + server, u"nps-database"_s, server, {{u"engine"_s, u"postgresql-embedded"_s}});
        draft.link(embedded ? u"users"_s : u"lb"_s, server, embedded ? u"CN-70"_s : u"CN-81"_s);
        draft.link(server, u"resources"_s, u"CN-72"_s).link(server, u"resources"_s, u"CN-73"_s);
    }
    if (!embedded) {
        draft.element(u"db"_s, u"nps-database"_s, place,
                      {{u"engine"_s, design == u"active-active"_s ? u"postgresql"_s : design}, {u"multi-az"_s, !inSite}});
        for (const QString& server : servers)
            draft.link(server, u"db"_s, u"CN-80"_s);
    }
    draft.group(u"nps"_s, u"nps-deployment"_s, servers, {{u"ha-mode"_s, inSite ? design : u"cloud-native"_s}});
    return draft;
}

}  // namespace redoubt

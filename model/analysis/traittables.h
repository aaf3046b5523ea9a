// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace redoubt {

// What tells designs apart, how much it weighs and how people say it. A weight of 1 is one server more or less.

struct SortRow {
    const char* kind;
    const char* one;
    const char* many;
    double weight;
};

/// Things that are counted in each sort of place. Kinds that are not listed tell nothing: people, layers, notes.
inline constexpr SortRow sortRows[] = {
    {"ss-web", "Secret Server web server", "Secret Server web servers", 1},
    {"pm-web", "Privilege Manager web server", "Privilege Manager web servers", 1},
    {"sql-server", "SQL Server", "SQL Servers", 1},
    {"rabbitmq-node", "broker", "brokers", 1},
    {"distributed-engine", "engine", "engines", 1},
    {"recording-share", "recording file server", "recording file servers", 1},
    {"reverse-proxy", "reverse proxy", "reverse proxies", 1},
    {"azure-service-bus", "Azure Service Bus", "Azure Service Buses", 1.5},
    {"ag-listener", "availability group listener", "availability group listeners", 0.5},
    {"jump-host", "jump host", "jump hosts", 1.5},
    {"dsv-tenant", "vault tenant", "vault tenants", 2},
    {"dsv-engine", "vault engine", "vault engines", 1},
    {"ssc-frontend", "cloud front end", "cloud front ends", 3},
    {"ssc-customer-bus", "customer service bus", "customer service buses", 0.5},
    {"ssc-engine-response-bus", "engine response bus", "engine response buses", 0.5},
    {"waf", "web application firewall", "web application firewalls", 0.5},
    {"nps-server", "Privilege Secure server", "Privilege Secure servers", 2},
    {"nps-node", "remote service host", "remote service hosts", 1.5},
    {"nps-database", "Privilege Secure database", "Privilege Secure databases", 1.5},
    {"third-party-vault", "third-party vault", "third-party vaults", 2},
    {"laps", "LAPS directory", "LAPS directories", 2},
    {"hsm", "hardware security module", "hardware security modules", 0.5},
    {"asra", "advanced recording agent", "advanced recording agents", 0.5},
    {"radius-server", "RADIUS server", "RADIUS servers", 0.25},
    {"pm-endpoint", "group of endpoints with agents", "groups of endpoints with agents", 0.25},
    {"managed-endpoint", "group of managed endpoints", "groups of managed endpoints", 0.25},
    {"managed-resource", "group of managed resources", "groups of managed resources", 0.25},
    {"cloud-region", "cloud region", "cloud regions", 2},
    {"dsv-region", "vault region", "vault regions", 1},
    {"customer-zone", "customer zone", "customer zones", 1},
    {"ssc-boundary", "Secret Server Cloud", "Secret Server Clouds", 2},
};

/// Sites are counted by their role, balancers by scope and product.
inline constexpr double siteWeight = 2, balancerWeight = 0.75, witnessWeight = 2, serviceWeight = 0.5;
/// A cold tier, the machine of the brokers, the mode of a replication between and inside sites.
inline constexpr double stateWeight = 1, hostWeight = 2, modeWeight = 2;
/// How a global balancer spreads its users.
inline constexpr double distributionWeight = 0.75;
/// A connection that one design has and the other has not, though both have its ends.
inline constexpr double flowWeight = 0.25;

struct ChoiceRow {
    const char* kind;  ///< element or group kind; empty: the design
    const char* property;
    double weight;
    const char* sentence;  ///< %1: here, %2: there
};

/// Properties that are compared where both designs give them (or the catalog does).
inline constexpr ChoiceRow choiceRows[] = {
    {"", "failover-goal", 2, "failover between the sites: %1 instead of %2"},
    {"", "environment", 0.5, "%1 instead of %2"},
    {"sql-server", "edition", 1.5, "SQL Server %1 instead of %2"},
    {"sql-server", "service", 1, "SQL Server: %1 instead of %2"},
    {"witness", "type", 1.5, "a %1 witness instead of a %2 witness"},
    {"ss-deployment", "backbone-bus", 1, "backbone bus: %1 instead of %2"},
    {"ss-deployment", "session-recording", 1, "session recordings: %1 instead of %2"},
    {"ss-deployment", "database-modelled", 1, "database of Secret Server drawn: %1 instead of %2"},
    {"pm-deployment", "agent-exposure", 1, "agents reach Privilege Manager by %1 instead of %2"},
    {"pm-deployment", "vault-in-ss", 0.5, "Privilege Manager keeps its credentials in Secret Server: %1 instead of %2"},
    {"pm-deployment", "auth", 0.5, "sign-in to Privilege Manager by %1 instead of %2"},
    {"rabbitmq-cluster", "queue-type", 0.5, "broker queues: %1 instead of %2"},
    {"site-connector", "type", 1, "engines work over %1 instead of %2"},
    {"site-connector", "tls", 0.5, "broker connections of the engines encrypted: %1 instead of %2"},
    {"ssc-tenant", "transport", 0.5, "engines reach the cloud by %1 instead of %2"},
    {"nps-deployment", "ha-mode", 3, "high availability of Privilege Secure: %1 instead of %2"},
    {"nps-deployment", "purpose", 0.5, "Privilege Secure for %1 instead of %2"},
    {"nps-database", "engine", 1, "database of Privilege Secure: %1 instead of %2"},
    {"nps-database", "multi-az", 0.5, "database of Privilege Secure in several zones: %1 instead of %2"},
    {"cloud-region", "cloud", 2, "cloud: %1 instead of %2"},
    {"dsv-region", "geography", 1, "vault geography: %1 instead of %2"},
    {"dsv-tenant", "plan", 0.5, "vault plan: %1 instead of %2"},
    {"pm-endpoint", "location", 0.5, "endpoints with agents: %1 instead of %2"},
    {"load-balancer", "ha-pair", 0.5, "load balancers in pairs: %1 instead of %2"},
    {"load-balancer", "sticky", 0.25, "sessions kept on one server by the load balancers: %1 instead of %2"},
};

struct PlaceRow {
    const char* place;
    const char* words;
};

inline constexpr PlaceRow placeRows[] = {
    {"primary", "in the primary site"},     {"dr", "in the recovery site"},
    {"tertiary", "in the third site"},      {"other", "in another site"},
    {"cloud-region", "in a cloud region"},  {"dsv-region", "in the vault region"},
    {"customer-zone", "in the customer zone"}, {"ssc-boundary", "in Secret Server Cloud"},
    {"dmz", "in the DMZ"},                  {"internet", "on the internet"},
    {"canvas", "outside the sites"},
};

inline constexpr SortRow siteRows[] = {
    {"primary", "primary site", "primary sites", siteWeight},
    {"dr", "recovery site", "recovery sites", siteWeight},
    {"tertiary", "third site", "third sites", siteWeight},
    {"other", "further site", "further sites", siteWeight},
};

}  // namespace redoubt

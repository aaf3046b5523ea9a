// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/reading.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// How a service stands while some things are down and everything else is up.
enum class ServiceState {
    Working,
    /// Works by itself, but has lost redundancy: there is a component whose failure now stops it, or puts it beyond what
    /// people can restore, and would not have done so before.
    Degraded,
    NeedsPerson,  ///< stands still until people have acted
    Down,         ///< stands still until something is repaired
};
[[nodiscard]] QString stateId(ServiceState state);     ///< `working`, `degraded`, `needs-person`, `down`
[[nodiscard]] QString stateWords(ServiceState state);  ///< `needs a person`

/// One step of a failover: what happens by itself, or what a person does.
struct FailoverStep {
    bool byPerson = false;
    QString text;
    QStringList ids;    ///< elements and groups that the step is about
    double hours = 0;   ///< of a person's step
    bool given = false; ///< the time stands in the design; else it is the catalogue's assumption
};

struct ServiceOutlook {
    QString id;
    QString name;
    ServiceState state = ServiceState::Working;
    QString reason;                ///< what is missing, what took over, what is left: sentences
    QStringList newSinglePoints;   ///< components of which one more failure stops it, and would not have before
    QStringList beyondRepair;      ///< ... of which one more failure leaves nothing that people could do
    std::vector<FailoverStep> steps;  ///< in order: what happens by itself, then what people do
    double hours = 0;              ///< sum of the people's steps
    /// Given the failure, as in estimateAvailability (catalogue d.2): the share of time that it works until somebody acts,
    /// and from when people have done the steps, as long as the failure lasts. Their hours are said beside the second
    /// figure and are no part of it: it is no figure of a year.
    double automatic = 0;
    double withPeople = 0;
};

/// Something that is not failed itself and is of no use any more.
struct LostThing {
    enum class Why {
        Contained,   ///< a container around it failed
        Hosted,      ///< its machine, or what its machine stands in, failed
        NoMajority,  ///< its cluster has lost the majority and stands still
        CutOff,      ///< nobody reaches it any more: no way of links and things that are up leads to it
    };
    QString id;
    Why why = Why::Contained;
    QString cause;  ///< id of the failed thing, or of the cluster; empty when there is not one alone
    QString text;   ///< `Lost with Datacenter A`
};

struct WhatIf {
    std::vector<ServiceOutlook> services;
    std::vector<LostThing> lost;  ///< by id
    /// Every step of every service, each once, in the order in which people take them.
    std::vector<FailoverStep> walkthrough;
    QStringList linksInUse;       ///< ids of links that carry traffic now
    QStringList failoverCarrying; ///< failover links among them
    QStringList afterPeople;      ///< links that carry only when the people's steps are done
};

/// What `failed` (elements, containers, links) does to each service.
[[nodiscard]] WhatIf whatIf(const Topology& topology, const QSet<QString>& failed);

}  // namespace redoubt

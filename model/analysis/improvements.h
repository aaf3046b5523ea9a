// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/design/patch.h"

namespace redoubt {

/// A change that makes services more available; one undo step.
struct Improvement {
    struct Effect {
        QString service;
        double before = 0;  ///< with manual failover
        double after = 0;
    };
    QString text;     ///< `Add a second Reverse Proxy.`
    QStringList ids;  ///< what it is about
    Patch patch;
    int machines = 0; ///< how many new machines it takes
    std::vector<Effect> effects;  ///< on every service that misses the target
    double gainMinutes = 0;       ///< a year, of those services together
    bool reaches = false;         ///< with it, and those before it in a plan, none misses the target any more
};

struct ImprovementPlan {
    double target = 0;
    QStringList missed;                ///< ids of services below the target, with manual failover
    std::vector<Improvement> changes;  ///< each by itself: those that reach the target first, then fewer machines, then gain
    std::vector<Improvement> plan;     ///< one on top of the other, the most effective first, three at most
    bool reached = false;              ///< with the whole plan
};

/// Small changes that bring the services of a design nearer to `target` (a fraction): a second one of what stands alone,
/// a third broker, synchronous replicas, a witness. Each is judged by computing the changed design. A second site is no
/// small change and is not proposed. A pure function; empty when nothing misses the target.
[[nodiscard]] ImprovementPlan improvementsFor(const Design& design, const Catalog& catalog, double target);

}  // namespace redoubt

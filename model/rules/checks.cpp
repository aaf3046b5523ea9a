// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/checks.h"

namespace redoubt {

namespace {

const Check table[] = {
    {"connection-not-in-matrix", connectionNotInMatrix},
    {"wrong-container", wrongContainer},
    {"unconnected", unconnected},
    {"name-used-twice", nameUsedTwice},
    {"port-differs", portDiffers},
    {"arrow-reversed", arrowReversed},
    {"tier-missing-in-dr", tierMissingInDr},
    {"site-latency-missing", siteLatencyMissing},
    {"one-action-service", oneActionService},
    {"balancer-without-targets", balancerWithoutTargets},
    {"database-shared", databaseShared},
    {"cluster-traffic-missing", clusterTrafficMissing},
    {"broker-ports-missing", brokerPortsMissing},
};

}  // namespace

const Check* findCheck(const QString& name)
{
    for (const Check& check : table)
        if (name == QLatin1String(check.name))
            return &check;
    return nullptr;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/checks.h"

namespace redoubt {

namespace {

const Check table[] = {
    {"connection-not-in-matrix", connectionNotInMatrix, allLinks},
    {"wrong-container", wrongContainer, placements},
    {"unconnected", unconnected, connectables},
    {"name-used-twice", nameUsedTwice, namedFrontEnds},
    {"port-differs", portDiffers, linksWithRows},
    {"arrow-reversed", arrowReversed, allLinks},
    {"tier-missing-in-dr", tierMissingInDr, drSites},
    {"site-latency-missing", siteLatencyMissing, sitesWithLatency},
    {"one-action-service", oneActionService, actionServices},
    {"balancer-without-targets", balancerWithoutTargets, balancers},
    {"database-shared", databaseShared, databaseStores},
    {"cluster-traffic-missing", clusterTrafficMissing, clusterPairs},
    {"broker-ports-missing", brokerPortsMissing, brokerPairs},
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

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"

namespace redoubt {

/// Which links carry while the failures of a structure's reading last and everything else is up.
struct Traffic {
    QStringList inUse;        ///< ids of links, sorted
    QStringList failover;     ///< those of `inUse` whose use is failover
    QStringList afterPeople;  ///< carry only once people have acted
};

/// Traffic starts at people, endpoints, engines (whatever nothing connects to) and follows links to what is up. A
/// failover link carries when every normal link of the same initiator and purpose leads nowhere: by itself behind a
/// balancer or the listener of a group that fails over by itself, otherwise after people have acted. Replication and
/// cluster links carry when both ends are up.
[[nodiscard]] Traffic trafficOf(Structure& structure);

/// Everything that traffic could get to from where it starts, over what is up and links of any use but the optional ones,
/// whichever of them carry.
[[nodiscard]] QSet<ElementId> reachable(Structure& structure);

}  // namespace redoubt

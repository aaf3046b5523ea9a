// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routing.h"

namespace redoubt {

/// Whether two routes run as one from the end that they have in common: same group, same point at one end.
[[nodiscard]] bool shareTrunk(const RouteLine& a, const Route& routeA, const RouteLine& b, const Route& routeB);

/// Lets the lines of each group run as one from their common end and split beside the others, with one label on what they
/// share; the other lines of the group then have none. Only where less is drawn then, nothing new is crossed or
/// touched, and it takes no more bends than one for each fork.
void joinTrunks(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, QList<Route>& routes);

}  // namespace redoubt

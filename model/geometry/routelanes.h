// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routelabels.h"

namespace redoubt {

/// Moves the runs of the lines marked in `movable` sideways, without changing who crosses whom: apart from each other
/// and from borders, ports spread over their side, straight drops into the middle.
void spreadLanes(RoutePlan& plan, const std::vector<char>& movable);

}  // namespace redoubt

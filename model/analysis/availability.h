// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/reading.h"
#include "model/analysis/report.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// Exact availability of every service that the design has the parts for (catalogue section d), on a decision diagram
/// over independent components with containers as shared fate.
///
/// With elements, containers or links in `reading.failed` the figures are those given that failure, for as long as it
/// lasts: `automatic` is the probability that the service works with nobody acting; `withManualFailover` is that
/// probability once people have done what the failure by itself calls for (the notes say what, and how long it takes).
/// Whatever else fails meanwhile is credited as usual (catalogue d.2).
[[nodiscard]] std::vector<ServiceEstimate> estimateAvailability(const Topology& topology, const Supposition& reading = {});

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/analysis/topology.h"

#include <QSet>

namespace redoubt {

/// Exact availability of every service that the design has the parts for (catalogue section d), on a decision diagram
/// over independent components with containers as shared fate. Elements in `failed` are taken as down.
[[nodiscard]] std::vector<ServiceEstimate> estimateAvailability(const Topology& topology,
                                                                const QSet<QString>& failed = {});

}  // namespace redoubt

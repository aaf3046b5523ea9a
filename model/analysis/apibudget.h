// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// The call budget of every DevOps Secrets Vault tenant (catalogue section e: formulae of e.2, additions, verdict).
[[nodiscard]] std::vector<TenantBudget> callBudgets(const Topology& topology);

}  // namespace redoubt

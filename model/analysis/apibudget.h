// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/callbudget.h"
#include "model/analysis/report.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// The call budget of every DevOps Secrets Vault tenant (catalogue section e: formulae of e.2, additions, verdict).
/// A tenant whose interval is unknown or not above zero has none.
[[nodiscard]] std::vector<TenantBudget> callBudgets(const Topology& topology);
/// What the budget of a tenant follows from; nothing when its interval is unknown.
[[nodiscard]] std::optional<BudgetInput> budgetInput(const Topology& topology, const ElementId& tenant);

}  // namespace redoubt

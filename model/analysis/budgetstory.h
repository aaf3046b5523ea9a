// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/apibudget.h"

namespace redoubt {

/// One kind of calls in the sum.
struct BudgetPart {
    QString name;  ///< `Pushes`, `Sign-ins`, `Event pipeline`, `First mapping`, `Break-glass reserve`
    CallRange calls;
};

/// One group of mapped secrets.
struct BudgetGroup {
    QString name;
    double secrets = 0;
    CallRange pushes;
    double staleShare = 0;  ///< share of time that its copy is older than the vault (d.7)
    std::optional<qint64> largest;  ///< secrets that it may have, the rest as it is, within the plan; none: no limit
};

/// Calls at another interval, for a chart.
struct BudgetPoint {
    double intervalMinutes = 0;
    double best = 0;
    double expected = 0;
    double worst = 0;
    double ceiling = 0;
    bool own = false;  ///< the design's own interval
};

/// The budget of one tenant with all that led to it (catalogue section e).
struct BudgetStory {
    TenantBudget budget;
    double intervalMinutes = 0;
    int minimumInterval = 10;  ///< minutes: 10 from an own Secret Server, 30 from the cloud (V4)
    std::vector<BudgetPart> parts;  ///< their sums are best, expected and worst
    std::vector<BudgetGroup> groups;
    // Head-room; none on a paid plan.
    std::optional<CallRange> callsLeft;  ///< below zero: over
    std::optional<double> secretsLeft;
    std::optional<double> worstShare;    ///< worst month as a share of the plan's calls
    QStringList formula;                 ///< how the figures come about, with the design's numbers
    std::vector<BudgetPoint> series;     ///< ascending by interval
    std::optional<int> smallestInterval; ///< minutes, steps of ten: the first whose worst month fits; none: none does
};

/// Nothing when the tenant's interval is unknown or not above zero.
[[nodiscard]] std::optional<BudgetStory> budgetStory(const Topology& topology, const ElementId& tenant);

}  // namespace redoubt

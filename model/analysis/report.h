// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/finding.h"

#include <optional>
#include <vector>

namespace redoubt {

/// The availability of one service of the design. Fractions, not percentages.
struct ServiceEstimate {
    QString id;    ///< `ss-login`, `rotation@DE-SITE` ... (interface: ids)
    QString name;  ///< as people say it: `Secret Server sign-in`
    double automatic = 0;
    double withManualFailover = 0;  ///< manual failover credited as repair time (catalogue d.2); >= automatic
    double downtimeMinutesYear = 0; ///< (1 - withManualFailover) * 525600
    std::vector<QStringList> cutSets;  ///< minimal, to order 3, of the automatic figure; element ids, sorted
    QStringList singlePoints;          ///< the cut sets of order 1
    std::vector<QString> notes;        ///< what a reader must know: assumptions in force, what is not in the figure
    QStringList components;            ///< every element that the figure depends on
};

enum class BudgetVerdict { Fits, FitsOnAverage, OverCalls, OverSecrets };
[[nodiscard]] QString verdictId(BudgetVerdict verdict);  ///< `fits`, `fits-on-average`, `over-calls`, `over-secrets`

/// The API-call budget of one DevOps Secrets Vault tenant over a 30-day month (catalogue section e).
struct TenantBudget {
    QString tenant;  ///< element id
    QString name;
    qint64 intervals = 0;  ///< a month
    qint64 secrets = 0;    ///< mapped
    double best = 0;       ///< calls a month, additions (pipeline, first mapping, reserve) included
    double expected = 0;
    double worst = 0;
    double ceiling = 0;
    double reserve = 0;
    std::optional<double> limitCalls;  ///< none: a paid plan
    std::optional<double> limitSecrets;
    double otherSecrets = 0;
    double staleShare = 0;  ///< share of time a mapped secret's copy is older than the vault (d.7), the worst group
    BudgetVerdict verdict = BudgetVerdict::Fits;
};

/// What `analyse` says of a design.
struct Report {
    QString rulesVersion;
    QString catalogVersion;
    int checks = 0;  ///< rules that were judged
    std::vector<Finding> findings;  ///< errors first, then by rule id, then by subjects
    std::vector<ServiceEstimate> services;
    std::vector<TenantBudget> dsv;
    std::vector<QString> staleWaivers;  ///< waivers that no finding matches, as sentences
};

}  // namespace redoubt

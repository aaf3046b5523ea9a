// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/waiver.h"
#include "model/rules/finding.h"
#include "model/rules/rule.h"

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
[[nodiscard]] QString verdictWords(BudgetVerdict verdict);  ///< `too many calls`
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

/// A rule that was judged, as it was judged.
struct JudgedRule {
    QString rule;
    Severity severity = Severity::Advice;  ///< when nothing in the design changes it
};

/// A rule whose judgement was given up: it takes more steps than `mostSteps` (model/rules/expression.h) on this design.
/// It has no findings then, not even those found up to there, which would depend on the order of the elements.
struct StoppedRule {
    QString rule;
    QString path;  ///< the file in which it stands
    int line = 0;
    int column = 0;
    QString text;  ///< what happened and what to do, in sentences
};

enum class WaiverState { Accepts, Stale, Expired, Repeated, UnknownRule, PackMissing, RuleOff };
/// `accepts`, `stale`, `expired`, `repeated`, `unknown-rule`, `pack-missing`, `rule-off`
[[nodiscard]] QString waiverStateId(WaiverState state);

/// What became of one waiver of the design.
struct WaiverUse {
    Waiver waiver;
    WaiverState state = WaiverState::Accepts;
    std::vector<size_t> findings;  ///< those that it accepts, as positions in the report
    QString note;                  ///< why it accepts nothing, a sentence; empty when it does
};

/// What `analyse` says of a design.
struct Report {
    QString rulesVersion;
    QString catalogVersion;
    int checks = 0;  ///< rules that were judged
    std::vector<JudgedRule> judged;  ///< these, in the order of the rule set
    std::vector<StoppedRule> stopped; ///< rules that could not be judged
    std::vector<RulePack> packs;     ///< those of the rule set: what they added, changed and switched off
    std::vector<Finding> findings;  ///< errors first, then by rule id, then by subjects
    std::vector<ServiceEstimate> services;
    std::vector<TenantBudget> dsv;
    std::vector<WaiverUse> waivers;  ///< every waiver of the design, in its order

    /// The waiver that accepts a finding; null when none does.
    [[nodiscard]] const Waiver* waiverOf(size_t finding) const;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace redoubt {

inline constexpr double minutesMonth = 43'200;   // the 30-day month of catalogue e.2
inline constexpr double freeCalls = 2'500;       // a month; free plan (S1, K2, K3)
inline constexpr double freeSecrets = 250;

/// Secrets that change alike. Changes are per secret and month.
struct SecretGroup {
    double count = 0;
    double scheduled = 0;  ///< evenly spaced rotations
    double random = 0;     ///< edits and check-ins at random moments
    QString name = {};     ///< of the group, for people
};

/// What the calls of one tenant follow from (catalogue e.1, e.2). Values below zero count as zero.
struct BudgetInput {
    double intervalMinutes = 720;
    std::vector<SecretGroup> groups;
    double otherSecrets = 0;
    double pipelineRuns = 0;  ///< event pipeline and manual pushes, a month
    double secretsPerRun = 1;
    double newlyMapped = 0;
    bool mappedInOneGo = false;
    double reserve = 0;  ///< calls kept for retrievals in an outage
};

/// What a kind of calls comes to in a month.
struct CallRange {
    double best = 0;
    double expected = 0;
    double worst = 0;
};

/// Calls in a month, additions included. best <= expected <= worst <= ceiling.
struct CallBudget {
    qint64 intervals = 0;
    double secrets = 0;  ///< mapped
    double best = 0;
    double expected = 0;
    double worst = 0;
    double ceiling = 0;
    double staleShare = 0;  ///< share of time a copy is older than the vault (d.7), the worst group
    // What the figures are the sum of:
    CallRange pushes;
    CallRange signIns;
    CallRange firstMapping;
    double pipeline = 0;
    double reserve = 0;
};

/// Calls of one group, all its secrets together.
struct GroupCalls {
    double chance = 0;  ///< of a push of one of its secrets in an interval
    CallRange pushes;
};
[[nodiscard]] GroupCalls callsOf(const SecretGroup& group, qint64 intervals);

/// Nothing when the interval is not a number above zero: there is no schedule to count.
[[nodiscard]] std::optional<CallBudget> callBudget(const BudgetInput& input);

/// Share of time that the copy of a secret with `changes` a month is older than the vault (catalogue d.7).
[[nodiscard]] double staleShare(double changes, double intervalMinutes);

/// The most secrets that change like `each` (its count is ignored) whose worst month stays within `calls`.
/// Nothing when the number is not limited or the interval is not valid.
[[nodiscard]] std::optional<qint64> largestSecrets(const SecretGroup& each, double intervalMinutes,
                                                   double calls = freeCalls);

/// The most secrets that group number `group` may have, the rest of the tenant as it is, so that the worst month stays
/// within `calls`. Nothing when the number is not limited, or the rest alone is over.
[[nodiscard]] std::optional<qint64> largestGroup(BudgetInput input, size_t group, double calls = freeCalls);

/// The smallest interval, in steps of ten minutes from `minimum` to a month, whose worst month stays within `calls`.
[[nodiscard]] std::optional<int> smallestInterval(BudgetInput input, int minimum = 10, double calls = freeCalls);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// Formulae of catalogue e.2, from the seed's counting rule (S1, V4): one sign-in for each updated tenant and one call
// for each changed secret, each time the interval comes round.
#include "model/analysis/callbudget.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

/// What no design has is cut off, so that sums stay numbers.
double atLeastZero(double value)
{
    constexpr double most = 1e15;
    return std::isfinite(value) ? std::clamp(value, 0.0, most) : 0;
}

SecretGroup cleaned(const SecretGroup& group)
{
    return {std::floor(atLeastZero(group.count)), atLeastZero(group.scheduled), atLeastZero(group.random), group.name};
}

/// Chance that a secret of the group is pushed in one of `n` intervals.
double pushChance(const SecretGroup& g, double n)
{
    const double scheduled = std::min(1.0, g.scheduled / n);
    const double random = g.random <= 1 ? g.random / n : -std::expm1(g.random * std::log1p(-1 / n));
    return 1 - (1 - scheduled) * (1 - random);
}

struct Pushes {
    CallRange sum;
    double signInsBest = 0;
    double logNoChange = 0;  // of the chance that no secret changes in an interval
};

Pushes pushesOf(const std::vector<SecretGroup>& groups, qint64 intervals)
{
    Pushes all;
    for (const SecretGroup& given : groups) {
        const SecretGroup g = cleaned(given);
        if (g.count == 0)
            continue;
        const GroupCalls calls = callsOf(g, intervals);
        all.sum.best += calls.pushes.best;
        all.sum.expected += calls.pushes.expected;
        all.sum.worst += calls.pushes.worst;
        all.signInsBest = std::max(all.signInsBest, calls.pushes.best / g.count);
        all.logNoChange += g.count * std::log1p(-calls.chance);
    }
    return all;
}

bool isInterval(double minutes)
{
    return std::isfinite(minutes) && minutes >= 0.001;
}

}  // namespace

GroupCalls callsOf(const SecretGroup& group, qint64 intervals)
{
    const SecretGroup g = cleaned(group);
    const auto n = double(std::max(qint64(1), intervals));
    GroupCalls calls;
    calls.chance = pushChance(g, n);
    calls.pushes = {g.count * std::max(std::min(g.scheduled, n), std::min(g.random, 1.0)), g.count * n * calls.chance,
                    g.count * std::min(g.scheduled + g.random, n)};
    return calls;
}

std::optional<CallBudget> callBudget(const BudgetInput& input)
{
    if (!isInterval(input.intervalMinutes))
        return {};
    // An interval longer than the month still comes round in some months: counted as one.
    const double n = std::max(1.0, std::floor(minutesMonth / input.intervalMinutes));
    CallBudget budget;
    budget.intervals = qint64(n);
    const Pushes pushes = pushesOf(input.groups, budget.intervals);
    for (const SecretGroup& group : input.groups)
        budget.secrets += cleaned(group).count;
    const double newly = atLeastZero(input.newlyMapped);
    budget.pushes = pushes.sum;
    budget.signIns = {pushes.signInsBest, -n * std::expm1(pushes.logNoChange), std::min(n, pushes.sum.worst)};
    budget.reserve = atLeastZero(input.reserve);
    budget.pipeline = atLeastZero(input.pipelineRuns) * (1 + atLeastZero(input.secretsPerRun));
    const double inOneGo = newly > 0 ? newly + 1 : 0;
    const double first = input.mappedInOneGo ? inOneGo : 2 * newly;
    budget.firstMapping = {std::min(first, inOneGo), first, first};
    const double always = budget.reserve + budget.pipeline;
    budget.best = budget.pushes.best + budget.signIns.best + budget.firstMapping.best + always;
    budget.expected = budget.pushes.expected + budget.signIns.expected + first + always;
    budget.worst = budget.pushes.worst + budget.signIns.worst + first + always;
    budget.ceiling = n * (1 + budget.secrets) + first + always;
    // The order best <= expected <= worst holds by the formulae; rounding must not break it.
    budget.expected = std::clamp(budget.expected, budget.best, std::max(budget.best, budget.worst));
    for (const SecretGroup& group : input.groups)
        if (const SecretGroup g = cleaned(group); g.count > 0)
            budget.staleShare = std::max(budget.staleShare, staleShare(g.scheduled + g.random, input.intervalMinutes));
    return budget;
}

double staleShare(double changes, double intervalMinutes)
{
    const double x = atLeastZero(changes) * atLeastZero(intervalMinutes) / minutesMonth;  // lambda T
    if (x < 1e-4)  // the closed form would cancel
        return x / 2 - x * x / 6 + x * x * x / 24;
    return 1 + std::expm1(-x) / x;
}

std::optional<qint64> largestSecrets(const SecretGroup& each, double intervalMinutes, double calls)
{
    const SecretGroup g = cleaned({1, each.scheduled, each.random});
    if (!isInterval(intervalMinutes) || g.scheduled + g.random <= 0 || !std::isfinite(calls))
        return {};
    const double n = std::max(1.0, std::floor(minutesMonth / intervalMinutes));
    const double pushes = std::min(g.scheduled + g.random, n);
    // Worst month of s secrets: s * pushes + min(n, s * pushes).
    const double many = (calls - n) / pushes;
    const double few = calls / (2 * pushes);
    const double largest = few * pushes <= n ? few : many;
    return qint64(std::clamp(std::floor(largest + 1e-9), 0.0, 1e15));
}

std::optional<qint64> largestGroup(BudgetInput input, size_t group, double calls)
{
    if (group >= input.groups.size() || !isInterval(input.intervalMinutes) || !std::isfinite(calls))
        return {};
    const auto fits = [&](qint64 count) {
        input.groups[group].count = double(count);
        const auto budget = callBudget(input);
        return budget && budget->worst <= calls + 1e-9;
    };
    const SecretGroup g = cleaned(input.groups[group]);
    if (g.scheduled + g.random <= 0 || !fits(0))
        return {};
    qint64 within = 0, beyond = 1;
    while (fits(beyond) && beyond < (qint64(1) << 40)) {
        within = beyond;
        beyond *= 2;
    }
    while (beyond - within > 1) {
        const qint64 middle = within + (beyond - within) / 2;
        (fits(middle) ? within : beyond) = middle;
    }
    return within;
}

std::optional<int> smallestInterval(BudgetInput input, int minimum, double calls)
{
    for (int minutes = std::max(10, minimum); minutes <= int(minutesMonth); minutes += 10) {
        input.intervalMinutes = minutes;
        if (const auto budget = callBudget(input); budget && budget->worst <= calls + 1e-9)
            return minutes;
    }
    return {};
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/budgetstory.h"

#include "model/design/numberwords.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

QString chance(double p)
{
    return QString::number(p, 'g', 4);
}

bool isCloudSource(const Topology& topology, const ElementId& tenant)
{
    const QList<int>& flows = topology.to(tenant);
    return std::any_of(flows.cbegin(), flows.cend(), [&](int index) {
        const Flow& flow = topology.flow(index);
        const Element* from = topology.design().element(flow.from);
        return flow.rows.contains(QStringLiteral("CN-40")) && from && from->kind == QLatin1String("ssc-frontend");
    });
}

QString groupLine(const SecretGroup& group, const GroupCalls& calls, qint64 intervals)
{
    const QString name = group.name.isEmpty() ? QStringLiteral("Mapped secrets") : group.name;
    QString changes = QStringLiteral("%1 scheduled changes a month").arg(amountWords(group.scheduled));
    if (group.random > 0)
        changes += QStringLiteral(" and %1 at random moments").arg(amountWords(group.random));
    const QString random = group.random > 1 ? QStringLiteral("1 - (1 - 1/%1)^%2").arg(intervals).arg(amountWords(group.random))
                                            : QStringLiteral("%1/%2").arg(amountWords(group.random)).arg(intervals);
    return QStringLiteral("%1: %2 secrets, each with %3. Chance of a push in an interval: 1 - (1 - min(1, %4/%5)) x (1 - (%6)) = %7. "
                          "Pushes: best %8, expected %2 x %5 x %7 = %9, worst %2 x min(%10, %5) = %11.")
        .arg(name, amountWords(group.count), changes, amountWords(group.scheduled), QString::number(intervals), random, chance(calls.chance),
             amountWords(calls.pushes.best), amountWords(calls.pushes.expected))
        .arg(amountWords(group.scheduled + group.random), amountWords(calls.pushes.worst));
}

QStringList formulaOf(const BudgetInput& input, const CallBudget& calls, const TenantBudget& budget)
{
    const QString n = QString::number(calls.intervals);
    QStringList lines{QStringLiteral("Intervals a month: 43,200 min / %1 min = %2.").arg(amountWords(input.intervalMinutes), n)};
    for (const SecretGroup& group : input.groups)
        if (group.count >= 1)
            lines << groupLine(group, callsOf(group, calls.intervals), calls.intervals);
    lines << QStringLiteral("Sign-ins, one for each interval in which something changed: best %1 (all rotate together), expected "
                            "%2 x (1 - chance that nothing changes) = %3, worst min(%2, %4) = %5.")
                 .arg(amountWords(calls.signIns.best), n, amountWords(calls.signIns.expected), amountWords(calls.pushes.worst), amountWords(calls.signIns.worst));
    if (calls.pipeline > 0)
        lines << QStringLiteral("Event pipeline: %1 runs x (1 sign-in + %2 secrets) = %3.")
                     .arg(amountWords(input.pipelineRuns), amountWords(input.secretsPerRun), amountWords(calls.pipeline));
    if (calls.firstMapping.worst > 0)
        lines << (input.mappedInOneGo ? QStringLiteral("Newly mapped in one go: 1 sign-in + %1 pushes = %2.")
                                      : QStringLiteral("Newly mapped: %1 x (1 sign-in + 1 push) = %2, at best %3."))
                     .arg(amountWords(input.newlyMapped), amountWords(calls.firstMapping.worst), amountWords(calls.firstMapping.best));
    if (calls.reserve > 0)
        lines << QStringLiteral("Kept for retrievals in an outage: %1.").arg(amountWords(calls.reserve));
    lines << QStringLiteral("In all: best %1, expected %2, worst %3; if everything changed in every interval: %4.")
                 .arg(amountWords(calls.best), amountWords(calls.expected), amountWords(calls.worst), amountWords(calls.ceiling));
    if (budget.limitCalls)
        lines << QStringLiteral("The plan allows %1 calls a month and %2 secrets.").arg(amountWords(*budget.limitCalls), amountWords(budget.limitSecrets.value_or(0)));
    return lines;
}

std::vector<BudgetPoint> seriesOf(BudgetInput input, int minimum)
{
    std::vector<double> intervals;
    for (const int minutes : {10, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 10080, 20160, 43200})
        if (minutes >= minimum)
            intervals.push_back(minutes);
    const double own = input.intervalMinutes;
    if (std::find(intervals.begin(), intervals.end(), own) == intervals.end())
        intervals.push_back(own);
    std::sort(intervals.begin(), intervals.end());
    std::vector<BudgetPoint> result;
    for (const double minutes : intervals) {
        input.intervalMinutes = minutes;
        if (const auto calls = callBudget(input))
            result.push_back({minutes, calls->best, calls->expected, calls->worst, calls->ceiling, minutes == own});
    }
    return result;
}

}  // namespace

std::optional<BudgetStory> budgetStory(const Topology& topology, const ElementId& tenant)
{
    const std::vector<TenantBudget> budgets = callBudgets(topology);
    const auto budget = std::find_if(budgets.begin(), budgets.end(), [&](const TenantBudget& b) { return b.tenant == tenant.value; });
    const auto input = budgetInput(topology, tenant);
    const auto calls = input ? callBudget(*input) : std::nullopt;
    if (budget == budgets.end() || !calls)
        return {};
    BudgetStory story;
    story.budget = *budget;
    story.intervalMinutes = input->intervalMinutes;
    story.minimumInterval = isCloudSource(topology, tenant) ? 30 : 10;
    story.parts = {{QStringLiteral("Pushes"), calls->pushes}, {QStringLiteral("Sign-ins"), calls->signIns}};
    const auto always = [](double n) { return CallRange{n, n, n}; };
    if (calls->pipeline > 0)
        story.parts.push_back({QStringLiteral("Event pipeline"), always(calls->pipeline)});
    if (calls->firstMapping.worst > 0)
        story.parts.push_back({QStringLiteral("First mapping"), calls->firstMapping});
    if (calls->reserve > 0)
        story.parts.push_back({QStringLiteral("Break-glass reserve"), always(calls->reserve)});
    const auto limit = budget->limitCalls;
    for (size_t i = 0; i < input->groups.size(); ++i) {
        const SecretGroup& group = input->groups[i];
        story.groups.push_back({group.name, std::max(0.0, group.count), callsOf(group, calls->intervals).pushes,
                                staleShare(group.scheduled + group.random, input->intervalMinutes),
                                limit ? largestGroup(*input, i, *limit) : std::nullopt});
    }
    if (limit) {
        story.callsLeft = CallRange{*limit - calls->best, *limit - calls->expected, *limit - calls->worst};
        story.worstShare = calls->worst / *limit;
        story.smallestInterval = smallestInterval(*input, story.minimumInterval, *limit);
    }
    if (budget->limitSecrets)
        story.secretsLeft = *budget->limitSecrets - calls->secrets - input->otherSecrets;
    story.formula = formulaOf(*input, *calls, *budget);
    story.series = seriesOf(*input, story.minimumInterval);
    return story;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/improvements.h"

#include "model/analysis/availability.h"
#include "model/analysis/changes.h"

#include <algorithm>

namespace redoubt {

namespace {

using Figures = std::vector<ServiceEstimate>;

/// How far the services are from the target together.
double shortfall(const Figures& figures, double target)
{
    double sum = 0;
    for (const ServiceEstimate& service : figures)
        sum += std::max(0.0, target - service.withManualFailover);
    return sum;
}

double figureIn(const Figures& figures, const QString& id)
{
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const ServiceEstimate& s) { return s.id == id; });
    return found == figures.end() ? 0 : found->withManualFailover;
}

void judge(Improvement& change, const Design& design, const Catalog& catalog, const Figures& before, double target)
{
    const Design changed = patched(design, change.patch);
    const Figures after = estimateAvailability(Topology(changed, catalog));
    for (const ServiceEstimate& service : before) {
        if (service.withManualFailover >= target)
            continue;
        change.effects.push_back({service.id, service.withManualFailover, figureIn(after, service.id)});
        change.gainMinutes += (change.effects.back().after - change.effects.back().before) * 525'600;
    }
    change.reaches = shortfall(after, target) <= 0;
}

std::vector<Improvement> judged(const Design& design, const Catalog& catalog, const Figures& before, double target)
{
    std::vector<Improvement> result;
    for (Improvement& change : possibleChanges(design, catalog, target)) {
        judge(change, design, catalog, before, target);
        constexpr double noticeable = 0.01;  // minutes a year
        if (change.gainMinutes > noticeable)
            result.push_back(std::move(change));
    }
    std::stable_sort(result.begin(), result.end(), [](const Improvement& a, const Improvement& b) {
        if (a.reaches != b.reaches)
            return a.reaches;
        if (a.reaches && a.machines != b.machines)
            return a.machines < b.machines;
        return a.gainMinutes > b.gainMinutes;
    });
    return result;
}

}  // namespace

ImprovementPlan improvementsFor(const Design& design, const Catalog& catalog, double target)
{
    ImprovementPlan result;
    result.target = target;
    const Figures now = estimateAvailability(Topology(design, catalog));
    for (const ServiceEstimate& service : now)
        if (service.withManualFailover < target)
            result.missed << service.id;
    if (result.missed.isEmpty())
        return result;
    result.changes = judged(design, catalog, now, target);
    Design current = design;
    std::vector<Improvement> choice = result.changes;
    constexpr size_t most = 3;
    while (!choice.empty() && result.plan.size() < most && !result.reached) {
        result.plan.push_back(choice.front());
        current = patched(std::move(current), choice.front().patch);
        result.reached = result.plan.back().reaches;
        if (!result.reached && result.plan.size() < most)
            choice = judged(current, catalog, estimateAvailability(Topology(current, catalog)), target);
    }
    return result;
}

}  // namespace redoubt

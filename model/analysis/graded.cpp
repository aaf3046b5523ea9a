// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/graded.h"

#include <algorithm>
#include <map>

namespace redoubt {

namespace {

using Merged = std::map<std::pair<std::vector<int>, double>, Bdd>;

void add(Diagram& diagram, Merged& merged, std::vector<int> actions, double hours, Bdd when)
{
    if (when == Diagram::no)
        return;
    Bdd& known = merged.try_emplace({std::move(actions), hours}, Diagram::no).first->second;
    known = diagram.either(known, when);
}

std::vector<Remedy> listed(const Merged& merged)
{
    std::vector<Remedy> result;
    for (const auto& [key, when] : merged)
        result.push_back({key.first, key.second, when});
    return result;
}

std::vector<int> unitedActions(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<int> result;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

}  // namespace

Graded both(Diagram& diagram, const Graded& a, const Graded& b)
{
    Graded result{diagram.both(a.automatic, b.automatic), {}};
    Merged merged;
    for (const Remedy& r : a.manual)
        add(diagram, merged, r.actions, r.repairHours, diagram.both(r.when, b.automatic));
    for (const Remedy& r : b.manual)
        add(diagram, merged, r.actions, r.repairHours, diagram.both(r.when, a.automatic));
    for (const Remedy& r : a.manual)
        for (const Remedy& s : b.manual)
            add(diagram, merged, unitedActions(r.actions, s.actions), std::min(r.repairHours, s.repairHours),
                diagram.both(r.when, s.when));
    result.manual = listed(merged);
    return result;
}

Graded either(Diagram& diagram, const Graded& a, const Graded& b)
{
    Graded result{diagram.either(a.automatic, b.automatic), {}};
    Merged merged;
    for (const std::vector<Remedy>* remedies : {&a.manual, &b.manual})
        for (const Remedy& r : *remedies)
            add(diagram, merged, r.actions, r.repairHours, r.when);
    result.manual = listed(merged);
    return result;
}

long double withManualFailover(Diagram& diagram, Probability& probability, const Graded& service,
                               const std::vector<double>& hours)
{
    std::vector<std::pair<long double, Bdd>> credits;
    for (const Remedy& r : service.manual) {
        long double rto = 0;
        for (const int action : r.actions)
            rto += static_cast<long double>(hours[size_t(action)]);
        if (rto < static_cast<long double>(r.repairHours))
            credits.emplace_back(1 - rto / static_cast<long double>(r.repairHours), r.when);
    }
    std::stable_sort(credits.begin(), credits.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    Bdd counted = service.automatic;
    long double sum = probability.of(counted);
    for (const auto& [credit, when] : credits) {
        sum += credit * probability.of(diagram.without(when, counted));
        counted = diagram.either(counted, when);
    }
    return sum;
}

}  // namespace redoubt

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
    Graded result(allOf(diagram, {a.how, b.how}));
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
    Graded result(anyOf(diagram, {a.how, b.how}));
    Merged merged;
    for (const std::vector<Remedy>* remedies : {&a.manual, &b.manual})
        for (const Remedy& r : *remedies)
            add(diagram, merged, r.actions, r.repairHours, r.when);
    result.manual = listed(merged);
    return result;
}

std::optional<size_t> quickestRemedy(const Diagram& diagram, const Graded& service, const std::vector<double>& hours,
                                     const std::vector<int>& down)
{
    std::optional<size_t> best;
    double bestHours = 0;
    for (size_t i = 0; i < service.manual.size(); ++i) {
        const Remedy& r = service.manual[i];
        if (!diagram.holds(r.when, down))
            continue;
        double rto = 0;
        for (const int action : r.actions)
            rto += hours[size_t(action)];
        if (!best || rto < bestHours) {
            best = i;
            bestHours = rto;
        }
    }
    return best;
}

std::vector<CreditedStates> creditedStates(Diagram& diagram, const Graded& service, const std::vector<double>& hours)
{
    std::vector<CreditedStates> credits;
    for (size_t i = 0; i < service.manual.size(); ++i) {
        const Remedy& r = service.manual[i];
        long double rto = 0;
        for (const int action : r.actions)
            rto += static_cast<long double>(hours[size_t(action)]);
        if (rto < static_cast<long double>(r.repairHours))
            credits.push_back({1 - rto / static_cast<long double>(r.repairHours), r.when, int(i)});
    }
    std::stable_sort(credits.begin(), credits.end(),
                     [](const CreditedStates& a, const CreditedStates& b) { return a.credit > b.credit; });
    std::vector<CreditedStates> result{{1, service.automatic, -1}};
    Bdd counted = service.automatic;
    for (const CreditedStates& each : credits) {
        const Bdd fresh = diagram.without(each.when, counted);
        counted = diagram.either(counted, each.when);
        if (fresh != Diagram::no)
            result.push_back({each.credit, fresh, each.remedy});
    }
    return result;
}

long double expectedCredit(Probability& probability, const std::vector<CreditedStates>& states)
{
    long double sum = 0;
    for (const CreditedStates& each : states)
        sum += each.credit * probability.of(each.when);
    return sum;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/scenarios.h"

#include <algorithm>

namespace redoubt {

namespace {

using Scenarios = std::vector<Scenario>;

Scenarios::iterator named(Scenarios& scenarios, const QString& name)
{
    return std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario& s) { return s.name == name; });
}

/// The patch after `change` was done to the scenario called `name`; empty when there is none.
template <class Change>
Patch changed(const Design& design, const QString& name, Change change)
{
    Patch patch;
    Scenarios scenarios = design.scenarios;
    if (const auto it = named(scenarios, name); it != scenarios.end()) {
        change(scenarios, it);
        if (scenarios != design.scenarios)
            patch.scenarios = std::move(scenarios);
    }
    return patch;
}

}  // namespace

namespace edits {

Patch saveScenario(const Design& design, Scenario scenario)
{
    const auto mayFail = [&](const QString& id) { return design.element({id}) || design.link({id}); };
    scenario.name = scenario.name.trimmed();
    scenario.fails.removeDuplicates();
    if (scenario.name.isEmpty() || scenario.fails.isEmpty()
        || !std::all_of(scenario.fails.cbegin(), scenario.fails.cend(), mayFail))
        return {};
    Patch patch;
    Scenarios scenarios = design.scenarios;
    if (const auto it = named(scenarios, scenario.name); it != scenarios.end())
        *it = std::move(scenario);
    else
        scenarios.push_back(std::move(scenario));
    if (scenarios != design.scenarios)
        patch.scenarios = std::move(scenarios);
    return patch;
}

Patch renameScenario(const Design& design, const QString& name, const QString& newName)
{
    const QString wanted = newName.trimmed();
    if (wanted.isEmpty() || design.scenario(wanted))
        return {};
    return changed(design, name, [&](Scenarios&, Scenarios::iterator it) { it->name = wanted; });
}

Patch noteScenario(const Design& design, const QString& name, const QString& note)
{
    return changed(design, name, [&](Scenarios&, Scenarios::iterator it) { it->note = note.trimmed(); });
}

Patch removeScenario(const Design& design, const QString& name)
{
    return changed(design, name, [](Scenarios& all, Scenarios::iterator it) { all.erase(it); });
}

Patch moveScenario(const Design& design, const QString& name, int steps)
{
    return changed(design, name, [&](Scenarios& all, Scenarios::iterator it) {
        const auto from = it - all.begin();
        const auto to = std::clamp<std::ptrdiff_t>(from + steps, 0, std::ptrdiff_t(all.size()) - 1);
        if (to < from)
            std::rotate(all.begin() + to, it, it + 1);
        else
            std::rotate(it, it + 1, all.begin() + to + 1);
    });
}

QString freeScenarioName(const Design& design, const QString& wanted)
{
    if (!wanted.isEmpty() && !design.scenario(wanted))
        return wanted;
    const QString stem = wanted.isEmpty() ? QStringLiteral("Scenario") : wanted;
    for (int n = wanted.isEmpty() ? 1 : 2;; ++n)
        if (const QString name = QStringLiteral("%1 %2").arg(stem).arg(n); !design.scenario(name))
            return name;
}

}  // namespace edits

std::vector<Scenario> scenariosWithout(const Design& design, const QSet<QString>& gone)
{
    std::vector<Scenario> kept;
    for (Scenario scenario : design.scenarios) {
        const bool hadAny = !scenario.fails.isEmpty();
        scenario.fails.removeIf([&gone](const QString& id) { return gone.contains(id); });
        if (!hadAny || !scenario.fails.isEmpty())
            kept.push_back(std::move(scenario));
    }
    return kept;
}

std::vector<Scenario> scenariosAfterSplit(const Design& design, const QString& id, const QStringList& parts)
{
    std::vector<Scenario> result = design.scenarios;
    for (Scenario& scenario : result)
        if (const auto at = scenario.fails.indexOf(id); at >= 0) {
            scenario.fails.removeAt(at);
            for (qsizetype i = 0; i < parts.size(); ++i)
                scenario.fails.insert(at + i, parts[i]);
        }
    return result;
}

}  // namespace redoubt

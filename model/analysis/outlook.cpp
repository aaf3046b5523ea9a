// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/outlook.h"

#include <algorithm>

namespace redoubt {

namespace {

std::vector<int> onlyIn(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<int> result;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

}  // namespace

ServiceFunctions::ServiceFunctions(Diagram& diagram, const Graded& need) : m_automatic(need.automatic)
{
    std::vector<Bdd> ways{need.automatic};
    for (const Remedy& remedy : need.manual)
        ways.push_back(remedy.when);
    m_restorable = diagram.anyOf(std::move(ways));
    m_critical = diagram.critical(m_automatic);
    m_beyondRepair = diagram.critical(m_restorable);
}

std::vector<int> ServiceFunctions::newlyCritical(const Diagram& diagram, const std::vector<int>& down,
                                                 const ServiceFunctions& before) const
{
    return onlyIn(diagram.critical(m_automatic, down), before.m_critical);
}

std::vector<int> ServiceFunctions::newlyBeyondRepair(const Diagram& diagram, const std::vector<int>& down,
                                                     const ServiceFunctions& before) const
{
    return onlyIn(diagram.critical(m_restorable, down), before.m_beyondRepair);
}

ServiceState ServiceFunctions::stateWith(const Diagram& diagram, const std::vector<int>& down) const
{
    if (!diagram.holds(m_automatic, down))
        return diagram.holds(m_restorable, down) ? ServiceState::NeedsPerson : ServiceState::Down;
    const bool degraded = !newlyCritical(diagram, down, *this).empty() || !newlyBeyondRepair(diagram, down, *this).empty();
    return degraded ? ServiceState::Degraded : ServiceState::Working;
}

}  // namespace redoubt

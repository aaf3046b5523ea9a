// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/importance.h"

#include "model/analysis/structure.h"

#include <algorithm>

namespace redoubt {

namespace {

/// The figures of a service when one component is as given and the others as they are.
class Supposed {
public:
    Supposed(const Diagram& diagram, std::vector<long double> up) : m_diagram(diagram), m_up(std::move(up)) {}

    template <class Take>
    auto with(int level, long double value, Take&& take)
    {
        std::vector<long double> up = m_up;
        up[size_t(level)] = value;
        Probability probability(m_diagram, std::move(up));
        return take(probability);
    }
    [[nodiscard]] long double up(int level) const { return m_up[size_t(level)]; }

private:
    const Diagram& m_diagram;
    std::vector<long double> m_up;
};

ServiceImportance importanceFor(Structure& structure, const Service& service)
{
    Diagram& diagram = structure.diagram();
    const Components& components = structure.components();
    Probability base(diagram, components.probabilities());
    const ServiceFigures figures = figuresOf(structure, base, service.need);
    std::vector<double> hours = structure.actionHours();
    for (const int action : figures.done)
        hours[size_t(action)] = 0;
    const std::vector<CreditedStates> states = creditedStates(diagram, service.need, hours);
    const long double automatic = base.of(service.need.automatic), byHand = expectedCredit(base, states);
    Supposed supposed(diagram, components.probabilities());
    ServiceImportance result{service.id, {}};
    for (const int level : levelsOf(diagram, service.need)) {
        const auto works = [&](Probability& p) { return p.of(service.need.automatic); };
        const long double ifUp = supposed.with(level, 1, works);
        const long double ifDown = supposed.with(level, 0, works);
        const long double ifUpByHand = supposed.with(level, 1, [&](Probability& p) { return expectedCredit(p, states); });
        const long double birnbaum = ifUp - ifDown;
        ComponentImportance each;
        each.id = components.elementAt(level);
        each.birnbaum = double(birnbaum);
        each.criticality = automatic < 1 ? double((1 - supposed.up(level)) * birnbaum / (1 - automatic)) : 0;
        each.gainAutomaticMinutes = double((ifUp - automatic) * static_cast<long double>(minutesYear));
        each.gainMinutes = double((ifUpByHand - byHand) * static_cast<long double>(minutesYear));
        result.components.push_back(std::move(each));
    }
    std::sort(result.components.begin(), result.components.end(), [](const ComponentImportance& a, const ComponentImportance& b) {
        return a.gainMinutes != b.gainMinutes ? a.gainMinutes > b.gainMinutes : a.id < b.id;
    });
    return result;
}

}  // namespace

std::vector<ServiceImportance> importanceOf(const Topology& topology, const Supposition& reading)
{
    Structure structure(topology, reading);
    std::vector<ServiceImportance> result;
    const std::vector<Service> services = structure.services();
    for (const Service& service : services) {
        ServiceImportance importance = importanceFor(structure, service);
        if (structure.diagram().isExhausted())
            break;  // no number rather than a wrong one
        result.push_back(std::move(importance));
    }
    return result;
}

}  // namespace redoubt

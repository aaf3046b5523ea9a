// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/sweep.h"

#include "model/analysis/outlook.h"

#include <algorithm>

namespace redoubt {

FailureSweep sweepFailures(const Topology& topology, size_t limit)
{
    Structure structure(topology, {});
    const std::vector<Service> services = structure.services();
    const Diagram& diagram = structure.diagram();
    FailureSweep result;
    std::vector<int> levels;
    std::vector<ServiceFunctions> functions;
    for (const Service& service : services) {
        functions.emplace_back(structure.diagram(), service.need);
        if (diagram.isExhausted())
            break;
        result.services << service.id;
        const std::vector<int> more = levelsOf(diagram, service.need);
        levels.insert(levels.end(), more.begin(), more.end());
    }
    functions.resize(size_t(result.services.size()));
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    for (const int level : levels)
        result.components << structure.components().elementAt(level);

    const auto verdict = [&](const std::vector<int>& down) {
        SweepVerdict each;
        for (const int level : down)
            each.failed << structure.components().elementAt(level);
        each.failed.sort();
        for (const ServiceFunctions& service : functions)
            each.states.push_back(service.stateWith(diagram, down));
        return each;
    };
    for (const int level : levels)
        result.singles.push_back(verdict({level}));
    if (levels.size() * levels.size() / 2 > limit) {
        result.complete = false;
        return result;
    }
    for (size_t i = 0; i < levels.size(); ++i)
        for (size_t j = i + 1; j < levels.size(); ++j)
            result.doubles.push_back(verdict({levels[i], levels[j]}));
    return result;
}

}  // namespace redoubt

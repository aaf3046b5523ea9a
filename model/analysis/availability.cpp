// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/availability.h"

#include "model/analysis/cutsets.h"
#include "model/analysis/notes.h"

#include <algorithm>

namespace redoubt {

namespace {

constexpr int cutSetOrder = 3;
constexpr double minutesYear = 525'600;  // 365 days (catalogue d.4.5)

/// The levels that either figure depends on.
std::vector<int> levelsOf(const Diagram& diagram, const Graded& need)
{
    std::vector<int> levels = diagram.support(need.automatic);
    for (const Remedy& remedy : need.manual) {
        const std::vector<int> more = diagram.support(remedy.when);
        levels.insert(levels.end(), more.begin(), more.end());
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

ServiceEstimate estimateOf(Structure& structure, Probability& probability, const Service& service)
{
    Diagram& diagram = structure.diagram();
    Components& components = structure.components();
    ServiceEstimate estimate;
    estimate.id = service.id;
    estimate.name = service.name;
    std::vector<double> hours;
    for (const Action& action : structure.actions())
        hours.push_back(action.hours);
    estimate.automatic = double(probability.of(service.need.automatic));
    const long double byHand = withManualFailover(diagram, probability, service.need, hours);
    estimate.withManualFailover = std::max(estimate.automatic, double(byHand));
    estimate.downtimeMinutesYear = double((1 - byHand) * static_cast<long double>(minutesYear));

    const CutSets cuts = minimalCutSets(diagram, service.need.automatic, cutSetOrder);
    for (const std::vector<int>& levels : cuts.sets) {
        QStringList ids;
        for (const int level : levels)
            ids << components.elementAt(level);
        ids.sort();
        if (ids.size() == 1)
            estimate.singlePoints << ids;
        estimate.cutSets.push_back(ids);
    }
    std::sort(estimate.cutSets.begin(), estimate.cutSets.end(), [](const QStringList& a, const QStringList& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    estimate.singlePoints.sort();

    const std::vector<int> levels = levelsOf(diagram, service.need);
    for (const int level : levels)
        estimate.components << components.elementAt(level);
    estimate.components.sort();
    QStringList notes = notesOn(structure, service, levels);
    if (cuts.order < cutSetOrder)
        notes << QStringLiteral("Too many combinations of failures: they are listed up to %1 at once.").arg(cuts.order);
    estimate.notes.assign(notes.cbegin(), notes.cend());
    return estimate;
}

}  // namespace

std::vector<ServiceEstimate> estimateAvailability(const Topology& topology, const QSet<QString>& failed)
{
    Structure structure(topology, failed);
    const std::vector<Service> services = structure.services();
    Probability probability(structure.diagram(), structure.components().probabilities());
    std::vector<ServiceEstimate> result;
    for (const Service& service : services) {
        ServiceEstimate estimate = estimateOf(structure, probability, service);
        if (structure.diagram().isExhausted() && !service.need.manual.empty())
            break;  // its manual figure was not finished: no number rather than a wrong one
        result.push_back(std::move(estimate));
    }
    return result;
}

}  // namespace redoubt

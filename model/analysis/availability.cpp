// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/availability.h"

#include "model/analysis/cutsets.h"
#include "model/analysis/notes.h"

#include <algorithm>

namespace redoubt {

namespace {

constexpr int cutSetOrder = 3;

ServiceEstimate estimateOf(Structure& structure, Probability& probability, const Service& service)
{
    Diagram& diagram = structure.diagram();
    const Components& components = structure.components();
    ServiceEstimate estimate;
    estimate.id = service.id;
    estimate.name = service.name;
    const ServiceFigures figures = figuresOf(structure, probability, service.need);
    estimate.automatic = figures.automatic;
    estimate.withManualFailover = figures.withManualFailover;
    estimate.downtimeMinutesYear = figures.downtimeMinutesYear;

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
    QStringList notes = notesOn(structure, service, levels, figures.done);
    if (cuts.order < cutSetOrder)
        notes << QStringLiteral("Too many combinations of failures: they are listed up to %1 at once.").arg(cuts.order);
    estimate.notes.assign(notes.cbegin(), notes.cend());
    return estimate;
}

}  // namespace

std::vector<ServiceEstimate> estimateAvailability(const Topology& topology, const Supposition& reading)
{
    Structure structure(topology, reading);
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

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/availability.h"

#include "model/analysis/cutsets.h"
#include "model/analysis/structure.h"

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

QString actionNote(const Structure& structure, const Action& action)
{
    const QString hours = QString::number(action.hours, 'g', 6);
    const QString what = action.kind == ActionKind::Database
        ? QStringLiteral("Failover of %1 by hand").arg(structure.topology().design().displayName(action.subject))
        : action.kind == ActionKind::Site          ? QStringLiteral("Change of site by hand")
        : action.kind == ActionKind::PrivilegeSecure ? QStringLiteral("Privilege Secure failover by hand")
                                                     : QStringLiteral("Repointing of recordings by hand");
    const QString origin = action.given ? QString() : QStringLiteral(" (assumption)");
    return QStringLiteral("%1 takes %2 h%3.").arg(what, hours, origin);
}

void addFigureNotes(QStringList& notes, const Structure& structure, Components& components,
                    const std::vector<int>& levels)
{
    int defaults = 0;
    for (const int level : levels) {
        const Figure& figure = components.figureAt(level);
        defaults += figure.given ? 0 : 1;
        if (figure.replaced)
            notes << QStringLiteral("The availability given for %1 is not a fraction above 0 and up to 1: the default %2 is used.")
                         .arg(structure.topology().design().displayName(components.elementAt(level)))
                         .arg(figure.availability);
    }
    if (defaults > 0)
        notes << QStringLiteral("%1 of %2 component figures are defaults of the catalogue.").arg(defaults).arg(levels.size());
}

void addActionNotes(QStringList& notes, const Structure& structure, const Graded& need)
{
    std::vector<int> used;
    for (const Remedy& remedy : need.manual)
        used.insert(used.end(), remedy.actions.begin(), remedy.actions.end());
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (const int action : used)
        notes << actionNote(structure, structure.actions()[size_t(action)]);
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
    QStringList notes = service.notes;
    addFigureNotes(notes, structure, components, levels);
    addActionNotes(notes, structure, service.need);
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
    for (const Service& service : services)
        result.push_back(estimateOf(structure, probability, service));
    return result;
}

}  // namespace redoubt

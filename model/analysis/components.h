// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/factor.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// An element's own figures and where they come from.
struct Figure {
    double availability = 1;
    double mttrHours = 8;
    bool counts = false;   ///< has a figure of its own; otherwise only its host, container or site counts (d.5)
    QString source;        ///< of a figure that the design gives: what the design says about it, may be empty
    bool given = false;    ///< entered in the design; else the catalogue's default
    bool replaced = false; ///< the design's value was out of range: the default stands in for it (rule SLA-002)
};

/// Where a given figure comes from: `Given in the design: contract of 2026.`
[[nodiscard]] QString givenWords(const Figure& figure);
/// The figures of an element: those given, else the catalogue's defaults (d.5).
[[nodiscard]] Figure figureOf(const Topology& topology, const ElementId& id);
/// The figure of a database that the drawing leaves out (`database-modelled: false`): nothing when none is given.
[[nodiscard]] std::optional<Figure> figureNotDrawn(const Topology& topology, const GroupId& deployment);
/// The site of the deployment's web servers: the primary one when there are several.
[[nodiscard]] ElementId siteOfDeployment(const Topology& topology, const GroupId& deployment);

/// How long something stays down, depending on why: exclusive conditions with their repair times.
struct RepairCase {
    double hours = 0;
    Bdd when = Diagram::no;
};
using RepairCases = std::vector<RepairCase>;

/// The independent components behind the elements of a design: one variable for each element with a figure of its own,
/// ordered so that what stands in one site lies together in the diagram.
class Components {
public:
    Components(const Topology& topology, Diagram& diagram, const QSet<QString>& failed);

    /// Up itself, its host up, and every container around it up (d.1.2).
    [[nodiscard]] Bdd up(const ElementId& id) { return upFactor(id)->works; }
    [[nodiscard]] FactorPtr upFactor(const ElementId& id);
    /// The element's own figure, without host and containers.
    [[nodiscard]] Bdd own(const ElementId& id) const;
    [[nodiscard]] FactorPtr ownFactor(const ElementId& id) const;
    /// Every container around the element (or its host) up.
    [[nodiscard]] FactorPtr containersFactor(const ElementId& id);
    /// The database that a deployment's drawing leaves out, inside its web tier's site; always up when no figure is given.
    [[nodiscard]] FactorPtr notDrawn(const GroupId& deployment);
    [[nodiscard]] bool isFailed(const QString& id) const { return m_failed.contains(id); }

    /// Why `id` is down and for how long: its site's repair time when that is down, else its own (d.2). The cases are
    /// exclusive and cover every state in which `id` is down.
    [[nodiscard]] RepairCases repair(const ElementId& id);
    /// The same for interchangeable nodes of one site that are all down: their site's repair time, else MTTR/n.
    [[nodiscard]] RepairCases repairOfAll(const QList<ElementId>& nodes);
    /// ... that are lost together in states `lost` (a cluster without its majority), for `hours` when no container that
    /// all of them share is the cause.
    [[nodiscard]] RepairCases repairOfGroup(const QList<ElementId>& nodes, Bdd lost, double hours);
    /// The repair time of the machine behind a node: its own, or its host's when it has no figure of its own.
    [[nodiscard]] double machineHours(const ElementId& node) const;
    /// Of several things that are replaced together, the shortest repair in each state.
    [[nodiscard]] RepairCases shortest(const std::vector<RepairCases>& parts);

    /// The element (or, for a database that is not drawn, the deployment) behind a level.
    [[nodiscard]] QString elementAt(int level) const { return m_order[size_t(level)].value; }
    /// Nothing for what has no figure of its own.
    [[nodiscard]] std::optional<int> levelOf(const QString& id) const;
    [[nodiscard]] int count() const { return int(m_order.size()); }
    [[nodiscard]] const Figure& figureAt(int level) const { return m_figures[size_t(level)]; }
    /// Probability of being up, by level.
    [[nodiscard]] std::vector<long double> probabilities() const;

private:
    [[nodiscard]] RepairCases repairBy(const QList<ElementId>& blockers, Bdd rest, double restHours);
    [[nodiscard]] FactorPtr upInPlace(const ElementId& container);
    void order();

    const Topology& m_topology;
    Diagram& m_diagram;
    QSet<QString> m_failed;
    std::vector<ElementId> m_order;  // by level
    std::vector<Figure> m_figures;   // by level
    QHash<ElementId, int> m_level;
    QHash<ElementId, FactorPtr> m_up, m_own;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/reading.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// One factor of a figure. `value` is exact, whatever the parts share: it is read off the same function that gives the
/// service's figure. In a series, what several parts share and all of them need stands once, beside them; the parts are
/// then what is left of them while it is up.
struct FigureFactor {
    enum class Kind {
        Component,
        Series,     ///< all parts
        Parallel,   ///< one part is enough
        AtLeast,    ///< `need` of the weights
        Condition,  ///< a state of the design, as a probability
    };
    Kind kind = Kind::Component;
    QString label;  ///< as people say it
    QString id;     ///< the element or group on the canvas; empty: none
    double value = 1;
    int need = 0;
    std::vector<int> weights;  ///< of the parts
    std::vector<FigureFactor> parts;
    /// Ids that several parts depend on: then `value` is not what the parts give as if they were independent.
    QStringList shared;
    // Of a component:
    QString source;           ///< where its figure comes from
    bool assumption = false;  ///< the source is an assumption
    bool given = false;       ///< the figure stands in the design
    double mttrHours = 0;
};

/// States that earn a share because people act (catalogue d.2).
struct ManualShare {
    QStringList actions;     ///< what is done, in words
    QStringList settings;    ///< the design's settings that hold the times, each once
    double hours = 0;        ///< RTO
    double repairHours = 0;  ///< D
    double probability = 0;
    double credit = 0;
};

/// automatic = tree.value; withManualFailover = automatic + sum of probability times credit.
struct FigureExplanation {
    QString id;
    QString name;
    double automatic = 0;
    double withManualFailover = 0;
    FigureFactor tree;
    std::vector<ManualShare> byHand;
};

/// How the figure of one service comes about; nothing when the design does not have the service.
[[nodiscard]] std::optional<FigureExplanation> explainFigure(const Topology& topology, const QString& service,
                                                             const Supposition& reading = {});

/// What the parts would give if they were independent; equals `value` where `shared` is empty.
[[nodiscard]] double asIfIndependent(const FigureFactor& factor);

}  // namespace redoubt

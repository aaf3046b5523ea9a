// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/diagram.h"

namespace redoubt {

/// A way in which people can restore something: when it helps, what they have to do, and how long the failure that they
/// bridge would have lasted without them (catalogue d.2: RTO is the sum of the actions, D the repair time).
struct Remedy {
    std::vector<int> actions;  ///< numbers of runbook actions, ascending, each once
    double repairHours = 0;    ///< D
    Bdd when = Diagram::no;
};

/// What a service needs, in two grades: working by itself, or after manual work.
struct Graded {
    Bdd automatic = Diagram::yes;
    std::vector<Remedy> manual;
};

/// Needs both. Actions that both sides need are done once; D is the shorter repair.
[[nodiscard]] Graded both(Diagram& diagram, const Graded& a, const Graded& b);
/// Either will do; the better credit counts.
[[nodiscard]] Graded either(Diagram& diagram, const Graded& a, const Graded& b);

/// Sum of P(state) times credit(state), where the credit is 1 when the service works by itself, else the best
/// max(0, 1 - RTO/D) among the remedies that help in the state. `hours` gives each action's time.
[[nodiscard]] long double withManualFailover(Diagram& diagram, Probability& probability, const Graded& service,
                                             const std::vector<double>& hours);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/factor.h"

#include <optional>

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
    Graded() = default;
    explicit Graded(FactorPtr works) : automatic(works->works), how(std::move(works)) {}

    Bdd automatic = Diagram::yes;
    std::vector<Remedy> manual;
    FactorPtr how;  ///< how `automatic` is put together; null: nothing is needed
};

/// States that earn the same credit, none of them in two entries.
struct CreditedStates {
    long double credit = 0;
    Bdd when = Diagram::no;
    int remedy = -1;  ///< index into `Graded::manual`; -1: it works by itself
};

/// Needs both. Actions that both sides need are done once; D is the shorter repair.
[[nodiscard]] Graded both(Diagram& diagram, const Graded& a, const Graded& b);
/// Either will do; the better credit counts.
[[nodiscard]] Graded either(Diagram& diagram, const Graded& a, const Graded& b);

/// The states that earn anything, best credit first: 1 when the service works by itself, else the best 1 - RTO/D among
/// the remedies that help in the state. `hours` gives each action's time.
[[nodiscard]] std::vector<CreditedStates> creditedStates(Diagram& diagram, const Graded& service,
                                                         const std::vector<double>& hours);
/// The quickest remedy that helps when the components at the levels `down` are down and everything else is up: an index
/// into `manual`. Nothing when none helps.
[[nodiscard]] std::optional<size_t> quickestRemedy(const Diagram& diagram, const Graded& service,
                                                   const std::vector<double>& hours, const std::vector<int>& down = {});
/// Sum of P(state) times credit(state).
[[nodiscard]] long double expectedCredit(Probability& probability, const std::vector<CreditedStates>& states);

}  // namespace redoubt

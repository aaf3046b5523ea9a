// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"
#include "model/analysis/whatif.h"

namespace redoubt {

/// A service as two functions of the components, and what it looks like from the state in which nothing is down: what
/// judging a state needs.
class ServiceFunctions {
public:
    ServiceFunctions() = default;
    ServiceFunctions(Diagram& diagram, const Graded& need);

    [[nodiscard]] Bdd automatic() const { return m_automatic; }
    /// By itself or after people have acted.
    [[nodiscard]] Bdd restorable() const { return m_restorable; }

    /// The state when the levels `down` (ascending) are down and all else is up.
    [[nodiscard]] ServiceState stateWith(const Diagram& diagram, const std::vector<int>& down) const;
    /// Levels of which one more loss stops the service (leaves nothing for people to do) and would not have done so
    /// in the state `before`.
    [[nodiscard]] std::vector<int> newlyCritical(const Diagram& diagram, const std::vector<int>& down,
                                                 const ServiceFunctions& before) const;
    [[nodiscard]] std::vector<int> newlyBeyondRepair(const Diagram& diagram, const std::vector<int>& down,
                                                     const ServiceFunctions& before) const;

private:
    Bdd m_automatic = Diagram::no;
    Bdd m_restorable = Diagram::no;
    std::vector<int> m_critical, m_beyondRepair;  // with nothing down
};

}  // namespace redoubt

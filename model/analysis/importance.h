// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/reading.h"
#include "model/analysis/topology.h"

namespace redoubt {

/// What one component means to one service. Exact: the probabilities are those of the service's own diagram.
struct ComponentImportance {
    QString id;
    double birnbaum = 0;     ///< P(works by itself | component up) - P(works by itself | component down)
    double criticality = 0;  ///< share of the automatic downtime that goes when the component never fails
    double gainAutomaticMinutes = 0;  ///< minutes a year that a component that never fails saves, nobody acting
    double gainMinutes = 0;           ///< ... with manual failover: what to harden next
};

struct ServiceImportance {
    QString service;
    std::vector<ComponentImportance> components;  ///< largest `gainMinutes` first, then by id
};

/// For every service, each component that its figures depend on.
[[nodiscard]] std::vector<ServiceImportance> importanceOf(const Topology& topology, const Supposition& reading = {});

}  // namespace redoubt

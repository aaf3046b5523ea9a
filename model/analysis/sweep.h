// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"

namespace redoubt {

/// What one combination of failures does to every service.
struct SweepVerdict {
    QStringList failed;               ///< ids, sorted
    std::vector<ServiceState> states;  ///< one for each service of the sweep
};

struct FailureSweep {
    QStringList services;    ///< ids
    QStringList components;  ///< what was failed: everything that a figure depends on, containers included
    std::vector<SweepVerdict> singles;
    std::vector<SweepVerdict> doubles;  ///< every pair, in the order of `components`
    bool complete = true;    ///< false: too many pairs, `doubles` is empty
};

/// Fails every component, and every pair of components, and says how each service stands. The states are those of whatIf.
[[nodiscard]] FailureSweep sweepFailures(const Topology& topology, size_t limit = 250'000);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/finding.h"

#include <vector>

namespace redoubt {

/// How many of each; waived ones count as waived only.
struct FindingCounts {
    int errors = 0;
    int warnings = 0;
    int advice = 0;
    int waived = 0;

    [[nodiscard]] int open() const { return errors + warnings + advice; }
};
[[nodiscard]] FindingCounts countFindings(const std::vector<Finding>& findings);

}  // namespace redoubt

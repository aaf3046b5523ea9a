// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/improvements.h"

namespace redoubt {

/// Changes worth trying for the services below `target`: text, ids, patch and machines are filled in. Nothing is computed
/// of their effect.
[[nodiscard]] std::vector<Improvement> possibleChanges(const Design& design, const Catalog& catalog, double target);

}  // namespace redoubt

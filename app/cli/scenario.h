// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

namespace redoubt::cli {

/// The scenario of that name. A name that the design does not have is wrong usage.
[[nodiscard]] const Scenario& requireScenario(const Design& design, const QString& name);

}  // namespace redoubt::cli

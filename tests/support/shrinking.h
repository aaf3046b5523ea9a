// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <functional>

namespace redoubt {

/// What is left of a design for which `isBroken` holds when everything that does not matter to it is taken away: elements,
/// groups, links, members, properties and settings, one at a time. For a person to read when a law fails.
[[nodiscard]] Design smallest(Design design, const Catalog& catalog, const std::function<bool(const Design&)>& isBroken);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

namespace redoubt {

/// A valid-looking design of about `elements` elements: sites of 21 in a grid, each with balancers, web servers, database
/// servers and brokers in layers, linked as the references link them, and an availability group per site. The same
/// number gives the same design.
[[nodiscard]] Design bigDesign(int elements);

}  // namespace redoubt

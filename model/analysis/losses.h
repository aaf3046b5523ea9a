// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"
#include "model/analysis/whatif.h"

namespace redoubt {

/// What goes down, or is of no use any more, as a consequence of the failures of `after`. `before`: the same design with
/// nothing failed; what did nothing there is not lost.
[[nodiscard]] std::vector<LostThing> lossesOf(Structure& before, Structure& after);

}  // namespace redoubt

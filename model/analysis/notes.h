// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"

namespace redoubt {

/// `failover of Privilege Manager group by hand`, `change of site by hand` ...
[[nodiscard]] QString actionWords(const Topology& topology, const Action& action);

/// What a reader of the figure must know, as sentences: assumptions in force, what is not in it, what people have to do.
/// `levels` are the components that the service depends on; `done` are actions that the figure takes as done.
[[nodiscard]] QStringList notesOn(Structure& structure, const Service& service, const std::vector<int>& levels,
                                   const std::vector<int>& done = {});

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"

namespace redoubt {

/// What a reader of the figure must know, as sentences: assumptions in force, what is not in it, what people have to do.
/// `levels` are the components that the service depends on.
[[nodiscard]] QStringList notesOn(Structure& structure, const Service& service, const std::vector<int>& levels);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/style.h"

namespace redoubt {

/// How much something counts, 0 to 1: one hue from pale to deep, so that it reads without telling colours apart.
[[nodiscard]] QColor heat(const Style& style, double weight);

}  // namespace redoubt

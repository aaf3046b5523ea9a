// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/structure.h"

namespace redoubt {

/// A service's automatic figure as a fault tree in the Open-PSA exchange format: its top gate is the failure of the
/// service. Empty when the structure holds something that gates cannot say (a condition, votes of unequal weight).
[[nodiscard]] QByteArray openPsaModel(Structure& structure, const Service& service);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"
#include "views/render/style.h"

#include <QPixmap>

namespace redoubt {

/// The mark of a state as the pictures draw it.
[[nodiscard]] QPixmap statePixmap(ServiceState state, int size, const Style& style, double ratio = 1);
/// A cross in the colour of what failed.
[[nodiscard]] QPixmap failedPixmap(int size, const Style& style, double ratio = 1);
/// A style sheet's words for a label on the ground of a state.
[[nodiscard]] QString stateSheet(ServiceState state, const Style& style);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/heat.h"

#include <algorithm>

namespace redoubt {

QColor heat(const Style& style, double weight)
{
    // Dark theme: from dim to bright, away from the background as in the light one.
    const QColor deep(style.dark ? 0xffb26b : 0x8f3a00);
    return mixed(mixed(style.canvas, deep, 0.22), deep, std::clamp(weight, 0.0, 1.0));
}

}  // namespace redoubt

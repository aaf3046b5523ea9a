// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/placement.h"

namespace redoubt {

/// A free absolute rectangle of `size` in `container` (empty: the canvas), with its centre as close to `near` as can be,
/// on the grid, and at the usual distance from what stands there. Inside the container while there is room, else where
/// it grows least.
[[nodiscard]] QRectF freePlace(const Design& design, const Catalog& catalog, const Placement& placement,
                               const ElementId& container, const QSizeF& size, QPointF near,
                               const ElementId& except = {});

}  // namespace redoubt

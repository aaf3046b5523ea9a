// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt {

/// The nearest thing with a rectangle of its own that the element stands in; empty: the canvas.
[[nodiscard]] ElementId drawnIn(const Design& design, const Catalog& catalog, const ElementId& id);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

class QRandomGenerator;

namespace redoubt {

/// A design after so many careless edits: things taken away, copied, moved to another container, turned round or set to
/// another value. Sound in structure, and nearer to what people draw than a random one.
[[nodiscard]] Design wornDesign(QRandomGenerator& random, Design design, const Catalog& catalog, int edits);

/// The same with a name of its own for each element and group, so that people can tell them apart.
[[nodiscard]] Design namedApart(Design design);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt {

/// A design of about `elements` elements that a stranger might have drawn: kinds stand only where the catalog lets them,
/// every link has a row that allows its ends, most links stay within a site. Without a layout. The same seed gives the
/// same design.
[[nodiscard]] Design plausibleDesign(unsigned seed, const Catalog& catalog, int elements);

}  // namespace redoubt

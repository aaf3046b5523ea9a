// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

class QRandomGenerator;

namespace redoubt {

/// A design of about `elements` elements with every kind of property value that the catalog allows, sound in structure
/// (ids exist, no cycles) and nonsense in meaning. Texts hold what is hard to write: quotes, colons, digits, other
/// scripts, words that look like another type.
[[nodiscard]] Design randomDesign(QRandomGenerator& random, const Catalog& catalog, int elements);

}  // namespace redoubt

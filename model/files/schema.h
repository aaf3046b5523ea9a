// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QJsonObject>

namespace redoubt {

/// JSON Schema (draft-07) of the design file, made from the catalog: kinds, properties, choices, units. What it cannot
/// say, such as that an id exists, the reader still checks.
[[nodiscard]] QJsonObject designSchema(const Catalog& catalog);

}  // namespace redoubt

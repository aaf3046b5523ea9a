// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <optional>

namespace redoubt::layout {

/// Names of the rows of a drawing, from top to bottom (resources/layout/tiers.yaml).
[[nodiscard]] const QStringList& tierNames();
/// Index of a row by its name; -1: there is none.
[[nodiscard]] int tierNamed(const QString& name);
/// The row that people look for an element in; nothing when no row names its kind.
[[nodiscard]] std::optional<int> tierOf(const Catalog& catalog, const Element& element);

/// Of what no row names: among the services of the customer.
[[nodiscard]] int unknownTier();
[[nodiscard]] int lastTier();

}  // namespace redoubt::layout

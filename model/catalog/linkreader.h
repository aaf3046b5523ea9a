// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/propertyreader.h"

namespace redoubt {

/// As data files write them, in the order of LinkUse.
[[nodiscard]] const QStringList& linkUses();

/// Reads one row of the connection matrix. Kinds and products it names go to `kinds` and `products`.
[[nodiscard]] LinkRow readLinkRow(const Node& id, const Node& node, Problems& problems, std::vector<NamedId>& kinds,
                                  std::vector<NamedId>& products);

/// Why `key=value` cannot be a condition on elements of this kind; empty when it can.
[[nodiscard]] QString whyNotACondition(const Catalog& catalog, const QString& kind, const QString& condition);

/// What is wrong with a row once all kinds are known: conditions and services that its ends cannot have.
[[nodiscard]] QStringList whatIsWrong(const Catalog& catalog, const LinkRow& row);

}  // namespace redoubt

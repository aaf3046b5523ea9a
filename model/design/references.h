// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <functional>

namespace redoubt {

/// Given an id that is referred to, the id to refer to instead; nothing clears the reference.
using RefMap = std::function<std::optional<QString>(const QString&)>;

/// The record with every reference that the definitions know mapped, in lists and nested records too.
[[nodiscard]] PropertyRecord withReferences(const PropertyRecord& record, const std::vector<PropertyDef>& definitions,
                                            const RefMap& map);

/// The same for everything that one thing refers to in its properties; ends, containers and members are not touched.
[[nodiscard]] Element withReferences(Element element, const Catalog& catalog, const RefMap& map);
[[nodiscard]] Link withReferences(Link link, const Catalog& catalog, const RefMap& map);
[[nodiscard]] Group withReferences(Group group, const Catalog& catalog, const RefMap& map);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/propertyreader.h"

namespace redoubt {

/// Reads one way of looking at a design. The link rows it names go to `rows`.
[[nodiscard]] ViewDef readView(const Node& id, const Node& node, Problems& problems, std::vector<NamedId>& rows);

}  // namespace redoubt

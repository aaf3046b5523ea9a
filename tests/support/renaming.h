// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QHash>

namespace redoubt {

/// A design with every id replaced, so that all maps run in the opposite order, and with the members of its groups, the
/// rows and ports of its links and the items of its properties in the opposite order. What had no name bears its old id,
/// so that people read the same.
struct Renaming {
    Design design;
    QHash<QString, QString> oldIds;  ///< by new id
};

[[nodiscard]] Renaming renamed(const Design& design, const Catalog& catalog);

}  // namespace redoubt

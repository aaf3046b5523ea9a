// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/files/tree.h"

namespace redoubt {

struct NamedTree {
    QString path;
    Node root;
    QByteArray text = {};  ///< as written, when it is known: mistakes inside folded texts then have their exact place
};

/// Reads and checks the files of resources/catalog. Throws FileError with every mistake and its place (unknown keys,
/// kinds named that do not exist, duplicate ids, defaults of the wrong type).
[[nodiscard]] Catalog readCatalog(const std::vector<NamedTree>& files);

}  // namespace redoubt

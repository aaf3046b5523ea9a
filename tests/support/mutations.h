// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt {

/// A reference design with one thing changed, and what changes in its report (tests/mutations/*.yaml).
struct Mutation {
    QString base;  ///< id of the reference design
    QString name;  ///< what was done, in words
    Design design;
    QStringList appear;  ///< rules that fire now and did not, sorted
    QStringList go;      ///< rules that fired and do not now, sorted
};

struct Node;  // model/files/tree.h

/// A tree as YAML on one line.
[[nodiscard]] QByteArray yamlOf(const Node& node);
/// All of them. Throws FileError when a file cannot be understood.
[[nodiscard]] std::vector<Mutation> mutations(const Catalog& catalog);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/fileerror.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace redoubt {

/// A YAML document as it stands in the file: every node with its place. Strict reading happens on this.
struct Node {
    enum class Type { Null, Scalar, List, Map };

    Type type = Type::Null;
    bool quoted = false;  ///< a scalar in quotes is text whatever it looks like
    int line = 0;         ///< from 1
    int column = 0;
    QString text;               ///< of a scalar, as written
    std::vector<Node> keys;     ///< of a map, scalars, in file order, no duplicates
    std::vector<Node> items;    ///< of a list; of a map the values, beside `keys`

    [[nodiscard]] bool isNull() const { return type == Type::Null; }
    [[nodiscard]] bool isScalar() const { return type == Type::Scalar; }
    [[nodiscard]] bool isList() const { return type == Type::List; }
    [[nodiscard]] bool isMap() const { return type == Type::Map; }
    /// The value of `key` in a map; null pointer when absent or not a map.
    [[nodiscard]] const Node* find(const QString& key) const;
};

struct TreeLimits {
    qint64 bytes = 64 * 1024 * 1024;
    int depth = 32;
    int nodes = 2'000'000;
};

/// Parses one YAML document. Throws FileError for: not UTF-8, syntax errors, duplicate keys, keys that are not plain
/// scalars, aliases and anchors, tags, merge keys, more than one document, unterminated quotes, too deep, too large.
/// An empty document gives a Null node.
[[nodiscard]] Node parseYaml(const QByteArray& bytes, const QString& path, const TreeLimits& limits = {});

/// Reads a whole file. Throws FileError for a directory, a missing, unreadable or oversized file.
[[nodiscard]] QByteArray readFile(const QString& path, const TreeLimits& limits = {});

/// True when the YAML text holds a comment.
[[nodiscard]] bool hasComments(const QByteArray& yaml);

/// A compact binary form for data that is checked when the program is built (see tools in `resources/`).
[[nodiscard]] QByteArray packTree(const Node& node);
[[nodiscard]] Node unpackTree(const QByteArray& bytes);

}  // namespace redoubt

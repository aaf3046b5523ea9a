// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"

#include <QSet>
#include <optional>

namespace redoubt {

/// Mistakes found while reading files, each with its file and place.
class Problems {
public:
    QString path;  ///< of the file that is being read

    void add(const Node& at, const QString& text) { m_list.push_back({at.line, at.column, text, path}); }
    [[nodiscard]] bool isEmpty() const { return m_list.empty(); }
    /// Throws a FileError when there are any.
    void throwIfAny(const QString& what) const;

private:
    std::vector<Problem> m_list;
};

/// Strict scalars: a mistake goes to `problems` and gives nothing.
[[nodiscard]] std::optional<QString> textOf(const Node& node, Problems& problems);
[[nodiscard]] std::optional<bool> boolOf(const Node& node, Problems& problems);
[[nodiscard]] std::optional<qint64> integerOf(const Node& node, Problems& problems);
[[nodiscard]] std::optional<double> numberOf(const Node& node, Problems& problems);
[[nodiscard]] QStringList textsOf(const Node& node, Problems& problems);

/// Reads one map by its keys; `finish` complains about keys that nobody asked for.
class MapReader {
public:
    MapReader(const Node& node, Problems& problems);

    [[nodiscard]] const Node& node() const { return m_node; }
    /// Null when absent.
    [[nodiscard]] const Node* at(const QString& key);
    /// The value of `key`; complains and gives null when absent.
    [[nodiscard]] const Node* required(const QString& key);
    [[nodiscard]] QString text(const QString& key);
    [[nodiscard]] QString requiredText(const QString& key);
    [[nodiscard]] QStringList texts(const QString& key);
    [[nodiscard]] bool flag(const QString& key, bool absent = false);
    [[nodiscard]] std::optional<double> number(const QString& key);
    /// The place of the value among `choices`; 0 when it is absent or, which is a mistake, none of them.
    [[nodiscard]] size_t choice(const QString& key, const QStringList& choices);
    void finish();

private:
    const Node& m_node;
    Problems& m_problems;
    QSet<QString> m_asked;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/files/tree.h"

namespace redoubt {

/// An id that a file names somewhere; whether it exists is known only when everything has been read.
struct Mention {
    enum class Target { Element, Group, ElementOrGroup, ElementOrLink, Link };

    const Node* node = nullptr;
    QString place;  ///< what the mention is, for a sentence: `in`, `member`, `connector`
    Target target = Target::ElementOrGroup;
};

/// Collects what reading finds: problems to report and ids to check at the end.
struct Reading {
    const Catalog& catalog;
    std::vector<Problem> problems;
    std::vector<Mention> mentions;

    void problem(const Node& node, const QString& text) { problems.push_back({node.line, node.column, text}); }
};

/// How a node would be called in a sentence: `a list`, `` `abc` ``.
[[nodiscard]] QString describe(const Node& node);
/// `a, b, c`, shortened when long.
[[nodiscard]] QString oneOf(const QStringList& words);

/// A text: any scalar but a bare `true`, `false` or null. Reports otherwise.
[[nodiscard]] std::optional<QString> readText(Reading& reading, const Node& node, const QString& what);
[[nodiscard]] std::optional<bool> readBool(Reading& reading, const Node& node, const QString& what);
[[nodiscard]] std::optional<QStringList> readTexts(Reading& reading, const Node& node, const QString& what);
/// A list of ports, each of a legal form.
[[nodiscard]] std::optional<QStringList> readPorts(Reading& reading, const Node& node);

/// A property by its definition. Reports and gives nothing when it is wrong.
[[nodiscard]] std::optional<PropertyValue> readProperty(Reading& reading, const Node& node, const PropertyDef& def);
/// A value under an `x-...` key: whatever stands there. A null becomes a null text.
[[nodiscard]] PropertyValue readFree(const Node& node);

}  // namespace redoubt

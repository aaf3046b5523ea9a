// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"

namespace redoubt {

/// The document behind a source key of a rule.
struct Source {
    QString key;    ///< `V2`
    QString title;  ///< `Clustering Secret Server`
    QString place;  ///< repository and path, or address; never opened, only shown
    QString clause = {};  ///< where in it a rule stands: `diagrams B-1 and B-2`, `item 4`; usually empty
};

/// The documents that the built-in rules name (resources/rules/sources.yaml), by key. Never throws.
[[nodiscard]] const std::vector<Source>& builtinSources();
/// The document that an entry of a rule's `sources` names, `KEY` or `KEY: clause`. One whose key is not known, as in an
/// organisation's own rules, stands for itself.
[[nodiscard]] Source sourceOf(const QString& entry);
/// Title, clause and place in one line, for people: `Clustering Secret Server (V2), item 4. thycotic/ss-docs: …`.
[[nodiscard]] QString sourceText(const Source& source);

/// Reads sources.yaml. Throws FileError with every mistake and its place.
[[nodiscard]] std::vector<Source> readSources(const Node& root, const QString& path);

}  // namespace redoubt

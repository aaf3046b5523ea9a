// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt {

class Editor;

/// One way to link two drawn things: the elements meant (an instance on the server that was pressed), and the row.
struct LinkChoice {
    ElementId from;
    ElementId to;
    const LinkRow* row = nullptr;
};

/// Everything drawn as part of each drawn element, itself first.
using DrawnTogether = QHash<QString, QList<ElementId>>;
[[nodiscard]] DrawnTogether drawnTogether(const Design& design, const Catalog& catalog);

/// All ways to link from `from` to `to` that are not there yet, best first; when there are none in this direction, those
/// in the other.
[[nodiscard]] QList<LinkChoice> linkChoices(const Design& design, const Catalog& catalog, const DrawnTogether& together,
                                            const QString& from, const QString& to);

/// `TCP 443, web and launcher`.
[[nodiscard]] QString describe(const Editor& editor, const LinkChoice& choice);

/// Why the two may not be linked, as a sentence.
[[nodiscard]] QString whyNot(const Editor& editor, const DrawnTogether& together, const QString& from,
                             const QString& to);

}  // namespace redoubt

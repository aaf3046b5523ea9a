// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/connections.h"

namespace redoubt {

class Editor;

/// One way to link two elements: which opens the connection, and the row.
struct LinkChoice {
    ElementId from;
    ElementId to;
    const LinkRow* row = nullptr;
};

/// All ways to link from `from` to `to` that are not there yet, best first; when there are none in this direction, those
/// in the other. What stands in a machine or is hosted on it counts as the machine.
[[nodiscard]] QList<LinkChoice> linkChoices(const Design& design, const Connections& connections, const ElementId& from,
                                            const ElementId& to);

/// `TCP 443, web and launcher`.
[[nodiscard]] QString describe(const Editor& editor, const LinkChoice& choice);

/// Why the two may not be linked, as a sentence.
[[nodiscard]] QString whyNot(const Editor& editor, const ElementId& from, const ElementId& to);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

#include <QByteArray>

namespace redoubt {

/// One line of the `layout` section, with its line end.
[[nodiscard]] QByteArray layoutLine(const QString& id, const QRectF& rect);
/// The same of the words of a link.
[[nodiscard]] QByteArray layoutLine(const QString& id, double labelPlace);

/// The text of a design file of `before`, with the layout and the places of words of `after`, and nothing else changed:
/// comments, order and unknown keys stay as they are, and a moved element is one changed line. `yaml` must be readable.
[[nodiscard]] QByteArray withLayout(const QByteArray& yaml, const Design& before, const Design& after);

}  // namespace redoubt

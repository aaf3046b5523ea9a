// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QRectF>

namespace redoubt {

/// One line of the `layout` section, with its line end.
[[nodiscard]] QByteArray layoutLine(const QString& id, const QRectF& rect);

/// The text of a design file whose layout is `before`, with the layout `after`, and nothing else changed: comments, order
/// and unknown keys stay as they are, and a moved element is one changed line. `yaml` must be a readable design file.
[[nodiscard]] QByteArray withLayout(const QByteArray& yaml, const QMap<QString, QRectF>& before,
                                    const QMap<QString, QRectF>& after);

}  // namespace redoubt

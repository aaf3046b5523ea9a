// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/style.h"

class QPainter;

namespace redoubt {

/// The mark of a severity: octagon, triangle or circle in its colour; only the outline when waived. The shape alone tells
/// them apart.
void paintSeverity(QPainter& painter, Severity severity, const QRectF& rect, const Style& style, bool waived = false);
[[nodiscard]] QPixmap severityPixmap(Severity severity, int size, const Style& style, double ratio = 1, bool waived = false);
/// `Error`, `Warning`, `Advice`.
[[nodiscard]] QString severityWord(Severity severity);

}  // namespace redoubt

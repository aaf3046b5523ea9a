// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"
#include "views/render/style.h"

#include <QPixmap>

class QPainter;

namespace redoubt {

/// The mark of a state as the pictures draw it; the words stand beside it.
void paintStateMark(QPainter& painter, ServiceState state, const QRectF& rect, const Style& style);
[[nodiscard]] QPixmap statePixmap(ServiceState state, int size, const Style& style, double ratio = 1);
/// A cross in the colour of what failed.
[[nodiscard]] QPixmap failedPixmap(int size, const Style& style, double ratio = 1);
/// The colour of a state, readable as text on a panel.
[[nodiscard]] QColor stateInk(ServiceState state, const Style& style);
/// A style sheet's words for a label on the ground of a state.
[[nodiscard]] QString stateSheet(ServiceState state, const Style& style);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace redoubt {

struct Style;

/// Working, degraded, needs a person, down: four shapes in four colours; the words stand beside them.
void paintStateMark(QPainter& painter, ServiceState state, const QRectF& rect, const Style& style);
/// The colour of the state, readable as text on a panel.
[[nodiscard]] QColor stateInk(ServiceState state, const Style& style);

}  // namespace redoubt

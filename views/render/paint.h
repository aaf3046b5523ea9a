// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/drawing.h"

class QPainter;

namespace redoubt {

/// How much detail the scale deserves: 1 at 100 %.
struct PaintDetail {
    double scale = 1;
};

void paint(QPainter& painter, const DrawnItem& item, const PaintDetail& detail = {});
void paint(QPainter& painter, const Drawing& drawing);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"
#include "views/render/style.h"

namespace redoubt {

/// The mark of a state of a service: a tick in a circle, a half-filled circle, a person, a cross in a square. The shapes
/// tell them apart without their colours.
void drawStateMark(const Style& style, ServiceState state, QPointF center, double size, std::vector<Shape2D>& shapes);
/// A cross, as over what failed.
void drawCross(QPointF center, double half, const QColor& color, const QColor& halo, double width, std::vector<Shape2D>& shapes);
/// A circle with a stroke through it: lost with something else.
void drawLostMark(const Style& style, QPointF center, double size, std::vector<Shape2D>& shapes);

/// What a word on a coloured ground looks like.
struct PillLook {
    QColor fill, edge, text;
    double size = 11;
    QList<double> dashes;
};
[[nodiscard]] PillLook failedPill(const Style& style, double size);
[[nodiscard]] PillLook lostPill(const Style& style, double size);
/// Mark and word on a rounded ground.
[[nodiscard]] QSizeF pillSize(const QString& word, double size);
void drawPill(const PillLook& look, const Style& style, bool failed, const QString& word, const QRectF& rect,
              std::vector<Shape2D>& shapes);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QString>
#include <Qt>

namespace redoubt {

/// What the mouse is in the middle of, from press to release. Nothing is edited before `release`; `cancel` leaves no
/// trace. Points are on the canvas.
class Gesture {
public:
    virtual ~Gesture() = default;

    virtual void moveTo(QPointF point, Qt::KeyboardModifiers modifiers) = 0;
    /// True when the gesture is over; false: it goes on without a pressed button (click, then click).
    virtual bool release(QPointF point, Qt::KeyboardModifiers modifiers) = 0;
    virtual void cancel() = 0;
    /// Words for the status line and beside the mouse while it lasts; may be empty.
    [[nodiscard]] virtual QString hint() const { return {}; }
};

}  // namespace redoubt

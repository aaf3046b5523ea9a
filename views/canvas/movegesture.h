// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvasscene.h"
#include "views/canvas/gesture.h"

namespace redoubt {

class Overlay;

/// What gestures work on. All of it outlives them.
struct Workplace {
    Editor& editor;
    CanvasScene& scene;
    Overlay& overlay;
    std::function<double()> scale;       ///< pixels per unit
    std::function<QRectF()> visible;     ///< the part of the canvas in sight
};

/// Rectangles in sight that a moving or resized thing may line up with; what moves and what it stands in left out.
[[nodiscard]] QList<QRectF> neighbours(const Workplace& place, const QStringList& moving);

/// Drags the selection: contents and links follow at once, it falls on the grid or into line with neighbours (Alt: free,
/// Shift: along one axis), and the container lights up that adopts it.
class MoveGesture : public Gesture {
public:
    /// `pressed`: the element under the mouse, which alone stays selected after a mere click.
    MoveGesture(const Workplace& place, QPointF start, QString pressed);

    void moveTo(QPointF point, Qt::KeyboardModifiers modifiers) override;
    bool release(QPointF point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    [[nodiscard]] QString hint() const override { return m_hint; }

private:
    void clear();

    Workplace m_place;
    QPointF m_start;
    QString m_pressed;
    QStringList m_ids;
    Placement m_before;
    QRectF m_bounds;
    QList<QRectF> m_neighbours;
    QPointF m_offset;
    bool m_moving = false;
    QString m_hint;
};

/// Drags edges of one element. Contents stay where they are.
class ResizeGesture : public Gesture {
public:
    ResizeGesture(const Workplace& place, QPointF start, QString id, bool left, bool top, bool right, bool bottom);

    void moveTo(QPointF point, Qt::KeyboardModifiers modifiers) override;
    bool release(QPointF point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    [[nodiscard]] QString hint() const override { return m_hint; }

private:
    Workplace m_place;
    QPointF m_start;
    QString m_id;
    bool m_left, m_top, m_right, m_bottom;
    QRectF m_before, m_now;
    QList<QRectF> m_neighbours;
    QString m_hint;
};

/// A rectangle that selects; Shift adds to the selection. A mere click selects what is under it.
class RubberBand : public Gesture {
public:
    RubberBand(const Workplace& place, QPointF start, QString clicked, bool add);

    void moveTo(QPointF point, Qt::KeyboardModifiers modifiers) override;
    bool release(QPointF point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;

private:
    Workplace m_place;
    QPointF m_start;
    QString m_clicked;
    QStringList m_before;
    bool m_add;
    bool m_dragging = false;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/gesture.h"
#include "views/canvas/movegesture.h"

#include <QCursor>

namespace redoubt {

/// Drags the words of a link along its line. A mere click leaves them where they are.
class LabelGesture : public Gesture {
public:
    LabelGesture(const Workplace& place, QPointF start, QString link);

    void moveTo(QPointF point, Qt::KeyboardModifiers modifiers) override;
    bool release(QPointF point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    [[nodiscard]] QString hint() const override;

private:
    Workplace m_place;
    QPointF m_start, m_grip;  ///< from the middle of the words to where they were taken
    QString m_link;
    QList<QPointF> m_line;
    double m_part = 0;
    bool m_moving = false;
};

/// The part of a path's length, 0 to 1, at which it comes nearest to the point.
[[nodiscard]] double partNear(const QList<QPointF>& line, QPointF point);

/// Along the run on which the words of the link stand.
[[nodiscard]] QCursor labelCursor(const CanvasScene& scene, const QString& link);

}  // namespace redoubt

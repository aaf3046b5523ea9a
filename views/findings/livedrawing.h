// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/drawinglint.h"

#include <QObject>
#include <QTimer>

namespace redoubt {

class CanvasView;
class LiveAnalysis;

/// Looks at the picture on the canvas after every change of it, behind the judgement; at a large one off the window's thread.
/// Uses the lines that the canvas has routed. A gesture or a preview is not looked at, only what it ends in.
class LiveDrawing : public QObject {
    Q_OBJECT

public:
    LiveDrawing(CanvasView& canvas, LiveAnalysis& analysis, QObject* parent = nullptr);

    /// The last look, kept until the next arrives.
    [[nodiscard]] const DrawingLint& lint() const { return m_lint; }
    /// True while the last look is older than the picture.
    [[nodiscard]] bool isPending() const { return m_running || m_waiting || m_timer.isActive(); }

signals:
    void looked(const redoubt::DrawingLint& lint);

private:
    void start();
    void finish(DrawingLint lint);

    CanvasView& m_canvas;
    LiveAnalysis& m_analysis;
    QTimer m_timer;
    DrawingLint m_lint;
    bool m_running = false;
    bool m_waiting = false;
};

}  // namespace redoubt

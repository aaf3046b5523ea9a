// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/livedrawing.h"

#include "views/canvas/canvasview.h"
#include "views/editing/liveanalysis.h"
#include "views/render/style.h"

namespace redoubt {

namespace {

/// Longer than the judgement waits: it goes first.
constexpr int quietMs = 30;
/// A picture of this many boxes takes a few milliseconds where its words have been measured already: in the window's thread.
constexpr qsizetype fewBoxes = 600;

DrawingLint lintOf(const CanvasView::Picture& picture, const Catalog& catalog)
{
    return lintDrawing(picture.design, catalog, picture.scene,
                       draw(picture.design, catalog, picture.scene, lightStyle(), picture.options));
}

}  // namespace

LiveDrawing::LiveDrawing(CanvasView& canvas, LiveAnalysis& analysis, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_analysis(analysis)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(quietMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveDrawing::start);
    connect(&canvas, &CanvasView::redrawn, this, [this] { m_timer.start(); });
    m_timer.start();
}

void LiveDrawing::start()
{
    if (m_running) {
        m_waiting = true;
        return;
    }
    auto picture = m_canvas.picture();
    if (!picture)
        return;  // its end is a change of its own
    if (picture->scene.boxes.size() <= fewBoxes) {
        finish(lintOf(*picture, m_analysis.catalog()));
        return;
    }
    m_running = true;
    m_analysis.ask(
        this, [picture = std::move(*picture), &catalog = m_analysis.catalog()](const RuleSet&) { return lintOf(picture, catalog); },
        [this](DrawingLint lint) { finish(std::move(lint)); });
}

void LiveDrawing::finish(DrawingLint lint)
{
    m_running = false;
    m_lint = std::move(lint);
    if (std::exchange(m_waiting, false))
        start();
    emit looked(m_lint);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"

#include "views/canvas/canvasview.h"
#include "views/estimates/estimatespanel.h"
#include "views/estimates/figures/figurespanel.h"
#include "views/findings/fixpreview.h"

#include <QDockWidget>

// What follows from the estimates: the panel of figures, and what it lays over the drawing.

namespace redoubt {

namespace {

constexpr int usefulHeight = 330;

}  // namespace

void MainWindow::connectFigures()
{
    connect(m_estimates, &EstimatesPanel::serviceAsked, this, [this](const QString& service) {
        openFigures();
        m_figures->showService(service);
    });
    connect(m_estimates, &EstimatesPanel::budgetAsked, this, [this](const QString& tenant) {
        openFigures();
        m_figures->showBudget(tenant);
    });
    connect(m_figures, &FiguresPanel::revealed, this, &MainWindow::reveal);
    connect(m_figures, &FiguresPanel::exhibitChanged, m_canvas, &CanvasView::setExhibit);
    connect(m_figures, &FiguresPanel::tipsChanged, m_canvas, &CanvasView::setTips);
    connect(m_canvas, &CanvasView::exhibitClosed, m_figures, &FiguresPanel::clearExhibits);
    connect(m_figures, &FiguresPanel::previewAsked, m_fixes, &FixPreview::showChange);
}

void MainWindow::openFigures()
{
    m_figuresDock->show();
    m_figuresDock->raise();
    if (!m_figuresDock->isFloating() && m_figures->height() < usefulHeight)
        resizeDocks({m_figuresDock}, {usefulHeight}, Qt::Vertical);
}

}  // namespace redoubt

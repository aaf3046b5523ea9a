// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"

#include "app/statusline.h"
#include "views/canvas/canvasview.h"
#include "views/whatif/scenariolist.h"
#include "views/whatif/whatifmode.h"
#include "views/whatif/whatifpanel.h"

#include <QDockWidget>
#include <QLayout>
#include <QShortcut>
#include <QStyle>
#include <QTimer>
#include <memory>

// What-if in the window: the mode, its dock and its keys.

namespace redoubt {

void MainWindow::connectWhatIf()
{
    connect(m_actions.whatIf, &QAction::triggered, this, &MainWindow::setWhatIf);
    connect(m_actions.restoreAll, &QAction::triggered, m_whatIf, &WhatIfMode::restoreAll);
    connect(m_actions.nextScenario, &QAction::triggered, this, [this] { m_whatIf->step(1); });
    connect(m_actions.previousScenario, &QAction::triggered, this, [this] { m_whatIf->step(-1); });
    connect(m_actions.saveScenario, &QAction::triggered, this, [this] {
        if (m_whatIf->failed().isEmpty()) {
            m_status->say(QStringLiteral("Fail something first: a scenario is what has failed, under a name."));
            return;
        }
        m_whatIfDock->show();
        m_whatIfPanel->scenarios().beginSaving();
    });
    connect(m_canvas, &CanvasView::failToggled, m_whatIf, &WhatIfMode::toggle);
    const auto escape = [this] {
        // Once to restore, once more to leave.
        if (m_whatIf->failed().isEmpty())
            setWhatIf(false);
        else
            m_whatIf->restoreAll();
    };
    connect(m_canvas, &CanvasView::restoreAsked, this, escape);
    auto* key = new QShortcut(Qt::Key_Escape, m_whatIfPanel);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, escape);
    connect(m_whatIf, &WhatIfMode::turned, this, &MainWindow::setWhatIf);
    // The strip has its height with the first answer; only then is it known what fits.
    const auto fresh = std::make_shared<bool>(false);
    connect(m_whatIf, &WhatIfMode::turned, this, [fresh](bool on) { *fresh = on; });
    connect(m_whatIf, &WhatIfMode::answered, this, [this, fresh] {
        m_canvas->showOutage(m_whatIf->outage());
        if (std::exchange(*fresh, false))
            QTimer::singleShot(0, m_canvas, &CanvasView::fit);
        m_status->say(m_whatIf->failed().isEmpty()
                          ? QStringLiteral("Everything works")
                          : QStringLiteral("%1 · %2").arg(m_whatIf->outage()->title(), m_whatIf->outage()->summary()));
    });
    connect(m_whatIfPanel, &WhatIfPanel::revealed, this, &MainWindow::reveal);
}

/// The dock alone in place of the panels that edit; the window that is presenting or without panels stays so.
void MainWindow::showWhatIfDock()
{
    m_editingLayout = saveState();
    for (QDockWidget* dock : docks())
        dock->setVisible(dock == m_whatIfDock);
    resizeDocks({m_whatIfDock}, {340}, Qt::Horizontal);
}

void MainWindow::setWhatIf(bool on)
{
    m_actions.whatIf->setChecked(on && m_files->hasDesign());
    on = m_actions.whatIf->isChecked();
    if (on == m_canvas->isFailing())
        return;
    m_canvas->setFailing(on);
    m_whatIf->setOn(on);
    QWidget* frame = centralWidget();
    frame->setProperty("whatIf", on);
    frame->style()->unpolish(frame);
    frame->style()->polish(frame);
    const int edge = on ? 3 : 0;
    frame->layout()->setContentsMargins(edge, edge, edge, edge);
    const bool hidden = m_actions.hidePanels->isChecked();
    if (on && !hidden)
        showWhatIfDock();
    else if (!on && !m_editingLayout.isEmpty() && !hidden)
        restoreState(std::exchange(m_editingLayout, {}));
    else if (!on && !m_editingLayout.isEmpty())
        m_layout = std::exchange(m_editingLayout, {});  // shown when the panels come back
    if (!on)
        m_whatIfDock->hide();
    m_whatIfDock->toggleViewAction()->setEnabled(on);
    enableActions();
    m_canvas->setFocus();
    QMetaObject::invokeMethod(m_canvas, &CanvasView::fit, Qt::QueuedConnection);
    m_status->say(on ? QStringLiteral("What-if is on. F9 or Escape leaves it.") : QStringLiteral("What-if is off; everything is as it was."));
}

}  // namespace redoubt

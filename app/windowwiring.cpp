// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"

#include "app/banner.h"
#include "app/output.h"
#include "app/startpage.h"
#include "app/statusline.h"
#include "app/viewswitch.h"
#include "model/design/edits.h"
#include "model/files/fileerror.h"
#include "views/canvas/canvasview.h"
#include "views/estimates/estimatespanel.h"
#include "views/inspector/inspector.h"
#include "views/palette/outlinepanel.h"
#include "views/palette/palettepanel.h"
#include "views/whatif/whatifmode.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>

namespace redoubt {

void MainWindow::connectFiles()
{
    connect(m_actions.newDesign, &QAction::triggered, m_files, &FileActions::newDesign);
    connect(m_actions.open, &QAction::triggered, m_files, &FileActions::open);
    connect(m_actions.save, &QAction::triggered, m_files, &FileActions::save);
    connect(m_actions.saveAs, &QAction::triggered, m_files, &FileActions::saveAs);
    connect(m_actions.closeDesign, &QAction::triggered, this, [this] {
        if (m_files->mayLeave())
            m_files->close();
    });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.exportPicture, &QAction::triggered, this, &MainWindow::exportDesign);
    connect(m_actions.compare, &QAction::triggered, this, &MainWindow::compareDesigns);
    connect(m_actions.printPreview, &QAction::triggered, this,
            [this] { previewPrint(this, {m_editor->design(), m_editor->catalog(), m_analysis->report()}, m_canvas->designView()); });
    connect(m_actions.print, &QAction::triggered, this,
            [this] { printDesign(this, {m_editor->design(), m_editor->catalog(), m_analysis->report()}, m_canvas->designView()); });
    connect(m_files, &FileActions::opened, this, &MainWindow::showOpened);
    connect(m_files, &FileActions::nameChanged, this, &MainWindow::showTitle);
    connect(m_files, &FileActions::failed, this, &MainWindow::fail);
    connect(m_files, &FileActions::said, m_status, &StatusLine::say);
    connect(m_editor, &Editor::said, m_status, &StatusLine::say);
    connect(m_files, &FileActions::recentChanged, this, &MainWindow::showRecent);
    connect(m_files, &FileActions::leftoversFound, this, &MainWindow::offerLeftovers);
    connect(m_startPage, &StartPage::newChosen, m_files, &FileActions::newDesign);
    connect(m_startPage, &StartPage::openChosen, m_files, &FileActions::open);
    connect(m_startPage, &StartPage::fileChosen, m_files, &FileActions::openFile);
    connect(m_startPage, &StartPage::referenceChosen, m_files, &FileActions::openReference);
}

void MainWindow::connectEditing()
{
    QUndoStack& undo = m_editor->undoStack();
    const auto words = [this] {
        const QUndoStack& stack = m_editor->undoStack();
        m_actions.undo->setText(stack.canUndo() ? QStringLiteral("&Undo: %1").arg(stack.undoText()) : QStringLiteral("&Undo"));
        m_actions.redo->setText(stack.canRedo() ? QStringLiteral("&Redo: %1").arg(stack.redoText()) : QStringLiteral("&Redo"));
        enableActions();
    };
    connect(&undo, &QUndoStack::indexChanged, this, words);
    connect(m_actions.undo, &QAction::triggered, &undo, &QUndoStack::undo);
    connect(m_actions.redo, &QAction::triggered, &undo, &QUndoStack::redo);
    connect(m_actions.cut, &QAction::triggered, m_canvas, &CanvasView::cut);
    connect(m_actions.copy, &QAction::triggered, m_canvas, &CanvasView::copy);
    connect(m_actions.paste, &QAction::triggered, m_canvas, &CanvasView::paste);
    connect(m_actions.duplicate, &QAction::triggered, m_canvas, &CanvasView::duplicate);
    connect(m_actions.remove, &QAction::triggered, m_canvas, &CanvasView::removeSelected);
    connect(m_actions.selectAll, &QAction::triggered, m_canvas, &CanvasView::selectAll);
    connect(m_actions.rename, &QAction::triggered, m_canvas, &CanvasView::renameSelected);
    connect(m_actions.note, &QAction::triggered, this, [this] { addKind(QStringLiteral("note")); });
    connect(m_actions.connectMode, &QAction::triggered, this, [this](bool on) {
        if (on)
            m_canvas->beginConnect();
    });
    connect(m_canvas, &CanvasView::connectingChanged, m_actions.connectMode, &QAction::setChecked);
    const auto align = [this](QAction* action, Align edge) {
        connect(action, &QAction::triggered, this, [this, edge] { m_editor->align(m_editor->selection(), edge); });
    };
    align(m_actions.alignLeft, Align::Left);
    align(m_actions.alignCenter, Align::HorizontalCenter);
    align(m_actions.alignRight, Align::Right);
    align(m_actions.alignTop, Align::Top);
    align(m_actions.alignMiddle, Align::VerticalCenter);
    align(m_actions.alignBottom, Align::Bottom);
    connect(m_actions.distributeH, &QAction::triggered, this, [this] { m_editor->distribute(m_editor->selection(), Qt::Horizontal); });
    connect(m_actions.distributeV, &QAction::triggered, this, [this] { m_editor->distribute(m_editor->selection(), Qt::Vertical); });
    connect(m_editor, &Editor::selectionChanged, this, &MainWindow::enableActions);
    connect(m_menus.groupAs, &QMenu::aboutToShow, this, &MainWindow::showGroupKinds);
}

void MainWindow::connectViews()
{
    connect(m_actions.zoomIn, &QAction::triggered, m_canvas, &CanvasView::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, m_canvas, &CanvasView::zoomOut);
    connect(m_actions.zoomFull, &QAction::triggered, this, [this] { m_canvas->setZoom(1); });
    connect(m_actions.fit, &QAction::triggered, m_canvas, &CanvasView::fit);
    connect(m_actions.fitSelection, &QAction::triggered, m_canvas, &CanvasView::fitSelection);
    connect(m_actions.hiddenLinks, &QAction::toggled, m_canvas, &CanvasView::showHiddenLinks);
    m_status->addPermanentWidget(new ViewSwitch(m_editor->catalog(), *m_canvas, *m_menus.views, m_status));
    connect(m_actions.minimap, &QAction::toggled, this, [this](bool on) {
        m_canvas->showMinimap(on);
        m_preferences.setMinimap(on);
    });
    m_actions.minimap->setChecked(m_preferences.minimap());
    m_status->addToggle(m_actions.minimap);
    connect(m_actions.hidePanels, &QAction::toggled, this, &MainWindow::setPanelsHidden);
    connect(m_actions.present, &QAction::toggled, this, &MainWindow::setPresenting);
    connect(m_actions.darkTheme, &QAction::toggled, this, &MainWindow::setDark);
    connect(m_actions.findKind, &QAction::triggered, this, [this] {
        m_paletteDock->show();
        m_palette->focusSearch();
    });
    connect(m_actions.about, &QAction::triggered, this, [this] {
        QMessageBox::about(this, QStringLiteral("About Redoubt"),
                           QStringLiteral("<b>Redoubt %1</b><p>A designer for privileged-access-management deployments: drawn, "
                                          "judged and estimated in one place.</p><p>Rules %2, catalog %3. Apache License 2.0.</p>")
                               .arg(QStringLiteral(REDOUBT_VERSION), m_analysis->rules().version, m_editor->catalog().version));
    });
    connect(m_canvas, &CanvasView::zoomChanged, m_status, &StatusLine::setZoom);
    connect(m_canvas, &CanvasView::statusMessage, m_status, &StatusLine::say);
    connect(m_status, &StatusLine::zoomChosen, m_canvas, &CanvasView::setZoom);
    connect(m_status, &StatusLine::fitClicked, m_canvas, &CanvasView::fit);
    connect(&m_theme, &Theme::changed, this, [this] { m_canvas->setStyle(m_theme.style()); });
}

void MainWindow::connectPanels()
{
    connect(m_palette, &PalettePanel::chosen, this, &MainWindow::addKind);
    connect(m_estimates, &EstimatesPanel::revealed, this, &MainWindow::reveal);
    connect(m_inspector, &Inspector::revealed, this, &MainWindow::reveal);
    connect(m_outline, &OutlinePanel::revealed, this, [this](const QString& id) { reveal({id}); });
    connect(m_editor, &Editor::groupMade, this, [this](const QString& id) {
        m_inspectorDock->show();
        m_inspector->showGroup(id);
    });
    connect(m_outline, &OutlinePanel::groupChosen, this, [this](const QString& id) {
        m_inspectorDock->show();
        m_inspector->showGroup(id);
    });
}

void MainWindow::reveal(const QStringList& ids)
{
    // A group stands on the canvas through its members.
    QStringList shown;
    QString group;
    for (const QString& id : ids) {
        if (const Group* found = m_editor->design().group(GroupId {id}); found && !found->members.empty()) {
            group = group.isEmpty() ? id : group;
            for (const GroupMember& member : found->members)
                shown.append(member.element.value);
        } else {
            shown.append(id);
        }
    }
    m_canvas->reveal(shown);
    if (!group.isEmpty() && ids.first() == group)
        m_inspector->showGroup(group);
}

void MainWindow::addKind(const QString& kind)
{
    if (m_whatIf->isOn()) {
        m_status->say(QStringLiteral("Nothing is added during what-if. F9 leaves it."));
        return;
    }
    const ElementId made = m_editor->add(kind, m_canvas->freeSpot(kind));
    m_canvas->showWhole(made.value);
    m_canvas->setFocus();
}

void MainWindow::showGroupKinds()
{
    m_menus.groupAs->clear();
    const QStringList& ids = m_editor->selection();
    for (const GroupKind& kind : m_editor->catalog().groupKinds) {
        if (edits::makeGroup(m_editor->design(), m_editor->catalog(), kind.id, ids).ids.isEmpty())
            continue;
        m_menus.groupAs->addAction(kind.label, this, [this, id = kind.id] {
            m_editor->makeGroup(id, m_editor->selection());
        });
    }
    if (m_menus.groupAs->isEmpty())
        m_menus.groupAs->addAction(QStringLiteral("Nothing in the selection forms a group"))->setEnabled(false);
}

void MainWindow::showRecent()
{
    m_menus.recent->clear();
    for (const QString& path : m_preferences.recentFiles()) {
        QAction* action = m_menus.recent->addAction(QFileInfo(path).fileName(), this, [this, path] {
            if (m_files->mayLeave())
                m_files->openFile(path);
        });
        action->setToolTip(path);
    }
    m_menus.recent->setToolTipsVisible(true);
    if (!m_menus.recent->isEmpty())
        m_menus.recent->addSeparator();
    m_menus.recent->addAction(QStringLiteral("Clear this list"), this, [this] {
        m_preferences.clearRecentFiles();
        showRecent();
    })->setEnabled(!m_preferences.recentFiles().isEmpty());
    m_startPage->refreshRecent();
}

void MainWindow::fail(const QString& path, const std::vector<Problem>& problems)
{
    const QString name = QFileInfo(path).fileName();
    const int count = int(problems.size());
    QStringList lines;
    for (const Problem& problem : problems)
        lines.append(problemText(problem));
    m_problems->say(QStringLiteral("%1 is not usable as it is: %2").arg(name.isEmpty() ? path : name,
                        count == 1 ? QStringLiteral("1 problem") : QStringLiteral("%1 problems").arg(count)),
                    m_files->hasDesign() ? QStringLiteral("The open design is unchanged.") : QString());
    m_problems->list(lines);
}

void MainWindow::offerLeftovers()
{
    const std::vector<Leftover> found = m_files->leftovers();
    const Leftover newest = found.front();
    m_offer->say(QStringLiteral("Redoubt did not close properly. A copy from %1 is here.")
                     .arg(newest.written.toString(QStringLiteral("d MMMM, HH:mm"))),
                 QStringLiteral("Open it to go on where you were; your file is as you last saved it."));
    m_offer->addButton(QStringLiteral("Discard"), false, [this] { m_files->dropLeftovers(); });
    m_offer->addButton(QStringLiteral("Open the copy"), true, [this, newest] { m_files->recover(newest); });
}

void MainWindow::setPanelsHidden(bool hidden)
{
    m_actions.hidePanels->setChecked(hidden);
    if (!m_files->hasDesign())
        return;
    const QList<QDockWidget*> all = docks();
    const bool anyShown = std::any_of(all.begin(), all.end(), [](const QDockWidget* dock) { return !dock->isHidden(); });
    if (hidden && anyShown) {
        m_layout = saveState();
        for (QDockWidget* dock : all)
            dock->hide();
    } else if (!hidden && !anyShown) {
        restoreState(m_layout);
        if (m_whatIf->isOn() && m_whatIfDock->isHidden())
            showWhatIfDock();
    }
}

void MainWindow::setPresenting(bool presenting)
{
    m_actions.present->setChecked(presenting);
    if (presenting == isFullScreen())
        return;
    if (presenting)
        m_wasMaximized = isMaximized();
    setPanelsHidden(presenting);
    m_tools->setVisible(!presenting);
    m_status->setVisible(!presenting);
    menuBar()->setVisible(!presenting);
    if (presenting)
        showFullScreen();
    else if (m_wasMaximized)
        showMaximized();
    else
        showNormal();
    QMetaObject::invokeMethod(m_canvas, &CanvasView::fit, Qt::QueuedConnection);
}

void MainWindow::exportDesign()
{
    const ExportInput input {m_editor->design(), m_editor->catalog(), m_analysis->report()};
    ExportDialog dialog(input, m_canvas->designView(), m_whatIf->current(), m_preferences, m_theme, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString suffix = QString::fromLatin1(dialog.exporter().suffix);
    const QString proposed = QStringLiteral("%1/%2.%3").arg(m_preferences.lastFolder(), m_files->name(), suffix);
    const QString path = QFileDialog::getSaveFileName(this, QStringLiteral("Export"), proposed,
                                                      QStringLiteral("%1 (*.%2)").arg(QString::fromUtf8(dialog.exporter().label), suffix));
    if (path.isEmpty())
        return;
    try {
        exportTo(path, dialog.exporter(), input, dialog.options());
        m_status->say(QStringLiteral("Exported %1").arg(QFileInfo(path).fileName()));
    } catch (const FileError& error) {
        fail(path, error.problems());
    } catch (const ExportError& error) {
        fail(path, {Problem {0, 0, error.text()}});
    }
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"

#include "app/banner.h"
#include "app/referencecard.h"
#include "app/rulepacks.h"
#include "app/startpage.h"
#include "app/statusline.h"
#include "views/canvas/canvasview.h"
#include "views/compare/comparewindow.h"
#include "views/estimates/estimatespanel.h"
#include "views/findings/findingspanel.h"
#include "views/estimates/figures/figurespanel.h"
#include "views/findings/fixpreview.h"
#include "views/findings/judgementpanel.h"
#include "views/findings/livedrawing.h"
#include "views/inspector/inspector.h"
#include "views/palette/outlinepanel.h"
#include "views/palette/palettepanel.h"
#include "views/parts/panels.h"
#include "views/whatif/whatifmode.h"
#include "views/whatif/whatifpanel.h"
#include "views/whatif/whatifstrip.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace redoubt {

namespace {

/// Of the window when nothing is remembered: inside the screen with its frame, where the screen holds what a window needs.
QSize firstSize(const QSize& screen)
{
    const QSize room = screen - QSize(16, 56), wanted(1440, 900), least(1280, 720);
    return room.width() < least.width() || room.height() < least.height() ? wanted : wanted.boundedTo(room);
}

}  // namespace

MainWindow::MainWindow(const Catalog& catalog, const RuleSet& rules, Preferences& preferences, Theme& theme,
                       FileQuestions questions, QWidget* parent)
    : QMainWindow(parent)
    , m_preferences(preferences)
    , m_theme(theme)
    , m_editor(new Editor(m_document, catalog, this))
    , m_packs(new RulePacks(catalog, rules, preferences, this))
    , m_analysis(new LiveAnalysis(m_document, catalog, m_packs->rules(), this))
    , m_files(new FileActions(*m_editor, preferences, questions.unsaved ? std::move(questions) : dialogsOver(this), this))
    , m_actions(this, theme)
    , m_menus(makeMenus(*this, m_actions))
    , m_tools(makeToolBar(*this, m_actions))
    , m_canvas(new CanvasView(*m_editor, this))
    , m_startPage(new StartPage(catalog, preferences, theme, this))
    , m_pages(new QStackedWidget(this))
    , m_problems(new Banner(Banner::Tone::Problem, theme, this))
    , m_offer(new Banner(Banner::Tone::Note, theme, this))
    , m_palette(new PalettePanel(catalog, theme, this))
    , m_outline(new OutlinePanel(*m_editor, theme, this))
    , m_inspector(new Inspector(*m_editor, *m_analysis, theme, this))
    , m_judgement(new JudgementPanel(*m_editor, *m_analysis, theme, this))
    , m_estimates(new EstimatesPanel(*m_editor, *m_analysis, theme, this))
    , m_whatIf(new WhatIfMode(*m_editor, *m_analysis, this))
    , m_whatIfPanel(new WhatIfPanel(*m_whatIf, *m_editor, theme, this))
    , m_figures(new FiguresPanel(*m_editor, *m_analysis, theme, this))
    , m_status(new StatusLine(*m_editor, *m_analysis, theme, this))
    , m_fixes(new FixPreview(*m_editor, *m_analysis, *m_canvas, this))
    , m_drawing(new LiveDrawing(*m_canvas, *m_analysis, this))
    , m_reference(new ReferenceCard(catalog, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(theme.icon(QStringLiteral("redoubt")));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCentralWidget(makeCentre());
    setStatusBar(m_status);
    resize(firstSize(screen()->availableSize()));
    makeDocks();
    connectFiles();
    connectEditing();
    connectViews();
    connectPanels();
    connectJudgement();
    connectWhatIf();
    connectFigures();
    // A menu bar that is hidden while presenting would take the shortcuts of its commands along.
    addActions(findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly) + m_menus.views->actions());
    m_canvas->setStyle(m_theme.style());
    m_actions.darkTheme->setChecked(m_theme.isDark());
    restoreGeometry(m_preferences.geometry());
    m_layout = m_preferences.windowState().isEmpty() ? saveState() : m_preferences.windowState();
    showOpened();
    showRecent();
}

MainWindow::~MainWindow()
{
    // Panels go before the editor and the analysis that they listen to, all of them before the document.
    disconnect(&m_editor->undoStack(), nullptr, this, nullptr);
    disconnect(m_editor, nullptr, this, nullptr);
    disconnect(&m_judgement->findingsPage(), nullptr, this, nullptr);
    delete m_fixes;
    delete m_drawing;
    delete m_compare;
    delete takeCentralWidget();
    for (QDockWidget* dock : docks())
        delete dock;
    delete m_whatIf;
    delete m_status;
    delete m_files;
    delete m_analysis;
    delete m_editor;
}

QWidget* MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("canvasFrame"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problems);
    layout->addWidget(m_offer);
    auto* strip = new WhatIfStrip(*m_whatIf, m_theme, centre);
    connect(strip, &WhatIfStrip::leaveAsked, this, [this] { setWhatIf(false); });
    layout->addWidget(strip);
    m_problems->setAccessibleName(QStringLiteral("File problems"));
    m_offer->setAccessibleName(QStringLiteral("Recovery"));
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_canvas);
    layout->addWidget(m_pages, 1);
    return centre;
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* panel, Qt::DockWidgetArea area,
                                  QWidget* titleInstead)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    giveTitle(dock, m_theme, titleInstead);
    addDockWidget(area, dock);
    m_menus.panels->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::makeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_paletteDock = addDock(QStringLiteral("palette"), QStringLiteral("Palette"), m_palette, Qt::LeftDockWidgetArea);
    QDockWidget* outline = addDock(QStringLiteral("outline"), QStringLiteral("Outline"), m_outline, Qt::LeftDockWidgetArea);
    m_inspectorDock = addDock(QStringLiteral("inspector"), QStringLiteral("Properties"), m_inspector, Qt::RightDockWidgetArea);
    QDockWidget* estimates = addDock(QStringLiteral("estimates"), QStringLiteral("Estimates"), m_estimates, Qt::RightDockWidgetArea);
    m_findingsDock = addDock(QStringLiteral("findings"), QStringLiteral("Findings"), m_judgement, Qt::BottomDockWidgetArea,
                             m_judgement->tabs());
    m_whatIfDock = addDock(QStringLiteral("whatIf"), QStringLiteral("What-if"), m_whatIfPanel, Qt::RightDockWidgetArea);
    m_whatIfDock->hide();
    m_figuresDock = addDock(QStringLiteral("figures"), QStringLiteral("Figures"), m_figures, Qt::BottomDockWidgetArea, m_figures->tabs());
    tabifyDockWidget(m_findingsDock, m_figuresDock);
    m_figuresDock->hide();
    resizeDocks({m_paletteDock, m_inspectorDock}, {272, 320}, Qt::Horizontal);
    resizeDocks({m_paletteDock, outline}, {460, 300}, Qt::Vertical);
    resizeDocks({m_inspectorDock, estimates}, {420, 340}, Qt::Vertical);
    resizeDocks({m_findingsDock}, {256}, Qt::Vertical);
}

QList<QDockWidget*> MainWindow::docks() const
{
    return findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly);
}

void MainWindow::start(const QString& file)
{
    if (!file.isEmpty())
        m_files->openFile(file);
    if (!m_files->hasDesign())
        m_files->lookForUnsaved();
}

void MainWindow::showOpened()
{
    const bool open = m_files->hasDesign();
    const bool wasOpen = m_pages->currentWidget() == m_canvas;
    setWhatIf(false);
    if (open) {
        m_problems->hide();
        m_offer->hide();
        if (!wasOpen) {
            m_pages->setCurrentWidget(m_canvas);
            m_tools->show();
            m_status->show();
            restoreState(m_layout);
        }
        m_canvas->setFocus();
        // The view has its size only after the docks have theirs.
        QMetaObject::invokeMethod(m_canvas, &CanvasView::fit, Qt::QueuedConnection);
    } else {
        if (wasOpen)
            m_layout = saveState();
        m_pages->setCurrentWidget(m_startPage);
        m_tools->hide();
        m_status->hide();
        for (QDockWidget* dock : docks())
            dock->hide();
        m_actions.hidePanels->setChecked(false);
        m_startPage->setFocus();
    }
    for (QDockWidget* dock : docks())
        dock->toggleViewAction()->setEnabled(open && dock != m_whatIfDock);
    enableActions();
    showTitle();
}

void MainWindow::showTitle()
{
    setWindowModified(m_files->isModified());
    setWindowFilePath(m_files->path());
    setWindowTitle(m_files->hasDesign() ? QStringLiteral("%1[*] · Redoubt").arg(m_files->name()) : QStringLiteral("Redoubt"));
}

void MainWindow::enableActions()
{
    const bool open = m_files->hasDesign();
    for (QAction* action : m_actions.onDesign())
        action->setEnabled(open);
    const bool selected = open && !m_editor->selection().isEmpty();
    for (QAction* action : m_actions.onSelection())
        action->setEnabled(selected);
    // One thing alone is aligned with nothing, and two have only one gap between them.
    const QStringList& ids = m_editor->selection();
    const auto elements = std::count_if(ids.begin(), ids.end(), [this](const QString& id) { return m_editor->design().element({id}); });
    for (QAction* action : {m_actions.alignLeft, m_actions.alignCenter, m_actions.alignRight, m_actions.alignTop,
                            m_actions.alignMiddle, m_actions.alignBottom})
        action->setEnabled(selected && elements > 1);
    for (QAction* action : {m_actions.distributeH, m_actions.distributeV})
        action->setEnabled(selected && elements > 2);
    enableFindingActions();
    const bool failing = m_whatIf->isOn();
    for (QAction* action : m_actions.onWhatIf())
        action->setEnabled(open && failing);
    if (failing)
        for (QAction* action : m_actions.onEditing())
            action->setEnabled(false);
    m_menus.groupAs->setEnabled(selected && !failing);
    m_actions.undo->setEnabled(open && m_editor->undoStack().canUndo());
    m_actions.redo->setEnabled(open && m_editor->undoStack().canRedo());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    setWhatIf(false);
    setPresenting(false);
    setPanelsHidden(false);
    const QByteArray layout = m_files->hasDesign() ? saveState() : m_layout;
    m_preferences.setWindow(saveGeometry(), layout);
    m_preferences.sync();
    m_files->close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty())
        return;
    event->acceptProposedAction();
    if (m_files->mayLeave())
        m_files->openFile(urls.first().toLocalFile());
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_actions.present->isChecked())
        m_actions.present->setChecked(false);
    else
        QMainWindow::keyPressEvent(event);
}

}  // namespace redoubt

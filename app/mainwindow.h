// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/actions.h"
#include "app/fileactions.h"
#include "app/preferences.h"
#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"
#include "views/parts/theme.h"

#include <QMainWindow>
#include <QPointer>

class QDockWidget;
class QStackedWidget;

namespace redoubt {

class Banner;
class CanvasView;
class CompareWindow;
class EstimatesPanel;
class FiguresPanel;
class FixPreview;
class Inspector;
class JudgementPanel;
class LiveDrawing;
class OutlinePanel;
class PalettePanel;
class ReferenceCard;
class RulePacks;
class StartPage;
class StatusLine;
class WhatIfMode;
class WhatIfPanel;

/// The window: creates panels, canvas and actions and connects them. Everything that decides anything is elsewhere.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const Catalog& catalog, const RuleSet& rules, Preferences& preferences, Theme& theme,
               FileQuestions questions = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] FileActions& files() { return *m_files; }
    [[nodiscard]] Editor& editor() { return *m_editor; }
    [[nodiscard]] LiveAnalysis& analysis() { return *m_analysis; }
    [[nodiscard]] CanvasView& canvas() { return *m_canvas; }
    [[nodiscard]] const Actions& actionsOf() const { return m_actions; }
    [[nodiscard]] JudgementPanel& judgement() { return *m_judgement; }
    [[nodiscard]] FixPreview& fixes() { return *m_fixes; }
    [[nodiscard]] WhatIfMode& whatIf() { return *m_whatIf; }
    [[nodiscard]] FiguresPanel& figures() { return *m_figures; }
    [[nodiscard]] RulePacks& rulePacks() { return *m_packs; }
    /// Nothing while designs are not compared.
    [[nodiscard]] CompareWindow* comparing() const;
    /// What was named on the command line; a file that cannot be opened shows its errors over the start page.
    void start(const QString& file);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeCentre();
    void makeDocks();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* panel, Qt::DockWidgetArea area,
                         QWidget* titleInstead = nullptr);
    void connectFiles();
    void connectEditing();
    void connectViews();
    void connectPanels();
    void connectJudgement();
    void connectFindingActions();
    void connectWhatIf();
    void connectFigures();
    void openFigures();

    void showOpened();
    void showTitle();
    void showRecent();
    void showGroupKinds();
    void enableActions();
    void enableFindingActions();
    void previewFixOf(const Finding& finding);
    void showPackProblems();
    void fail(const QString& path, const std::vector<Problem>& problems);
    void offerLeftovers();
    void setDark(bool dark);
    void setPanelsHidden(bool hidden);
    void setPresenting(bool presenting);
    void setWhiteboard(bool on);
    void showPreferences();
    void applyTheme();
    void showTabOfJudgement(int page);
    void reveal(const QStringList& ids);
    void addKind(const QString& kind);
    void setWhatIf(bool on);
    void showWhatIfDock();
    void exportDesign();
    void compareDesigns();
    [[nodiscard]] QList<QDockWidget*> docks() const;

    Preferences& m_preferences;
    Theme& m_theme;
    Document m_document;
    Editor* m_editor;
    RulePacks* m_packs;
    LiveAnalysis* m_analysis;
    FileActions* m_files;
    Actions m_actions;
    Menus m_menus;
    QToolBar* m_tools;
    CanvasView* m_canvas;
    StartPage* m_startPage;
    QStackedWidget* m_pages;
    Banner* m_problems;
    Banner* m_offer;
    PalettePanel* m_palette;
    OutlinePanel* m_outline;
    Inspector* m_inspector;
    JudgementPanel* m_judgement;
    EstimatesPanel* m_estimates;
    WhatIfMode* m_whatIf;
    WhatIfPanel* m_whatIfPanel;
    QDockWidget* m_whatIfDock = nullptr;
    FiguresPanel* m_figures;
    QDockWidget* m_findingsDock = nullptr;
    QDockWidget* m_figuresDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    QDockWidget* m_paletteDock = nullptr;
    StatusLine* m_status;
    FixPreview* m_fixes;
    LiveDrawing* m_drawing;
    ReferenceCard* m_reference;
    QPointer<CompareWindow> m_compare;  ///< while it is open
    QByteArray m_layout;          ///< of docks, while the start page or a presentation hides them
    QByteArray m_editingLayout;   ///< of docks, while what-if hides them
    bool m_wasMaximized = false;  ///< before presenting
};

}  // namespace redoubt

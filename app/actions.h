// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QKeySequence>

class QMainWindow;
class QMenu;
class QToolBar;

namespace redoubt {

class Theme;

/// Every command of the window, with its words, shortcut and icon; what they do is connected by the window.
struct Actions {
    explicit Actions(QObject* owner, const Theme& theme);

    // File
    QAction *newDesign, *open, *save, *saveAs, *closeDesign, *exportPicture, *compare, *printPreview, *print, *quit;
    // Edit
    QAction *undo, *redo, *cut, *copy, *paste, *duplicate, *remove, *selectAll, *rename;
    // Insert and arrange
    QAction *findKind, *connectMode, *note;
    QAction *alignLeft, *alignCenter, *alignRight, *alignTop, *alignMiddle, *alignBottom;
    QAction *distributeH, *distributeV;
    QAction *tidy, *tidySlide, *tidyA4;
    // View
    QAction *zoomIn, *zoomOut, *zoomFull, *fit, *fitSelection, *hiddenLinks, *minimap, *hidePanels, *present, *whiteboard, *darkTheme;
    // Findings
    QAction *nextFinding, *previousFinding, *previewFix, *fixAll, *waive, *allRules, *allWaivers;
    // What-if
    QAction *whatIf, *restoreAll, *nextScenario, *previousScenario, *saveScenario;
    // Help and the rest
    QAction *preferences, *about;

    /// Those that need an open design.
    [[nodiscard]] QList<QAction*> onDesign() const;
    /// Those that edit; off during what-if.
    [[nodiscard]] QList<QAction*> onEditing() const;
    /// Those that only mean something during what-if.
    [[nodiscard]] QList<QAction*> onWhatIf() const;
    /// Those that need something selected.
    [[nodiscard]] QList<QAction*> onSelection() const;

private:
    QAction* make(const QString& text, const QKeySequence& keys = {}, const char* icon = nullptr, const QString& tip = {});

    QObject* m_owner;
    const Theme& m_theme;
};

/// Menus that the window fills while running.
struct Menus {
    QMenu* recent = nullptr;
    QMenu* panels = nullptr;
    QMenu* views = nullptr;
    QMenu* groupAs = nullptr;
};
[[nodiscard]] Menus makeMenus(QMainWindow& window, const Actions& actions);
[[nodiscard]] QToolBar* makeToolBar(QMainWindow& window, const Actions& actions);

}  // namespace redoubt

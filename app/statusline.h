// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace redoubt {

class Theme;

/// What changed last and what came of it; counts of findings, rules version, selection, zoom.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    StatusLine(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& text);
    void setZoom(double zoom);
    /// Keeps counts and what an edit did to the findings to itself.
    void setQuiet(bool quiet);
    /// Rule packs that are switched on and cannot be read: told while there are any.
    void setPacksLeftOut(int count);
    /// A command that is on or off, at the right end.
    void addToggle(QAction* action);

signals:
    void findingsClicked();
    void packsClicked();
    /// Back from the quiet.
    void loudAsked();
    void fitClicked();
    void zoomChosen(double zoom);

private:
    void takeStep(int index);
    void takeReport();
    void takeSelection();
    void showCounts();
    QToolButton* makeZoom();

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    QLabel* m_text;
    QToolButton* m_errors;
    QToolButton* m_warnings;
    QToolButton* m_advice;
    QToolButton* m_quiet;
    QToolButton* m_packs;
    QLabel* m_rules;
    QLabel* m_selection;
    QToolButton* m_zoom;
    QString m_step;
    int m_index = 0;
    int m_leftOut = 0;  ///< rule packs
    bool m_isQuiet = false;
};

}  // namespace redoubt

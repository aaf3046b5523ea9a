// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/findings/findingsmodel.h"
#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"
#include "views/render/drawinglint.h"

#include <QWidget>
#include <functional>

class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class CalmCombo;
class FindingDetails;
class RowTree;
class Theme;

/// What is wrong or weak, grouped and filtered, with the explanation of the selected finding beside it.
class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    FindingsPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    /// Selects the first finding about this element or link, for a click on its badge.
    void showAbout(const QString& id);
    /// Selects this finding, for a click in a list of an element's findings.
    void showFinding(const QString& rule, const QStringList& subjects);
    /// Selects the first finding of this rule.
    void showRule(const QString& rule);
    /// Moves on to the next finding, round the end.
    void step(int by);
    /// The selected finding; null when there is none.
    [[nodiscard]] const Finding* current() const;
    void setAuthor(const QString& author);
    /// Opens the form that waives the selected finding; of a waived one, withdraws the waiver.
    void waive();
    /// Asks for the fix of every finding of the selected one's rule.
    void fixAll();
    /// How many findings `fixAll` is about.
    [[nodiscard]] int fixableAlike() const;
    /// What is wrong with the picture; listed when the user asks for it.
    void setDrawing(const redoubt::DrawingLint& lint);

signals:
    /// The user went to a finding: show these on the canvas, the first one in view.
    void revealed(const QStringList& ids);
    /// The same of a place in the picture.
    void placeRevealed(const QStringList& ids, const QRectF& place);
    void referenceAsked(const QString& id);
    /// Show what the fix would do.
    void fixAsked(const redoubt::Finding& finding);
    void fixAllAsked(const QString& rule);
    /// Another finding is looked at.
    void currentChanged();
    /// What may be done with the selected finding changed: another one, or it was mended, waived, opened again.
    void choiceChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makePages();
    QToolButton* makeSeverityChip(const QString& name);
    void refresh();
    void refreshChips();
    void narrowChips();
    void refreshAreas();
    void followSelection();
    [[nodiscard]] QModelIndex found(const std::function<QModelIndex()>& look);
    void choose(const QModelIndex& index);
    void applyFilter();
    void revealOf(const Finding& finding);

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    FindingsModel* m_model;
    FindingsFilter m_filter;
    RowTree* m_tree;
    FindingDetails* m_details;
    QStackedWidget* m_pages;
    QWidget* m_quiet;  ///< nothing found
    QWidget* m_none;   ///< the filter hides all
    QLineEdit* m_search;
    CalmCombo* m_grouping;
    CalmCombo* m_area;
    QToolButton* m_selectionOnly;
    QToolButton* m_errors;
    QToolButton* m_warnings;
    QToolButton* m_advice;
    QToolButton* m_waived;
    QToolButton* m_drawing;
    DrawingLint m_lint;
    QWidget* m_bar = nullptr;
    QString m_current;  ///< key of the selected finding
    bool m_busy = false;
    bool m_narrow = false;  ///< chips show their mark and number, and say their word when hovered
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class FindingsPanel;
class RulesPage;
class Theme;
class WaiversPage;

/// The three sides of the judgement in one panel: what is found, every rule with its state, what was accepted.
class JudgementPanel : public QWidget {
    Q_OBJECT

public:
    JudgementPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    enum Page { Findings, Rules, Waivers };
    /// Shows a page and returns what stands on it.
    FindingsPanel& findings();
    RulesPage& rules();
    /// What stands on the findings page, whichever page is shown.
    [[nodiscard]] FindingsPanel& findingsPage() const { return *m_findings; }
    void show(Page page);
    /// The switch between the pages, for the panel's title.
    [[nodiscard]] QWidget* tabs() const { return m_tabs; }
    void setAuthor(const QString& author);
    /// A line above all pages that says why the judgement is not whole; empty: none. `details` is its tool tip.
    void setNotice(const QString& text, const QString& details);

signals:
    void revealed(const QStringList& ids);
    void placeRevealed(const QStringList& ids, const QRectF& place);
    void referenceAsked(const QString& id);
    void fixAsked(const redoubt::Finding& finding);
    void fixAllAsked(const QString& rule);
    /// The user wants to mend what the notice says.
    void noticeFollowed();

private:
    QWidget* makeNotice(const Theme& theme);
    void makeTabs();
    void count();

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    FindingsPanel* m_findings;
    RulesPage* m_rules;
    WaiversPage* m_waivers;
    QStackedWidget* m_pages;
    QWidget* m_tabs;
    QWidget* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    QList<QToolButton*> m_buttons;
};

}  // namespace redoubt

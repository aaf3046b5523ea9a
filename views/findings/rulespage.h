// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"
#include "views/findings/rulestates.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QToolButton;

namespace redoubt {

class Explanation;
class RowTree;
struct RowWords;
class Theme;

/// Every rule by area with what it says of the open design: broken, holds, does not apply ... Of one that holds, the
/// elements that satisfy it. Judged when somebody looks.
class RulesPage : public QWidget {
    Q_OBJECT

public:
    RulesPage(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    void showRule(const QString& id);
    /// Empty until the page was looked at.
    [[nodiscard]] const std::vector<RuleVerdict>& verdicts() const { return m_verdicts; }

signals:
    void revealed(const QStringList& ids);
    void referenceAsked(const QString& id);
    /// Show the findings of this rule.
    void findingsAsked(const QString& rule);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeDetails();
    void judge();
    void fill();
    void countChips();
    void explain(const QString& id);
    void explainThings(const RuleVerdict& verdict);
    [[nodiscard]] const RuleVerdict* verdict(const QString& id) const;
    [[nodiscard]] QString captionOf(const RuleVerdict& verdict, const Rule& rule) const;
    [[nodiscard]] RowWords wordsOf(const RuleVerdict& verdict, const Rule& rule) const;

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    std::vector<RuleVerdict> m_verdicts;
    QHash<QString, size_t> m_index;
    QStandardItemModel* m_model;
    RowTree* m_tree;
    QStackedWidget* m_pages;
    Explanation* m_words;
    QPushButton* m_show;
    QPushButton* m_findings;
    QLineEdit* m_search;
    QHash<int, QToolButton*> m_chips;
    QString m_current;
    QString m_told;  ///< what the words were made of
    bool m_stale = true;
    bool m_judging = false;
};

}  // namespace redoubt

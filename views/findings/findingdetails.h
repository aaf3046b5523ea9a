// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"
#include "views/findings/waivers.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace redoubt {

class Explanation;
class Theme;
class WaiverForm;

/// Why a finding is one, what to do, where the rule comes from; and the place to mend it or to accept it with a reason.
class FindingDetails : public QWidget {
    Q_OBJECT

public:
    FindingDetails(Editor& editor, const LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    void show(const Finding* finding);
    /// Who accepts findings when the design names no author.
    void setAuthor(const QString& author) { m_author = author; }
    [[nodiscard]] QString author() const;
    /// Opens the form of a new waiver; withdraws the one there is.
    void waiveOrWithdraw();
    /// Open findings of the same rule that have a fix, this one among them.
    [[nodiscard]] int fixableAlike() const;

signals:
    void revealed(const QString& id);
    void referenceAsked(const QString& id);
    /// Show what the fix would do.
    void fixAsked(const redoubt::Finding& finding);
    void fixAllAsked(const QString& rule);

private:
    QWidget* makeActions();
    void explain(const Finding& finding);
    void showActions();
    void openForm(bool open);
    void waive();
    void unwaive();

    Editor& m_editor;
    const LiveAnalysis& m_analysis;
    std::optional<Finding> m_finding;
    QHash<QString, QString> m_drafts;  ///< reasons begun and left, by finding
    QString m_author;
    QStackedWidget* m_pages;
    Explanation* m_words;
    QStackedWidget* m_actions;  ///< the buttons, or the form of a waiver
    WaiverForm* m_form;
    QPushButton* m_fix;
    QPushButton* m_fixAll;
    QPushButton* m_waive;
    QPushButton* m_withdraw;
    QLabel* m_waiver;
};

}  // namespace redoubt

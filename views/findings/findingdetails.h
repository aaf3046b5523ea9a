// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace redoubt {

class Theme;

/// Why a finding is one, what to do, where the rule comes from; and the place to accept it with a reason.
class FindingDetails : public QWidget {
    Q_OBJECT

public:
    FindingDetails(Editor& editor, const LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

    void show(const Finding* finding);

signals:
    void revealed(const QString& id);

private:
    QWidget* makeActions();
    void addBlock(const QString& heading, const QString& text);
    void showSubjects();
    void waive();
    void unwaive();

    Editor& m_editor;
    const LiveAnalysis& m_analysis;
    const Theme& m_theme;
    std::optional<Finding> m_finding;
    QStackedWidget* m_pages;
    QScrollArea* m_scroll;
    QLineEdit* m_reason;
    QPushButton* m_accept;
    QPushButton* m_withdraw;
    QLabel* m_waiver;
};

/// The design's waivers with this finding accepted; the last word on rule and subjects wins.
[[nodiscard]] std::vector<Waiver> withWaiver(std::vector<Waiver> waivers, const Finding& finding, const QString& reason,
                                             const QString& by, const QDate& date);
/// The design's waivers without the one that covers the finding.
[[nodiscard]] std::vector<Waiver> withoutWaiver(std::vector<Waiver> waivers, const Finding& finding);
/// The waiver that covers the finding, or null.
[[nodiscard]] const Waiver* waiverOf(const std::vector<Waiver>& waivers, const Finding& finding);

}  // namespace redoubt

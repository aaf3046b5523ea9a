// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QStandardItemModel;

namespace redoubt {

class Explanation;
class RowTree;
struct RowWords;
class Theme;
class WaiverForm;

/// Every waiver of the design with what became of it: in force, expired, accepting nothing. Changed and withdrawn here.
class WaiversPage : public QWidget {
    Q_OBJECT

public:
    WaiversPage(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

signals:
    void revealed(const QStringList& ids);
    void referenceAsked(const QString& id);

private:
    QWidget* makeDetails();
    void fill();
    void explain();
    void openForm(bool open);
    void change();
    void withdraw();
    /// The selected one; null when there is none.
    [[nodiscard]] const WaiverUse* current() const;
    [[nodiscard]] RowWords wordsOf(const WaiverUse& use) const;
    /// The names of what it is about.
    [[nodiscard]] QString names(const Waiver& waiver) const;

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    QStandardItemModel* m_model;
    RowTree* m_tree;
    QStackedWidget* m_pages;
    Explanation* m_words;
    QStackedWidget* m_actions;
    WaiverForm* m_form;
    int m_current = -1;  ///< position among the design's waivers
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/estimates/figures/figurepage.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class CalmCombo;

/// What follows from the figures of one service, of the design's failures, and of one vault, page by page.
class FiguresPanel : public QWidget {
    Q_OBJECT

public:
    enum Page { Number, Cuts, Harden, Target, Sweep, Recovery, Quorum, Budget, PageCount };

    FiguresPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);
    ~FiguresPanel() override;

    void showService(const QString& id, Page page = Number);
    void showBudget(const QString& tenant);
    void show(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    /// The switch between the pages, for the panel's title.
    [[nodiscard]] QWidget* tabs() const { return m_tabs; }
    /// True while something is being worked out.
    [[nodiscard]] bool isBusy() const { return m_desk.isBusy(); }

public slots:
    /// Takes everything that pages have put there off the drawing.
    void clearExhibits();

signals:
    void revealed(const QStringList& ids);
    void exhibitChanged(const redoubt::Exhibit& exhibit);
    void tipsChanged(const QHash<QString, QString>& tips);
    void previewAsked(const redoubt::Fix& fix, const QString& effect);

private:
    void makeTabs();
    QWidget* makeHeader();
    void follow();
    void showPage();
    void showSubjects();
    void choose();
    void showFigure();
    void collect();
    [[nodiscard]] bool isOfService() const { return m_page <= Sweep; }

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    FigureDesk m_desk;
    QWidget* m_tabs;
    CalmCombo* m_subjects;
    QLabel* m_figure;
    QLabel* m_downtime;
    QWidget* m_header;
    QStackedWidget* m_pages;
    QList<FigurePage*> m_all;
    QList<QToolButton*> m_buttons;
    QString m_service, m_tenant;
    QStringList m_pointed;
    Page m_page = Number;
};

}  // namespace redoubt

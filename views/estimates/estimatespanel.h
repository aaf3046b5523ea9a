// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/editing/liveanalysis.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace redoubt {

class ServiceCard;
class BudgetCard;
class Theme;

/// How available each service is and what the vault's call budget comes to, refreshed while one edits.
class EstimatesPanel : public QWidget {
    Q_OBJECT

public:
    EstimatesPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent = nullptr);

signals:
    void serviceAsked(const QString& service);
    void budgetAsked(const QString& tenant);
    void revealed(const QStringList& ids);

private:
    void refresh();
    /// Cards stay as long as the services and tenants do, so that nothing flickers while figures change.
    void rebuild(const Report& report);

    Editor& m_editor;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    QScrollArea* m_scroll;
    QWidget* m_empty;
    QVBoxLayout* m_column;
    QList<ServiceCard*> m_services;
    QList<BudgetCard*> m_budgets;
    QStringList m_shown;
};

}  // namespace redoubt

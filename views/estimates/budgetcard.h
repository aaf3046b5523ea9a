// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace redoubt {

class Theme;
class BudgetBar;


/// The call budget of one vault tenant: best, expected and worst month against the plan.
class BudgetCard : public QFrame {
    Q_OBJECT

public:
    explicit BudgetCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const TenantBudget& budget);

signals:
    /// The user wants to know more about this tenant.
    void detailsAsked(const QString& tenant);
    void revealed(const QStringList& ids);

private:
    const Theme& m_theme;
    QToolButton* m_name;
    QLabel* m_verdict;
    BudgetBar* m_bar;
    QLabel* m_calls;
    QLabel* m_rest;
    QString m_tenant;
};

/// A horizontal bar: solid to the expected month, lighter to the worst, a mark at the best, a line at the plan's limit.
class BudgetBar : public QWidget {
    Q_OBJECT

public:
    explicit BudgetBar(const Theme& theme, QWidget* parent = nullptr);

    void show(const TenantBudget& budget);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override { return {200, 44}; }

private:
    const Theme& m_theme;
    TenantBudget m_budget;
};

}  // namespace redoubt

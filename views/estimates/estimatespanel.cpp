// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/estimatespanel.h"

#include "views/estimates/budgetcard.h"
#include "views/estimates/servicecard.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace redoubt {

EstimatesPanel::EstimatesPanel(Editor& editor, LiveAnalysis& analysis, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_analysis(analysis)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_empty(makeEmptyState(QStringLiteral("No service yet"),
                             QStringLiteral("Place web servers, a database or a vault: their availability appears here."), this))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("panelBody"));
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(12, 10, 12, 16);
    m_column->setSpacing(8);
    m_column->setAlignment(Qt::AlignTop);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(body);
    layout->addWidget(m_scroll);
    layout->addWidget(m_empty);
    connect(&analysis, &LiveAnalysis::reported, this, &EstimatesPanel::refresh);
    connect(&theme, &Theme::changed, this, &EstimatesPanel::refresh);  // chips carry their colours
    refresh();
}

void EstimatesPanel::refresh()
{
    const Report& report = m_analysis.report();
    QStringList shown;
    for (const ServiceEstimate& service : report.services)
        shown.append(service.id);
    shown.append(QStringLiteral("|"));
    for (const TenantBudget& budget : report.dsv)
        shown.append(budget.tenant);
    if (shown != m_shown) {
        m_shown = shown;
        rebuild(report);
    }
    const auto setting = m_editor.catalog().value(m_editor.design(), QStringLiteral("sla-target"));
    const std::optional<double> target = setting ? setting->number() : std::nullopt;
    for (qsizetype i = 0; i < m_services.size(); ++i)
        m_services[i]->show(report.services[size_t(i)], target, m_editor.design());
    for (qsizetype i = 0; i < m_budgets.size(); ++i)
        m_budgets[i]->show(report.dsv[size_t(i)]);
    const bool any = !report.services.empty() || !report.dsv.empty();
    m_scroll->setVisible(any);
    m_empty->setVisible(!any);
}

void EstimatesPanel::rebuild(const Report& report)
{
    clearLayout(m_column);
    m_services.clear();
    m_budgets.clear();
    if (!report.services.empty())
        m_column->addWidget(makeLabel(QStringLiteral("Availability"), "section"));
    for (size_t i = 0; i < report.services.size(); ++i) {
        auto* card = new ServiceCard(m_theme);
        connect(card, &ServiceCard::revealed, this, &EstimatesPanel::revealed);
        connect(card, &ServiceCard::detailsAsked, this, &EstimatesPanel::serviceAsked);
        m_services.append(card);
        m_column->addWidget(card);
    }
    if (!report.dsv.empty()) {
        m_column->addSpacing(8);
        m_column->addWidget(makeLabel(QStringLiteral("DevOps Secrets Vault calls a month"), "section"));
    }
    for (size_t i = 0; i < report.dsv.size(); ++i) {
        auto* card = new BudgetCard(m_theme);
        connect(card, &BudgetCard::revealed, this, &EstimatesPanel::revealed);
        connect(card, &BudgetCard::detailsAsked, this, &EstimatesPanel::budgetAsked);
        m_budgets.append(card);
        m_column->addWidget(card);
    }
}

}  // namespace redoubt

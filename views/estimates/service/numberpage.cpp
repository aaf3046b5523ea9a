// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/service/numberpage.h"

#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figuretable.h"
#include "views/estimates/service/factorrows.h"
#include "views/estimates/service/pricestrip.h"
#include "views/parts/elidedlabel.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace redoubt {

namespace {

const QString usualHint = QStringLiteral("Press a name to see it on the drawing, a figure to change it. Empty means the usual figure.");

}  // namespace

NumberPage::NumberPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_table(new FigureTable(context.theme, QStringLiteral("factors"), this))
    , m_hint(new ElidedLabel("caption", this))
    , m_price(new PriceStrip(context, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table->setRootIsDecorated(true);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("What has to work"), QStringLiteral("Works"),
                                                QStringLiteral("Repair"), QStringLiteral("Where the figure comes from")});
    for (const int column : {int(FactorColumn::Works), int(FactorColumn::Repair)})
        m_table->items().horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setWidths({92, 64, 250});
    m_table->setAccessibleName(QStringLiteral("How the figure comes about"));
    layout->addWidget(m_table, 1);
    layout->addWidget(makeRule(this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 5);
    m_hint->setObjectName(QStringLiteral("factorHint"));
    m_hint->setText(usualHint);
    foot->setSpacing(16);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_price);
    layout->addLayout(foot);
    connect(m_table, &FigureTable::rowPointed, this, &FigurePage::pointed);
    connect(m_table, &FigureTable::rowChosen, this, [this](const QModelIndex& index) {
        if (const QStringList ids = FigureTable::idsOf(index); !ids.isEmpty())
            emit revealed(ids);
    });
    connect(&m_table->fields(), &FieldDelegate::edited, this, [this](const QModelIndex& index, const std::optional<PropertyValue>& value) {
        const auto cell = index.data(FieldDelegate::CellRole).value<FieldCell>();
        m_context.editor.endMerge();
        if (cell.ids.isEmpty())
            m_context.editor.setSetting(cell.key, value);
        else
            m_context.editor.setProperty(cell.ids, cell.key, value);
        m_context.editor.endMerge();
    });
    connect(&m_table->fields(), &FieldDelegate::complained, this, [this](const QString& problem) {
        m_hint->setText(problem.isEmpty() ? usualHint : problem);
        m_hint->setProperty("tone", problem.isEmpty() ? QStringLiteral("caption") : QStringLiteral("error"));
        m_hint->style()->unpolish(m_hint);
        m_hint->style()->polish(m_hint);
    });
}

void NumberPage::compute()
{
    QStringList components;
    for (const ServiceEstimate& service : m_context.analysis.report().services) {
        if (service.id != subject())
            continue;
        m_price->show(service);
        components = service.components;
    }
    m_context.desk.ask(this, [id = subject(), components](const Topology& topology) { return explainedService(topology, id, components); },
                       [this](const std::optional<ExplainedService>& service) {
                           if (service)
                               take(*service);
                           else
                               m_table->take({});
                       });
}

void NumberPage::take(const ExplainedService& service)
{
    m_table->take(factorRows(service, m_context.editor.design(), m_context.editor.catalog(), m_context.theme.style()));
}

}  // namespace redoubt

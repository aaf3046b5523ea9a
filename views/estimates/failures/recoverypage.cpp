// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/failures/recoverypage.h"

#include "model/design/names.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int FailedRole = Qt::UserRole + 50;

}  // namespace

RecoveryPage::RecoveryPage(const FigureContext& context, QWidget* parent)
    : FigurePage(context, parent)
    , m_table(new FigureTable(context.theme, QStringLiteral("recovery"), this))
    , m_empty(makeEmptyState(QStringLiteral("No data set yet"),
                             QStringLiteral("Availability groups, recordings and vaults appear here with what a failure costs them."), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table->items().setHorizontalHeaderLabels({QStringLiteral("Failure"), QStringLiteral("The data is then"), QStringLiteral("Back in"), QStringLiteral("What is lost")});
    m_table->items().horizontalHeaderItem(2)->setToolTip(QStringLiteral("Recovery time"));
    m_table->items().horizontalHeaderItem(3)->setToolTip(QStringLiteral("Recovery point"));
    m_table->setWidths({128, 204, 224});
    m_table->setRootIsDecorated(true);
    m_table->setAccessibleName(QStringLiteral("Recovery time and recovery point"));
    layout->addWidget(m_table);
    layout->addWidget(m_empty);
    connect(m_table, &FigureTable::rowPointed, this, &FigurePage::pointed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecoveryPage::draw);
}

void RecoveryPage::compute()
{
    m_context.desk.ask(this, [](const Topology& topology) { return recoveryStatement(topology); },
                       [this](const std::vector<RecoveryLine>& lines) { take(lines); });
}

void RecoveryPage::take(const std::vector<RecoveryLine>& lines)
{
    const Style& style = m_context.theme.style();
    const Names names(m_context.editor.design());
    std::vector<FigureRow> rows;
    QString shown;
    for (const RecoveryLine& line : lines) {
        const QString set = line.dataSet + QLatin1Char('\n') + line.subject;
        if (set != shown || rows.empty()) {
            shown = set;
            FigureRow heading = headingRow(line.dataSet, 4);
            heading.front()->setData(QStringList {line.subject}, FigureTable::IdsRole);
            rows.push_back(heading);
        }
        FigureRow row = figureRow({line.failure, {}, line.recoveryTime, line.recoveryPoint}, line.failed);
        row.front()->setToolTip(names.of(line.failed, QStringLiteral(", ")));
        row.front()->setData(line.failed, FailedRole);
        showState(row, 1, line.state, style);
        QString time = line.recoveryTime;
        if (time.endsWith(QLatin1String(" (assumption)"))) {
            time.chop(int(qstrlen(" (assumption)")));
            row[2]->setText(time);
            row[2]->setData(QStringLiteral("assumption"), FieldDelegate::TagRole);
            row[2]->setData(1, FieldDelegate::TagToneRole);
        }
        if (line.staleShare)
            row[3]->setToolTip(QStringLiteral("%1. The copy is older than the vault %2 % of the time.")
                                   .arg(line.recoveryPoint, QString::number(100 * *line.staleShare, 'g', 3)));
        rows.back().front()->appendRow(row);
    }
    m_table->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    m_table->take(rows);
    for (int i = 0; i < m_table->items().rowCount(); ++i)
        m_table->setFirstColumnSpanned(i, {}, true);
    draw();
}

void RecoveryPage::draw()
{
    exhibitLost(m_table->currentIndex().siblingAtColumn(0).data(FailedRole).toStringList());
}

void RecoveryPage::hideEvent(QHideEvent* event)
{
    FigurePage::hideEvent(event);
    clearExhibit();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/figures/figurerow.h"

#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/statemark.h"

namespace redoubt {

FigureRow figureRow(const QStringList& texts, const QStringList& ids)
{
    FigureRow row;
    for (const QString& text : texts) {
        auto* item = new QStandardItem(text);
        item->setEditable(false);
        item->setToolTip(text);
        row << item;
    }
    if (!ids.isEmpty())
        row.front()->setData(ids, FigureTable::IdsRole);
    return row;
}

FigureRow headingRow(const QString& title, int columns)
{
    QStringList texts {title};
    texts.resize(columns);
    FigureRow row = figureRow(texts);
    row.front()->setData(true, FieldDelegate::StrongRole);
    return row;
}

void alignRight(const FigureRow& row, int column)
{
    row[column]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void showState(const FigureRow& row, int column, ServiceState state, const Style& style)
{
    row[column]->setText(stateWords(state));
    row[column]->setData(int(state), FieldDelegate::StateRole);
    row[column]->setForeground(stateInk(state, style));
}

}  // namespace redoubt

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

FigureNames::FigureNames(const Design& design) : m_design(design)
{
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        ++m_uses[design.displayName(it.key().value)];
}

QString FigureNames::of(const QString& id) const
{
    const QString name = m_design.displayName(id);
    if (m_uses.value(name) < 2)
        return name;
    QString place;
    int depth = 0;  // a design that is being put together may be nested in a circle
    for (const Element* at = m_design.element({id}); at && depth < 64; ++depth) {
        const ElementId around = at->in.isEmpty() ? at->host : at->in;
        at = m_design.element(around);
        if (at)
            place = around.value;
    }
    return place.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, m_design.displayName(place));
}

QString FigureNames::of(const QStringList& ids, const QString& between) const
{
    QStringList names;
    for (const QString& id : ids)
        names << of(id);
    return names.join(between);
}

}  // namespace redoubt

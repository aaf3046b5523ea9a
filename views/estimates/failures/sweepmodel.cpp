// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/failures/sweepmodel.h"

#include "model/design/names.h"
#include "views/estimates/figures/fielddelegate.h"
#include "views/estimates/figures/figurerow.h"
#include "views/estimates/figures/figuretable.h"
#include "views/parts/statemark.h"

#include <algorithm>

namespace redoubt {

void SweepModel::show(FailureSweep sweep, const Design& design, const QHash<QString, QString>& names, const QString& service)
{
    beginResetModel();
    m_sweep = std::move(sweep);
    m_order.clear();
    m_names.clear();
    const int first = int(m_sweep.services.indexOf(service));
    if (first >= 0)
        m_order << first;
    for (int i = 0; i < int(m_sweep.services.size()); ++i)
        if (i != first)
            m_order << i;
    for (const int i : std::as_const(m_order))
        m_names << names.value(m_sweep.services[i], m_sweep.services[i]);
    build(design);
    endResetModel();
    filter(m_filter);
}

void SweepModel::build(const Design& design)
{
    m_entries.clear();
    const Names names(design);
    for (const std::vector<SweepVerdict>* list : {&m_sweep.singles, &m_sweep.doubles})
        for (const SweepVerdict& verdict : *list) {
            const QString name = names.of(verdict.failed);
            m_entries.push_back({&verdict, name, name.toCaseFolded()});
        }
    if (m_order.isEmpty())
        return;
    std::stable_sort(m_entries.begin(), m_entries.end(), [this](const Entry& a, const Entry& b) {
        return std::pair(-int(stateAt(a, 0)), a.verdict->failed.size()) < std::pair(-int(stateAt(b, 0)), b.verdict->failed.size());
    });
}

void SweepModel::filter(const SweepFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    m_shown.clear();
    const QStringList words = filter.words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        const bool order = entry.verdict->failed.size() == 1 ? filter.singles : filter.doubles;
        const bool state = m_order.isEmpty() || filter.states.contains(stateAt(entry, 0));
        const bool named = std::all_of(words.begin(), words.end(), [&](const QString& word) { return entry.folded.contains(word); });
        if (order && state && named)
            m_shown.push_back(i);
    }
    endResetModel();
}

int SweepModel::countOf(ServiceState state) const
{
    if (m_order.isEmpty())
        return 0;
    return int(std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return stateAt(entry, 0) == state; }));
}

int SweepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_order.size());
}

QVariant SweepModel::data(const QModelIndex& index, int role) const
{
    const Entry& entry = m_entries[m_shown[size_t(index.row())]];
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return entry.name;
        return role == FigureTable::IdsRole ? QVariant(entry.verdict->failed) : QVariant();
    }
    const ServiceState state = stateAt(entry, index.column() - 1);
    switch (role) {
    case Qt::DisplayRole: return stateWords(state);
    case Qt::ToolTipRole: return QStringLiteral("%1: %2").arg(m_names[index.column() - 1], stateWords(state));
    case Qt::ForegroundRole: return QBrush(stateInk(state, *m_style));
    case FieldDelegate::StateRole: return int(state);
    default: return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return section == 0 ? QStringLiteral("What fails") : m_names.value(section - 1);
}

}  // namespace redoubt

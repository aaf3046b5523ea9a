// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/figures/figuretable.h"

#include "views/estimates/figures/fielddelegate.h"
#include "views/parts/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace redoubt {

namespace {

using Row = QList<QStandardItem*>;

Row rowOf(const QStandardItem* parent, int row)
{
    Row result;
    for (int column = 0; column < parent->columnCount(); ++column)
        result << parent->child(row, column);
    return result;
}

bool sameShape(const Row& a, const Row& b)
{
    if (a.size() != b.size() || a.front()->text() != b.front()->text() || a.front()->rowCount() != b.front()->rowCount())
        return false;
    for (int i = 0; i < a.front()->rowCount(); ++i)
        if (!sameShape(rowOf(a.front(), i), rowOf(b.front(), i)))
            return false;
    return true;
}

void copyData(const Row& to, const Row& from)
{
    for (qsizetype column = 0; column < to.size(); ++column) {
        to[column]->setFlags(from[column]->flags());
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::ForegroundRole), int(FigureTable::IdsRole),
                               FieldDelegate::CellRole, FieldDelegate::TagRole, FieldDelegate::TagToneRole,
                               FieldDelegate::ShareRole, FieldDelegate::StateRole, FieldDelegate::StrongRole})
            to[column]->setData(from[column]->data(role), role);
    }
    for (int i = 0; i < to.front()->rowCount(); ++i)
        copyData(rowOf(to.front(), i), rowOf(from.front(), i));
}

}  // namespace

FigureTable::FigureTable(const Theme& theme, const QString& name, QWidget* parent)
    : QTreeView(parent)
    , m_fields(new FieldDelegate(theme, this))
    , m_items(new QStandardItemModel(this))
{
    setModel(m_items);
    setObjectName(name);
    setItemDelegate(m_fields);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setMouseTracking(true);
    setIndentation(18);
    header()->setStretchLastSection(false);
    header()->setHighlightSections(false);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTreeView::entered, this, [this](const QModelIndex& index) { emit rowPointed(idsOf(index)); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            edit(index);
        else
            emit rowChosen(index.siblingAtColumn(0));
    });
}

QStringList FigureTable::idsOf(const QModelIndex& index)
{
    return index.siblingAtColumn(0).data(IdsRole).toStringList();
}

void FigureTable::setWidths(const QList<int>& widths)
{
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int i = 0; i < widths.size(); ++i) {
        header()->setSectionResizeMode(i + 1, QHeaderView::Interactive);
        header()->resizeSection(i + 1, widths[i]);
    }
}

void FigureTable::take(const std::vector<QList<QStandardItem*>>& rows)
{
    bool same = int(rows.size()) == m_items->rowCount() && !rows.empty();
    for (size_t i = 0; same && i < rows.size(); ++i)
        same = sameShape(rowOf(m_items->invisibleRootItem(), int(i)), rows[i]);
    if (same) {
        for (size_t i = 0; i < rows.size(); ++i) {
            copyData(rowOf(m_items->invisibleRootItem(), int(i)), rows[i]);
            qDeleteAll(rows[i]);
        }
        return;
    }
    keepPlace();
    m_items->removeRows(0, m_items->rowCount());
    for (const QList<QStandardItem*>& row : rows)
        m_items->appendRow(row);
    restorePlace();
}

bool FigureTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        emit rowPointed({});
    return QTreeView::viewportEvent(event);
}

void FigureTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid() && state() != EditingState)
        emit rowChosen(currentIndex().siblingAtColumn(0));
    else
        QTreeView::keyPressEvent(event);
}

QString FigureTable::pathOf(const QModelIndex& index)
{
    QString path;
    for (QModelIndex at = index.siblingAtColumn(0); at.isValid(); at = at.parent())
        path = QString::number(at.row()) + at.data().toString() + QLatin1Char('\n') + path;
    return path;
}

void FigureTable::forEachRow(const QModelIndex& parent, const std::function<void(const QModelIndex&)>& visit) const
{
    for (int row = 0; model() && row < model()->rowCount(parent); ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        visit(index);
        forEachRow(index, visit);
    }
}

void FigureTable::keepPlace()
{
    m_folded.clear();
    forEachRow({}, [this](const QModelIndex& index) {
        if (model()->hasChildren(index) && !isExpanded(index))
            m_folded << pathOf(index);
    });
    m_current = currentIndex().isValid() ? pathOf(currentIndex()) : QString();
    m_scroll = verticalScrollBar()->value();
}

void FigureTable::restorePlace()
{
    expandAll();
    QModelIndex current;
    forEachRow({}, [&](const QModelIndex& index) {
        if (m_folded.contains(pathOf(index)))
            collapse(index);
        if (!m_current.isEmpty() && pathOf(index) == m_current)
            current = index;
    });
    if (current.isValid())
        setCurrentIndex(current);
    verticalScrollBar()->setValue(m_scroll);
}

}  // namespace redoubt

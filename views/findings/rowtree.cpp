// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/rowtree.h"

#include <QKeyEvent>

namespace redoubt {

RowTree::RowTree(QWidget* parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    // The delegate paints the ground of a row: the sheet's would show behind its round corners.
    setStyleSheet(QStringLiteral("QTreeView::item, QTreeView::item:hover, QTreeView::item:selected { background: transparent; }"));
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (model()->hasChildren(index))
            setExpanded(index, !isExpanded(index));
        else
            emit rowClicked(index);
    });
}

void RowTree::keepFolds()
{
    m_folded.clear();
    for (int i = 0; i < model()->rowCount(); ++i)
        if (const QModelIndex heading = model()->index(i, 0); !isExpanded(heading))
            m_folded << heading.data().toString();
}

void RowTree::restoreFolds()
{
    for (int i = 0; i < model()->rowCount(); ++i) {
        const QModelIndex heading = model()->index(i, 0);
        setExpanded(heading, !m_folded.contains(heading.data().toString()));
    }
}

void RowTree::goTo(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index);
}

void RowTree::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid() && !model()->hasChildren(currentIndex()))
        emit rowEntered(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

}  // namespace redoubt

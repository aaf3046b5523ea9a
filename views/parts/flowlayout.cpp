// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/flowlayout.h"

#include <QWidget>

namespace redoubt {

FlowLayout::FlowLayout(QWidget* parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    QList<std::pair<QLayoutItem*, QRect>> line;
    QPoint at = inside.topLeft();
    int height = 0;
    const auto endLine = [&] {
        // What is lower than its neighbours stands at their middle.
        for (const auto& [item, place] : std::as_const(line))
            if (apply)
                item->setGeometry(place.translated(0, (height - place.height()) / 2));
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(qMax(1, inside.width()), 10000));
        if (at.x() > inside.left() && at.x() + size.width() > inside.right() + 1) {
            endLine();
            at = QPoint(inside.left(), at.y() + height + m_gap);
            height = 0;
        }
        line.emplaceBack(item, QRect(at, size));
        at.rx() += size.width() + m_gap;
        height = qMax(height, size.height());
    }
    endLine();
    return at.y() + height - rect.top() + contentsMargins().bottom();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/compare/comparetable.h"

#include "model/analysis/comparisontext.h"
#include "views/parts/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace redoubt {

namespace {

constexpr int differsRole = Qt::UserRole + 1, bestRole = Qt::UserRole + 2, sectionRole = Qt::UserRole + 3;
constexpr int rowHeight = 26, barWidth = 3, labelColumn = 340;

/// Down while the rows below are shown, else to the right.
void paintChevron(QPainter& painter, QPointF centre, bool open, const QColor& color)
{
    constexpr double half = 4, depth = 2.2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double along, double across) { return centre + (open ? QPointF(along, across) : QPointF(across, along)); };
    const QPointF points[] = {at(-half, -depth), at(0, depth), at(half, -depth)};
    painter.drawPolyline(points, 3);
    painter.restore();
}

/// Rows of even height with a bar where something differs and a tick at the better figure.
class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Style& style = m_theme.style();
        const QRect rect = option.rect;
        painter->save();
        if (index.data(sectionRole).toBool())
            painter->fillRect(rect, style.controlFill);
        else if (option.state & QStyle::State_Selected)
            painter->fillRect(rect, style.selectionFill);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.panelBorder);
        const bool differs = index.data(differsRole).toBool(), section = index.data(sectionRole).toBool();
        if (differs && index.column() == 0)
            painter->fillRect(QRect(rect.left(), rect.top() + 4, barWidth, rect.height() - 8), style.accent);
        QFont font = option.font;
        font.setWeight(differs || section ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(differs || section ? style.text : style.secondaryText);
        QRect words = rect.adjusted(12, 0, -8, 0);
        if (section && index.column() == 0) {
            paintChevron(*painter, QPointF(words.left() + 4, rect.center().y() + 1), option.state & QStyle::State_Open, style.secondaryText);
            words.setLeft(words.left() + 16);
        }
        if (index.data(bestRole).toBool()) {
            const QString tick = QStringLiteral("\u2713");
            const int wide = painter->fontMetrics().horizontalAdvance(tick) + 6;
            painter->save();
            painter->setPen(style.accent);
            painter->drawText(QRect(words.left(), words.top(), wide, words.height()), Qt::AlignVCenter, tick);
            painter->restore();
            words.setLeft(words.left() + wide);
        }
        painter->drawText(words, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {80, rowHeight}; }

private:
    const Theme& m_theme;
};

}  // namespace

CompareTable::CompareTable(const Theme& theme, QWidget* parent) : QTreeWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("compareTable"));
    setAccessibleName(QStringLiteral("Comparison"));
    setItemDelegate(new CellDelegate(theme, this));
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setExpandsOnDoubleClick(false);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem* item) {
        if (item->data(0, sectionRole).toBool())
            item->setExpanded(!item->isExpanded());
    });
}

void CompareTable::show(const Comparison& comparison)
{
    m_comparison = comparison;
    fill();
}

void CompareTable::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    fill();
}

void CompareTable::fill()
{
    QSet<QString> folded;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (!topLevelItem(i)->isExpanded())
            folded << topLevelItem(i)->data(0, Qt::UserRole).toString();
    clear();
    setColumnCount(int(m_comparison.titles.size()) + 1);
    QStringList labels{QString()};
    for (const QString& title : m_comparison.titles)
        labels << QStringLiteral("%1 · %2").arg(QChar(char16_t(u'A' + labels.size() - 1))).arg(title);
    setHeaderLabels(labels);
    for (int column = 1; column < labels.size(); ++column)
        headerItem()->setToolTip(column, labels[column]);
    QTreeWidgetItem* section = nullptr;
    for (const Comparison::Row& row : m_comparison.rows) {
        if (m_onlyDifferences && !row.differs)
            continue;
        if (!section || section->data(0, Qt::UserRole) != row.section) {
            section = new QTreeWidgetItem(this);
            section->setData(0, Qt::UserRole, row.section);
            section->setText(0, row.section);
            for (int column = 0; column < columnCount(); ++column)
                section->setData(column, sectionRole, true);
            section->setExpanded(!folded.contains(row.section));
        }
        auto* item = new QTreeWidgetItem(section);
        const QStringList cells = comparisonCells(row);
        item->setText(0, row.label);
        item->setToolTip(0, row.label);
        item->setData(0, differsRole, row.differs);
        for (int i = 0; i < int(cells.size()); ++i) {
            item->setText(i + 1, cells[i]);
            item->setToolTip(i + 1, cells[i]);
            item->setData(i + 1, differsRole, row.differs);
            item->setData(i + 1, bestRole, row.best == i);
        }
    }
    header()->resizeSection(0, labelColumn);
    const int rest = std::max(160, (viewport()->width() - labelColumn) / std::max(1, columnCount() - 1));
    for (int column = 1; column < columnCount(); ++column)
        header()->resizeSection(column, rest);
}

}  // namespace redoubt

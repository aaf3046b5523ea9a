// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/palette/palettedelegate.h"

#include "views/palette/palettemodel.h"
#include "views/parts/theme.h"

#include <QPainter>

namespace redoubt {

namespace {

constexpr int headingHeight = 30;
constexpr int rowHeight = 34;
constexpr int iconSide = 24;

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Style& style)
{
    const bool open = option.state.testFlag(QStyle::State_Open);
    QFont font = option.font;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QRect row = option.rect;
    const QPointF c(row.left() + 16, row.center().y() + 1.5);
    painter.setPen(QPen(style.secondaryText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (open)
        painter.drawPolyline(QPolygonF({c + QPointF(-3, -1.5), c + QPointF(0, 1.5), c + QPointF(3, -1.5)}));
    else
        painter.drawPolyline(QPolygonF({c + QPointF(-1.5, -3), c + QPointF(1.5, 0), c + QPointF(-1.5, 3)}));
    const QString product = index.data(PaletteModel::ProductRole).toString();
    painter.setPen(readable(product == QLatin1String("shared") ? style.secondaryText : style.product(product), style.panel, 4.5));
    const QRect text = row.adjusted(26, 2, -8, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

}  // namespace

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {120, index.parent().isValid() ? rowHeight : headingHeight};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Style& style = m_theme.style();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!index.parent().isValid()) {
        paintHeading(*painter, option, index, style);
        painter->restore();
        return;
    }
    const QRectF pill = QRectF(option.rect).adjusted(6, 1, -6, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? style.selectionFill : style.hoverFill);
        painter->drawRoundedRect(pill, metric::controlRadius, metric::controlRadius);
    }
    const QRect icon(int(pill.left()) + 8, option.rect.center().y() - iconSide / 2 + 1, iconSide, iconSide);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    painter->setPen(style.text);
    painter->setFont(option.font);
    const QRect text(icon.right() + 11, option.rect.top(), int(pill.right()) - icon.right() - 15, option.rect.height());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

}  // namespace redoubt

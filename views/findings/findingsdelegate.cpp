// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingsdelegate.h"

#include "views/findings/findingsmodel.h"
#include "views/parts/severitymark.h"
#include "views/parts/theme.h"

#include <QPainter>

namespace redoubt {

namespace {

constexpr int headingHeight = 28;
constexpr int rowHeight = 46;

}  // namespace

FindingsDelegate::FindingsDelegate(const FindingsModel& model, const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

QSize FindingsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, m_model.findingAt(index) ? rowHeight : headingHeight};
}

void FindingsDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Style& style = m_theme.style();
    QFont font = option.font;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QPointF c(option.rect.left() + 16, option.rect.center().y() + 1.5);
    painter.setPen(QPen(style.secondaryText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state.testFlag(QStyle::State_Open))
        painter.drawPolyline(QPolygonF({c + QPointF(-3, -1.5), c + QPointF(0, 1.5), c + QPointF(3, -1.5)}));
    else
        painter.drawPolyline(QPolygonF({c + QPointF(-1.5, -3), c + QPointF(1.5, 0), c + QPointF(-1.5, 3)}));
    const QRect text = option.rect.adjusted(28, 2, -12, 0);
    const QString title = m_model.groupTitle(index);
    painter.setPen(style.text);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setPen(style.secondaryText);
    painter.drawText(text.adjusted(painter.fontMetrics().horizontalAdvance(title) + 8, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, QString::number(m_model.groupSize(index)));
}

void FindingsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Finding* finding = m_model.findingAt(index);
    const Style& style = m_theme.style();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!finding) {
        paintHeading(*painter, option, index);
        painter->restore();
        return;
    }
    const QRect row = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? style.selectionFill : style.hoverFill);
        painter->drawRoundedRect(QRectF(row).adjusted(6, 1, -6, -1), metric::controlRadius, metric::controlRadius);
    }
    paintSeverity(*painter, finding->severity, QRectF(row.left() + 16, row.top() + 7, 16, 16), style, finding->waived);

    QFont small = option.font;
    small.setPixelSize(11);
    QFont strong = option.font;
    strong.setPixelSize(13);
    strong.setWeight(QFont::DemiBold);
    painter->setFont(small);
    const int left = row.left() + 42;
    const int right = row.right() - 14;
    const int idWidth = painter->fontMetrics().horizontalAdvance(finding->rule);
    painter->setPen(style.secondaryText);
    painter->drawText(QRect(right - idWidth, row.top() + 5, idWidth, 20), Qt::AlignVCenter | Qt::AlignRight, finding->rule);
    painter->setFont(strong);
    painter->setPen(finding->waived ? style.secondaryText : style.text);
    const int width = right - idWidth - 12 - left;
    painter->drawText(QRect(left, row.top() + 5, width, 20), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(finding->title, Qt::ElideRight, width));
    QFont plain = option.font;
    plain.setPixelSize(12);
    painter->setFont(plain);
    painter->setPen(style.secondaryText);
    painter->drawText(QRect(left, row.top() + 23, right - left, 18), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(finding->message, Qt::ElideRight, right - left));
    painter->restore();
}

}  // namespace redoubt

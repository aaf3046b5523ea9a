// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/rowpainting.h"

#include "views/parts/theme.h"

#include <QPainter>

namespace redoubt {

namespace {

constexpr int roomForStates = 460;  ///< width from which states have a column of their own
constexpr int columnGap = 12;

}  // namespace

void paintRowHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& title, int count, const Style& style)
{
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
    painter.setPen(style.text);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setPen(style.secondaryText);
    painter.drawText(text.adjusted(painter.fontMetrics().horizontalAdvance(title) + 8, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, QString::number(count));
}

void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const RowWords& words, const Style& style)
{
    const QRect row = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? style.selectionFill : style.hoverFill);
        painter.drawRoundedRect(QRectF(row).adjusted(6, 1, -6, -1), metric::controlRadius, metric::controlRadius);
    }
    words.mark(painter, QRectF(row.left() + 16, row.top() + 7, 16, 16));

    QFont small = option.font;
    small.setPixelSize(11);
    QFont strong = option.font;
    strong.setPixelSize(13);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(small);
    const int left = row.left() + 42;
    const int right = row.right() - 14;
    const QFontMetrics metrics = painter.fontMetrics();
    int titleEnd = right - metrics.horizontalAdvance(words.right) - columnGap;
    painter.setPen(style.secondaryText);
    painter.drawText(QRect(left, row.top() + 5, right - left, 20), Qt::AlignVCenter | Qt::AlignRight, words.right);
    const bool column = !words.state.isEmpty() && row.width() >= roomForStates;
    if (column) {
        // Wide enough for any id and any state, so that both stand below each other.
        const int ids = metrics.horizontalAdvance(QStringLiteral("SITE-000"));
        const int states = metrics.horizontalAdvance(QStringLiteral("Does not apply"));
        const QRect place(right - ids - columnGap - states, row.top() + 5, states, 20);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, words.state);
        titleEnd = place.left() - columnGap;
    }
    painter.setFont(strong);
    painter.setPen(words.dimmed ? style.secondaryText : style.text);
    const int width = titleEnd - left;
    painter.drawText(QRect(left, row.top() + 5, width, 20), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(words.title, Qt::ElideRight, width));
    QFont plain = option.font;
    plain.setPixelSize(12);
    painter.setFont(plain);
    painter.setPen(style.secondaryText);
    QStringList caption {column ? QString() : words.state, words.caption};
    caption.removeAll(QString());
    painter.drawText(QRect(left, row.top() + 23, right - left, 18), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(caption.join(QStringLiteral(" · ")), Qt::ElideRight, right - left));
}

void paintPlainMark(QPainter& painter, PlainMark mark, const QRectF& rect, const Style& style)
{
    const QRectF circle = rect.adjusted(1.5, 1.5, -1.5, -1.5);
    const QPointF c = rect.center();
    const bool good = mark == PlainMark::Check;
    painter.setPen(QPen(good ? style.good : style.secondaryText, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (mark != PlainMark::Dash && mark != PlainMark::Picture)
        painter.drawEllipse(circle);
    switch (mark) {
    case PlainMark::Check:
        painter.drawPolyline(QPolygonF({c + QPointF(-3, 0.2), c + QPointF(-0.8, 2.4), c + QPointF(3.2, -2.2)}));
        break;
    case PlainMark::Dash:
        painter.drawLine(c + QPointF(-4, 0), c + QPointF(4, 0));
        break;
    case PlainMark::Picture:  // a frame with a line through it
        painter.drawRoundedRect(circle, 2, 2);
        painter.drawPolyline(QPolygonF({c + QPointF(-3, 2.5), c + QPointF(0, 2.5), c + QPointF(0, -2.5), c + QPointF(3, -2.5)}));
        break;
    case PlainMark::Cross:
        painter.drawLine(c + QPointF(-4, 4), c + QPointF(4, -4));
        break;
    case PlainMark::Question: {
        QFont font = painter.font();
        font.setPixelSize(10);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.drawText(circle, Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    }
}

QPixmap plainMarkPixmap(PlainMark mark, int size, const Style& style, double ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPlainMark(painter, mark, QRectF(0, 0, size, size), style);
    return pixmap;
}

RowDelegate::RowDelegate(std::function<std::optional<RowWords>(const QModelIndex&)> words, const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_words(std::move(words))
    , m_theme(theme)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, m_words(index) ? rowHeight : rowHeadingHeight};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const auto words = m_words(index))
        paintRow(*painter, option, *words, m_theme.style());
    else
        paintRowHeading(*painter, option, index.data().toString(), index.model()->rowCount(index), m_theme.style());
    painter->restore();
}

}  // namespace redoubt

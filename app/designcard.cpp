// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/designcard.h"

#include "app/thumbnails.h"
#include "views/parts/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace redoubt {

namespace {

constexpr QSize tileSize(248, 226);
constexpr int tilePicture = 158;
constexpr QSize rowSize(268, 60);
constexpr QSize rowPicture(72, 48);

}  // namespace

DesignCard::DesignCard(Form form, const QString& title, const QString& caption, const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_form(form)
    , m_caption(caption)
    , m_theme(theme)
{
    setText(title);
    setToolTip(title);
    setAccessibleName(title);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(form == Form::Tile ? QSizePolicy::Fixed : QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize DesignCard::sizeHint() const
{
    return m_form == Form::Tile ? tileSize : rowSize;
}

void DesignCard::setDrawing(const Drawing& drawing)
{
    m_drawing = drawing;
    m_picture = {};
    update();
}

void DesignCard::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void DesignCard::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void DesignCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_form == Form::Tile)
        paintTile(painter);
    else
        paintRow(painter);
}

void DesignCard::paintPicture(QPainter& painter, const QRect& rect)
{
    const Style& style = m_theme.style();
    if (m_drawing && (m_picture.isNull() || m_picture.deviceIndependentSize().toSize() != rect.size()))
        m_picture = Thumbnails::paintInto(*m_drawing, rect.size(), devicePixelRatioF());
    if (!m_picture.isNull()) {
        painter.drawPixmap(rect.topLeft(), m_picture);
        return;
    }
    painter.fillRect(rect, style.canvas);
}

void DesignCard::paintTile(QPainter& painter)
{
    const Style& style = m_theme.style();
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(frame, metric::boxRadius, metric::boxRadius);
    painter.fillPath(shape, underMouse() ? style.hoverFill : style.panelRaised);
    painter.save();
    painter.setClipPath(shape);
    paintPicture(painter, QRect(1, 1, width() - 2, tilePicture));
    painter.restore();
    painter.setPen(QPen(style.panelBorder, 1));
    painter.drawLine(QPointF(1, tilePicture + 1.5), QPointF(width() - 1, tilePicture + 1.5));
    const bool lit = underMouse() || hasFocus();
    painter.setPen(QPen(lit ? style.accent : style.panelBorder, hasFocus() ? 2 : 1));
    painter.drawPath(shape);

    QFont strong = font();
    strong.setPixelSize(13);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(style.text);
    const QRect words(12, tilePicture + 9, width() - 24, height() - tilePicture - 14);
    // Published designs of one family begin with the same words: a title has two lines when it needs them.
    const QStringList heads = wrapped(text(), words.width() - 10, 13, true, 2);
    int y = words.top();
    for (const QString& line : heads) {
        painter.drawText(QRect(words.left(), y, words.width(), 17), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, words.width()));
        y += 17;
    }
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(style.secondaryText);
    // Three lines in all, the last one elided.
    const QStringList lines = wrapped(m_caption, words.width() - 6, 11, false, 3 - int(heads.size()));
    y += 2;
    for (const QString& line : lines) {
        painter.drawText(QRect(words.left(), y, words.width(), 15), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, words.width()));
        y += 15;
    }
}

void DesignCard::paintRow(QPainter& painter)
{
    const Style& style = m_theme.style();
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(style.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(style.hoverFill);
        painter.drawRoundedRect(frame, metric::controlRadius, metric::controlRadius);
    }
    const QRect picture(QPoint(6, (height() - rowPicture.height()) / 2), rowPicture);
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(picture, 3, 3);
    painter.setClipPath(shape);
    paintPicture(painter, picture);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.panelBorder, 1));
    painter.drawPath(shape);
    const int left = picture.right() + 11;
    const int width = this->width() - left - 8;
    QFont strong = font();
    strong.setPixelSize(13);
    painter.setFont(strong);
    painter.setPen(style.text);
    painter.drawText(QRect(left, 11, width, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, width));
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(style.secondaryText);
    painter.drawText(QRect(left, 30, width, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideMiddle, width));
}

}  // namespace redoubt

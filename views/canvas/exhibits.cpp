// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/exhibits.h"

#include "views/canvas/canvasscene.h"
#include "views/render/heat.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace redoubt {

namespace {

constexpr double exhibitLayer = 3800;             ///< above the words of links, below badges
constexpr double pillHeight = 18, pillPad = 7;
constexpr double leastOnScreen = 0.95, mostGrown = 2.2;  ///< a pill stays readable when the drawing is small
constexpr double smallestPill = 0.16;             ///< below this scale there is only the outline
constexpr int legendEdge = 12, legendRamp = 132;

double pillGrowth(double scale)
{
    return std::clamp(leastOnScreen / std::max(scale, 0.01), 1.0, mostGrown);
}

}  // namespace

ExhibitItem::ExhibitItem(const Style& style, Exhibit::Note note, const CanvasItem& over)
    : m_style(style), m_note(std::move(note)), m_outline(over.drawn().outline), m_container(over.drawn().role == DrawnRole::Container)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(exhibitLayer + (m_note.look == Exhibit::Look::Pointed ? 2 : m_note.look == Exhibit::Look::Captioned ? 1 : 0));
    setPos(over.pos());
    if (over.isLink())
        m_line = over.drawn().line;
}

QString ExhibitItem::words() const
{
    return m_note.look == Exhibit::Look::Lost && m_note.text.isEmpty() ? QStringLiteral("×") : m_note.text;
}

QRectF ExhibitItem::boundingRect() const
{
    const double width = (textWidth(words(), metric::caption, true) + 2 * pillPad) * mostGrown;
    const double room = pillHeight * mostGrown;
    return m_outline.adjusted(-room, -room, room, room) | QRectF(m_outline.left() - room, m_outline.top() - room, width + room, 2 * room)
        | QRectF(m_outline.left() - room, m_outline.bottom() - room, width + room, 2 * room);
}

void ExhibitItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->save();
    paintOutline(*painter);
    if (!words().isEmpty() && scale > smallestPill)
        paintPill(*painter, scale);
    painter->restore();
}

void ExhibitItem::paintOutline(QPainter& painter) const
{
    using Look = Exhibit::Look;
    if (m_note.look == Look::Captioned)
        return;
    const QColor color = m_note.look == Look::Pointed ? m_style.accent
        : m_note.look == Look::Only                   ? m_style.good
        : m_note.look == Look::Lost                   ? m_style.error
                                                      : heat(m_style, m_note.weight);
    QPen pen(color, m_note.look == Look::Weighed ? 1.5 + 2.5 * m_note.weight : 2);
    pen.setCosmetic(true);
    if (!m_line.isEmpty()) {
        pen.setWidthF(4);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(m_line.constData(), int(m_line.size()));
        return;
    }
    QColor fill = color;
    fill.setAlphaF(m_note.look == Look::Weighed ? 0.10F + 0.14F * float(m_note.weight) : 0.12F);
    painter.setPen(pen);
    painter.setBrush(fill);
    const QRectF box = m_outline.adjusted(-2, -2, 2, 2);
    painter.drawRoundedRect(box, metric::boxRadius, metric::boxRadius);
    if (m_note.look == Look::Lost) {
        // Crossed, so that colour is not alone in saying it; only at the corner, so that the name stays readable.
        const double arm = std::min({14.0, box.width() / 3, box.height() / 3});
        const QPointF c = box.topRight() + QPointF(-arm, arm);
        pen.setWidthF(2.5);
        painter.setPen(pen);
        painter.drawLine(c - QPointF(arm, arm) * 0.6, c + QPointF(arm, arm) * 0.6);
        painter.drawLine(c + QPointF(-arm, arm) * 0.6, c + QPointF(arm, -arm) * 0.6);
    }
}

void ExhibitItem::paintPill(QPainter& painter, double scale) const
{
    using Look = Exhibit::Look;
    const double grown = pillGrowth(scale);
    const double width = textWidth(words(), metric::caption, true) + 2 * pillPad;
    const bool caption = m_note.look == Look::Captioned, below = caption || m_container;  // a container has its name at its head
    painter.translate(below ? m_outline.bottomLeft() : m_outline.topLeft());
    painter.scale(grown, grown);
    const QRectF pill(-6, below ? -pillHeight / 2 + 4 : -pillHeight / 2 - 2, width, pillHeight);
    const QColor fill = m_note.look == Look::Weighed ? heat(m_style, m_note.weight)
        : m_note.look == Look::Lost                  ? m_style.error
        : m_note.look == Look::Pointed               ? m_style.accent
        : m_note.look == Look::Only                  ? m_style.good
                                                     : m_style.panelRaised;
    painter.setPen(QPen(caption ? m_style.link(LinkMeaning::Quorum).stroke.color : m_style.canvas, caption ? 1.2 : 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, pillHeight / 2, pillHeight / 2);
    painter.setPen(caption ? m_style.text : contrast(fill, Qt::white) >= contrast(fill, Qt::black) ? QColor(Qt::white) : QColor(Qt::black));
    painter.scale(1.0 / fontScale, 1.0 / fontScale);
    painter.setFont(canvasFont(metric::caption, true));
    painter.drawText(QRectF(pill.topLeft() * fontScale, pill.size() * fontScale), Qt::AlignCenter, words());
}

void Exhibits::show(Exhibit exhibit)
{
    if (exhibit == m_exhibit)
        return;
    m_exhibit = std::move(exhibit);
    follow();
}

void Exhibits::follow()
{
    qDeleteAll(m_items);
    m_items.clear();
    for (const Exhibit::Note& note : m_exhibit.notes)
        for (const QString& drawn : m_scene.shownBy(note.id)) {
            auto* item = new ExhibitItem(m_scene.look(), note, *m_scene.item(drawn));
            m_scene.addItem(item);
            m_items << item;
        }
}

ExhibitLegend::ExhibitLegend(const CanvasScene& scene, QWidget* over) : QFrame(over), m_scene(scene)
{
    setObjectName(QStringLiteral("exhibitLegend"));
    setCursor(Qt::ArrowCursor);
    hide();
}

void ExhibitLegend::show(const Exhibit& exhibit)
{
    m_title = exhibit.legend;
    m_least = exhibit.least;
    m_most = exhibit.most;
    setAccessibleName(m_title);
    setToolTip(QStringLiteral("The darker, the more. Press the cross to take the figures off the drawing."));
    setVisible(!m_title.isEmpty());
    if (m_title.isEmpty())
        return;
    const QFontMetrics metrics(wholeFont(metric::caption, true));
    const int ends = metrics.horizontalAdvance(m_least) + metrics.horizontalAdvance(m_most);
    resize(std::max(metrics.horizontalAdvance(m_title) + 24, ends + legendRamp + 16) + 28, 54);
    place();
    raise();
    update();
}

void ExhibitLegend::place()
{
    move(legendEdge, parentWidget()->height() - height() - legendEdge);
}

QRect ExhibitLegend::closeRect() const
{
    return {width() - 24, 6, 18, 18};
}

void ExhibitLegend::paintEvent(QPaintEvent*)
{
    const Style& style = m_scene.look();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(style.controlBorder);
    painter.setBrush(style.panelRaised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::boxRadius, metric::boxRadius);
    painter.setFont(wholeFont(metric::caption, true));
    painter.setPen(style.text);
    painter.drawText(QRect(14, 6, width() - 40, 18), Qt::AlignVCenter | Qt::AlignLeft, m_title);
    const QPointF c = QRectF(closeRect()).center();
    painter.setPen(QPen(style.secondaryText, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + QPointF(-3.5, -3.5), c + QPointF(3.5, 3.5));
    painter.drawLine(c + QPointF(-3.5, 3.5), c + QPointF(3.5, -3.5));
    painter.setFont(wholeFont(metric::caption, false));
    painter.setPen(style.secondaryText);
    const int least = painter.fontMetrics().horizontalAdvance(m_least);
    painter.drawText(QRect(14, 28, least, 18), Qt::AlignVCenter, m_least);
    constexpr int steps = 6;
    const double step = double(legendRamp) / steps;
    for (int i = 0; i < steps; ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(heat(style, double(i) / (steps - 1)));
        painter.drawRect(QRectF(22 + least + i * step, 32, step + 0.5, 10));
    }
    painter.setPen(style.secondaryText);
    painter.drawText(QRect(30 + least + legendRamp, 28, width() - 30 - least - legendRamp, 18), Qt::AlignVCenter, m_most);
}

void ExhibitLegend::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    if (closeRect().contains(event->pos()))
        emit closed();
}

}  // namespace redoubt

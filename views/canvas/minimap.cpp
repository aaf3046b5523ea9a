// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/minimap.h"

#include "views/canvas/canvasscene.h"
#include "views/canvas/canvasview.h"

#include <QMouseEvent>
#include <QPainter>

namespace redoubt {

namespace {

constexpr QSize mapSize(208, 144);
constexpr int edge = 12;        ///< pixels to the corner of the canvas
constexpr double inset = 8;     ///< pixels round the drawing
constexpr int settleMs = 80;

}  // namespace

Minimap::Minimap(CanvasScene& scene, CanvasView& view) : QWidget(&view), m_scene(scene), m_view(view)
{
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Map of the drawing"));
    setCursor(Qt::PointingHandCursor);
    resize(mapSize);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &Minimap::drawPicture);
    connect(&scene, &CanvasScene::refreshed, this, [this] {
        if (isVisible() && !m_settle.isActive())
            m_settle.start();
    });
    hide();
}

void Minimap::place()
{
    move(m_view.width() - width() - edge, m_view.height() - height() - edge);
}

void Minimap::followView()
{
    if (isVisible())
        update();
}

QTransform Minimap::toMap() const
{
    const QRectF room = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    const double scale = std::min(room.width() / m_area.width(), room.height() / m_area.height());
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-m_area.center().x(), -m_area.center().y());
    return transform;
}

void Minimap::drawPicture()
{
    m_area = m_scene.drawnBounds();
    if (m_area.isEmpty())
        m_area = QRectF(0, 0, 1, 1);
    const Style& style = m_scene.look();
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(style.panelRaised);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform map = toMap();
    const Placement& placement = m_scene.placement();
    QList<QRectF> nodes;
    for (auto it = placement.cbegin(); it != placement.cend(); ++it) {
        const CanvasItem* item = m_scene.item(it.key());
        if (!item)
            continue;
        const QRectF rect = map.mapRect(it.value());
        if (item->drawn().role != DrawnRole::Container) {
            nodes << rect;
            continue;
        }
        painter.setPen(QPen(style.boxBorder, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.secondaryText);
    for (const QRectF& rect : std::as_const(nodes))
        painter.drawRect(rect.width() < 2 ? QRectF(rect.center() - QPointF(1, 1), QSizeF(2, 2)) : rect);
    update();
}

void Minimap::paintEvent(QPaintEvent*)
{
    const Style& style = m_scene.look();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF seen = toMap().mapRect(m_view.mapToScene(m_view.viewport()->rect()).boundingRect())
                            .intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    QColor glow = style.accent;
    glow.setAlphaF(0.12F);
    painter.setPen(QPen(style.accent, 1.5));
    painter.setBrush(glow);
    painter.drawRect(seen);
    painter.setPen(QPen(style.panelBorder, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void Minimap::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    place();
    drawPicture();
}

void Minimap::goTo(QPointF point)
{
    m_view.goTo(toMap().inverted().map(point));
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    event->accept();
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

}  // namespace redoubt

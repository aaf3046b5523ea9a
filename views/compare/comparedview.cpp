// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/compare/comparedview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <cmath>

namespace redoubt {

namespace {

constexpr double leastZoom = 0.5, mostZoom = 20;  ///< of what fits
constexpr double fitMost = 1.25;                  ///< a small drawing is not blown up
constexpr int margin = 24;                        ///< pixels
constexpr double keyStep = 0.1;                   ///< of what is in sight

}  // namespace

ComparedView::ComparedView(Editor& editor, const Style& style, QWidget* parent)
    : QGraphicsView(parent), m_scene(editor)
{
    setScene(&m_scene);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_scene.setBadgesShown(false);
    setLook(style);
    connect(&m_scene, &CanvasScene::refreshed, this, [this] {
        showSight();
        m_marks.follow();
    });
}

ComparedView::~ComparedView()
{
    setScene(nullptr);
}

void ComparedView::setLook(const Style& style)
{
    m_scene.setLook(style);
    setBackgroundBrush(style.canvas);
    m_marks.follow();
}

double ComparedView::fitting() const
{
    const QRectF drawn = m_scene.drawnBounds();
    if (drawn.isEmpty())
        return 1;
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * margin, 2 * margin);
    return std::clamp(std::min(room.width() / drawn.width(), room.height() / drawn.height()), 0.01, fitMost);
}

void ComparedView::setSight(const Sight& sight)
{
    if (sight == m_sight)
        return;
    m_sight = sight;
    showSight();
}

void ComparedView::look(Sight sight)
{
    sight.zoom = std::clamp(sight.zoom, leastZoom, mostZoom);
    sight.centre = {std::clamp(sight.centre.x(), 0.0, 1.0), std::clamp(sight.centre.y(), 0.0, 1.0)};
    if (sight == m_sight)
        return;
    setSight(sight);
    emit looked(m_sight);
}

void ComparedView::showSight()
{
    const QRectF drawn = m_scene.drawnBounds();
    const double zoom = fitting() * m_sight.zoom;
    const QSizeF seen = QSizeF(viewport()->size()) / zoom;
    const QPointF centre(drawn.left() + m_sight.centre.x() * drawn.width(), drawn.top() + m_sight.centre.y() * drawn.height());
    setTransform(QTransform::fromScale(zoom, zoom));
    // A scene as large as anything that can come in sight, so that the scroll bars never hold the centre back.
    setSceneRect(drawn.adjusted(-seen.width(), -seen.height(), seen.width(), seen.height()));
    centerOn(centre);
}

void ComparedView::markThings(const QStringList& only, const QStringList& changed)
{
    Exhibit marks;
    for (const QString& id : only)
        marks.notes.push_back({id, Exhibit::Look::Only, 1, QStringLiteral("+")});
    for (const QString& id : changed)
        if (!only.contains(id))
            marks.notes.push_back({id, Exhibit::Look::Pointed, 1, QStringLiteral("≠")});
    m_marks.show(marks);
}

QStringList ComparedView::marked() const
{
    QStringList ids;
    for (const Exhibit::Note& note : m_marks.shown().notes)
        ids << note.id;
    return ids;
}

void ComparedView::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = m_last = event->position().toPoint();
    m_dragging = false;
    event->accept();
}

void ComparedView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        return;
    const QPoint at = event->position().toPoint();
    if (!m_dragging && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    const QRectF drawn = m_scene.drawnBounds();
    const QPointF by = QPointF(m_last - at) / transform().m11();
    m_last = at;
    Sight sight = m_sight;
    if (!drawn.isEmpty())
        sight.centre += QPointF(by.x() / drawn.width(), by.y() / drawn.height());
    look(sight);
}

void ComparedView::mouseReleaseEvent(QMouseEvent* event)
{
    unsetCursor();
    if (!m_dragging && event->button() == Qt::LeftButton)
        emit pressed(m_scene.idAt(mapToScene(event->position().toPoint())));
    m_dragging = false;
}

void ComparedView::wheelEvent(QWheelEvent* event)
{
    const QRectF drawn = m_scene.drawnBounds();
    if (drawn.isEmpty())
        return;
    // What is under the cursor stays there.
    const QPointF under = mapToScene(event->position().toPoint());
    Sight sight = m_sight;
    sight.zoom = std::clamp(sight.zoom * std::pow(1.0015, event->angleDelta().y()), leastZoom, mostZoom);
    const double scale = m_sight.zoom / sight.zoom;
    const QPointF centre(drawn.left() + sight.centre.x() * drawn.width(), drawn.top() + sight.centre.y() * drawn.height());
    const QPointF moved = under + (centre - under) * scale;
    sight.centre = {(moved.x() - drawn.left()) / drawn.width(), (moved.y() - drawn.top()) / drawn.height()};
    look(sight);
    event->accept();
}

void ComparedView::keyPressEvent(QKeyEvent* event)
{
    Sight sight = m_sight;
    const double step = keyStep / sight.zoom;
    switch (event->key()) {
    case Qt::Key_Left: sight.centre.rx() -= step; break;
    case Qt::Key_Right: sight.centre.rx() += step; break;
    case Qt::Key_Up: sight.centre.ry() -= step; break;
    case Qt::Key_Down: sight.centre.ry() += step; break;
    case Qt::Key_Plus: case Qt::Key_Equal: sight.zoom *= 1.25; break;
    case Qt::Key_Minus: sight.zoom /= 1.25; break;
    case Qt::Key_0: sight = {}; break;
    default: QGraphicsView::keyPressEvent(event); return;
    }
    look(sight);
}

void ComparedView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    showSight();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasparts.h"
#include "views/canvas/contextmenu.h"
#include "views/canvas/snapping.h"
#include "views/parts/words.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QMenu>
#include <QMimeData>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QToolTip>

namespace redoubt {

namespace {

const QString kindMime = QStringLiteral("application/x-redoubt-kind");
constexpr double nudgeFar = 10;    ///< units with Shift; 1 without

}  // namespace

void CanvasView::nudge(QPointF step)
{
    Editor& editor = m_parts->editor;
    const QStringList ids = edits::roots(editor.design(), editor.selection());
    if (ids.isEmpty())
        return;
    const QString key = ids.join(u' ');
    if (m_parts->nudging != key) {
        m_parts->nudging = key;
        ++m_parts->nudgeSerial;
    }
    editor.apply(edits::move(editor.design(), editor.catalog(), editor.placement(), ids, step),
                 tr("Move %1").arg(ids.size() == 1 ? editor.spokenName(ids.front()) : tr("%1 elements").arg(ids.size())),
                 QStringLiteral("nudge %1").arg(m_parts->nudgeSerial));
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    Editor& editor = m_parts->editor;
    const double far = event->modifiers() & Qt::ShiftModifier ? nudgeFar : 1;
    const bool arrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (failingKey(*event)) {
        // done
    } else if (m_parts->previewing && (enter || event->key() == Qt::Key_Escape)) {
        emit fixPreviewAnswered(enter);
    } else if (event->key() == Qt::Key_Escape) {
        if (m_parts->gesture)
            endGesture(true);
        else if (!m_parts->connecting)
            editor.select({});
        if (std::exchange(m_parts->connecting, false))
            emit connectingChanged(false);
        viewport()->unsetCursor();
    } else if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_parts->space = true;
        viewport()->setCursor(Qt::OpenHandCursor);
    } else if (arrow && !m_parts->failing && !editor.selection().isEmpty() && !(event->modifiers() & Qt::ControlModifier)) {
        static constexpr QPointF steps[] = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}};
        nudge(steps[event->key() - Qt::Key_Left] * far);
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        removeSelected();
    } else if (event->key() == Qt::Key_F2) {
        renameSelected();
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Cut)) {
        cut();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier) {
        duplicate();
    } else if (event->matches(QKeySequence::Undo)) {
        editor.undoStack().undo();
    } else if (event->matches(QKeySequence::Redo)) {
        editor.undoStack().redo();
    } else {
        QGraphicsView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_parts->space = false;
        if (!m_parts->panning)
            viewport()->unsetCursor();
        event->accept();
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    m_parts->space = false;
    QGraphicsView::focusOutEvent(event);
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        // 120 units are one notch of a mouse wheel; touch pads send fractions.
        scaleTo(zoom() * std::pow(1.2, event->angleDelta().y() / 120.0), event->position().toPoint());
        event->accept();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

bool CanvasView::nativeZoom(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() != Qt::ZoomNativeGesture)
            return false;
        scaleTo(zoom() * (1 + native->value()), native->position().toPoint());
        return true;
    }
    auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    scaleTo(zoom() * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
    return true;
}

bool CanvasView::viewportEvent(QEvent* event)
{
    if (m_parts && (event->type() == QEvent::NativeGesture || event->type() == QEvent::Gesture) && nativeZoom(event))
        return true;
    if (m_parts && event->type() == QEvent::Leave && !m_parts->gesture) {
        m_parts->scene.setHovered({});
        m_parts->overlay.showAnchors({}, 1);
        followSelection();
    }
    if (m_parts && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPointF point = mapToScene(help->pos());
        const BadgeItem* badge = m_parts->scene.badgeAt(point);
        const QString id = m_parts->scene.idAt(point);
        const CanvasItem* item = isRoom(id) && !pressedFrame(id, point) ? nullptr : m_parts->scene.item(id);
        QString text = badge     ? badge->sentences()
            : anchorUnder(point) ? tr("Drag from here to what it connects to")
            : item               ? wrapped(item->drawn().title)
                                 : QString();
        if (const QString more = badge || !item ? QString() : m_parts->tips.value(item->id()); !more.isEmpty())
            text += u'\n' + more;
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QGraphicsView::viewportEvent(event);
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (m_parts->gesture)
        return;
    if (m_parts->failing) {
        failingMenu(*event);
        return;
    }
    QPoint where = event->pos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QString id = m_parts->scene.idAt(mapToScene(where));
        if (!m_parts->editor.selection().contains(id))
            m_parts->editor.select(id.isEmpty() ? QStringList() : QStringList{id});
    } else if (!m_parts->editor.selection().isEmpty()) {
        where = mapFromScene(m_parts->scene.placement().value(m_parts->editor.selection().front()).center());
    }
    contextMenu(m_parts->editor, *this)->popup(viewport()->mapToGlobal(where));
}

void CanvasView::dragEnterEvent(QDragEnterEvent* event)
{
    const QString kind = QString::fromUtf8(event->mimeData()->data(kindMime));
    if (!m_parts->editor.catalog().kind(kind) || m_parts->failing) {
        event->ignore();
        return;
    }
    endGesture(true);
    m_parts->dropKind = kind;
    m_parts->editor.select({});
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void CanvasView::dragMoveEvent(QDragMoveEvent* event)
{
    if (m_parts->dropKind.isEmpty()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QPoint where = event->position().toPoint();
    const QPointF point = dropPoint(mapToScene(where), event->modifiers());
    Editor& editor = m_parts->editor;
    const edits::Made made = edits::add(editor.design(), editor.catalog(), editor.placement(), m_parts->dropKind, point);
    m_parts->scene.preview(made.patch);
    for (const QString& id : made.ids)
        if (CanvasItem* item = m_parts->scene.item(id))
            item->setMark(Mark::Ghost, true);
    const ElementId host = edits::hostAt(editor.design(), editor.catalog(), editor.placement(), m_parts->dropKind, point);
    const ElementId into = host.isEmpty() ? editor.adopter(m_parts->dropKind, point) : host;
    m_parts->scene.showAdopter(into.value);
    say(into.isEmpty()  ? tr("On the canvas")
            : host.isEmpty() ? tr("Into %1").arg(editor.spokenName(into.value))
                             : tr("On %1").arg(editor.spokenName(into.value)),
        where);
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_parts->dropKind.clear();
    m_parts->overlay.showGuides({});
    m_parts->scene.showAdopter({});
    m_parts->scene.endPreview();
    say({}, {});
    event->accept();
}

void CanvasView::dropEvent(QDropEvent* event)
{
    if (m_parts->dropKind.isEmpty()) {
        event->ignore();
        return;
    }
    const QString kind = std::exchange(m_parts->dropKind, {});
    const QPointF point = dropPoint(mapToScene(event->position().toPoint()), event->modifiers());
    m_parts->overlay.showGuides({});
    m_parts->scene.showAdopter({});
    m_parts->scene.endPreview();
    say({}, {});
    const ElementId made = m_parts->editor.add(kind, point);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setFocus();
    showWhole(made.value);  // what fell near the edge of the view
}

QPointF CanvasView::dropPoint(QPointF point, Qt::KeyboardModifiers modifiers)
{
    Editor& editor = m_parts->editor;
    m_parts->overlay.showGuides({});
    if (modifiers & Qt::AltModifier)
        return point;
    const QRectF rect = edits::landing(editor.design(), editor.catalog(), editor.placement(), m_parts->dropKind, point);
    const ElementId into = editor.adopter(m_parts->dropKind, point);
    QList<QRectF> others;
    for (auto it = editor.design().elements.cbegin(); it != editor.design().elements.cend(); ++it)
        if (it.value()->in == into && editor.placement().contains(it.key().value))
            others << editor.placement().value(it.key().value);
    const Snap snap = snapMoving(rect, others, gridStep);
    const QPointF moved = point + snap.offset;
    const QRectF landed = edits::landing(editor.design(), editor.catalog(), editor.placement(), m_parts->dropKind, moved);
    if (editor.adopter(m_parts->dropKind, moved) != into || landed != rect.translated(snap.offset))
        return point;  // neighbours off the grid give way to it
    m_parts->overlay.showGuides(snap.guides);
    return moved;
}

}  // namespace redoubt

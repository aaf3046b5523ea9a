// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/movegesture.h"

#include "views/canvas/overlay.h"
#include "views/canvas/snapping.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

// Pixels on screen.
constexpr double clickReach = 4;  ///< a press that wanders no further is a click
constexpr double snapReach = 6;

QString tr(const char* text)
{
    return QCoreApplication::translate("Canvas", text);
}

bool wandered(const Workplace& place, QPointF from, QPointF to)
{
    return QLineF(from, to).length() * place.scale() > clickReach;
}

}  // namespace

QList<QRectF> neighbours(const Workplace& place, const QStringList& moving)
{
    const Design& design = place.editor.design();
    QSet<QString> passedOver = edits::withContents(design, moving);
    for (const QString& id : moving)
        for (const Element* e = design.element({id}); e && !passedOver.contains(e->in.value); e = design.element(e->in))
            passedOver.insert(e->in.value);
    QList<QRectF> result;
    const QRectF visible = place.visible();
    const Placement& placement = place.editor.placement();
    for (auto it = placement.cbegin(); it != placement.cend(); ++it)
        if (!passedOver.contains(it.key()) && visible.intersects(it.value()))
            result << it.value();
    return result;
}

MoveGesture::MoveGesture(const Workplace& place, QPointF start, QString pressed)
    : m_place(place), m_start(start), m_pressed(std::move(pressed)),
      m_ids(edits::roots(place.editor.design(), place.editor.selection())), m_before(place.editor.placement())
{
    m_ids.removeIf([this](const QString& id) { return !m_before.contains(id); });
    for (const QString& id : std::as_const(m_ids))
        m_bounds |= m_before.value(id);
}

void MoveGesture::moveTo(QPointF point, Qt::KeyboardModifiers modifiers)
{
    if (m_ids.isEmpty() || (!m_moving && !wandered(m_place, m_start, point)))
        return;
    if (!std::exchange(m_moving, true)) {
        m_neighbours = neighbours(m_place, m_ids);
        m_place.overlay.showHandles({}, 1);
        m_place.overlay.showAnchors({}, 1);
    }
    m_offset = point - m_start;
    if (modifiers & Qt::ShiftModifier)
        (std::abs(m_offset.x()) < std::abs(m_offset.y()) ? m_offset.rx() : m_offset.ry()) = 0;
    Snap snap;
    if (!(modifiers & Qt::AltModifier)) {
        snap = snapMoving(m_bounds.translated(m_offset), m_neighbours, snapReach / m_place.scale());
        if ((modifiers & Qt::ShiftModifier) && m_offset.x() == 0)
            snap.offset.setX(0);
        else if ((modifiers & Qt::ShiftModifier) && m_offset.y() == 0)
            snap.offset.setY(0);
        m_offset += snap.offset;
    }
    m_place.overlay.showGuides(snap.guides);
    const Design& design = m_place.editor.design();
    const Patch patch = edits::move(design, m_place.editor.catalog(), m_before, m_ids, m_offset);
    m_place.scene.previewMove(patch, m_ids);
    const ElementId was = design.element({m_ids.front()})->in;
    const auto moved = patch.elements.value({m_ids.front()});
    const ElementId now = moved ? moved->in : was;
    m_place.scene.showAdopter(now == was ? QString() : now.value);
    m_hint = now == was  ? QString()
        : now.isEmpty()  ? tr("Out onto the canvas")
                         : tr("Into %1").arg(m_place.editor.spokenName(now.value));
}

void MoveGesture::clear()
{
    m_place.overlay.showGuides({});
    m_place.scene.showAdopter({});
    m_place.scene.endPreview();
}

bool MoveGesture::release(QPointF point, Qt::KeyboardModifiers modifiers)
{
    moveTo(point, modifiers);
    if (m_moving) {
        m_place.editor.move(m_ids, m_offset);
        clear();
    } else {
        m_place.editor.select({m_pressed});
    }
    return true;
}

void MoveGesture::cancel()
{
    clear();
}

ResizeGesture::ResizeGesture(const Workplace& place, QPointF start, QString id, bool left, bool top, bool right,
                             bool bottom)
    : m_place(place), m_start(start), m_id(std::move(id)), m_left(left), m_top(top), m_right(right), m_bottom(bottom),
      m_before(place.editor.placement().value(m_id)), m_now(m_before), m_neighbours(neighbours(place, {m_id}))
{
}

void ResizeGesture::moveTo(QPointF point, Qt::KeyboardModifiers modifiers)
{
    const QPointF offset = point - m_start;
    QPointF corner(m_left ? m_before.left() : m_before.right(), m_top ? m_before.top() : m_before.bottom());
    corner += offset;
    Snap snap;
    if (!(modifiers & Qt::AltModifier))
        snap = snapCorner(corner, m_left || m_right, m_top || m_bottom, m_neighbours, snapReach / m_place.scale());
    corner += snap.offset;
    m_now = m_before;
    constexpr double least = 2 * gridStep;
    if (m_left)
        m_now.setLeft(std::min(corner.x(), m_before.right() - least));
    if (m_right)
        m_now.setRight(std::max(corner.x(), m_before.left() + least));
    if (m_top)
        m_now.setTop(std::min(corner.y(), m_before.bottom() - least));
    if (m_bottom)
        m_now.setBottom(std::max(corner.y(), m_before.top() + least));
    const Editor& editor = m_place.editor;
    m_place.scene.preview(edits::resize(editor.design(), editor.catalog(), editor.placement(), m_id, m_now));
    const QRectF shown = m_place.scene.placement().value(m_id);
    m_place.overlay.showGuides(snap.guides);
    m_place.overlay.showAnchors({}, 1);
    m_place.overlay.showHandles(shown, m_place.scale());
    m_hint = tr("%1 by %2").arg(shown.width(), 0, 'f', 0).arg(shown.height(), 0, 'f', 0);
}

bool ResizeGesture::release(QPointF point, Qt::KeyboardModifiers modifiers)
{
    if (wandered(m_place, m_start, point) || m_now != m_before) {
        moveTo(point, modifiers);
        m_place.editor.resize(m_id, m_now);
    }
    cancel();
    return true;
}

void ResizeGesture::cancel()
{
    m_place.overlay.showGuides({});
    m_place.scene.endPreview();
    m_place.overlay.showHandles(m_place.scene.placement().value(m_id), m_place.scale());
}

RubberBand::RubberBand(const Workplace& place, QPointF start, QString clicked, bool add)
    : m_place(place), m_start(start), m_clicked(std::move(clicked)), m_before(place.editor.selection()), m_add(add)
{
    if (!m_add && m_clicked.isEmpty())
        m_place.editor.select({});
}

void RubberBand::moveTo(QPointF point, Qt::KeyboardModifiers)
{
    if (!m_dragging && !wandered(m_place, m_start, point))
        return;
    if (!std::exchange(m_dragging, true))
        m_place.overlay.showHandles({}, 1);  // of what was selected before
    const QRectF rect = QRectF(m_start, point).normalized();
    m_place.overlay.showRubber(rect);
    QStringList ids = m_add ? m_before : QStringList();
    for (const QString& id : m_place.scene.within(rect))
        if (!ids.contains(id))
            ids << id;
    m_place.editor.select(ids);
}

bool RubberBand::release(QPointF point, Qt::KeyboardModifiers modifiers)
{
    moveTo(point, modifiers);
    m_place.overlay.showRubber({});
    if (!m_dragging && !m_clicked.isEmpty())
        m_place.editor.select({m_clicked});
    return true;
}

void RubberBand::cancel()
{
    m_place.overlay.showRubber({});
    m_place.editor.select(m_before);
}

}  // namespace redoubt

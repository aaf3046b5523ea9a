// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasparts.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

// What-if on the canvas: what it draws, and the clicks that fail and restore. Editing gestures are off meanwhile.

namespace redoubt {

namespace {

/// Everything that an item's look in a what-if depends on.
int fateOf(const Outage* outage, const Design& design, const QString& id)
{
    if (!outage)
        return -1;
    if (design.link({id}))
        return int(outage->way(id));
    const Element* element = design.element({id});
    return 10 + int(outage->thing(id)) + (element ? 3 * int(outage->thing(element->in.value)) : 0);
}

}  // namespace

void CanvasScene::setOutage(std::shared_ptr<const Outage> outage)
{
    const std::shared_ptr<const Outage> before = std::exchange(m_outage, std::move(outage));
    for (const QString& id : m_items.keys()) {
        bool same = fateOf(before.get(), m_shown, id) == fateOf(m_outage.get(), m_shown, id);
        for (const QString& attached : m_laidOut.attached.value(id))
            same = same && fateOf(before.get(), m_shown, attached) == fateOf(m_outage.get(), m_shown, attached);
        if (!same)
            sync(id);
    }
    if (bool(before) != bool(m_outage))
        placeBadges();
}

QString CanvasScene::failableAt(QPointF point) const
{
    const QString id = idAt(point);
    const Element* element = m_shown.element({id});
    if (!element)
        return id;
    const ElementKind* kind = m_editor.catalog().kind(element->kind);
    if (kind && kind->shape == redoubt::Shape::Note)
        return {};
    for (const QString& attached : m_laidOut.attached.value(id)) {
        const Element* mark = m_shown.element({attached});
        const ElementKind* markKind = mark ? m_editor.catalog().kind(mark->kind) : nullptr;
        if (markKind && markKind->shape == redoubt::Shape::Badge
            && drawElement(m_shown, m_editor.catalog(), m_laidOut, m_style, {attached}).outline.contains(point))
            return attached;
    }
    return id;
}

void CanvasView::setFailing(bool on)
{
    if (std::exchange(m_parts->failing, on) == on)
        return;
    endGesture(true);
    if (std::exchange(m_parts->connecting, false))
        emit connectingChanged(false);
    m_parts->editor.select({});
    m_parts->overlay.showAnchors({}, 1);
    m_parts->scene.setHovered({});
    viewport()->unsetCursor();
    if (!on)
        m_parts->scene.setOutage(nullptr);
    followSelection();
}

bool CanvasView::isFailing() const
{
    return m_parts->failing;
}

void CanvasView::showOutage(std::shared_ptr<const Outage> outage)
{
    if (m_parts->failing)
        m_parts->scene.setOutage(std::move(outage));
}

void CanvasView::hoverFailing(QPointF point)
{
    const QString id = m_parts->scene.failableAt(point);
    m_parts->scene.setHovered(m_parts->scene.idAt(point));
    viewport()->setCursor(m_parts->space ? Qt::OpenHandCursor : id.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

bool CanvasView::failingPress(const QMouseEvent& event)
{
    if (!m_parts->failing || event.button() != Qt::LeftButton || m_parts->space)
        return false;
    m_parts->failPress = m_parts->panFrom = m_parts->mouse;
    return true;
}

bool CanvasView::failingMove(const QMouseEvent& event)
{
    if (!m_parts->failing || m_parts->panning)
        return false;
    if (!m_parts->failPress)
        hoverFailing(mapToScene(m_parts->mouse));
    else if ((m_parts->mouse - *m_parts->failPress).manhattanLength() >= QApplication::startDragDistance()
             && event.buttons() & Qt::LeftButton) {
        // Dragging looks around: there is nothing to move.
        m_parts->failPress.reset();
        m_parts->panning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    return true;
}

bool CanvasView::failingRelease(const QMouseEvent& event)
{
    if (!m_parts->failing || event.button() != Qt::LeftButton || !m_parts->failPress)
        return false;
    const QPoint press = *std::exchange(m_parts->failPress, std::nullopt);
    if (const QString id = m_parts->scene.failableAt(mapToScene(press)); !id.isEmpty())
        emit failToggled(id);
    return true;
}

bool CanvasView::failingKey(const QKeyEvent& event)
{
    if (!m_parts->failing)
        return false;
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (event.key() == Qt::Key_Escape) {
        emit restoreAsked();
        return true;
    }
    if (enter) {
        for (const QString& id : m_parts->editor.selection())
            emit failToggled(id);
        return true;
    }
    if (walk(event))
        return true;
    const bool edits = event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace || event.key() == Qt::Key_F2
        || event.matches(QKeySequence::Cut) || event.matches(QKeySequence::Paste)
        || (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier);
    if (edits)
        emit statusMessage(tr("Nothing is edited during what-if. Escape restores all, then leaves it."));
    return edits;
}

void CanvasView::failingMenu(const QContextMenuEvent& event)
{
    const Design& design = m_parts->editor.design();
    const QString under = m_parts->scene.failableAt(mapToScene(event.pos()));
    // What is under the mouse, what stands on it, and what it stands in: each may fail by itself.
    QStringList ids;
    if (!under.isEmpty())
        ids << under;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (!under.isEmpty() && (it.value()->host.value == under || (it.value()->in.value == under && !m_parts->scene.item(it.key().value))))
            ids << it.key().value;
    const Element* element = design.element({under});
    for (int depth = 0; element && depth < 64; ++depth) {
        const ElementId around = element->host.isEmpty() ? element->in : element->host;
        element = design.element(around);
        if (element && !ids.contains(around.value))
            ids << around.value;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("failMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& id : std::as_const(ids)) {
        const bool failed = m_parts->scene.outage() && m_parts->scene.outage()->thing(id) == Outage::Thing::Failed;
        menu->addAction((failed ? tr("Restore %1") : tr("Fail %1")).arg(failureName(design, id)), this,
                        [this, id] { emit failToggled(id); });
    }
    if (!ids.isEmpty())
        menu->addSeparator();
    menu->addAction(tr("Restore all"), this, &CanvasView::restoreAsked);
    menu->popup(event.globalPos());
}

}  // namespace redoubt

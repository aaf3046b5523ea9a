// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"
#include "views/canvas/canvasparts.h"
#include "views/canvas/labelgesture.h"
#include "views/canvas/nameeditor.h"

#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace redoubt {

namespace {

constexpr double frameReach = 8;   ///< pixels from a site's border at which a press moves it
constexpr int wordsOffset = 18;    ///< pixels below and right of the mouse

}  // namespace

void CanvasView::say(const QString& text, QPoint where)
{
    QLabel& words = *m_parts->words;
    words.setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    words.setText(text);
    words.adjustSize();
    QPoint at = where + QPoint(wordsOffset, wordsOffset);
    at.setX(std::clamp(at.x(), 4, std::max(4, viewport()->width() - words.width() - 4)));
    if (at.y() + words.height() > viewport()->height() - 4)
        at.setY(where.y() - wordsOffset - words.height());
    words.move(at);
    words.raise();
}

void CanvasView::startGesture(std::unique_ptr<Gesture> gesture)
{
    m_parts->gesture = std::move(gesture);
    m_parts->sticky = false;
    m_parts->scene.setHovered({});
    m_parts->pad->hide();
}

void CanvasView::endGesture(bool cancelled)
{
    if (!m_parts->gesture)
        return;
    const std::unique_ptr<Gesture> gesture = std::move(m_parts->gesture);
    m_parts->gesture.reset();
    m_parts->sticky = false;
    if (cancelled)
        gesture->cancel();
    say({}, {});
    growCanvas();
    followSelection();
}

bool CanvasView::isRoom(const QString& id) const
{
    const Element* element = m_parts->editor.design().element({id});
    const ElementKind* kind = element ? m_parts->editor.catalog().kind(element->kind) : nullptr;
    return kind && (kind->shape == redoubt::Shape::Site || kind->shape == redoubt::Shape::Region);
}

bool CanvasView::pressedFrame(const QString& id, QPointF point) const
{
    const CanvasItem* item = m_parts->scene.item(id);
    if (!item)
        return false;
    const double reach = frameReach / zoom();
    return item->captionRect().contains(point)
        || !item->drawn().outline.adjusted(reach, reach, -reach, -reach).contains(point);
}

void CanvasView::connectFrom(const QString& id, QPointF point)
{
    m_parts->editor.select({id});
    startGesture(std::make_unique<ConnectGesture>(
        m_parts->workplace(*this), point, id,
        [this](const QList<LinkChoice>& choices) { choose(choices, m_parts->mouse); }));
    say(m_parts->gesture->hint(), m_parts->mouse);
}

void CanvasView::choose(const QList<LinkChoice>& choices, QPoint where)
{
    Editor& editor = m_parts->editor;
    if (choices.size() == 1) {
        editor.connectElements(choices.front().from, choices.front().to, *choices.front().row);
        emit statusMessage(describe(editor, choices.front()));
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("linkMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const LinkChoice& choice : choices)
        menu->addAction(describe(editor, choice), &editor,
                        [&editor, choice] { editor.connectElements(choice.from, choice.to, *choice.row); });
    menu->setActiveAction(menu->actions().front());
    menu->popup(viewport()->mapToGlobal(where));
}

void CanvasView::beginConnect()
{
    Editor& editor = m_parts->editor;
    QStringList ids = editor.selection();
    ids.removeIf([this](const QString& id) { return !m_parts->scene.placement().contains(id); });
    const Design& design = editor.design();
    if (ids.size() == 2) {  // both are known: nothing to point at
        const QList<LinkChoice> choices
            = linkChoices(design, Connections(design, editor.catalog()), {ids[0]}, {ids[1]});
        const QRect at = mapFromScene(m_parts->scene.placement().value(ids[1])).boundingRect();
        if (choices.isEmpty())
            emit statusMessage(whyNot(editor, {ids[0]}, {ids[1]}));
        else
            choose(choices, at.center());
        return;
    }
    m_parts->connecting = true;
    emit connectingChanged(true);
    if (ids.size() == 1) {
        const QPointF from = m_parts->scene.placement().value(ids.front()).center();
        connectFrom(ids.front(), from);
        m_parts->sticky = true;
    } else {
        emit statusMessage(tr("Press on the element that opens the connection. Escape ends connecting."));
    }
    viewport()->setCursor(Qt::CrossCursor);
}

std::optional<QPointF> CanvasView::anchorUnder(QPointF point) const
{
    const QString id = m_parts->scene.idAt(point);
    const CanvasItem* item = m_parts->scene.item(id);
    const bool neighbour = item && item->isElement() && item->drawn().role != DrawnRole::Container
        && m_parts->scene.placement().value(id) != m_parts->overlay.anchored();
    return m_parts->overlay.anchorAt(point, zoom(), neighbour);
}

void CanvasView::hover(QPointF point)
{
    Overlay& overlay = m_parts->overlay;
    const auto anchor = m_parts->connecting ? std::nullopt : anchorUnder(point);
    overlay.swellAnchor(anchor);
    if (m_parts->connecting) {
        viewport()->setCursor(Qt::CrossCursor);
    } else if (m_parts->scene.badgeAt(point)) {
        viewport()->setCursor(Qt::PointingHandCursor);
    } else if (const auto sides = overlay.handleAt(point, zoom())) {
        viewport()->setCursor(sides->cursor());
        return;
    } else if (anchor) {
        viewport()->setCursor(Qt::CrossCursor);
        return;
    } else if (const QString words = m_parts->scene.labelAt(point); !words.isEmpty() && !m_parts->space) {
        viewport()->setCursor(labelCursor(m_parts->scene, words));
    } else {
        viewport()->setCursor(m_parts->space ? Qt::OpenHandCursor : Qt::ArrowCursor);
    }
    QString id = m_parts->scene.idAt(point);
    if (isRoom(id) && !pressedFrame(id, point))
        id.clear();  // the floor of a site is nothing to take hold of
    if (m_parts->scene.hovered() != id) {
        m_parts->scene.setHovered(id);
        followSelection();  // what floats beside the selection gets out of the way
    }
    // Anchors stay while the mouse is on its way to one of them, unless it reaches another node.
    const QRectF rect = m_parts->scene.placement().value(id);
    const QRectF before = overlay.anchored();
    const CanvasItem* item = m_parts->scene.item(id);
    const bool node = item && item->drawn().role != DrawnRole::Container && item->isElement();
    if (node || !Overlay::reach(before, zoom()).contains(point) || before.isNull())
        overlay.showAnchors(rect, zoom());
}

void CanvasView::pressOn(QPointF point, Qt::KeyboardModifiers modifiers)
{
    Editor& editor = m_parts->editor;
    if (m_parts->connecting) {
        if (const QStringList under = m_parts->scene.elementsAt(point); !under.isEmpty())
            connectFrom(under.front(), point);
        return;
    }
    // Before the handle that it lies on: an element has seven others.
    if (const BadgeItem* badge = m_parts->scene.badgeAt(point); badge && !badge->findings().isEmpty()) {
        openBadge(*badge);
        return;
    }
    if (const auto sides = m_parts->overlay.handleAt(point, zoom()); sides && editor.selection().size() == 1) {
        startGesture(std::make_unique<ResizeGesture>(m_parts->workplace(*this), point, editor.selection().front(),
                                                     sides->left, sides->top, sides->right, sides->bottom));
        return;
    }
    if (const auto anchor = anchorUnder(point)) {
        const QRectF rect = m_parts->overlay.anchored();
        const QString id = m_parts->scene.placement().key(rect);
        if (!id.isEmpty()) {
            connectFrom(id, *anchor);
            return;
        }
    }
    const QString id = m_parts->scene.idAt(point);
    const bool add = modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    QStringList ids = editor.selection();
    const CanvasItem* item = m_parts->scene.item(id);
    // The inside of a site is floor to drag a rubber band over; a site is moved by its heading or border, or once it is
    // selected.
    if (!item || (isRoom(id) && !ids.contains(id) && !pressedFrame(id, point))) {
        startGesture(std::make_unique<RubberBand>(m_parts->workplace(*this), point, id, add));
        return;
    }
    if (add) {
        if (!ids.removeOne(id))
            ids << id;
        editor.select(ids);
        return;
    }
    if (!ids.contains(id))
        editor.select({id});
    if (!m_parts->scene.labelAt(point).isEmpty())
        startGesture(std::make_unique<LabelGesture>(m_parts->workplace(*this), point, id));
    if (item->isElement())
        startGesture(std::make_unique<MoveGesture>(m_parts->workplace(*this), point, id));
}

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    m_parts->mouse = event->position().toPoint();
    event->accept();
    // Whoever goes on drawing does not want the fix; looking around keeps it.
    if (m_parts->previewing && event->button() == Qt::LeftButton && !m_parts->space)
        emit fixPreviewAnswered(false);
    if (failingPress(*event))
        return;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_parts->space)) {
        m_parts->panning = true;
        m_parts->panFrom = m_parts->mouse;
        m_parts->pad->hide();
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::RightButton && m_parts->gesture) {
        endGesture(true);
    } else if (event->button() == Qt::LeftButton && !m_parts->gesture) {
        pressOn(mapToScene(m_parts->mouse), event->modifiers());
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    m_parts->mouse = event->position().toPoint();
    event->accept();
    if (failingMove(*event))
        return;
    if (m_parts->panning) {
        const QPoint off = m_parts->mouse - std::exchange(m_parts->panFrom, m_parts->mouse);
        const QRectF wanted = mapToScene(viewport()->rect().translated(-off)).boundingRect();
        if (!sceneRect().contains(wanted))
            setSceneRect(sceneRect() | wanted);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - off.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - off.y());
        return;
    }
    const QPointF point = mapToScene(m_parts->mouse);
    if (!m_parts->gesture) {
        hover(point);
        return;
    }
    m_parts->gesture->moveTo(point, event->modifiers());
    say(m_parts->gesture->hint(), m_parts->mouse);
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    m_parts->mouse = event->position().toPoint();
    event->accept();
    if (failingRelease(*event))
        return;
    if (m_parts->panning && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        m_parts->panning = false;
        viewport()->setCursor(m_parts->space ? Qt::OpenHandCursor : Qt::ArrowCursor);
        followSelection();
    } else if (event->button() == Qt::LeftButton && m_parts->gesture) {
        const bool over = m_parts->gesture->release(mapToScene(m_parts->mouse), event->modifiers());
        m_parts->sticky = !over;
        if (!over)
            return;
        endGesture(false);
        hover(mapToScene(m_parts->mouse));
    }
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_parts->mouse = event->position().toPoint();
    event->accept();
    const QPointF point = mapToScene(m_parts->mouse);
    if (failingPress(*event))
        return;  // the second press of two quick clicks
    if (event->button() != Qt::LeftButton || m_parts->gesture || m_parts->connecting)
        return;
    const QString words = m_parts->scene.labelAt(point);
    if (m_parts->editor.design().labelPlaces.contains(words))
        m_parts->editor.placeLabels({words}, {});
    else if (const QString id = m_parts->scene.idAt(point); !id.isEmpty())
        renameInPlace(id);
}

void CanvasView::renameSelected()
{
    if (m_parts->editor.selection().size() == 1)
        renameInPlace(m_parts->editor.selection().front());
}

void CanvasView::renameInPlace(const QString& id)
{
    const CanvasItem* item = m_parts->scene.item(id);
    if (!item)
        return;
    const Element* element = m_parts->editor.design().element({id});
    const Link* link = m_parts->editor.design().link({id});
    auto* field = new NameEditor(id, element ? element->name : link ? link->label : QString(), viewport());
    field->setPlaceholderText(element ? m_parts->editor.spokenName(id) : tr("Words on the link"));
    QRectF caption = item->captionRect();
    if (caption.isNull())
        caption = QRectF(item->drawn().outline.center(), QSizeF(0, 0));
    const QRect at = mapFromScene(caption).boundingRect();
    const int width = std::max(160, at.width() + 40);
    const int height = field->sizeHint().height();
    field->setGeometry(at.center().x() - width / 2, at.center().y() - height / 2, width, height);
    connect(field, &NameEditor::accepted, this,
            [this](const QString& renamed, const QString& name) { m_parts->editor.rename(renamed, name); });
    m_parts->nameEditor = field;
    m_parts->pad->hide();
    field->show();
    field->setFocus();
}

}  // namespace redoubt

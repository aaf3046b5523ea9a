// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasview.h"

#include "views/canvas/canvasaccess.h"
#include "views/canvas/canvasparts.h"
#include "views/canvas/minimap.h"
#include "views/canvas/nameeditor.h"

#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace redoubt {

namespace {

constexpr double leastZoom = 0.05, mostZoom = 8, zoomStep = 1.25;
constexpr double fitMost = 1.25;     ///< a small design is not blown up to fill the window
constexpr int fitMargin = 32;        ///< pixels
constexpr double gridFrom = 0.6;     ///< zoom from which the grid's dots are shown
constexpr double dotStep = 2 * gridStep;

}  // namespace

CanvasView::Parts::Parts(Editor& e, CanvasView& view)
    : editor(e), scene(e), overlay(scene, scene.look()), exhibits(scene), pad(new ContextPad(e, view, view.viewport())),
      map(new Minimap(scene, view)), legend(new ExhibitLegend(scene, &view)), empty(new QLabel(view.viewport())), words(new QLabel(view.viewport()))
{
    empty->setText(CanvasView::tr("Drag a site from the palette to here, or press Enter on it, to begin."));
    empty->setAlignment(Qt::AlignCenter);
    for (QLabel* label : {empty, words})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    words->hide();
}

Workplace CanvasView::Parts::workplace(const CanvasView& view)
{
    return {editor, scene, overlay, [&view] { return view.zoom(); },
            [&view] { return view.mapToScene(view.viewport()->rect()).boundingRect(); }};
}

CanvasView::CanvasView(Editor& editor, QWidget* parent)
    : QGraphicsView(parent), m_parts(std::make_unique<Parts>(editor, *this))
{
    installCanvasAccess();
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Drawing"));
    setScene(&m_parts->scene);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setCacheMode(CacheNone);
    setOptimizationFlag(DontAdjustForAntialiasing);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setDragMode(NoDrag);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // wheel, space and the middle button scroll
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(&m_parts->scene, &CanvasScene::refreshed, this, [this] {
        if (!m_parts->gesture && m_parts->dropKind.isEmpty())
            growCanvas();
        // Anchors of what was deleted or moved away would hang in the air.
        if (const QRectF at = m_parts->overlay.anchored(); !at.isNull() && m_parts->scene.placement().key(at).isEmpty())
            m_parts->overlay.showAnchors({}, 1);
        followSelection();
        showHint();
        m_parts->exhibits.follow();
        emit redrawn();
    });
    connect(m_parts->legend, &ExhibitLegend::closed, this, &CanvasView::exhibitClosed);
    connect(&editor, &Editor::selectionChanged, this, [this] {
        m_parts->nudging.clear();
        followSelection();
        if (m_parts->editor.selection().size() == 1)
            announceSelection(*this, m_parts->editor.selection().front());
    });
    connect(&editor.document(), &Document::changed, this, [this](const Change& change) {
        m_parts->fitted.reset();
        if (change.reset) {
            m_parts->pasted = 0;
            fit();
        }
    });
    setStyle(m_parts->scene.look());
    growCanvas();
    showHint();
}

CanvasView::~CanvasView()
{
    m_parts->gesture.reset();
    setScene(nullptr);
}

double CanvasView::zoom() const
{
    return transform().m11();
}

bool CanvasView::isConnecting() const
{
    return m_parts->connecting;
}

bool CanvasView::showsHiddenLinks() const
{
    return m_parts->scene.hiddenLinks();
}

QPointF CanvasView::middle() const
{
    return mapToScene(viewport()->rect().center());
}

QPointF CanvasView::freeSpot(const QString& kind) const
{
    const Editor& editor = m_parts->editor;
    const Placement& placement = editor.placement();
    QPointF start = middle();
    QRectF inside;
    if (editor.selection().size() == 1) {
        // Into the selected container, or beside the selected element in its container.
        ElementId holder{editor.selection().front()};
        if (!edits::accepts(editor.design(), editor.catalog(), holder, kind))
            if (const Element* element = editor.design().element(holder))
                holder = element->in;
        if (placement.contains(holder.value)
            && edits::accepts(editor.design(), editor.catalog(), holder, kind)) {
            inside = placement.value(holder.value);
            start = inside.center();
        }
    }
    const auto taken = [&](QPointF at) {
        const QRectF landing = edits::landing(editor.design(), editor.catalog(), placement, kind, at);
        const ElementId into = edits::adopter(editor.design(), editor.catalog(), placement, kind, at);
        if (!inside.isNull() && into.isEmpty())
            return true;
        for (auto it = editor.design().elements.cbegin(); it != editor.design().elements.cend(); ++it)
            if (it.value()->in == into && placement.contains(it.key().value)
                && placement.value(it.key().value).adjusted(-gridStep, -gridStep, gridStep, gridStep).intersects(landing))
                return true;
        return false;
    };
    // Rings of grid points round the start.
    constexpr double step = 4 * gridStep;
    for (int ring = 0; ring < 24; ++ring)
        for (int y = -ring; y <= ring; ++y)
            for (int x = -ring; x <= ring; ++x)
                if (std::max(std::abs(x), std::abs(y)) == ring)
                    if (const QPointF at = start + QPointF(x * step, y * step); !taken(at))
                        return at;
    return start;
}

void CanvasView::setStyle(const Style& style)
{
    m_parts->scene.setLook(style);
    m_parts->overlay.applyStyle();
    m_parts->pad->applyStyle(style);
    setBackgroundBrush(style.canvas);
    m_parts->empty->setStyleSheet(QStringLiteral("color: %1; font-size: 15px").arg(style.secondaryText.name()));
    m_parts->words->setStyleSheet(
        QStringLiteral("background: %1; color: %2; border: 1px solid %3; border-radius: %4px; padding: 4px 8px")
            .arg(style.panelRaised.name(), style.text.name(), style.controlBorder.name())
            .arg(metric::controlRadius));
    viewport()->update();
}

void CanvasView::showHiddenLinks(bool show)
{
    m_parts->scene.setHiddenLinks(show);
}

const ViewDef* CanvasView::designView() const
{
    return m_parts->scene.designView();
}

void CanvasView::setDesignView(const ViewDef* view)
{
    if (view == m_parts->scene.designView())
        return;
    m_parts->scene.setDesignView(view);
    emit designViewChanged();
    if (view)
        emit statusMessage(view->help);
}

void CanvasView::growCanvas()
{
    // Room to scroll half a view past the drawing on every side, and never less than is in sight now.
    const QSizeF view = QSizeF(viewport()->size()) / zoom();
    const QRectF drawn = m_parts->scene.drawnBounds();
    QRectF rect = drawn.adjusted(-view.width() * 0.75, -view.height() * 0.75, view.width() * 0.75, view.height() * 0.75);
    rect |= mapToScene(viewport()->rect()).boundingRect();
    if (!sceneRect().contains(rect) || sceneRect().width() > 2 * rect.width())
        setSceneRect(rect);
}

void CanvasView::scaleTo(double zoom, QPoint fixed)
{
    zoom = std::clamp(zoom, leastZoom, mostZoom);
    if (qFuzzyCompare(zoom, this->zoom()))
        return;
    const QPointF before = mapToScene(fixed);
    setTransform(QTransform::fromScale(zoom, zoom));
    m_parts->overlay.showAnchors({}, 1);  // their distance was that of the other zoom
    growCanvas();
    const QPointF off = (before - mapToScene(fixed)) * zoom;
    const QRectF wanted = mapToScene(viewport()->rect()).boundingRect().translated(off / zoom);
    if (!sceneRect().contains(wanted))
        setSceneRect(sceneRect() | wanted);
    const QPointF shift = QPointF(mapFromScene(before) - fixed);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(shift.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(shift.y()));
    followSelection();
    m_parts->map->followView();
    emit zoomChanged(zoom);
}

void CanvasView::setZoom(double zoom)
{
    scaleTo(zoom, viewport()->rect().center());
}

void CanvasView::zoomIn()
{
    setZoom(zoom() * zoomStep);
}

void CanvasView::zoomOut()
{
    setZoom(zoom() / zoomStep);
}

void CanvasView::fit()
{
    const QRectF drawn = m_parts->scene.drawnBounds();
    m_parts->fitted.reset();
    if (drawn.isEmpty()) {
        scaleTo(1, viewport()->rect().center());
        return;
    }
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * fitMargin, 2 * fitMargin);
    const double wanted = std::min({room.width() / drawn.width(), room.height() / drawn.height(), fitMost});
    scaleTo(wanted, viewport()->rect().center());
    growCanvas();
    centerOn(drawn.center());
    followSelection();
    m_parts->fitted = {middle(), zoom()};
}

void CanvasView::fitSelection()
{
    QRectF rect;
    for (const QString& id : m_parts->editor.selection())
        if (const CanvasItem* item = m_parts->scene.item(id))
            rect |= item->boundingRect();
    if (rect.isNull())
        return;
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * fitMargin, 2 * fitMargin);
    scaleTo(std::min({room.width() / rect.width(), room.height() / rect.height(), 2.0}), viewport()->rect().center());
    centerOn(rect.center());
}

void CanvasView::selectAll()
{
    m_parts->editor.selectAll();
}

void CanvasView::removeSelected()
{
    m_parts->editor.removeSelection();
}

void CanvasView::copy()
{
    m_parts->editor.copy();
    m_parts->pasted = 0;
}

void CanvasView::cut()
{
    m_parts->editor.cut();
    m_parts->pasted = 0;
}

void CanvasView::paste()
{
    const double step = 2 * gridStep * ++m_parts->pasted;
    m_parts->editor.paste({step, step});
}

void CanvasView::duplicate()
{
    m_parts->editor.duplicate();
}

void CanvasView::followSelection()
{
    if (m_parts->failing) {
        m_parts->overlay.showHandles({}, 1);
        m_parts->pad->hide();
        return;
    }
    const bool busy = m_parts->gesture || m_parts->panning || m_parts->previewing;
    QRectF rect;
    const QStringList& ids = m_parts->editor.selection();
    for (const QString& id : ids)
        for (const QString& drawn : m_parts->scene.shownBy(id))
            rect |= m_parts->scene.item(drawn)->drawn().outline;
    const bool single = ids.size() == 1 && m_parts->scene.placement().contains(ids.front());
    if (!busy)
        m_parts->overlay.showHandles(single ? rect : QRectF(), zoom());
    if (ids.size() == 1)  // beside the middle of a link: its bounds may reach far from it
        if (const CanvasItem* item = m_parts->scene.item(ids.front()); item && item->isLink())
            if (const QList<QPointF>& line = item->drawn().line; line.size() > 1) {
                const QPointF middle = (line[(line.size() - 1) / 2] + line[(line.size() - 1) / 2 + 1]) / 2;
                rect = QRectF(middle, QSizeF(1, 1));
            }
    if (busy || rect.isNull() || m_parts->scene.hoversBesideSelection())
        m_parts->pad->hide();
    else
        m_parts->pad->follow(mapFromScene(rect).boundingRect(), [this](const QRect& place) {
            return m_parts->scene.covered(mapToScene(place).boundingRect()) * zoom() * zoom();
        });
}

void CanvasView::showHint()
{
    m_parts->empty->setVisible(m_parts->scene.shown().elements.isEmpty());
    m_parts->empty->setGeometry(viewport()->rect());
}

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Style& style = m_parts->scene.look();
    painter->fillRect(rect, style.canvas);
    if (zoom() < gridFrom)
        return;
    QList<QPointF> dots;
    for (double y = std::ceil(rect.top() / dotStep) * dotStep; y <= rect.bottom(); y += dotStep)
        for (double x = std::ceil(rect.left() / dotStep) * dotStep; x <= rect.right(); x += dotStep)
            dots << QPointF(x, y);
    QPen pen(style.grid, 1.5);
    pen.setCosmetic(true);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(pen);
    painter->drawPoints(dots.constData(), int(dots.size()));
    painter->setRenderHint(QPainter::Antialiasing);
}

void CanvasView::resizeEvent(QResizeEvent* event)
{
    // Whoever has not moved since everything was in sight still wants to see everything.
    const QSize before = event->oldSize();
    const bool fitted = m_parts->fitted && qFuzzyCompare(m_parts->fitted->second, zoom())
        && QLineF(mapToScene(QRect(QPoint(), before).center()), m_parts->fitted->first).length() * zoom() < 2;
    QGraphicsView::resizeEvent(event);
    growCanvas();
    if (fitted)
        fit();
    showHint();
    followSelection();
    m_parts->map->place();
    m_parts->legend->place();
}

void CanvasView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (!m_parts)
        return;
    // Scrolling moves child widgets of the viewport along; what hangs on the view itself is put back.
    showHint();
    followSelection();
    m_parts->map->followView();
}

}  // namespace redoubt

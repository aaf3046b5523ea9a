// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasparts.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/minimap.h"

#include <QTimer>

// What is in sight: going to things, lighting them up, the map in the corner; and what a screen reader sees.

namespace redoubt {

namespace {

constexpr double placeRoom = 48;  ///< canvas units around a place that is shown
constexpr int flashTime = 250, flashes = 3;  ///< milliseconds

}  // namespace

void CanvasView::showMinimap(bool show)
{
    m_parts->map->setVisible(show);
}

void CanvasView::goTo(QPointF point)
{
    const QRectF view = mapToScene(viewport()->rect()).boundingRect();
    const QRectF wanted(point - QPointF(view.width(), view.height()) / 2, view.size());
    if (!sceneRect().contains(wanted))
        setSceneRect(sceneRect() | wanted);
    centerOn(point);
}

void CanvasView::bringInSight(const QRectF& rect)
{
    const QRectF view = mapToScene(viewport()->rect()).boundingRect();
    if (rect.width() > view.width() || rect.height() > view.height())
        scaleTo(zoom() * std::min(view.width() / rect.width(), view.height() / rect.height()) * 0.9,
                viewport()->rect().center());
    if (!mapToScene(viewport()->rect()).boundingRect().contains(rect)) {
        growCanvas();
        centerOn(rect.center());
        followSelection();
    }
}

void CanvasView::showWhole(const QString& id)
{
    growCanvas();
    constexpr int margin = 24;  // pixels
    for (const QString& drawn : m_parts->scene.shownBy(id))
        ensureVisible(m_parts->scene.item(drawn)->boundingRect(), margin, margin);
}

std::optional<CanvasView::Picture> CanvasView::picture() const
{
    if (m_parts->scene.isPreviewing())
        return {};
    return Picture {m_parts->scene.shown(), m_parts->scene.laidOut(), m_parts->scene.options()};
}

void CanvasView::reveal(const QStringList& ids)
{
    revealAt(ids, {});
}

void CanvasView::revealAt(const QStringList& ids, const QRectF& place)
{
    const auto leftOut = std::find_if(ids.begin(), ids.end(), [this](const QString& id) { return m_parts->scene.isLeftOut(id); });
    if (leftOut != ids.end()) {
        const QString view = designView()->name;
        setDesignView(nullptr);
        emit statusMessage(QStringLiteral("The view %1 does not draw it: back to the design as drawn.").arg(view));
    }
    QStringList shown;
    QRectF rect;
    for (const QString& id : ids)
        for (const QString& drawn : m_parts->scene.shownBy(id))
            if (!shown.contains(drawn)) {
                shown << drawn;
                rect |= m_parts->scene.item(drawn)->boundingRect();
            }
    if (!m_parts->failing)
        m_parts->editor.select(ids);
    if (shown.isEmpty())
        return;
    bringInSight(place.isNull() ? rect : place.adjusted(-placeRoom, -placeRoom, placeRoom, placeRoom));
    for (int i = 0; i < 2 * flashes; ++i)
        QTimer::singleShot(i * flashTime, this, [this, shown, on = i % 2 == 0] { m_parts->scene.flash(shown, on); });
}

QStringList CanvasView::drawnIds() const
{
    QStringList ids;
    for (auto it = m_parts->scene.placement().cbegin(); it != m_parts->scene.placement().cend(); ++it)
        if (m_parts->scene.item(it.key()))
            ids << it.key();
    const Design& design = m_parts->scene.shown();
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it)
        if (m_parts->scene.item(it.key().value))
            ids << it.key().value;
    return ids;
}

std::optional<CanvasView::Spoken> CanvasView::spoken(const QString& id) const
{
    const CanvasItem* item = m_parts->scene.item(id);
    if (!item)
        return {};
    Spoken spoken;
    spoken.name = item->drawn().title;
    QStringList sentences;
    for (const Finding& finding : m_parts->scene.findingsOf(id))
        sentences << finding.message;
    spoken.description = sentences.join(u' ');
    spoken.rect = mapFromScene(item->sceneBoundingRect()).boundingRect();
    spoken.selected = m_parts->editor.selection().contains(id);
    return spoken;
}

void CanvasView::selectOnly(const QString& id)
{
    m_parts->editor.select({id});
}

QString CanvasView::idUnder(QPoint point) const
{
    return m_parts->scene.idAt(mapToScene(point));
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/labelgesture.h"

#include "views/canvas/canvasscene.h"

#include <QCoreApplication>
#include <QLineF>

namespace redoubt {

namespace {

constexpr double clickReach = 4;  ///< pixels: a press that wanders no further is a click

/// Where a run comes nearest to the point, as a part of the run.
double nearest(QPointF a, QPointF b, QPointF point)
{
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    return square > 0 ? std::clamp(QPointF::dotProduct(point - a, way) / square, 0.0, 1.0) : 0;
}

const Route* routeOf(const CanvasScene& scene, const QString& link)
{
    const int index = scene.laidOut().routeOf.value(link, -1);
    return index < 0 ? nullptr : &scene.laidOut().routes[index];
}

}  // namespace

double partNear(const QList<QPointF>& line, QPointF point)
{
    double before = 0, whole = 0, least = 1e18, found = 0;
    for (qsizetype k = 0; k + 1 < line.size(); ++k) {
        const double length = QLineF(line[k], line[k + 1]).length();
        const double part = nearest(line[k], line[k + 1], point);
        const double distance = QLineF(line[k] + (line[k + 1] - line[k]) * part, point).length();
        if (distance < least) {
            least = distance;
            found = before + length * part;
        }
        before += length;
        whole = before;
    }
    return whole > 0 ? found / whole : 0;
}

QCursor labelCursor(const CanvasScene& scene, const QString& link)
{
    const Route* route = routeOf(scene, link);
    if (!route)
        return Qt::ArrowCursor;
    const QPointF middle = route->label.center();
    for (qsizetype k = 0; k + 1 < route->points.size(); ++k) {
        const QRectF run = QRectF(route->points[k], route->points[k + 1]).normalized();
        if (run.adjusted(-1, -1, 1, 1).contains(middle))
            return run.width() >= run.height() ? Qt::SizeHorCursor : Qt::SizeVerCursor;
    }
    return Qt::SizeAllCursor;
}

LabelGesture::LabelGesture(const Workplace& place, QPointF start, QString link)
    : m_place(place), m_start(start), m_link(std::move(link))
{
    if (const Route* route = routeOf(m_place.scene, m_link)) {
        m_line = route->points;
        m_grip = start - route->label.center();
    }
}

void LabelGesture::moveTo(QPointF point, Qt::KeyboardModifiers)
{
    if (!m_moving && QLineF(m_start, point).length() * m_place.scale() <= clickReach)
        return;
    m_moving = true;
    m_part = partNear(m_line, point - m_grip);
    m_place.scene.preview(edits::placeLabels({m_link}, m_part));
}

bool LabelGesture::release(QPointF point, Qt::KeyboardModifiers modifiers)
{
    moveTo(point, modifiers);
    if (m_moving) {
        m_place.editor.placeLabels({m_link}, m_part);
        m_place.scene.endPreview();
    }
    return true;
}

void LabelGesture::cancel()
{
    m_place.scene.endPreview();
}

QString LabelGesture::hint() const
{
    return m_moving ? QCoreApplication::translate("Canvas", "A double-click puts the label back") : QString();
}

}  // namespace redoubt

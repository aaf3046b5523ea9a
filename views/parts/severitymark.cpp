// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/severitymark.h"

#include <QPainter>
#include <QPixmap>
#include <cmath>

namespace redoubt {

namespace {

QPainterPath outlineOf(Severity severity, const QRectF& rect)
{
    QPainterPath path;
    const QPointF c = rect.center();
    const double r = rect.width() / 2;
    if (severity == Severity::Advice) {
        path.addEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        return path;
    }
    QPolygonF polygon;
    if (severity == Severity::Error) {
        for (int i = 0; i < 8; ++i) {
            const double angle = (22.5 + 45 * i) * M_PI / 180;
            polygon << c + QPointF(std::cos(angle), std::sin(angle)) * r * 1.02;
        }
    } else {
        polygon << QPointF(c.x(), rect.top() + 0.05 * r) << QPointF(rect.right(), rect.bottom() - 0.15 * r)
                << QPointF(rect.left(), rect.bottom() - 0.15 * r);
    }
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

}  // namespace

void paintSeverity(QPainter& painter, Severity severity, const QRectF& rect, const Style& style, bool waived)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = style.severity(severity);
    const QPainterPath path = outlineOf(severity, rect.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(waived ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawPath(path);
    const double s = rect.width() / 16;
    const QPointF c = rect.center();
    const QColor ink = waived ? color : mixed(style.panel, style.accentText, 1.0);
    painter.setPen(QPen(ink, 1.7 * s, Qt::SolidLine, Qt::RoundCap));
    if (severity == Severity::Advice) {
        painter.drawLine(c + QPointF(0, 0) * s, c + QPointF(0, 3.2) * s);
        painter.drawPoint(c + QPointF(0, -3) * s);
    } else {
        const double drop = severity == Severity::Warning ? 1.4 : 0;
        painter.drawLine(c + QPointF(0, -3.4 + drop) * s, c + QPointF(0, 0.6 + drop) * s);
        painter.drawPoint(c + QPointF(0, 3.5 + drop * 0.4) * s);
    }
    painter.restore();
}

QPixmap severityPixmap(Severity severity, int size, const Style& style, double ratio, bool waived)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSeverity(painter, severity, QRectF(0, 0, size, size), style, waived);
    return pixmap;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("Error");
    case Severity::Warning:
        return QStringLiteral("Warning");
    case Severity::Advice:
        break;
    }
    return QStringLiteral("Advice");
}

}  // namespace redoubt

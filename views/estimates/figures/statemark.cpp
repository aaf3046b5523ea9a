// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/figures/statemark.h"

#include "views/render/style.h"

#include <QPainter>

namespace redoubt {

QColor stateInk(ServiceState state, const Style& style)
{
    const QColor color = state == ServiceState::Working ? style.good
        : state == ServiceState::Degraded               ? style.advice
        : state == ServiceState::NeedsPerson            ? style.warning
                                                        : style.error;
    return readable(color, style.panel, 4.5);
}

void paintStateMark(QPainter& painter, ServiceState state, const QRectF& rect, const Style& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = stateInk(state, style);
    const QRectF r = rect.adjusted(1, 1, -1, -1);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case ServiceState::Working:  // a ring, full
        painter.setBrush(ink);
        painter.drawEllipse(r);
        break;
    case ServiceState::Degraded:  // a ring, half full
        painter.drawEllipse(r);
        painter.setBrush(ink);
        painter.drawPie(r, 90 * 16, 180 * 16);
        break;
    case ServiceState::NeedsPerson:  // a triangle
        painter.setBrush(ink);
        painter.drawPolygon(QPolygonF({QPointF(r.center().x(), r.top()), r.bottomRight(), r.bottomLeft()}));
        break;
    case ServiceState::Down:  // a cross
        painter.drawLine(r.topLeft(), r.bottomRight());
        painter.drawLine(r.topRight(), r.bottomLeft());
        break;
    }
    painter.restore();
}

}  // namespace redoubt

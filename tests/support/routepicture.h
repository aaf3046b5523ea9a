// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/geometry/routing.h"

#include <QtTest>

namespace redoubt {

/// Boxes and lines for the router, without a design.
struct Picture {
    QList<RouteBox> boxes;
    QList<RouteLine> lines;

    int box(QRectF rect, int parent = -1, bool container = false, QRectF title = {})
    {
        boxes.append({u"b%1"_qs.arg(boxes.size()), rect, parent, container, title});
        return int(boxes.size()) - 1;
    }
    void line(int from, int to, QSizeF label = {}) { lines.append({u"l%1"_qs.arg(lines.size()), from, to, label, {}}); }
};

inline bool onBorder(const QPointF& p, const QRectF& r)
{
    const QRectF grown = r.adjusted(-0.01, -0.01, 0.01, 0.01);
    const QRectF shrunk = r.adjusted(0.01, 0.01, -0.01, -0.01);
    return grown.contains(p) && !shrunk.contains(p);
}

/// Every line is there, upright, from border to border, and turns at each corner.
inline void verifyShape(const Picture& picture, const QList<Route>& routes)
{
    QCOMPARE(routes.size(), picture.lines.size());
    for (int i = 0; i < routes.size(); ++i) {
        const Route& route = routes[i];
        const QByteArray name = route.id.toUtf8();
        QCOMPARE(route.id, picture.lines[i].id);
        QVERIFY2(route.points.size() >= 2, name);
        QVERIFY2(onBorder(route.points.first(), picture.boxes[picture.lines[i].from].rect), name);
        QVERIFY2(onBorder(route.points.last(), picture.boxes[picture.lines[i].to].rect), name);
        for (int k = 0; k + 1 < route.points.size(); ++k) {
            const QPointF d = route.points[k + 1] - route.points[k];
            QVERIFY2((d.x() == 0) != (d.y() == 0), name);
            if (k > 0)  // a corner turns
                QVERIFY2((d.x() == 0) != (route.points[k].x() == route.points[k - 1].x()), name);
        }
        QCOMPARE(route.label.isEmpty(), picture.lines[i].label.isEmpty());
    }
}

inline bool same(const QList<Route>& a, const QList<Route>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Route& x, const Route& y) {
        return x.id == y.id && x.points == y.points && x.label == y.label && x.jumps == y.jumps;
    });
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawparts.h"

namespace redoubt {
namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

QPointF towards(QPointF from, QPointF to, double length)
{
    const double whole = distance(from, to);
    return whole < 1e-9 ? from : from + (to - from) * (length / whole);
}

/// The hops on one run, in its direction, as positions of their middle.
QList<double> hopsOn(QPointF from, QPointF to, const QList<QPointF>& jumps, double clear)
{
    QList<double> hops;
    for (const QPointF& jump : jumps)
        if (std::abs(jump.y() - from.y()) < 0.5 && jump.x() > std::min(from.x(), to.x()) + clear
            && jump.x() < std::max(from.x(), to.x()) - clear)
            hops << jump.x();
    std::sort(hops.begin(), hops.end());
    if (to.x() < from.x())
        std::reverse(hops.begin(), hops.end());
    return hops;
}

void addHops(QPainterPath& path, QPointF from, QPointF to, const QList<QPointF>& jumps, double clear)
{
    if (std::abs(from.y() - to.y()) > 0.01)
        return;
    const bool right = to.x() > from.x();
    const double r = metric::jumpRadius, y = from.y();
    QList<double> hops = hopsOn(from, to, jumps, clear);
    for (qsizetype i = 0; i < hops.size();) {
        // Hops that would touch become one wide one.
        qsizetype last = i;
        while (last + 1 < hops.size() && std::abs(hops[last + 1] - hops[last]) < 2 * r + 1)
            ++last;
        const double first = hops[i] + (right ? -r : r), end = hops[last] + (right ? r : -r);
        path.lineTo(first, y);
        path.arcTo(QRectF(first, y - r, right ? 2 * r : -2 * r, 2 * r).normalized(), right ? 180 : 0, right ? -90 : 90);
        if (last > i)
            path.lineTo(end - (right ? r : -r), y - r);
        path.arcTo(QRectF(end, y - r, right ? -2 * r : 2 * r, 2 * r).normalized(), 90, right ? -90 : 90);
        i = last + 1;
    }
}

/// A filled head with its tip at `tip`.
PathShape arrowHead(QPointF before, QPointF tip, const QColor& color)
{
    const QPointF base = towards(tip, before, metric::arrowLength);
    const QPointF along = towards(tip, before, 1) - tip;
    const QPointF across = QPointF(-along.y(), along.x()) * metric::arrowHalf;
    QPainterPath head;
    head.moveTo(tip);
    head.lineTo(base + across);
    head.lineTo(base - across);
    head.closeSubpath();
    return {head, color, {}};
}

/// What a view makes of the look of a link.
LinkLook lookIn(const Scene& scene, const QString& id, LinkLook look, const Style& style)
{
    if (scene.strong.contains(id))
        look.stroke.width = metric::strongLine;
    if (scene.quiet.contains(id)) {
        look.stroke.width = metric::boxLine;
        look.stroke.color = mixed(style.canvas, look.stroke.color, 0.6);
    }
    return look;
}

QString useClass(LinkUse use)
{
    return use == LinkUse::Failover ? u"failover"_qs : use == LinkUse::Optional ? u"optional"_qs : u"normal"_qs;
}

void addLabel(const DrawContext& context, const QRectF& rect, const LinkLook& look, DrawnItem& item)
{
    const QStringList lines = context.scene.words.value(item.id);
    if (lines.isEmpty() || rect.isEmpty())
        return;
    item.labelRect = rect;
    item.label.emplace_back(BoxShape{rect, 2, context.ground(rect), {}});
    double top = rect.center().y() - lineHeight(metric::port) * double(lines.size()) / 2;
    for (const QString& line : lines) {
        item.label.emplace_back(textLine(line, rect.center().x(), top, metric::port, look.text, TextAlign::Center));
        top += lineHeight(metric::port);
    }
}

QString linkTitle(const DrawContext& context, const QString& id, const Link& link)
{
    QString title = context.design.displayName(link.from.value) + u" to "_qs + context.design.displayName(link.to.value);
    for (const QString& rowId : link.rows)
        if (const LinkRow* const row = context.catalog.row(rowId))
            title += u" · "_qs + row->purpose;
    if (const QStringList words = context.scene.words.value(id); !words.isEmpty())
        title += u" · "_qs + words.join(u", ");
    return title.isEmpty() ? id : title;
}

}  // namespace

QPainterPath linkPath(const QList<QPointF>& points, const QList<QPointF>& jumps)
{
    QPainterPath path;
    if (points.size() < 2)
        return path;
    path.moveTo(points.front());
    QPointF start = points.front();
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF corner = points[i];
        const bool last = i + 1 == points.size();
        const double before = distance(points[i - 1], corner);
        const double after = last ? 0 : distance(corner, points[i + 1]);
        const double radius = last ? 0 : std::min({metric::cornerRadius, before / 2, after / 2});
        const QPointF end = towards(corner, points[i - 1], radius);
        addHops(path, start, end, jumps, metric::jumpRadius);
        path.lineTo(end);
        if (!last) {
            start = towards(corner, points[i + 1], radius);
            if (radius > 0.1)
                path.quadTo(corner, start);
        }
    }
    return path;
}

DrawnItem drawLink(const Design& design, const Catalog& catalog, const Scene& scene, const Style& style,
                   const LinkId& id, const Outage* outage)
{
    DrawnItem item;
    const Link* const link = design.link(id);
    if (!link)
        return item;
    const DrawContext context{design, catalog, scene, style, outage};
    const LinkMeaning meaning = meaningOf(design, catalog, *link);
    const LinkLook look = lookIn(scene, id.value, style.link(meaning), style);
    item.id = id.value;
    item.role = DrawnRole::Link;
    item.classes = QStringList{u"link"_qs, useClass(link->use)};
    item.title = linkTitle(context, id.value, *link);
    item.from = scene.inside.value(link->from.value, link->from.value);
    item.to = scene.inside.value(link->to.value, link->to.value);
    const int index = scene.routeOf.value(id.value, -1);
    if (index < 0 || scene.routes[index].points.size() < 2)
        return item;
    const Route& route = scene.routes[index];
    item.line = route.points;
    item.outline = QPolygonF(route.points).boundingRect();
    const QPainterPath path = linkPath(route.points, route.jumps);
    if (look.doubled) {
        item.shapes.emplace_back(PathShape{path, {}, {look.stroke.color, look.stroke.width * 3.4, {}}});
        item.shapes.emplace_back(PathShape{path, {}, {style.canvas, look.stroke.width * 1.4, {}}});
    } else {
        item.shapes.emplace_back(PathShape{path, {}, look.stroke});
    }
    const QPointF tip = route.points.back();
    if (meaning != LinkMeaning::SiteLink)
        item.shapes.emplace_back(arrowHead(route.points[route.points.size() - 2], tip, look.stroke.color));
    if (meaning != LinkMeaning::SiteLink && pointsBothWays(catalog, *link))
        item.shapes.emplace_back(arrowHead(route.points[1], route.points.front(), look.stroke.color));
    addLabel(context, route.label, look, item);
    drawOutageOnLink(context, look.doubled, item);
    return item;
}

}  // namespace redoubt

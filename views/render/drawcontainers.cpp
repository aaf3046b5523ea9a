// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/footnotes.h"
#include "views/render/viewing.h"

#include <QRegularExpression>

namespace redoubt {
namespace {

/// Words of a container and where they stand.
struct Heading {
    QStringList title;
    double titleSize = metric::title;
    QString second;
    double secondSize = metric::caption;
    QRectF rect;     ///< of all the words
    QRectF icon;     ///< of a region's badge
    bool centered = false;
};

bool isNested(const DrawContext& context, const QString& id)
{
    const QString parent = context.parent(id);
    return !parent.isEmpty() && context.kindOf(parent).shape == Shape::Layer;
}

QString roleWords(const DrawContext& context, const QString& id)
{
    const QString role = context.value(id, u"role"_qs);
    return role == u"primary" ? u"Primary site"_qs : role == u"dr" ? u"DR site"_qs
        : role == u"tertiary" ? u"Tertiary site"_qs : QString();
}

QString regionWords(const DrawContext& context, const QString& id)
{
    const QString kind = context.element(id).kind;
    const QString cloud = context.value(id, u"cloud"_qs);
    QStringList words;
    if (kind == u"ssc-boundary" && !context.element(id).name.contains(context.kindOf(id).label))
        words << context.kindOf(id).label;  // the service is named, whatever its place is called
    if (cloud == u"aws" || kind == u"dsv-region")
        words << u"AWS cloud"_qs;
    else if (cloud == u"azure" || kind == u"ssc-boundary")
        words << u"Azure cloud"_qs;
    for (const QString& property : {u"region"_qs, u"primary-region"_qs, u"domain"_qs})
        if (const QString text = context.value(id, property); !text.isEmpty())
            words << text;
    if (const QString standby = context.value(id, u"standby-region"_qs); !standby.isEmpty())
        words << u"standby %1"_qs.arg(standby);
    if (words.isEmpty() && context.element(id).name != context.kindOf(id).label)
        words << context.kindOf(id).label;
    return words.join(u", ");
}

QColor regionColor(const DrawContext& context, const QString& id)
{
    const QString kind = context.element(id).kind;
    const QString cloud = context.value(id, u"cloud"_qs);
    if (cloud == u"aws" || kind == u"dsv-region")
        return context.style.aws;
    if (cloud == u"azure" || kind == u"ssc-boundary")
        return context.style.azure;
    return context.style.product(context.kindOf(id).product);
}

QString regionIcon(const DrawContext& context, const QString& id)
{
    const QString cloud = context.value(id, u"cloud"_qs);
    if (cloud == u"aws" || cloud == u"azure")
        return u"region-"_qs + cloud;
    return context.kindOf(id).icon;
}

QString ownTitle(const DrawContext& context, const QString& id)
{
    const QString title = context.value(id, u"title"_qs);
    return title.isEmpty() ? nameLines(context, id).front() : title;
}

double widest(const QStringList& lines, double size, bool semibold)
{
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, textWidth(line, size, semibold));
    return width;
}

/// Of a layer that is one box with what it holds: large, at the top, in two lines where one is too short.
Heading collapsedHeading(const DrawContext& context, const QString& id)
{
    const QRectF box = context.scene.placement.value(id);
    const QString title = ownTitle(context, id);
    const double room = std::max(box.width() - 16, 40.0);
    Heading heading;
    heading.centered = true;
    for (const double size : {overview::title, 18.0, 16.0, metric::title, metric::element}) {
        heading.titleSize = size;
        heading.title = balanced(title, room, size, true, 2);
        const bool whole = widest(heading.title, size, true) <= room && heading.title.join(u' ').size() >= title.size();
        if (whole && lineHeight(size) * double(heading.title.size()) <= box.height() * overview::titleShare)
            break;
    }
    const double height = lineHeight(heading.titleSize) * double(heading.title.size());
    const double width = widest(heading.title, heading.titleSize, true);
    heading.rect = {box.center().x() - width / 2, box.top() + metric::gap, width, height};
    return heading;
}

/// What the layer holds, as large as there is room under its heading: icons side by side, each with how many or with its
/// name.
void drawHeld(const DrawContext& context, const QString& id, const Heading& heading, DrawnItem& item)
{
    const QList<Held> held = heldIn(context, id);
    const QRectF box = context.scene.placement.value(id);
    const QRectF room(QPointF(box.left() + metric::gap, heading.rect.bottom() + metric::space),
                      QPointF(box.right() - metric::gap, box.bottom() - metric::gap));
    if (held.isEmpty() || room.height() < overview::leastIcon)
        return;
    const bool named = held.size() == 1 && held.front().count == 1;
    const double nameSize = textWidth(held.front().name, overview::name) <= room.width() ? overview::name : metric::caption;
    const bool hasName = named && room.height() >= overview::leastIcon + lineHeight(nameSize);
    QList<double> counts;
    double gaps = overview::between * double(held.size() - 1), words = 0;
    for (const Held& one : held) {
        counts << (one.count > 1 ? metric::space + textWidth(u"\u00d7%1"_qs.arg(one.count), overview::count, true) : 0);
        words += counts.back();
    }
    const double side = std::clamp(std::min((room.width() - gaps - words) / double(held.size()),
                                            room.height() - (hasName ? lineHeight(nameSize) : 0)),
                                   overview::leastIcon, metric::largestIcon);
    double x = room.center().x() - (side * double(held.size()) + gaps + words) / 2;
    const double top = room.center().y() - (side + (hasName ? lineHeight(nameSize) : 0)) / 2;
    for (qsizetype i = 0; i < held.size(); ++i) {
        item.shapes.emplace_back(IconShape{held[i].icon, {x, top, side, side}, held[i].color});
        if (counts[i] > 0)
            item.shapes.emplace_back(textLine(u"\u00d7%1"_qs.arg(held[i].count), x + side + metric::space,
                                              top + side / 2 - lineHeight(overview::count) / 2, overview::count,
                                              context.style.text, TextAlign::Left, true));
        x += side + counts[i] + overview::between;
    }
    if (hasName)
        item.shapes.emplace_back(textLine(elided(held.front().name, room.width(), nameSize), room.center().x(), top + side,
                                          nameSize, context.style.text, TextAlign::Center));
}

Heading siteHeading(const DrawContext& context, const QString& id)
{
    // Outside, above the top border, so that lines may enter the site anywhere else.
    const QRectF box = context.scene.placement.value(id);
    Heading heading;
    const QString title = ownTitle(context, id);
    const double room = std::max(box.width(), 160.0);
    heading.titleSize = metric::siteHeading;
    if (context.isOverview())
        for (const double size : {18.0, overview::title, overview::site})
            if (textWidth(title, size, true) <= room)
                heading.titleSize = size;
    heading.secondSize = context.isOverview() ? overview::name : metric::element;
    heading.title = {elided(title, room, heading.titleSize, true)};
    heading.second = roleWords(context, id);
    // "Datacenter A (Primary Location US East)" has said it.
    const QRegularExpression said(u"\\b%1\\b"_qs.arg(heading.second.section(u' ', 0, 0)), QRegularExpression::CaseInsensitiveOption);
    if (said.match(title).hasMatch())
        heading.second.clear();
    const double width = std::max(widest(heading.title, heading.titleSize, true),
                                  textWidth(heading.second, heading.secondSize));
    const double height = lineHeight(heading.titleSize)
        + (heading.second.isEmpty() ? 0 : lineHeight(heading.secondSize));
    heading.rect = {box.left() + metric::space, box.top() - height - metric::space, std::ceil(width), height};
    return heading;
}

Heading regionHeading(const DrawContext& context, const QString& id)
{
    const QRectF box = context.scene.placement.value(id);
    Heading heading;
    heading.icon = {box.left() + 8, box.top() + 8, 32, 32};
    const double room = std::max(box.width() - 60, 40.0);
    heading.titleSize = context.isOverview() ? overview::name : metric::title;
    heading.secondSize = context.isOverview() ? metric::element : metric::caption;
    heading.title = {elided(ownTitle(context, id), room, heading.titleSize, true)};
    heading.second = elided(regionWords(context, id), room, heading.secondSize);
    const double width = std::max(widest(heading.title, heading.titleSize, true), textWidth(heading.second, heading.secondSize));
    const double height = lineHeight(heading.titleSize) + (heading.second.isEmpty() ? 0 : lineHeight(heading.secondSize));
    heading.rect = {heading.icon.right() + 8, heading.icon.center().y() - height / 2, std::ceil(width), height};
    return heading;
}

Heading layerHeading(const DrawContext& context, const QString& id)
{
    const QRectF box = context.scene.placement.value(id);
    const Insets insets = containerInsets(context.kindOf(id), isNested(context, id));
    const double room = std::max(box.width() - 16, 40.0);
    const QString title = ownTitle(context, id);
    Heading heading;
    heading.centered = true;
    // As large as fits in one line; else two lines where there is height for them.
    QList<double> sizes{metric::title, 13, metric::element};
    if (isNested(context, id))
        sizes = {metric::element, metric::caption, metric::smallest};
    heading.titleSize = sizes.back();
    for (const double size : sizes) {
        if (textWidth(title, size, true) <= room) {
            heading.titleSize = size;
            break;
        }
    }
    const int lines = insets.top >= 2 * lineHeight(heading.titleSize) ? 2 : 1;
    heading.title = balanced(title, room, heading.titleSize, true, lines);
    const double height = lineHeight(heading.titleSize) * double(heading.title.size());
    const double width = widest(heading.title, heading.titleSize, true);
    const double top = heading.title.size() > 1 ? 3 : std::max(3.0, (insets.top - height) / 2);
    heading.rect = {box.center().x() - width / 2, box.top() + top, width, height};
    return heading;
}

Heading headingOf(const DrawContext& context, const QString& id)
{
    if (isCollapsed(context, id))
        return collapsedHeading(context, id);
    switch (context.kindOf(id).shape) {
    case Shape::Site: return siteHeading(context, id);
    case Shape::Region: return regionHeading(context, id);
    default: return layerHeading(context, id);
    }
}

BoxShape containerBox(const DrawContext& context, const QString& id)
{
    const Style& style = context.style;
    BoxShape box{context.scene.placement.value(id), metric::boxRadius, containerFill(context, id), {}};
    switch (context.kindOf(id).shape) {
    case Shape::Site: box.stroke = {style.siteBorder, metric::siteLine, {}}; break;
    case Shape::Region: {
        const QString kind = context.element(id).kind;
        const bool dashed = kind == u"dmz" || kind == u"internet" || kind == u"customer-zone";
        box.stroke = {regionColor(context, id), metric::siteLine, dashed ? QList<double>{8, 4} : QList<double>{}};
        break;
    }
    default:
        box.stroke = {isNested(context, id) ? style.clusterBorder : style.layerBorder, metric::boxLine, {}};
        if (isNested(context, id))
            box.radius = metric::controlRadius;
    }
    return box;
}

}  // namespace

QRectF titleRect(const DrawContext& context, const QString& id)
{
    Heading heading = headingOf(context, id);
    heading.rect.setRight(heading.rect.right() + footnoteRoom(context.scene, id, heading.titleSize));
    return heading.icon.isNull() ? heading.rect : heading.rect.united(heading.icon);
}

void drawContainer(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const Heading heading = headingOf(context, id);
    const Style& style = context.style;
    item.role = DrawnRole::Container;
    item.shapes.emplace_back(containerBox(context, id));
    if (!heading.icon.isNull())
        item.shapes.emplace_back(IconShape{regionIcon(context, id), heading.icon, regionColor(context, id)});
    const double x = heading.centered ? heading.rect.center().x() : heading.rect.left();
    const TextAlign align = heading.centered ? TextAlign::Center : TextAlign::Left;
    double top = heading.rect.top();
    for (const QString& line : heading.title) {
        item.shapes.emplace_back(textLine(line, x, top, heading.titleSize, style.text, align, true));
        top += lineHeight(heading.titleSize);
    }
    if (!heading.second.isEmpty())
        item.shapes.emplace_back(textLine(heading.second, x, top, heading.secondSize, style.secondaryText, align));
    if (isCollapsed(context, id))
        drawHeld(context, id, heading, item);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawparts.h"
#include "views/render/statemarks.h"

// What a what-if changes about the shapes of elements and links. What is drawn first of an item stays first: its outline, its
// line.

namespace redoubt {

namespace {

constexpr double lostShare = 0.58, idleShare = 0.26, idleWords = 0.42;  ///< of its own colour that is left
constexpr double lostIcon = 0.4, failedIcon = 0.3;
constexpr double takeoverWidth = 2.8, usedWidth = 2.2, failedWidth = 2.2, haloWidth = 9, haloAlpha = 0.25;

QRectF iconOf(const DrawnItem& item)
{
    for (const Shape2D& shape : item.shapes)
        if (const auto* icon = std::get_if<IconShape>(&shape))
            return icon->rect;
    return item.outline;
}

/// The outline of a container is its first box.
BoxShape* boxOf(DrawnItem& item)
{
    return item.shapes.empty() ? nullptr : std::get_if<BoxShape>(&item.shapes.front());
}

bool isSiteLike(const DrawContext& context, const QString& id)
{
    const Shape shape = context.kindOf(id).shape;
    return shape == Shape::Site || shape == Shape::Region;
}

void drawContainerFate(const DrawContext& context, const QString& id, bool failed, DrawnItem& item)
{
    const Style& style = context.style;
    BoxShape* box = boxOf(item);
    if (!box)
        return;
    const QRectF rect = box->rect;
    const bool large = isSiteLike(context, id);
    if (failed) {
        box->stroke = {style.failed, large ? 3.0 : 2.0, {}};
        box->fill = mixed(box->fill, style.failed, style.dark ? 0.10 : 0.05);
    } else {
        box->stroke = {style.secondaryText, metric::boxLine, {4, 3}};
        for (size_t i = 1; i < item.shapes.size(); ++i)
            fade(item.shapes[i], box->fill, lostShare, lostIcon, style.secondaryText);
    }
    const QString word = failed ? u"Failed"_qs : u"Lost"_qs;
    const double size = large ? 18 : metric::caption;
    const PillLook look = failed ? failedPill(style, size) : lostPill(style, size);
    const QSizeF pill = pillSize(word, size);
    // On the upper border, where neither the heading of a site nor the title of a layer stands.
    const QPointF corner(rect.right() - pill.width() - (large ? 14 : 6), rect.top() - pill.height() / 2);
    drawPill(look, style, failed, word, {corner, pill}, item.shapes);
}

/// A layer that is lost or failed says it, in words, for what is in it.
bool isSaidAround(const DrawContext& context, const QString& id)
{
    const QString parent = context.parent(id);
    return !parent.isEmpty() && context.kindOf(parent).shape == Shape::Layer
        && context.outage->thing(parent) != Outage::Thing::Untouched;
}

void drawNodeFate(const DrawContext& context, const QString& id, bool failed, DrawnItem& item)
{
    const Style& style = context.style;
    const QRectF outline = item.outline, icon = iconOf(item);
    const QColor ground = context.ground(outline);
    for (Shape2D& shape : item.shapes)
        fade(shape, ground, failed ? 0.75 : lostShare, failed ? failedIcon : lostIcon, style.secondaryText);
    const bool attached = !context.scene.placement.contains(id);
    if (attached && !failed && context.kindOf(id).shape == Shape::Caption)
        return;  // a line of words at its machine
    const QString word = failed ? u"Failed"_qs : u"Lost"_qs;
    const double size = metric::smallest;
    const QSizeF pill = pillSize(word, size);
    const QRectF place(QPointF(outline.center().x() - pill.width() / 2, outline.top() - pill.height() * 0.25), pill);
    if (failed) {
        item.shapes.emplace_back(BoxShape{outline.adjusted(-1, -1, 1, 1), metric::boxRadius, {}, {style.failed, 2, {}}});
        drawCross(icon.center() + QPointF(0, 4), std::min(icon.width(), icon.height()) * 0.4, style.failed, ground, 4, item.shapes);
        drawPill(failedPill(style, size), style, true, word, place, item.shapes);
    } else if (attached || isSaidAround(context, id)) {
        drawLostMark(style, icon.topRight() + QPointF(0, 4), std::clamp(icon.width() * 0.42, 12.0, 20.0), item.shapes);
    } else {
        item.shapes.emplace_back(BoxShape{outline.adjusted(-1, -1, 1, 1), metric::boxRadius, {}, {style.secondaryText, 1, {4, 3}}});
        drawPill(lostPill(style, size), style, false, word, place, item.shapes);
    }
}

/// The middle of the longest run where a pill does not lie on the link's own words.
QPointF pillPoint(const DrawnItem& item, QSizeF size)
{
    QPointF best = item.line.front();
    double longest = -1;
    for (qsizetype i = 1; i < item.line.size(); ++i)
        for (const double at : {0.5, 0.25, 0.75}) {
            const QPointF point = item.line[i - 1] + (item.line[i] - item.line[i - 1]) * at;
            const QRectF rect(point - QPointF(size.width(), size.height()) / 2, size);
            const double length = QLineF(item.line[i - 1], item.line[i]).length() * (at == 0.5 ? 1 : 0.9);
            if (length > longest && !rect.intersects(item.labelRect)) {
                longest = length;
                best = point;
            }
        }
    return best;
}

void recolour(std::vector<Shape2D>& shapes, const QColor& color)
{
    for (Shape2D& shape : shapes)
        if (auto* path = std::get_if<PathShape>(&shape)) {
            if (path->stroke.width > 0)
                path->stroke.color = color;
            if (path->fill.isValid())
                path->fill = color;
        }
}

void setStroke(std::vector<Shape2D>& shapes, double width, const std::optional<QList<double>>& dashes)
{
    for (Shape2D& shape : shapes)
        if (auto* path = std::get_if<PathShape>(&shape); path && path->stroke.width > 0) {
            path->stroke.width = width;
            if (dashes)
                path->stroke.dashes = *dashes;
        }
}

void fadeLink(const DrawContext& context, DrawnItem& item)
{
    const QColor ground = item.line.isEmpty() ? context.style.canvas : context.ground({item.line[item.line.size() / 2], QSizeF(1, 1)});
    for (Shape2D& shape : item.shapes)
        fade(shape, ground, idleShare, 1, {});
    for (Shape2D& shape : item.label)
        if (auto* text = std::get_if<TextShape>(&shape))
            text->color = mixed(ground, text->color, idleWords);
}

void takeOver(DrawnItem& item)
{
    setStroke(item.shapes, takeoverWidth, QList<double>());
    auto* line = item.shapes.empty() ? nullptr : std::get_if<PathShape>(&item.shapes.front());
    if (!line)
        return;
    PathShape halo = *line;
    halo.stroke.color.setAlphaF(float(haloAlpha));
    halo.stroke.width = haloWidth;
    item.shapes.insert(item.shapes.begin(), halo);
}

void failLink(const DrawContext& context, DrawnItem& item)
{
    const Style& style = context.style;
    recolour(item.shapes, style.failed);
    setStroke(item.shapes, failedWidth, QList<double>());
    const QString word = u"Failed"_qs;
    const QSizeF pill = pillSize(word, metric::smallest);
    const QPointF at = pillPoint(item, pill);
    drawPill(failedPill(style, metric::smallest), style, true, word, {at - QPointF(pill.width(), pill.height()) / 2, pill}, item.shapes);
}

}  // namespace

void fade(Shape2D& shape, const QColor& ground, double share, double iconOpacity, const QColor& iconColor)
{
    const auto faded = [&](QColor& color) {
        if (color.isValid())
            color = mixed(ground, color, share);
    };
    if (auto* box = std::get_if<BoxShape>(&shape)) {
        faded(box->stroke.color);
    } else if (auto* path = std::get_if<PathShape>(&shape)) {
        faded(path->stroke.color);
        faded(path->fill);
    } else if (auto* text = std::get_if<TextShape>(&shape)) {
        faded(text->color);
    } else if (auto* icon = std::get_if<IconShape>(&shape)) {
        icon->color = iconColor;
        icon->opacity = std::min(icon->opacity, iconOpacity);
    }
}

void drawOutage(const DrawContext& context, const QString& id, DrawnItem& item)
{
    const Outage::Thing thing = context.outage ? context.outage->thing(id) : Outage::Thing::Untouched;
    if (thing == Outage::Thing::Untouched || item.role == DrawnRole::Note || item.shapes.empty())
        return;
    const bool failed = thing == Outage::Thing::Failed;
    item.classes << (failed ? u"failed"_qs : u"lost"_qs);
    item.title += u" · "_qs + context.outage->words(id);
    if (item.role == DrawnRole::Container)
        drawContainerFate(context, id, failed, item);
    else
        drawNodeFate(context, id, failed, item);
}

void drawOutageOnLink(const DrawContext& context, bool doubled, DrawnItem& item)
{
    if (!context.outage || item.line.isEmpty())
        return;
    switch (context.outage->way(item.id)) {
    case Outage::Way::InUse:
        item.classes << u"in-use"_qs;
        if (!doubled)
            setStroke(item.shapes, usedWidth, std::nullopt);
        break;
    case Outage::Way::TakingOver:
        item.classes << u"taking-over"_qs;
        item.title += u" · Takes over"_qs;
        takeOver(item);
        break;
    case Outage::Way::AfterPeople:
        item.classes << u"after-people"_qs;
        item.title += u" · Carries once people have acted"_qs;
        recolour(item.shapes, context.style.state(ServiceState::NeedsPerson));
        setStroke(item.shapes, usedWidth, QList<double>{8, 4});
        break;
    case Outage::Way::Idle:
        item.classes << u"idle"_qs;
        fadeLink(context, item);
        break;
    case Outage::Way::Failed:
        item.classes << u"failed"_qs;
        item.title += u" · Failed"_qs;
        failLink(context, item);
        break;
    }
}

}  // namespace redoubt

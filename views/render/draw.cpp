// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/draw.h"

#include "views/render/drawparts.h"
#include "views/render/footnotes.h"

namespace redoubt {
namespace {

constexpr double quietShare = 0.55, quietIcon = 0.45;  ///< of what steps back in a view

QString siteOf(const Design& design, const Catalog& catalog, ElementId id)
{
    for (int depth = 0; depth < 64; ++depth) {
        const Element* const element = design.element(id);
        if (!element)
            return {};
        const ElementKind* const kind = catalog.kind(element->kind);
        if (kind && kind->site)
            return id.value;
        id = element->in.isEmpty() ? element->host : element->in;
    }
    return {};
}

QString elementTitle(const DrawContext& context, const QString& id)
{
    const QString name = nameLines(context, id).join(u", ");
    const QString label = context.kindOf(id).label;
    return label.isEmpty() || name == label ? name : u"%1 · %2"_qs.arg(name, label);
}

/// Containers outside in; then what is drawn before lines is told by role.
void addContainers(const DrawContext& context, const QString& parent, int depth, std::vector<DrawnItem>& items)
{
    for (const QString& id : context.scene.members.value(parent)) {
        if (!context.kindOf(id).container)
            continue;
        items.push_back(drawElement(context.design, context.catalog, context.scene, context.style, {id}, context.outage));
        if (depth < 64)
            addContainers(context, id, depth + 1, items);
    }
}

QRectF extent(const Shape2D& shape)
{
    struct Extent {
        QRectF operator()(const BoxShape& box) const { return box.rect.adjusted(-2, -2, 2, 2); }
        QRectF operator()(const PathShape& path) const
        {
            const double w = path.stroke.width;
            return path.path.boundingRect().adjusted(-w, -w, w, w);
        }
        QRectF operator()(const TextShape& text) const
        {
            const double width = textWidth(text.text, text.size, text.semibold);
            const double left = text.align == TextAlign::Left ? 0 : text.align == TextAlign::Center ? width / 2 : width;
            return {text.baseline.x() - left, text.baseline.y() - ascent(text.size), width, lineHeight(text.size)};
        }
        QRectF operator()(const IconShape& icon) const { return icon.rect; }
        QRectF operator()(const ImageShape& image) const { return image.rect; }
    };
    return std::visit(Extent{}, shape);
}

QRectF extent(const std::vector<DrawnItem>& items)
{
    QRectF all;
    for (const DrawnItem& item : items) {
        for (const Shape2D& shape : item.shapes)
            all = all.united(extent(shape));
        for (const Shape2D& shape : item.label)
            all = all.united(extent(shape));
    }
    return all;
}

void append(std::vector<DrawnItem>& to, std::vector<DrawnItem> from)
{
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

}  // namespace

DrawnItem drawElement(const Design& design, const Catalog& catalog, const Scene& scene, const Style& style,
                      const ElementId& id, const Outage* outage)
{
    DrawnItem item;
    if (!design.element(id))
        return item;
    const DrawContext context{design, catalog, scene, style, outage};
    const ElementKind& kind = context.kindOf(id.value);
    const bool placed = scene.placement.contains(id.value);
    item.id = id.value;
    item.classes = QStringList{kind.container ? u"container"_qs : u"element"_qs, context.element(id.value).kind};
    item.title = elementTitle(context, id.value);
    item.site = siteOf(design, catalog, id);
    item.outline = scene.outlines.value(id.value);
    if (!placed)
        drawAttached(context, id.value, item);
    else if (kind.container)
        drawContainer(context, id.value, item);
    else if (isBoxed(context, id.value))
        drawBoxed(context, id.value, item);
    else if (kind.shape == Shape::Listener)
        drawListener(context, id.value, item);
    else if (kind.shape == Shape::Note)
        drawNote(context, id.value, item);
    else
        drawNode(context, id.value, item);
    if (placed)
        addFootnoteMark(context, id.value, item);
    if (scene.quiet.contains(id.value))
        for (Shape2D& shape : item.shapes)
            fade(shape, context.ground(item.outline), quietShare, quietIcon, style.secondaryText);
    drawOutage(context, id.value, item);
    return item;
}

Drawing draw(const Design& design, const Catalog& catalog, const Scene& scene, const Style& style,
             const DrawOptions& options)
{
    const DrawContext context{design, catalog, scene, style, options.outage};
    Drawing drawing;
    drawing.background = style.canvas;
    drawing.title = design.settingText(u"title"_qs);
    addContainers(context, {}, 0, drawing.items);
    for (const RouteLine& line : scene.lines)
        drawing.items.push_back(drawLink(design, catalog, scene, style, {line.id}, options.outage));
    // Badges and captions after the machines that they stand on.
    for (const bool placed : {true, false})
        for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
            if (scene.placement.contains(it.key().value) == placed && !scene.inside.contains(it.key().value) && !context.kindOf(it.key().value).container)
                drawing.items.push_back(drawElement(design, catalog, scene, style, it.key(), options.outage));
    if (options.badges)
        append(drawing.items, severityMarks(context, *options.badges, drawing.items));
    const QRectF content = extent(drawing.items);
    append(drawing.items, furniture(context, options, drawing.items, content));
    if (options.outage && options.caption) {
        drawing.items.push_back(outageCaption(context, content));
        drawing.title += (drawing.title.isEmpty() ? QString() : u" · "_qs) + options.outage->title();
    }
    const double margin = metric::margin;
    const QRectF all = extent(drawing.items).adjusted(-margin, -margin, margin, margin);
    // Whole units, so that a picture at 100 % has whole pixels.
    drawing.bounds = QRectF(QPointF(std::floor(all.left()), std::floor(all.top())),
                            QPointF(std::ceil(all.right()), std::ceil(all.bottom())));
    if (drawing.items.empty())
        drawing.bounds = QRectF(0, 0, 480, 270);
    return drawing;
}

}  // namespace redoubt

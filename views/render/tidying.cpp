// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/tidying.h"

#include "model/catalog/connections.h"
#include "model/design/edits.h"
#include "model/layout/layouter.h"
#include "views/render/drawparts.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr double fault = 200;      ///< what must not be at all
constexpr double crossing = 10;
constexpr double bend = 3;
constexpr double longest = 40;     ///< for a line as long as the picture is wide
constexpr double length = 0.3 / 100;
constexpr double extent = 0.5 / 100;
constexpr double page = 60;        ///< for a picture of twice the page's shape

constexpr int lookedLines = 3000;  ///< routed in all looks together
constexpr int mostLooks = 60;
constexpr int fewestLooks = 3;
constexpr int mostLines = 500;     ///< a larger picture is not looked at

constexpr int layouterTime = 400;  ///< milliseconds that the layouter may take

constexpr double widestNode = 168, widestTitle = 336;
constexpr double badge = 44;  ///< of a region, before its title
constexpr double iconAndEdges = 60;

/// Room for the words of an element: a container's title in one line, a node's name in two.
QSizeF roomFor(const DrawContext& context, const QString& id)
{
    const ElementKind& kind = context.kindOf(id);
    const QStringList lines = nameLines(context, id);
    if (kind.shape == Shape::Layer || kind.shape == Shape::Site || kind.shape == Shape::Region)
        return {std::min(widestTitle, textWidth(lines.front(), metric::title, true) + (kind.shape == Shape::Region ? badge : 2 * metric::space)), 0};
    double width = 0;
    for (const QString& line : lines) {
        for (const QString& word : line.split(u' '))
            width = std::max(width, textWidth(word, metric::element));
        width = std::max(width, textWidth(line, metric::element) / 2);
    }
    const auto words = lines.size() + context.scene.attached.value(id).size();
    return {std::min(widestNode, width + 2 * metric::space), iconAndEdges + 16.0 * double(std::min<qsizetype>(words, 4))};
}

TidyOptions optionsFor(const Design& design, const Catalog& catalog)
{
    const Connections connections(design, catalog);
    TidyOptions options;
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it)
        if (!(*it)->hidden)
            options.words.insert(it.key().value,
                                 labelSize(linkWords(design, catalog, **it, connections.effectivePorts(**it))));
    Scene scene;
    scene.placement = place(design, catalog);
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (!scene.placement.contains(it.key().value))
            scene.attached[standIn(design, catalog, it.key()).value] << it.key().value;
    const DrawContext context{design, catalog, scene, lightStyle()};
    for (auto it = scene.placement.cbegin(); it != scene.placement.cend(); ++it)
        options.room.insert(it.key(), roomFor(context, it.key()));
    return options;
}

}  // namespace

namespace {

/// Words of lines on what the router takes for smaller than it is drawn: the words of a node stand out at its sides.
int wordsOnNodes(const Scene& scene)
{
    int found = 0;
    for (const Route& route : scene.routes)
        for (const RouteBox& box : scene.boxes)
            found += !route.label.isEmpty() && !box.container && scene.outlines.value(box.id).adjusted(-2, -2, 2, 2).intersects(route.label);
    return found;
}

}  // namespace

double badness(const Design& design, const Catalog& catalog, Fit fit)
{
    const Scene scene = layOut(design, catalog);
    const RouteCounts counts = count(scene.boxes, scene.lines, scene.routes);
    QRectF bounds;
    for (const RouteBox& box : scene.boxes)
        bounds |= box.rect;
    double all = 0;
    for (const Route& route : scene.routes)
        for (int i = 0; i + 1 < route.points.size(); ++i)
            all += (route.points[i + 1] - route.points[i]).manhattanLength();
    return fault * (counts.labelHits + wordsOnNodes(scene) + counts.throughBoxes + counts.overlaps) + crossing * counts.crossings
        + bend * counts.bends + longest * counts.longest / std::max(1.0, bounds.width()) + length * all
        + extent * (bounds.width() + bounds.height()) + page * (misfit(fit, bounds.size()) - 1);
}

Patch tidiedWithLayouter(const Design& design, const Catalog& catalog, Fit fit)
{
    return tidied(design, catalog, fit,
                  askLayouter(design, catalog, layouterProgram(), layouterTime).value_or(QHash<QString, double>()));
}

QString lineChanges(const Design& before, const Design& after, const Catalog& catalog)
{
    const Scene old = layOut(before, catalog), now = layOut(after, catalog);
    const RouteCounts was = count(old.boxes, old.lines, old.routes), is = count(now.boxes, now.lines, now.routes);
    const qsizetype back = before.labelPlaces.size() - after.labelPlaces.size();
    return u"Crossings %1 to %2, corners %3 to %4"_qs.arg(was.crossings).arg(is.crossings).arg(was.bends).arg(is.bends)
        + (back == 0 ? QString() : back == 1 ? u", 1 label put back"_qs : u", %1 labels put back"_qs.arg(back));
}

QStringList labelsToPutBack(const Design& design, const Catalog& catalog)
{
    const auto isPinned = [&](const ElementId& end) {
        const Element* element = design.element(standIn(design, catalog, end));
        const auto value = element ? catalog.value(*element, u"pinned"_qs) : std::nullopt;
        return value && value->boolean().value_or(false);
    };
    QStringList ids;
    for (auto it = design.labelPlaces.cbegin(); it != design.labelPlaces.cend(); ++it)
        if (const Link* link = design.link({it.key()}); !link || !isPinned(link->from) || !isPinned(link->to))
            ids << it.key();
    return ids;
}

Patch tidied(const Design& given, const Catalog& catalog, Fit fit, const QHash<QString, double>& order)
{
    const Patch back = edits::placeLabels(labelsToPutBack(given, catalog), {});
    const Design design = patched(given, back);
    TidyOptions options = optionsFor(design, catalog);
    options.fit = fit;
    options.order = order;
    const int lines = int(options.words.size());
    options.looks = lines > mostLines ? 0 : std::clamp(lookedLines / (lines + 10), fewestLooks, mostLooks);
    options.judge = [&catalog, fit](const Design& picture) { return badness(picture, catalog, fit); };
    Patch patch = tidy(design, catalog, options);
    patch.merge(back);
    return patch;
}

}  // namespace redoubt

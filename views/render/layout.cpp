// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/connections.h"
#include "views/render/footnotes.h"
#include "views/render/loops.h"
#include "views/render/viewing.h"

#include <QSet>
#include <set>
#include <tuple>

namespace redoubt {
namespace {

void indexElements(const Design& design, const Catalog& catalog, const Connections& connections, Scene& scene)
{
    const DrawContext context{design, catalog, scene, lightStyle()};
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        const QString id = it.key().value;
        scene.products.insert(id, connections.carriedProducts(it.key()));
        if (scene.inside.contains(id))
            continue;
        if (scene.placement.contains(id)) {
            scene.members[context.parent(id)] << id;
        } else {
            scene.attached[standIn(design, catalog, it.key()).value] << id;
        }
    }
    // Instances in the order of their ports.
    for (QStringList& attached : scene.attached)
        std::stable_sort(attached.begin(), attached.end(), [&](const QString& a, const QString& b) {
            return context.value(a, u"port"_qs).toInt() < context.value(b, u"port"_qs).toInt();
        });
}

constexpr double titleClear = 6;  ///< a line beside a heading must not look like a part of it

/// Boxes parents first, so that an index of a parent is always known.
void addBoxes(const DrawContext& context, Scene& scene, const QString& parent, int parentIndex, int depth)
{
    for (const QString& id : scene.members.value(parent)) {
        RouteBox box;
        box.id = id;
        box.parent = parentIndex;
        box.container = context.kindOf(id).container;
        box.rect = context.scene.placement.value(id);
        QRectF outline = box.rect;
        if (box.container) {
            box.title = titleRect(context, id).adjusted(-titleClear, 0, titleClear, 0);
        } else if (isBare(context, id)) {
            // Lines end at the icon, not at the width of its words; the words are kept clear like a title.
            const NodeParts parts = nodeParts(context, id);
            box.rect = parts.body;
            outline = parts.bounds;
            if (parts.words.width() > parts.body.width())
                box.title = parts.words.adjusted(-8, 0, 8, 0);  // wide enough that every lane beside the icon counts
        }
        scene.outlines.insert(id, outline);
        const int index = int(scene.boxes.size());
        scene.boxes.append(box);
        if (depth < 64)
            addBoxes(context, scene, id, index, depth + 1);
    }
}

/// Where the line to an element ends. The only thing in a layer is meant by the layer's border, as in the published
/// pictures: the line then crosses no title.
int drawnEnd(const Scene& scene, const DrawContext& context, const QHash<QString, int>& boxOf, const ElementId& end)
{
    const QString collapsed = scene.inside.value(end.value);
    int box = boxOf.value(collapsed.isEmpty() ? standIn(context.design, context.catalog, end).value : collapsed, -1);
    for (int depth = 0; depth < 64 && box >= 0; ++depth) {
        const int parent = scene.boxes[box].parent;
        if (parent < 0 || context.kindOf(scene.boxes[parent].id).shape != Shape::Layer
            || scene.members.value(scene.boxes[parent].id).size() != 1)
            break;
        box = parent;
    }
    return box;
}

struct Lines {
    QList<RouteLine> routed;
    QList<RouteLine> loops;
    QHash<QString, QStringList> joined;
};

/// Between collapsed layers one line stands for all of its meaning, from the same to the same.
QString joinedAs(const RouteLine& line, LinkMeaning meaning)
{
    return u"%1 %2 %3"_qs.arg(line.from).arg(line.to).arg(int(meaning));
}

/// Lines of the same meaning from one box to others that stand beside each other, or from those to it, may share a trunk.
void groupLines(const DrawContext& context, QList<RouteLine>& lines)
{
    const auto meaning = [&](const RouteLine& line) {
        const Link& link = *context.design.link({line.id});
        const auto carried = [&](const ElementId& end) { return context.scene.products.value(end.value).join(u','); };
        return QStringList{link.rows.join(u','), carried(link.from), carried(link.to), context.scene.words.value(line.id).join(u','), link.ports.join(u','),
                           QString::number(int(link.use)), QString::number(int(meaningOf(context.design, context.catalog, link)))}
            .join(u'|');
    };
    QList<std::pair<QString, QString>> fans;  // by line: what it would be in at its called and at its calling end
    QHash<QString, QSet<int>> siblings;       // the other ends of each
    for (const RouteLine& line : lines) {
        const QString same = meaning(line);
        const Link& link = *context.design.link({line.id});
        const auto parent = [&](int box) { return context.scene.boxes[box].parent; };
        fans.append({u"to %1 from in %2 %3"_qs.arg(link.to.value).arg(parent(line.from)).arg(same),
                     u"from %1 to in %2 %3"_qs.arg(link.from.value).arg(parent(line.to)).arg(same)});
        siblings[fans.last().first].insert(line.from);
        siblings[fans.last().second].insert(line.to);
    }
    std::set<std::tuple<QString, int, int>> taken;
    for (int i = 0; i < lines.size(); ++i) {
        const auto& [in, out] = fans[i];
        const QString& wider = siblings.value(in).size() >= siblings.value(out).size() ? in : out;
        const std::tuple own(wider, lines[i].from, lines[i].to);
        if (siblings.value(wider).size() < 2 || !taken.insert(own).second)
            continue;
        lines[i].group = wider;
    }
}

Lines linesOf(const Design& design, const Catalog& catalog, const Scene& scene)
{
    QHash<QString, int> boxOf;
    for (int i = 0; i < scene.boxes.size(); ++i)
        boxOf.insert(scene.boxes[i].id, i);
    const DrawContext context{design, catalog, scene, lightStyle()};
    Lines lines;
    QHash<QString, QString> first;
    const bool collapsed = scene.view && scene.view->collapsed;
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it) {
        const Link& link = **it;
        const auto words = scene.words.constFind(it.key().value);
        if (words == scene.words.constEnd())
            continue;
        RouteLine line;
        line.id = it.key().value;
        line.from = drawnEnd(scene, context, boxOf, link.from);
        line.to = drawnEnd(scene, context, boxOf, link.to);
        line.label = labelSize(*words);
        if (!scene.view || (scene.view->showsAll() && scene.view->words == ViewDef::Words::Usual))
            line.labelAt = design.labelPlaces.value(line.id, -1);  // where it was put as drawn
        if (line.from < 0 || line.to < 0)
            continue;
        if (collapsed) {
            const QString key = joinedAs(line, meaningOf(design, catalog, link));
            const QString as = first.value(key, line.id);
            if (line.from == line.to)
                continue;
            lines.joined[as] << line.id;
            if (as != line.id)
                continue;
            first.insert(key, line.id);
        }
        (line.from == line.to ? lines.loops : lines.routed).append(line);
    }
    groupLines(context, lines.routed);
    return lines;
}

Scene withoutRoutes(const Design& design, const Catalog& catalog, const DrawOptions& options)
{
    const Connections connections(design, catalog);
    Scene scene;
    scene.view = options.view;
    scene.placement = place(design, catalog);
    collapseLayers(design, catalog, scene);
    growLoose(design, catalog, scene);
    indexElements(design, catalog, connections, scene);
    scene.words = shownWords(design, catalog, connections, options);
    weigh(design, catalog, scene);
    numberFootnotes(design, catalog, scene);
    const DrawContext context{design, catalog, scene, lightStyle()};
    addBoxes(context, scene, {}, -1, 0);
    return scene;
}

void finish(Scene& scene, const Lines& lines)
{
    scene.joined = lines.joined;
    addLoops(scene, lines.loops);
    for (int i = 0; i < scene.routes.size(); ++i)
        scene.routeOf.insert(scene.routes[i].id, i);
}

QHash<QString, QRectF> rectsOf(const Scene& scene)
{
    QHash<QString, QRectF> rects;
    for (const RouteBox& box : scene.boxes)
        rects.insert(box.id, box.rect);
    return rects;
}

}  // namespace

Scene layOut(const Design& design, const Catalog& catalog, const DrawOptions& options)
{
    Scene scene = withoutRoutes(design, catalog, options);
    const Lines lines = linesOf(design, catalog, scene);
    scene.lines = lines.routed;
    scene.routes = route(scene.boxes, scene.lines);
    finish(scene, lines);
    return scene;
}

Scene layOutAgain(const Design& design, const Catalog& catalog, const Scene& before, const QStringList& touched,
                  const DrawOptions& options)
{
    Scene scene = withoutRoutes(design, catalog, options);
    const Lines lines = linesOf(design, catalog, scene);
    scene.lines = lines.routed;
    const QHash<QString, QRectF> old = rectsOf(before);
    const auto moved = [&](int box) {
        const RouteBox& now = scene.boxes[box];
        return touched.contains(now.id) || old.value(now.id) != now.rect;
    };
    QList<Route> kept;
    QList<int> changed;
    for (int i = 0; i < scene.lines.size(); ++i) {
        const RouteLine& line = scene.lines[i];
        const int earlier = before.routeOf.value(line.id, -1);
        const bool same = earlier >= 0 && earlier < before.lines.size() && before.lines[earlier].label == line.label
            && !touched.contains(line.id) && !moved(line.from) && !moved(line.to)
            && before.boxes.value(before.lines[earlier].from).id == scene.boxes[line.from].id
            && before.boxes.value(before.lines[earlier].to).id == scene.boxes[line.to].id
            && (line.labelAt >= 0 || before.lines[earlier].labelAt < 0);
        kept.append(earlier >= 0 ? before.routes[earlier] : Route{line.id, {}, {}, {}});
        if (same && line.labelAt >= 0)
            kept.last().label = labelOn(kept.last().points, line.labelAt, line.label);
        if (!same)
            changed.append(i);
    }
    scene.routes = reroute(scene.boxes, scene.lines, kept, changed);
    finish(scene, lines);
    return scene;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/design/edits.h"

#include <algorithm>
#include <cmath>

namespace redoubt::edits {

namespace {

constexpr double smallestSide = 2 * gridStep;

QPointF originOf(const Placement& placement, const ElementId& container)
{
    return container.isEmpty() ? QPointF() : placement.value(container.value).topLeft();
}

Insets insetsOf(const Design& design, const Catalog& catalog, const ElementId& container)
{
    const Element* element = design.element(container);
    const ElementKind* kind = element ? catalog.kind(element->kind) : nullptr;
    if (!kind || !kind->container)
        return {};
    const Element* outer = design.element(element->in);
    const ElementKind* around = outer ? catalog.kind(outer->kind) : nullptr;
    return containerInsets(*kind, around && around->shape == Shape::Layer);
}

bool standsIn(const Design& design, ElementId id, const ElementId& container)
{
    for (int guard = 0; guard < 64; ++guard) {
        const Element* element = design.element(id);
        if (!element)
            return false;
        if (element->in == container)
            return true;
        id = element->in;
    }
    return false;
}

/// Records the absolute rectangle of an element under its (possibly new) container. Inside a container nothing goes
/// left of or above the free space that its title and padding need.
void placeAt(const Design& design, const Catalog& catalog, const Placement& placement, const QString& id, QRectF rect,
             const ElementId& container, Patch& patch)
{
    const Element* element = design.element({id});
    if (!container.isEmpty()) {
        const QPointF origin = originOf(placement, container);
        const Insets insets = insetsOf(design, catalog, container);
        rect.moveLeft(std::max(rect.left(), origin.x() + insets.left));
        rect.moveTop(std::max(rect.top(), origin.y() + insets.top));
    }
    patch.layout[id] = rect.translated(-originOf(placement, container));
    if (element->in == container)
        return;
    Element moved = *element;
    moved.in = container;
    patch.set(ElementId{id}, std::move(moved));
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (it.value()->host.value == id) {
            Element hosted = **it;
            hosted.in = container;
            patch.set(it.key(), std::move(hosted));
        }
}

/// Where each element goes that an arrangement moves.
using Offsets = QMap<QString, QPointF>;

Patch shifted(const Design& design, const Placement& placement, const Offsets& offsets)
{
    Patch patch;
    for (auto it = offsets.cbegin(); it != offsets.cend(); ++it)
        if (const Element* element = design.element({it.key()}); element && !it.value().isNull())
            patch.layout[it.key()] = placement.value(it.key())
                                         .translated(it.value())
                                         .translated(-originOf(placement, element->in));
    return patch;
}

QStringList placedRoots(const Design& design, const Placement& placement, const QStringList& ids)
{
    QStringList result = roots(design, ids);
    result.removeIf([&placement](const QString& id) { return !placement.contains(id); });
    return result;
}

}  // namespace

Patch move(const Design& design, const Catalog& catalog, const Placement& placement, const QStringList& ids,
           QPointF offset)
{
    Patch patch;
    const QStringList moved = placedRoots(design, placement, ids);
    const QSet<QString> withThem = withContents(design, moved);
    for (const QString& id : moved) {
        const Element& element = *design.element({id});
        const QRectF rect = placement.value(id).translated(offset);
        ElementId container = adopter(design, catalog, placement, element.kind, rect.center(), withThem);
        // What a file has put somewhere odd stays there while it is moved about inside.
        if (container != element.in && placement.value(element.in.value).contains(rect.center())
            && !standsIn(design, container, element.in))
            container = element.in;
        placeAt(design, catalog, placement, id, rect, container, patch);
    }
    return patch;
}

Patch moveInto(const Design& design, const Catalog& catalog, const Placement& placement, const QStringList& ids,
               const ElementId& container)
{
    Patch patch;
    const QSet<QString> withThem = withContents(design, ids);
    if (withThem.contains(container.value))
        return patch;
    for (const QString& id : placedRoots(design, placement, ids))
        placeAt(design, catalog, placement, id, placement.value(id), container, patch);
    return patch;
}

Patch resize(const Design& design, const Catalog& catalog, const Placement& placement, const QString& id,
             const QRectF& absolute)
{
    Patch patch;
    const Element* element = design.element({id});
    if (!element || !placement.contains(id))
        return patch;
    QStringList children;
    QRectF contents;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (it.value()->in.value == id && placement.contains(it.key().value)) {
            children << it.key().value;
            contents |= placement.value(it.key().value);
        }
    QRectF rect = absolute.normalized();
    rect.setSize(rect.size().expandedTo({smallestSide, smallestSide}));
    if (!children.isEmpty()) {
        const Insets insets = insetsOf(design, catalog, {id});
        rect |= contents.adjusted(-insets.left, -insets.top, insets.right, insets.bottom);
    }
    patch.layout[id] = rect.translated(-originOf(placement, element->in));
    for (const QString& child : std::as_const(children))
        if (rect.topLeft() != placement.value(id).topLeft())
            patch.layout[child] = placement.value(child).translated(-rect.topLeft());
    return patch;
}

Patch placeLabels(const QStringList& links, const std::optional<double>& place)
{
    constexpr double steps = 1000;  // so many places tell all apart that an eye does
    Patch patch;
    for (const QString& id : links)
        patch.labelPlaces[id] = place ? std::optional(std::round(std::clamp(*place, 0.0, 1.0) * steps) / steps) : std::nullopt;
    return patch;
}

Patch align(const Design& design, const Placement& placement, const QStringList& ids, Align edge)
{
    const QStringList chosen = placedRoots(design, placement, ids);
    QRectF all;
    for (const QString& id : chosen)
        all |= placement.value(id);
    Offsets offsets;
    for (const QString& id : chosen) {
        const QRectF rect = placement.value(id);
        switch (edge) {
        case Align::Left: offsets[id] = {all.left() - rect.left(), 0}; break;
        case Align::HorizontalCenter: offsets[id] = {all.center().x() - rect.center().x(), 0}; break;
        case Align::Right: offsets[id] = {all.right() - rect.right(), 0}; break;
        case Align::Top: offsets[id] = {0, all.top() - rect.top()}; break;
        case Align::VerticalCenter: offsets[id] = {0, all.center().y() - rect.center().y()}; break;
        case Align::Bottom: offsets[id] = {0, all.bottom() - rect.bottom()}; break;
        }
    }
    return shifted(design, placement, offsets);
}

Patch distribute(const Design& design, const Placement& placement, const QStringList& ids, Qt::Orientation orientation)
{
    QStringList chosen = placedRoots(design, placement, ids);
    if (chosen.size() < 3)
        return {};
    const bool across = orientation == Qt::Horizontal;
    const auto start = [&](const QString& id) {
        const QRectF rect = placement.value(id);
        return across ? rect.left() : rect.top();
    };
    const auto length = [&](const QString& id) {
        const QRectF rect = placement.value(id);
        return across ? rect.width() : rect.height();
    };
    std::stable_sort(chosen.begin(), chosen.end(), [&](const QString& a, const QString& b) {
        return start(a) + length(a) / 2 < start(b) + length(b) / 2;
    });
    double filled = 0;
    for (const QString& id : std::as_const(chosen))
        filled += length(id);
    const double span = start(chosen.back()) + length(chosen.back()) - start(chosen.front());
    const double gap = (span - filled) / double(chosen.size() - 1);
    Offsets offsets;
    double at = start(chosen.front());
    for (const QString& id : std::as_const(chosen)) {
        offsets[id] = across ? QPointF(at - start(id), 0) : QPointF(0, at - start(id));
        at += length(id) + gap;
    }
    return shifted(design, placement, offsets);
}

}  // namespace redoubt::edits

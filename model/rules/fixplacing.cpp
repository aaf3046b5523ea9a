// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixplacing.h"

#include <cmath>

namespace redoubt {

namespace {

constexpr double distance = 2 * gridStep;  ///< that `place` keeps too
constexpr double outOfLine = 3 * gridStep; ///< how much nearer a place must be that is not in line with the neighbour

/// What one element stands in on the drawing: the nearest ancestor with a place of its own.
ElementId drawnIn(const Design& design, const Catalog& catalog, const ElementId& id)
{
    ElementId at = design.element(id)->in;
    for (int depth = 0; depth < 64 && design.element(at) && !hasPlace(design, catalog, at); ++depth)
        at = design.element(at)->in;
    return design.element(at) ? at : ElementId();
}

Insets insetsOf(const Design& design, const Catalog& catalog, const ElementId& container)
{
    const Element* element = design.element(container);
    const ElementKind* kind = element ? catalog.kind(element->kind) : nullptr;
    if (!kind)
        return {};
    const Element* outer = design.element(drawnIn(design, catalog, container));
    const ElementKind* outerKind = outer ? catalog.kind(outer->kind) : nullptr;
    return containerInsets(*kind, outerKind && outerKind->shape == Shape::Layer);
}

}  // namespace

QRectF freePlace(const Design& design, const Catalog& catalog, const Placement& placement, const ElementId& container,
                 const QSizeF& size, QPointF wanted, const ElementId& except)
{
    const bool canvas = !design.element(container);
    const QRectF outer = placement.value(container.value);
    const Insets insets = insetsOf(design, catalog, container);
    const QRectF inner = outer.adjusted(insets.left, insets.top, -insets.right, -insets.bottom);
    const QPointF near = canvas || inner.isEmpty()
        ? wanted
        : QPointF(std::clamp(wanted.x(), inner.left(), inner.right()), std::clamp(wanted.y(), inner.top(), inner.bottom()));
    QList<QRectF> taken;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (it.key() != except && hasPlace(design, catalog, it.key())
            && drawnIn(design, catalog, it.key()) == (canvas ? ElementId() : container))
            taken << placement.value(it.key().value).adjusted(-distance, -distance, distance, distance);
    // Positions are tried on the grid of the container, ever farther out until one is free.
    const QPointF origin = canvas ? QPointF() : inner.topLeft();
    for (double reach = 480;; reach *= 2) {
        QRectF best;
        double least = 0;
        const auto first = [&](double centre, double extent, double start) {
            const double low = std::floor((centre - reach - extent / 2 - start) / gridStep) * gridStep + start;
            return canvas ? low : std::max(low, start);
        };
        for (double y = first(near.y(), size.height(), origin.y()); y <= near.y() + reach; y += gridStep) {
            for (double x = first(near.x(), size.width(), origin.x()); x <= near.x() + reach; x += gridStep) {
                const QRectF at(QPointF(x, y), size);
                const double dx = std::abs(at.center().x() - near.x()), dy = std::abs(at.center().y() - near.y());
                const double growth = canvas ? 0
                                             : std::max(0.0, at.right() - inner.right())
                        + std::max(0.0, at.bottom() - inner.bottom());
                const double cost = std::hypot(dx, dy) + (std::min(dx, dy) >= gridStep ? outOfLine : 0)
                    + (growth > 0 ? 1000 + growth : 0);
                if ((best.isNull() || cost < least)
                    && std::none_of(taken.cbegin(), taken.cend(), [&at](const QRectF& other) { return other.intersects(at); })) {
                    best = at;
                    least = cost;
                }
            }
        }
        if (!best.isNull())
            return best;
    }
}

}  // namespace redoubt

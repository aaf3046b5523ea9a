// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixplacing.h"

#include <cmath>

namespace redoubt {

namespace {

constexpr double distance = 2 * gridStep;  ///< that `place` keeps too
constexpr double roomy = 5 * gridStep;
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

/// Positions are tried on the grid of the container.
struct Search {
    bool canvas = false;
    QRectF inner;  ///< of the container, without its insets
    QSizeF size;
    QPointF near;
    QList<QRectF> taken;

    [[nodiscard]] double cost(const QRectF& at) const
    {
        const double dx = std::abs(at.center().x() - near.x()), dy = std::abs(at.center().y() - near.y());
        const double growth = grows(at);
        return std::hypot(dx, dy) + (std::min(dx, dy) >= gridStep ? outOfLine : 0) + (growth > 0 ? 1000 + growth : 0);
    }
    [[nodiscard]] double grows(const QRectF& at) const
    {
        return canvas ? 0
                      : std::max(0.0, at.right() - inner.right()) + std::max(0.0, at.bottom() - inner.bottom());
    }
    /// The best free rectangle not farther than `reach` from the wanted centre, `gap` away from others; null: none.
    [[nodiscard]] QRectF within(double reach, double gap, bool mayGrow) const
    {
        const QPointF origin = canvas ? QPointF() : inner.topLeft();
        const auto first = [&](double centre, double extent, double start) {
            const double low = std::floor((centre - reach - extent / 2 - start) / gridStep) * gridStep + start;
            return canvas ? low : std::max(low, start);
        };
        QRectF best;
        double least = 0;
        for (double y = first(near.y(), size.height(), origin.y()); y <= near.y() + reach; y += gridStep) {
            for (double x = first(near.x(), size.width(), origin.x()); x <= near.x() + reach; x += gridStep) {
                const QRectF at(QPointF(x, y), size);
                if ((!mayGrow && grows(at) > 0) || (!best.isNull() && cost(at) >= least))
                    continue;
                const QRectF room = at.adjusted(-gap, -gap, gap, gap);
                if (std::any_of(taken.cbegin(), taken.cend(), [&room](const QRectF& other) { return other.intersects(room); }))
                    continue;
                best = at;
                least = cost(at);
            }
        }
        return best;
    }
};

}  // namespace

QRectF freePlace(const Design& design, const Catalog& catalog, const Placement& placement, const ElementId& container,
                 const QSizeF& size, QPointF wanted, const ElementId& except)
{
    Search search;
    search.canvas = !design.element(container);
    search.size = size;
    const Insets insets = insetsOf(design, catalog, container);
    search.inner = placement.value(container.value).adjusted(insets.left, insets.top, -insets.right, -insets.bottom);
    const QRectF& inner = search.inner;
    search.near = search.canvas || inner.isEmpty()
        ? wanted
        : QPointF(std::clamp(wanted.x(), inner.left(), inner.right()), std::clamp(wanted.y(), inner.top(), inner.bottom()));
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (it.key() != except && hasPlace(design, catalog, it.key())
            && drawnIn(design, catalog, it.key()) == (search.canvas ? ElementId() : container))
            search.taken << placement.value(it.key().value);
    // Where there is room the captions and labels of neighbours get some.
    if (const QRectF airy = search.within(480, roomy, false); !airy.isNull())
        return airy;
    for (double reach = 480;; reach *= 2)
        if (const QRectF found = search.within(reach, distance, true); !found.isNull())
            return found;
}

}  // namespace redoubt

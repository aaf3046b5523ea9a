// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/arrangement.h"

#include <algorithm>
#include <cmath>

namespace redoubt::layout {

namespace {

constexpr double distance = 2 * gridStep;  ///< between what is pinned and what had to make way

void shift(const Plan& plan, std::vector<QRectF>& places, int part, QPointF by)
{
    places[size_t(part)].translate(by);
    for (const int child : plan.parts[size_t(part)].children)
        shift(plan, places, child, by);
}

bool touches(const QRectF& a, const QRectF& b)
{
    return a.adjusted(-distance, -distance, distance, distance).intersects(b);
}

/// The nearest place for `rect` that is clear of `taken` and not left of or above `corner`.
QRectF freePlace(const QRectF& rect, const QList<QRectF>& taken, QPointF corner)
{
    std::vector<double> xs{rect.left()}, ys{rect.top()};
    for (const QRectF& other : taken) {
        xs.push_back(std::ceil((other.right() + distance) / gridStep) * gridStep);
        xs.push_back(std::floor((other.left() - distance - rect.width()) / gridStep) * gridStep);
        ys.push_back(std::ceil((other.bottom() + distance) / gridStep) * gridStep);
        ys.push_back(std::floor((other.top() - distance - rect.height()) / gridStep) * gridStep);
    }
    QRectF best;
    double least = 1e18;
    for (const double x : xs)
        for (const double y : ys) {
            const QRectF here({std::max(x, corner.x()), std::max(y, corner.y())}, rect.size());
            const QPointF way = here.topLeft() - rect.topLeft();
            const double length = std::abs(way.x()) + std::abs(way.y());
            if (length < least && std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return touches(here, other); })) {
                least = length;
                best = here;
            }
        }
    return best;  // right of or below everything is always free
}

/// Within one holder (or the canvas), after all in it are settled.
void settle(const Plan& plan, std::vector<QRectF>& places, int holder)
{
    const Part& own = plan.parts[size_t(holder)];
    const auto isPinned = [&](int child) { return plan.parts[size_t(child)].pinned; };
    const auto first = std::find_if(own.children.begin(), own.children.end(), isPinned);
    const QPointF way = plan.parts[size_t(*first)].now.topLeft() - places[size_t(*first)].topLeft();
    QPointF corner(-1e9, -1e9);
    if (holder > 0) {
        places[size_t(holder)].moveTopLeft(own.now.topLeft());
        corner = own.now.topLeft() + QPointF(own.insets.left, own.insets.top);
    }
    QList<QRectF> taken;
    for (const int child : own.children)
        if (isPinned(child)) {
            const Part& pinned = plan.parts[size_t(child)];
            if (pinned.children.empty())
                shift(plan, places, child, pinned.now.topLeft() - places[size_t(child)].topLeft());
            taken << places[size_t(child)];
        }
    std::vector<int> free;
    for (const int child : own.children)
        if (!isPinned(child))
            free.push_back(child);
    std::stable_sort(free.begin(), free.end(), [&](int a, int b) {
        const QRectF &x = places[size_t(a)], &y = places[size_t(b)];
        return std::pair(x.top(), x.left()) < std::pair(y.top(), y.left());
    });
    for (const int child : free) {
        const QRectF wanted = places[size_t(child)].translated(way);
        shift(plan, places, child, freePlace(wanted, taken, corner).topLeft() - places[size_t(child)].topLeft());
        taken << places[size_t(child)];
    }
    if (holder == 0)
        return;
    QRectF contents;
    for (const QRectF& rect : std::as_const(taken))
        contents |= rect;
    QRectF& around = places[size_t(holder)];
    around.setRight(std::max(around.left() + own.size.width(), contents.right() + own.insets.right));
    around.setBottom(std::max(around.top() + own.size.height(), contents.bottom() + own.insets.bottom));
}

}  // namespace

void keepPinned(const Plan& plan, std::vector<QRectF>& places)
{
    for (size_t i = plan.parts.size(); i-- > 0;) {
        const std::vector<int>& children = plan.parts[i].children;
        // What is pinned as a whole holds nothing that has to be settled; its contents go with it.
        if (std::any_of(children.begin(), children.end(), [&](int child) { return plan.parts[size_t(child)].pinned; }))
            settle(plan, places, int(i));
        else if (i > 0 && plan.parts[i].pinned)
            shift(plan, places, int(i), plan.parts[i].now.topLeft() - places[i].topLeft());
    }
}

}  // namespace redoubt::layout

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/snapping.h"

#include "model/geometry/placement.h"

namespace redoubt {

namespace {

constexpr double same = 0.25;  ///< units; closer than this lines are one
constexpr double overhang = 12;  ///< how far a guide reaches past what it joins

/// A rectangle seen along one axis: its extent there, and across.
struct Span {
    double low, high, acrossLow, acrossHigh;
    [[nodiscard]] double middle() const { return (low + high) / 2; }
};

Span span(const QRectF& rect, bool vertical)
{
    return vertical ? Span{rect.top(), rect.bottom(), rect.left(), rect.right()}
                    : Span{rect.left(), rect.right(), rect.top(), rect.bottom()};
}

/// The shift along one axis that makes lines of the moving rectangle meet lines of the others; nothing when none is in
/// reach. Edges meet edges, middles meet middles.
std::optional<double> bestShift(const QList<double>& edges, std::optional<double> middle, const QList<Span>& others,
                                double reach)
{
    std::optional<double> best;
    const auto offer = [&](double shift) {
        if (std::abs(shift) <= reach && (!best || std::abs(shift) < std::abs(*best)))
            best = shift;
    };
    for (const Span& other : others) {
        for (double edge : edges) {
            offer(other.low - edge);
            offer(other.high - edge);
        }
        if (middle)
            offer(other.middle() - *middle);
    }
    return best;
}

/// The lines at which the rectangle, already shifted, meets others.
void addGuides(const Span& moved, bool withMiddle, const QList<Span>& others, bool vertical, QList<QLineF>& guides)
{
    QList<double> lines{moved.low, moved.high};
    if (withMiddle)
        lines << moved.middle();
    for (double line : std::as_const(lines)) {
        double low = moved.acrossLow;
        double high = moved.acrossHigh;
        bool met = false;
        for (const Span& other : others) {
            const bool isMiddle = withMiddle && std::abs(line - moved.middle()) < same;
            const bool meets = isMiddle ? std::abs(other.middle() - line) < same
                                        : std::abs(other.low - line) < same || std::abs(other.high - line) < same;
            if (!meets)
                continue;
            met = true;
            low = std::min(low, other.acrossLow);
            high = std::max(high, other.acrossHigh);
        }
        if (met)
            guides << (vertical ? QLineF(low - overhang, line, high + overhang, line)
                                : QLineF(line, low - overhang, line, high + overhang));
    }
}

QList<Span> spans(const QList<QRectF>& rects, bool vertical)
{
    QList<Span> result;
    result.reserve(rects.size());
    for (const QRectF& rect : rects)
        result << span(rect, vertical);
    return result;
}

double toGrid(double value)
{
    return std::round(value / gridStep) * gridStep - value;
}

}  // namespace

Snap snapMoving(const QRectF& moving, const QList<QRectF>& others, double reach)
{
    Snap snap;
    const Span across = span(moving, false);
    const Span down = span(moving, true);
    const QList<Span> xs = spans(others, false);
    const QList<Span> ys = spans(others, true);
    const auto dx = bestShift({across.low, across.high}, across.middle(), xs, reach);
    const auto dy = bestShift({down.low, down.high}, down.middle(), ys, reach);
    snap.offset = {dx.value_or(toGrid(across.low)), dy.value_or(toGrid(down.low))};
    const QRectF moved = moving.translated(snap.offset);
    if (dx)
        addGuides(span(moved, false), true, xs, false, snap.guides);
    if (dy)
        addGuides(span(moved, true), true, ys, true, snap.guides);
    return snap;
}

Snap snapCorner(QPointF corner, bool x, bool y, const QList<QRectF>& others, double reach)
{
    Snap snap;
    const QList<Span> xs = spans(others, false);
    const QList<Span> ys = spans(others, true);
    const auto dx = x ? bestShift({corner.x()}, {}, xs, reach) : std::nullopt;
    const auto dy = y ? bestShift({corner.y()}, {}, ys, reach) : std::nullopt;
    if (x)
        snap.offset.setX(dx.value_or(toGrid(corner.x())));
    if (y)
        snap.offset.setY(dy.value_or(toGrid(corner.y())));
    const QPointF moved = corner + snap.offset;
    const QRectF point(moved, QSizeF(0, 0));
    if (dx)
        addGuides(span(point, false), false, xs, false, snap.guides);
    if (dy)
        addGuides(span(point, true), false, ys, true, snap.guides);
    return snap;
}

}  // namespace redoubt

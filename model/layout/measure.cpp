// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/arrangement.h"

#include "model/layout/tiers.h"

#include <QLineF>
#include <algorithm>
#include <cmath>

namespace redoubt {

double misfit(Fit fit, QSizeF picture)
{
    if (fit == Fit::Free || picture.isEmpty())
        return 1;
    const double shape = picture.width() / picture.height();
    const auto against = [shape](double page) { return std::max(shape / page, page / shape); };
    return fit == Fit::Slide ? against(16.0 / 9) : std::min(against(std::sqrt(2.0)), against(std::sqrt(0.5)));
}

namespace layout {

namespace {

// What is worse than what: a crossing is worth a detour of 1,500 units or three bends.
constexpr double crossingCost = 10;
constexpr double bendCost = 3;
constexpr double throughCost = 7;
constexpr double lengthCost = 0.7 / 100;
constexpr double longestCost = 25;    ///< for a line as long as the picture is wide
constexpr double disorderCost = 15;
constexpr double extentCost = 0.6 / 100;
constexpr double misfitCost = 60;
constexpr double straight = 24;       ///< so much of two sides must face each other for a straight line
constexpr size_t mostThrough = 400000;  ///< pairs of lines and boxes looked at

/// A line as the eye expects it: straight down or across where the ends face each other, else slanted from end to end.
struct Chord {
    QPointF a, b;
    double left, right, top, bottom;
    int tie;
};

Chord chordOf(const Tie& tie, int index, const std::vector<QRectF>& places)
{
    const QRectF &from = places[size_t(tie.from)], &to = places[size_t(tie.to)];
    QPointF a = from.center(), b = to.center();
    const double left = std::max(from.left(), to.left()), right = std::min(from.right(), to.right());
    const double top = std::max(from.top(), to.top()), bottom = std::min(from.bottom(), to.bottom());
    if (right - left >= straight) {
        a = {(left + right) / 2, std::min(from.bottom(), to.bottom())};
        b = {a.x(), std::max(from.top(), to.top())};
    } else if (bottom - top >= straight) {
        a = {std::min(from.right(), to.right()), (top + bottom) / 2};
        b = {std::max(from.left(), to.left()), a.y()};
    }
    return {a, b, std::min(a.x(), b.x()), std::max(a.x(), b.x()), std::min(a.y(), b.y()), std::max(a.y(), b.y()), index};
}

double side(const QPointF& a, const QPointF& b, const QPointF& p)
{
    return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
}

bool cross(const Chord& p, const Chord& q)
{
    if (q.top >= p.bottom || p.top >= q.bottom || q.left >= p.right || p.left >= q.right) {
        // A straight one has no extent one way; it may still be crossed.
        if (q.top > p.bottom || p.top > q.bottom || q.left > p.right || p.left > q.right)
            return false;
    }
    return side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0;
}

double crossings(const Plan& plan, std::vector<Chord> chords)
{
    std::sort(chords.begin(), chords.end(), [](const Chord& a, const Chord& b) {
        return a.left != b.left ? a.left < b.left : a.tie < b.tie;
    });
    int found = 0;
    for (size_t i = 0; i < chords.size(); ++i)
        for (size_t k = i + 1; k < chords.size() && chords[k].left <= chords[i].right; ++k) {
            const Tie &one = plan.ties[size_t(chords[i].tie)], &other = plan.ties[size_t(chords[k].tie)];
            const bool joined = one.from == other.from || one.to == other.to || one.from == other.to || one.to == other.from;
            found += !joined && cross(chords[i], chords[k]);
        }
    return found;
}

bool hits(const Chord& chord, const QRectF& box)
{
    if (chord.left >= box.right() || chord.right <= box.left() || chord.top >= box.bottom() || chord.bottom <= box.top())
        return false;
    const double s[] = {side(chord.a, chord.b, box.topLeft()), side(chord.a, chord.b, box.topRight()),
                        side(chord.a, chord.b, box.bottomLeft()), side(chord.a, chord.b, box.bottomRight())};
    return *std::min_element(s, s + 4) < 0 && *std::max_element(s, s + 4) > 0;
}

/// How many boxes the chord runs through that hold neither end, counting what stands in them with them.
int through(const Plan& plan, const Chord& chord, const std::vector<QRectF>& places)
{
    const Tie& tie = plan.ties[size_t(chord.tie)];
    int found = 0;
    const auto within = [&](int holder, int except) {
        for (const int child : plan.parts[size_t(holder)].children)
            found += child != except && child != tie.fromHere && child != tie.toHere && hits(chord, places[size_t(child)]);
    };
    within(plan.parts[size_t(tie.fromHere)].parent, 0);
    for (const auto& [end, last] : {std::pair(tie.from, tie.fromHere), std::pair(tie.to, tie.toHere)})
        for (int at = end; at != last; at = plan.parts[size_t(at)].parent)
            within(plan.parts[size_t(at)].parent, at);
    return found;
}

}  // namespace

double disorderOf(const Plan& plan, const std::vector<QRectF>& places)
{
    const int last = tierNamed(u"global-balancers"_qs);
    double cost = 0;
    for (const Tie& tie : plan.ties) {
        const Part &from = plan.parts[size_t(tie.fromHere)], &to = plan.parts[size_t(tie.toHere)];
        const bool read = from.parent == 0 && !from.block && !to.block && from.tier < to.tier && to.tier <= last;
        cost += read && places[size_t(tie.fromHere)].bottom() > places[size_t(tie.toHere)].top() ? disorderCost : 0;
    }
    return cost;
}

double costOf(const Plan& plan, const std::vector<QRectF>& places, Fit fit)
{
    double cost = 0, longest = 0;
    std::vector<Chord> chords;
    const bool all = plan.ties.size() * plan.parts.size() < mostThrough;
    for (size_t i = 0; i < plan.ties.size(); ++i) {
        const Chord chord = chordOf(plan.ties[i], int(i), places);
        const double dx = std::abs(chord.a.x() - chord.b.x()), dy = std::abs(chord.a.y() - chord.b.y());
        cost += lengthCost * (dx + dy);
        longest = std::max(longest, dx + dy);
        const int blocked = all ? through(plan, chord, places) : 0;
        const bool slanted = dx > 0 && dy > 0;
        cost += throughCost * blocked + (slanted ? 1.5 * bendCost : blocked ? 2 * bendCost : 0);
        chords.push_back(chord);
    }
    cost += crossingCost * crossings(plan, std::move(chords));
    QRectF extent;
    for (const int child : plan.parts[0].children)
        extent |= places[size_t(child)];
    cost += disorderOf(plan, places);
    cost += longestCost * longest / std::max(1.0, extent.width());
    return cost + extentCost * (extent.width() + extent.height()) + misfitCost * (misfit(fit, extent.size()) - 1);
}

}  // namespace layout
}  // namespace redoubt

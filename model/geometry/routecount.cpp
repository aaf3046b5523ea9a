// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routetrunks.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

// Measures a finished picture from its corners and rectangles alone. It shares nothing with the router on purpose.
namespace redoubt {

namespace {

constexpr double tolerance = 0.5;
constexpr double lineWidth = 1.5;  ///< parallel runs closer than this are drawn over each other

struct Run {
    int line;
    double x1, y1, x2, y2;  ///< ordered: x1 <= x2, y1 <= y2
    bool across() const { return x2 - x1 > y2 - y1; }
};

std::vector<Run> runsOf(const QList<Route>& routes)
{
    std::vector<Run> out;
    for (int i = 0; i < routes.size(); ++i) {
        const QList<QPointF>& p = routes[i].points;
        for (int k = 0; k + 1 < p.size(); ++k) {
            out.push_back({i, std::min(p[k].x(), p[k + 1].x()), std::min(p[k].y(), p[k + 1].y()),
                           std::max(p[k].x(), p[k + 1].x()), std::max(p[k].y(), p[k + 1].y())});
        }
    }
    return out;
}

bool hits(const Run& run, const QRectF& rect, double grow)
{
    return run.x1 < rect.right() + grow && run.x2 > rect.left() - grow && run.y1 < rect.bottom() + grow
        && run.y2 > rect.top() - grow;
}

bool hits(const QRectF& a, const QRectF& b)
{
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

/// A horizontal and a vertical run through each other, not merely touching.
bool cross(const Run& h, const Run& v)
{
    return h.x1 < v.x1 - tolerance && v.x1 + tolerance < h.x2 && v.y1 < h.y1 - tolerance && h.y1 + tolerance < v.y2;
}

/// Drawn over each other along a length, or one ending on the other.
bool overlap(const Run& a, const Run& b)
{
    const double shareX = std::min(a.x2, b.x2) - std::max(a.x1, b.x1);
    const double shareY = std::min(a.y2, b.y2) - std::max(a.y1, b.y1);
    if (a.across() == b.across())
        return a.across() ? shareX > tolerance && shareY > -lineWidth : shareY > tolerance && shareX > -lineWidth;
    if (shareX < -tolerance || shareY < -tolerance)
        return false;
    return !(a.across() ? cross(a, b) : cross(b, a));
}

bool holds(const QList<RouteBox>& boxes, int outer, int inner)
{
    for (int depth = 0; inner >= 0 && depth < 64; ++depth, inner = boxes[inner].parent) {
        if (inner == outer)
            return true;
    }
    return false;
}

/// Whether the line may run inside the box: it holds an end, and is not the end itself unless the other stands in it.
bool mayEnter(const QList<RouteBox>& boxes, const RouteLine& line, int box)
{
    const bool from = holds(boxes, box, line.from), to = holds(boxes, box, line.to);
    if (box == line.from)
        return to && line.from != line.to;
    if (box == line.to)
        return from;
    return from || to;
}

void countPairs(const std::vector<Run>& runs, const QList<RouteLine>& lines, const QList<Route>& routes, RouteCounts& counts)
{
    std::set<std::pair<int, int>> over;
    for (size_t i = 0; i < runs.size(); ++i) {
        for (size_t k = i + 1; k < runs.size(); ++k) {
            const Run &a = runs[i], &b = runs[k];
            if (a.line == b.line)
                continue;
            if (a.across() != b.across() && (a.across() ? cross(a, b) : cross(b, a)))
                ++counts.crossings;
            if (overlap(a, b) && !shareTrunk(lines[a.line], routes[a.line], lines[b.line], routes[b.line]))
                over.insert({std::min(a.line, b.line), std::max(a.line, b.line)});
        }
    }
    counts.overlaps = int(over.size());
}

bool touchesBorder(const QRectF& label, const QRectF& box)
{
    const QRectF grown = label.adjusted(-1, -1, 1, 1);
    return hits(grown, box) && !box.contains(grown);
}

bool labelHit(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, const QList<Route>& routes,
              const std::vector<Run>& runs, int line)
{
    const QRectF label = routes[line].label;
    for (const Run& run : runs) {
        if (run.line != line && hits(run, label, 1) && !shareTrunk(lines[line], routes[line], lines[run.line], routes[run.line]))
            return true;
    }
    for (int i = 0; i < boxes.size(); ++i) {
        if (!hits(label.adjusted(-2, -2, 2, 2), boxes[i].rect) && !hits(label, boxes[i].title))
            continue;
        const bool bad = mayEnter(boxes, lines[line], i) ? touchesBorder(label, boxes[i].rect) : hits(label, boxes[i].rect);
        if (bad || (!boxes[i].title.isEmpty() && hits(label, boxes[i].title)))
            return true;
    }
    for (int i = 0; i < routes.size(); ++i) {
        if (i != line && !routes[i].label.isEmpty() && hits(label, routes[i].label))
            return true;
    }
    return false;
}

/// `first`..`last`: the runs of the line.
bool entersForeignBox(const QList<RouteBox>& boxes, const RouteLine& line, const Run* first, const Run* last)
{
    for (int i = 0; i < boxes.size(); ++i) {
        const QRectF& rect = boxes[i].rect;
        if (std::any_of(first, last, [&](const Run& run) { return hits(run, rect, -tolerance); })
            && !mayEnter(boxes, line, i))
            return true;
    }
    return false;
}

}  // namespace

RouteCounts count(const QList<RouteBox>& boxes, const QList<RouteLine>& lines, const QList<Route>& routes)
{
    RouteCounts counts;
    const std::vector<Run> runs = runsOf(routes);
    countPairs(runs, lines, routes, counts);
    const Run* first = runs.data();
    for (int i = 0; i < routes.size(); ++i) {
        const Run* last = first + std::max(0, int(routes[i].points.size()) - 1);
        counts.bends += std::max(0, int(routes[i].points.size()) - 2);
        if (entersForeignBox(boxes, lines[i], first, last))
            ++counts.throughBoxes;
        first = last;
        if (!routes[i].label.isEmpty() && labelHit(boxes, lines, routes, runs, i))
            ++counts.labelHits;
        double length = 0;
        for (int k = 0; k + 1 < routes[i].points.size(); ++k)
            length += (routes[i].points[k + 1] - routes[i].points[k]).manhattanLength();
        counts.longest = std::max(counts.longest, length);
    }
    return counts;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routebars.h"

#include "model/geometry/routesearch.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace redoubt {

namespace {

constexpr double reach = 240;        ///< no run moves further than this in one pass
constexpr double borderGap = 14;     ///< kept to borders where there is room
constexpr double roomyGap = 24;      ///< wished for between a line and a border
constexpr double portGap = 36;       ///< between lines at one side of a box, where there is room
constexpr double cornerGap = 12;     ///< from a box's corner to the first line
constexpr double wideChannel = 200;  ///< in wider ones a run stays where it is

/// Points and rectangles seen along the direction of movement: `u` moves, `v` does not.
struct View {
    bool vertical;
    double u(const QPointF& p) const { return vertical ? p.x() : p.y(); }
    double v(const QPointF& p) const { return vertical ? p.y() : p.x(); }
    double uLow(const QRectF& r) const { return vertical ? r.left() : r.top(); }
    double uHigh(const QRectF& r) const { return vertical ? r.right() : r.bottom(); }
    double vLow(const QRectF& r) const { return vertical ? r.top() : r.left(); }
    double vHigh(const QRectF& r) const { return vertical ? r.bottom() : r.right(); }
};

bool runsAlong(const View& view, const QPointF& a, const QPointF& b)
{
    return std::abs(view.u(a) - view.u(b)) < std::abs(view.v(a) - view.v(b));
}

/// The run that the label stands on, or -1.
int runOfLabel(const Polyline& path, const QRectF& label)
{
    const QPointF c = label.center();
    for (size_t k = 0; !label.isEmpty() && k + 1 < path.size(); ++k) {
        const QPointF a = path[k], b = path[k + 1];
        const bool inX = c.x() >= std::min(a.x(), b.x()) - 0.6 && c.x() <= std::max(a.x(), b.x()) + 0.6;
        const bool inY = c.y() >= std::min(a.y(), b.y()) - 0.6 && c.y() <= std::max(a.y(), b.y()) + 0.6;
        if (inX && inY)
            return int(k);
    }
    return -1;
}

/// Keeps the bar on its side of the rectangle, with a margin where it has one.
void limitBy(Bar& bar, double low, double high, double margin)
{
    if (bar.pos <= low) {
        bar.high = std::min(bar.high, std::max(bar.pos, low - margin));
        bar.roomyHigh = std::min(bar.roomyHigh, low - roomyGap);
    } else if (bar.pos >= high) {
        bar.low = std::max(bar.low, std::min(bar.pos, high + margin));
        bar.roomyLow = std::max(bar.roomyLow, high + roomyGap);
    }
}

void limitInside(Bar& bar, double low, double high, double margin)
{
    if (bar.pos > low && bar.pos < high) {
        bar.low = std::max(bar.low, std::min(bar.pos, low + margin));
        bar.high = std::min(bar.high, std::max(bar.pos, high - margin));
        bar.roomyLow = std::max(bar.roomyLow, low + roomyGap);
        bar.roomyHigh = std::min(bar.roomyHigh, high - roomyGap);
    }
}

void limitByBoxes(const RoutePlan& plan, const View& view, Bar& bar)
{
    const RouteLine& line = plan.lines[bar.line];
    const bool first = bar.run == 0, last = bar.run + 2 == int(plan.paths[size_t(bar.line)].size());
    for (int i = 0; i < plan.boxes.size(); ++i) {
        const QRectF& r = plan.boxes[i].rect;
        const double low = view.uLow(r), high = view.uHigh(r);
        if ((first && i == line.from) || (last && i == line.to)) {
            const double inset = std::min(cornerGap, (high - low) / 4);
            bar.low = std::max(bar.low, std::min(bar.pos, low + inset));
            bar.high = std::min(bar.high, std::max(bar.pos, high - inset));
            continue;
        }
        if (bar.from - 8 < view.vHigh(r) && bar.to + 8 > view.vLow(r)) {
            double margin = borderGap;
            if (bar.half > 0 && bar.wordsFrom < view.vHigh(r) && bar.wordsTo > view.vLow(r))
                margin = std::max(margin, bar.half + 5);
            limitBy(bar, low, high, margin);
            if (bar.from < view.vHigh(r) && bar.to > view.vLow(r))
                limitInside(bar, low, high, margin);
        }
        const QRectF& t = plan.boxes[i].title;
        if (!t.isEmpty() && bar.from < view.vHigh(t) && bar.to > view.vLow(t))
            limitBy(bar, view.uLow(t), view.uHigh(t), 8);
    }
}

/// The middle of its channel for a run that goes on at both ends in opposite directions; near the inside of a U.
void wishBetween(const RoutePlan& plan, const View& view, Bar& bar)
{
    const Polyline& path = plan.paths[size_t(bar.line)];
    const double before = view.u(path[size_t(bar.run - 1)]) - bar.pos;
    const double after = view.u(path[size_t(bar.run + 2)]) - bar.pos;
    const double width = bar.high - bar.low;
    if (before * after < 0) {
        if (width < wideChannel)
            bar.wish = (bar.low + bar.high) / 2;
        return;
    }
    if (before > 0 && bar.high < bar.pos + 60)
        bar.wish = std::max(bar.low, bar.high - 8);
    else if (before < 0 && bar.low > bar.pos - 60)
        bar.wish = std::min(bar.high, bar.low + 8);
}

/// Spreads the lines at one side of a box around its middle, in the order they have.
void wishPorts(const RoutePlan& plan, const View& view, std::vector<Bar>& bars)
{
    std::map<std::pair<int, bool>, std::vector<int>> sides;  // box and whether its higher side
    std::vector<double> weights(bars.size(), 0);
    for (size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        if (bar.label)
            continue;
        const Polyline& path = plan.paths[size_t(bar.line)];
        const RouteLine& line = plan.lines[bar.line];
        const auto add = [&](int box, const QPointF& end) {
            const QRectF& r = plan.boxes[box].rect;
            sides[{box, view.v(end) > (view.vLow(r) + view.vHigh(r)) / 2}].push_back(int(i));
        };
        if (bar.run == 0)
            add(line.from, path.front());
        if (bar.run + 2 == int(path.size()))
            add(line.to, path.back());
    }
    for (auto& [side, members] : sides) {
        std::stable_sort(members.begin(), members.end(), [&](int a, int b) { return bars[size_t(a)].pos < bars[size_t(b)].pos; });
        const QRectF& r = plan.boxes[side.first].rect;
        const double length = std::max(1.0, view.uHigh(r) - view.uLow(r));
        const double gap = std::min(portGap, length / double(members.size() + 1));
        const double middle = (view.uLow(r) + view.uHigh(r)) / 2;
        for (size_t k = 0; k < members.size(); ++k) {
            Bar& bar = bars[size_t(members[k])];
            const double wish = middle + (double(k) - double(members.size() - 1) / 2) * gap;
            // A straight drop goes by its smaller end: there it is seen when it is off the middle.
            const double weight = 1 / (length * length * length * length), had = weights[size_t(members[k])];
            bar.wish = (bar.wish * had + wish * weight) / (had + weight);
            weights[size_t(members[k])] = had + weight;
        }
    }
}

void addLabelBar(const RoutePlan& plan, const View& view, int line, int run, bool movable, std::vector<Bar>& bars)
{
    const QRectF& label = plan.labels[size_t(line)];
    const Polyline& path = plan.paths[size_t(line)];
    const double a = view.u(path[size_t(run)]), b = view.u(path[size_t(run + 1)]);
    Bar bar;
    bar.line = line;
    bar.run = run;
    bar.label = true;
    bar.pos = bar.wish = bar.low = bar.high = view.u(label.center());
    bar.from = view.vLow(label);
    bar.to = view.vHigh(label);
    bar.half = (view.uHigh(label) - view.uLow(label)) / 2;
    if (movable) {
        bar.low = std::min(bar.pos, std::min(a, b) + bar.half + 6);
        bar.high = std::max(bar.pos, std::max(a, b) - bar.half - 6);
    }
    bars.push_back(bar);
}

}  // namespace

std::vector<Bar> collectBars(const RoutePlan& plan, const std::vector<char>& movable, bool vertical)
{
    const View view{vertical};
    std::vector<Bar> bars;
    for (int line = 0; line < int(plan.paths.size()); ++line) {
        const Polyline& path = plan.paths[size_t(line)];
        const QRectF& label = plan.labels[size_t(line)];
        const int labelRun = runOfLabel(path, label);
        for (int run = 0; run + 1 < int(path.size()); ++run) {
            const QPointF a = path[size_t(run)], b = path[size_t(run + 1)];
            if (!runsAlong(view, a, b)) {
                if (run == labelRun)
                    addLabelBar(plan, view, line, run, movable[size_t(line)], bars);
                continue;
            }
            Bar bar;
            bar.line = line;
            bar.run = run;
            bar.pos = bar.wish = bar.low = bar.high = view.u(a);
            bar.from = std::min(view.v(a), view.v(b));
            bar.to = std::max(view.v(a), view.v(b));
            if (run == labelRun) {
                bar.half = (view.uHigh(label) - view.uLow(label)) / 2;
                bar.wordsFrom = view.vLow(label);
                bar.wordsTo = view.vHigh(label);
            }
            if (movable[size_t(line)]) {
                bar.low -= reach;
                bar.high += reach;
                limitByBoxes(plan, view, bar);
                if (run > 0 && run + 2 < int(path.size()))
                    wishBetween(plan, view, bar);
            }
            bars.push_back(bar);
        }
    }
    wishPorts(plan, view, bars);
    for (Bar& bar : bars) {
        if (bar.roomyLow <= bar.roomyHigh)
            bar.wish = std::clamp(bar.wish, bar.roomyLow, bar.roomyHigh);
        else if (bar.roomyLow < 1e8 && bar.roomyHigh > -1e8)
            bar.wish = (bar.roomyLow + bar.roomyHigh) / 2;  // a narrow channel: its middle
    }
    return bars;
}

void applyBars(RoutePlan& plan, const std::vector<Bar>& bars, bool vertical)
{
    const View view{vertical};
    for (const Bar& bar : bars) {
        QRectF& label = plan.labels[size_t(bar.line)];
        if (bar.label || bar.half > 0) {
            const double shift = bar.pos - view.u(label.center());
            if (std::abs(shift) > 1e-6)
                label.translate(vertical ? shift : 0, vertical ? 0 : shift);
        }
        if (bar.label)
            continue;
        for (const int k : {bar.run, bar.run + 1}) {
            QPointF& point = plan.paths[size_t(bar.line)][size_t(k)];
            (vertical ? point.rx() : point.ry()) = bar.pos;
        }
    }
    for (Polyline& path : plan.paths)
        path = simplified(path);
}

}  // namespace redoubt

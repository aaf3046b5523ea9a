// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routelanes.h"

#include "model/geometry/routebars.h"

#include <algorithm>
#include <cmath>

// Bars are the runs of one direction, each free to move sideways between what limits it. Two bars beside each other keep
// their order, so nothing crosses that did not cross before; within that each goes as near to its wish as it can.
namespace redoubt {

namespace {

constexpr double wantedGap = 24;      ///< between neighbouring lines where there is room
constexpr double touchMargin = 5;     ///< runs that end this close above each other keep their order too
constexpr double reach = 240;         ///< no run moves further than this in one pass

struct Pair {
    int low, high;  ///< indices of bars, in order of position
    double gap;     ///< wanted now
    double had;     ///< distance on the grid: always possible
};

/// Two runs of one line beside each other, not one after the other: they may never become one.
bool isU(const Bar& a, const Bar& b)
{
    return std::min(a.to, b.to) - std::max(a.from, b.from) > 1;
}

/// How far apart the two want to be, by their words where these stand beside the other.
double wanted(const Bar& a, const Bar& b)
{
    if (a.label || b.label)
        return (a.label ? a.half : 0) + (b.label ? b.half : 0) + 7;
    if (a.line == b.line)
        return isU(a, b) ? wantedGap : 0;
    const bool wordsOfA = a.half > 0 && a.wordsFrom < b.to && a.wordsTo > b.from;
    const bool wordsOfB = b.half > 0 && b.wordsFrom < a.to && b.wordsTo > a.from;
    double gap = wantedGap;
    if (wordsOfA)
        gap = std::max(gap, a.half + 8);
    if (wordsOfB)
        gap = std::max(gap, b.half + 8);
    if (wordsOfA && wordsOfB && a.wordsFrom < b.wordsTo && b.wordsFrom < a.wordsTo)
        gap = std::max(gap, a.half + b.half + 8);
    return gap;
}

std::vector<Pair> pairsOf(const std::vector<Bar>& bars, const std::vector<int>& order)
{
    std::vector<Pair> out;
    for (size_t i = 0; i < order.size(); ++i) {
        const Bar& a = bars[size_t(order[i])];
        for (size_t k = i + 1; k < order.size(); ++k) {
            const Bar& b = bars[size_t(order[k])];
            const double had = b.pos - a.pos;
            if (had > 2 * reach + 60)
                break;
            const bool fixed = a.low == a.high && b.low == b.high;
            const bool ownWords = a.line == b.line && (a.label || b.label) && had < 0.5;
            if (fixed || ownWords || a.from - touchMargin >= b.to + touchMargin || b.from - touchMargin >= a.to + touchMargin)
                continue;
            out.push_back({order[i], order[k], std::max(wanted(a, b), std::min(had, 6.0)), had});
        }
    }
    return out;
}

/// Outermost positions that all gaps allow. Returns whether there are any for each bar.
bool window(const std::vector<Bar>& bars, const std::vector<Pair>& pairs, std::vector<double>& low, std::vector<double>& high)
{
    for (size_t i = 0; i < bars.size(); ++i) {
        low[i] = bars[i].low;
        high[i] = bars[i].high;
    }
    for (const Pair& p : pairs)  // in order of the low bar's position
        low[size_t(p.high)] = std::max(low[size_t(p.high)], low[size_t(p.low)] + p.gap);
    for (auto p = pairs.rbegin(); p != pairs.rend(); ++p)
        high[size_t(p->low)] = std::min(high[size_t(p->low)], high[size_t(p->high)] - p->gap);
    for (size_t i = 0; i < bars.size(); ++i) {
        if (low[i] > high[i] + 1e-6)
            return false;
    }
    return true;
}

/// Gives way on gaps, where they do not fit, down to what the grid had.
void settleGaps(const std::vector<Bar>& bars, std::vector<Pair>& pairs, std::vector<double>& low, std::vector<double>& high)
{
    for (int round = 0; round < 16; ++round) {
        if (window(bars, pairs, low, high))
            return;
        for (Pair& p : pairs) {
            const bool tight = low[size_t(p.low)] > high[size_t(p.low)] + 1e-6 || low[size_t(p.high)] > high[size_t(p.high)] + 1e-6;
            if (tight && p.gap > p.had)
                p.gap = round < 14 ? p.had + (p.gap - p.had) * 0.75 : p.had;
        }
    }
    for (Pair& p : pairs)
        p.gap = std::min(p.gap, p.had);
    window(bars, pairs, low, high);
}

/// The pairs that each bar is in, by index of the bar.
using PairsOfBar = std::vector<std::vector<const Pair*>>;

PairsOfBar byBar(const std::vector<Bar>& bars, const std::vector<Pair>& pairs)
{
    PairsOfBar of(bars.size());
    for (const Pair& p : pairs) {
        of[size_t(p.low)].push_back(&p);
        of[size_t(p.high)].push_back(&p);
    }
    return of;
}

void relax(std::vector<Bar>& bars, const std::vector<int>& order, const PairsOfBar& of,
           const std::vector<double>& low, const std::vector<double>& high)
{
    for (size_t i = 0; i < bars.size(); ++i)
        bars[i].pos = low[i] > high[i] ? bars[i].pos : std::clamp((low[i] + high[i]) / 2, low[i], high[i]);
    const auto settle = [&](int index) {
        Bar& bar = bars[size_t(index)];
        double least = bar.low, most = bar.high;
        for (const Pair* p : of[size_t(index)]) {
            if (p->high == index)
                least = std::max(least, bars[size_t(p->low)].pos + p->gap);
            else
                most = std::min(most, bars[size_t(p->high)].pos - p->gap);
        }
        if (least <= most)
            bar.pos = std::clamp(bar.wish, least, most);
    };
    for (int round = 0; round < 12; ++round) {
        for (const int index : order)
            settle(index);
        for (auto it = order.rbegin(); it != order.rend(); ++it)
            settle(*it);
    }
}

/// Makes one straight run of two of the same line that almost are.
void straighten(std::vector<Bar>& bars, const std::vector<Pair>& pairs, const PairsOfBar& of)
{
    for (const Pair& own : pairs) {
        Bar &a = bars[size_t(own.low)], &b = bars[size_t(own.high)];
        if (a.line != b.line || a.label || b.label || b.pos - a.pos > 14 || std::abs(a.run - b.run) != 2
            || isU(a, b))
            continue;
        double least = std::max(a.low, b.low), most = std::min(a.high, b.high);
        for (const int index : {own.low, own.high}) {
            for (const Pair* p : of[size_t(index)]) {
                if (p == &own)
                    continue;
                if (p->high == index)
                    least = std::max(least, bars[size_t(p->low)].pos + std::min(p->gap, 12.0));
                else
                    most = std::min(most, bars[size_t(p->high)].pos - std::min(p->gap, 12.0));
            }
        }
        if (least <= most)
            a.pos = b.pos = std::clamp((a.pos + b.pos) / 2, least, most);
    }
}

void pass(RoutePlan& plan, const std::vector<char>& movable, bool vertical)
{
    std::vector<Bar> bars = collectBars(plan, movable, vertical);
    std::vector<int> order(bars.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = int(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return bars[size_t(a)].pos < bars[size_t(b)].pos; });
    std::vector<Pair> pairs = pairsOf(bars, order);
    std::vector<double> low(bars.size()), high(bars.size());
    settleGaps(bars, pairs, low, high);
    const PairsOfBar of = byBar(bars, pairs);
    relax(bars, order, of, low, high);
    straighten(bars, pairs, of);
    applyBars(plan, bars, vertical);
}

}  // namespace

void spreadLanes(RoutePlan& plan, const std::vector<char>& movable)
{
    for (int round = 0; round < 2; ++round) {
        pass(plan, movable, true);
        pass(plan, movable, false);
    }
}

}  // namespace redoubt

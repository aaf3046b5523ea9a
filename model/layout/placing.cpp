// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/placer.h"

#include <algorithm>
#include <cmath>

namespace redoubt::layout {

namespace {

constexpr double besideInLayer = 12;
constexpr double besideInSite = 48;
constexpr double besideOnCanvas = 60;
constexpr double aroundWords = 48;  ///< on a line between two things: the line before and behind the words, the arrow
constexpr double lane = gridStep;   ///< between lines side by side
constexpr int mostLanes = 6;        ///< that a gap between rows grows for
constexpr int sweeps = 6;
constexpr double elsewhere = 0.4;   ///< weight of a wish to be near something that is not above or below

double rounded(double x) { return std::round(x / gridStep) * gridStep; }

}  // namespace

Placer::Placer(const Plan& plan, const Arrangement& arrangement)
    : m_plan(plan), m_arrangement(arrangement), m_here(plan.parts.size()), m_standing(plan.parts.size(), 0)
{
}

std::vector<QRectF> Placer::run()
{
    // Twice: what is tied to things elsewhere knows only then where those are.
    for (int round = 0; round < 2; ++round) {
        for (size_t i = m_plan.parts.size(); --i > 0;)
            if (!isColumnSite(int(i)))
                inside(int(i));
        canvas();
        resolve();
    }
    return std::move(m_places);
}

double Placer::beside(int holder, int a, int b) const
{
    double gap = holder == 0 ? roomy(besideOnCanvas) : part(holder).shape == Shape::Layer ? besideInLayer : roomy(besideInSite);
    for (const Tied& tied : m_plan.tied[size_t(a)])
        if (tied.sibling == b)
            gap = std::max(gap, upToStep(tied.words.width() + aroundWords));
    return gap;
}

/// Adds what the rows of one holder need to what others need.
void Placer::measure(int holder, const std::vector<Row>& rows, Heights& heights) const
{
    QHash<int, int> rowOf;
    std::vector<double> words(rows.size() + 1, 0), lines(rows.size() + 1, 0);
    for (size_t r = 0; r < rows.size(); ++r)
        for (const int item : rows[r].items)
            rowOf.insert(item, int(r));
    for (size_t r = 0; r < rows.size(); ++r)
        for (const int item : rows[r].items) {
            const double leaving = double(m_plan.leaving[size_t(item)].size()) / 2;
            lines[r] += leaving;
            lines[r + 1] += leaving;
            for (const Tied& tied : m_plan.tied[size_t(item)]) {
                const int other = rowOf.value(tied.sibling, -1);
                for (size_t below = r; other > int(below); ++below) {
                    words[below + 1] = std::max(words[below + 1], tied.words.height());
                    lines[below + 1] += 1;
                }
            }
        }
    const bool layer = holder > 0 && part(holder).shape == Shape::Layer;
    for (size_t r = 0; r < rows.size(); ++r) {
        Measures& out = heights[rows[r].key];
        for (const int item : rows[r].items)
            out.height = std::max(out.height, here(item).height());
        const double least = words[r + 1] > 0 ? words[r + 1] + 48 : layer ? 12 : lines[r + 1] > 0 ? 48 : 24;
        out.gap = std::max(out.gap, roomy(least + lane * lanesFor(lines[r + 1] - 2.5, mostLanes)));
    }
}

void Placer::inside(int i)
{
    if (part(i).children.empty()) {
        here(i).setSize(part(i).size);
        return;
    }
    const std::vector<Row> rows = rowsOf(m_plan, m_arrangement, i);
    Heights heights;
    measure(i, rows, heights);
    fill(i, rows, heights);
}

/// Gives the children of a holder their places in it and the holder its size.
void Placer::fill(int i, const std::vector<Row>& rows, const Heights& heights)
{
    const Part& own = part(i);
    double width = std::max(0.0, own.size.width() - own.insets.left - own.insets.right);
    double y = own.insets.top, bottom = y;
    std::map<int, double> tops;
    for (const auto& [key, measures] : heights) {
        if (key < rows.front().key)
            continue;
        tops[key] = y;
        y += measures.height + measures.gap;
    }
    for (const Row& row : rows) {
        double packed = 0;
        for (size_t k = 0; k < row.items.size(); ++k)
            packed += here(row.items[k]).width() + (k ? beside(i, row.items[k - 1], row.items[k]) : 0);
        width = std::max(width, packed);
        const double height = heights.at(row.key).height;
        for (const int item : row.items)
            here(item).moveTop(tops[row.key] + std::floor((height - here(item).height()) / 2 / gridStep) * gridStep);
        bottom = tops[row.key] + height;
    }
    align(i, rows, own.insets.left, width);
    here(i).setSize({width + own.insets.left + own.insets.right, bottom + own.insets.bottom});
}

/// Where the end of a tie is, as seen from within the holder of both.
QPointF Placer::centreOf(const Tied& tied) const
{
    const QRectF& around = here(tied.sibling);
    if (tied.end == tied.sibling || m_places.empty())
        return around.center();
    return around.topLeft() + m_places[size_t(tied.end)].center() - m_places[size_t(tied.sibling)].topLeft();
}

Wish Placer::wishOf(int holder, int child, double left, double width) const
{
    double sum = 0, weight = 0;
    for (const Tied& tied : m_plan.tied[size_t(child)]) {
        if (holder == 0 && !m_standing[size_t(tied.sibling)])
            continue;
        if (here(tied.sibling).top() < here(child).bottom() && here(child).top() < here(tied.sibling).bottom())
            continue;  // beside it: no reason to stand under it
        sum += centreOf(tied).x();
        weight += 1;
    }
    if (!m_places.empty() && holder > 0) {
        const double origin = m_places[size_t(holder)].left();
        for (const int end : m_plan.leaving[size_t(child)]) {
            const double x = m_places[size_t(end)].center().x() - origin;
            const double near = std::clamp(x, left, left + width);
            const double w = x == near ? 1.0 : elsewhere;
            sum += near * w;
            weight += w;
        }
    }
    const QRectF& now = here(child);
    return {now.width(), weight > 0 ? sum / weight : now.center().x(), weight > 0 ? weight : 0.05, 0};
}

/// Moves the items of rows sideways, in their order, until lines to other rows run as straight as they can.
void Placer::align(int holder, const std::vector<Row>& rows, double left, double width)
{
    const auto arrange = [&](const Row& row, bool first) {
        std::vector<Wish> wishes;
        double packed = 0;
        for (size_t k = 0; k < row.items.size(); ++k) {
            Wish wish = first ? Wish{here(row.items[k]).width(), left + width / 2, 1, 0} : wishOf(holder, row.items[k], left, width);
            wish.gap = k ? beside(holder, row.items[k - 1], row.items[k]) : 0;
            packed += wish.size + wish.gap;
            wishes.push_back(wish);
        }
        if (first)  // around the middle
            for (double x = left + (width - packed) / 2; Wish& wish : wishes) {
                x += wish.gap;
                wish.centre = x + wish.size / 2;
                x += wish.size;
            }
        const std::vector<double> starts = holder == 0 ? spread(wishes) : spread(wishes, left, left + width);
        for (size_t k = 0; k < row.items.size(); ++k)
            here(row.items[k]).moveLeft(left + rounded(starts[k] - left));
    };
    if (holder > 0)
        for (const Row& row : rows)
            arrange(row, true);
    for (int sweep = 0; sweep < sweeps; ++sweep)
        for (size_t r = 0; r < rows.size(); ++r)
            arrange(rows[sweep % 2 ? r : rows.size() - 1 - r], false);
}

}  // namespace redoubt::layout

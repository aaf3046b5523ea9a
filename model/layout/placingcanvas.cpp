// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/placer.h"

#include <algorithm>
#include <cmath>

namespace redoubt::layout {

namespace {

constexpr double heading = 60;       ///< of a site, above its border
constexpr double leastGap = 96;      ///< between columns
constexpr double besideWords = 60;   ///< of a line between columns: what is seen of the line before and behind them
constexpr double gapLane = 8;        ///< a gap grows by this for each line through it
constexpr int mostLanes = 12;
constexpr double betweenBands = 96;
constexpr double apart = 36;         ///< between what stands in a gap, one below the other
constexpr double aboveRow = 72;      ///< between rows above the sites

double rounded(double x) { return std::round(x / gridStep) * gridStep; }

}  // namespace

bool Placer::isColumnSite(int i) const
{
    return part(i).block && part(i).shape == Shape::Site && !part(i).children.empty()
        && m_arrangement.seats[size_t(i)].zone != Seat::Below;
}

std::vector<int> Placer::inGap(int number, int gap) const
{
    std::vector<int> items;
    const Seat wanted{Seat::Between, number, gap};
    for (const int child : m_arrangement.order[0])
        if (m_arrangement.seats[size_t(child)] == wanted)
            items.push_back(child);
    return items;
}

/// Wide enough for what stands in it, and for the words on lines from column to column.
double Placer::gapWidth(int number, int gap) const
{
    const auto& columns = m_arrangement.bands[size_t(number)];
    const std::vector<int> items = inGap(number, gap);
    const bool edge = gap == 0 || gap == int(columns.size());
    double widest = 0, words = 0;
    int lines = 0;
    for (const int item : items) {
        widest = std::max(widest, here(item).width());
        for (const Tied& tied : m_plan.tied[size_t(item)]) {
            words = std::max(words, tied.words.width());
            ++lines;
        }
    }
    if (!items.empty()) {
        const double side = roomy(std::max(words + besideWords, 48 + gapLane * lanesFor(lines, mostLanes)));
        return widest + (edge ? 1 : 2) * side;
    }
    if (edge)
        return 0;
    for (const int block : columns[size_t(gap) - 1])
        for (const Tied& tied : m_plan.tied[size_t(block)]) {
            ++lines;
            const auto& next = columns[size_t(gap)];
            if (std::find(next.begin(), next.end(), tied.sibling) != next.end())
                words = std::max(words, tied.words.width());
        }
    return roomy(std::max({leastGap, words + besideWords, 48 + gapLane * lanesFor(lines, mostLanes)}));
}

/// The sites of a band, their rows at one height. Gives back their lowest border.
double Placer::placeSites(int number, double top)
{
    std::vector<int> sites;
    for (const auto& column : m_arrangement.bands[size_t(number)])
        for (const int block : column)
            if (isColumnSite(block))
                sites.push_back(block);
    Heights heights;
    std::vector<std::vector<Row>> rows;
    for (const int site : sites) {
        rows.push_back(rowsOf(m_plan, m_arrangement, site));
        measure(site, rows.back(), heights);
    }
    double bottom = top;
    for (size_t i = 0; i < sites.size(); ++i) {
        fill(sites[i], rows[i], heights);
        double y = top;
        for (const auto& [key, measures] : heights)
            y += key < rows[i].front().key ? measures.height + measures.gap : 0;
        here(sites[i]).moveTop(y);
        m_standing[size_t(sites[i])] = 1;
        bottom = std::max(bottom, here(sites[i]).bottom());
    }
    return bottom;
}

/// Puts things one below the other, each as near as can be to the height of what it is tied to.
void Placer::stack(const std::vector<int>& items, double top, double gap)
{
    std::vector<Wish> wishes;
    double y = top;
    for (const int item : items) {
        double sum = 0;
        int count = 0;
        for (const Tied& tied : m_plan.tied[size_t(item)])
            if (m_standing[size_t(tied.sibling)] && part(tied.sibling).block) {
                sum += centreOf(tied).y();
                ++count;
            }
        const double height = here(item).height();
        wishes.push_back({height, count ? sum / count : y + height / 2, count ? double(count) : 0.05, wishes.empty() ? 0 : gap});
        y += height + gap;
    }
    const std::vector<double> starts = spread(wishes, top, 1e9);
    for (size_t i = 0; i < items.size(); ++i) {
        here(items[i]).moveTop(rounded(starts[i]));
        m_standing[size_t(items[i])] = 1;
    }
}

double Placer::placeBand(int number, double top)
{
    const auto& columns = m_arrangement.bands[size_t(number)];
    double bottom = placeSites(number, top);
    double x = 0;
    for (size_t c = 0; c <= columns.size(); ++c) {
        const double gap = gapWidth(number, int(c));
        for (const int item : inGap(number, int(c))) {
            const double width = here(item).width();
            const bool first = c == 0, last = c == columns.size();
            here(item).moveLeft(first ? x : last ? x + gap - width : x + std::round((gap - width) / 2 / gridStep) * gridStep);
        }
        x += gap;
        if (c == columns.size())
            break;
        double width = 0;
        for (const int block : columns[c])
            width = std::max(width, here(block).width());
        for (const int block : columns[c])
            here(block).moveLeft(x + rounded((width - here(block).width()) / 2));
        x += width;
    }
    // Regions after all sites, then what stands between: each looks at what it is tied to.
    for (const auto& column : columns) {
        std::vector<int> regions;
        for (const int block : column)
            if (!isColumnSite(block))
                regions.push_back(block);
        stack(regions, top, heading + apart);
    }
    for (size_t c = 0; c <= columns.size(); ++c)
        stack(inGap(number, int(c)), top, roomy(apart));
    for (const int child : m_arrangement.order[0])
        if (m_standing[size_t(child)])
            bottom = std::max(bottom, here(child).bottom());
    return bottom;
}

/// Rows above all columns (`edge`: what they end over) or below them.
void Placer::placeZone(Seat::Zone zone, double edge)
{
    const std::vector<Row> rows = rowsOf(m_plan, m_arrangement, 0, zone);
    if (rows.empty())
        return;
    Heights heights;
    measure(0, rows, heights);
    double total = 0;
    for (const Row& row : rows)
        total += heights[row.key].height + std::max(heights[row.key].gap, roomy(aboveRow));
    double y = zone == Seat::Above ? edge - total : edge;
    for (const Row& row : rows) {
        const double height = heights[row.key].height;
        double x = 0;
        for (const int item : row.items) {
            here(item).moveTopLeft({x, y + std::floor((height - here(item).height()) / 2 / gridStep) * gridStep});
            x += here(item).width() + roomy(aboveRow);
        }
        y += height + std::max(heights[row.key].gap, roomy(aboveRow));
    }
    // The row next to what stands already looks at that, the next row at both.
    for (size_t r = 0; r < rows.size(); ++r) {
        const Row& row = rows[zone == Seat::Above ? rows.size() - 1 - r : r];
        align(0, {row}, 0, 0);
        for (const int item : row.items)
            m_standing[size_t(item)] = 1;
    }
    align(0, rows, 0, 0);
}

void Placer::canvas()
{
    std::fill(m_standing.begin(), m_standing.end(), 0);
    double y = 0, bottom = 0;
    for (size_t number = 0; number < m_arrangement.bands.size(); ++number) {
        bottom = placeBand(int(number), y);
        y = bottom + heading + roomy(betweenBands);
    }
    placeZone(Seat::Above, m_arrangement.bands.empty() ? 0 : -heading);
    placeZone(Seat::Below, bottom + heading + roomy(48));
}

void Placer::resolve()
{
    m_places = m_here;
    for (size_t i = 1; i < m_places.size(); ++i)
        if (part(int(i)).parent > 0)
            m_places[i].translate(m_places[size_t(part(int(i)).parent)].topLeft());
}

std::vector<QRectF> placesOf(const Plan& plan, const Arrangement& arrangement)
{
    return Placer(plan, arrangement).run();
}

}  // namespace redoubt::layout

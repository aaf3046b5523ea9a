// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/arrangement.h"

#include "model/files/scalars.h"
#include "model/layout/tiers.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace redoubt::layout {

namespace {

constexpr int columnsInBand = 4;

int lowestTier(const Plan& plan, int part)
{
    int tier = plan.parts[size_t(part)].children.empty() ? plan.parts[size_t(part)].tier : 99;
    for (const int child : plan.parts[size_t(part)].children)
        tier = std::min(tier, lowestTier(plan, child));
    return tier;
}

class Starter {
public:
    Starter(const Plan& plan, const TidyOptions& options) : m_plan(plan), m_options(options) {}

    /// `blocks`: in this order; empty: by their roles.
    Arrangement start(const std::vector<int>& blocks)
    {
        const size_t count = m_plan.parts.size();
        m_out.order.resize(count);
        m_out.merged.resize(count, 0);
        m_out.seats.resize(count);
        readOrder();
        for (size_t i = 0; i < count; ++i) {
            m_out.order[i] = m_plan.parts[i].children;
            std::stable_sort(m_out.order[i].begin(), m_out.order[i].end(), [this](int a, int b) { return precedes(a, b); });
        }
        columns(blocks.empty() ? blocksByRole() : blocks);
        seats();
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool precedes(int a, int b) const;
    void readOrder();
    [[nodiscard]] std::vector<int> blocksByRole() const;
    void columns(const std::vector<int>& blocks);
    void seats();
    [[nodiscard]] Seat seatOf(int part) const;

    const Plan& m_plan;
    const TidyOptions& m_options;
    Arrangement m_out;
    std::vector<double> m_given;  ///< by part: where another layouter puts it; empty: there is none
    QHash<int, std::pair<int, int>> m_columnOf;  ///< band and column, by block
};

/// What holds things stands where they do on average; what is not said stands last.
void Starter::readOrder()
{
    if (m_options.order.isEmpty())
        return;
    m_given.assign(m_plan.parts.size(), 1e9);
    for (size_t i = m_plan.parts.size(); --i > 0;) {
        const Part& part = m_plan.parts[i];
        double sum = 0;
        int known = 0;
        for (const int child : part.children)
            if (const double at = m_given[size_t(child)]; at < 1e9) {
                sum += at;
                ++known;
            }
        m_given[i] = m_options.order.value(part.id, known ? sum / known : 1e9);
    }
}

bool Starter::precedes(int a, int b) const
{
    const Part &first = m_plan.parts[size_t(a)], &second = m_plan.parts[size_t(b)];
    if (!m_given.empty() && m_given[size_t(a)] != m_given[size_t(b)])
        return m_given[size_t(a)] < m_given[size_t(b)];
    if (first.block && first.rank != second.rank)
        return first.rank < second.rank;
    if (first.column != second.column)
        return first.column < second.column;
    return naturalLess(first.id, second.id);
}

/// Sites side by side, regions after them.
std::vector<int> Starter::blocksByRole() const
{
    std::vector<int> blocks;
    for (const int part : m_out.order[0])
        if (m_plan.parts[size_t(part)].block && lowestTier(m_plan, part) < tierNamed(u"recording"_qs))
            blocks.push_back(part);
    // The primary site first whatever the layouter says.
    std::stable_sort(blocks.begin(), blocks.end(), [this](int a, int b) {
        return m_plan.parts[size_t(a)].rank < m_plan.parts[size_t(b)].rank;
    });
    return blocks;
}

void Starter::columns(const std::vector<int>& blocks)
{
    const int most = blocks.size() <= columnsInBand + 1 ? columnsInBand + 1
                                                        : std::max(columnsInBand, int(std::ceil(std::sqrt(double(blocks.size()) * 1.2))));
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (int(i) % most == 0)
            m_out.bands.emplace_back();
        m_out.bands.back().push_back({blocks[i]});
        m_columnOf.insert(blocks[i], {int(m_out.bands.size()) - 1, int(m_out.bands.back().size()) - 1});
    }
}

Seat Starter::seatOf(int part) const
{
    const Part& own = m_plan.parts[size_t(part)];
    std::map<int, std::vector<int>> columns;  // by band
    for (const Tied& tied : m_plan.tied[size_t(part)])
        if (const auto at = m_columnOf.constFind(tied.sibling); at != m_columnOf.constEnd())
            columns[at->first].push_back(at->second);
    if (own.block || (m_plan.tied[size_t(part)].empty() && !m_out.bands.empty()))
        return {Seat::Below, 0, 0};
    if (own.tier <= tierNamed(u"global-balancers"_qs) || columns.empty())
        return {Seat::Above, 0, 0};
    const auto most = std::max_element(columns.begin(), columns.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
    });
    const double mean = std::accumulate(most->second.begin(), most->second.end(), 0.0) / double(most->second.size());
    return {Seat::Between, most->first, int(std::floor(mean)) + 1};
}

void Starter::seats()
{
    for (const int part : m_plan.parts[0].children)
        if (!m_columnOf.contains(part))
            m_out.seats[size_t(part)] = seatOf(part);
}

int longestRow(const Part& holder, int tier, size_t items)
{
    if (tier == tierNamed(u"notes"_qs))
        return 1;
    const double n = double(items);
    if (holder.parent < 0)
        return std::max(12, int(std::ceil(std::sqrt(n * 3))));
    return holder.shape == Shape::Layer ? std::max(6, int(std::ceil(std::sqrt(n * 2.5)))) : std::max(8, int(std::ceil(std::sqrt(n * 2))));
}

}  // namespace

Arrangement firstArrangement(const Plan& plan, const TidyOptions& options)
{
    return Starter(plan, options).start({});
}

Arrangement firstArrangement(const Plan& plan, const TidyOptions& options, const std::vector<int>& blocks)
{
    return Starter(plan, options).start(blocks);
}

std::vector<int> blocksOf(const Arrangement& arrangement)
{
    std::vector<int> blocks;
    for (const auto& band : arrangement.bands)
        for (const auto& column : band)
            blocks.insert(blocks.end(), column.begin(), column.end());
    return blocks;
}

std::vector<Row> rowsOf(const Plan& plan, const Arrangement& arrangement, int part, Seat::Zone zone)
{
    const Part& holder = plan.parts[size_t(part)];
    const quint32 merged = arrangement.merged[size_t(part)];
    QSet<int> inColumns;
    if (part == 0)
        for (const auto& band : arrangement.bands)
            for (const auto& column : band)
                for (const int block : column)
                    inColumns.insert(block);
    std::map<int, std::vector<int>> byTier;
    for (const int child : arrangement.order[size_t(part)]) {
        if (part == 0 && (inColumns.contains(child) || arrangement.seats[size_t(child)].zone != zone))
            continue;
        int tier = holder.shape == Shape::Layer && part > 0 ? 0 : std::max(0, plan.parts[size_t(child)].tier);
        while (tier > 0 && tier < 32 && (merged >> tier & 1))
            --tier;
        byTier[tier].push_back(child);
    }
    std::vector<Row> rows;
    for (const auto& [tier, items] : byTier) {
        const size_t most = size_t(longestRow(holder, tier, items.size()));
        const size_t lines = (items.size() + most - 1) / most, each = (items.size() + lines - 1) / lines;
        for (size_t i = 0; i < items.size(); i += each)
            rows.push_back({tier * 4096 + int(i / each),
                            std::vector<int>(items.begin() + long(i), items.begin() + long(std::min(items.size(), i + each)))});
    }
    return rows;
}

void reorder(const Plan& plan, Arrangement& arrangement, const std::vector<QRectF>& places)
{
    const size_t count = plan.parts.size();
    std::vector<double> sum(count, 0);
    std::vector<int> ties(count, 0);
    for (const Tie& tie : plan.ties) {
        const auto pull = [&](int end, int stop, int other) {
            for (int at = end;; at = plan.parts[size_t(at)].parent) {
                sum[size_t(at)] += places[size_t(other)].center().x();
                ++ties[size_t(at)];
                if (at == stop)
                    break;
            }
        };
        pull(tie.from, tie.fromHere, tie.to);
        pull(tie.to, tie.toHere, tie.from);
    }
    std::vector<double> pull(count);
    for (size_t i = 0; i < count; ++i)
        pull[i] = ties[i] ? sum[i] / ties[i] : places[i].center().x();
    for (size_t i = 0; i < count; ++i) {
        if (plan.parts[i].children.size() < 2)
            continue;
        std::map<int, std::pair<double, int>> products;  // of a site: mean of what belongs to each
        const bool together = i > 0 && plan.parts[i].shape != Shape::Layer;
        for (const int child : plan.parts[i].children) {
            auto& [total, number] = products[plan.parts[size_t(child)].column];
            total += pull[size_t(child)];
            ++number;
        }
        const auto key = [&](int child) {
            const int column = plan.parts[size_t(child)].column;
            const auto& [total, number] = products[column];
            return together && column > 0 ? std::pair(total / number, pull[size_t(child)]) : std::pair(pull[size_t(child)], pull[size_t(child)]);
        };
        std::stable_sort(arrangement.order[i].begin(), arrangement.order[i].end(), [&](int a, int b) { return key(a) < key(b); });
    }
}

}  // namespace redoubt::layout

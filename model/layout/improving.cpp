// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/arrangement.h"

#include "model/layout/tiers.h"

#include <algorithm>

namespace redoubt::layout {

namespace {

constexpr size_t mostWork = 120000;     ///< parts placed, in all tries together
constexpr double worthwhile = 0.01;

bool isTied(const Plan& plan, int part)
{
    return !plan.tied[size_t(part)].empty() || !plan.leaving[size_t(part)].empty();
}

void addOrders(const Plan& plan, const Arrangement& arrangement, int holder, const std::vector<Row>& rows, std::vector<Move>& out)
{
    for (const Row& row : rows)
        for (size_t k = 1; k < row.items.size(); ++k)
            if (isTied(plan, row.items[k]) || isTied(plan, row.items[k - 1]))
                out.push_back({Move::Swap, holder, row.items[k - 1], row.items[k], {}});
    if (holder == 0)
        return;
    if (std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
            return row.items.size() > 1
                && std::any_of(row.items.begin(), row.items.end(), [&](int item) { return isTied(plan, item); });
        }))
        out.push_back({Move::Mirror, holder, 0, 0, {}});
    std::vector<int> products;
    for (const int child : arrangement.order[size_t(holder)])
        if (const int column = plan.parts[size_t(child)].column; std::find(products.begin(), products.end(), column) == products.end())
            products.push_back(column);
    if (plan.parts[size_t(holder)].shape != Shape::Layer)
        for (size_t k = 1; k < products.size(); ++k)
            out.push_back({Move::Products, holder, products[k - 1], products[k], {}});
}

void addMerges(const Plan& plan, int holder, std::vector<Move>& out)
{
    if (plan.parts[size_t(holder)].shape == Shape::Layer)
        return;
    quint32 present = 0;
    for (const int child : plan.parts[size_t(holder)].children)
        present |= 1u << std::clamp(plan.parts[size_t(child)].tier, 0, 31);
    const int first = plan.parts[size_t(holder)].shape == Shape::Site ? tierNamed(u"data"_qs) : 0;  // data and what is read after it may share rows
    int before = -1;
    for (int tier = first; tier < 32; ++tier) {
        if (!(present >> tier & 1))
            continue;
        if (before >= 0)
            out.push_back({Move::Merge, holder, tier, before, {}});
        before = tier;
    }
}

void addSeats(const Plan& plan, const Arrangement& arrangement, std::vector<Move>& out)
{
    for (const int child : plan.parts[0].children) {
        const Seat& now = arrangement.seats[size_t(child)];
        const Part& part = plan.parts[size_t(child)];
        if (part.block || plan.tied[size_t(child)].empty() || arrangement.bands.empty())
            continue;
        const auto offer = [&](const Seat& seat) {
            if (!(seat == now))
                out.push_back({Move::Sit, child, 0, 0, seat});
        };
        if (part.tier < tierNamed(u"listeners"_qs))
            offer({Seat::Above, 0, 0});
        const int band = now.zone == Seat::Between ? now.band : 0;
        // Whom people look for at the top is not looked for beside everything.
        const int columns = int(arrangement.bands[size_t(band)].size());
        const bool inner = part.tier <= tierNamed(u"global-balancers"_qs);
        for (int gap = inner ? 1 : 0; gap <= (inner ? columns - 1 : columns); ++gap)
            offer({Seat::Between, band, gap});
    }
}

void addColumns(const Plan& plan, const Arrangement& arrangement, std::vector<Move>& out)
{
    for (size_t number = 0; number < arrangement.bands.size(); ++number) {
        const auto& columns = arrangement.bands[number];
        for (size_t c = 0; c < columns.size(); ++c) {
            const Part& own = plan.parts[size_t(columns[c].front())];
            const Part* next = c + 1 < columns.size() ? &plan.parts[size_t(columns[c + 1].front())] : nullptr;
            // Sites keep the order of their roles; a region may stand anywhere.
            if (next && (own.rank == next->rank || own.rank > 3 || next->rank > 3))
                out.push_back({Move::Columns, int(number), int(c), int(c) + 1, {}});
            if (next && own.shape != Shape::Site && next->shape != Shape::Site)
                out.push_back({Move::Stack, int(number), int(c), 0, {}});
            if (columns[c].size() > 1)
                out.push_back({Move::Unstack, int(number), int(c), 0, {}});
        }
    }
}

/// The products of a holder change places, each with all that belongs to it.
void exchangeProducts(const Plan& plan, std::vector<int>& order, int a, int b)
{
    std::vector<int> products;
    const auto columnOf = [&](int part) { return plan.parts[size_t(part)].column; };
    for (const int child : order)
        if (std::find(products.begin(), products.end(), columnOf(child)) == products.end())
            products.push_back(columnOf(child));
    std::iter_swap(std::find(products.begin(), products.end(), a), std::find(products.begin(), products.end(), b));
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) {
        return std::find(products.begin(), products.end(), columnOf(x)) < std::find(products.begin(), products.end(), columnOf(y));
    });
}

/// Numbers of gaps after a column has come (`by` 1) or gone (-1).
void renumber(Arrangement& arrangement, int band, int column, int by)
{
    for (Seat& seat : arrangement.seats)
        if (seat.zone == Seat::Between && seat.band == band && seat.gap > column)
            seat.gap += by;
}

}  // namespace

std::vector<Move> movesOf(const Plan& plan, const Arrangement& arrangement)
{
    std::vector<Move> out;
    addColumns(plan, arrangement, out);
    addSeats(plan, arrangement, out);
    for (size_t i = 0; i < plan.parts.size(); ++i) {
        if (plan.parts[i].children.size() < 2)
            continue;
        addOrders(plan, arrangement, int(i), rowsOf(plan, arrangement, int(i), Seat::Above), out);
        if (i == 0)
            addOrders(plan, arrangement, 0, rowsOf(plan, arrangement, 0, Seat::Below), out);
        else
            addMerges(plan, int(i), out);
    }
    return out;
}

void apply(const Plan& plan, const Move& move, Arrangement& arrangement)
{
    std::vector<int>& order = arrangement.order[size_t(move.part)];
    switch (move.kind) {
    case Move::Swap:
        std::iter_swap(std::find(order.begin(), order.end(), move.a), std::find(order.begin(), order.end(), move.b));
        break;
    case Move::Products: exchangeProducts(plan, order, move.a, move.b); break;
    case Move::Mirror: std::reverse(order.begin(), order.end()); break;
    case Move::Merge: {
        // Sites side by side have the same rows.
        quint32 bits = 0;  // all rows from the one below `b` down to `a`
        for (int tier = move.b + 1; tier <= move.a; ++tier)
            bits |= 1u << tier;
        const bool site = plan.parts[size_t(move.part)].shape == Shape::Site;
        const quint32 wanted = arrangement.merged[size_t(move.part)] >> move.a & 1 ? 0 : bits;
        for (size_t i = 1; i < plan.parts.size(); ++i)
            if (int(i) == move.part || (site && plan.parts[i].shape == Shape::Site))
                arrangement.merged[i] = (arrangement.merged[i] & ~bits) | wanted;
        break;
    }
    case Move::Sit: arrangement.seats[size_t(move.part)] = move.seat; break;
    case Move::Columns: {
        auto& columns = arrangement.bands[size_t(move.part)];
        std::swap(columns[size_t(move.a)], columns[size_t(move.b)]);
        break;
    }
    case Move::Stack: {
        auto& columns = arrangement.bands[size_t(move.part)];
        auto& into = columns[size_t(move.a)];
        const auto& from = columns[size_t(move.a) + 1];
        into.insert(into.end(), from.begin(), from.end());
        columns.erase(columns.begin() + move.a + 1);
        renumber(arrangement, move.part, move.a + 1, -1);
        break;
    }
    case Move::Unstack: {
        auto& columns = arrangement.bands[size_t(move.part)];
        const int last = columns[size_t(move.a)].back();
        columns[size_t(move.a)].pop_back();
        columns.insert(columns.begin() + move.a + 1, {last});
        renumber(arrangement, move.part, move.a, 1);
        break;
    }
    }
}

Arrangement improved(const Plan& plan, Arrangement best, Fit fit)
{
    double cost = costOf(plan, placesOf(plan, best), fit);
    size_t tries = mostWork / plan.parts.size();
    size_t since = 0;  // tries without success
    std::vector<Move> moves = movesOf(plan, best);
    for (size_t at = 0; tries > 0 && since < moves.size(); --tries, ++since, ++at) {
        Arrangement other = best;
        apply(plan, moves[at % moves.size()], other);
        const double changed = costOf(plan, placesOf(plan, other), fit);
        if (changed >= cost - worthwhile)
            continue;
        cost = changed;
        best = std::move(other);
        moves = movesOf(plan, best);
        since = 0;
    }
    return best;
}

}  // namespace redoubt::layout

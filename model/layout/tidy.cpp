// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/tidy.h"

#include "model/geometry/routing.h"
#include "model/layout/arrangement.h"

#include <algorithm>
#include <numeric>

namespace redoubt {

namespace {

using namespace layout;

constexpr int rounds = 4;  ///< of sorting by what things are tied to
constexpr double rooms[] = {1, 1.25, 0.8, 1.5};  ///< tried, when words find no place or there is too much
constexpr double mostRoom = 6;  ///< when 1.5 is the best of them, half as much again, and again
constexpr size_t mostBlocks = 5;     ///< that are tried in every order
constexpr size_t mostStarts = 4;     ///< of those that are gone on with
constexpr size_t mostChanges = 400;  ///< looked at for the most promising
constexpr qint64 mostSteps = 12000000;  ///< of the router in all looks together: about a second
constexpr double fine = 1e-9;

class Tidier {
public:
    Tidier(const Design& design, const Catalog& catalog, const TidyOptions& options)
        : m_design(design), m_options(options), m_plan(readPlan(design, catalog, options))
    {
    }

    Patch run()
    {
        if (m_plan.parts.size() < 2)
            return {};
        std::vector<Arrangement> found;
        for (const Arrangement& start : starts())
            found.push_back(improved(m_plan, start, m_options.fit));
        std::stable_sort(found.begin(), found.end(), [this](const Arrangement& a, const Arrangement& b) { return quickCost(a) < quickCost(b); });
        return patchOf(m_options.judge && m_options.looks > 0 ? judged(found) : found.front());
    }

private:
    [[nodiscard]] double quickCost(const Arrangement& arrangement) const
    {
        return costOf(m_plan, placesOf(m_plan, arrangement), m_options.fit);
    }
    [[nodiscard]] std::vector<Arrangement> starts() const;
    [[nodiscard]] std::pair<double, Arrangement> sorted(Arrangement now) const;
    [[nodiscard]] Arrangement judged(const std::vector<Arrangement>& found) const;
    [[nodiscard]] Patch patchOf(const Arrangement& arrangement) const;

    const Design& m_design;
    const TidyOptions& m_options;
    const Plan m_plan;
};

/// The best of an arrangement and what becomes of it when everything goes to what it is tied to.
std::pair<double, Arrangement> Tidier::sorted(Arrangement now) const
{
    std::pair<double, Arrangement> best{quickCost(now), now};
    for (int round = 0; round < rounds; ++round) {
        reorder(m_plan, now, placesOf(m_plan, now));
        if (const double cost = quickCost(now); cost < best.first)
            best = {cost, now};
    }
    return best;
}

/// Where to begin: the blocks in the most promising orders, and the order of the other layouter.
std::vector<Arrangement> Tidier::starts() const
{
    const Arrangement first = firstArrangement(m_plan, {});
    std::vector<std::pair<double, Arrangement>> all{sorted(first)};
    const auto rank = [this](int block) { return m_plan.parts[size_t(block)].rank; };
    const std::vector<int> given = blocksOf(first);
    std::vector<int> order(given.size());
    std::iota(order.begin(), order.end(), 0);
    const bool few = given.size() > 1 && given.size() <= mostBlocks && m_plan.parts.size() < 600;
    while (few && std::next_permutation(order.begin(), order.end())) {
        std::vector<int> blocks;
        int last = 0;
        bool inOrder = true;  // sites keep the order of their roles
        for (const int i : order) {
            blocks.push_back(given[size_t(i)]);
            if (const int own = rank(blocks.back()); own < 4) {
                inOrder = inOrder && own >= last;
                last = own;
            }
        }
        if (inOrder)
            all.push_back(sorted(firstArrangement(m_plan, {}, blocks)));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    all.resize(std::min(all.size(), mostStarts));
    if (!m_options.order.isEmpty())
        all.push_back(sorted(firstArrangement(m_plan, m_options)));
    std::vector<Arrangement> out;
    for (auto& [cost, arrangement] : all)
        out.push_back(std::move(arrangement));
    return out;
}

/// Looks at finished pictures: of what was found, roomier, and with one thing changed, the most promising first.
Arrangement Tidier::judged(const std::vector<Arrangement>& found) const
{
    int looks = m_options.looks;
    const qint64 enough = routingSteps() + mostSteps;
    Arrangement best = found.front();
    double least = 1e18;
    std::vector<QMap<QString, std::optional<QRectF>>> seen;
    const auto look = [&](const Arrangement& arrangement) {
        const Patch patch = patchOf(arrangement);
        if (looks <= 0 || routingSteps() > enough || std::find(seen.begin(), seen.end(), patch.layout) != seen.end())
            return false;
        --looks;
        seen.push_back(patch.layout);
        const double bad = m_options.judge(patched(m_design, patch)) + disorderOf(m_plan, placesOf(m_plan, arrangement));
        if (bad >= least - fine)
            return false;
        least = bad;
        best = arrangement;
        return true;
    };
    for (const Arrangement& arrangement : found)
        look(arrangement);
    for (const double room : rooms) {
        Arrangement roomier = best;
        roomier.room = room;
        look(roomier);
    }
    for (double room = rooms[3]; best.room == room && room * 1.5 < mostRoom;) {
        Arrangement roomier = best;
        roomier.room = room *= 1.5;
        look(roomier);
    }
    for (bool better = true; better && looks > 0 && routingSteps() <= enough;) {
        std::vector<std::pair<double, Arrangement>> next;
        const std::vector<Move> moves = movesOf(m_plan, best);
        for (size_t i = 0; i < moves.size() && i < mostChanges; ++i) {
            Arrangement other = best;
            apply(m_plan, moves[i], other);
            const double cost = quickCost(other);
            next.emplace_back(cost, std::move(other));
        }
        std::stable_sort(next.begin(), next.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        better = std::any_of(next.begin(), next.end(), [&](const auto& one) { return look(one.second); });
    }
    return best;
}

/// The layout of the file, with the picture's top left corner where it was.
Patch Tidier::patchOf(const Arrangement& arrangement) const
{
    std::vector<QRectF> places = placesOf(m_plan, arrangement);
    const std::vector<int>& outer = m_plan.parts[0].children;
    const bool pinned = std::any_of(outer.begin(), outer.end(), [this](int part) { return m_plan.parts[size_t(part)].pinned; });
    QRectF before, after;
    for (const int part : outer) {
        before |= m_plan.parts[size_t(part)].now;
        after |= places[size_t(part)];
    }
    if (pinned)
        keepPinned(m_plan, places);
    else
        for (size_t i = 1; i < places.size(); ++i)
            places[i].translate(snapped(before.topLeft()) - after.topLeft());
    Patch patch;
    for (size_t i = 1; i < places.size(); ++i) {
        const Part& part = m_plan.parts[i];
        const QPointF origin = part.parent > 0 ? places[size_t(part.parent)].topLeft() : QPointF();
        const QRectF rect = places[i].translated(-origin);
        if (m_design.layout.value(part.id) != rect)
            patch.layout[part.id] = rect;
    }
    return patch;
}

}  // namespace

Patch tidy(const Design& design, const Catalog& catalog, const TidyOptions& options)
{
    return Tidier(design, catalog, options).run();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/diagram.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace redoubt {

namespace {

constexpr int below = std::numeric_limits<int>::max();  // level of the two constants

size_t hashOf(int a, int b, int c)
{
    auto mixed = std::uint64_t(std::uint32_t(a)) * 0x9E3779B97F4A7C15u;
    mixed ^= std::uint64_t(std::uint32_t(b)) * 0xC2B2AE3D27D4EB4Fu;
    mixed ^= std::uint64_t(std::uint32_t(c)) * 0x165667B19E3779F9u;
    mixed ^= mixed >> 29;
    mixed *= 0xBF58476D1CE4E5B9u;
    return size_t(mixed ^ (mixed >> 32));
}

}  // namespace

Diagram::Diagram(size_t limit)
    : m_limit(limit), m_nodes{{below, no, no}, {below, yes, yes}}, m_table(1u << 10, 0), m_cache(1u << 12) {}

Bdd Diagram::make(int level, Bdd low, Bdd high)
{
    if (low == high)
        return low;
    const size_t mask = m_table.size() - 1;
    size_t slot = hashOf(level, low, high) & mask;
    for (; m_table[slot] != 0; slot = (slot + 1) & mask)
        if (const Node& n = m_nodes[size_t(m_table[slot])]; n.level == level && n.low == low && n.high == high)
            return m_table[slot];
    if (m_nodes.size() >= m_limit) {
        m_exhausted = true;
        return no;
    }
    const Bdd made = Bdd(m_nodes.size());
    m_nodes.push_back({level, low, high});
    m_table[slot] = made;
    if (m_nodes.size() * 2 > m_table.size())
        growTable();
    return made;
}

void Diagram::growTable()
{
    m_table.assign(m_table.size() * 4, 0);
    const size_t mask = m_table.size() - 1;
    for (size_t i = 2; i < m_nodes.size(); ++i) {
        size_t slot = hashOf(m_nodes[i].level, m_nodes[i].low, m_nodes[i].high) & mask;
        while (m_table[slot] != 0)
            slot = (slot + 1) & mask;
        m_table[slot] = Bdd(i);
    }
    if (m_cache.size() < m_nodes.size() && m_cache.size() < (1u << 20))
        m_cache.assign(m_cache.size() * 4, {});
}

Bdd Diagram::choose(Bdd test, Bdd a, Bdd b)
{
    if (test == yes || a == b)
        return a;
    if (test == no)
        return b;
    if (a == test)
        a = yes;
    if (b == test)
        b = no;
    if (a == yes && b == no)
        return test;
    if (m_exhausted)
        return no;
    const size_t hash = hashOf(test, a, b);
    if (const Cached& c = m_cache[hash & (m_cache.size() - 1)]; c.test == test && c.a == a && c.b == b)
        return c.result;
    const int level = std::min({node(test).level, node(a).level, node(b).level});
    const auto part = [&](Bdd f, bool high) {
        const Node& n = node(f);
        return n.level != level ? f : high ? n.high : n.low;
    };
    const Bdd high = choose(part(test, true), part(a, true), part(b, true));
    const Bdd low = choose(part(test, false), part(a, false), part(b, false));
    const Bdd result = make(level, low, high);
    m_cache[hash & (m_cache.size() - 1)] = {test, a, b, result};
    return result;
}

// Combining from the deepest level upwards keeps every step short: the new part lies above what is there already.
void Diagram::deepestFirst(std::vector<Bdd>& parts) const
{
    std::sort(parts.begin(), parts.end(), [this](Bdd a, Bdd b) {
        return node(a).level != node(b).level ? node(a).level > node(b).level : a > b;
    });
}

Bdd Diagram::allOf(std::vector<Bdd> parts)
{
    deepestFirst(parts);
    Bdd result = yes;
    for (const Bdd part : parts)
        result = both(part, result);
    return result;
}

Bdd Diagram::anyOf(std::vector<Bdd> parts)
{
    deepestFirst(parts);
    Bdd result = no;
    for (const Bdd part : parts)
        result = either(part, result);
    return result;
}

Bdd Diagram::atLeast(std::vector<Vote> votes, int need)
{
    std::sort(votes.begin(), votes.end(), [this](const Vote& a, const Vote& b) {
        return node(a.up).level != node(b.up).level ? node(a.up).level < node(b.up).level : a.up < b.up;
    });
    int total = 0;
    for (Vote& vote : votes)
        total += vote.weight = std::max(0, vote.weight);
    if (need <= 0)
        return yes;
    if (need > total)
        return no;
    // row[k]: the voters looked at so far (from the last) reach k votes.
    std::vector<Bdd> row(size_t(need) + 1, no);
    row[0] = yes;
    for (auto vote = votes.rbegin(); vote != votes.rend(); ++vote)
        for (int k = need; k >= 1; --k)
            row[size_t(k)] = choose(vote->up, row[size_t(std::max(0, k - vote->weight))], row[size_t(k)]);
    return row[size_t(need)];
}

bool Diagram::holds(Bdd f, const std::vector<int>& down) const
{
    while (!isConstant(f)) {
        const Node& n = node(f);
        f = std::binary_search(down.begin(), down.end(), n.level) ? n.low : n.high;
    }
    return f == yes;
}

std::vector<int> Diagram::critical(Bdd f, std::vector<int> down) const
{
    std::vector<int> result;
    if (!holds(f, down))
        return result;
    std::vector<int> onTheWay;  // only what the way through the diagram asks for can matter
    for (Bdd g = f; !isConstant(g);) {
        const Node& n = node(g);
        const bool isDown = std::binary_search(down.begin(), down.end(), n.level);
        if (!isDown)
            onTheWay.push_back(n.level);
        g = isDown ? n.low : n.high;
    }
    for (const int level : onTheWay) {
        const auto at = down.insert(std::lower_bound(down.begin(), down.end(), level), level);
        if (!holds(f, down))
            result.push_back(level);
        down.erase(at);
    }
    return result;
}

Bdd Diagram::given(Bdd f, const std::vector<int>& up)
{
    std::unordered_map<Bdd, Bdd> known;
    const auto visit = [&](const auto& self, Bdd g) -> Bdd {
        if (isConstant(g))
            return g;
        if (const auto it = known.find(g); it != known.end())
            return it->second;
        const Node n = node(g);
        const Bdd high = self(self, n.high);
        const Bdd result = std::binary_search(up.begin(), up.end(), n.level) ? high : make(n.level, self(self, n.low), high);
        known.emplace(g, result);
        return result;
    };
    return up.empty() ? f : visit(visit, f);
}

std::vector<int> Diagram::support(Bdd f) const
{
    std::vector<int> levels;
    std::vector<Bdd> open{f};
    std::vector<bool> seen(m_nodes.size(), false);
    while (!open.empty()) {
        const Bdd next = open.back();
        open.pop_back();
        if (isConstant(next) || seen[size_t(next)])
            continue;
        seen[size_t(next)] = true;
        levels.push_back(node(next).level);
        open.push_back(node(next).low);
        open.push_back(node(next).high);
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

long double Probability::of(Bdd f)
{
    if (f == Diagram::no)
        return 0;
    if (f == Diagram::yes)
        return 1;
    if (m_known.size() < m_diagram.size())
        m_known.resize(m_diagram.size(), -1);
    if (m_known[size_t(f)] >= 0)
        return m_known[size_t(f)];
    const Diagram::Node n = m_diagram.node(f);
    const long double up = m_up[size_t(n.level)];
    const long double result = up * of(n.high) + (1 - up) * of(n.low);
    m_known[size_t(f)] = result;
    return result;
}

}  // namespace redoubt

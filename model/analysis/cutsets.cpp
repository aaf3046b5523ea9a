// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/cutsets.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace redoubt {

namespace {

/// A family of sets as a node of a zero-suppressed decision diagram: parts that families share are stored once.
using Family = int;
constexpr Family none = 0;      // no set at all
constexpr Family emptySet = 1;  // the one set that has no member

class Families {
public:
    /// The minimal failing sets of `f` with at most `order` members (Rauzy's decomposition): those of its high branch,
    /// and those of its low branch with the component added, unless they contain one of the high branch.
    Family minimal(const Diagram& diagram, Bdd f, int order)
    {
        if (f == Diagram::no)
            return emptySet;
        if (f == Diagram::yes)
            return none;
        const auto key = std::pair(f, order);
        if (const auto known = m_minimal.find(key); known != m_minimal.end())
            return known->second;
        const Diagram::Node n = diagram.node(f);
        const Family high = minimal(diagram, n.high, order);
        Family result = high;
        if (order > 0 && high != emptySet)
            result = make(n.level, high, without(minimal(diagram, n.low, order - 1), high));
        m_minimal.emplace(key, result);
        return result;
    }

    [[nodiscard]] double count(Family f)
    {
        if (f <= emptySet)
            return f;
        const auto [it, fresh] = m_count.try_emplace(f, 0);
        if (fresh) {
            const double sum = count(m_nodes[size_t(f)].absent) + count(m_nodes[size_t(f)].present);
            m_count[f] = sum;
            return sum;
        }
        return it->second;
    }

    void list(Family f, std::vector<int>& prefix, std::vector<std::vector<int>>& result) const
    {
        if (f == none)
            return;
        if (f == emptySet) {
            result.push_back(prefix);
            return;
        }
        const Node& n = m_nodes[size_t(f)];
        prefix.push_back(n.level);
        list(n.present, prefix, result);
        prefix.pop_back();
        list(n.absent, prefix, result);
    }

private:
    struct Node {
        int level;
        Family absent;
        Family present;
    };

    Family make(int level, Family absent, Family present)
    {
        if (present == none)
            return absent;
        const auto [it, fresh] = m_unique.try_emplace({level, absent, present}, Family(m_nodes.size()));
        if (fresh)
            m_nodes.push_back({level, absent, present});
        return it->second;
    }

    [[nodiscard]] bool holdsEmptySet(Family f) const
    {
        while (f > emptySet)
            f = m_nodes[size_t(f)].absent;
        return f == emptySet;
    }

    /// The sets of `a` that contain no set of `b`.
    Family without(Family a, Family b)
    {
        if (a == none || b == none)
            return a;
        if (holdsEmptySet(b))
            return none;
        if (a == emptySet)
            return a;
        const auto key = std::pair(a, b);
        if (const auto known = m_without.find(key); known != m_without.end())
            return known->second;
        const Node x = m_nodes[size_t(a)], y = m_nodes[size_t(b)];
        Family result = none;
        if (x.level > y.level)
            result = without(a, y.absent);
        else if (x.level < y.level)
            result = make(x.level, without(x.absent, b), without(x.present, b));
        else
            result = make(x.level, without(x.absent, y.absent), without(without(x.present, y.present), y.absent));
        m_without.emplace(key, result);
        return result;
    }

    std::vector<Node> m_nodes{{0, none, none}, {0, none, none}};
    std::map<std::tuple<int, Family, Family>, Family> m_unique;
    std::map<std::pair<Bdd, int>, Family> m_minimal;
    std::map<std::pair<Family, Family>, Family> m_without;
    std::map<Family, double> m_count;
};

}  // namespace

CutSets minimalCutSets(const Diagram& diagram, Bdd f, int order, size_t limit)
{
    CutSets result;
    result.order = order;
    if (Diagram::isConstant(f))
        return result;
    Families families;
    Family family = families.minimal(diagram, f, order);
    while (result.order > 1 && families.count(family) > double(limit))
        family = families.minimal(diagram, f, --result.order);
    std::vector<int> prefix;
    families.list(family, prefix, result.sets);
    std::sort(result.sets.begin(), result.sets.end(), [](const std::vector<int>& a, const std::vector<int>& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return result;
}

}  // namespace redoubt

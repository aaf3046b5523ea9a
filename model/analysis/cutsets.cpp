// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/cutsets.h"

#include <algorithm>
#include <map>
#include <set>

namespace redoubt {

namespace {

using Set = std::vector<int>;
using Sets = std::set<Set>;

/// Rauzy's decomposition: the minimal sets of a node are those of its high branch, and those of its low branch with the
/// component added, unless a set of the high branch is contained in them.
class Search {
public:
    Search(const Diagram& diagram, size_t limit) : m_diagram(diagram), m_limit(limit) {}

    const Sets& of(Bdd f, int order)
    {
        const auto key = std::pair(f, order);
        if (const auto it = m_known.find(key); it != m_known.end())
            return it->second;
        Sets result;
        if (f == Diagram::no) {
            result.insert(Set{});
        } else if (f != Diagram::yes) {
            const Diagram::Node n = m_diagram.node(f);
            result = of(n.high, order);
            if (order > 0 && !result.contains(Set{}))
                addLow(result, n.level, of(n.low, order - 1));
        }
        m_kept += result.size();
        return m_known.emplace(key, std::move(result)).first->second;
    }
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    void addLow(Sets& result, int level, const Sets& low)
    {
        const Sets high = result;
        for (const Set& set : low) {
            if (containsOneOf(set, high))
                continue;
            if (m_kept + result.size() >= m_limit) {
                m_complete = false;
                return;
            }
            Set with = set;
            with.insert(with.begin(), level);  // the levels below are larger
            result.insert(std::move(with));
        }
    }

    static bool containsOneOf(const Set& set, const Sets& sets)
    {
        const size_t subsets = size_t(1) << set.size();
        for (size_t mask = 0; mask < subsets; ++mask) {
            Set part;
            for (size_t i = 0; i < set.size(); ++i)
                if (mask & (size_t(1) << i))
                    part.push_back(set[i]);
            if (sets.contains(part))
                return true;
        }
        return false;
    }

    const Diagram& m_diagram;
    size_t m_limit;
    size_t m_kept = 0;
    bool m_complete = true;
    std::map<std::pair<Bdd, int>, Sets> m_known;
};

}  // namespace

CutSets minimalCutSets(const Diagram& diagram, Bdd f, int order, size_t limit)
{
    CutSets result;
    if (Diagram::isConstant(f)) {
        result.order = order;
        return result;
    }
    for (result.order = order; result.order > 0; --result.order) {
        Search search(diagram, limit);
        const Sets& sets = search.of(f, result.order);
        if (!search.isComplete())
            continue;
        result.sets.assign(sets.begin(), sets.end());
        std::stable_sort(result.sets.begin(), result.sets.end(),
                         [](const Set& a, const Set& b) { return a.size() < b.size(); });
        break;
    }
    return result;
}

}  // namespace redoubt

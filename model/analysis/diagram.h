// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace redoubt {

/// A Boolean function of independent components, as a node of a Diagram. Equal functions have equal numbers.
using Bdd = int;

/// Reduced ordered binary decision diagrams with shared nodes. A variable is a level; lower levels stand nearer to the
/// root. Functions may be combined freely, monotone or not. A diagram that grows beyond `limit` nodes is exhausted: from
/// then on every new function is wrong and must not be used; whoever builds one asks `isExhausted` at the end.
class Diagram {
public:
    static constexpr Bdd no = 0;
    static constexpr Bdd yes = 1;

    struct Node {
        int level;
        Bdd low;   ///< the function when the component is down
        Bdd high;  ///< ... when it is up
    };
    struct Vote {
        Bdd up;
        int weight = 1;
    };

    explicit Diagram(size_t limit = 1'500'000);

    [[nodiscard]] Bdd variable(int level) { return make(level, no, yes); }
    /// If `test` then `a` else `b`.
    [[nodiscard]] Bdd choose(Bdd test, Bdd a, Bdd b);
    [[nodiscard]] Bdd both(Bdd a, Bdd b) { return choose(a, b, no); }
    [[nodiscard]] Bdd either(Bdd a, Bdd b) { return choose(a, yes, b); }
    [[nodiscard]] Bdd negated(Bdd a) { return choose(a, no, yes); }
    [[nodiscard]] Bdd without(Bdd a, Bdd b) { return choose(b, no, a); }
    [[nodiscard]] Bdd allOf(std::vector<Bdd> parts);  ///< yes for none
    [[nodiscard]] Bdd anyOf(std::vector<Bdd> parts);  ///< no for none
    /// True when the weights of those that are up add up to `need` at least. Weights below zero count as zero.
    [[nodiscard]] Bdd atLeast(std::vector<Vote> votes, int need);

    [[nodiscard]] const Node& node(Bdd f) const { return m_nodes[size_t(f)]; }
    [[nodiscard]] static bool isConstant(Bdd f) { return f <= yes; }
    [[nodiscard]] size_t size() const { return m_nodes.size(); }
    [[nodiscard]] bool isExhausted() const { return m_exhausted; }
    /// Whether `f` is true when the components at the levels `down` (ascending) are down and all others are up.
    [[nodiscard]] bool holds(Bdd f, const std::vector<int>& down = {}) const;
    /// The levels of which one more loss makes `f` false, when those of `down` (ascending) are down, all others up, and `f`
    /// is true. Ascending; none when `f` is false already.
    [[nodiscard]] std::vector<int> critical(Bdd f, std::vector<int> down = {}) const;
    /// `f` where the components at the levels `up` (ascending) are known to be up.
    [[nodiscard]] Bdd given(Bdd f, const std::vector<int>& up);
    /// The levels that the function depends on, ascending.
    [[nodiscard]] std::vector<int> support(Bdd f) const;

private:
    struct Cached {
        Bdd test = -1, a = 0, b = 0, result = 0;
    };

    [[nodiscard]] Bdd make(int level, Bdd low, Bdd high);
    void growTable();
    void deepestFirst(std::vector<Bdd>& parts) const;

    size_t m_limit;
    bool m_exhausted = false;
    std::vector<Node> m_nodes;
    std::vector<Bdd> m_table;    // open addressing over m_nodes; 0 is free (constants are never looked up)
    std::vector<Cached> m_cache;  // direct-mapped and lossy: forgetting costs time, never correctness
};

/// Probabilities of the functions of one diagram for one set of component figures.
class Probability {
public:
    /// `up` gives each level's probability of being up; it must cover every level used.
    Probability(const Diagram& diagram, std::vector<long double> up) : m_diagram(diagram), m_up(std::move(up)) {}
    [[nodiscard]] long double of(Bdd f);

private:
    const Diagram& m_diagram;
    std::vector<long double> m_up;
    std::vector<long double> m_known;  // by node; below zero: not yet
};

}  // namespace redoubt

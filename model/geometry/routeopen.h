// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace redoubt {

/// Ways that a search may go on with, cheapest estimate first and the newest of equals; estimates within one step count
/// as equal. All in one block of memory that is kept from search to search.
class OpenWays {
public:
    struct Way {
        float cost;
        int state;
        uint16_t column, row;
    };

    /// Before the first of a search.
    void clear()
    {
        m_heads.resize(size_t(steps), -1);
        std::fill(m_heads.begin() + long(m_first), m_heads.begin() + long(m_last) + 1, -1);
        m_pool.clear();
        m_first = m_last = 0;
    }
    void push(float estimate, const Way& way)
    {
        // Signed on purpose: a processor turns a float into an int in one step.
        const int step = std::clamp(int(estimate * (1 / width)), m_first, steps - 1);
        m_pool.push_back({way, m_heads[size_t(step)]});
        m_heads[size_t(step)] = int(m_pool.size()) - 1;
        m_last = std::max(m_last, step);
    }
    /// Whether there was one to take.
    [[nodiscard]] bool pop(Way& way)
    {
        while (m_heads[size_t(m_first)] < 0) {
            if (m_first == m_last)
                return false;
            ++m_first;
        }
        const Node& node = m_pool[size_t(m_heads[size_t(m_first)])];
        way = node.way;
        m_heads[size_t(m_first)] = node.next;
        return true;
    }

    /// Takes all out and puts them back by another estimate.
    template <class Estimate>
    void reorder(Estimate&& estimate)
    {
        std::vector<Way> all;
        for (int step = m_first; step <= m_last; ++step)
            for (int at = m_heads[size_t(step)]; at >= 0; at = m_pool[size_t(at)].next)
                all.push_back(m_pool[size_t(at)].way);
        clear();
        for (auto way = all.rbegin(); way != all.rend(); ++way)
            push(estimate(*way), *way);
    }

    static constexpr float width = 2;  ///< of a step, in units of cost

private:
    struct Node {
        Way way;
        int next;  ///< in the same step
    };
    static constexpr int steps = 16384;  ///< the last takes all beyond
    std::vector<int> m_heads;
    std::vector<Node> m_pool;
    int m_first = 0, m_last = 0;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/spread.h"

#include <algorithm>

namespace redoubt::layout {

std::vector<double> spread(const std::vector<Wish>& wishes)
{
    // With the sizes and gaps before it taken off, each only has to stand no further left than the one before.
    struct Pool {
        double sum, weight;
        size_t count;
        double at() const { return sum / weight; }
    };
    std::vector<double> offsets;
    std::vector<Pool> pools;
    double offset = 0;
    for (size_t i = 0; i < wishes.size(); ++i) {
        const Wish& wish = wishes[i];
        offset += i ? wishes[i - 1].size + wish.gap : 0;
        offsets.push_back(offset);
        pools.push_back({wish.weight * (wish.centre - wish.size / 2 - offset), wish.weight, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].at() >= pools.back().at()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    std::vector<double> starts;
    for (const Pool& pool : pools)
        for (size_t i = 0; i < pool.count; ++i)
            starts.push_back(pool.at() + offsets[starts.size()]);
    return starts;
}

std::vector<double> spread(const std::vector<Wish>& wishes, double from, double to)
{
    std::vector<double> starts = spread(wishes);
    double limit = to;
    for (size_t i = starts.size(); i-- > 0;) {
        starts[i] = std::min(starts[i], limit - wishes[i].size);
        limit = starts[i] - wishes[i].gap;
    }
    limit = from;
    for (size_t i = 0; i < starts.size(); ++i) {
        limit += i ? wishes[i].gap : 0;
        starts[i] = std::max(starts[i], limit);
        limit = starts[i] + wishes[i].size;
    }
    return starts;
}

}  // namespace redoubt::layout

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/differences.h"

namespace redoubt {

namespace {

template <class Id, class Thing>
void compare(const QMap<Id, Thing>& first, const QMap<Id, Thing>& second, Differences& result)
{
    for (auto it = first.cbegin(); it != first.cend(); ++it) {
        const auto other = second.constFind(it.key());
        if (other == second.cend()) {
            result.onlyInFirst << it.key().value;
            continue;
        }
        ++result.common;
        if (it.value() != *other && !(*it.value() == **other))
            result.changed << it.key().value;
    }
    for (auto it = second.cbegin(); it != second.cend(); ++it)
        if (!first.contains(it.key()))
            result.onlyInSecond << it.key().value;
}

}  // namespace

Differences differencesOf(const Design& first, const Design& second)
{
    Differences result;
    compare(first.elements, second.elements, result);
    compare(first.links, second.links, result);
    compare(first.groups, second.groups, result);
    return result;
}

}  // namespace redoubt

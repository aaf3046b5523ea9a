// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>

namespace redoubt {

/// A readable, immutable name of one thing in a design file, for example `sql-1`. Ids of elements, groups and links
/// share one name space in a file; the distinct types keep them apart in code.
template <class Tag>
struct Id {
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id& a, const Id& b) { return a.value == b.value; }
    friend bool operator!=(const Id& a, const Id& b) { return a.value != b.value; }
    friend bool operator<(const Id& a, const Id& b) { return a.value < b.value; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ElementId = Id<struct ElementTag>;
using LinkId = Id<struct LinkTag>;
using GroupId = Id<struct GroupTag>;

/// True when `text` may serve as an id: a lower-case letter, then lower-case letters, digits and single hyphens.
[[nodiscard]] bool isValidId(const QString& text);

}  // namespace redoubt

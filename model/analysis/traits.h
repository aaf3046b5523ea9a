// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QSet>
#include <QString>

namespace redoubt {

class Catalog;
struct Design;

/// So many things of one sort in one sort of place: two SQL Servers in the recovery site.
struct CountTrait {
    QString one;    ///< `SQL Server`
    QString many;   ///< `SQL Servers`
    QString place;  ///< `in the recovery site`; empty where it stands nowhere
    int count = 0;
    double weight = 1;
};

/// How something is: the edition of SQL Server, the mode of a replication.
struct ChoiceTrait {
    QString value;     ///< in words
    QString sentence;  ///< with %1 for this design's value and %2 for the other's
    double weight = 1;
};

/// What matters of a design when it is compared with another one: roles, tiers, modes; no ids, names or positions.
struct Traits {
    QMap<QString, QMap<QString, CountTrait>> counts;  ///< by sort, then by place
    QMap<QString, ChoiceTrait> choices;
    QSet<QString> kinds;  ///< of its elements
    QSet<QString> rows;   ///< of its flows: ids of the catalog
};

[[nodiscard]] Traits traitsOf(const Design& design, const Catalog& catalog);

/// Sorts of places: `primary`, `dr`, `cloud-region` ..., and `canvas` outside them all. Sites without a role are `other`,
/// a lone one `primary`.
[[nodiscard]] QString placeWords(const QString& place);

}  // namespace redoubt

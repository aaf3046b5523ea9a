// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <memory>

namespace redoubt {

class Surroundings;

/// The products that an element carries, by id (`ss`, `rmq`, `pm`, `nps`, `dsv`, `ssc`): a balancer those of its
/// listeners, a listener those of its availability group's databases, an instance those of its databases; other kinds
/// the product of their kind. Empty when nothing says.
[[nodiscard]] QStringList carriedProducts(const Design& design, const Catalog& catalog, const ElementId& id);

/// True when the element fits this end of a row. What is not known of it (a balancer without listeners, a scope or a
/// service not given) does not stand in the way.
[[nodiscard]] bool fits(const Design& design, const Catalog& catalog, const ElementId& id, const LinkEnd& end);

/// The members of a layer (nested layers looked through) or the element itself, those of them that fit one of `ends`.
/// Where neither the element nor any member fits, what is hosted on it or stands in it counts: a web server for its
/// broker, a SQL Server for its instances.
[[nodiscard]] QList<ElementId> endsOf(const Design& design, const Catalog& catalog, const ElementId& id,
                                      const std::vector<LinkEnd>& ends);

/// Rows by which `from` may be linked to `to`, best first (the one whose kinds and products fit most exactly). Layers
/// count as all their members. Empty: the two may not be linked in this direction.
[[nodiscard]] QList<const LinkRow*> legalRows(const Design& design, const Catalog& catalog, const ElementId& from,
                                              const ElementId& to);

/// The catalog's ports of one row between two elements: port cases, the target's own port, and for availability-group
/// replication the endpoint ports of `group` (the group's id; empty: of any group that both have instances in).
[[nodiscard]] QStringList rowPorts(const Design& design, const Catalog& catalog, const LinkRow& row,
                                   const ElementId& from, const ElementId& to, const GroupId& group = {});

/// The ports of a link: its own, else those of its rows (for availability-group replication the endpoint port).
[[nodiscard]] QStringList effectivePorts(const Design& design, const Catalog& catalog, const Link& link);

/// The functions above with tables made once: for asking about many elements of one design, where each of the functions
/// would look through the whole design. Refers to the design and the catalog; must not outlive them.
class Connections {
public:
    Connections(const Design& design, const Catalog& catalog);

    [[nodiscard]] QStringList carriedProducts(const ElementId& id) const;
    [[nodiscard]] bool fits(const ElementId& id, const LinkEnd& end) const;
    [[nodiscard]] QList<ElementId> endsOf(const ElementId& id, const std::vector<LinkEnd>& ends) const;
    [[nodiscard]] QList<const LinkRow*> legalRows(const ElementId& from, const ElementId& to) const;
    [[nodiscard]] QStringList rowPorts(const LinkRow& row, const ElementId& from, const ElementId& to,
                                       const GroupId& group = {}) const;
    [[nodiscard]] QStringList effectivePorts(const Link& link) const;

private:
    std::shared_ptr<const Surroundings> m_around;
};

}  // namespace redoubt

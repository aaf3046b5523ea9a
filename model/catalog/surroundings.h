// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt {

/// What stands around an element and what it carries: by looking through the design each time, or by tables made once.
/// Both give the same.
class Surroundings {
public:
    Surroundings(const Design& design, const Catalog& catalog, bool indexed);

    [[nodiscard]] const Design& design() const { return m_design; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] QList<ElementId> children(const ElementId& container) const;
    /// A layer's members, nested layers looked through; another element is its own only member.
    [[nodiscard]] QList<ElementId> members(const ElementId& id) const;
    /// What is hosted on machines or stands in them (not in sites and the like).
    [[nodiscard]] QList<ElementId> inside(const QList<ElementId>& machines) const;
    [[nodiscard]] QList<const Group*> availabilityGroupsOf(const ElementId& instance) const;
    /// See `carriedProducts`.
    [[nodiscard]] QStringList products(const ElementId& id) const;

private:
    [[nodiscard]] QStringList ofListener(const ElementId& id) const;
    [[nodiscard]] QStringList ofInstance(const ElementId& id) const;

    const Design& m_design;
    const Catalog& m_catalog;
    bool m_indexed;
    QHash<ElementId, QList<ElementId>> m_children, m_hosted;
    QHash<QString, QList<const Group*>> m_ofListener;
    QHash<ElementId, QList<const Group*>> m_ofInstance;
};

}  // namespace redoubt

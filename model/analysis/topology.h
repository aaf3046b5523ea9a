// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/connections.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace redoubt {

/// One concrete connection: a link with its layers resolved to members.
struct Flow {
    LinkId link;
    ElementId from;
    ElementId to;
    QStringList rows;   ///< those of the link's rows that fit this pair
    QStringList ports;  ///< effective
    LinkUse use = LinkUse::Normal;
};

/// Facts derived from a design, built once per run and shared by rules, availability and exports. Holds references to
/// the design and the catalog: it must not outlive them.
class Topology {
public:
    Topology(const Design& design, const Catalog& catalog);

    [[nodiscard]] const Design& design() const { return *m_design; }
    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] const Connections& connections() const { return m_connections; }

    /// Elements of a kind, by id.
    [[nodiscard]] const QList<ElementId>& ofKind(const QString& kind) const;
    /// Groups of a kind, by id.
    [[nodiscard]] const QList<GroupId>& groupsOfKind(const QString& kind) const;
    /// Direct children of a container (empty id: the canvas).
    [[nodiscard]] const QList<ElementId>& children(const ElementId& container) const;
    /// Elements whose `host` is this one.
    [[nodiscard]] const QList<ElementId>& hosted(const ElementId& host) const;
    /// Groups that have the element as a member.
    [[nodiscard]] const QList<GroupId>& groupsOf(const ElementId& element) const;

    /// Nearest ancestor (of the element's host when hosted) whose kind counts as a site; empty when there is none.
    [[nodiscard]] ElementId siteOf(const ElementId& id) const;
    /// Nearest ancestor that is not a layer; empty: the canvas.
    [[nodiscard]] ElementId containerOf(const ElementId& id) const;
    /// All ancestors, nearest first, layers included.
    [[nodiscard]] QList<ElementId> ancestors(const ElementId& id) const;
    /// The machine: the host, else for an instance or database the server it stands in, else itself.
    [[nodiscard]] ElementId machineOf(const ElementId& id) const;

    [[nodiscard]] const QList<Flow>& flows() const { return m_flows; }
    /// Flows that start (end) at this element. Indices into `flows()`.
    [[nodiscard]] const QList<int>& from(const ElementId& id) const;
    [[nodiscard]] const QList<int>& to(const ElementId& id) const;
    [[nodiscard]] const Flow& flow(int index) const { return m_flows[index]; }

    /// `ss`, `rmq`, `pm` ...: see carriedProducts.
    [[nodiscard]] const QStringList& products(const ElementId& id) const;

    /// The property given or its default; nothing when unknown.
    [[nodiscard]] std::optional<PropertyValue> value(const ElementId& id, const QString& property) const;
    [[nodiscard]] QString text(const ElementId& id, const QString& property) const;
    /// True when `state` is active (the default).
    [[nodiscard]] bool isActive(const ElementId& id) const;
    /// Round-trip time between two sites from their site link; nothing when there is none or it is not given.
    [[nodiscard]] std::optional<double> latencyMs(const ElementId& siteA, const ElementId& siteB) const;

    /// Whether people would say `a` before `b`: elements or groups by name, those of one name by id. What a drawing leaves
    /// open between equals is settled so, not by the order in which they were drawn.
    [[nodiscard]] bool isSaidBefore(const QString& a, const QString& b) const;
    /// The one that people would say first; empty for none.
    template <class Id>
    [[nodiscard]] Id firstSaid(const QList<Id>& ids) const
    {
        const auto first = std::min_element(ids.cbegin(), ids.cend(),
                                            [this](const Id& a, const Id& b) { return isSaidBefore(a.value, b.value); });
        return first == ids.cend() ? Id{} : *first;
    }

    /// A layer's members, nested layers looked through; of anything else itself.
    [[nodiscard]] QList<ElementId> members(const ElementId& id) const;

private:
    [[nodiscard]] const Element* at(const ElementId& id) const;  // null when there is none
    void indexElements();
    void resolve(const LinkId& id, const Link& link);
    [[nodiscard]] QList<std::pair<ElementId, ElementId>> pairsByKind(const Link& link, const QList<ElementId>& sources,
                                                                      const QList<ElementId>& targets) const;
    [[nodiscard]] QList<ElementId> fitting(const QList<ElementId>& ids, const std::vector<LinkEnd>& ends) const;
    [[nodiscard]] QStringList portsFor(const Link& link, const QStringList& rows, const ElementId& from,
                                       const ElementId& to) const;

    const Design* m_design;
    const Catalog* m_catalog;
    Connections m_connections;
    QHash<ElementId, const Element*> m_element;
    QHash<QString, QList<ElementId>> m_ofKind;
    QHash<QString, QList<GroupId>> m_groupsOfKind;
    QHash<ElementId, QList<ElementId>> m_children, m_hosted;
    QHash<ElementId, QList<GroupId>> m_groupsOf;
    QHash<ElementId, QStringList> m_products;
    QHash<ElementId, QList<int>> m_from, m_to;
    QHash<std::pair<QString, QString>, double> m_latency;
    QList<Flow> m_flows;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/components.h"

#include <functional>

namespace redoubt {

/// Where a path starts: a balancer or a node, and whether people have to send the clients there.
struct Entry {
    ElementId id;
    LinkUse use = LinkUse::Normal;
    bool severed = false;  ///< every link to it is taken as down
};

/// Ways from an entry through balancers to the nodes of one product: `ss`, `rmq`, `pm` or `nps`. A balancer's own legs
/// are all automatic, whatever their use: it watches its targets (catalogue d.1.3, E11).
class PathFinder {
public:
    /// Whether a node counts, as a function of the components; constant `no` leaves it out.
    using NodeUp = std::function<FactorPtr(const ElementId&)>;

    PathFinder(const Topology& topology, Diagram& diagram, Components& components, QString product);

    [[nodiscard]] const QString& product() const { return m_product; }
    /// `Secret Server web path`, `Broker path` ...
    [[nodiscard]] QString label() const;
    /// The nodes of the product, active or not.
    [[nodiscard]] const QList<ElementId>& nodes() const { return m_nodes; }
    /// What a link to `id` reaches at its end: the node itself, or the brokers that run on it.
    [[nodiscard]] QList<ElementId> nodesAt(const ElementId& id) const;
    [[nodiscard]] bool isBalancer(const ElementId& id) const;

    /// Entries that are used by flows of these rows, each once; the strongest use counts. `from`: only flows of these.
    [[nodiscard]] std::vector<Entry> entries(const QStringList& rows, const QList<ElementId>* from = nullptr) const;
    /// Where nobody is drawn using the product: its outermost balancers, or its nodes.
    [[nodiscard]] std::vector<Entry> outermost() const;

    [[nodiscard]] FactorPtr reach(const ElementId& entry, const NodeUp& nodeUp) const;
    /// The balancers and nodes on the ways from `entry`.
    [[nodiscard]] QList<ElementId> balancersFrom(const ElementId& entry) const;
    [[nodiscard]] QList<ElementId> nodesFrom(const ElementId& entry) const;

private:
    [[nodiscard]] bool carries(const Flow& flow) const;
    [[nodiscard]] QList<ElementId> legs(const ElementId& balancer, bool alsoSevered = false) const;
    [[nodiscard]] FactorPtr reach(const ElementId& entry, const NodeUp& nodeUp, QSet<ElementId>& onTheWay) const;
    void collect(const ElementId& entry, QList<ElementId>& balancers, QList<ElementId>& nodes) const;

    const Topology& m_topology;
    Diagram& m_diagram;
    Components& m_components;
    QString m_product;
    QList<ElementId> m_nodes;
    QSet<ElementId> m_isNode;
};

}  // namespace redoubt

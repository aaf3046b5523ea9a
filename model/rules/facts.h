// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/analysis/topology.h"
#include "model/catalog/connections.h"
#include "model/rules/fact.h"

#include <future>

namespace redoubt {

class Facts;

/// A derived fact: a name that conditions may ask of certain things, and how it is found. What is not derived is a
/// property of the catalog.
struct FactDef {
    const char* name;
    int of;  ///< the Thing types that have it, or-ed
    const char* type;  ///< what it yields, in the words of ValueType::ofWords
    Fact (*find)(Facts&, const Thing&);
};
[[nodiscard]] const FactDef* factDef(const QString& name);
/// The row for things of `type` among those with the name of `def`; null when there is none.
[[nodiscard]] const FactDef* factDefFor(const FactDef* def, Thing::Type type);
[[nodiscard]] QStringList factNames();

/// What rules know of one design: the topology, the estimates and what follows from them. Values that cost something
/// are kept, so one object serves one run of one thread. Must not outlive its arguments.
class Facts {
public:
    /// `estimated`: services and budgets of the report may still be on their way until then; who asks for them waits.
    Facts(const Topology& topology, const Report& report, std::shared_future<void> estimated = {});

    [[nodiscard]] const Topology& topology() const { return m_topology; }
    [[nodiscard]] const Design& design() const { return m_topology.design(); }
    [[nodiscard]] const Catalog& catalog() const { return m_topology.catalog(); }
    [[nodiscard]] const Report& report() const
    {
        if (m_estimated.valid())
            m_estimated.wait();
        return m_report;
    }
    [[nodiscard]] const Connections& connections() const { return m_connections; }

    /// All things of an element or group kind, or of `element`, `group`, `link`, `flow`, `member`, `service`.
    [[nodiscard]] Fact ofKind(const QString& kind);
    /// Nothing when no element or group has the id.
    [[nodiscard]] Fact thing(const QString& id) const;
    [[nodiscard]] Fact things(const QList<ElementId>& ids) const;
    [[nodiscard]] Thing flowThing(int index) const;
    /// Lists of texts, kept.
    [[nodiscard]] const Fact& flowRows(int index);
    [[nodiscard]] const Fact& flowPorts(int index);
    /// The value of a property, given or by default, with references turned into things.
    [[nodiscard]] Fact property(const Thing& thing, const QString& name) const;
    [[nodiscard]] QString kindOf(const QString& id) const;

    [[nodiscard]] ElementId siteOf(const ElementId& id);
    /// Elements whose site is this one, by id.
    [[nodiscard]] const QList<ElementId>& inSite(const ElementId& site);
    /// Everything that `id` connects to: also through balancers and listeners, and what is hosted on a machine when
    /// the port is one of it.
    [[nodiscard]] const QList<ElementId>& reached(const ElementId& id);
    [[nodiscard]] const Fact& reachedThings(const ElementId& id);  ///< the same as things
    [[nodiscard]] const QList<ElementId>& reachedBy(const ElementId& id);
    /// Where the databases of a web server are: availability groups and instances, by id.
    [[nodiscard]] const QStringList& storesOf(const ElementId& web);
    [[nodiscard]] const QList<ElementId>& clientsOf(const QString& store);
    /// Products of the databases that an instance holds, alone or in availability groups.
    [[nodiscard]] QStringList instanceProducts(const ElementId& instance) const;
    [[nodiscard]] QStringList groupProducts(const GroupId& group) const;
    [[nodiscard]] QList<ElementId> instancesOf(const ElementId& server) const;
    [[nodiscard]] ElementId serverOf(const ElementId& instance) const;
    /// The elements or groups whose property `key` names `target`.
    [[nodiscard]] const QStringList& referring(const QString& key, const QString& target);
    /// True for a de-site or engine that serves the cloud tenant.
    [[nodiscard]] bool servesCloud(const ElementId& engine);

    /// A fact as people read it: display names, lists with `and`, numbers without needless digits.
    [[nodiscard]] QString words(const Fact& fact) const;
    /// Ids of the things in a fact; a flow stands for its link, a member for its server's place in the group.
    [[nodiscard]] QStringList ids(const Fact& fact) const;

private:
    [[nodiscard]] Fact value(const PropertyValue& value, const PropertyDef* def) const;
    void follow(const ElementId& from, QList<ElementId>& result);
    void indexReaching();
    void indexStores();

    const Topology& m_topology;
    const Report& m_report;
    const std::shared_future<void> m_estimated;
    const Connections m_connections;
    QHash<QString, Thing> m_things;
    QHash<QString, Fact> m_ofKind;
    QHash<ElementId, ElementId> m_site;
    QHash<ElementId, QList<ElementId>> m_inSite, m_reached, m_reachedBy;
    QHash<ElementId, Fact> m_reachedThings;
    std::vector<Fact> m_flowRows, m_flowPorts;  // by flow, when asked for
    QHash<ElementId, QStringList> m_stores;
    QHash<QString, QList<ElementId>> m_clients;
    QHash<QString, QHash<QString, QStringList>> m_referring;
    bool m_sitesIndexed = false, m_reachingIndexed = false, m_storesIndexed = false;
};

}  // namespace redoubt

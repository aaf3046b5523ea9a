// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/changes.h"

#include "model/analysis/availability.h"
#include "model/analysis/importance.h"
#include "model/analysis/votes.h"
#include "model/design/edits.h"
#include "model/rules/fixdraft.h"

#include <algorithm>

namespace redoubt {

namespace {

class Changes {
public:
    Changes(const Design& design, const Catalog& catalog)
        : m_design(design), m_catalog(catalog), m_topology(design, catalog)
    {
    }

    [[nodiscard]] std::vector<Improvement> list(double target)
    {
        QStringList missed;
        for (const ServiceEstimate& service : estimateAvailability(m_topology))
            if (service.withManualFailover < target)
                missed << service.id;
        for (const ServiceImportance& service : importanceOf(m_topology))
            if (missed.contains(service.service))
                for (size_t i = 0; i < std::min(service.components.size(), size_t(6)); ++i)
                    strengthen(ElementId{service.components[i].id});
        for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("availability-group")))
            synchronise(id);
        for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("wsfc")))
            addWitness(id);
        return std::move(m_changes);
    }

private:
    [[nodiscard]] QString name(const QString& id) const { return m_design.displayName(id); }

    void add(const QString& text, const QStringList& ids, Patch patch, int machines)
    {
        const bool known = std::any_of(m_changes.begin(), m_changes.end(), [&](const Improvement& c) { return c.text == text; });
        if (known || patch.isEmpty())
            return;
        Improvement change;
        change.text = text;
        change.ids = ids;
        change.patch = std::move(patch);
        change.machines = machines;
        m_changes.push_back(std::move(change));
    }

    void strengthen(const ElementId& id)
    {
        const Element* element = m_design.element(id);
        if (!element)
            return;
        // No balancer: whoever calls it knows one name, and its figure is that of a redundant pair already.
        static const QStringList doubled{
            QStringLiteral("ss-web"),     QStringLiteral("pm-web"),       QStringLiteral("distributed-engine"), QStringLiteral("jump-host"),
            QStringLiteral("nps-server"), QStringLiteral("nps-node"),     QStringLiteral("recording-share"),
            QStringLiteral("rabbitmq-node")};
        if (element->kind == QLatin1String("reverse-proxy")) {
            const double nodes = m_topology.value(id, QStringLiteral("nodes")).value_or(PropertyValue(1)).number().value_or(1);
            add(QStringLiteral("Run %1 on %2 machines.").arg(name(id.value)).arg(int(nodes) + 1), {id.value},
                edits::setProperty(m_design, {id.value}, QStringLiteral("nodes"), PropertyValue(int(nodes) + 1)), 1);
        } else if (doubled.contains(element->kind)) {
            add(QStringLiteral("Add another one beside %1 (%2), with the same connections.").arg(name(id.value), id.value), {id.value},
                another(id), 1);
        }
    }

    /// A second one like `id` beside it, in its groups and with its connections.
    [[nodiscard]] Patch another(const ElementId& id) const
    {
        FixDraft draft(m_design, m_catalog, {});
        const ElementId copy = draft.copy(id);
        if (copy.isEmpty())
            return {};
        // People pick a jump host themselves; what they call by a fixed name keeps its name (FixDraft::copy).
        if (m_design.element(id)->kind == QLatin1String("jump-host"))
            for (const int index : m_topology.to(id))
                if (const Flow& flow = m_topology.flow(index); !flow.rows.isEmpty())
                    (void)draft.connect(flow.from, copy, flow.rows, *m_design.link(flow.link));
        return difference(m_design, draft.design());
    }

    [[nodiscard]] static bool holdsPrivilegeManager(const Group& ag)
    {
        const PropertyValue* databases = find(ag.properties, QStringLiteral("databases"));
        const PropertyList* list = databases ? databases->list() : nullptr;
        return list && std::any_of(list->begin(), list->end(), [](const PropertyValue& database) {
            return database.record() && textAt(*database.record(), QStringLiteral("product")) == QLatin1String("pm");
        });
    }

    /// A secondary that a person has to force becomes one that takes over by itself.
    void synchronise(const GroupId& id)
    {
        Group ag = *m_design.group(id);
        const auto field = [](const GroupMember& m, const char16_t* key) { return textAt(m.fields, QString::fromUtf16(key)); };
        auto primary = std::find_if(ag.members.begin(), ag.members.end(), [&](const GroupMember& m) { return field(m, u"role") == QLatin1String("primary"); });
        if (primary == ag.members.end())
            return;
        const auto automatic = [&](const GroupMember& m) {
            return field(m, u"mode") == QLatin1String("sync") && field(m, u"failover") == QLatin1String("auto");
        };
        const ElementId home = m_topology.siteOf(primary->element);
        auto partner = ag.members.end();
        for (auto it = ag.members.begin(); it != ag.members.end(); ++it) {
            if (it == primary || !m_topology.isActive(m_topology.machineOf(it->element)))
                continue;
            if (automatic(*it) && automatic(*primary))
                return;
            if (partner == ag.members.end() || (m_topology.siteOf(it->element) == home && m_topology.siteOf(partner->element) != home))
                partner = it;
        }
        if (partner == ag.members.end())
            return;
        // Privilege Manager has too many transactions for a synchronous copy in another site (rule SQL-019).
        if (holdsPrivilegeManager(ag) && m_topology.siteOf(partner->element) != home)
            return;
        for (GroupMember* member : {&*primary, &*partner}) {
            member->fields[QStringLiteral("mode")] = QStringLiteral("sync");
            member->fields[QStringLiteral("failover")] = QStringLiteral("auto");
        }
        const QString text = QStringLiteral("Let %1 commit synchronously and fail over by itself between %2 and %3.")
                                 .arg(name(id.value), name(m_topology.machineOf(primary->element).value), name(m_topology.machineOf(partner->element).value));
        Patch patch;
        patch.set(id, std::move(ag));
        add(text, {id.value}, std::move(patch), 0);
    }

    /// A vote that breaks ties, from the cloud: it needs no machine and no third site.
    void addWitness(const GroupId& id)
    {
        const ClusterVotes votes = votesOf(m_topology, id);
        if (!votes.witness.isEmpty() || votes.total() % 2 != 0 || votes.total() == 0)
            return;
        Patch patch;
        const ElementId witness{m_design.freeId(QStringLiteral("witness"))};
        Element element;
        element.kind = QStringLiteral("witness");
        element.name = QStringLiteral("Cloud witness");
        element.properties[QStringLiteral("type")] = QStringLiteral("cloud");
        patch.set(witness, std::move(element));
        Group cluster = *m_design.group(id);
        cluster.properties[QStringLiteral("witness")] = witness.value;
        cluster.properties.erase(QStringLiteral("quorum-mode"));
        Design changed = m_design;
        for (const GroupMember& member : cluster.members) {
            Link link;
            link.from = member.element;
            link.to = witness;
            link.rows = {QStringLiteral("CN-08")};
            const QString linkId = changed.freeId(member.element.value + QStringLiteral("-to-") + witness.value);
            changed.insert(linkId, link);
            patch.set(LinkId{linkId}, std::move(link));
        }
        patch.set(id, std::move(cluster));
        add(QStringLiteral("Add a cloud witness to %1.").arg(name(id.value)), {id.value}, std::move(patch), 0);
    }

    const Design& m_design;
    const Catalog& m_catalog;
    Topology m_topology;
    std::vector<Improvement> m_changes;
};

}  // namespace

std::vector<Improvement> possibleChanges(const Design& design, const Catalog& catalog, double target)
{
    return Changes(design, catalog).list(target);
}

}  // namespace redoubt

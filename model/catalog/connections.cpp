// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/connections.h"

#include "model/catalog/surroundings.h"

#include <array>

namespace redoubt {

namespace {

void addOnce(QStringList& list, const QStringList& items)
{
    for (const QString& item : items)
        if (!list.contains(item))
            list << item;
}

/// How well an element fits an end: nothing when it does not; more where more is known to fit. With `strict`, what is
/// not known does not fit.
std::optional<int> fitness(const Surroundings& around, const ElementId& id, const Element& element,
                           const LinkEnd& end, bool strict)
{
    if (!end.kind.isEmpty() && element.kind != end.kind)
        return {};
    int score = 0;
    if (!end.products.isEmpty()) {
        const QStringList carried = around.products(id);
        const bool carries = std::any_of(carried.begin(), carried.end(),
                                         [&](const QString& product) { return end.products.contains(product); });
        if (!carries && (strict || !carried.isEmpty()))
            return {};
        score += carries ? 2 : 0;
    }
    const auto judge = [&](const QString& condition) {
        const bool known = around.catalog().holds(element, condition, false);
        if (!known && (strict || !around.catalog().holds(element, condition, true)))
            return false;
        score += known ? 1 : -1;
        return true;
    };
    if (!end.scope.isEmpty() && !judge(QStringLiteral("scope=") + end.scope))
        return {};
    if (!end.service.isEmpty() && !judge(QStringLiteral("services=") + end.service))
        return {};
    return std::all_of(end.with.begin(), end.with.end(), judge) ? std::optional(score) : std::nullopt;
}

std::optional<int> fitness(const Surroundings& around, const ElementId& id, const LinkEnd& end, bool strict)
{
    const Element* element = around.design().element(id);
    return element ? fitness(around, id, *element, end, strict) : std::nullopt;
}

/// One end of a link. What runs on the members is looked up when a row asks for it.
class Side {
public:
    Side(const Surroundings& around, const ElementId& id)
        : m_around(around), m_ids(around.members(id)), m_members(elements(m_ids))
    {
    }

    struct Fit {
        QList<ElementId> ids;
        bool inside = false;
        int score = 0;
    };

    /// `onMachine`: see LinkRow.
    [[nodiscard]] Fit fit(const std::vector<LinkEnd>& ends, bool onMachine)
    {
        Fit result = among(m_members, ends);
        if (!result.ids.isEmpty() || !onMachine)
            return result;
        if (!m_inside)
            m_inside = elements(m_around.inside(m_ids));
        result = among(*m_inside, ends);
        result.inside = true;
        return result;
    }

private:
    using Elements = std::vector<std::pair<ElementId, const Element*>>;

    const Surroundings& m_around;
    QList<ElementId> m_ids;
    Elements m_members;
    std::optional<Elements> m_inside;

    [[nodiscard]] Elements elements(const QList<ElementId>& ids) const
    {
        Elements result;
        for (const ElementId& id : ids)
            if (const Element* element = m_around.design().element(id))
                result.emplace_back(id, element);
        return result;
    }

    [[nodiscard]] Fit among(const Elements& elements, const std::vector<LinkEnd>& ends) const
    {
        Fit result;
        for (const auto& [id, element] : elements) {
            std::optional<int> best;
            for (const LinkEnd& end : ends)
                if (const auto score = fitness(m_around, id, *element, end, false))
                    best = std::max(*score, best.value_or(*score));
            if (!best)
                continue;
            result.score = result.ids.isEmpty() ? *best : std::max(result.score, *best);
            result.ids << id;
        }
        return result;
    }
};

QList<const LinkRow*> legal(const Surroundings& around, const ElementId& from, const ElementId& to)
{
    struct Candidate {
        const LinkRow* row;
        std::array<int, 4> rank;
    };
    const Element* source = around.design().element(from);
    if (!source || !around.design().element(to) || (from == to && source->kind != QLatin1String("layer")))
        return {};
    Side fromSide(around, from), toSide(around, to);
    std::vector<Candidate> candidates;
    for (const LinkRow& row : around.catalog().rows) {
        const Side::Fit a = fromSide.fit(row.from, row.fromOnMachine);
        if (a.ids.isEmpty())
            continue;
        const Side::Fit b = toSide.fit(row.to, row.toOnMachine);
        if (b.ids.isEmpty() || (a.ids.size() == 1 && a.ids == b.ids))
            continue;
        candidates.push_back({&row, {int(a.inside) + int(b.inside), !row.offered, row.use != LinkUse::Normal,
                                     -(a.score + b.score)}});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    QList<const LinkRow*> rows;
    for (const Candidate& candidate : candidates)
        rows << candidate.row;
    return rows;
}

bool standsOn(const Element& instance, const ElementId& id, const ElementId& server)
{
    return id == server || instance.in == server || (!instance.host.isEmpty() && instance.host == server);
}

/// The endpoint ports of the group's instances on the two servers; 5022 where none is set (domain catalogue CN-06).
QStringList endpointPorts(const Surroundings& around, const Group& group, const ElementId& a, const ElementId& b)
{
    QStringList result;
    for (const GroupMember& member : group.members) {
        const Element* instance = around.design().element(member.element);
        if (!instance || (!standsOn(*instance, member.element, a) && !standsOn(*instance, member.element, b)))
            continue;
        const auto given = around.catalog().value(*instance, QStringLiteral("endpoint-port"));
        addOnce(result, {QStringLiteral("%1/tcp").arg(given ? given->integer().value_or(5022) : 5022)});
    }
    return result;
}

/// The availability groups with instances on both servers.
QList<const Group*> sharedGroups(const Surroundings& around, const ElementId& a, const ElementId& b)
{
    const auto groupsOn = [&](const ElementId& server) {
        QList<const Group*> groups = around.availabilityGroupsOf(server);
        for (const ElementId& instance : around.inside({server}))
            groups << around.availabilityGroupsOf(instance);
        return groups;
    };
    const QList<const Group*> there = groupsOn(b);
    QList<const Group*> both;
    for (const Group* group : groupsOn(a))
        if (there.contains(group) && !both.contains(group))
            both << group;
    return both;
}

bool isReplicationOfAvailabilityGroup(const LinkRow& row)
{
    return row.meaning == QLatin1String("replication")
        && std::any_of(row.properties.begin(), row.properties.end(), [](const PropertyDef& property) {
               return property.refKinds.contains(QLatin1String("availability-group"));
           });
}

QStringList replicationPorts(const Surroundings& around, const LinkRow& row, const ElementId& from,
                             const ElementId& to, const GroupId& id)
{
    QStringList result;
    if (const Group* group = around.design().group(id))
        result = endpointPorts(around, *group, from, to);
    else
        for (const Group* shared : sharedGroups(around, from, to))
            addOnce(result, endpointPorts(around, *shared, from, to));
    return result.isEmpty() ? row.ports : result;
}

QStringList portsOf(const Surroundings& around, const LinkRow& row, const ElementId& from, const ElementId& to,
                    const GroupId& group)
{
    if (isReplicationOfAvailabilityGroup(row))
        return replicationPorts(around, row, from, to, group);
    QStringList ports;
    bool anyCase = false;
    for (const PortCase& one : row.portCases) {
        const bool holds = (!one.from || fitness(around, from, *one.from, true))
            && (!one.to || fitness(around, to, *one.to, true));
        if (holds)
            addOnce(ports, one.ports);
        anyCase |= holds;
    }
    if (!anyCase)
        ports = row.ports;
    if (row.portProperty.isEmpty() || ports.isEmpty())
        return ports;
    const bool ofInitiator = row.portProperty.startsWith(QLatin1String("from."));
    const Element* listening = around.design().element(ofInitiator ? from : to);
    const QString key = ofInitiator ? row.portProperty.mid(5) : row.portProperty;
    const auto given = listening ? around.catalog().value(*listening, key) : std::nullopt;
    if (given && given->integer())
        ports.first() = QString::number(*given->integer()) + ports.first().mid(ports.first().indexOf(u'/'));
    return ports;
}

QStringList portsOf(const Surroundings& around, const Link& link)
{
    if (!link.ports.isEmpty())
        return link.ports;
    const GroupId group{textAt(link.properties, QStringLiteral("group"))};
    QStringList ports;
    for (const QString& id : link.rows) {
        const LinkRow* row = around.catalog().row(id);
        if (!row)
            continue;
        const bool asRow = row->portCases.empty() && row->portProperty.isEmpty()
            && !isReplicationOfAvailabilityGroup(*row);
        bool any = false;
        if (!asRow) {
            const QList<ElementId> from = Side(around, link.from).fit(row->from, row->fromOnMachine).ids;
            const QList<ElementId> to = Side(around, link.to).fit(row->to, row->toOnMachine).ids;
            for (const ElementId& a : from)
                for (const ElementId& b : to)
                    if (a != b) {
                        addOnce(ports, portsOf(around, *row, a, b, group));
                        any = true;
                    }
        }
        if (!any)
            addOnce(ports, row->ports);
    }
    return ports;
}

}  // namespace

QStringList carriedProducts(const Design& design, const Catalog& catalog, const ElementId& id)
{
    return Surroundings(design, catalog, false).products(id);
}

bool fits(const Design& design, const Catalog& catalog, const ElementId& id, const LinkEnd& end)
{
    return fitness(Surroundings(design, catalog, false), id, end, false).has_value();
}

QList<ElementId> endsOf(const Design& design, const Catalog& catalog, const ElementId& id,
                        const std::vector<LinkEnd>& ends)
{
    return Side(Surroundings(design, catalog, false), id).fit(ends, true).ids;
}

QList<const LinkRow*> legalRows(const Design& design, const Catalog& catalog, const ElementId& from,
                                const ElementId& to)
{
    return legal(Surroundings(design, catalog, false), from, to);
}

QStringList rowPorts(const Design& design, const Catalog& catalog, const LinkRow& row, const ElementId& from,
                     const ElementId& to, const GroupId& group)
{
    return portsOf(Surroundings(design, catalog, false), row, from, to, group);
}

QStringList effectivePorts(const Design& design, const Catalog& catalog, const Link& link)
{
    return portsOf(Surroundings(design, catalog, false), link);
}

Connections::Connections(const Design& design, const Catalog& catalog)
    : m_around(std::make_shared<const Surroundings>(design, catalog, true))
{
}

QStringList Connections::carriedProducts(const ElementId& id) const { return m_around->products(id); }

bool Connections::fits(const ElementId& id, const LinkEnd& end) const
{
    return fitness(*m_around, id, end, false).has_value();
}

QList<ElementId> Connections::endsOf(const ElementId& id, const std::vector<LinkEnd>& ends) const
{
    return Side(*m_around, id).fit(ends, true).ids;
}

QList<const LinkRow*> Connections::legalRows(const ElementId& from, const ElementId& to) const
{
    return legal(*m_around, from, to);
}

QStringList Connections::rowPorts(const LinkRow& row, const ElementId& from, const ElementId& to,
                                  const GroupId& group) const
{
    return portsOf(*m_around, row, from, to, group);
}

QStringList Connections::effectivePorts(const Link& link) const { return portsOf(*m_around, link); }

}  // namespace redoubt

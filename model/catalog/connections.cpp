// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/connections.h"

#include <QSet>

namespace redoubt {

namespace {

const QString layerKind = QStringLiteral("layer");
const QString balancerKind = QStringLiteral("load-balancer");
const QString brokerKind = QStringLiteral("rabbitmq-node");
const QString instanceKind = QStringLiteral("sql-instance");
const QString listenerKind = QStringLiteral("ag-listener");
const QString availabilityGroupKind = QStringLiteral("availability-group");
const QString rmq = QStringLiteral("rmq");
const QString productKey = QStringLiteral("product");

void addOnce(QStringList& list, const QString& item)
{
    if (!item.isEmpty() && !list.contains(item))
        list << item;
}

void addOnce(QStringList& list, const QStringList& items)
{
    for (const QString& item : items)
        addOnce(list, item);
}

/// A listener leads to its product; one with a broker port leads to the broker too, as where the brokers stand on the
/// web servers and share their address (domain catalogue, SS+PM A-1, B-1, C-1).
QStringList ofBalancer(const Element& balancer)
{
    QStringList result;
    const PropertyValue* listeners = find(balancer.properties, QStringLiteral("listeners"));
    if (!listeners || !listeners->list())
        return result;
    for (const PropertyValue& item : *listeners->list()) {
        const PropertyRecord* listener = item.record();
        if (!listener)
            continue;
        addOnce(result, textAt(*listener, productKey));
        const PropertyValue* ports = find(*listener, QStringLiteral("ports"));
        for (const QString& port : ports ? ports->textItems() : QStringList())
            if (port == QLatin1String("5671/tcp") || port == QLatin1String("5672/tcp"))
                addOnce(result, rmq);
    }
    return result;
}

void addDatabases(QStringList& products, const Group& availabilityGroup)
{
    const PropertyValue* databases = find(availabilityGroup.properties, QStringLiteral("databases"));
    if (!databases || !databases->list())
        return;
    for (const PropertyValue& database : *databases->list())
        if (const PropertyRecord* record = database.record())
            addOnce(products, textAt(*record, productKey));
}

template <typename Predicate>
QStringList ofAvailabilityGroups(const Design& design, Predicate belongs)
{
    QStringList result;
    for (const auto& group : design.groups)
        if (group->kind == availabilityGroupKind && belongs(*group))
            addDatabases(result, *group);
    return result;
}

QStringList ofInstance(const Design& design, const ElementId& id)
{
    QStringList result = ofAvailabilityGroups(design, [&](const Group& group) { return group.contains(id); });
    for (const auto& element : design.elements)
        if (element->in == id)
            addOnce(result, textAt(element->properties, productKey));
    return result;
}

/// How well an element fits an end: nothing when it does not; more where more is known to fit. With `strict`, what is
/// not known does not fit.
std::optional<int> fitness(const Design& design, const Catalog& catalog, const ElementId& id, const LinkEnd& end,
                           bool strict)
{
    const Element* element = design.element(id);
    if (!element || (!end.kind.isEmpty() && element->kind != end.kind))
        return {};
    int score = 0;
    if (!end.products.isEmpty()) {
        const QStringList carried = carriedProducts(design, catalog, id);
        const bool carries = std::any_of(carried.begin(), carried.end(),
                                         [&](const QString& product) { return end.products.contains(product); });
        if (!carries && (strict || !carried.isEmpty()))
            return {};
        score += carries ? 2 : 0;
    }
    QStringList conditions = end.with;
    if (!end.scope.isEmpty())
        conditions << QStringLiteral("scope=") + end.scope;
    if (!end.service.isEmpty())
        conditions << QStringLiteral("services=") + end.service;
    for (const QString& condition : conditions) {
        const bool known = catalog.holds(*element, condition, false);
        if (!known && (strict || !catalog.holds(*element, condition, true)))
            return {};
        score += known ? 1 : -1;
    }
    return score;
}

std::optional<int> bestFitness(const Design& design, const Catalog& catalog, const ElementId& id,
                               const std::vector<LinkEnd>& ends)
{
    std::optional<int> best;
    for (const LinkEnd& end : ends)
        if (const auto score = fitness(design, catalog, id, end, false); score && score.value() > best.value_or(INT_MIN))
            best = score;
    return best;
}

/// A layer's members, nested layers looked through; another element is its own only member.
QList<ElementId> membersOf(const Design& design, const ElementId& id)
{
    const Element* element = design.element(id);
    if (!element || element->kind != layerKind)
        return {id};
    QList<ElementId> result;
    QSet<ElementId> layers = {id};
    for (bool grown = true; grown;) {
        grown = false;
        for (auto it = design.elements.begin(); it != design.elements.end(); ++it)
            if (it.value()->kind == layerKind && layers.contains(it.value()->in) && !layers.contains(it.key())) {
                layers.insert(it.key());
                grown = true;
            }
    }
    for (auto it = design.elements.begin(); it != design.elements.end(); ++it)
        if (it.value()->kind != layerKind && layers.contains(it.value()->in))
            result << it.key();
    return result;
}

/// What is hosted on machines or stands in them (not in sites and the like).
QList<ElementId> insideOf(const Design& design, const Catalog& catalog, const QList<ElementId>& machines)
{
    QSet<ElementId> hosts;
    for (const ElementId& id : machines) {
        const Element* element = design.element(id);
        const ElementKind* kind = element ? catalog.kind(element->kind) : nullptr;
        if (kind && !kind->container)
            hosts.insert(id);
    }
    QList<ElementId> result;
    if (!hosts.isEmpty())
        for (auto it = design.elements.begin(); it != design.elements.end(); ++it)
            if (hosts.contains(it.value()->host) || hosts.contains(it.value()->in))
                result << it.key();
    return result;
}

/// One end of a link, with what it may stand for worked out once.
struct Side {
    QList<ElementId> members;
    QList<ElementId> inside;
};

struct SideFit {
    QList<ElementId> ids;
    bool inside = false;
    int score = 0;
};

SideFit fitOf(const Design& design, const Catalog& catalog, const Side& side, const std::vector<LinkEnd>& ends)
{
    SideFit fit;
    for (const bool inside : {false, true}) {
        for (const ElementId& id : inside ? side.inside : side.members)
            if (const auto score = bestFitness(design, catalog, id, ends)) {
                fit.score = fit.ids.isEmpty() ? *score : std::max(fit.score, *score);
                fit.ids << id;
            }
        fit.inside = inside;
        if (!fit.ids.isEmpty())
            break;
    }
    return fit;
}

Side sideOf(const Design& design, const Catalog& catalog, const ElementId& id)
{
    Side side;
    side.members = membersOf(design, id);
    side.inside = insideOf(design, catalog, side.members);
    return side;
}

/// The endpoint ports of the instances that the group has on the two servers; 5022 where none is set (S0, M5).
QStringList endpointPorts(const Design& design, const Catalog& catalog, const Group& group, const ElementId& a,
                          const ElementId& b)
{
    QStringList result;
    for (const GroupMember& member : group.members) {
        const Element* instance = design.element(member.element);
        if (!instance)
            continue;
        const bool here = member.element == a || member.element == b || instance->in == a || instance->in == b
            || (!instance->host.isEmpty() && (instance->host == a || instance->host == b));
        if (!here)
            continue;
        const auto given = catalog.value(*instance, QStringLiteral("endpoint-port"));
        const qint64 port = given ? given->integer().value_or(5022) : 5022;
        addOnce(result, QStringLiteral("%1/tcp").arg(port));
    }
    return result;
}

QStringList replicationPorts(const Design& design, const Catalog& catalog, const LinkRow& row, const ElementId& from,
                             const ElementId& to, const GroupId& id)
{
    QStringList result;
    if (const Group* group = design.group(id))
        result = endpointPorts(design, catalog, *group, from, to);
    else
        for (const auto& other : design.groups) {
            const bool onBoth = other->kind == availabilityGroupKind
                && !endpointPorts(design, catalog, *other, from, from).isEmpty()
                && !endpointPorts(design, catalog, *other, to, to).isEmpty();
            if (onBoth)
                addOnce(result, endpointPorts(design, catalog, *other, from, to));
        }
    return result.isEmpty() ? row.ports : result;
}

bool isReplicationOfAvailabilityGroup(const LinkRow& row)
{
    return row.meaning == QLatin1String("replication")
        && std::any_of(row.properties.begin(), row.properties.end(), [](const PropertyDef& property) {
               return property.refKinds.contains(availabilityGroupKind);
           });
}

}  // namespace

QStringList carriedProducts(const Design& design, const Catalog& catalog, const ElementId& id)
{
    const Element* element = design.element(id);
    const ElementKind* kind = element ? catalog.kind(element->kind) : nullptr;
    if (!kind)
        return {};
    if (kind->id == balancerKind)
        return ofBalancer(*element);
    if (kind->id == brokerKind)
        return {rmq};
    if (kind->id == listenerKind)
        return ofAvailabilityGroups(design, [&](const Group& group) {
            return textAt(group.properties, QStringLiteral("listener")) == id.value;
        });
    if (kind->id == instanceKind)
        return ofInstance(design, id);
    if (kind->id == QLatin1String("database")) {
        const QString product = textAt(element->properties, productKey);
        return product.isEmpty() ? QStringList() : QStringList(product);
    }
    return kind->product == QLatin1String("shared") ? QStringList() : QStringList(kind->product);
}

bool fits(const Design& design, const Catalog& catalog, const ElementId& id, const LinkEnd& end)
{
    return fitness(design, catalog, id, end, false).has_value();
}

QList<ElementId> endsOf(const Design& design, const Catalog& catalog, const ElementId& id,
                        const std::vector<LinkEnd>& ends)
{
    return fitOf(design, catalog, sideOf(design, catalog, id), ends).ids;
}

QList<const LinkRow*> legalRows(const Design& design, const Catalog& catalog, const ElementId& from,
                                const ElementId& to)
{
    struct Candidate {
        const LinkRow* row;
        std::array<int, 4> rank;
    };
    const Element* source = design.element(from);
    if (!source || !design.element(to) || (from == to && source->kind != layerKind))
        return {};
    const Side fromSide = sideOf(design, catalog, from), toSide = sideOf(design, catalog, to);
    std::vector<Candidate> candidates;
    for (const LinkRow& row : catalog.rows) {
        const SideFit a = fitOf(design, catalog, fromSide, row.from);
        if (a.ids.isEmpty())
            continue;
        const SideFit b = fitOf(design, catalog, toSide, row.to);
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

QStringList rowPorts(const Design& design, const Catalog& catalog, const LinkRow& row, const ElementId& from,
                     const ElementId& to, const GroupId& group)
{
    if (isReplicationOfAvailabilityGroup(row))
        return replicationPorts(design, catalog, row, from, to, group);
    QStringList ports;
    bool anyCase = false;
    for (const PortCase& one : row.portCases) {
        const bool holds = (!one.from || fitness(design, catalog, from, *one.from, true))
            && (!one.to || fitness(design, catalog, to, *one.to, true));
        if (holds)
            addOnce(ports, one.ports);
        anyCase |= holds;
    }
    if (!anyCase)
        ports = row.ports;
    if (row.portProperty.isEmpty() || ports.isEmpty())
        return ports;
    const bool ofInitiator = row.portProperty.startsWith(QLatin1String("from."));
    const Element* listening = design.element(ofInitiator ? from : to);
    const QString key = ofInitiator ? row.portProperty.mid(5) : row.portProperty;
    const auto given = listening ? catalog.value(*listening, key) : std::nullopt;
    if (given && given->integer())
        ports.first() = QString::number(*given->integer()) + ports.first().mid(ports.first().indexOf(u'/'));
    return ports;
}

QStringList effectivePorts(const Design& design, const Catalog& catalog, const Link& link)
{
    if (!link.ports.isEmpty())
        return link.ports;
    const GroupId group{textAt(link.properties, QStringLiteral("group"))};
    QStringList ports;
    for (const QString& id : link.rows) {
        const LinkRow* row = catalog.row(id);
        if (!row)
            continue;
        if (row->portCases.empty() && row->portProperty.isEmpty() && !isReplicationOfAvailabilityGroup(*row)) {
            addOnce(ports, row->ports);
            continue;
        }
        const QList<ElementId> from = endsOf(design, catalog, link.from, row->from);
        const QList<ElementId> to = endsOf(design, catalog, link.to, row->to);
        bool any = false;
        for (const ElementId& a : from)
            for (const ElementId& b : to)
                if (a != b || from.size() == 1) {
                    addOnce(ports, rowPorts(design, catalog, *row, a, b, group));
                    any = true;
                }
        if (!any)
            addOnce(ports, row->ports);
    }
    return ports;
}

}  // namespace redoubt

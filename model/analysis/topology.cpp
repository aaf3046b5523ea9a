// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/topology.h"

#include <algorithm>

namespace redoubt {

namespace {

template <class Map>
const typename Map::mapped_type& listAt(const Map& map, const typename Map::key_type& key)
{
    static const typename Map::mapped_type none;
    const auto it = map.constFind(key);
    return it == map.cend() ? none : it.value();
}

std::pair<QString, QString> sitePair(const ElementId& a, const ElementId& b)
{
    return a < b ? std::pair(a.value, b.value) : std::pair(b.value, a.value);
}

const QString layerKind = QStringLiteral("layer");
const QString siteRow = QStringLiteral("SITE");

}  // namespace

Topology::Topology(const Design& design, const Catalog& catalog) : m_design(&design), m_catalog(&catalog), m_connections(design, catalog)
{
    indexElements();
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it) {
        m_groupsOfKind[it.value()->kind] << it.key();
        for (const GroupMember& member : it.value()->members)
            if (QList<GroupId>& groups = m_groupsOf[member.element]; !groups.contains(it.key()))
                groups << it.key();
    }
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        m_products.insert(it.key(), m_connections.carriedProducts(it.key()));
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it)
        resolve(it.key(), *it.value());
    for (int i = 0; i < m_flows.size(); ++i) {
        m_from[m_flows[i].from] << i;
        m_to[m_flows[i].to] << i;
    }
}

void Topology::indexElements()
{
    for (auto it = m_design->elements.cbegin(); it != m_design->elements.cend(); ++it) {
        m_element.insert(it.key(), it.value().get());
        m_ofKind[it.value()->kind] << it.key();
        m_children[it.value()->in] << it.key();
        if (!it.value()->host.isEmpty())
            m_hosted[it.value()->host] << it.key();
    }
}

const Element* Topology::at(const ElementId& id) const { return m_element.value(id); }

bool Topology::isSaidBefore(const QString& a, const QString& b) const
{
    const int order = QString::compare(m_design->displayName(a), m_design->displayName(b));
    return order != 0 ? order < 0 : a < b;
}

QList<ElementId> Topology::members(const ElementId& id) const
{
    const Element* element = at(id);
    if (!element || element->kind != layerKind)
        return {id};
    QList<ElementId> result;
    for (const ElementId& child : children(id)) {
        const Element* member = at(child);
        if (member && member->kind == layerKind && result.size() < m_design->elements.size())
            result << members(child);
        else
            result << child;
    }
    return result;
}

void Topology::resolve(const LinkId& id, const Link& link)
{
    if (link.rows.contains(siteRow)) {
        if (const PropertyValue* latency = find(link.properties, QStringLiteral("latency-ms")))
            if (const auto ms = latency->number()) {
                double& known = m_latency[sitePair(link.from, link.to)];  // of several links the slowest
                known = std::max(known, *ms);
            }
        return;
    }
    const QList<ElementId> sources = members(link.from);
    const QList<ElementId> targets = members(link.to);
    const bool inside = link.from == link.to;
    QMap<std::pair<ElementId, ElementId>, QStringList> pairs;
    for (const QString& rowId : link.rows) {
        const LinkRow* row = m_catalog->row(rowId);
        if (!row)
            continue;
        const QList<ElementId> from = fitting(sources, row->from);
        const QList<ElementId> to = fitting(targets, row->to);
        for (const ElementId& a : from)
            for (const ElementId& b : to)
                if (a != b && !(inside && row->bothWays && b < a))
                    pairs[{a, b}] << rowId;
    }
    // No row allows it. It is a connection nevertheless: of the members of the right kinds, else of all.
    if (pairs.isEmpty())
        for (const auto& [a, b] : pairsByKind(link, sources, targets))
            pairs.insert({a, b}, {});
    if (pairs.isEmpty())
        for (const ElementId& a : sources)
            for (const ElementId& b : targets)
                if (a != b)
                    pairs.insert({a, b}, {});
    if (pairs.isEmpty())
        pairs.insert({link.from, link.to}, {});
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it)
        m_flows.append({id, it.key().first, it.key().second, it.value(), portsFor(link, it.value(), it.key().first, it.key().second), link.use});
}

QList<std::pair<ElementId, ElementId>> Topology::pairsByKind(const Link& link, const QList<ElementId>& sources,
                                                             const QList<ElementId>& targets) const
{
    const auto isOf = [this](const ElementId& id, const std::vector<LinkEnd>& ends) {
        const Element* element = at(id);
        return element && std::any_of(ends.begin(), ends.end(), [&](const LinkEnd& end) { return end.kind == element->kind; });
    };
    QList<std::pair<ElementId, ElementId>> result;
    for (const QString& rowId : link.rows)
        if (const LinkRow* row = m_catalog->row(rowId))
            for (const ElementId& a : sources)
                for (const ElementId& b : targets)
                    if (a != b && isOf(a, row->from) && isOf(b, row->to))
                        result.append({a, b});
    return result;
}

QList<ElementId> Topology::fitting(const QList<ElementId>& ids, const std::vector<LinkEnd>& ends) const
{
    QList<ElementId> result;
    for (const ElementId& id : ids)
        for (const LinkEnd& end : ends)
            if (m_connections.fits(id, end)) {
                result << id;
                break;
            }
    return result;
}

QStringList Topology::portsFor(const Link& link, const QStringList& rows, const ElementId& from,
                               const ElementId& to) const
{
    if (rows.isEmpty())
        return m_connections.effectivePorts(link);
    if (link.ports.isEmpty()) {
        const GroupId group{textAt(link.properties, QStringLiteral("group"))};
        QStringList ports;
        for (const QString& rowId : rows)
            if (const LinkRow* row = m_catalog->row(rowId))
                for (const QString& port : m_connections.rowPorts(*row, from, to, group))
                    if (!ports.contains(port))
                        ports << port;
        return ports;
    }
    if (rows.size() == link.rows.size())
        return link.ports;
    // Of a link that carries several rows, a pair that fits some of them has the ports of those.
    QStringList result;
    for (const QString& port : link.ports)
        for (const QString& rowId : rows)
            if (const LinkRow* row = m_catalog->row(rowId);
                row && (row->ports.contains(port) || row->allowedPorts.contains(port)) && !result.contains(port))
                result << port;
    return result.isEmpty() ? link.ports : result;
}

const QList<ElementId>& Topology::ofKind(const QString& kind) const { return listAt(m_ofKind, kind); }
const QList<GroupId>& Topology::groupsOfKind(const QString& kind) const { return listAt(m_groupsOfKind, kind); }
const QList<ElementId>& Topology::children(const ElementId& container) const { return listAt(m_children, container); }
const QList<ElementId>& Topology::hosted(const ElementId& host) const { return listAt(m_hosted, host); }
const QList<GroupId>& Topology::groupsOf(const ElementId& element) const { return listAt(m_groupsOf, element); }
const QList<int>& Topology::from(const ElementId& id) const { return listAt(m_from, id); }
const QList<int>& Topology::to(const ElementId& id) const { return listAt(m_to, id); }
const QStringList& Topology::products(const ElementId& id) const { return listAt(m_products, id); }

QList<ElementId> Topology::ancestors(const ElementId& id) const
{
    QList<ElementId> result;
    const Element* element = at(id);
    if (element && !element->host.isEmpty() && at(element->host))
        element = at(element->host);
    while (element && !element->in.isEmpty() && !result.contains(element->in)) {
        result << element->in;
        element = at(element->in);
    }
    return result;
}

ElementId Topology::siteOf(const ElementId& id) const
{
    for (const ElementId& ancestor : ancestors(id))
        if (const Element* element = at(ancestor))
            if (const ElementKind* kind = m_catalog->kind(element->kind); kind && kind->site)
                return ancestor;
    return {};
}

ElementId Topology::containerOf(const ElementId& id) const
{
    for (const ElementId& ancestor : ancestors(id))
        if (const Element* element = at(ancestor); element && element->kind != layerKind)
            return ancestor;
    return {};
}

ElementId Topology::machineOf(const ElementId& id) const
{
    ElementId machine = id;
    for (int depth = 0; depth < 4; ++depth) {
        const Element* element = at(machine);
        if (!element)
            break;
        if (!element->host.isEmpty()) {
            machine = element->host;
            continue;
        }
        const ElementKind* kind = m_catalog->kind(element->kind);
        const Element* parent = at(element->in);
        const ElementKind* parentKind = parent ? m_catalog->kind(parent->kind) : nullptr;
        if (!kind || kind->container || !parentKind || parentKind->site || parent->kind == layerKind)
            break;
        if (parentKind->container && parentKind->shape != Shape::Node)
            break;
        machine = element->in;
    }
    return machine;
}

std::optional<PropertyValue> Topology::value(const ElementId& id, const QString& property) const
{
    const Element* element = at(id);
    return element ? m_catalog->value(*element, property) : std::nullopt;
}

QString Topology::text(const ElementId& id, const QString& property) const
{
    const auto found = value(id, property);
    return found ? found->text().value_or(QString()) : QString();
}

bool Topology::isActive(const ElementId& id) const
{
    const QString state = text(id, QStringLiteral("state"));
    return state.isEmpty() || state == QLatin1String("active");
}

std::optional<double> Topology::latencyMs(const ElementId& siteA, const ElementId& siteB) const
{
    const auto it = m_latency.constFind(sitePair(siteA, siteB));
    return it == m_latency.cend() ? std::nullopt : std::optional(it.value());
}

}  // namespace redoubt

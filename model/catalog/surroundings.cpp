// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/surroundings.h"

#include <QSet>

namespace redoubt {

namespace {

const QString layerKind = QStringLiteral("layer");
const QString balancerKind = QStringLiteral("load-balancer");
const QString brokerKind = QStringLiteral("rabbitmq-node");
const QString instanceKind = QStringLiteral("sql-instance");
const QString databaseKind = QStringLiteral("database");
const QString listenerKind = QStringLiteral("ag-listener");
const QString availabilityGroupKind = QStringLiteral("availability-group");
const QString rmq = QStringLiteral("rmq");
const QString productKey = QStringLiteral("product");

void addOnce(QStringList& list, const QString& item)
{
    if (!item.isEmpty() && !list.contains(item))
        list << item;
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

bool isListenerOf(const Group& group, const ElementId& id)
{
    return textAt(group.properties, QStringLiteral("listener")) == id.value;
}

}  // namespace

Surroundings::Surroundings(const Design& design, const Catalog& catalog, bool indexed)
    : m_design(design), m_catalog(catalog), m_indexed(indexed)
{
    if (!indexed)
        return;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        m_children[it.value()->in] << it.key();
        if (!it.value()->host.isEmpty())
            m_hosted[it.value()->host] << it.key();
    }
    for (const auto& group : design.groups)
        if (group->kind == availabilityGroupKind) {
            m_ofListener[textAt(group->properties, QStringLiteral("listener"))] << group.get();
            for (const GroupMember& member : group->members)
                if (QList<const Group*>& groups = m_ofInstance[member.element]; !groups.contains(group.get()))
                    groups << group.get();
        }
}

QList<const Group*> Surroundings::availabilityGroupsOf(const ElementId& instance) const
{
    if (m_indexed)
        return m_ofInstance.value(instance);
    QList<const Group*> result;
    for (const auto& group : m_design.groups)
        if (group->kind == availabilityGroupKind && group->contains(instance))
            result << group.get();
    return result;
}

QList<ElementId> Surroundings::children(const ElementId& container) const
{
    if (m_indexed)
        return m_children.value(container);
    QList<ElementId> result;
    for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it)
        if (it.value()->in == container)
            result << it.key();
    return result;
}

QList<ElementId> Surroundings::members(const ElementId& id) const
{
    const Element* element = m_design.element(id);
    if (!element || element->kind != layerKind)
        return {id};
    QList<ElementId> result, layers = {id};
    for (qsizetype i = 0; i < layers.size(); ++i)
        for (const ElementId& child : children(layers[i])) {
            const Element* member = m_design.element(child);
            if (member->kind != layerKind)
                result << child;
            else if (!layers.contains(child))
                layers << child;
        }
    return result;
}

QList<ElementId> Surroundings::inside(const QList<ElementId>& machines) const
{
    QSet<ElementId> hosts;
    for (const ElementId& id : machines) {
        const Element* element = m_design.element(id);
        const ElementKind* kind = element ? m_catalog.kind(element->kind) : nullptr;
        if (kind && !kind->container)
            hosts.insert(id);
    }
    QList<ElementId> result;
    if (hosts.isEmpty())
        return result;
    if (!m_indexed) {
        for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it)
            if (hosts.contains(it.value()->host) || hosts.contains(it.value()->in))
                result << it.key();
        return result;
    }
    for (const ElementId& id : machines)
        if (hosts.contains(id))
            result << m_hosted.value(id) << m_children.value(id);
    return result;
}

QStringList Surroundings::ofListener(const ElementId& id) const
{
    QStringList result;
    if (m_indexed) {
        for (const Group* group : m_ofListener.value(id.value))
            addDatabases(result, *group);
        return result;
    }
    for (const auto& group : m_design.groups)
        if (group->kind == availabilityGroupKind && isListenerOf(*group, id))
            addDatabases(result, *group);
    return result;
}

QStringList Surroundings::ofInstance(const ElementId& id) const
{
    QStringList result;
    for (const Group* group : availabilityGroupsOf(id))
        addDatabases(result, *group);
    for (const ElementId& child : children(id))
        if (const Element* database = m_design.element(child); database->kind == databaseKind)
            addOnce(result, textAt(database->properties, productKey));
    return result;
}

QStringList Surroundings::products(const ElementId& id) const
{
    const Element* element = m_design.element(id);
    const ElementKind* kind = element ? m_catalog.kind(element->kind) : nullptr;
    if (!kind)
        return {};
    if (kind->id == balancerKind)
        return ofBalancer(*element);
    if (kind->id == brokerKind)
        return {rmq};
    if (kind->id == listenerKind)
        return ofListener(id);
    if (kind->id == instanceKind)
        return ofInstance(id);
    if (kind->id == databaseKind) {
        const QString product = textAt(element->properties, productKey);
        return product.isEmpty() ? QStringList() : QStringList(product);
    }
    return kind->product == QLatin1String("shared") ? QStringList() : QStringList(kind->product);
}

}  // namespace redoubt

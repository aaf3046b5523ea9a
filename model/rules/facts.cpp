// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/facts.h"

#include "model/design/numberwords.h"

namespace redoubt {

namespace {

template <class Map>
const typename Map::mapped_type& listAt(const Map& map, const typename Map::key_type& key)
{
    static const typename Map::mapped_type none;
    const auto it = map.constFind(key);
    return it == map.cend() ? none : it.value();
}

Thing elementThing(const ElementId& id, const Element* element)
{
    Thing thing;
    thing.type = Thing::Element;
    thing.id = id.value;
    thing.object = element;
    return thing;
}

}  // namespace

Facts::Facts(const Topology& topology, const Report& report, std::shared_future<void> estimated)
    : m_topology(topology), m_report(report), m_estimated(std::move(estimated)), m_connections(topology.connections())
{
    m_things.reserve(design().elements.size() + design().groups.size());
    for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
        m_things.insert(it.key().value, elementThing(it.key(), it.value().get()));
    for (auto it = design().groups.cbegin(); it != design().groups.cend(); ++it) {
        Thing thing;
        thing.type = Thing::Group;
        thing.id = it.key().value;
        thing.object = it.value().get();
        m_things.insert(it.key().value, thing);
    }
}

Fact Facts::thing(const QString& id) const
{
    const auto it = m_things.constFind(id);
    return it == m_things.cend() ? Fact() : Fact(it.value());
}

Fact Facts::things(const QList<ElementId>& ids) const
{
    std::vector<Fact> list;
    list.reserve(ids.size());
    for (const ElementId& id : ids)
        if (Fact found = thing(id.value); found.isKnown())
            list.push_back(std::move(found));
    return list;
}

Thing Facts::flowThing(int index) const
{
    Thing thing;
    thing.type = Thing::Flow;
    thing.id = m_topology.flow(index).link.value;
    thing.index = index;
    return thing;
}

namespace {

const Fact& kept(std::vector<Fact>& facts, qsizetype count, int index, const QStringList& texts)
{
    if (facts.empty())
        facts.resize(size_t(count));
    Fact& fact = facts[size_t(index)];
    if (!fact.isKnown())
        fact = std::vector<Fact>(texts.cbegin(), texts.cend());
    return fact;
}

}  // namespace

const Fact& Facts::flowRows(int index)
{
    return kept(m_flowRows, m_topology.flows().size(), index, m_topology.flow(index).rows);
}

const Fact& Facts::flowPorts(int index)
{
    return kept(m_flowPorts, m_topology.flows().size(), index, m_topology.flow(index).ports);
}

QString Facts::kindOf(const QString& id) const
{
    if (const auto it = m_things.constFind(id); it != m_things.cend())
        return it->type == Thing::Element ? static_cast<const Element*>(it->object)->kind
                                          : static_cast<const Group*>(it->object)->kind;
    return {};
}

Fact Facts::ofKind(const QString& kind)
{
    if (const auto it = m_ofKind.constFind(kind); it != m_ofKind.cend())
        return it.value();
    std::vector<Fact> list;
    if (kind == QLatin1String("element")) {
        for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
            list.push_back(thing(it.key().value));
    } else if (kind == QLatin1String("group")) {
        for (auto it = design().groups.cbegin(); it != design().groups.cend(); ++it)
            list.push_back(thing(it.key().value));
    } else if (kind == QLatin1String("link")) {
        for (auto it = design().links.cbegin(); it != design().links.cend(); ++it) {
            Thing thing;
            thing.type = Thing::Link;
            thing.id = it.key().value;
            thing.object = it.value().get();
            list.push_back(thing);
        }
    } else if (kind == QLatin1String("flow")) {
        for (int i = 0; i < m_topology.flows().size(); ++i)
            list.push_back(flowThing(i));
    } else if (kind == QLatin1String("service")) {
        for (int i = 0; i < int(report().services.size()); ++i) {
            Thing thing;
            thing.type = Thing::Service;
            thing.id = report().services[i].id;
            thing.index = i;
            list.push_back(thing);
        }
    } else {
        for (const ElementId& id : m_topology.ofKind(kind))
            list.push_back(thing(id.value));
        for (const GroupId& id : m_topology.groupsOfKind(kind))
            list.push_back(thing(id.value));
    }
    return m_ofKind.insert(kind, Fact(std::move(list))).value();
}

Fact Facts::value(const PropertyValue& value, const PropertyDef* def) const
{
    if (const bool* v = std::get_if<bool>(&value.data))
        return *v;
    if (const auto v = value.number())
        return *v;
    if (const QString* v = std::get_if<QString>(&value.data)) {
        if (def && def->type == PropertyType::Ref)
            return thing(*v);
        return *v;
    }
    if (const PropertyList* items = value.list()) {
        std::vector<Fact> list;
        for (const PropertyValue& item : *items) {
            if (const PropertyRecord* record = item.record()) {
                Thing thing;
                thing.type = Thing::Record;
                thing.record = std::make_shared<const PropertyRecord>(*record);
                list.push_back(thing);
            } else if (def && def->type == PropertyType::Refs) {
                if (Fact found = thing(item.text().value_or(QString())); found.isKnown())
                    list.push_back(std::move(found));
            } else {
                list.push_back(this->value(item, nullptr));
            }
        }
        return list;
    }
    return {};
}

Fact Facts::property(const Thing& thing, const QString& name) const
{
    const PropertyRecord* record = nullptr;
    const PropertyDef* def = nullptr;
    if (thing.type == Thing::Element) {
        const auto* element = static_cast<const Element*>(thing.object);
        record = &element->properties;
        if (const ElementKind* kind = catalog().kind(element->kind))
            def = kind->property(name);
    } else if (thing.type == Thing::Group) {
        const auto* group = static_cast<const Group*>(thing.object);
        record = &group->properties;
        if (const GroupKind* kind = catalog().groupKind(group->kind))
            def = kind->property(name);
    } else if (thing.type == Thing::Link) {
        record = &static_cast<const Link*>(thing.object)->properties;
    } else if (thing.type == Thing::Flow) {
        record = &design().link(m_topology.flow(thing.index).link)->properties;
    } else if (thing.type == Thing::Record) {
        record = thing.record.get();
    } else if (thing.type == Thing::Member) {
        const Group* group = design().group({thing.id});
        record = &group->members[thing.index].fields;
        if (const GroupKind* kind = catalog().groupKind(group->kind))
            for (const PropertyDef& field : kind->memberFields)
                if (field.id == name)
                    def = &field;
    } else if (thing.type == Thing::Design) {
        const auto found = catalog().value(design(), name);
        return found ? value(*found, catalog().setting(name)) : Fact();
    }
    if (!record)
        return {};
    if (const PropertyValue* given = find(*record, name))
        return value(*given, def);
    if (def && def->defaultValue)
        return value(*def->defaultValue, def);
    return {};
}

ElementId Facts::siteOf(const ElementId& id)
{
    const auto it = m_site.constFind(id);
    return it != m_site.cend() ? it.value() : m_site.insert(id, m_topology.siteOf(id)).value();
}

const QList<ElementId>& Facts::inSite(const ElementId& site)
{
    if (!m_sitesIndexed) {
        m_sitesIndexed = true;
        for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
            if (const ElementId found = siteOf(it.key()); !found.isEmpty())
                m_inSite[found] << it.key();
    }
    return listAt(m_inSite, site);
}

QList<ElementId> Facts::instancesOf(const ElementId& server) const
{
    QList<ElementId> result;
    for (const QList<ElementId>* list : {&m_topology.children(server), &m_topology.hosted(server)})
        for (const ElementId& id : *list)
            if (kindOf(id.value) == QLatin1String("sql-instance") && !result.contains(id))
                result << id;
    return result;
}

ElementId Facts::serverOf(const ElementId& instance) const
{
    const ElementId machine = m_topology.machineOf(instance);
    return kindOf(machine.value) == QLatin1String("sql-server") ? machine : ElementId();
}

QStringList Facts::groupProducts(const GroupId& id) const
{
    QStringList result;
    if (const Group* group = design().group(id))
        if (const PropertyValue* databases = redoubt::find(group->properties, QStringLiteral("databases")))
            if (const PropertyList* list = databases->list())
                for (const PropertyValue& item : *list)
                    if (const PropertyRecord* record = item.record())
                        if (const QString product = textAt(*record, QStringLiteral("product"));
                            !product.isEmpty() && !result.contains(product))
                            result << product;
    return result;
}

QStringList Facts::instanceProducts(const ElementId& instance) const
{
    QStringList result;
    for (const ElementId& child : m_topology.children(instance))
        if (kindOf(child.value) == QLatin1String("database"))
            if (const QString product = m_topology.text(child, QStringLiteral("product"));
                !product.isEmpty() && !result.contains(product))
                result << product;
    for (const GroupId& group : m_topology.groupsOf(instance))
        for (const QString& product : groupProducts(group))
            if (!result.contains(product))
                result << product;
    return result;
}

const QStringList& Facts::referring(const QString& key, const QString& target)
{
    if (!m_referring.contains(key)) {
        QHash<QString, QStringList>& index = m_referring[key];
        const auto note = [&](const QString& id, const PropertyRecord& properties) {
            if (const PropertyValue* value = redoubt::find(properties, key)) {
                for (const QString& item : value->list() ? value->textItems() : QStringList(value->text().value_or(QString())))
                    if (!index[item].contains(id))
                        index[item] << id;
            }
        };
        for (auto it = design().groups.cbegin(); it != design().groups.cend(); ++it)
            note(it.key().value, it.value()->properties);
        for (auto it = design().elements.cbegin(); it != design().elements.cend(); ++it)
            note(it.key().value, it.value()->properties);
    }
    return listAt(m_referring[key], target);
}

bool Facts::servesCloud(const ElementId& engine)
{
    static const QStringList entries{QStringLiteral("waf"), QStringLiteral("ssc-customer-bus"),
                                     QStringLiteral("ssc-engine-response-bus")};
    for (const int flow : m_topology.from(engine))
        if (entries.contains(kindOf(m_topology.flow(flow).to.value)))
            return true;
    return false;
}

QString Facts::words(const Fact& fact) const
{
    if (const bool* v = std::get_if<bool>(&fact.data))
        return *v ? QStringLiteral("yes") : QStringLiteral("no");
    if (const double* v = fact.number())
        return numberWords(*v);
    if (const QString* v = fact.text())
        return *v;
    if (const Thing* thing = fact.thing()) {
        switch (thing->type) {
        case Thing::Design:
            return QStringLiteral("the design");
        case Thing::Flow: {
            const Flow& flow = m_topology.flow(thing->index);
            return QStringLiteral("%1 to %2").arg(design().displayName(flow.from.value),
                                                  design().displayName(flow.to.value));
        }
        case Thing::Member: {
            const ElementId element = design().group({thing->id})->members[thing->index].element;
            const ElementId server = serverOf(element);
            return design().displayName(server.isEmpty() ? element.value : server.value);
        }
        case Thing::Record:
            return textAt(*thing->record, QStringLiteral("name"));
        case Thing::Service:
            return report().services[thing->index].name;
        default:
            return design().displayName(thing->id);
        }
    }
    if (const std::vector<Fact>* items = fact.list()) {
        QStringList texts;
        for (const Fact& item : *items)
            if (const QString text = words(item); !text.isEmpty())
                texts << text;
        // Which of many are named is not left to the order of their ids; services keep theirs, beside their figures.
        if (texts.size() > 6 && items->front().thing() && items->front().thing()->type != Thing::Service)
            texts.sort();
        if (texts.size() > 6)
            texts = texts.mid(0, 5) << QStringLiteral("%1 more").arg(texts.size() - 5);
        if (texts.size() < 2)
            return texts.join(QString());
        const QString last = texts.takeLast();
        return QStringLiteral("%1 and %2").arg(texts.join(QStringLiteral(", ")), last);
    }
    return {};
}

QStringList Facts::ids(const Fact& fact) const
{
    QStringList result;
    QSet<QString> seen;
    const auto add = [&](const QString& id) {
        const qsizetype before = seen.size();
        seen.insert(id);
        if (seen.size() != before)
            result << id;
    };
    for (const Fact& item : fact.items()) {
        const Thing* thing = item.thing();
        if (item.list()) {
            for (const QString& id : ids(item))
                add(id);
            continue;
        }
        if (!thing || thing->type == Thing::Design || thing->type == Thing::Record || thing->type == Thing::Service)
            continue;
        QString id = thing->id;
        if (thing->type == Thing::Member)
            id = design().group({thing->id})->members[thing->index].element.value;
        add(id);
    }
    return result;
}

}  // namespace redoubt

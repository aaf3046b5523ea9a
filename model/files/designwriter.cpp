// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/scenarios.h"
#include "model/files/designfile.h"
#include "model/files/layouttext.h"
#include "model/files/scalars.h"

#include <QSet>

namespace redoubt {

namespace {

/// Collects one flow map, `{a: 1, b: [2, 3]}`.
class FlowMap {
public:
    /// A key of the format: plain, also `on`, which YAML 1.1 takes for a boolean.
    void add(const QString& key, const QByteArray& yaml) { addPair(key.toUtf8(), yaml); }
    /// A key of someone else's.
    void addFree(const QString& key, const QByteArray& yaml) { addPair(yamlText(key), yaml); }
    void addText(const QString& key, const QString& text)
    {
        if (!text.isEmpty())
            add(key, yamlText(text));
    }
    void addTexts(const QString& key, const QStringList& texts);
    [[nodiscard]] QByteArray text() const { return '{' + m_text + '}'; }

private:
    void addPair(const QByteArray& key, const QByteArray& yaml)
    {
        m_text += (m_text.isEmpty() ? "" : ", ") + key + ": " + yaml;
    }

    QByteArray m_text;
};

QByteArray flowList(const QList<QByteArray>& items)
{
    return '[' + items.join(", ") + ']';
}

void FlowMap::addTexts(const QString& key, const QStringList& texts)
{
    QList<QByteArray> items;
    for (const QString& text : texts)
        items << yamlText(text);
    if (!items.isEmpty())
        add(key, flowList(items));
}

const PropertyDef* defAmong(const std::vector<PropertyDef>* defs, const QString& id)
{
    if (defs)
        for (const PropertyDef& def : *defs)
            if (def.id == id)
                return &def;
    return nullptr;
}

QByteArray valueText(const PropertyValue& value, const PropertyDef* def);

/// Known properties in the catalog's order, then the others by key.
void addRecord(FlowMap& map, const PropertyRecord& record, const std::vector<PropertyDef>* defs)
{
    if (defs)
        for (const PropertyDef& def : *defs)
            if (const PropertyValue* value = find(record, def.id))
                map.add(def.id, valueText(*value, &def));
    for (const auto& [key, value] : record)
        if (!defAmong(defs, key))
            map.addFree(key, valueText(value, nullptr));
}

QByteArray numberOf(double value, const PropertyDef* def)
{
    const QByteArray text = numberText(value);
    // Where no definition says that it is a number, 5.0 must not come back as the integer 5.
    return def || text.contains('.') ? text : text + ".0";
}

QByteArray valueText(const PropertyValue& value, const PropertyDef* def)
{
    if (const auto flag = value.boolean())
        return *flag ? "true" : "false";
    if (const auto integer = value.integer())
        return QByteArray::number(*integer);
    if (const auto number = value.number())
        return numberOf(*number, def);
    if (const auto text = value.text())
        return text->isNull() && !def ? QByteArray("null") : yamlText(*text);
    if (const PropertyList* list = value.list()) {
        QList<QByteArray> items;
        for (const PropertyValue& item : *list)
            items << valueText(item, def);
        return flowList(items);
    }
    FlowMap map;
    addRecord(map, *value.record(), def ? &def->fields : nullptr);
    return map.text();
}

QByteArray elementText(const Element& element, const Catalog& catalog)
{
    FlowMap map;
    map.addText(u"kind"_qs, element.kind);
    map.addText(u"name"_qs, element.name);
    map.addText(u"in"_qs, element.in.value);
    map.addText(u"host"_qs, element.host.value);
    const ElementKind* kind = catalog.kind(element.kind);
    addRecord(map, element.properties, kind ? &kind->properties : nullptr);
    return map.text();
}

/// Members as plain ids; those that are something in the group as a map.
QByteArray membersText(const Group& group, const GroupKind* kind)
{
    QList<QByteArray> items;
    for (const GroupMember& member : group.members) {
        FlowMap map;
        map.addText(u"element"_qs, member.element.value);
        addRecord(map, member.fields, kind ? &kind->memberFields : nullptr);
        items << (member.fields.empty() ? yamlText(member.element.value) : map.text());
    }
    return flowList(items);
}

QByteArray groupText(const Group& group, const Catalog& catalog)
{
    const GroupKind* kind = catalog.groupKind(group.kind);
    bool detailed = false;
    for (const GroupMember& member : group.members)
        detailed |= !member.fields.empty();
    FlowMap map;
    map.addText(u"kind"_qs, group.kind);
    map.addText(u"name"_qs, group.name);
    if (!detailed && !group.members.empty())
        map.add(u"members"_qs, membersText(group, kind));
    addRecord(map, group.properties, kind ? &kind->properties : nullptr);
    if (detailed)
        map.add(u"members"_qs, membersText(group, kind));
    return map.text();
}

QByteArray linkText(const Link& link, const Catalog& catalog)
{
    FlowMap map;
    map.addText(u"from"_qs, link.from.value);
    map.addText(u"to"_qs, link.to.value);
    if (link.rows.size() == 1)
        map.addText(u"row"_qs, link.rows.front());
    else
        map.addTexts(u"rows"_qs, link.rows);
    map.addTexts(u"ports"_qs, link.ports);
    if (link.use != LinkUse::Normal)
        map.addText(u"use"_qs, link.use == LinkUse::Failover ? u"failover"_qs : u"optional"_qs);
    if (link.hidden)
        map.add(u"hidden"_qs, "true");
    map.addText(u"label"_qs, link.label);
    // The definitions in the order in which the reader looks for them.
    std::vector<PropertyDef> defs;
    const auto addDefs = [&](const std::vector<PropertyDef>& more) {
        for (const PropertyDef& def : more)
            if (find(link.properties, def.id) && !defAmong(&defs, def.id))
                defs.push_back(def);
    };
    if (!link.properties.empty()) {
        for (const QString& id : link.rows)
            if (const LinkRow* row = catalog.row(id))
                addDefs(row->properties);
        addDefs(catalog.linkProperties);
        for (const LinkRow& row : catalog.rows)
            addDefs(row.properties);
    }
    addRecord(map, link.properties, &defs);
    return map.text();
}

QByteArray waiverText(const Waiver& waiver)
{
    FlowMap map;
    map.add(u"rule"_qs, yamlText(waiver.rule));
    map.addTexts(u"on"_qs, waiver.on);
    map.addText(u"reason"_qs, waiver.reason);
    map.addText(u"by"_qs, waiver.by);
    if (waiver.date.isValid())
        map.add(u"date"_qs, waiver.date.toString(Qt::ISODate).toLatin1());
    if (waiver.expires.isValid())
        map.add(u"expires"_qs, waiver.expires.toString(Qt::ISODate).toLatin1());
    return map.text();
}

/// Without failures of what is gone, as with places: the reader would refuse them.
std::vector<Scenario> soundScenarios(const Design& design)
{
    QSet<QString> gone;
    for (const Scenario& scenario : design.scenarios)
        for (const QString& id : scenario.fails)
            if (!design.element({id}) && !design.link({id}))
                gone << id;
    return scenariosWithout(design, gone);
}

QByteArray scenarioText(const Scenario& scenario)
{
    FlowMap map;
    map.add(u"name"_qs, yamlText(scenario.name));
    map.addTexts(u"fails"_qs, scenario.fails);
    map.addText(u"note"_qs, scenario.note);
    return map.text();
}

template <class Ids>
QStringList naturally(const Ids& ids)
{
    QStringList sorted;
    for (auto it = ids.keyBegin(); it != ids.keyEnd(); ++it)
        sorted << (*it).value;
    std::sort(sorted.begin(), sorted.end(), naturalLess);
    return sorted;
}

/// Containers followed by what stands in them, siblings in natural order. Nothing is left out, whatever the nesting.
QStringList elementOrder(const Design& design)
{
    const QStringList sorted = naturally(design.elements);
    QHash<QString, QStringList> children;
    for (const QString& id : sorted) {
        const QString in = design.element({id})->in.value;
        children[design.elements.contains({in}) ? in : QString()] << id;
    }
    QStringList order;
    QSet<QString> seen;
    const auto visit = [&](const QString& start) {
        QStringList stack{start};
        while (!stack.isEmpty()) {
            const QString id = stack.takeLast();
            if (seen.contains(id))
                continue;
            seen.insert(id);
            order << id;
            const QStringList inside = children.value(id);
            for (auto it = inside.crbegin(); it != inside.crend(); ++it)
                stack << *it;
        }
    };
    for (const QString& id : children.value({}))
        visit(id);
    for (const QString& id : sorted)
        visit(id);
    return order;
}

QByteArray headText(const Design& design, const Catalog& catalog)
{
    const QStringList outside{u"title"_qs, u"reference"_qs};
    QByteArray out = "format: redoubt/" + QByteArray::number(designFormat) + '\n';
    for (const QString& key : outside)
        if (const auto it = design.settings.constFind(key); it != design.settings.cend())
            out += key.toUtf8() + ": " + valueText(*it, catalog.setting(key)) + '\n';
    PropertyRecord settings;
    for (auto it = design.settings.cbegin(); it != design.settings.cend(); ++it)
        if (!outside.contains(it.key()))
            settings.emplace(it.key(), it.value());
    FlowMap map;
    addRecord(map, settings, &catalog.settings);
    return settings.empty() ? out : out + "settings: " + map.text() + '\n';
}

}  // namespace

QByteArray writeDesign(const Design& design, const Catalog& catalog)
{
    QByteArray out = headText(design, catalog);
    const auto section = [&](const char* name, const QByteArray& lines) {
        if (!lines.isEmpty())
            out += QByteArray(name) + ":\n" + lines;
    };
    const QStringList order = elementOrder(design);
    QByteArray elements, groups, links, waivers, scenarios, layout;
    for (const QString& id : order) {
        elements += "  " + id.toUtf8() + ": " + elementText(*design.element({id}), catalog) + '\n';
        // A place of something that is gone says nothing, and the reader would refuse it.
        if (const auto it = design.layout.constFind(id); it != design.layout.cend())
            layout += layoutLine(id, *it);
    }
    for (const QString& id : naturally(design.groups))
        groups += "  " + id.toUtf8() + ": " + groupText(*design.group({id}), catalog) + '\n';
    for (const QString& id : naturally(design.links))
    {
        links += "  " + id.toUtf8() + ": " + linkText(*design.link({id}), catalog) + '\n';
        if (const auto it = design.labelPlaces.constFind(id); it != design.labelPlaces.cend())
            layout += layoutLine(id, *it);
    }
    for (const Waiver& waiver : design.waivers)
        waivers += "  - " + waiverText(waiver) + '\n';
    for (const Scenario& scenario : soundScenarios(design))
        scenarios += "  - " + scenarioText(scenario) + '\n';
    section("elements", elements);
    section("groups", groups);
    section("links", links);
    section("waivers", waivers);
    section("scenarios", scenarios);
    section("layout", layout);
    for (const auto& [key, value] : design.extras)
        out += yamlText(key) + ": " + valueText(value, nullptr) + '\n';
    return out;
}

}  // namespace redoubt

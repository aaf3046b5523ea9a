// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designreader.h"

#include "model/files/scalars.h"
#include "model/files/suggest.h"

namespace redoubt {

bool isSection(Reading& reading, const Node& section, const QString& name)
{
    if (section.isNull())
        return false;
    if (!section.isMap())
        reading.problem(section, u"`%1` is %2; expected a map of ids"_qs.arg(name, describe(section)));
    return section.isMap();
}

void unknownKey(Reading& reading, const Node& key, const QString& of, const QStringList& known)
{
    reading.problem(key, u"unknown key `%1` %2%3"_qs.arg(key.text, of, didYouMean(key.text, known)));
}

namespace {

bool isExtra(const QString& key)
{
    return key.startsWith(u"x-");
}

/// One entry of a section: its id and its map.
struct Entry {
    const Node& key;
    const Node& map;
};

/// Calls `read` for every sound entry of a section, after noting where its id stands.
template <class Read>
void eachEntry(DesignReading& reading, const Node& section, const QString& name, const QString& what, Read read)
{
    if (!isSection(reading, section, name))
        return;
    for (size_t i = 0; i < section.keys.size(); ++i) {
        const Entry entry{section.keys[i], section.items[i]};
        const QString& id = entry.key.text;
        if (!isValidId(id)) {
            reading.problem(entry.key, u"`%1` cannot be an id; expected a lower-case letter, then lower-case letters, "
                                       "digits and single hyphens"_qs.arg(id.left(100)));
        } else if (const auto first = reading.file.places.constFind(id); first != reading.file.places.cend()) {
            reading.problem(entry.key, u"the id `%1` is used twice; it stands in line %2 already"_qs.arg(id).arg(first->line));
        } else {
            reading.file.places.insert(id, {entry.key.line, entry.key.column});
        }
        if (entry.map.isMap())
            read(entry);
        else
            reading.problem(entry.map.isNull() ? entry.key : entry.map,
                            u"the %1 `%2` is %3; expected a map"_qs.arg(what, id, describe(entry.map)));
    }
}

/// Reads `kind` and looks it up.
template <class Kind, class Lookup>
const Kind* readKind(Reading& reading, const Entry& entry, const QString& what, Lookup lookup,
                     const std::vector<Kind>& kinds)
{
    const Node* node = entry.map.find(u"kind"_qs);
    if (!node) {
        reading.problem(entry.key, u"the %1 `%2` has no `kind`"_qs.arg(what, entry.key.text));
        return nullptr;
    }
    if (const Kind* kind = node->isScalar() ? lookup(node->text) : nullptr)
        return kind;
    QStringList known;
    for (const Kind& kind : kinds)
        known << kind.id;
    reading.problem(*node, u"unknown kind %1 of %2%3"_qs.arg(describe(*node), what, didYouMean(node->text, known)));
    return nullptr;
}

ElementId readElementId(Reading& reading, const Node& node, const QString& what)
{
    if (!node.isScalar()) {
        reading.problem(node, u"`%1` is %2; expected the id of an element"_qs.arg(what, describe(node)));
        return {};
    }
    reading.mentions.push_back({&node, what, Mention::Target::Element});
    return {node.text};
}

QStringList idsOf(const std::vector<PropertyDef>& defs)
{
    QStringList ids;
    for (const PropertyDef& def : defs)
        ids << def.id;
    return ids;
}

/// A key that is none of the fixed ones: a property, something kept for another program, or a mistake.
template <class Known>
void readOther(Reading& reading, PropertyRecord& properties, const Node& key, const Node& value, const PropertyDef* def,
               const QString& of, Known known)
{
    if (def) {
        if (auto read = readProperty(reading, value, *def))
            properties.emplace(key.text, std::move(*read));
    } else if (isExtra(key.text)) {
        properties.emplace(key.text, readFree(value));
    } else {
        unknownKey(reading, key, of, known());
    }
}

Element readElement(DesignReading& reading, const Entry& entry)
{
    Element element;
    const ElementKind* kind = readKind(
        reading, entry, u"element"_qs, [&](const QString& id) { return reading.catalog.kind(id); }, reading.catalog.kinds);
    if (kind)
        element.kind = kind->id;
    for (size_t i = 0; i < entry.map.keys.size(); ++i) {
        const Node& key = entry.map.keys[i];
        const Node& value = entry.map.items[i];
        if (key.text == u"kind")
            continue;
        if (key.text == u"name")
            element.name = readText(reading, value, key.text).value_or(QString());
        else if (key.text == u"in")
            element.in = readElementId(reading, value, key.text);
        else if (key.text == u"host")
            element.host = readElementId(reading, value, key.text);
        else if (kind)
            readOther(reading, element.properties, key, value, kind->property(key.text), u"of a %1"_qs.arg(kind->id), [&] {
                return QStringList{u"kind"_qs, u"name"_qs, u"in"_qs, u"host"_qs} + idsOf(kind->properties);
            });
    }
    return element;
}

GroupMember readMember(Reading& reading, const Node& node, const GroupKind* kind)
{
    GroupMember member;
    if (!node.isMap()) {
        member.element = readElementId(reading, node, u"members"_qs);
        return member;
    }
    const Node* element = node.find(u"element"_qs);
    if (element)
        member.element = readElementId(reading, *element, u"element"_qs);
    else
        reading.problem(node, u"a member without `element`"_qs);
    for (size_t i = 0; kind && i < node.keys.size(); ++i) {
        const Node& key = node.keys[i];
        const PropertyDef* def = nullptr;
        for (const PropertyDef& field : kind->memberFields)
            if (field.id == key.text)
                def = &field;
        if (key.text == u"element")
            continue;
        if (!def)
            unknownKey(reading, key, u"of a member of a %1"_qs.arg(kind->id), idsOf(kind->memberFields) + QStringList{u"element"_qs});
        else if (auto value = readProperty(reading, node.items[i], *def))
            member.fields.emplace(key.text, std::move(*value));
    }
    return member;
}

void readMembers(Reading& reading, const Node& node, const GroupKind* kind, Group& group)
{
    if (!node.isList()) {
        reading.problem(node, u"`members` is %1; expected a list of ids"_qs.arg(describe(node)));
        return;
    }
    for (const Node& item : node.items) {
        GroupMember member = readMember(reading, item, kind);
        if (!member.element.isEmpty() && group.contains(member.element))
            reading.problem(item, u"`%1` is a member twice"_qs.arg(member.element.value));
        group.members.push_back(std::move(member));
    }
}

Group readGroup(DesignReading& reading, const Entry& entry)
{
    Group group;
    const GroupKind* kind = readKind(
        reading, entry, u"group"_qs, [&](const QString& id) { return reading.catalog.groupKind(id); },
        reading.catalog.groupKinds);
    if (kind)
        group.kind = kind->id;
    for (size_t i = 0; i < entry.map.keys.size(); ++i) {
        const Node& key = entry.map.keys[i];
        const Node& value = entry.map.items[i];
        if (key.text == u"kind")
            continue;
        if (key.text == u"name")
            group.name = readText(reading, value, key.text).value_or(QString());
        else if (key.text == u"members")
            readMembers(reading, value, kind, group);
        else if (kind)
            readOther(reading, group.properties, key, value, kind->property(key.text), u"of a %1"_qs.arg(kind->id), [&] {
                return QStringList{u"kind"_qs, u"name"_qs, u"members"_qs} + idsOf(kind->properties);
            });
    }
    return group;
}

const QStringList& linkKeys()
{
    static const QStringList keys{u"from"_qs, u"to"_qs,     u"row"_qs,  u"rows"_qs,
                                  u"ports"_qs, u"use"_qs, u"hidden"_qs, u"label"_qs};
    return keys;
}

/// A link's property: by its own rows first, else by any row, so that a link whose row changed still opens.
const PropertyDef* linkProperty(const Catalog& catalog, const Link& link, const QString& key)
{
    const auto among = [&](const std::vector<PropertyDef>& defs) -> const PropertyDef* {
        for (const PropertyDef& def : defs)
            if (def.id == key)
                return &def;
        return nullptr;
    };
    for (const QString& id : link.rows)
        if (const LinkRow* row = catalog.row(id))
            if (const PropertyDef* def = among(row->properties))
                return def;
    if (const PropertyDef* def = among(catalog.linkProperties))
        return def;
    for (const LinkRow& row : catalog.rows)
        if (const PropertyDef* def = among(row.properties))
            return def;
    return nullptr;
}

QStringList knownKeys(const Catalog& catalog, const Link& link)
{
    QStringList known = linkKeys() + idsOf(catalog.linkProperties);
    for (const QString& row : link.rows)
        known += idsOf(catalog.row(row)->properties);
    return known;
}

void readRow(Reading& reading, const Node& node, Link& link)
{
    if (node.isScalar() && reading.catalog.row(node.text)) {
        link.rows << node.text;
        return;
    }
    QStringList known;
    for (const LinkRow& row : reading.catalog.rows)
        known << row.id;
    reading.problem(node, u"unknown link row %1%2"_qs.arg(describe(node), didYouMean(node.text, known)));
}

void readRows(Reading& reading, const Entry& entry, Link& link)
{
    const Node* row = entry.map.find(u"row"_qs);
    const Node* rows = entry.map.find(u"rows"_qs);
    if (row && rows)
        reading.problem(*row, u"a link has either `row` or `rows`, not both"_qs);
    if (row)
        readRow(reading, *row, link);
    if (rows && !rows->isList())
        reading.problem(*rows, u"`rows` is %1; expected a list"_qs.arg(describe(*rows)));
    else if (rows)
        for (const Node& item : rows->items)
            readRow(reading, item, link);
}

LinkUse readUse(Reading& reading, const Node& node)
{
    const QStringList uses{u"normal"_qs, u"failover"_qs, u"optional"_qs};
    const auto at = node.isScalar() ? uses.indexOf(node.text) : -1;
    if (at < 0)
        reading.problem(node, u"`use` is %1; expected one of %2%3"_qs.arg(describe(node), uses.join(u", "),
                                                                           didYouMean(node.text, uses)));
    return LinkUse(std::max<qsizetype>(at, 0));
}

Link readLink(DesignReading& reading, const Entry& entry)
{
    Link link;
    readRows(reading, entry, link);
    for (const QString& end : {u"from"_qs, u"to"_qs})
        if (!entry.map.find(end))
            reading.problem(entry.key, u"the link `%1` has no `%2`"_qs.arg(entry.key.text, end));
    for (size_t i = 0; i < entry.map.keys.size(); ++i) {
        const Node& key = entry.map.keys[i];
        const Node& value = entry.map.items[i];
        switch (linkKeys().indexOf(key.text)) {
        case 0: link.from = readElementId(reading, value, key.text); break;
        case 1: link.to = readElementId(reading, value, key.text); break;
        case 2:
        case 3: break;
        case 4: link.ports = readPorts(reading, value).value_or(QStringList()); break;
        case 5: link.use = readUse(reading, value); break;
        case 6: link.hidden = readBool(reading, value, key.text).value_or(false); break;
        case 7: link.label = readText(reading, value, key.text).value_or(QString()); break;
        default:
            readOther(reading, link.properties, key, value, linkProperty(reading.catalog, link, key.text),
                      u"of a link"_qs, [&] { return knownKeys(reading.catalog, link); });
        }
    }
    return link;
}

}  // namespace

void readElements(DesignReading& reading, const Node& section)
{
    eachEntry(reading, section, u"elements"_qs, u"element"_qs, [&](const Entry& entry) {
        reading.file.design.insert(entry.key.text, readElement(reading, entry));
    });
}

void readGroups(DesignReading& reading, const Node& section)
{
    eachEntry(reading, section, u"groups"_qs, u"group"_qs, [&](const Entry& entry) {
        reading.file.design.insert(entry.key.text, readGroup(reading, entry));
    });
}

void readLinks(DesignReading& reading, const Node& section)
{
    eachEntry(reading, section, u"links"_qs, u"link"_qs, [&](const Entry& entry) {
        reading.file.design.insert(entry.key.text, readLink(reading, entry));
    });
}

}  // namespace redoubt

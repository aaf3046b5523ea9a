// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/references.h"

namespace redoubt {

namespace {

PropertyList mappedItems(const PropertyList& items, const RefMap& map)
{
    PropertyList kept;
    for (const PropertyValue& item : items) {
        const auto text = item.text();
        if (!text)
            kept.push_back(item);
        else if (const auto id = map(*text))
            kept.emplace_back(*id);
    }
    return kept;
}

PropertyList mappedRecords(const PropertyList& items, const std::vector<PropertyDef>& fields, const RefMap& map)
{
    PropertyList result;
    for (const PropertyValue& item : items)
        if (const PropertyRecord* record = item.record())
            result.emplace_back(withReferences(*record, fields, map));
        else
            result.push_back(item);
    return result;
}

}  // namespace

PropertyRecord withReferences(const PropertyRecord& record, const std::vector<PropertyDef>& definitions,
                              const RefMap& map)
{
    PropertyRecord result = record;
    for (const PropertyDef& definition : definitions) {
        const auto it = result.find(definition.id);
        if (it == result.end())
            continue;
        PropertyValue& value = it->second;
        if (definition.type == PropertyType::Ref && value.text()) {
            if (const auto id = map(*value.text()))
                value = PropertyValue(*id);
            else
                result.erase(it);
        } else if (definition.type == PropertyType::Refs && value.list()) {
            PropertyList items = mappedItems(*value.list(), map);
            if (items.empty() && !value.list()->empty())
                result.erase(it);
            else
                value = PropertyValue(std::move(items));
        } else if (definition.type == PropertyType::Records && value.list()) {
            value = PropertyValue(mappedRecords(*value.list(), definition.fields, map));
        }
    }
    return result;
}

Element withReferences(Element element, const Catalog& catalog, const RefMap& map)
{
    if (const ElementKind* kind = catalog.kind(element.kind))
        element.properties = withReferences(element.properties, kind->properties, map);
    return element;
}

Link withReferences(Link link, const Catalog& catalog, const RefMap& map)
{
    // Each definition once: a reference that is mapped twice would be lost.
    std::map<QString, PropertyDef> definitions;
    for (const PropertyDef& definition : catalog.linkProperties)
        definitions.emplace(definition.id, definition);
    for (const QString& id : std::as_const(link.rows))
        if (const LinkRow* row = catalog.row(id))
            for (const PropertyDef& definition : row->properties)
                definitions.emplace(definition.id, definition);
    for (const auto& [id, definition] : definitions)
        link.properties = withReferences(link.properties, std::vector<PropertyDef>{definition}, map);
    return link;
}

Group withReferences(Group group, const Catalog& catalog, const RefMap& map)
{
    const GroupKind* kind = catalog.groupKind(group.kind);
    if (!kind)
        return group;
    group.properties = withReferences(group.properties, kind->properties, map);
    for (GroupMember& member : group.members)
        member.fields = withReferences(member.fields, kind->memberFields, map);
    return group;
}

}  // namespace redoubt

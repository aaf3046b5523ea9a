// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/schema.h"

#include "model/files/designfile.h"
#include "model/files/scalars.h"

#include <QJsonArray>

namespace redoubt {

namespace {

QJsonObject ref(const QString& definition)
{
    return {{u"$ref"_qs, u"#/definitions/"_qs + definition}};
}

QJsonObject type(const QString& name)
{
    return {{u"type"_qs, name}};
}

/// A plain scalar that looks like a number is still a text to the reader: `version: 2019`.
QJsonObject text()
{
    return {{u"type"_qs, QJsonArray{u"string"_qs, u"number"_qs}}};
}

QJsonObject listOf(const QJsonObject& items)
{
    return {{u"type"_qs, u"array"_qs}, {u"items"_qs, items}};
}

QJsonObject closedMap(const QJsonObject& properties, const QStringList& required = {}, bool extras = false)
{
    QJsonObject schema{{u"type"_qs, u"object"_qs}, {u"additionalProperties"_qs, false}, {u"properties"_qs, properties}};
    if (!required.isEmpty())
        schema[u"required"_qs] = QJsonArray::fromStringList(required);
    if (extras)
        schema[u"patternProperties"_qs] = QJsonObject{{u"^x-"_qs, QJsonObject{}}};
    return schema;
}

QJsonObject number(const QString& name, std::optional<double> minimum, std::optional<double> maximum)
{
    QJsonObject schema = type(name);
    if (minimum)
        schema[u"minimum"_qs] = *minimum;
    if (maximum)
        schema[u"maximum"_qs] = *maximum;
    return schema;
}

/// A choice that looks like a number may stand without quotes: `profile: 2020`.
QJsonObject choices(const PropertyDef& def)
{
    QJsonArray values = QJsonArray::fromStringList(def.choices);
    for (const QString& choice : def.choices)
        if (const auto looksLike = parseNumber(choice))
            values.append(*looksLike);
    return {{u"enum"_qs, values}};
}

QJsonObject integer(const PropertyDef& def)
{
    QJsonObject schema = number(u"integer"_qs, def.minimum, def.maximum);
    QJsonArray values;
    for (const QString& choice : def.choices)
        values.append(choice.toLongLong());
    if (!values.isEmpty())
        schema[u"enum"_qs] = values;
    return schema;
}

QJsonObject properties(const std::vector<PropertyDef>& defs);

QJsonObject typeOf(const PropertyDef& def)
{
    switch (def.type) {
    case PropertyType::Bool: return type(u"boolean"_qs);
    case PropertyType::Integer: return integer(def);
    case PropertyType::Number: return number(u"number"_qs, def.minimum, def.maximum);
    case PropertyType::Availability: return number(u"number"_qs, def.minimum.value_or(0), def.maximum.value_or(1));
    case PropertyType::Text:
    case PropertyType::Version: return text();
    case PropertyType::Choice: return choices(def);
    case PropertyType::Choices: return listOf(choices(def));
    case PropertyType::Texts: return listOf(def.id == u"ports" ? ref(u"port"_qs) : text());
    case PropertyType::Ref: return ref(u"id"_qs);
    case PropertyType::Refs: return listOf(ref(u"id"_qs));
    case PropertyType::Records: return listOf(closedMap(properties(def.fields)));
    }
    return {};
}

QJsonValue json(const PropertyValue& value)
{
    if (const auto flag = value.boolean())
        return *flag;
    if (const auto integer = value.integer())
        return *integer;
    if (const auto number = value.number())
        return *number;
    if (const auto words = value.text())
        return *words;
    QJsonArray array;
    if (const PropertyList* list = value.list())
        for (const PropertyValue& item : *list)
            array.append(json(item));
    return array;
}

QJsonObject property(const PropertyDef& def)
{
    QJsonObject schema = typeOf(def);
    schema[u"title"_qs] = def.label;
    const QString unit = def.unit.isEmpty() ? QString() : u"Unit: %1."_qs.arg(def.unit);
    if (const QString words = QStringList{def.help, unit}.join(u' ').trimmed(); !words.isEmpty())
        schema[u"description"_qs] = words;
    if (def.defaultValue)
        schema[u"default"_qs] = json(*def.defaultValue);
    return schema;
}

QJsonObject properties(const std::vector<PropertyDef>& defs)
{
    QJsonObject schema;
    for (const PropertyDef& def : defs)
        schema[def.id] = property(def);
    return schema;
}

QJsonObject constant(const QString& word)
{
    return {{u"const"_qs, word}};
}

QJsonObject elementSchema(const ElementKind& kind)
{
    QJsonObject all = properties(kind.properties);
    all[u"kind"_qs] = constant(kind.id);
    all[u"name"_qs] = text();
    all[u"in"_qs] = ref(u"id"_qs);
    all[u"host"_qs] = ref(u"id"_qs);
    QJsonObject schema = closedMap(all, {u"kind"_qs}, true);
    schema[u"title"_qs] = kind.label;
    schema[u"description"_qs] = kind.description;
    return schema;
}

QJsonObject groupSchema(const GroupKind& kind)
{
    QJsonObject member = properties(kind.memberFields);
    member[u"element"_qs] = ref(u"id"_qs);
    const QJsonArray forms{ref(u"id"_qs), closedMap(member, {u"element"_qs})};
    QJsonObject all = properties(kind.properties);
    all[u"kind"_qs] = constant(kind.id);
    all[u"name"_qs] = text();
    QJsonObject members = listOf({{u"anyOf"_qs, forms}});
    members[u"uniqueItems"_qs] = true;
    all[u"members"_qs] = members;
    QJsonObject schema = closedMap(all, {u"kind"_qs}, true);
    schema[u"title"_qs] = kind.label;
    schema[u"description"_qs] = kind.description;
    return schema;
}

/// One alternative for each kind. `if`/`then` rather than `anyOf`, so that a validator names what is wrong in the kind
/// that was meant.
template <class Kind>
QJsonObject byKind(const std::vector<Kind>& kinds, const QString& prefix)
{
    QJsonArray ids, rules;
    for (const Kind& kind : kinds) {
        ids.append(kind.id);
        const QJsonObject isKind{{u"required"_qs, QJsonArray{u"kind"_qs}},
                                 {u"properties"_qs, QJsonObject{{u"kind"_qs, constant(kind.id)}}}};
        rules.append(QJsonObject{{u"if"_qs, isKind}, {u"then"_qs, ref(prefix + kind.id)}});
    }
    return {{u"type"_qs, u"object"_qs},
            {u"required"_qs, QJsonArray{u"kind"_qs}},
            {u"properties"_qs, QJsonObject{{u"kind"_qs, QJsonObject{{u"enum"_qs, ids}}}}},
            {u"allOf"_qs, rules}};
}

QJsonObject linkSchema(const Catalog& catalog)
{
    QJsonArray rowIds;
    QJsonObject all;
    for (auto row = catalog.rows.rbegin(); row != catalog.rows.rend(); ++row) {
        rowIds.prepend(row->id);
        for (const PropertyDef& def : row->properties)
            all[def.id] = property(def);
    }
    for (const PropertyDef& def : catalog.linkProperties)
        all[def.id] = property(def);
    const QJsonObject row{{u"enum"_qs, rowIds}};
    all[u"from"_qs] = ref(u"id"_qs);
    all[u"to"_qs] = ref(u"id"_qs);
    all[u"row"_qs] = row;
    all[u"rows"_qs] = listOf(row);
    all[u"ports"_qs] = listOf(ref(u"port"_qs));
    all[u"use"_qs] = QJsonObject{{u"enum"_qs, QJsonArray{u"normal"_qs, u"failover"_qs, u"optional"_qs}}};
    all[u"hidden"_qs] = type(u"boolean"_qs);
    all[u"label"_qs] = text();
    QJsonObject schema = closedMap(all, {u"from"_qs, u"to"_qs}, true);
    schema[u"not"_qs] = QJsonObject{{u"required"_qs, QJsonArray{u"row"_qs, u"rows"_qs}}};
    return schema;
}

QJsonObject definitions(const Catalog& catalog)
{
    const QJsonObject coordinate = number(u"number"_qs, -1e7, 1e7);
    QJsonObject length{{u"type"_qs, u"number"_qs}, {u"exclusiveMinimum"_qs, 0}, {u"maximum"_qs, 1e7}};
    const QString portNumber =
        u"([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"_qs;
    QJsonObject all;
    all[u"id"_qs] = QJsonObject{{u"type"_qs, u"string"_qs}, {u"pattern"_qs, u"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"_qs}, {u"maxLength"_qs, 100}};
    all[u"port"_qs] = QJsonObject{{u"type"_qs, u"string"_qs}, {u"pattern"_qs, u"^(%1(-%1)?/(tcp|udp)|icmp)$"_qs.arg(portNumber)}};
    all[u"date"_qs] = QJsonObject{{u"type"_qs, u"string"_qs}, {u"pattern"_qs, u"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"_qs}};
    all[u"place"_qs] = QJsonObject{{u"type"_qs, u"array"_qs},
                                   {u"items"_qs, QJsonArray{coordinate, coordinate, length, length}},
                                   {u"minItems"_qs, 4},
                                   {u"maxItems"_qs, 4},
                                   {u"description"_qs, u"[x, y, width, height] relative to the container, 1 unit = 1 px at 100 %"_qs}};
    all[u"label-place"_qs] = QJsonObject{{u"type"_qs, u"number"_qs},
                                         {u"minimum"_qs, 0},
                                         {u"maximum"_qs, 1},
                                         {u"description"_qs, u"Of a link: where its words stand, as a part of its line"_qs}};
    all[u"layout-entry"_qs] = QJsonObject{{u"anyOf"_qs, QJsonArray{ref(u"place"_qs), ref(u"label-place"_qs)}}};
    all[u"link"_qs] = linkSchema(catalog);
    const QJsonObject something{{u"type"_qs, text()[u"type"_qs]}, {u"pattern"_qs, u"\\S"_qs}};
    all[u"waiver"_qs] = closedMap({{u"rule"_qs, something},
                                   {u"on"_qs, listOf(text())},
                                   {u"reason"_qs, something},
                                   {u"by"_qs, text()},
                                   {u"date"_qs, ref(u"date"_qs)},
                                   {u"expires"_qs, ref(u"date"_qs)}},
                                  {u"rule"_qs, u"reason"_qs});
    QJsonObject fails = listOf(ref(u"id"_qs));
    fails[u"minItems"_qs] = 1;
    fails[u"uniqueItems"_qs] = true;
    fails[u"description"_qs] = u"Ids of the elements, containers and links that are lost"_qs;
    all[u"scenario"_qs] = closedMap({{u"name"_qs, QJsonObject{{u"type"_qs, text()[u"type"_qs]}, {u"pattern"_qs, u"\\S"_qs}}},
                                     {u"fails"_qs, fails},
                                     {u"note"_qs, text()}},
                                    {u"name"_qs, u"fails"_qs});
    for (const ElementKind& kind : catalog.kinds)
        all[u"element-"_qs + kind.id] = elementSchema(kind);
    for (const GroupKind& kind : catalog.groupKinds)
        all[u"group-"_qs + kind.id] = groupSchema(kind);
    all[u"element"_qs] = byKind(catalog.kinds, u"element-"_qs);
    all[u"group"_qs] = byKind(catalog.groupKinds, u"group-"_qs);
    return all;
}

/// A section of the file: a map by id, or nothing.
QJsonObject section(const QString& definition)
{
    return {{u"type"_qs, QJsonArray{u"object"_qs, u"null"_qs}},
            {u"propertyNames"_qs, ref(u"id"_qs)},
            {u"additionalProperties"_qs, ref(definition)}};
}

}  // namespace

QJsonObject designSchema(const Catalog& catalog)
{
    QJsonObject settings = properties(catalog.settings);
    settings.remove(u"title"_qs);
    settings.remove(u"reference"_qs);
    QJsonObject settingsMap = closedMap(settings, {}, true);
    settingsMap[u"type"_qs] = QJsonArray{u"object"_qs, u"null"_qs};
    QJsonObject schema = closedMap({{u"format"_qs, constant(u"redoubt/%1"_qs.arg(designFormat))},
                                    {u"title"_qs, text()},
                                    {u"reference"_qs, text()},
                                    {u"settings"_qs, settingsMap},
                                    {u"elements"_qs, section(u"element"_qs)},
                                    {u"groups"_qs, section(u"group"_qs)},
                                    {u"links"_qs, section(u"link"_qs)},
                                    {u"waivers"_qs, QJsonObject{{u"type"_qs, QJsonArray{u"array"_qs, u"null"_qs}},
                                                                {u"items"_qs, ref(u"waiver"_qs)}}},
                                    {u"scenarios"_qs, QJsonObject{{u"type"_qs, QJsonArray{u"array"_qs, u"null"_qs}},
                                                                  {u"items"_qs, ref(u"scenario"_qs)},
                                                                  {u"description"_qs, u"Sets of failures with a name, for what-if: each name once"_qs}}},
                                    {u"layout"_qs, section(u"layout-entry"_qs)}},
                                   {u"format"_qs}, true);
    schema[u"$schema"_qs] = u"http://json-schema.org/draft-07/schema#"_qs;
    schema[u"title"_qs] = u"Redoubt design"_qs;
    schema[u"description"_qs] = u"A *.redoubt.yaml file. Catalog %1."_qs.arg(catalog.version);
    schema[u"definitions"_qs] = definitions(catalog);
    return schema;
}

}  // namespace redoubt

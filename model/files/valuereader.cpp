// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/valuereader.h"

#include "model/files/scalars.h"
#include "model/files/suggest.h"

namespace redoubt {

QString describe(const Node& node)
{
    switch (node.type) {
    case Node::Type::Null: return u"nothing"_qs;
    case Node::Type::List: return u"a list"_qs;
    case Node::Type::Map: return u"a map"_qs;
    case Node::Type::Scalar: break;
    }
    const QString text = node.text.size() > 60 ? node.text.left(57) + u"..."_qs : node.text;
    return node.quoted ? u"the text \"%1\""_qs.arg(text) : u"`%1`"_qs.arg(text);
}

QString oneOf(const QStringList& words)
{
    if (words.size() <= 12)
        return words.join(u", ");
    return words.mid(0, 10).join(u", "_qs) + u" and %1 more"_qs.arg(words.size() - 10);
}

namespace {

bool isBareBool(const Node& node)
{
    return node.isScalar() && !node.quoted && (node.text == u"true" || node.text == u"false");
}

void wrongType(Reading& reading, const Node& node, const QString& what, const QString& expected)
{
    reading.problem(node, u"`%1` is %2; expected %3"_qs.arg(what, describe(node), expected));
}

std::optional<PropertyValue> readNumber(Reading& reading, const Node& node, const PropertyDef& def)
{
    const bool whole = def.type == PropertyType::Integer;
    const bool plain = node.isScalar() && !node.quoted;
    const auto integer = plain && whole ? parseInteger(node.text) : std::nullopt;
    const auto number = integer ? std::optional(double(*integer))
        : plain && !whole       ? parseNumber(node.text)
                                : std::nullopt;
    const QString expected = whole ? u"a whole number"_qs
        : def.type == PropertyType::Availability ? u"a fraction between 0 and 1, such as 0.999"_qs
                                                 : u"a number"_qs;
    if (!number) {
        wrongType(reading, node, def.id, expected);
        return {};
    }
    if (whole && !def.choices.isEmpty() && !def.choices.contains(QString::number(*integer))) {
        wrongType(reading, node, def.id, u"one of %1"_qs.arg(oneOf(def.choices)));
        return {};
    }
    const bool fraction = def.type == PropertyType::Availability;
    const auto minimum = def.minimum ? def.minimum : fraction ? std::optional(0.0) : std::nullopt;
    const auto maximum = def.maximum ? def.maximum : fraction ? std::optional(1.0) : std::nullopt;
    if ((minimum && *number < *minimum) || (maximum && *number > *maximum)) {
        const QString low = minimum ? QString::fromLatin1(numberText(*minimum)) : QString();
        const QString high = maximum ? QString::fromLatin1(numberText(*maximum)) : QString();
        const QString range = fraction     ? expected
            : minimum && maximum ? u"a value from %1 to %2"_qs.arg(low, high)
            : minimum            ? u"at least %1"_qs.arg(low)
                                 : u"at most %1"_qs.arg(high);
        wrongType(reading, node, def.id, range);
        return {};
    }
    return whole ? PropertyValue(*integer) : PropertyValue(*number);
}

std::optional<PropertyValue> readChoice(Reading& reading, const Node& node, const PropertyDef& def)
{
    if (!node.isScalar()) {
        wrongType(reading, node, def.id, u"one of %1"_qs.arg(oneOf(def.choices)));
        return {};
    }
    if (def.choices.contains(node.text))
        return PropertyValue(node.text);
    reading.problem(node, u"`%1` is %2; expected one of %3%4"_qs.arg(
                              def.id, describe(node), oneOf(def.choices), didYouMean(node.text, def.choices)));
    return {};
}

std::optional<PropertyValue> readRef(Reading& reading, const Node& node, const PropertyDef& def)
{
    if (!node.isScalar()) {
        wrongType(reading, node, def.id, u"the id of an element or group"_qs);
        return {};
    }
    reading.mentions.push_back({&node, def.id, Mention::Target::ElementOrGroup});
    return PropertyValue(node.text);
}

std::optional<PropertyValue> readRecord(Reading& reading, const Node& node, const PropertyDef& def)
{
    QStringList known;
    for (const PropertyDef& field : def.fields)
        known << field.id;
    if (!node.isMap()) {
        wrongType(reading, node, def.id, u"a map with %1"_qs.arg(oneOf(known)));
        return {};
    }
    PropertyRecord record;
    for (size_t i = 0; i < node.keys.size(); ++i) {
        const Node& key = node.keys[i];
        const auto at = known.indexOf(key.text);
        if (at < 0)
            reading.problem(key, u"unknown key `%1` in `%2`%3"_qs.arg(key.text, def.id, didYouMean(key.text, known)));
        else if (auto value = readProperty(reading, node.items[i], def.fields[size_t(at)]))
            record.emplace(key.text, std::move(*value));
    }
    return PropertyValue(std::move(record));
}

template <class Item>
std::optional<PropertyValue> readList(Reading& reading, const Node& node, const PropertyDef& def, Item item)
{
    if (!node.isList()) {
        wrongType(reading, node, def.id, u"a list"_qs);
        return {};
    }
    PropertyList list;
    for (const Node& entry : node.items)
        if (auto value = item(reading, entry, def))
            list.push_back(std::move(*value));
    return PropertyValue(std::move(list));
}

}  // namespace

std::optional<QString> readText(Reading& reading, const Node& node, const QString& what)
{
    if (isBareBool(node)) {
        wrongType(reading, node, what, u"a text; write \"%1\" in quotes if it is one"_qs.arg(node.text));
        return {};
    }
    if (!node.isScalar()) {
        wrongType(reading, node, what, u"a text"_qs);
        return {};
    }
    return node.text;
}

std::optional<bool> readBool(Reading& reading, const Node& node, const QString& what)
{
    if (isBareBool(node))
        return node.text == u"true";
    wrongType(reading, node, what, u"true or false"_qs);
    return {};
}

std::optional<QStringList> readTexts(Reading& reading, const Node& node, const QString& what)
{
    if (!node.isList()) {
        wrongType(reading, node, what, u"a list"_qs);
        return {};
    }
    QStringList texts;
    for (const Node& item : node.items)
        if (const auto text = readText(reading, item, what))
            texts << *text;
    return texts;
}

std::optional<QStringList> readPorts(Reading& reading, const Node& node)
{
    const auto ports = readTexts(reading, node, u"ports"_qs);
    if (ports)
        for (const Node& item : node.items)
            if (item.isScalar() && !isPort(item.text))
                reading.problem(item, u"%1 is not a port; expected a form such as 443/tcp, 1434/udp, 49152-65535/tcp "
                                      "or icmp, with numbers from 1 to 65535"_qs.arg(describe(item)));
    return ports;
}

std::optional<PropertyValue> readProperty(Reading& reading, const Node& node, const PropertyDef& def)
{
    switch (def.type) {
    case PropertyType::Bool:
        if (const auto value = readBool(reading, node, def.id))
            return PropertyValue(*value);
        return {};
    case PropertyType::Integer:
    case PropertyType::Number:
    case PropertyType::Availability: return readNumber(reading, node, def);
    case PropertyType::Text:
    case PropertyType::Version:
        if (auto value = readText(reading, node, def.id))
            return PropertyValue(std::move(*value));
        return {};
    case PropertyType::Choice: return readChoice(reading, node, def);
    case PropertyType::Choices: return readList(reading, node, def, readChoice);
    case PropertyType::Texts: {
        const auto value = def.id == u"ports" ? readPorts(reading, node) : readTexts(reading, node, def.id);
        return value ? std::optional(PropertyValue::texts(*value)) : std::nullopt;
    }
    case PropertyType::Ref: return readRef(reading, node, def);
    case PropertyType::Refs: return readList(reading, node, def, readRef);
    case PropertyType::Records: return readList(reading, node, def, readRecord);
    }
    return {};
}

PropertyValue readFree(const Node& node)
{
    switch (node.type) {
    case Node::Type::Null: return PropertyValue(QString());
    case Node::Type::List: {
        PropertyList list;
        for (const Node& item : node.items)
            list.push_back(readFree(item));
        return list;
    }
    case Node::Type::Map: {
        PropertyRecord record;
        for (size_t i = 0; i < node.keys.size(); ++i)
            record.emplace(node.keys[i].text, readFree(node.items[i]));
        return record;
    }
    case Node::Type::Scalar: break;
    }
    if (isBareBool(node))
        return node.text == u"true";
    if (!node.quoted) {
        if (const auto integer = parseInteger(node.text))
            return *integer;
        if (const auto number = parseNumber(node.text))
            return *number;
    }
    // An empty quoted text is not null, which alone stands for YAML's null here.
    return PropertyValue(node.text.isNull() ? u""_qs : node.text);
}

}  // namespace redoubt

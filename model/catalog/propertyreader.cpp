// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/propertyreader.h"

namespace redoubt {

namespace {

const std::map<QString, PropertyType>& typeNames()
{
    static const std::map<QString, PropertyType> names = {
        {QStringLiteral("bool"), PropertyType::Bool},
        {QStringLiteral("integer"), PropertyType::Integer},
        {QStringLiteral("number"), PropertyType::Number},
        {QStringLiteral("availability"), PropertyType::Availability},
        {QStringLiteral("text"), PropertyType::Text},
        {QStringLiteral("choice"), PropertyType::Choice},
        {QStringLiteral("choices"), PropertyType::Choices},
        {QStringLiteral("texts"), PropertyType::Texts},
        {QStringLiteral("ref"), PropertyType::Ref},
        {QStringLiteral("refs"), PropertyType::Refs},
        {QStringLiteral("records"), PropertyType::Records},
        {QStringLiteral("version"), PropertyType::Version},
    };
    return names;
}

bool isNumeric(PropertyType type)
{
    return type == PropertyType::Integer || type == PropertyType::Number || type == PropertyType::Availability;
}

bool isChoice(PropertyType type)
{
    return type == PropertyType::Choice || type == PropertyType::Choices;
}

class Reader {
public:
    Reader(Problems& problems, std::vector<NamedId>& refs) : m_problems(problems), m_refs(refs) {}

    std::vector<PropertyDef> properties(const Node& node, bool nested)
    {
        std::vector<PropertyDef> result;
        if (!node.isMap())
            m_problems.add(node, QStringLiteral("expected properties by id"));
        for (size_t i = 0; i < node.keys.size(); ++i) {
            if (!isValidId(node.keys[i].text))
                m_problems.add(node.keys[i], QStringLiteral("`%1` is not an id").arg(node.keys[i].text));
            result.push_back(property(node.keys[i].text, node.items[i], nested));
        }
        return result;
    }

private:
    Problems& m_problems;
    std::vector<NamedId>& m_refs;

    PropertyDef property(const QString& id, const Node& node, bool nested)
    {
        MapReader map(node, m_problems);
        PropertyDef def;
        def.id = id;
        def.label = map.requiredText(QStringLiteral("label"));
        def.help = map.requiredText(QStringLiteral("help"));
        def.unit = map.text(QStringLiteral("unit"));
        def.section = map.text(QStringLiteral("section"));
        def.minimum = map.number(QStringLiteral("minimum"));
        def.maximum = map.number(QStringLiteral("maximum"));
        if (const Node* type = map.required(QStringLiteral("type"))) {
            const auto it = typeNames().find(type->text);
            if (it == typeNames().end())
                m_problems.add(*type, QStringLiteral("`%1` is not a type").arg(type->text));
            else
                def.type = it->second;
        }
        if ((def.minimum || def.maximum) && !isNumeric(def.type))
            m_problems.add(node, QStringLiteral("only numbers have a minimum or a maximum"));
        choices(map, def);
        references(map, def);
        fields(map, def, nested);
        if (const Node* value = map.at(QStringLiteral("default")))
            def.defaultValue = defaultValue(*value, def);
        map.finish();
        return def;
    }

    void choices(MapReader& map, PropertyDef& def)
    {
        const Node* node = map.at(QStringLiteral("choices"));
        if (!node) {
            if (isChoice(def.type))
                m_problems.add(map.node(), QStringLiteral("`choices` is missing"));
            return;
        }
        if (!isChoice(def.type) && def.type != PropertyType::Integer)
            m_problems.add(*node, QStringLiteral("only a choice and a whole number have choices"));
        if (!node->isMap() || node->keys.empty())
            m_problems.add(*node, QStringLiteral("expected choices with their labels"));
        for (size_t i = 0; i < node->keys.size(); ++i) {
            def.choices << node->keys[i].text;
            def.choiceLabels << textOf(node->items[i], m_problems).value_or(QString());
            bool whole = false;
            (void)node->keys[i].text.toLongLong(&whole);
            if (def.type == PropertyType::Integer && !whole)
                m_problems.add(node->keys[i], QStringLiteral("expected a whole number"));
        }
    }

    void references(MapReader& map, PropertyDef& def)
    {
        const Node* node = map.at(QStringLiteral("ref"));
        if (!node)
            return;
        if (def.type != PropertyType::Ref && def.type != PropertyType::Refs)
            m_problems.add(*node, QStringLiteral("only references name kinds"));
        def.refKinds = textsOf(*node, m_problems);
        for (const Node& item : node->items)
            m_refs.push_back({m_problems.path, item, item.text});
    }

    void fields(MapReader& map, PropertyDef& def, bool nested)
    {
        const Node* node = map.at(QStringLiteral("fields"));
        if (!node) {
            if (def.type == PropertyType::Records)
                m_problems.add(map.node(), QStringLiteral("`fields` is missing"));
            return;
        }
        if (def.type != PropertyType::Records || nested)
            m_problems.add(*node, QStringLiteral("only records have fields"));
        else
            def.fields = properties(*node, true);
    }

    std::optional<PropertyValue> defaultValue(const Node& node, const PropertyDef& def)
    {
        switch (def.type) {
        case PropertyType::Bool:
            if (const auto value = boolOf(node, m_problems))
                return PropertyValue(*value);
            return {};
        case PropertyType::Integer:
            if (const auto value = integerOf(node, m_problems); value && inRange(node, def, double(*value)))
                return PropertyValue(*value);
            return {};
        case PropertyType::Number:
        case PropertyType::Availability:
            if (const auto value = numberOf(node, m_problems); value && inRange(node, def, *value))
                return PropertyValue(*value);
            return {};
        case PropertyType::Text:
        case PropertyType::Version:
            if (const auto value = textOf(node, m_problems))
                return PropertyValue(*value);
            return {};
        case PropertyType::Choice:
            if (const auto value = textOf(node, m_problems); value && isOneOf(node, def))
                return PropertyValue(*value);
            return {};
        case PropertyType::Choices:
            for (const Node& item : node.items)
                (void)isOneOf(item, def);
            return PropertyValue::texts(textsOf(node, m_problems));
        case PropertyType::Texts:
            return PropertyValue::texts(textsOf(node, m_problems));
        case PropertyType::Ref:
        case PropertyType::Refs:
        case PropertyType::Records:
            m_problems.add(node, QStringLiteral("references and records have no default"));
            return {};
        }
        return {};
    }

    bool inRange(const Node& node, const PropertyDef& def, double value)
    {
        const bool fraction = def.type != PropertyType::Availability || (value > 0 && value <= 1);
        const bool ok = fraction && value >= def.minimum.value_or(value) && value <= def.maximum.value_or(value);
        if (!ok)
            m_problems.add(node, QStringLiteral("the default is out of range"));
        return ok;
    }

    bool isOneOf(const Node& node, const PropertyDef& def)
    {
        const bool ok = def.choices.contains(node.text);
        if (!ok)
            m_problems.add(node, QStringLiteral("`%1` is not one of: %2").arg(node.text, def.choices.join(u", "_qs)));
        return ok;
    }
};

}  // namespace

std::vector<PropertyDef> readProperties(const Node& node, Problems& problems, std::vector<NamedId>& refs)
{
    return Reader(problems, refs).properties(node, false);
}

QString whyNotAValue(const PropertyDef& property, const QString& value)
{
    bool ok = true;
    if (property.type == PropertyType::Bool)
        ok = value == QLatin1String("true") || value == QLatin1String("false");
    else if (isNumeric(property.type))
        (void)value.toDouble(&ok);
    else if (isChoice(property.type))
        ok = property.choices.contains(value);
    return ok ? QString() : QStringLiteral("`%1` is not a value of `%2`").arg(value, property.id);
}

}  // namespace redoubt

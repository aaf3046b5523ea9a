// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/valuetype.h"

namespace redoubt {

ValueType ValueType::of(int sorts)
{
    ValueType type;
    type.sorts = sorts;
    return type;
}

ValueType ValueType::ofThing(int things, const QStringList& kinds)
{
    ValueType type = of(Thing);
    type.things = things;
    type.kinds = kinds;
    return type;
}

ValueType ValueType::listOf(const ValueType& item)
{
    ValueType type = of(List);
    type.item = std::make_shared<const ValueType>(item);
    return type;
}

ValueType ValueType::ofFact(const Fact& value)
{
    ValueType type = of(value.number() ? Number : value.text() ? Text : Truth);
    if (value.text())
        type.texts << *value.text();
    return type;
}

ValueType ValueType::ofKinds(const QStringList& kinds, const Catalog& catalog)
{
    if (kinds.isEmpty())
        return ofThing(redoubt::Thing::Element | redoubt::Thing::Group);
    int things = 0;
    for (const QString& kind : kinds)
        things |= catalog.groupKind(kind) ? redoubt::Thing::Group : redoubt::Thing::Element;
    return ofThing(things, kinds);
}

ValueType ValueType::ofProperty(const PropertyDef& def, const Catalog& catalog)
{
    switch (def.type) {
    case PropertyType::Bool:
        return of(Truth);
    case PropertyType::Integer:
    case PropertyType::Number:
    case PropertyType::Availability:
        return of(Number);
    case PropertyType::Text:
    case PropertyType::Choice:
    case PropertyType::Version:
        return of(Text);
    case PropertyType::Choices:
    case PropertyType::Texts:
        return listOf(of(Text));
    case PropertyType::Ref:
        return ofKinds(def.refKinds, catalog);
    case PropertyType::Refs:
        return listOf(ofKinds(def.refKinds, catalog));
    case PropertyType::Records: {
        ValueType record = ofThing(redoubt::Thing::Record);
        record.fields = &def.fields;
        return listOf(record);
    }
    }
    return {};
}

ValueType ValueType::ofWords(const QString& words, const Catalog& catalog)
{
    if (words.startsWith(u'['))
        return listOf(ofWords(words.mid(1, words.size() - 2), catalog));
    static const QHash<QString, ValueType> named{
        {QStringLiteral("truth"), of(Truth)},
        {QStringLiteral("number"), of(Number)},
        {QStringLiteral("text"), of(Text)},
        {QStringLiteral("element"), ofThing(redoubt::Thing::Element)},
        {QStringLiteral("group"), ofThing(redoubt::Thing::Group)},
        {QStringLiteral("thing"), ofThing(redoubt::Thing::Element | redoubt::Thing::Group)},
        {QStringLiteral("link"), ofThing(redoubt::Thing::Link)},
        {QStringLiteral("flow"), ofThing(redoubt::Thing::Flow)},
        {QStringLiteral("member"), ofThing(redoubt::Thing::Member)},
        {QStringLiteral("service"), ofThing(redoubt::Thing::Service)},
    };
    const auto it = named.constFind(words);
    if (it != named.cend())
        return *it;
    return catalog.kind(words) || catalog.groupKind(words) ? ofKinds({words}, catalog) : ValueType();
}

ValueType ValueType::items() const
{
    ValueType single = *this;
    single.sorts &= ~List;
    single.item = nullptr;
    if (!mayBe(List))
        return single;
    const ValueType inside = item ? *item : ValueType();
    return single.sorts ? inside.orElse(single) : inside;
}

ValueType ValueType::orElse(const ValueType& other) const
{
    ValueType both;
    both.sorts = sorts | other.sorts;
    both.things = (mayBe(Thing) ? things : 0) | (other.mayBe(Thing) ? other.things : 0);
    const bool known = (!mayBe(Thing) || !kinds.isEmpty()) && (!other.mayBe(Thing) || !other.kinds.isEmpty());
    if (known)
        both.kinds = (mayBe(Thing) ? kinds : QStringList()) + (other.mayBe(Thing) ? other.kinds : QStringList());
    both.fields = fields == other.fields ? fields : nullptr;
    if (!mayBe(List))
        both.item = other.item;
    else if (!other.mayBe(List))
        both.item = item;
    else if (item && other.item)
        both.item = std::make_shared<const ValueType>(item->orElse(*other.item));
    both.texts = texts + other.texts;
    return both;
}

bool ValueType::meets(const ValueType& other) const
{
    const int common = sorts & other.sorts;
    if (common != Thing)
        return common != 0;
    if (!(things & other.things))
        return false;
    return kinds.isEmpty() || other.kinds.isEmpty()
        || std::any_of(kinds.begin(), kinds.end(), [&](const QString& kind) { return other.kinds.contains(kind); });
}

QString ValueType::words() const
{
    static const std::pair<Sort, QString> names[] = {
        {Truth, QStringLiteral("true or false")}, {Number, QStringLiteral("a number")}, {Text, QStringLiteral("a text")},
        {Thing, QStringLiteral("a thing")},       {List, QStringLiteral("a list")},
    };
    QStringList parts;
    for (const auto& [sort, name] : names)
        if (mayBe(sort))
            parts << (sort == Thing && kinds.size() == 1 ? QStringLiteral("%1 (%2)").arg(name, kinds.front()) : name);
    return parts.join(QStringLiteral(" or "));
}

}  // namespace redoubt

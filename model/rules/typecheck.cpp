// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/typecheck.h"

#include "model/rules/facts.h"

#include <QScopedValueRollback>

namespace redoubt {

namespace {

using Op = Expression::Op;

constexpr qsizetype longestPattern = 1000;

/// Where the text of an expression begins.
int beginOf(const Expression& e)
{
    switch (e.op) {
    case Op::Get:
    case Op::Filter:
        return e.args.front().op == Op::Item ? e.column : beginOf(e.args.front());
    case Op::Constant:
    case Op::List:
    case Op::Variable:
    case Op::Kind:
    case Op::Item:
    case Op::Call:
    case Op::Not:
    case Op::Parameter:
        return e.column;
    default:
        return std::min(beginOf(e.args[0]), beginOf(e.args[1]));
    }
}

}  // namespace

void TypeCheck::add(const Expression& e, const QString& text)
{
    m_found.push_back({beginOf(e), text});
}

void TypeCheck::expect(const Expression& e, const ValueType& type, int sorts, const QString& wanted)
{
    if (!type.mayBe(sorts))
        add(e, QStringLiteral("expected %1, this is %2").arg(wanted, type.words()));
}

ValueType TypeCheck::condition(const Expression& e)
{
    expect(e, typeOf(e), ValueType::Truth, QStringLiteral("a condition"));
    return ValueType::of(ValueType::Truth);
}

ValueType TypeCheck::perItem(const Expression& list, const Expression& each, bool isCondition)
{
    const ValueType items = typeOf(list).items();
    const QScopedValueRollback<ValueType> inside(m_item, items);
    const ValueType type = typeOf(each);
    if (isCondition)
        expect(each, type, ValueType::Truth, QStringLiteral("a condition"));
    return items;
}

ValueType TypeCheck::kind(const QString& name) const
{
    return ValueType::listOf(ValueType::ofWords(name, m_catalog));
}

std::optional<ValueType> TypeCheck::member(const ValueType& thing, const QString& name, const FactDef* fact) const
{
    std::optional<ValueType> result;
    const auto add = [&](const ValueType& type) { result = result ? result->orElse(type) : type; };
    const auto fromAll = [&](const std::vector<PropertyDef>& defs) {
        for (const PropertyDef& def : defs)
            if (def.id == name)
                add(ValueType::ofProperty(def, m_catalog));
    };
    const auto isMeant = [&](const QString& kind) { return thing.kinds.isEmpty() || thing.kinds.contains(kind); };
    for (const Thing::Type type : {Thing::Design, Thing::Element, Thing::Group, Thing::Link, Thing::Flow, Thing::Member,
                                   Thing::Record, Thing::Service}) {
        if (!(thing.things & type))
            continue;
        if (const FactDef* def = fact ? factDefFor(fact, type) : nullptr) {
            add(ValueType::ofWords(QLatin1String(def->type), m_catalog));
            continue;
        }
        if (type == Thing::Design)
            fromAll(m_catalog.settings);
        if (type == Thing::Element)
            for (const ElementKind& kind : m_catalog.kinds)
                if (isMeant(kind.id))
                    fromAll(kind.properties);
        if (type == Thing::Group || type == Thing::Member)
            for (const GroupKind& kind : m_catalog.groupKinds)
                if (isMeant(kind.id))
                    fromAll(type == Thing::Group ? kind.properties : kind.memberFields);
        if (type == Thing::Record && !thing.fields)
            return ValueType();
        if (type == Thing::Record)
            fromAll(*thing.fields);
        if (type == Thing::Link || type == Thing::Flow) {
            fromAll(m_catalog.linkProperties);
            for (const LinkRow& row : m_catalog.rows)
                fromAll(row.properties);
        }
    }
    return result;
}

ValueType TypeCheck::get(const Expression& e)
{
    const ValueType of = typeOf(e.args.front());
    const ValueType items = of.items();
    if (!items.mayBe(ValueType::Thing)) {
        m_found.push_back({e.column, QStringLiteral("`.%1` is asked of %2; only things have facts and properties")
                                         .arg(e.name, items.words())});
        return {};
    }
    const std::optional<ValueType> found = member(items, e.name, e.fact);
    if (!found) {
        m_found.push_back({e.column, items.kinds.isEmpty()
                                         ? QStringLiteral("such a thing has no `%1`").arg(e.name)
                                         : QStringLiteral("`%1` has no `%2`").arg(items.kinds.join(u"` or `"), e.name)});
        return {};
    }
    if (!of.mayBe(ValueType::List))
        return *found;
    const ValueType list = ValueType::listOf(found->items());
    return of.sorts == ValueType::List ? list : list.orElse(*found);
}

void TypeCheck::compared(const Expression& e, const ValueType& a, const ValueType& b)
{
    if (!a.meets(b))
        add(e.op == Op::Call ? e.args[0] : e, QStringLiteral("%1 and %2 are compared, which are never equal").arg(a.words(), b.words()));
}

void TypeCheck::ordered(const Expression& e, const ValueType& a, const ValueType& b)
{
    if (!(a.sorts & b.sorts & (ValueType::Number | ValueType::Text)))
        add(e, QStringLiteral("%1 and %2 are compared; expected two numbers or two texts").arg(a.words(), b.words()));
}

ValueType TypeCheck::arithmetic(const Expression& e)
{
    const ValueType a = typeOf(e.args[0]), b = typeOf(e.args[1]);
    const int several = ValueType::List | ValueType::Thing;
    const bool numbers = a.mayBe(ValueType::Number) && b.mayBe(ValueType::Number);
    const bool lists = e.op == Op::Add ? a.mayBe(several) || b.mayBe(several)
                                       : e.op == Op::Subtract && a.mayBe(ValueType::List);
    if (!numbers && !lists)
        add(e, e.op == Op::Add || e.op == Op::Subtract
                           ? QStringLiteral("expected two numbers or two lists, these are %1 and %2").arg(a.words(), b.words())
                           : QStringLiteral("expected two numbers, these are %1 and %2").arg(a.words(), b.words()));
    if (e.op == Op::Divide && e.args[1].op == Op::Constant && e.args[1].value == Fact(0))
        add(e.args[1], QStringLiteral("a division by zero has no value"));
    ValueType result = lists ? ValueType::listOf(e.op == Op::Add ? a.items().orElse(b.items()) : a.items())
                             : ValueType::of(ValueType::Number);
    return numbers && lists ? result.orElse(ValueType::of(ValueType::Number)) : result;
}

void TypeCheck::pattern(const Expression& e, const ValueType& type)
{
    expect(e, type, ValueType::Text, QStringLiteral("a pattern in quotes"));
    for (const QString& text : type.texts) {
        const QRegularExpression pattern(text);
        if (text.size() > longestPattern)
            add(e, QStringLiteral("the pattern is longer than %1 characters").arg(longestPattern));
        else if (!pattern.isValid())
            m_found.push_back({beginOf(e) + (e.op == Op::Constant ? 1 + int(pattern.patternErrorOffset()) : 0),
                               QStringLiteral("`%1` is no regular expression: %2").arg(text, pattern.errorString())});
    }
}

ValueType TypeCheck::callOfLists(const Expression& e, const std::vector<ValueType>& args)
{
    const ValueType& list = args.front();
    if (!list.mayBe(ValueType::List | ValueType::Thing))
        expect(e.args.front(), list, ValueType::List, QStringLiteral("a list"));
    const ValueType items = list.items();
    if (e.name == QLatin1String("count"))
        return ValueType::of(ValueType::Number);
    if (e.name == QLatin1String("sum")) {
        expect(e.args.front(), items, ValueType::Number, QStringLiteral("a list of numbers"));
        return ValueType::of(ValueType::Number);
    }
    if (e.name == QLatin1String("least") || e.name == QLatin1String("most")) {
        expect(e.args.front(), items, ValueType::Number | ValueType::Text, QStringLiteral("a list of numbers or texts"));
        return items;
    }
    if (e.name == QLatin1String("distinct"))
        return ValueType::listOf(items);
    if (e.name == QLatin1String("pairs"))
        return ValueType::listOf(ValueType::listOf(items));
    return items;  // first, last
}

ValueType TypeCheck::call(const Expression& e)
{
    const QString& name = e.name;
    if (functionSign(name).lastIsPerItem) {
        if (e.args.size() == 1)
            (void)typeOf(e.args[0]);
        else if (const ValueType items = perItem(e.args[0], e.args[1], name != QLatin1String("alike"));
                 name == QLatin1String("alike"))
            return ValueType::listOf(ValueType::listOf(items));
        return ValueType::of(ValueType::Truth);
    }
    std::vector<ValueType> args;
    for (const Expression& arg : e.args)
        args.push_back(typeOf(arg));
    static const QStringList ofLists{QStringLiteral("count"), QStringLiteral("sum"),   QStringLiteral("least"),
                                     QStringLiteral("most"),  QStringLiteral("first"), QStringLiteral("last"),
                                     QStringLiteral("distinct"), QStringLiteral("pairs")};
    if (ofLists.contains(name))
        return callOfLists(e, args);
    if (name == QLatin1String("is"))
        compared(e, args[0], args[1]);
    if (name == QLatin1String("known") || name == QLatin1String("unknown") || name == QLatin1String("is"))
        return ValueType::of(ValueType::Truth);
    if (name == QLatin1String("else"))
        return args[0].orElse(args[1]);
    if (name == QLatin1String("if")) {
        expect(e.args[0], args[0], ValueType::Truth, QStringLiteral("a condition"));
        return args.size() > 2 ? args[1].orElse(args[2]) : args[1];
    }
    if (name == QLatin1String("latency") || name == QLatin1String("votes-in")) {
        for (size_t i = 0; i < 2; ++i)
            expect(e.args[i], args[i], ValueType::Thing, QStringLiteral("a thing"));
        return ValueType::of(ValueType::Number);
    }
    if (name == QLatin1String("percent")) {  // of a number, or of each of a list
        expect(e.args[0], args[0].items(), ValueType::Number, QStringLiteral("a number or a list of numbers"));
        const ValueType text = ValueType::of(ValueType::Text);
        return args[0].mayBe(ValueType::List) ? text.orElse(ValueType::listOf(text)) : text;
    }
    if (name == QLatin1String("round") || name == QLatin1String("digits")) {
        for (size_t i = 0; i < args.size(); ++i)
            expect(e.args[i], args[i], ValueType::Number, QStringLiteral("a number"));
        return ValueType::of(name == QLatin1String("round") ? ValueType::Number : ValueType::Text);
    }
    // lower, matches, replace
    for (size_t i = 0; i < args.size(); ++i)
        if (i == 1)
            pattern(e.args[i], args[i]);
        else
            expect(e.args[i], args[i], ValueType::Text, QStringLiteral("a text"));
    return ValueType::of(name == QLatin1String("matches") ? ValueType::Truth : ValueType::Text);
}

ValueType TypeCheck::typeOf(const Expression& e)
{
    switch (e.op) {
    case Op::Constant:
        return ValueType::ofFact(e.value);
    case Op::List: {
        std::optional<ValueType> items;
        for (const Expression& arg : e.args) {
            const ValueType type = typeOf(arg);
            items = items ? items->orElse(type) : type;
        }
        return items ? ValueType::listOf(*items) : ValueType::of(ValueType::List);
    }
    case Op::Variable:
        return size_t(e.slot) < m_names.variables.size() ? m_names.variables[size_t(e.slot)] : ValueType();
    case Op::Parameter:
        return size_t(e.slot) < m_names.parameters.size() ? m_names.parameters[size_t(e.slot)] : ValueType();
    case Op::Kind:
        return kind(e.name);
    case Op::Item:
        return m_item;
    case Op::Get:
        return get(e);
    case Op::Filter:
        return ValueType::listOf(perItem(e.args[0], e.args[1], true));
    case Op::Call:
        return call(e);
    case Op::And:
    case Op::Or:
    case Op::Not:
        for (const Expression& arg : e.args)
            (void)condition(arg);
        return ValueType::of(ValueType::Truth);
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
        return arithmetic(e);
    default:
        break;
    }
    const ValueType a = typeOf(e.args[0]), b = typeOf(e.args[1]);
    if (e.op == Op::Equal || e.op == Op::NotEqual)
        compared(e, a, b);
    else if (e.op == Op::In)
        compared(e, a, b.items());
    else
        ordered(e, a, b);
    return ValueType::of(ValueType::Truth);
}

void TypeCheck::assignment(const Expression& e)
{
    const Expression& path = e.args[0];
    const ValueType property = get(path).items();
    const QScopedValueRollback<ValueType> inside(m_item, typeOf(path.args[0]).items());
    const ValueType value = typeOf(e.args[1]).items();
    if (!property.meets(value))
        add(e.args[1], QStringLiteral("`%1` is %2; this is %3").arg(path.name, property.words(), value.words()));
}

}  // namespace redoubt

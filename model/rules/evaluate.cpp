// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/expression.h"

#include "model/rules/facts.h"
#include "model/rules/rule.h"

#include <cmath>

// Three-valued logic: unknown and false is false, unknown or true is true, otherwise unknown stays unknown.

namespace redoubt {

namespace {

using Op = Expression::Op;

/// A value that stands somewhere already; null when it has to be made. Good until the next thing is bound.
const Fact* standing(const Expression& e, const Scope& scope)
{
    if (e.memo >= 0)
        return scope.memoKnown[size_t(e.memo)] ? &scope.memo[size_t(e.memo)] : nullptr;
    switch (e.op) {
    case Op::Constant:
        return &e.value;
    case Op::Item:
        return &scope.item;
    case Op::Variable:
        return e.slot < int(scope.variables.size()) ? &scope.variables[size_t(e.slot)] : nullptr;
    default:
        return nullptr;
    }
}

/// The value of an expression, copied only where it has to be made.
class Operand {
public:
    Operand(const Expression& e, Scope& scope) : m_standing(standing(e, scope)), m_made(m_standing ? Fact() : evaluate(e, scope)) {}
    [[nodiscard]] const Fact& operator*() const { return m_standing ? *m_standing : m_made; }

private:
    const Fact* m_standing;
    Fact m_made;
};

Fact logic(const Expression& e, Scope& scope, bool decisive)
{
    bool unknown = false;
    for (const Expression& arg : e.args) {
        const Operand fact(arg, scope);
        const bool* value = std::get_if<bool>(&(*fact).data);
        if (value && *value == decisive)
            return decisive;
        unknown = unknown || !value;
    }
    return unknown ? Fact() : Fact(!decisive);
}

Fact equal(const Fact& a, const Fact& b, Work& work)
{
    if (!a.isKnown() || !b.isKnown() || (a.list() && !work.spend(deepSize(a))))
        return {};
    return a == b;
}

Fact ordered(Op op, const Fact& a, const Fact& b)
{
    double order = 0;
    if (a.number() && b.number())
        order = *a.number() - *b.number();
    else if (a.text() && b.text() && !a.text()->isEmpty() && !b.text()->isEmpty())
        order = compareVersions(*a.text(), *b.text());
    else
        return {};
    switch (op) {
    case Op::Less:
        return order < 0;
    case Op::LessEqual:
        return order <= 0;
    case Op::Greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

Fact contained(const Fact& item, const Fact& list, Work& work)
{
    if (!item.isKnown() || !list.isKnown() || (list.list() && !work.spend(deepSize(list))))
        return {};
    for (const Fact& other : list.items())
        if (other == item)
            return true;
    return false;
}

/// What has no value, such as a division by nothing, is unknown.
Fact finite(double number)
{
    return std::isfinite(number) ? Fact(number) : Fact();
}

/// The items of `a` that `b` has not.
Fact without(const FactItems& a, const FactItems& b)
{
    const QSet<Fact> gone(b.begin(), b.end());
    std::vector<Fact> rest;
    for (const Fact& item : a)
        if (!gone.contains(item))
            rest.push_back(item);
    return rest;
}

Fact arithmetic(Op op, const Fact& a, const Fact& b, Work& work)
{
    if ((a.list() || b.list()) && !work.spend(deepSize(a) + deepSize(b)))
        return {};
    if (op == Op::Add && (a.list() || b.list() || a.thing() || b.thing())) {
        const FactItems first = a.items(), second = b.items();
        if (second.empty() && a.list())
            return a;
        std::vector<Fact> all = first.list();
        const bool isShort = first.size() + second.size() <= 16;
        QSet<Fact> seen = isShort ? QSet<Fact>() : QSet<Fact>(all.begin(), all.end());
        for (const Fact& item : second) {
            if (isShort ? std::find(all.begin(), all.end(), item) != all.end() : seen.contains(item))
                continue;
            all.push_back(item);
            if (!isShort)
                seen.insert(item);
        }
        return all;
    }
    if (op == Op::Subtract && a.list())
        return without(a.items(), b.items());
    if (!a.number() || !b.number())
        return {};
    switch (op) {
    case Op::Add:
        return finite(*a.number() + *b.number());
    case Op::Subtract:
        return finite(*a.number() - *b.number());
    case Op::Multiply:
        return finite(*a.number() * *b.number());
    default:
        return finite(*a.number() / *b.number());
    }
}

Fact getOne(const Expression& e, const Thing& thing, Scope& scope)
{
    const FactDef* def = e.fact ? factDefFor(e.fact, thing.type) : nullptr;
    Fact found = def ? def->find(scope.facts, thing) : scope.facts.property(thing, e.name);
    if (found.list())
        scope.work.spend(qint64(found.list()->size()));
    return found;
}

/// Of a list: the values of all its things, lists joined, unknown ones left out, things named once.
Fact get(const Expression& e, Scope& scope)
{
    const Operand operand(e.args[0], scope);
    const Fact& of = *operand;
    if (const Thing* thing = of.thing())
        return getOne(e, *thing, scope);
    if (!of.list())
        return {};
    std::vector<Fact> result;
    QSet<Fact> seen;  // of a long list; a short one is searched quicker
    const auto isThere = [&](const Fact& fact) {
        if (result.size() < 16)
            return std::find(result.begin(), result.end(), fact) != result.end();
        if (seen.isEmpty())
            seen = QSet<Fact>(result.begin(), result.end());
        const qsizetype before = seen.size();
        seen.insert(fact);
        return seen.size() == before;
    };
    const auto add = [&](const Fact& fact) {
        if (const Thing* thing = fact.thing(); thing && thing->type != Thing::Record && isThere(fact))
            return;
        result.push_back(fact);
    };
    for (const Fact& item : *of.list()) {
        if (!scope.work.spend())
            return {};
        if (!item.thing())
            continue;
        const Fact value = getOne(e, *item.thing(), scope);
        if (const std::vector<Fact>* list = value.list())
            std::for_each(list->begin(), list->end(), add);
        else if (value.isKnown())
            add(value);
    }
    return result;
}

Fact filter(const Expression& e, Scope& scope)
{
    const Fact list = evaluate(e.args[0], scope);
    std::vector<Fact> result;
    const Fact outer = scope.item;
    for (const Fact& item : list.items()) {
        if (!scope.work.spend())
            break;
        scope.item = item;
        if (evaluate(e.args[1], scope).isTrue())
            result.push_back(item);
    }
    scope.item = outer;
    return result;
}

/// Made once for each combination of bound things.
Fact letValue(size_t let, Scope& scope)
{
    if (scope.letKnown.size() != scope.lets->size()) {
        scope.letKnown.assign(scope.lets->size(), false);
        scope.letValues.assign(scope.lets->size(), Fact());
    }
    if (!scope.letKnown[let]) {
        scope.letValues[let] = evaluate((*scope.lets)[let], scope);
        scope.letKnown[let] = true;
    }
    return scope.letValues[let];
}

Fact compute(const Expression& e, Scope& scope)
{
    switch (e.op) {
    case Op::Constant:
        return e.value;
    case Op::List: {
        std::vector<Fact> items;
        for (const Expression& arg : e.args)
            if (Fact item = evaluate(arg, scope); item.isKnown() && (!item.list() || scope.work.spend(deepSize(item))))
                items.push_back(std::move(item));
        return items;
    }
    case Op::Variable: {
        if (e.slot < int(scope.variables.size()))
            return scope.variables[e.slot];
        const size_t let = size_t(e.slot) - scope.variables.size();
        return scope.lets && let < scope.lets->size() ? letValue(let, scope) : Fact();
    }
    case Op::Parameter:
        return scope.parameters ? (*scope.parameters)[e.slot].value : Fact();
    case Op::Kind:
        return scope.facts.ofKind(e.name);
    case Op::Item:
        return scope.item;
    case Op::Get:
        return get(e, scope);
    case Op::Filter:
        return filter(e, scope);
    case Op::Call:
        return callFunction(e, scope);
    case Op::And:
        return logic(e, scope, false);
    case Op::Or:
        return logic(e, scope, true);
    case Op::Not: {
        const Fact fact = evaluate(e.args[0], scope);
        const bool* value = std::get_if<bool>(&fact.data);
        return value ? Fact(!*value) : Fact();
    }
    case Op::Equal:
        return equal(*Operand(e.args[0], scope), *Operand(e.args[1], scope), scope.work);
    case Op::NotEqual: {
        const Fact same = equal(*Operand(e.args[0], scope), *Operand(e.args[1], scope), scope.work);
        return same.isKnown() ? Fact(!same.isTrue()) : Fact();
    }
    case Op::In:
        return contained(*Operand(e.args[0], scope), *Operand(e.args[1], scope), scope.work);
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
        return ordered(e.op, *Operand(e.args[0], scope), *Operand(e.args[1], scope));
    default:
        return arithmetic(e.op, evaluate(e.args[0], scope), evaluate(e.args[1], scope), scope.work);
    }
}

}  // namespace

Fact evaluate(const Expression& e, Scope& scope)
{
    if (!scope.work.spend())
        return {};
    if (e.memo < 0)
        return compute(e, scope);
    if (scope.memoKnown[e.memo])
        return scope.memo[e.memo];
    Fact result = compute(e, scope);
    scope.memo[e.memo] = result;
    scope.memoKnown[e.memo] = true;
    return result;
}

}  // namespace redoubt

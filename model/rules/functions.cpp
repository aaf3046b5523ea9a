// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/expression.h"

#include "model/design/numberwords.h"
#include "model/rules/facts.h"

#include <QRegularExpression>
#include <cmath>

// The functions of the rule vocabulary (resources/rules/README.md). Each is one row of the table at the end.

namespace redoubt {

namespace {

using Values = std::vector<Fact>;

Fact count(Scope&, const Values& v) { return int(v[0].items().size()); }
Fact known(Scope&, const Values& v) { return v[0].isKnown(); }
Fact unknown(Scope&, const Values& v) { return !v[0].isKnown(); }
Fact is(Scope&, const Values& v) { return v[0].isKnown() && v[0] == v[1]; }
Fact either(Scope&, const Values& v) { return v[0].isKnown() ? v[0] : v[1]; }
Fact choose(Scope&, const Values& v) { return v[0].isTrue() ? v[1] : v.size() > 2 ? v[2] : Fact(); }

Fact sum(Scope&, const Values& v)
{
    double result = 0;
    for (const Fact& item : v[0].items()) {
        if (!item.number())
            return {};
        result += *item.number();
    }
    return result;
}

Fact extreme(const Fact& list, bool largest)
{
    Fact best;
    for (const Fact& item : list.items()) {
        const bool better = best.number() && item.number() ? (*item.number() > *best.number()) == largest
            : best.text() && item.text() ? (compareVersions(*item.text(), *best.text()) > 0) == largest
                                         : !best.isKnown();
        if (better)
            best = item;
    }
    return best;
}
Fact least(Scope&, const Values& v) { return extreme(v[0], false); }
Fact most(Scope&, const Values& v) { return extreme(v[0], true); }

Fact first(Scope&, const Values& v)
{
    const FactItems items = v[0].items();
    return items.empty() ? Fact() : items.front();
}
Fact last(Scope&, const Values& v)
{
    const FactItems items = v[0].items();
    return items.empty() ? Fact() : items.back();
}

Fact distinct(Scope&, const Values& v)
{
    Values result;
    QSet<Fact> seen;
    for (const Fact& item : v[0].items()) {
        const qsizetype before = seen.size();
        seen.insert(item);
        if (seen.size() != before)
            result.push_back(item);
    }
    return result;
}

/// A pair is a list of its own, and there are many of them.
constexpr qint64 stepsOfAPair = 8;

Fact pairs(Scope& scope, const Values& v)
{
    Values result;
    const FactItems items = v[0].items();
    for (size_t i = 0; i < items.size(); ++i)
        for (size_t j = i + 1; j < items.size(); ++j) {
            if (!scope.work.spend(stepsOfAPair))
                return {};
            result.emplace_back(Values{items[i], items[j]});
        }
    return result;
}

/// Round-trip time between the sites of two things; none inside one site.
Fact latency(Scope& scope, const Values& v)
{
    ElementId ends[2];
    for (int i = 0; i < 2; ++i) {
        const Thing* thing = v[i].thing();
        if (!thing)
            return {};
        QString id = thing->id;
        if (thing->type == Thing::Member)
            id = scope.facts.design().group({id})->members[thing->index].element.value;
        const ElementKind* kind = scope.facts.catalog().kind(scope.facts.kindOf(id));
        ends[i] = kind && kind->site ? ElementId{id} : scope.facts.siteOf({id});
    }
    if (ends[0].isEmpty() || ends[1].isEmpty())
        return {};
    if (ends[0] == ends[1])
        return 0;
    const auto ms = scope.facts.topology().latencyMs(ends[0], ends[1]);
    return ms ? Fact(*ms) : Fact();
}

/// Votes of a Windows cluster that stand in a site.
Fact votesIn(Scope& scope, const Values& v)
{
    const Thing* cluster = v[0].thing();
    const Thing* site = v[1].thing();
    if (!cluster || !site)
        return {};
    double result = 0;
    for (const Fact& voter : factDef(QStringLiteral("voters"))->find(scope.facts, *cluster).items())
        if (scope.facts.siteOf({voter.thing()->id}).value == site->id)
            result += *scope.facts.property(*voter.thing(), QStringLiteral("votes")).number();
    return result;
}

Fact lower(Scope&, const Values& v) { return v[0].text() ? Fact(v[0].text()->toLower()) : Fact(); }

/// What comparing with a pattern costs at most, in steps: the pattern may try this many ways before it is given up.
constexpr qint64 stepsOfAMatch = 200;
constexpr int mostWays = 5'000;

/// Unknown when the pattern is none, or tries too many ways.
std::optional<QRegularExpressionMatch> matched(const QString& text, const QString& pattern, bool whole, Work& work)
{
    if (!work.spend(stepsOfAMatch + text.size()))
        return {};
    const QRegularExpressionMatch match = patternOf(pattern, whole).match(text);
    return match.isValid() ? std::optional(match) : std::nullopt;
}

Fact matches(Scope& scope, const Values& v)
{
    if (!v[0].text() || !v[1].text())
        return {};
    const auto match = matched(*v[0].text(), *v[1].text(), true, scope.work);
    return match ? Fact(match->hasMatch()) : Fact();
}

/// The first match replaced; the text as it is when there is none.
Fact replaced(Scope& scope, const Values& v)
{
    if (!v[0].text() || !v[1].text() || !v[2].text())
        return {};
    const auto match = matched(*v[0].text(), *v[1].text(), false, scope.work);
    if (!match || !scope.work.spend(v[2].text()->size()))
        return {};
    QString text = *v[0].text();
    return match->hasMatch() ? text.replace(match->capturedStart(), match->capturedLength(), *v[2].text()) : text;
}

Fact rounded(Scope&, const Values& v)
{
    if (!v[0].number())
        return {};
    const double scale = v.size() > 1 && v[1].number() ? std::pow(10.0, *v[1].number()) : 1.0;
    const double result = std::round(*v[0].number() * scale) / scale;
    return std::isfinite(result) ? Fact(result) : Fact();
}

/// An availability as people read it. Of a list: each of it.
Fact percent(Scope& scope, const Values& v)
{
    if (v[0].list()) {
        Values result;
        for (const Fact& item : v[0].items())
            result.push_back(percent(scope, {item}));
        return result;
    }
    return v[0].number() ? Fact(percentWords(*v[0].number())) : Fact();
}
/// A number that counts nothing, such as a port: without marks between its digits.
Fact digits(Scope&, const Values& v) { return v[0].number() ? Fact(QString::number(*v[0].number(), 'g', 15)) : Fact(); }

struct Function {
    const char* name;
    int least;
    int most;
    Fact (*call)(Scope&, const Values&);  ///< null: the last argument is evaluated for each item
};

const Function table[] = {
    {"some", 1, 2, nullptr},     {"every", 2, 2, nullptr},   {"alike", 2, 2, nullptr},  {"count", 1, 1, count},
    {"sum", 1, 1, sum},          {"least", 1, 1, least},     {"most", 1, 1, most},      {"first", 1, 1, first},
    {"last", 1, 1, last},        {"distinct", 1, 1, distinct}, {"pairs", 1, 1, pairs},  {"known", 1, 1, known},
    {"unknown", 1, 1, unknown},  {"is", 2, 2, is},           {"else", 2, 2, either},    {"if", 2, 3, choose},
    {"latency", 2, 2, latency},  {"votes-in", 2, 2, votesIn}, {"lower", 1, 1, lower},   {"matches", 2, 2, matches},
    {"round", 1, 2, rounded},    {"percent", 1, 1, percent}, {"replace", 3, 3, replaced},
    {"digits", 1, 1, digits},
};

/// `some` and `every` in three-valued logic.
Fact quantified(const Expression& call, Scope& scope, bool decisive)
{
    const FactItems items = evaluate(call.args[0], scope).items();
    if (call.args.size() < 2)
        return !items.empty();
    const Fact outer = scope.item;
    bool unknownSeen = false;
    Fact result = !decisive;
    for (const Fact& item : items) {
        if (!scope.work.spend())
            break;
        scope.item = item;
        const Fact fact = evaluate(call.args[1], scope);
        const bool* value = std::get_if<bool>(&fact.data);
        if (value && *value == decisive) {
            result = decisive;
            unknownSeen = false;
            break;
        }
        unknownSeen = unknownSeen || !value;
    }
    scope.item = outer;
    return unknownSeen ? Fact() : result;
}

QString keyOf(const Fact& fact, Facts& facts)
{
    if (const Thing* thing = fact.thing())
        return QStringLiteral("%1 %2 %3").arg(int(thing->type)).arg(thing->index).arg(thing->id);
    if (const std::vector<Fact>* items = fact.list()) {
        QStringList parts;
        for (const Fact& item : *items)
            parts << keyOf(item, facts);
        return parts.join(u'\n');
    }
    return facts.words(fact);
}

/// Lists of two or more items for which the key is known and the same, in the order of their first items.
Fact alike(const Expression& call, Scope& scope)
{
    const FactItems items = evaluate(call.args[0], scope).items();
    const Fact outer = scope.item;
    QHash<QString, int> index;
    std::vector<Values> buckets;
    for (const Fact& item : items) {
        scope.item = item;
        const Fact key = evaluate(call.args[1], scope);
        if (!scope.work.spend(deepSize(key) + deepSize(item)))
            break;
        if (!key.isKnown() || (key.list() && key.list()->empty()) || (key.text() && key.text()->isEmpty()))
            continue;
        const QString text = keyOf(key, scope.facts);
        if (!index.contains(text)) {
            index.insert(text, int(buckets.size()));
            buckets.emplace_back();
        }
        buckets[index.value(text)].push_back(item);
    }
    scope.item = outer;
    Values result;
    for (Values& bucket : buckets)
        if (bucket.size() > 1)
            result.emplace_back(std::move(bucket));
    return result;
}

}  // namespace

QRegularExpression patternOf(const QString& text, bool whole)
{
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=%1)").arg(mostWays)
                                  + (whole ? QRegularExpression::anchoredPattern(text) : text),
                              QRegularExpression::CaseInsensitiveOption);
}

QStringList functionNames()
{
    QStringList result;
    for (const Function& function : table)
        result << QLatin1String(function.name);
    return result;
}

FunctionSign functionSign(const QString& name)
{
    for (int i = 0; i < int(std::size(table)); ++i)
        if (name == QLatin1String(table[i].name))
            return {i, table[i].least, table[i].most, !table[i].call};
    return {};
}

Fact callFunction(const Expression& call, Scope& scope)
{
    const Function& function = table[call.function];
    if (!function.call) {
        if (call.function == 2)
            return alike(call, scope);
        return quantified(call, scope, call.function == 0);
    }
    Values values;
    values.reserve(call.args.size());
    for (const Expression& arg : call.args) {
        values.push_back(evaluate(arg, scope));
        if (values.back().list() && !scope.work.spend(deepSize(values.back())))
            return {};
    }
    return function.call(scope, values);
}

}  // namespace redoubt

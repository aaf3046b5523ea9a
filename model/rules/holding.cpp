// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/holding.h"

#include "model/rules/checks.h"
#include "model/rules/condition.h"

namespace redoubt {

namespace {

using Op = Expression::Op;

/// What stands before the last `and` says of whom the rule speaks, the last part what is wrong with it. Null when the
/// condition has one part. `and` joins from the left, so `(a and b)` at the end stays one part.
const Expression* premise(const Expression& e)
{
    return e.op == Op::And ? &e.args.front() : nullptr;
}

/// What a list that holds nothing but faults was picked from.
void origins(const Expression& e, std::vector<const Expression*>& result)
{
    static const int alike = functionSign(QStringLiteral("alike")).index, pairs = functionSign(QStringLiteral("pairs")).index;
    if (e.op == Op::Add)
        for (const Expression& arg : e.args)
            origins(arg, result);
    else if (e.op == Op::Filter || (e.op == Op::Call && (e.function == alike || e.function == pairs)))
        result.push_back(&e.args.front());
    else
        result.push_back(&e);
}

class Sorting {
public:
    void add(std::vector<QStringList>& to, QStringList subjects)
    {
        QStringList key = subjects;
        key.sort();
        if (subjects.isEmpty() || m_seen.contains(key))
            return;
        m_seen.insert(key);
        to.push_back(std::move(subjects));
    }

private:
    QSet<QStringList> m_seen;
};

/// Rules with a `when`: of those whom the rule speaks of, what it is false of is in order.
void judgeCombinations(const Rule& rule, Facts& facts, Holding& result)
{
    const Condition& condition = *rule.when;
    const Expression* applies = premise(condition.when.front());
    Run run(rule, facts);
    Sorting sorting;
    std::vector<QStringList> broken, inOrder, unknown;
    run.each([&] {
        const Fact meant = applies ? run.value(*applies) : Fact(true);
        if (meant.isKnown() && !meant.isTrue())
            return;
        const Fact wrong = run.value(condition.when.front());
        const bool isKnown = meant.isKnown() && wrong.isKnown();
        (!isKnown ? unknown : wrong.isTrue() ? broken : inOrder).push_back(run.subjects());
    }, condition.bindings.size());
    result.stopped = run.isStopped();
    for (QStringList& subjects : broken)
        sorting.add(result.broken, std::move(subjects));
    for (QStringList& subjects : unknown)
        sorting.add(result.unknown, std::move(subjects));
    for (QStringList& subjects : inOrder)
        sorting.add(result.inOrder, std::move(subjects));
}

/// Rules whose innermost `for` finds faults alone: in order is the thing around it when there are none, or each thing
/// of its list that is part of none.
void judgeFaultLists(const Rule& rule, Facts& facts, Holding& result)
{
    const Condition& condition = *rule.when;
    const size_t outer = condition.bindings.size() - 1;
    Run run(rule, facts);
    Sorting sorting;
    QSet<QString> faulty;
    run.each([&] {
        for (const QString& id : run.subjects())
            faulty << id;
        sorting.add(result.broken, run.subjects());
    }, outer + 1);
    std::vector<const Expression*> lists;
    if (outer == 0)
        origins(condition.bindings.front().list, lists);
    run.each([&] {
        if (outer > 0 && run.value(condition.bindings[outer].list).items().empty())
            sorting.add(result.inOrder, run.bound(outer));
        for (const Expression* list : lists)
            for (const Fact& item : run.value(*list).items())
                if (const QStringList ids = facts.ids(item);
                    std::none_of(ids.begin(), ids.end(), [&](const QString& id) { return faulty.contains(id); }))
                    sorting.add(result.inOrder, ids);
    }, outer);
    result.stopped = run.isStopped();
}

void judgeCandidates(const Check& check, Facts& facts, Holding& result)
{
    Sorting sorting;
    for (const Hit& hit : check.run(facts))
        sorting.add(result.broken, hit.subjects);
    for (const QStringList& candidate : check.candidates(facts)) {
        const bool isBroken = std::any_of(result.broken.begin(), result.broken.end(), [&](const QStringList& subjects) {
            return std::all_of(candidate.begin(), candidate.end(),
                               [&](const QString& id) { return subjects.contains(id); });
        });
        if (!isBroken)
            sorting.add(result.inOrder, candidate);
    }
}

}  // namespace

QString stateId(Holding::State state)
{
    switch (state) {
    case Holding::State::Broken:
        return QStringLiteral("broken");
    case Holding::State::Holds:
        return QStringLiteral("holds");
    case Holding::State::Unknown:
        return QStringLiteral("unknown");
    case Holding::State::NotApplicable:
        break;
    }
    return QStringLiteral("not-applicable");
}

Holding holding(const Rule& rule, Facts& facts)
{
    Holding result;
    if (!rule.when)
        judgeCandidates(*findCheck(rule.check), facts, result);
    else if (rule.when->when.empty())
        judgeFaultLists(rule, facts, result);
    else
        judgeCombinations(rule, facts, result);
    if (result.stopped)
        result = {Holding::State::Unknown, {}, {}, {}, true};
    else
        result.state = !result.broken.empty() ? Holding::State::Broken
        : !result.inOrder.empty()         ? Holding::State::Holds
        : !result.unknown.empty()         ? Holding::State::Unknown
                                          : Holding::State::NotApplicable;
    return result;
}

}  // namespace redoubt

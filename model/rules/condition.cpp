// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/condition.h"

#include "model/rules/checks.h"
#include "model/rules/facts.h"

namespace redoubt {

Run::Run(const Rule& rule, Facts& facts)
    : m_condition(*rule.when), m_facts(facts), m_memo(m_condition.memos), m_memoKnown(m_condition.memos),
      m_scope{facts, m_memo, m_memoKnown, {}, nullptr, {}}
{
    m_scope.lets = &m_condition.lets;
    // Slots: the design, then the bound things, then the lets; unbound ones are unknown until their turn.
    m_scope.variables.assign(m_condition.bindings.size() + 1, Fact());
    m_scope.variables[0] = Thing();
}

void Run::each(const std::function<void()>& one, size_t depth)
{
    bind(one, 0, depth);
}

void Run::bind(const std::function<void()>& one, size_t at, size_t depth)
{
    if (at == depth) {
        m_scope.letKnown.clear();  // what they were belongs to what was bound before
        one();
        return;
    }
    for (const Fact& item : evaluate(m_condition.bindings[at].list, m_scope).items()) {
        m_scope.variables[at + 1] = item;
        bind(one, at + 1, depth);
    }
    m_scope.variables[at + 1] = Fact();
}

void Run::addIds(QStringList& to, const Fact& fact) const
{
    for (const QString& id : m_facts.ids(fact))
        if (!to.contains(id))
            to << id;
}

QStringList Run::bound(size_t depth) const
{
    QStringList result;
    for (size_t i = 1; i <= depth; ++i)
        addIds(result, m_scope.variables[i]);
    return result;
}

QStringList Run::subjects()
{
    if (m_condition.subjects.empty())
        return bound(m_condition.bindings.size());
    QStringList result;
    for (const Expression& subject : m_condition.subjects)
        addIds(result, value(subject));
    return result;
}

namespace {

std::vector<Finding> findings(const Rule& rule, Facts& facts)
{
    std::vector<Finding> result;
    QSet<QStringList> seen;  // subjects already found, so that a thing reached twice is told once
    const Condition& condition = *rule.when;
    Run run(rule, facts);
    const auto one = [&] {
        if (!condition.when.empty() && !run.value(condition.when.front()).isTrue())
            return;
        Finding finding;
        finding.rule = rule.id;
        finding.title = rule.title;
        finding.fixable = rule.fixable;
        finding.severity = rule.severity;
        for (const Condition::SeverityCase& other : condition.severities)
            if (run.value(other.when).isTrue())
                finding.severity = other.severity;
        finding.subjects = run.subjects();
        QStringList key = finding.subjects;
        key.sort();
        if (seen.contains(key))
            return;
        seen.insert(key);
        for (const Condition::Part& part : condition.message)
            finding.message += part.expression < 0 ? part.words
                                                   : facts.words(run.value(condition.placeholders[part.expression]));
        result.push_back(std::move(finding));
    };
    run.each(one, condition.bindings.size());
    return result;
}

QString filled(QString message, const Hit& hit)
{
    for (auto it = hit.fills.cbegin(); it != hit.fills.cend(); ++it)
        message.replace(QStringLiteral("{%1}").arg(it.key()), it.value());
    return message;
}

}  // namespace

std::vector<Finding> judge(const Rule& rule, Facts& facts)
{
    if (rule.when)
        return findings(rule, facts);
    std::vector<Finding> result;
    const Check* check = findCheck(rule.check);
    Q_ASSERT(check);
    for (const Hit& hit : check->run(facts))
        result.push_back({rule.id, hit.severity.value_or(rule.severity), rule.title, filled(rule.message, hit),
                          hit.subjects, false, rule.fixable});
    return result;
}

}  // namespace redoubt

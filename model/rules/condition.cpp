// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/condition.h"

#include "model/rules/checks.h"
#include "model/rules/facts.h"

namespace redoubt {

namespace {

class Run {
public:
    Run(const Rule& rule, Facts& facts)
        : m_rule(rule), m_condition(*rule.when), m_facts(facts), m_memo(m_condition.memos),
          m_memoKnown(m_condition.memos), m_scope{facts, m_memo, m_memoKnown, {}, nullptr, {}, &rule.parameters}
    {
        m_scope.lets = &m_condition.lets;
        Thing design;
        design.type = Thing::Design;
        m_design = design;
    }

    std::vector<Finding> all()
    {
        // Slots: the design, then the bound things, then the lets; unbound ones are unknown until their turn.
        m_scope.variables.assign(m_condition.bindings.size() + 1, Fact());
        m_scope.variables[0] = m_design;
        bind(0);
        return std::move(m_findings);
    }

private:
    void bind(size_t at)
    {
        if (at == m_condition.bindings.size()) {
            tryOne();
            return;
        }
        for (const Fact& item : evaluate(m_condition.bindings[at].list, m_scope).items()) {
            m_scope.variables[at + 1] = item;
            bind(at + 1);
        }
        m_scope.variables[at + 1] = Fact();
    }

    void tryOne()
    {
        if (!m_condition.when.empty() && !evaluate(m_condition.when.front(), m_scope).isTrue())
            return;
        Finding finding;
        finding.rule = m_rule.id;
        finding.title = m_rule.title;
        finding.fixable = m_rule.fixable;
        finding.severity = m_rule.severity;
        for (const Condition::SeverityCase& other : m_condition.severities)
            if (!m_rule.fixedSeverity && evaluate(other.when, m_scope).isTrue())
                finding.severity = other.severity;
        for (const QString& id : subjects())
            if (!finding.subjects.contains(id))
                finding.subjects << id;
        QStringList key = finding.subjects;
        key.sort();
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        for (const Condition::Part& part : m_condition.message)
            finding.message += part.expression < 0 ? part.words : words(m_condition.placeholders[part.expression]);
        m_findings.push_back(std::move(finding));
    }

    QString words(const Expression& placeholder)
    {
        const Fact fact = evaluate(placeholder, m_scope);
        return placeholder.op == Expression::Op::Parameter ? parameterWords(fact) : m_facts.words(fact);
    }

    QStringList subjects()
    {
        QStringList result;
        if (m_condition.subjects.empty())
            for (size_t i = 1; i < m_scope.variables.size(); ++i)
                result << m_facts.ids(m_scope.variables[i]);
        for (const Expression& subject : m_condition.subjects)
            result << m_facts.ids(evaluate(subject, m_scope));
        return result;
    }

    const Rule& m_rule;
    const Condition& m_condition;
    Facts& m_facts;
    std::vector<Fact> m_memo;
    std::vector<bool> m_memoKnown;
    Scope m_scope;
    Thing m_design;
    std::vector<Finding> m_findings;
    QSet<QStringList> m_seen;  ///< subjects already found, so that a thing reached twice is told once
};

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
        return Run(rule, facts).all();
    std::vector<Finding> findings;
    const Check* check = findCheck(rule.check);
    Q_ASSERT(check);
    for (const Hit& hit : check->run(facts))
        findings.push_back({rule.id, rule.fixedSeverity ? rule.severity : hit.severity.value_or(rule.severity), rule.title, filled(rule.message, hit),
                            hit.subjects, false, rule.fixable});
    return findings;
}

}  // namespace redoubt

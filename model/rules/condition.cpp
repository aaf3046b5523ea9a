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
          m_memoKnown(m_condition.memos), m_scope{facts, m_memo, m_memoKnown, {}, nullptr, {}}
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

    /// See bindingOf.
    std::optional<std::vector<Fact>> bindingFor(QStringList subjects)
    {
        subjects.sort();
        m_wanted = subjects;
        (void)all();
        return std::move(m_binding);
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
        finding.fixable = m_rule.plan != nullptr;
        finding.severity = m_rule.severity;
        for (const Condition::SeverityCase& other : m_condition.severities)
            if (evaluate(other.when, m_scope).isTrue())
                finding.severity = other.severity;
        for (const QString& id : subjects())
            if (!finding.subjects.contains(id))
                finding.subjects << id;
        QStringList key = finding.subjects;
        key.sort();
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        if (key == m_wanted) {
            m_binding = m_scope.variables;
            for (const Expression& let : m_condition.lets)
                m_binding->push_back(evaluate(let, m_scope));
        }
        for (const Condition::Part& part : m_condition.message)
            finding.message += part.expression < 0
                ? part.words
                : m_facts.words(evaluate(m_condition.placeholders[part.expression], m_scope));
        m_findings.push_back(std::move(finding));
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
    std::optional<QStringList> m_wanted;  ///< sorted subjects whose binding is asked for
    std::optional<std::vector<Fact>> m_binding;
    QSet<QStringList> m_seen;  ///< subjects already found, so that a thing reached twice is told once
};

QString filled(QString message, const Hit& hit)
{
    for (auto it = hit.fills.cbegin(); it != hit.fills.cend(); ++it)
        message.replace(QStringLiteral("{%1}").arg(it.key()), it.value());
    return message;
}

}  // namespace

std::vector<Placeholder> splitWords(const QString& message, std::vector<Condition::Part>& parts)
{
    std::vector<Placeholder> result;
    for (int at = 0; at < message.size();) {
        const int open = int(message.indexOf(u'{', at));
        const int close = open < 0 ? -1 : int(message.indexOf(u'}', open));
        if (open >= 0 && close < 0)
            result.push_back({{}, open});
        parts.push_back({close < 0 ? message.mid(at) : message.mid(at, open - at), -1});
        if (close < 0)
            break;
        parts.push_back({{}, int(result.size())});
        result.push_back({message.mid(open + 1, close - open - 1), open + 1});
        at = close + 1;
    }
    return result;
}

std::optional<std::vector<Fact>> bindingOf(const Rule& rule, Facts& facts, const QStringList& subjects)
{
    if (rule.when)
        return Run(rule, facts).bindingFor(subjects);
    return std::vector<Fact>{Fact(Thing())};
}

std::vector<Finding> judge(const Rule& rule, Facts& facts)
{
    if (rule.when)
        return Run(rule, facts).all();
    std::vector<Finding> findings;
    const Check* check = findCheck(rule.check);
    Q_ASSERT(check);
    for (const Hit& hit : check->run(facts))
        findings.push_back({rule.id, hit.severity.value_or(rule.severity), rule.title, filled(rule.message, hit),
                            hit.subjects, false, rule.plan != nullptr});
    return findings;
}

}  // namespace redoubt

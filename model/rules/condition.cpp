// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/condition.h"

#include "model/rules/checks.h"
#include "model/rules/factreaders.h"

namespace redoubt {

Run::Run(const Rule& rule, Facts& facts)
    : m_condition(*rule.when), m_facts(facts), m_memo(m_condition.memos), m_memoKnown(m_condition.memos),
      m_scope{facts, m_work, m_memo, m_memoKnown, {}, nullptr, {}, &rule.parameters}
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
        if (!m_work.spend())
            return;
        m_scope.variables[at + 1] = item;
        bind(one, at + 1, depth);
    }
    m_scope.variables[at + 1] = Fact();
}

QStringList Run::bound(size_t depth)
{
    std::vector<Fact> things(m_scope.variables.begin() + 1, m_scope.variables.begin() + 1 + qptrdiff(depth));
    return m_work.spend(deepSize(things)) ? m_facts.ids(std::move(things)) : QStringList();
}

QStringList Run::subjects()
{
    if (m_condition.subjects.empty())
        return bound(m_condition.bindings.size());
    std::vector<Fact> things;
    for (const Expression& subject : m_condition.subjects)
        things.push_back(value(subject));
    return m_work.spend(deepSize(things)) ? m_facts.ids(std::move(things)) : QStringList();
}

QString Run::words(const Expression& placeholder)
{
    const Fact fact = value(placeholder);
    if (!m_work.spend(deepSize(fact)))
        return {};
    if (placeholder.op == Expression::Op::Parameter)
        return parameterWords(fact);
    // A property, or one picked from many (`first`, `distinct`), also by way of a `let`.
    const Expression* from = &placeholder;
    if (from->op == Expression::Op::Variable && size_t(from->slot) > m_condition.bindings.size())
        from = &m_condition.lets[size_t(from->slot) - m_condition.bindings.size() - 1];
    while (from->op == Expression::Op::Call && from->args.size() == 1)
        from = &from->args.front();
    const bool isProperty = from->op == Expression::Op::Get && !from->fact;
    return m_facts.words(isProperty ? labelled(m_facts, value(from->args.front()), from->name, fact) : fact);
}

namespace {

/// Whether a condition is certainly true; what comes after a part that is unknown need not be known.
bool holds(const Expression& e, Run& run)
{
    const auto one = [&](const Expression& part) { return holds(part, run); };
    if (e.memo < 0 && e.op == Expression::Op::And)
        return std::all_of(e.args.begin(), e.args.end(), one);
    if (e.memo < 0 && e.op == Expression::Op::Or)
        return std::any_of(e.args.begin(), e.args.end(), one);
    return run.value(e).isTrue();
}

/// A finding is kept and shown: a rule that finds hundreds of thousands of them is given up too.
constexpr qint64 stepsOfAFinding = 100;

Judgement conditionJudged(const Rule& rule, Facts& facts)
{
    Judgement result;
    QSet<QStringList> seen;  // subjects already found, so that a thing reached twice is told once
    const Condition& condition = *rule.when;
    Run run(rule, facts);
    const auto one = [&] {
        if (!condition.when.empty() && !holds(condition.when.front(), run))
            return;
        if (!run.spend(stepsOfAFinding))
            return;
        Finding finding;
        finding.rule = rule.id;
        finding.title = rule.title;
        finding.fixable = rule.plan && (condition.fixable.empty() || run.value(condition.fixable.front()).isTrue());
        finding.severity = rule.severity;
        for (const Condition::SeverityCase& other : condition.severities)
            if (!rule.fixedSeverity && run.value(other.when).isTrue())
                finding.severity = other.severity;
        finding.subjects = run.subjects();
        QStringList key = finding.subjects;
        key.sort();
        if (seen.contains(key))
            return;
        seen.insert(key);
        for (const Condition::Part& part : condition.message)
            finding.message += part.expression < 0 ? part.words : run.words(condition.placeholders[part.expression]);
        result.findings.push_back(std::move(finding));
    };
    run.each(one, condition.bindings.size());
    result.steps = run.steps();
    result.stopped = run.isStopped();
    if (result.stopped)
        result.findings.clear();
    return result;
}

}  // namespace

QString filled(QString message, const QMap<QString, QString>& fills)
{
    for (auto it = fills.cbegin(); it != fills.cend(); ++it)
        message.replace(QStringLiteral("{%1}").arg(it.key()), it.value());
    return message;
}

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

std::vector<Fact> Run::variables()
{
    std::vector<Fact> result = m_scope.variables;
    for (const Expression& let : m_condition.lets)
        result.push_back(value(let));
    return result;
}

std::optional<std::vector<Fact>> bindingOf(const Rule& rule, Facts& facts, const QStringList& subjects)
{
    if (!rule.when)
        return std::vector<Fact>{Fact(Thing())};
    QStringList wanted = subjects;
    wanted.sort();
    std::optional<std::vector<Fact>> result;
    Run run(rule, facts);
    run.each([&] {
        if (result || (!rule.when->when.empty() && !run.value(rule.when->when.front()).isTrue()))
            return;
        QStringList key = run.subjects();
        key.sort();
        if (key == wanted)
            result = run.variables();
    }, rule.when->bindings.size());
    return run.isStopped() ? std::nullopt : result;
}

Judgement judge(const Rule& rule, Facts& facts)
{
    if (rule.when)
        return conditionJudged(rule, facts);
    Judgement result;
    const Check* check = findCheck(rule.check);
    Q_ASSERT(check);
    for (const Hit& hit : check->run(facts))
        result.findings.push_back({rule.id, rule.fixedSeverity ? rule.severity : hit.severity.value_or(rule.severity), rule.title, filled(rule.message, hit.fills),
                          hit.subjects, false, rule.plan != nullptr});
    return result;
}

}  // namespace redoubt

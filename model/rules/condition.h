// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/expression.h"
#include "model/rules/rule.h"

#include <functional>

namespace redoubt {

/// What a rule's data says, ready to run: for each combination of bound things, does it hold, how severe is it, whom is
/// it about and what are the words.
struct Condition {
    struct Binding {
        QString name;
        Expression list;
    };
    struct SeverityCase {
        Severity severity;
        Expression when;
    };
    struct Part {
        QString words;         ///< plain text, or
        int expression = -1;   ///< the index of a placeholder
    };

    std::vector<Binding> bindings;
    std::vector<Expression> lets;  ///< values of the variables after the bound ones
    std::vector<Expression> when;  ///< none or one
    std::vector<SeverityCase> severities;
    std::vector<Expression> subjects;  ///< empty: the bound things
    std::vector<Part> message;
    std::vector<Expression> placeholders;
    std::vector<Expression> fixable;  ///< none or one: of which findings the rule's fix is one
    int memos = 0;
};

/// One rule's condition going through the combinations of its bound things. Neither copied nor kept.
class Run {
public:
    Run(const Rule& rule, Facts& facts);
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    /// True when the rule takes too many steps: what was found so far says nothing then.
    [[nodiscard]] bool isStopped() const { return m_work.isUsedUp(); }
    bool spend(qint64 steps) { return m_work.spend(steps); }
    [[nodiscard]] qint64 steps() const { return mostSteps - m_work.left(); }
    /// Calls `one` for each combination of the first `depth` bindings, with these bound.
    void each(const std::function<void()>& one, size_t depth);
    /// The value of an expression of the rule for what is bound now.
    [[nodiscard]] Fact value(const Expression& expression) { return evaluate(expression, m_scope); }
    /// What a placeholder says, as people read it.
    [[nodiscard]] QString words(const Expression& placeholder);
    /// Ids of whom a finding would be about, each once.
    [[nodiscard]] QStringList subjects();
    /// Ids of the first `depth` bound things, each once.
    [[nodiscard]] QStringList bound(size_t depth);
    /// The design, the bound things and the lets as they are now.
    [[nodiscard]] std::vector<Fact> variables();

private:
    void bind(const std::function<void()>& one, size_t at, size_t depth);

    const Condition& m_condition;
    Facts& m_facts;
    Work m_work;
    std::vector<Fact> m_memo;
    std::vector<bool> m_memoKnown;
    Scope m_scope;
};
/// A placeholder of a message and where it stands; its text is null when it is never closed.
struct Placeholder {
    QString text;
    int offset = 0;
};
/// Splits a message into words and placeholders; `parts` count the placeholders in order.
[[nodiscard]] std::vector<Placeholder> splitWords(const QString& message, std::vector<Condition::Part>& parts);

/// The values of the design, the bound things and the lets with which `rule` gives a finding on these subjects; of a
/// check the design alone. Nothing when a condition gives no such finding. Never throws.
[[nodiscard]] std::optional<std::vector<Fact>> bindingOf(const Rule& rule, Facts& facts, const QStringList& subjects);

struct Judgement {
    std::vector<Finding> findings;  ///< each once, unsorted; none when stopped
    qint64 steps = 0;               ///< that it took; of a check none is counted
    bool stopped = false;           ///< it takes more than `mostSteps`
};
/// Judges one rule. Never throws.
[[nodiscard]] Judgement judge(const Rule& rule, Facts& facts);

}  // namespace redoubt

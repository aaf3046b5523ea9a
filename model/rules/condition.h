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
    int memos = 0;
};

/// One rule's condition going through the combinations of its bound things. Neither copied nor kept.
class Run {
public:
    Run(const Rule& rule, Facts& facts);
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    /// Calls `one` for each combination of the first `depth` bindings, with these bound.
    void each(const std::function<void()>& one, size_t depth);
    /// The value of an expression of the rule for what is bound now.
    [[nodiscard]] Fact value(const Expression& expression) { return evaluate(expression, m_scope); }
    /// What a placeholder says, as people read it.
    [[nodiscard]] QString words(const Expression& placeholder);
    /// Ids of whom a finding would be about, each once.
    [[nodiscard]] QStringList subjects();
    /// Ids of the first `depth` bound things, each once.
    [[nodiscard]] QStringList bound(size_t depth) const;
    /// The design, the bound things and the lets as they are now.
    [[nodiscard]] std::vector<Fact> variables();

private:
    void bind(const std::function<void()>& one, size_t at, size_t depth);
    void addIds(QStringList& to, const Fact& fact) const;

    const Condition& m_condition;
    Facts& m_facts;
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

/// All findings of one rule, each once, unsorted. Never throws.
[[nodiscard]] std::vector<Finding> judge(const Rule& rule, Facts& facts);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/expression.h"
#include "model/rules/rule.h"

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

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

/// All findings of one rule, each once, unsorted. Never throws.
[[nodiscard]] std::vector<Finding> judge(const Rule& rule, Facts& facts);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/condition.h"

#include <map>

namespace redoubt {

/// One step of a fix as a rule's data states it (resources/rules/README.md).
struct FixStep {
    enum class Verb { Set, Clear, Append, Add, Copy, Connect, Remove, Reverse, Redirect, Move, Join, Leave, Form, Do, For };

    Verb verb = Verb::Set;
    QString name;                     ///< the property, kind, row or C++ fix that the step names
    std::map<QString, Expression> args; ///< by word: `what`, `to`, `near`, `when` ...; few, so no hash
    std::vector<std::pair<QString, Expression>> record;  ///< fields of a new record or member
    int slot = -1;                    ///< of the variable that `as` or `for` names
    std::vector<FixStep> steps;       ///< of `for`
};

/// The fix of one rule. Its expressions see what the rule's do, then `subjects`, then what its steps name.
struct FixPlan {
    std::vector<Condition::Part> words;
    std::vector<Expression> placeholders;
    std::vector<FixStep> steps;
    int memos = 0;
    int variables = 0;  ///< how many there are, the design included
};

}  // namespace redoubt

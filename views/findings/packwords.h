// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/rule.h"

namespace redoubt {

/// What a rule pack does, in people's words.

/// `limit 20 ms instead of 30 ms. Our links are short`
[[nodiscard]] QString changeWords(const RuleChange& change);
/// A line for each rule: `OWN-001, new: Names follow the house rule`, `SQL-018: limit 20 ms instead of 30 ms`.
[[nodiscard]] QStringList packLines(const RulePack& pack, const RuleSet& rules);
/// `2 rules of its own, 1 changed, 1 off`.
[[nodiscard]] QString packSummary(const RulePack& pack);

}  // namespace redoubt

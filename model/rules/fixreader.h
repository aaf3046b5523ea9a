// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"
#include "model/rules/expressionreader.h"

namespace redoubt {

class Vocabulary;

/// Reads `auto-fix: {words, steps}` of a rule whose condition sees `names`, which also knows where mistakes go. Names and
/// values are judged only with a vocabulary.
[[nodiscard]] std::shared_ptr<const FixPlan> readFixPlan(const Node& node, const ExpressionReader& names,
                                                         const Vocabulary* vocabulary);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"
#include "model/rules/rule.h"

namespace redoubt {

class Vocabulary;

/// Reads `auto-fix: {words, steps}` of a rule whose condition sees `variables` and `parameters`. Mistakes go to `problems` with their
/// place; names and values are judged only with a vocabulary.
[[nodiscard]] std::shared_ptr<const FixPlan> readFixPlan(const Node& node, QStringList variables,
                                                         const QStringList& parameters, const Vocabulary* vocabulary, std::vector<Problem>& problems);

}  // namespace redoubt

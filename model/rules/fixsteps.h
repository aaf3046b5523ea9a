// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixdraft.h"
#include "model/rules/fixplan.h"

namespace redoubt {

/// The words of a rule's plan with these values of its variables.
[[nodiscard]] QString fixWords(const Rule& rule, FixDraft& draft, const std::vector<Fact>& variables);

/// Runs the steps of a rule's plan. False when one of them cannot be made.
[[nodiscard]] bool runFix(const Rule& rule, FixDraft& draft, std::vector<Fact> variables);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixdraft.h"
#include "model/rules/fixplan.h"

namespace redoubt {

/// The words of a plan with these values of its variables.
[[nodiscard]] QString fixWords(const FixPlan& plan, FixDraft& draft, const std::vector<Fact>& variables);

/// Runs the steps of a plan. False when one of them cannot be made.
[[nodiscard]] bool runFix(const FixPlan& plan, FixDraft& draft, std::vector<Fact> variables);

}  // namespace redoubt

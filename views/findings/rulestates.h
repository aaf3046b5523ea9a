// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/catalog/catalog.h"
#include "model/rules/holding.h"
#include "model/rules/rule.h"

namespace redoubt {

/// What a rule says of the open design, as the list of rules shows it.
enum class RuleState { Broken, Holds, NotApplicable, Unknown, Waived, Off };
inline constexpr RuleState ruleStates[]
    = {RuleState::Broken, RuleState::Holds, RuleState::NotApplicable, RuleState::Unknown, RuleState::Waived, RuleState::Off};
/// `Broken`, `Holds`, `Does not apply`, `Not known`, `Waived`, `Off`.
[[nodiscard]] QString ruleStateWord(RuleState state);
/// The rule as a heading beside its state. Titles name the fault; of a rule that holds the heading says that it is not
/// there: `Not found: Two voters and no witness`.
[[nodiscard]] QString ruleHeading(const Rule& rule, RuleState state);

struct RuleVerdict {
    QString rule;
    RuleState state = RuleState::NotApplicable;
    Holding holding;   ///< empty for a rule that is off
    int findings = 0;  ///< open ones
};

/// One verdict for each rule, in the order of the rules. `report` is that of the design. Pure; may take as long as
/// judging the design.
[[nodiscard]] std::vector<RuleVerdict> ruleVerdicts(const Design& design, const Catalog& catalog, const RuleSet& rules,
                                                    const Report& report);

/// Every id that lists of subjects name, each once, in their order.
[[nodiscard]] QStringList flattened(const std::vector<QStringList>& lists);

}  // namespace redoubt

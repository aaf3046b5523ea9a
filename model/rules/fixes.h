// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/design/patch.h"
#include "model/rules/rule.h"

#include <optional>

namespace redoubt {

/// A change that mends a design, with what it does in people's words. One undo step.
struct Fix {
    QString words;
    Patch patch;
};

/// The fix of a finding. With it applied the finding is gone, no other of its rule has come, and no error that was not
/// there before. Nothing when the rule has no fix for such a finding (`Finding::fixable` says so beforehand), when the
/// finding is not one of this design, or when nothing keeps that promise here, which only trying tells. A pure function; never throws.
[[nodiscard]] std::optional<Fix> fixFor(const Design& design, const Catalog& catalog, const RuleSet& rules,
                                        const Finding& finding);

/// A fix, or a sentence that says why there is none here although the rule has one.
struct FixAnswer {
    std::optional<Fix> fix;
    QString refusal;
};
[[nodiscard]] FixAnswer fixOrReason(const Design& design, const Catalog& catalog, const RuleSet& rules, const Finding& finding);

/// The fixes of all findings of a rule that are not waived, one after another, each as long as its finding is still
/// there; one that brings back a finding mended before is left out. Nothing when none remains.
[[nodiscard]] std::optional<Fix> fixAll(const Design& design, const Catalog& catalog, const RuleSet& rules,
                                        const QString& rule);

}  // namespace redoubt

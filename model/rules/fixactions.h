// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixdraft.h"

namespace redoubt {

/// A part of a fix that steps cannot say. Named in the rule's data, found in one table for each area. `things` are
/// those of the step's `of`, as ids: elements, groups or links. False: it cannot be done here.
struct FixAction {
    const char* name;
    bool (*run)(FixDraft& draft, const QStringList& things);
};
using FixActions = std::vector<FixAction>;

/// Null when there is none of that name.
[[nodiscard]] const FixAction* findFixAction(const QString& name);

// One list for each area, in fixes_<area>.cpp; fixactions.cpp looks through them all.
[[nodiscard]] const FixActions& deFixes();
[[nodiscard]] const FixActions& dsvFixes();
[[nodiscard]] const FixActions& genFixes();
[[nodiscard]] const FixActions& lbFixes();
[[nodiscard]] const FixActions& qrmFixes();
[[nodiscard]] const FixActions& rmqFixes();
[[nodiscard]] const FixActions& siteFixes();
[[nodiscard]] const FixActions& sqlFixes();
[[nodiscard]] const FixActions& srFixes();

}  // namespace redoubt

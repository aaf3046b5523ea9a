// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/design/design.h"

#include <QDate>

namespace redoubt {

/// Marks the findings that waivers accept, and says of every waiver what became of it. A waiver accepts the finding of
/// its rule on exactly its subjects, in whatever order, until the day it expires, that day included. One of a rule that
/// the set does not have, that a pack switched off, or that finds nothing there any more accepts nothing; nor does one that
/// repeats another in force.
void applyWaivers(Report& report, const Design& design, const RuleSet& rules, const QDate& today);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/catalog/catalog.h"
#include "model/rules/rule.h"

namespace redoubt {

/// The whole judgement: findings, availability, call budget. A pure function: same arguments, same report; safe to call
/// from any thread. Never throws.
[[nodiscard]] Report analyse(const Design& design, const Catalog& catalog, const RuleSet& rules);

}  // namespace redoubt

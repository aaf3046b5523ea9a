// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/catalog/catalog.h"
#include "model/rules/holding.h"
#include "model/rules/rule.h"

#include <QDate>

namespace redoubt {

/// The whole judgement: findings, availability, call budget. A pure function: same arguments, same report; safe to call
/// from any thread. Never throws. Waivers that expired before `today` accept nothing.
[[nodiscard]] Report analyse(const Design& design, const Catalog& catalog, const RuleSet& rules,
                             const QDate& today = QDate::currentDate());

/// What one rule says of a design, also where it is in order. Never throws.
[[nodiscard]] Holding holding(const Rule& rule, const Design& design, const Catalog& catalog);

}  // namespace redoubt

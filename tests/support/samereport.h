// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/nearest.h"
#include "model/analysis/report.h"

#include <QHash>

namespace redoubt {

/// The first thing that two reports do not say alike, in words; empty when they agree on everything: findings with their
/// severities, subjects and words, services with figures (to 1e-12), cut sets, components and notes, and call budgets.
/// Lists may run in another order. `oldIds` gives the first report's id for one of the second.
[[nodiscard]] QString difference(const Report& first, const Report& second, const QHash<QString, QString>& oldIds = {});
/// The same of two comparisons with the reference designs.
[[nodiscard]] QString difference(const std::vector<Nearness>& first, const std::vector<Nearness>& second);

}  // namespace redoubt

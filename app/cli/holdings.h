// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/holding.h"

#include <QJsonObject>

namespace redoubt {

struct Design;

}  // namespace redoubt

namespace redoubt::cli {

/// What a rule says of a design: its state in a sentence, then what is broken, in order and not known.
[[nodiscard]] QString holdingText(const Holding& holding, const Design& design);
/// `{"state", "broken", "in-order", "unknown"}`, the last three lists of lists of ids.
[[nodiscard]] QJsonObject holdingJson(const Holding& holding);

}  // namespace redoubt::cli

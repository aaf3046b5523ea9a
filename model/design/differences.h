// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

#include <QStringList>

namespace redoubt {

/// What two designs do not have in common, by the ids of elements, links and groups. Where a thing stands on the canvas
/// is no difference; in which container it stands is.
struct Differences {
    QStringList onlyInFirst, onlyInSecond;
    QStringList changed;  ///< in both, not alike
    int common = 0;       ///< ids in both, alike or not
};

[[nodiscard]] Differences differencesOf(const Design& first, const Design& second);

}  // namespace redoubt

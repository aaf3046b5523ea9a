// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout/tidy.h"

namespace redoubt {

/// `tidy` with words measured as they are drawn and small pictures judged as they are routed; puts labels back, too.
[[nodiscard]] Patch tidied(const Design& design, const Catalog& catalog, Fit fit = Fit::Free,
                           const QHash<QString, double>& order = {});

/// The same with what the layouter beside this program has to say of the order, when it is there and answers in time.
[[nodiscard]] Patch tidiedWithLayouter(const Design& design, const Catalog& catalog, Fit fit = Fit::Free);

/// The links whose words the user has put somewhere on lines that a tidy picture draws anew: all but those between two
/// things that are both pinned.
[[nodiscard]] QStringList labelsToPutBack(const Design& design, const Catalog& catalog);

/// `Crossings 12 to 8, corners 40 to 31, 2 labels put back`: what becomes of the lines.
[[nodiscard]] QString lineChanges(const Design& before, const Design& after, const Catalog& catalog);

/// How bad a picture is to look at, from its finished lines: what must not be (words on something, lines through boxes or
/// over each other), then crossings, bends, long lines, size. 0 is best.
[[nodiscard]] double badness(const Design& design, const Catalog& catalog, Fit fit);

}  // namespace redoubt

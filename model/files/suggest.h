// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace redoubt {

/// The known word that a mistyped one most likely meant; empty when none is near.
[[nodiscard]] QString nearest(const QString& typed, const QStringList& known);
/// `; did you mean `x`?`, or nothing.
[[nodiscard]] QString didYouMean(const QString& typed, const QStringList& known);

}  // namespace redoubt

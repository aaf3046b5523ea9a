// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/draft.h"

namespace redoubt {

/// The structures behind the rows of catalogue d.6, without what has no part in the figures.
[[nodiscard]] Draft databaseOnly(int nodes, bool witness);          ///< E1 to E3: no site, one replica on each node
[[nodiscard]] Draft secretServerA1(int webNodes = 2, int engines = 1);
[[nodiscard]] Draft secretServerB1(const QString& witnessSite = QStringLiteral("site-c"));
[[nodiscard]] Draft secretServerC1();
[[nodiscard]] Draft secretServerC3();
/// `sites`: `A1`, `B1`, `C1` of the SS+DSV designs.
[[nodiscard]] Draft secretServerWithVault(const QString& design);
[[nodiscard]] Draft cloudWithVault();                               ///< SS+DSV A-2
[[nodiscard]] Draft privilegeManagerPair();                         ///< PM two-node HA
/// `single`, `active-passive`, `active-active`, or a managed engine in a cloud region.
[[nodiscard]] Draft privilegeSecure(const QString& design);

}  // namespace redoubt

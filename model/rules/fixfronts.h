// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixdraft.h"

namespace redoubt {

// What callers of a product call by its name. Products are `ss`, `pm` and `rmq`.

/// True when `from` connects to an element of the kind, directly or through balancers.
[[nodiscard]] bool reachesKind(FixDraft& draft, const ElementId& from, const QString& kind);

/// A global balancer that leads to nodes of the product, else one of the caller's site, of the primary site or of any
/// other; without one a node, in the same order. Empty when there is neither.
[[nodiscard]] ElementId frontOf(FixDraft& draft, const QString& product, const ElementId& caller);

/// Connects the caller to that by the row. Where it is one of several nodes of a site, they get a balancer.
bool callFront(FixDraft& draft, const ElementId& caller, const QString& product, const QString& row);

/// Puts a local balancer before nodes of one tier in one site (the fix `balance` of the area LB).
bool balanceNodes(FixDraft& draft, const QStringList& nodes);

}  // namespace redoubt

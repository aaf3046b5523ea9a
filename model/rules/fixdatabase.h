// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/fixdraft.h"

namespace redoubt {

// What fixes make of availability groups. Each answers false or an empty id when it cannot be made.

/// A listener of the group, beside `near`, that leads to its servers; the group's servers and instances are no longer
/// called directly, nor is `former` (a listener; may be empty), by web servers of the group's products.
ElementId addListener(FixDraft& draft, const GroupId& group, const ElementId& near, const ElementId& former = {});

/// A server with an instance like those of the primary replica, in the same site or in `site`, with `votes`, in the
/// group, its Windows cluster and behind its listener.
bool addReplica(FixDraft& draft, const GroupId& group, const ElementId& site, int votes, const PropertyRecord& fields);

/// A second group on the same replicas for databases that the first no longer holds, with a listener of its own.
bool splitOff(FixDraft& draft, const GroupId& group, const PropertyList& rest, const PropertyList& moved);

/// How a replica of the product is best run: asynchronous and by hand for Privilege Manager, as its vendor asks.
[[nodiscard]] PropertyRecord replicaFields(const QStringList& products, const char* role);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/ids.h"
#include "model/design/value.h"

#include <vector>

namespace redoubt {

/// One member of a group: an element and what it is there (an availability group's role, mode, failover ...).
struct GroupMember {
    ElementId element;
    PropertyRecord fields;

    friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

/// A logical element: an availability group, a cluster, an engine site, a deployment. It has no place of its own.
struct Group {
    QString kind;
    QString name;
    std::vector<GroupMember> members;
    PropertyRecord properties;

    [[nodiscard]] bool contains(const ElementId& id) const;
    friend bool operator==(const Group&, const Group&) = default;
};

}  // namespace redoubt

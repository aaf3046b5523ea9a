// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/topology.h"

namespace redoubt {

/// Who votes in a Windows cluster (catalogue d.1.4; M6, M8).
struct ClusterVotes {
    struct Voter {
        ElementId id;
        int votes = 1;
        bool active = true;  ///< a machine that is switched off does not vote
    };
    bool exists = false;  ///< false: there is no such group
    GroupId cluster;
    std::vector<Voter> voters;  ///< the nodes in the order of the group, the witness last
    ElementId witness;          ///< empty: none, or the quorum mode leaves it out
    bool diskOnly = false;      ///< the witness alone decides
    bool dynamic = false;       ///< dynamic quorum is switched on

    [[nodiscard]] int total() const;
    [[nodiscard]] int majority() const { return total() / 2 + 1; }
};

[[nodiscard]] ClusterVotes votesOf(const Topology& topology, const GroupId& cluster);
/// The cluster of an availability group: named by it, else the one that its machines are in.
[[nodiscard]] GroupId clusterOf(const Topology& topology, const Group& ag);

}  // namespace redoubt

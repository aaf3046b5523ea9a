// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/ids.h"
#include "model/design/value.h"

namespace redoubt {

enum class LinkUse { Normal, Failover, Optional };

/// A connection from initiator to listener. Either end may be a layer: the link then stands for every pair of members
/// that its rows allow; a layer linked to itself stands for all ordered-once pairs inside it.
struct Link {
    ElementId from;
    ElementId to;
    QStringList rows;   ///< ids of catalog rows (`CN-04`); written as `row` when there is one
    QStringList ports;  ///< `443/tcp`, `1434/udp`, `49152-65535/tcp`, `icmp`; empty: the ports of the rows
    LinkUse use = LinkUse::Normal;
    bool hidden = false;  ///< in the model but not drawn by default (cluster traffic and the like)
    QString label;        ///< drawn words in place of those made from rows and ports; usually empty
    PropertyRecord properties;  ///< catalog link properties: `latency-ms`, `custom-port`, `group`, `availability` ...

    friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/ids.h"
#include "model/design/value.h"

namespace redoubt {

/// Anything placed on the canvas. `kind` is an id of the catalog (`ss-web`). `properties` holds only what the file or
/// the user gave; defaults live in the catalog. Keys starting with `x-` are kept untouched for other programs.
struct Element {
    QString kind;
    QString name;
    ElementId in;    ///< the container; empty on the canvas
    ElementId host;  ///< the machine this runs on when it is drawn as that machine's badge; empty when it has its own
    PropertyRecord properties;

    friend bool operator==(const Element&, const Element&) = default;
};

}  // namespace redoubt

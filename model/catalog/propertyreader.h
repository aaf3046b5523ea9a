// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/files/mapreader.h"

namespace redoubt {

/// An id that was named and must exist once all files are read.
struct NamedId {
    QString path;
    Node at;
    QString id;
};

/// Reads a map of property definitions (`id: {label, type, ...}`); kinds named by references go to `refs`.
[[nodiscard]] std::vector<PropertyDef> readProperties(const Node& node, Problems& problems, std::vector<NamedId>& refs);

/// Why `value`, written as in a condition `key=value`, cannot be a value of this property; empty when it can.
[[nodiscard]] QString whyNotAValue(const PropertyDef& property, const QString& value);

}  // namespace redoubt

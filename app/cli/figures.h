// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

namespace redoubt::cli {

/// `Datacenter A (dc-a)`, `link from Users to ss.company.com (users-to-lb)`: names for people, the id to find it by.
[[nodiscard]] QString namedId(const Design& design, const QString& id);
/// The same of several, with commas.
[[nodiscard]] QString namedIds(const Design& design, const QStringList& ids);
/// `link from X to Y (TCP 443)`: a link in words, with what its drawing says at it.
[[nodiscard]] QString linkText(const Design& design, const Catalog& catalog, const QString& id);

}  // namespace redoubt::cli

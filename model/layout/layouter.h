// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <optional>

namespace redoubt {

/// Where the child program lays a design out from left to right, by element id: what stands in one tier in one row, the
/// ends of a link in one line as far as it goes. Nothing when the program is missing, fails or takes longer than
/// `milliseconds`; it is ended then.
[[nodiscard]] std::optional<QHash<QString, double>> askLayouter(const Design& design, const Catalog& catalog,
                                                                const QString& program, int milliseconds);

/// The child program beside this one; empty when it is not there.
[[nodiscard]] QString layouterProgram();

/// The graph that goes to it, in DOT: numbered nodes with their sizes, one rank for each tier, edges for what is drawn.
[[nodiscard]] QByteArray layoutGraph(const Design& design, const Catalog& catalog, QStringList* ids);

}  // namespace redoubt

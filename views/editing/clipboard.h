// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

class QMimeData;

namespace redoubt {

/// What a part of a design is on the clipboard: YAML under a type of our own and as text, and its picture as SVG and PNG
/// (at twice the size, so that it stays sharp on slides). The caller owns the result.
[[nodiscard]] QMimeData* partToMime(const Design& part, const Catalog& catalog);

/// The part that the data holds; nothing when it holds none that can be read.
[[nodiscard]] std::optional<Design> partFromMime(const QMimeData* data, const Catalog& catalog);

inline constexpr char partMimeType[] = "application/x-redoubt-design";

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalogreader.h"

namespace redoubt {

/// Several trees as one compact block, and back.
[[nodiscard]] QByteArray packFiles(const std::vector<NamedTree>& files);
[[nodiscard]] std::vector<NamedTree> unpackFiles(const QByteArray& bytes);

/// The data files compiled into the program: `catalog` (resources/catalog), `rules` (resources/rules) or `sources`
/// (resources/rules/sources.yaml). They were read and checked when the program was built.
[[nodiscard]] std::vector<NamedTree> packedData(const QString& name);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/export/exporters.h"

namespace redoubt {

/// The design file in canonical form.
[[nodiscard]] QByteArray writeYaml(const ExportInput& input, const ExportOptions& options);
/// The port list: one row for each connection between two elements and each of its ports (RFC 4180). Cells that a
/// spreadsheet would run as a formula are made text. Ordered by source, target and port.
[[nodiscard]] QByteArray writeCsv(const ExportInput& input, const ExportOptions& options);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace redoubt::cli {

/// The bytes of a file, or of standard input for `-`. Throws FileError.
[[nodiscard]] QByteArray readInputBytes(const QString& path);

}  // namespace redoubt::cli

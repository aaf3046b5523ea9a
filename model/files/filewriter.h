// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/fileerror.h"

#include <QByteArray>

namespace redoubt {

/// Replaces a file whole or not at all, keeping its permissions; follows a symbolic link to the file it names. Throws
/// FileError.
void writeFile(const QString& path, const QByteArray& bytes);

}  // namespace redoubt

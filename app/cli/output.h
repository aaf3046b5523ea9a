// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/designfile.h"

#include <QJsonObject>

namespace redoubt::cli {

/// Writes to standard output. Throws FileError when it cannot (a full disk, a closed pipe).
void print(const QString& text);
void print(const QByteArray& bytes);
void printJson(const QJsonDocument& json);
/// One line on standard error.
void complain(const QString& text);

/// `redoubt/COMMAND/1`, the tool's version: what every JSON result begins with.
[[nodiscard]] QJsonObject envelope(const QString& command);

/// Marks on a terminal, nothing elsewhere or under NO_COLOR.
enum class Ink { Red, Yellow, Blue, Green, Faint, Bold };
[[nodiscard]] QString inked(const QString& text, Ink ink);

/// Lines with their columns aligned; the last column is not padded.
[[nodiscard]] QString table(const QList<QStringList>& rows, int gap = 2);
/// Paragraph broken at `width`, every line indented.
[[nodiscard]] QString wrapped(const QString& text, int indent, int width = 100);
/// `1 error`, `2 errors`.
[[nodiscard]] QString counted(int count, const QString& one, const QString& many);

/// A design file, or standard input for `-`.
[[nodiscard]] DesignFile readInput(const QString& path, const Catalog& catalog);
/// To a file, atomically, or to standard output for `-`.
void writeOutput(const QString& path, const QByteArray& bytes);

}  // namespace redoubt::cli

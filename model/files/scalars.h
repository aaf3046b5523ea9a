// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace redoubt {

/// Strict readings of a plain scalar: JSON's numbers only (`010`, `0x10`, `1_000`, `+5`, `.inf` are not numbers).
[[nodiscard]] std::optional<qint64> parseInteger(const QString& text);
[[nodiscard]] std::optional<double> parseNumber(const QString& text);

/// The shortest decimal text that reads back as the same number, never in a form that YAML 1.1 takes for text.
[[nodiscard]] QByteArray numberText(double value);
/// A text as YAML: plain where every YAML reader takes it for the same text, else in double quotes.
[[nodiscard]] QByteArray yamlText(const QString& text);

/// True for `443/tcp`, `1434/udp`, `49152-65535/tcp`, `icmp`.
[[nodiscard]] bool isPort(const QString& text);

/// Orders ids as people count: `node-2` before `node-10`. A strict order: texts that differ never compare equal.
[[nodiscard]] bool naturalLess(const QString& a, const QString& b);

}  // namespace redoubt

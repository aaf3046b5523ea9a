// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace redoubt {

/// How figures stand in sentences and tables, everywhere alike.

/// `6,060`, `112.5`, `0.2`: thousands apart, nine digits that tell something, no needless zeros.
[[nodiscard]] QString numberWords(double number);
/// `2,500`, `112.50`: whole, or with two decimals.
[[nodiscard]] QString amountWords(double number);
/// A fraction as people read it, `99.9897 %`: at least two digits of what is missing to 100 and at least `decimals`,
/// cut and never rounded up, without needless zeros.
[[nodiscard]] QString percentWords(double fraction, int decimals = 4);
/// One line of text: line breaks and tabs become blanks.
[[nodiscard]] QString oneLine(const QString& text);

}  // namespace redoubt

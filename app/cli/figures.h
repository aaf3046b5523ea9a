// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace redoubt::cli {

/// A fraction as people read it, `99.9897 %`: four decimals, more when only those tell it from 100, never rounded up.
[[nodiscard]] QString percent(double fraction);
/// `2 h 29 min`, `53 min`, `31.5 s`, of a time in minutes.
[[nodiscard]] QString duration(double minutes);
/// `2,500`, `112.5`.
[[nodiscard]] QString amount(double number);

}  // namespace redoubt::cli

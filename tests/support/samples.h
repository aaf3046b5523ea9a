// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace redoubt {

/// A small sound design that uses every section of the format, in canonical form.
[[nodiscard]] QByteArray sampleDesign();

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/export/exporters.h"
#include "views/render/drawing.h"

namespace redoubt {

/// What all picture formats share. Internal to views/export.
[[nodiscard]] Drawing drawingFor(const ExportInput& input, const ExportOptions& options);
/// A sentence when the words on the lines fall under 7 pixels on a page 900 pixels wide; else empty.
[[nodiscard]] QString smallLetters(const Drawing& drawing);
/// One sentence for people who cannot see the picture.
[[nodiscard]] QString descriptionOf(const ExportInput& input);

[[nodiscard]] QByteArray writeSvg(const ExportInput& input, const ExportOptions& options);
[[nodiscard]] QByteArray writePng(const ExportInput& input, const ExportOptions& options);
[[nodiscard]] QByteArray writePdf(const ExportInput& input, const ExportOptions& options);

}  // namespace redoubt

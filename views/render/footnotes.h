// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/draw.h"

// Remarks of elements (`footnote` in the file): a small raised number beside the name, the words below the picture.
// Internal to views/render.
namespace redoubt {

struct DrawContext;

/// Fills `footnotes` and `footnotesOf` of a scene whose placement is known. They are numbered as one reads, row by row; the
/// same words have the same number.
void numberFootnotes(const Design& design, const Catalog& catalog, Scene& scene);
/// Width of the numbers beside a name of this size of letters; 0 without any.
[[nodiscard]] double footnoteRoom(const Scene& scene, const QString& id, double letters);
/// Puts the numbers behind the name that the item begins with.
void addFootnoteMark(const DrawContext& context, const QString& id, DrawnItem& item);

}  // namespace redoubt

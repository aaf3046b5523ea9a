// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rules/finding.h"
#include "views/render/draw.h"

#include <vector>

namespace redoubt {

/// What a finished picture has of lines and of faults. Lengths in canvas units.
struct DrawingCounts {
    int lines = 0;
    int crossings = 0;          ///< points where two lines pass through each other, hop or not
    int labelsOnForeign = 0;    ///< labels within 1 unit of a foreign line, box or words, or of a border round their line
    int linesThroughBoxes = 0;  ///< lines that enter a box which holds neither end
    int linesOverLines = 0;     ///< pairs of lines drawn over each other, or touching so that they look joined
    int bends = 0;
    double longest = 0;         ///< of one line
    double width = 0;           ///< of the picture
    int overlaps = 0;           ///< pairs of boxes side by side that share a part of the page
    int cramped = 0;            ///< elements with words that are cut or stand out of their box
    int outside = 0;            ///< elements that stand outside of the container they belong to

    [[nodiscard]] double longestByWidth() const { return width > 0 ? longest / width : 0; }
    /// `24 lines, 31 bends, no crossings, 2 labels on something else, …`, for people.
    [[nodiscard]] QString words() const;
};

/// A finding of the category `drawing`, and where in the picture it is.
struct DrawingFault {
    Finding finding;
    QRectF place;
};

struct DrawingLint {
    DrawingCounts counts;
    std::vector<DrawingFault> faults;  ///< by rule, then as drawn

    [[nodiscard]] std::vector<Finding> findings() const;
};

/// Looks at a picture as it is drawn: what can be measured in the exported SVG is counted alike. The rules with their words
/// are `drawingRules()`, one for each measure. `drawing` must be that of `scene`. Pure; safe to call from any thread.
[[nodiscard]] DrawingLint lintDrawing(const Design& design, const Catalog& catalog, const Scene& scene, const Drawing& drawing);

/// The picture as it is exported when nobody says more.
[[nodiscard]] DrawingLint lintDrawing(const Design& design, const Catalog& catalog);

/// What rules of the drawing may measure: `crossings`, `labels-on-foreign` ..., in the order in which they are told.
[[nodiscard]] QStringList drawingMeasures();

}  // namespace redoubt

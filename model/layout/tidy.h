// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"
#include "model/design/patch.h"

#include <functional>

namespace redoubt {

/// The page that a picture should fill well.
enum class Fit { Free, Slide, A4 };

struct TidyOptions {
    Fit fit = Fit::Free;
    /// By link id: room that its words take on the drawing; an empty size: none. A link that is not in here is not drawn.
    QHash<QString, QSizeF> words;
    /// By element id: room that its own words need (a container's title, a node's caption); absent: its size will do.
    QHash<QString, QSizeF> room;
    /// By element id: where another layouter puts it from left to right. Only the order counts, only within a tier, and
    /// only when it makes a better picture.
    QHash<QString, double> order;
    /// How bad the finished picture of a design is, 0 best. Absent: geometry alone decides.
    std::function<double(const Design&)> judge;
    /// How often `judge` may be asked.
    int looks = 0;
};

/// Proposes a place for everything: sites as columns, tiers as rows in the order people read them, what several sites
/// share between or above them; container sizes trimmed to what they hold. What has `pinned: true` stays where it is, with
/// all that it stands in. Pure and deterministic; changes nothing but the layout. Never overlaps two things, and every
/// child stands inside its container.
[[nodiscard]] Patch tidy(const Design& design, const Catalog& catalog, const TidyOptions& options = {});

/// How much larger than the page's shape a picture of this size is, 1: it has exactly that shape. Always 1 for `Free`.
[[nodiscard]] double misfit(Fit fit, QSizeF picture);

}  // namespace redoubt

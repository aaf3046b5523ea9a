// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QHash>

namespace redoubt {

/// Where everything stands, in absolute canvas units. Elements drawn as a badge or caption of another have no entry.
using Placement = QHash<QString, QRectF>;

/// Absolute rectangles from the layout of the design. An element without an entry in the layout gets its kind's size at
/// the first free grid position in its container (members of a layer side by side). A container is never smaller than
/// what stands in it plus its padding. Deterministic.
[[nodiscard]] Placement place(const Design& design, const Catalog& catalog);

/// Whether the element has a rectangle of its own: not a badge on a host, not a caption.
[[nodiscard]] bool hasPlace(const Design& design, const Catalog& catalog, const ElementId& id);
/// The element whose rectangle stands for this one: itself, its host, its server.
[[nodiscard]] ElementId standIn(const Design& design, const Catalog& catalog, const ElementId& id);

/// Grid of the canvas, in units.
inline constexpr double gridStep = 12;
[[nodiscard]] QPointF snapped(QPointF point);

/// Space inside a container kept free for its title (top) and padding (other sides).
struct Insets {
    double left = 0, top = 0, right = 0, bottom = 0;
};
[[nodiscard]] Insets containerInsets(const ElementKind& kind, bool nested);

}  // namespace redoubt

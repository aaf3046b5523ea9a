// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/connections.h"
#include "views/render/drawparts.h"

// What a view (resources/catalog/views.yaml) makes of a scene: which links there are, what is written on them, what is
// collapsed, what steps back. Internal to views/render.

namespace redoubt {

/// The words of every link that is shown, by its id. A link that is not in it is not drawn.
[[nodiscard]] QHash<QString, QStringList> shownWords(const Design& design, const Catalog& catalog,
                                                     const Connections& connections, const DrawOptions& options);
/// In a view with collapsed layers: takes what stands in a layer out of the placement and into `inside`.
void collapseLayers(const Design& design, const Catalog& catalog, Scene& scene);
/// In the same view: what stands outside layers takes the room that its neighbours leave it, round its own middle, so that
/// its words can be large.
void growLoose(const Design& design, const Catalog& catalog, Scene& scene);
/// Fills `quiet` and `strong`, when it is known what is placed and which links are shown.
void weigh(const Design& design, const Catalog& catalog, Scene& scene);

/// What stands in a collapsed layer: one entry for each icon.
struct Held {
    QString icon;
    QColor color;
    int count = 0;
    QString name;  ///< of the only one
};
[[nodiscard]] QList<Held> heldIn(const DrawContext& context, const QString& layer);
[[nodiscard]] bool isCollapsed(const DrawContext& context, const QString& id);

}  // namespace redoubt

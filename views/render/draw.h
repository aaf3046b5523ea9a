// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/report.h"
#include "model/catalog/catalog.h"
#include "model/geometry/placement.h"
#include "model/geometry/routing.h"
#include "views/render/drawing.h"

namespace redoubt {

class Outage;  // views/render/outage.h
struct Style;  // views/render/style.h

/// What to draw besides the elements and links.
struct DrawOptions {
    const ViewDef* view = nullptr; ///< how the design is looked at; null: as drawn. Outlives the scene.
    bool hiddenLinks = false;  ///< also links marked hidden (cluster traffic)
    bool legend = false;
    bool titleBlock = false;
    const Report* badges = nullptr;  ///< severity marks on elements; null: none
    const Outage* outage = nullptr;  ///< a what-if; null: none
    bool caption = false;            ///< what the what-if does to the services, in words above the picture
};

/// Geometry of a design, kept between edits so that a drag re-routes only what it must.
struct Scene {
    Placement placement;
    QList<RouteBox> boxes;
    QList<RouteLine> lines;
    QList<Route> routes;  ///< in the order of `lines`
    QHash<QString, QRectF> outlines;     ///< what is seen of each placed element: of a node its icon and words
    QHash<QString, QStringList> members;  ///< placed elements by the placed element they are drawn in; canvas: empty key
    QHash<QString, QStringList> attached; ///< badges and captions by the element they are drawn at
    QHash<QString, int> routeOf;          ///< index into `routes` by link id
    QHash<QString, QStringList> products; ///< what each element carries, by product id
    QHash<QString, QStringList> words;    ///< the words on each link that is drawn
    const ViewDef* view = nullptr;        ///< null: as drawn
    QHash<QString, QString> inside;       ///< what stands in a collapsed layer and is not drawn: that layer
    QHash<QString, QStringList> joined;   ///< links that one line stands for, by the link that it is drawn as
    QStringList footnotes;                ///< remarks to be read below the picture, numbered from 1
    QHash<QString, QList<int>> footnotesOf;  ///< their numbers, by the placed element that they stand beside
    QSet<QString> quiet, strong;          ///< elements and links that step back, links that come forward
};

/// Places and routes everything.
[[nodiscard]] Scene layOut(const Design& design, const Catalog& catalog, const DrawOptions& options = {});
/// The same after an edit of `touched` ids: only lines at those elements, and lines that they now cross, are new.
[[nodiscard]] Scene layOutAgain(const Design& design, const Catalog& catalog, const Scene& before,
                                const QStringList& touched, const DrawOptions& options = {});

/// The picture. The only place that says how things look.
[[nodiscard]] Drawing draw(const Design& design, const Catalog& catalog, const Scene& scene, const Style& style,
                           const DrawOptions& options = {});

/// One element, one link: what `draw` puts into its list, for canvases that refresh single items.
[[nodiscard]] DrawnItem drawElement(const Design& design, const Catalog& catalog, const Scene& scene,
                                    const Style& style, const ElementId& id, const Outage* outage = nullptr);
[[nodiscard]] DrawnItem drawLink(const Design& design, const Catalog& catalog, const Scene& scene, const Style& style,
                                 const LinkId& id, const Outage* outage = nullptr);

/// The words on a link: `TCP 443`, `TCP 5671`, `Synchronous replication, Secret Server`.
[[nodiscard]] QStringList linkLabel(const Design& design, const Catalog& catalog, const Link& link);

}  // namespace redoubt

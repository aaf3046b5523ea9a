// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/patch.h"
#include "model/geometry/placement.h"

#include <QSet>

namespace redoubt {

class Catalog;

enum class Align { Left, HorizontalCenter, Right, Top, VerticalCenter, Bottom };

/// What people do to a design, as pure functions from a design to the patch that does it. `placement` is always that of
/// the design given. Ids that name nothing are passed over.
namespace edits {

/// True when `container` may hold an element of `kind`: layers are looked through, and a layer on the canvas takes
/// whatever may stand in some container.
[[nodiscard]] bool accepts(const Design& design, const Catalog& catalog, const ElementId& container,
                           const QString& kind);
/// The innermost element at `point` that accepts `kind`; empty: the canvas. Those in `except` are passed over.
[[nodiscard]] ElementId adopter(const Design& design, const Catalog& catalog, const Placement& placement,
                                const QString& kind, QPointF point, const QSet<QString>& except = {});
/// The machine at `point` whose badge an element of `kind` would become; empty: none.
[[nodiscard]] ElementId hostAt(const Design& design, const Catalog& catalog, const Placement& placement,
                               const QString& kind, QPointF point);

/// A patch and the ids of the new things in it.
struct Made {
    QStringList ids;
    Patch patch;
};

/// A new element of `kind` with its centre at `point`, on the grid, in the container there that accepts it; with what such an element
/// is never without (a SQL Server's instance).
[[nodiscard]] Made add(const Design& design, const Catalog& catalog, const Placement& placement, const QString& kind,
                       QPointF point);
/// The rectangle that `add` would give it.
[[nodiscard]] QRectF landing(const Design& design, const Catalog& catalog, const Placement& placement,
                             const QString& kind, QPointF point);
/// Removes elements with all that stands in them or is hosted on them, links, groups; and whatever would be left
/// hanging: links at them, memberships, references in properties, layout, waivers, failures of scenarios. A group that
/// loses its last member goes too, and so does a scenario that loses its last failure.
[[nodiscard]] Patch remove(const Design& design, const Catalog& catalog, const QStringList& ids);
/// A link by one row of the catalog. Ports are left to the row; a replication link is given its availability group.
[[nodiscard]] Made connect(const Design& design, const Catalog& catalog, const ElementId& from, const ElementId& to,
                           const LinkRow& row);

/// Moves elements and their contents by `offset`; each whose centre comes to stand over another container that accepts
/// it changes container.
[[nodiscard]] Patch move(const Design& design, const Catalog& catalog, const Placement& placement,
                         const QStringList& ids, QPointF offset);
/// Puts an element into a container (empty: the canvas) where it is.
[[nodiscard]] Patch moveInto(const Design& design, const Catalog& catalog, const Placement& placement,
                             const QStringList& ids, const ElementId& container);
/// Gives an element the absolute rectangle; what stands in it stays where it is, and it never gets smaller than that.
[[nodiscard]] Patch resize(const Design& design, const Catalog& catalog, const Placement& placement, const QString& id,
                           const QRectF& absolute);
[[nodiscard]] Patch align(const Design& design, const Placement& placement, const QStringList& ids, Align edge);
/// Equal gaps between the first and the last; needs three.
[[nodiscard]] Patch distribute(const Design& design, const Placement& placement, const QStringList& ids,
                               Qt::Orientation orientation);

/// The name of an element or a group, the label of a link.
/// Puts the words of these links at a fraction of their lines; nothing: back where they touch least.
[[nodiscard]] Patch placeLabels(const QStringList& links, const std::optional<double>& place);
[[nodiscard]] Patch rename(const Design& design, const QString& id, const QString& name);
/// Sets (or, with nothing, clears) a property of elements, links and groups. Keys that are fields of a link (`use`,
/// `hidden`, `label`, `ports`, `rows`) or `name` and `host` go there.
[[nodiscard]] Patch setProperty(const Design& design, const QStringList& ids, const QString& key,
                                const std::optional<PropertyValue>& value);

/// A group of the members whose kinds may be in it; a server stands for what is placed in it (its instances; one is
/// made where there is none). References that the rest of `ids` answers (a listener, a witness) are filled in. No ids
/// when nobody can be a member.
[[nodiscard]] Made makeGroup(const Design& design, const Catalog& catalog, const QString& kind, const QStringList& ids);

/// The elements with their contents and what is hosted on them, links and groups among them; roots with absolute
/// layout. A group comes along when all or at least two of its members do.
[[nodiscard]] Design part(const Design& design, const Catalog& catalog, const Placement& placement,
                          const QStringList& ids);
/// Inserts a part under new ids, moved by `offset`; roots go into the containers that they come to stand over.
/// `ids` are the new roots.
[[nodiscard]] Made paste(const Design& design, const Catalog& catalog, const Placement& placement, const Design& part,
                         QPointF offset);

/// The elements of `ids` with everything that stands in them or is hosted on them.
[[nodiscard]] QSet<QString> withContents(const Design& design, const QStringList& ids);
/// The elements of `ids` that do not stand in (or on) another of them.
[[nodiscard]] QStringList roots(const Design& design, const QStringList& ids);

}  // namespace edits
}  // namespace redoubt

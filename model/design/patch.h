// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

#include <optional>

namespace redoubt {

/// The only edit there is: ids mapped to their new value, or to nothing (removed). `swap` puts the values into a design
/// and takes out those that were there, so one object is add, delete, change, undo and redo.
struct Patch {
    QMap<ElementId, Design::ElementPtr> elements;  ///< null removes
    QMap<LinkId, Design::LinkPtr> links;
    QMap<GroupId, Design::GroupPtr> groups;
    QMap<QString, std::optional<QRectF>> layout;
    QMap<QString, std::optional<double>> labelPlaces;
    QMap<QString, std::optional<PropertyValue>> settings;
    std::optional<std::vector<Waiver>> waivers;
    std::optional<std::vector<Scenario>> scenarios;

    [[nodiscard]] bool isEmpty() const;
    /// True when applying it to `design` would change nothing.
    [[nodiscard]] bool changesNothing(const Design& design) const;

    void set(const ElementId& id, Element element);
    void set(const LinkId& id, Link link);
    void set(const GroupId& id, Group group);
    void remove(const ElementId& id) { elements[id] = nullptr; }
    void remove(const LinkId& id) { links[id] = nullptr; }
    void remove(const GroupId& id) { groups[id] = nullptr; }

    /// Everything of `later` on top of this.
    void merge(const Patch& later);
};

/// Swaps the values of `patch` with those of `design`. Never throws.
void swap(Design& design, Patch& patch) noexcept;
/// A copy of `design` with `patch` applied.
[[nodiscard]] Design patched(Design design, Patch patch);
/// The patch that turns `from` into `to`.
[[nodiscard]] Patch difference(const Design& from, const Design& to);

/// Which ids an edit touched.
struct Change {
    bool reset = false;  ///< everything is new; the rest is empty
    QList<ElementId> elements;
    QList<LinkId> links;
    QList<GroupId> groups;
    QStringList layout;
    QStringList labelPlaces;
    QStringList settings;
    bool waivers = false;
    bool scenarios = false;
};
[[nodiscard]] Change touched(const Patch& patch);

}  // namespace redoubt

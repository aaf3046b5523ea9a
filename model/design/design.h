// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/element.h"
#include "model/design/group.h"
#include "model/design/link.h"
#include "model/design/scenario.h"
#include "model/design/waiver.h"

#include <QMap>
#include <QRectF>
#include <memory>

namespace redoubt {

/// A whole design as a value: it copies (cheaply, by shared parts) and compares. Nobody keeps a pointer into it across
/// events; keep ids. A Design may refer to things that do not exist or be nested in a cycle while it is being put
/// together; `readDesign` refuses such files and edits never make them.
struct Design {
    using ElementPtr = std::shared_ptr<const Element>;
    using LinkPtr = std::shared_ptr<const Link>;
    using GroupPtr = std::shared_ptr<const Group>;

    QMap<ElementId, ElementPtr> elements;
    QMap<LinkId, LinkPtr> links;
    QMap<GroupId, GroupPtr> groups;
    /// By element id, relative to the top left corner of its container's rectangle, in canvas units (1 unit = 1 px at
    /// 100 %). An element without an entry is placed by `geometry::place`.
    QMap<QString, QRectF> layout;
    /// By link id: where on its line its words stand, as a fraction of the line's length from 0 to 1, when the user has put
    /// them there. Without an entry they stand where they touch least.
    QMap<QString, double> labelPlaces;
    /// Design-level properties by catalog key: `title`, `reference`, `environment`, `failover-goal`, `customer` ...
    QMap<QString, PropertyValue> settings;
    std::vector<Waiver> waivers;
    std::vector<Scenario> scenarios;  ///< in the order in which they are stepped through
    /// Top-level `x-...` keys of the file.
    PropertyRecord extras;

    [[nodiscard]] const Element* element(const ElementId& id) const;
    [[nodiscard]] const Link* link(const LinkId& id) const;
    [[nodiscard]] const Group* group(const GroupId& id) const;
    /// Null when no scenario has this name.
    [[nodiscard]] const Scenario* scenario(const QString& name) const;
    /// True when an element, a link or a group has this id.
    [[nodiscard]] bool hasId(const QString& id) const;
    [[nodiscard]] QString settingText(const QString& key) const;
    /// The name a person would use: its name, else its DNS name or first listener, else its id.
    [[nodiscard]] QString displayName(const QString& anyId) const;
    /// `id` with `-2`, `-3` ... until it is free.
    [[nodiscard]] QString freeId(const QString& stem) const;

    void insert(const QString& id, Element element);
    void insert(const QString& id, Link link);
    void insert(const QString& id, Group group);
};

/// By value, not by pointer.
[[nodiscard]] bool operator==(const Design& a, const Design& b);

}  // namespace redoubt

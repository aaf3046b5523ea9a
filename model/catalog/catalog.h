// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/design/design.h"

#include <QSizeF>

namespace redoubt {

/// Products by id: `ss`, `pm`, `dsv`, `ssc`, `nps`, `shared`.
struct Product {
    QString id;
    QString name;
};

enum class PropertyType {
    Bool,
    Integer,
    Number,
    Availability,  ///< a fraction; on screen a percentage
    Text,
    Choice,   ///< one of `choices`
    Choices,  ///< a list, each one of `choices`
    Texts,    ///< a list of texts
    Ref,      ///< the id of an element or group whose kind is in `refKinds` (empty: any)
    Refs,
    Records,  ///< a list of records with `fields`
    Version,  ///< `2019`, `10.9`, `2012 R2`: text, compared part by part
};

/// One property: its type, its unit and its default. What has no default is unknown until given, and unknown never
/// fires a rule.
struct PropertyDef {
    QString id;
    QString label;
    QString help;
    PropertyType type = PropertyType::Text;
    QString unit;  ///< shown behind the field: `h`, `ms`, `GB`
    QStringList choices;       ///< of an Integer: its only values, written as texts
    QStringList choiceLabels;  ///< same length as `choices`
    std::optional<PropertyValue> defaultValue;
    std::optional<double> minimum;
    std::optional<double> maximum;
    QStringList refKinds;
    std::vector<PropertyDef> fields;
    QString section;  ///< heading in the inspector
};

/// How an element appears on the drawing.
enum class Shape {
    Site,      ///< container with its heading outside, above the top border
    Region,    ///< container with a corner badge (cloud, vault region)
    Layer,     ///< rounded box, title centred at the top
    Node,      ///< icon with a caption under it
    Boxed,     ///< icon and caption in a box of its own (people)
    Listener,  ///< dash-dot box, text only
    Badge,     ///< small icon on its host when hosted, a Node otherwise
    Caption,   ///< a line of text under its container's or host's caption (instances, databases)
    Note,
};

/// A default availability that holds under conditions: `tier=premium`, `hosted=true`, `in-kind=nps-server`.
struct AvailabilityCase {
    QStringList with;
    double value = 1;
    QString basis;
};

/// A default availability and where the figure comes from.
struct AvailabilityDefault {
    double value = 1;
    QString basis;
};

struct ElementKind {
    QString id;
    QString label;
    QString plural;
    QString description;
    QString product;  ///< a Product id
    QString category;  ///< palette group: `Sites and containers`, `People`, `Servers` ...
    Shape shape = Shape::Node;
    QString icon;  ///< base name in resources/icons
    QSizeF size;   ///< default size in canvas units
    bool container = false;
    bool site = false;  ///< counts as the site of what stands in it (site, cloud-region, dsv-region, ...)
    QStringList placedIn;  ///< kinds and `canvas`; layers are looked through (rule GEN-002)
    std::vector<PropertyDef> properties;  ///< its own, then the common ones (availability, mttr-h, state)
    std::optional<double> defaultAvailability;  ///< catalogue d.5; none: has no figure of its own (1)
    QString availabilityBasis;
    std::vector<AvailabilityCase> availabilityCases;  ///< the first that holds replaces the figure above
    double mttrHours = 0;  ///< 0: does not apply
    QString idStem;        ///< new ids: `ss-web` -> `ss-web-1`
    QString nameStem;      ///< new names: `Node` -> `Node 1`
    QStringList sources;   ///< source keys of the domain catalogue

    [[nodiscard]] const PropertyDef* property(const QString& id) const;
};

struct GroupKind {
    QString id;
    QString label;
    QString description;
    QString product;
    QStringList memberKinds;
    std::vector<PropertyDef> memberFields;  ///< what a member is in the group, beside its `element`
    std::vector<PropertyDef> properties;
    QString idStem;
    QStringList sources;

    [[nodiscard]] const PropertyDef* property(const QString& id) const;
};

/// One end of a link row: a kind and what else must hold of the element.
struct LinkEnd {
    QString kind;
    QStringList products;  ///< empty: any; else the element must carry one of them (`ss`, `rmq`, `pm`, `nps`)
    QString scope;         ///< `local` or `global` for balancers; empty: any
    QString service;       ///< a service that the NPS host must run; empty: any
    QStringList with;      ///< properties that must hold, as `key=value`
};

/// Ports that a row has when its ends fit. An end without a kind is any kind; what is unknown of an element does not fit.
struct PortCase {
    std::optional<LinkEnd> from;
    std::optional<LinkEnd> to;
    QStringList ports;
};

/// One row of the connection matrix (catalogue section b).
struct LinkRow {
    QString id;  ///< `CN-04`
    QString label;    ///< short words for the drawing where ports alone say little; empty: the ports
    QString purpose;
    QString product;
    std::vector<LinkEnd> from;
    std::vector<LinkEnd> to;
    QStringList ports;          ///< what a new link gets; see rowPorts for what the ends make of it
    std::vector<PortCase> portCases;  ///< all that hold together replace `ports`
    QString portProperty;       ///< property of the target (`from.port`: of the initiator) that replaces the first port
    QStringList allowedPorts;   ///< also legal: alternatives and configurable ones
    LinkUse use = LinkUse::Normal;
    bool bothWays = false;
    bool anyPort = false;   ///< the port is chosen by the customer, or none is defined: GEN-006 does not judge
    bool offered = true;    ///< false: legal where it is drawn, never proposed
    bool hidden = false;    ///< new links of this row are hidden by default (cluster traffic)
    QString meaning;        ///< drawing style: `flow`, `replication`, `quorum`, `internal`, `site-link`
    std::vector<PropertyDef> properties;
    QStringList sources;

    /// Set by Catalog::index: one of the ends is of a kind that runs on or stands in other machines (a broker, an
    /// instance), so a link to the machine may mean it.
    bool fromOnMachine = false;
    bool toOnMachine = false;
};

/// A way of looking at a design: the same elements in the same places, with other links shown.
struct ViewDef {
    enum class Words { Usual, Ports, Takeover, None };

    QString id;
    QString name;
    QString help;             ///< what it shows and for whom, in sentences
    QStringList rows;         ///< link rows that are shown
    std::vector<LinkUse> uses; ///< uses of links that are shown; with no rows and no uses all links are
    bool hidden = false;      ///< also links that are hidden in the design
    bool replaced = false;    ///< also the links that a shown failover link takes over from
    bool collapsed = false;   ///< a layer is one box, links end at it
    bool othersQuiet = false; ///< elements at which no shown link ends step back
    Words words = Words::Usual;

    [[nodiscard]] bool showsAll() const { return rows.isEmpty() && uses.empty(); }
};

/// Everything Redoubt knows about kinds and connections. Read once, never changed; passed by reference.
class Catalog {
public:
    QString version;
    std::vector<Product> products;
    std::vector<ElementKind> kinds;      ///< in palette order
    std::vector<GroupKind> groupKinds;
    std::vector<LinkRow> rows;
    std::vector<PropertyDef> settings;       ///< design-level properties
    std::vector<PropertyDef> linkProperties; ///< that any link may have
    std::vector<ViewDef> views;              ///< the usual one first

    [[nodiscard]] const ElementKind* kind(const QString& id) const;
    [[nodiscard]] const GroupKind* groupKind(const QString& id) const;
    [[nodiscard]] const LinkRow* row(const QString& id) const;
    [[nodiscard]] const PropertyDef* setting(const QString& id) const;
    [[nodiscard]] const ViewDef* view(const QString& id) const;
    [[nodiscard]] QString productName(const QString& id) const;

    /// The value given, else the catalog's default, else nothing.
    [[nodiscard]] std::optional<PropertyValue> value(const Element& element, const QString& property) const;
    [[nodiscard]] std::optional<PropertyValue> value(const Group& group, const QString& property) const;
    [[nodiscard]] std::optional<PropertyValue> value(const Design& design, const QString& setting) const;

    /// The figure that the catalog has for this element (catalogue d.5), by its kind, its properties and where it runs;
    /// nothing when such an element has no figure of its own (1). `availability` in `value` follows it.
    [[nodiscard]] std::optional<AvailabilityDefault> defaultAvailability(const Element& element) const;
    /// The same with `in-kind` conditions known.
    [[nodiscard]] std::optional<AvailabilityDefault> defaultAvailability(const Design& design,
                                                                         const Element& element) const;

    /// Whether `key=value` is true of the element: a property (a list holds when it contains the value) or `hosted`.
    /// `unknown` is the answer where the property has no value.
    [[nodiscard]] bool holds(const Element& element, const QString& condition, bool unknown) const;

    /// Builds the look-up tables; the reader calls it once after filling the lists.
    void index();

private:
    QHash<QString, int> m_kind, m_groupKind, m_row, m_setting;
};

/// The catalog compiled into the program. Its data was checked when the program was built. Never throws.
[[nodiscard]] Catalog builtinCatalog();

}  // namespace redoubt

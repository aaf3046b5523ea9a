// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/design/scenarios.h"

namespace redoubt::edits {

namespace {

int depth(const Design& design, const ElementId& id)
{
    int levels = 0;
    for (const Element* e = design.element(id); e && levels < 64; e = design.element(e->in))
        ++levels;
    return levels;
}

const Element* withoutLayers(const Design& design, const Catalog& catalog, const Element* element)
{
    for (int guard = 0; element && guard < 64; ++guard) {
        const ElementKind* kind = catalog.kind(element->kind);
        if (!kind || kind->shape != Shape::Layer)
            return element;
        element = design.element(element->in);
    }
    return nullptr;
}

/// What can run something else: it has an operating system of its own.
bool isMachine(const ElementKind& kind)
{
    return kind.shape == Shape::Node && kind.property(QStringLiteral("os-version"));
}

/// A new name among elements of the kind. Machines, sites and layers come in rows and are numbered from one; other
/// things (users, a listener, the internet) are so only from the second on.
QString freeName(const Design& design, const ElementKind& kind)
{
    if (kind.nameStem.isEmpty())
        return {};
    QSet<QString> taken;
    for (const auto& element : design.elements)
        if (element->kind == kind.id)
            taken.insert(element->name);
    const bool numbered = isMachine(kind) || kind.site || kind.shape == Shape::Layer;
    if (!numbered && !taken.contains(kind.nameStem))
        return kind.nameStem;
    for (int n = numbered ? 1 : 2;; ++n)
        if (const QString name = QStringLiteral("%1 %2").arg(kind.nameStem).arg(n); !taken.contains(name))
            return name;
}

/// What an element never is without: captions that stand in its kind and nowhere else (a SQL Server's instance).
void addCompanions(const Design& design, const Catalog& catalog, const ElementId& id, const QString& kind, Patch& patch)
{
    for (const ElementKind& companion : catalog.kinds)
        if (companion.shape == Shape::Caption && companion.placedIn == QStringList{kind}
            && catalog.kind(kind)->shape == Shape::Node) {
            Element element;
            element.kind = companion.id;
            element.in = id;
            patch.set(ElementId{design.freeId(companion.idStem.isEmpty() ? companion.id : companion.idStem)}, element);
        }
}

/// The availability group that two servers, or instances on them, share; empty when there is not exactly one.
QString sharedAvailabilityGroup(const Design& design, const ElementId& a, const ElementId& b)
{
    const auto has = [&design](const Group& group, const ElementId& id) {
        for (const GroupMember& member : group.members) {
            const Element* e = design.element(member.element);
            if (member.element == id || (e && e->in == id))
                return true;
        }
        return false;
    };
    QStringList shared;
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it)
        if (it.value()->kind == u"availability-group" && has(**it, a) && has(**it, b))
            shared << it.key().value;
    return shared.size() == 1 ? shared.front() : QString();
}

/// Drops memberships of `gone`; what has lost its last member is added to `gone` itself.
void leaveGroups(const Design& design, QSet<QString>& gone, Patch& patch)
{
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it) {
        if (gone.contains(it.key().value))
            continue;
        Group group = **it;
        std::erase_if(group.members, [&gone](const GroupMember& m) { return gone.contains(m.element.value); });
        if (group.members.empty() && !it.value()->members.empty())
            gone.insert(it.key().value);
        else if (group.members.size() != it.value()->members.size())
            patch.set(it.key(), std::move(group));
    }
}

/// Clears references to `gone` in everything that stays.
void clearReferences(const Design& design, const Catalog& catalog, const QSet<QString>& gone, Patch& patch)
{
    const RefMap keep = [&gone](const QString& id) {
        return gone.contains(id) ? std::nullopt : std::optional<QString>(id);
    };
    const auto sweep = [&](const auto& parts, auto& changed) {
        for (auto it = parts.cbegin(); it != parts.cend(); ++it) {
            if (gone.contains(it.key().value))
                continue;
            const auto now = changed.contains(it.key()) ? changed.value(it.key()) : it.value();
            auto cleared = withReferences(*now, catalog, keep);
            if (!(cleared == *now))
                patch.set(it.key(), std::move(cleared));
        }
    };
    sweep(design.elements, patch.elements);
    sweep(design.links, patch.links);
    sweep(design.groups, patch.groups);
}

void setLinkField(Link& link, const QString& key, const std::optional<PropertyValue>& value)
{
    const PropertyValue v = value.value_or(PropertyValue(QString()));
    if (key == u"label")
        link.label = v.text().value_or(QString());
    else if (key == u"hidden")
        link.hidden = v.boolean().value_or(false);
    else if (key == u"ports")
        link.ports = v.textItems();
    else if (key == u"rows")
        link.rows = v.textItems();
    else if (key == u"use")
        link.use = v.text() == u"failover" ? LinkUse::Failover
            : v.text() == u"optional"      ? LinkUse::Optional
                                           : LinkUse::Normal;
}

void setIn(PropertyRecord& record, const QString& key, const std::optional<PropertyValue>& value)
{
    if (value)
        record.insert_or_assign(key, *value);
    else
        record.erase(key);
}

}  // namespace

bool accepts(const Design& design, const Catalog& catalog, const ElementId& container, const QString& kind)
{
    const Element* element = design.element(container);
    const ElementKind* holder = element ? catalog.kind(element->kind) : nullptr;
    const ElementKind* guest = catalog.kind(kind);
    if (!holder || !guest)
        return false;
    if (guest->placedIn.contains(element->kind))
        return true;
    if (!holder->container)
        return false;
    if (guest->placedIn.isEmpty())
        return true;
    if (holder->shape != Shape::Layer)
        return false;
    if (const Element* real = withoutLayers(design, catalog, element))
        return guest->placedIn.contains(real->kind);
    return guest->placedIn != QStringList{QStringLiteral("canvas")};
}

ElementId adopter(const Design& design, const Catalog& catalog, const Placement& placement, const QString& kind,
                  QPointF point, const QSet<QString>& except)
{
    ElementId best;
    int bestDepth = 0;
    double bestArea = 0;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        if (except.contains(it.key().value))
            continue;
        const auto own = placement.constFind(it.key().value);
        const QRectF rect = own != placement.cend() ? *own : placement.value(standIn(design, catalog, it.key()).value);
        if (!rect.contains(point) || !accepts(design, catalog, it.key(), kind))
            continue;
        const int level = depth(design, it.key());
        const double area = rect.width() * rect.height();
        if (best.isEmpty() || level > bestDepth || (level == bestDepth && area < bestArea)) {
            best = it.key();
            bestDepth = level;
            bestArea = area;
        }
    }
    return best;
}

ElementId hostAt(const Design& design, const Catalog& catalog, const Placement& placement, const QString& kind,
                 QPointF point)
{
    const ElementKind* guest = catalog.kind(kind);
    if (!guest || guest->shape != Shape::Badge)
        return {};
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        const ElementKind* machine = catalog.kind(it.value()->kind);
        if (machine && machine->id != kind && isMachine(*machine) && placement.value(it.key().value).contains(point))
            return it.key();
    }
    return {};
}

QRectF landing(const Design& design, const Catalog& catalog, const Placement& placement, const QString& kind,
               QPointF point)
{
    if (const ElementId host = hostAt(design, catalog, placement, kind, point); !host.isEmpty())
        return placement.value(host.value);
    const ElementKind* guest = catalog.kind(kind);
    const ElementId container = adopter(design, catalog, placement, kind, point);
    if (guest && guest->shape == Shape::Caption && !container.isEmpty())
        return placement.value(standIn(design, catalog, container).value);
    const QSizeF size = guest && !guest->size.isEmpty() ? guest->size : QSizeF(96, 84);
    QPointF corner = snapped(point - QPointF(size.width() / 2, size.height() / 2));
    if (const Element* holder = design.element(container)) {
        const QPointF origin = placement.value(container.value).topLeft();
        const Element* outer = design.element(holder->in);
        if (const ElementKind* k = catalog.kind(holder->kind)) {
            const ElementKind* around = outer ? catalog.kind(outer->kind) : nullptr;
            const Insets insets = containerInsets(*k, around && around->shape == Shape::Layer);
            corner.setX(std::max(corner.x(), origin.x() + insets.left));
            corner.setY(std::max(corner.y(), origin.y() + insets.top));
        }
    }
    return {corner, size};
}

Made add(const Design& design, const Catalog& catalog, const Placement& placement, const QString& kind, QPointF point)
{
    const ElementKind* guest = catalog.kind(kind);
    if (!guest)
        return {};
    Element element;
    element.kind = kind;
    element.name = freeName(design, *guest);
    element.host = hostAt(design, catalog, placement, kind, point);
    element.in = element.host.isEmpty() ? adopter(design, catalog, placement, kind, point)
                                        : design.element(element.host)->in;
    const QString id = design.freeId(guest->idStem.isEmpty() ? kind : guest->idStem);
    Made made{{id}, {}};
    const bool caption = guest->shape == Shape::Caption && !element.in.isEmpty();
    if (element.host.isEmpty() && !caption) {
        const QRectF rect = landing(design, catalog, placement, kind, point);
        made.patch.layout[id] = rect.translated(-placement.value(element.in.value).topLeft());
    }
    addCompanions(design, catalog, {id}, kind, made.patch);
    made.patch.set(ElementId{id}, std::move(element));
    return made;
}

QSet<QString> withContents(const Design& design, const QStringList& ids)
{
    QSet<QString> all(ids.cbegin(), ids.cend());
    for (bool grew = true; grew;) {
        grew = false;
        for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
            if (!all.contains(it.key().value)
                && (all.contains(it.value()->in.value) || all.contains(it.value()->host.value))) {
                all.insert(it.key().value);
                grew = true;
            }
    }
    all.removeIf([&design](const QString& id) { return !design.element({id}); });
    return all;
}

QStringList roots(const Design& design, const QStringList& ids)
{
    const QSet<QString> chosen(ids.cbegin(), ids.cend());
    QStringList result;
    for (const QString& id : ids) {
        const Element* element = design.element({id});
        bool inside = !element || result.contains(id);
        for (int guard = 0; element && !inside && guard < 64; ++guard) {
            inside = chosen.contains(element->in.value) || chosen.contains(element->host.value);
            element = design.element(element->in);
        }
        if (!inside)
            result << id;
    }
    return result;
}

Patch remove(const Design& design, const Catalog& catalog, const QStringList& ids)
{
    Patch patch;
    QSet<QString> gone = withContents(design, ids);
    for (const QString& id : ids)
        if (design.hasId(id))
            gone.insert(id);
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it)
        if (gone.contains(it.value()->from.value) || gone.contains(it.value()->to.value))
            gone.insert(it.key().value);
    leaveGroups(design, gone, patch);
    clearReferences(design, catalog, gone, patch);
    for (const QString& id : std::as_const(gone)) {
        if (design.element({id}))
            patch.remove(ElementId{id});
        else if (design.link({id}))
            patch.remove(LinkId{id});
        else
            patch.remove(GroupId{id});
        if (design.layout.contains(id))
            patch.layout[id] = std::nullopt;
        if (design.labelPlaces.contains(id))
            patch.labelPlaces[id] = std::nullopt;
    }
    std::vector<Waiver> waivers = design.waivers;
    std::erase_if(waivers, [&gone](const Waiver& waiver) {
        return std::any_of(waiver.on.cbegin(), waiver.on.cend(), [&gone](const QString& id) { return gone.contains(id); });
    });
    if (waivers.size() != design.waivers.size())
        patch.waivers = std::move(waivers);
    std::vector<Scenario> scenarios = scenariosWithout(design, gone);
    if (scenarios != design.scenarios)
        patch.scenarios = std::move(scenarios);
    return patch;
}

Made connect(const Design& design, const Catalog& catalog, const ElementId& from, const ElementId& to,
             const LinkRow& row)
{
    if (!design.element(from) || !design.element(to))
        return {};
    Link link;
    link.from = from;
    link.to = to;
    link.rows = {row.id};
    link.use = row.use;
    link.hidden = row.hidden;
    const auto takesGroup = [](const PropertyDef& p) { return p.id == u"group"; };
    if (std::any_of(row.properties.cbegin(), row.properties.cend(), takesGroup)
        || std::any_of(catalog.linkProperties.cbegin(), catalog.linkProperties.cend(), takesGroup))
        if (const QString group = sharedAvailabilityGroup(design, from, to);
            !group.isEmpty() && row.meaning == u"replication")
            link.properties.emplace(QStringLiteral("group"), PropertyValue(group));
    const QString id = design.freeId(QStringLiteral("l"));
    Made made{{id}, {}};
    made.patch.set(LinkId{id}, std::move(link));
    return made;
}

Patch rename(const Design& design, const QString& id, const QString& name)
{
    return setProperty(design, {id}, design.link({id}) ? QStringLiteral("label") : QStringLiteral("name"),
                       PropertyValue(name));
}

Patch setProperty(const Design& design, const QStringList& ids, const QString& key,
                  const std::optional<PropertyValue>& value)
{
    static const QStringList linkFields{QStringLiteral("label"), QStringLiteral("hidden"), QStringLiteral("ports"),
                                        QStringLiteral("rows"), QStringLiteral("use")};
    const QString text = value ? value->text().value_or(QString()) : QString();
    Patch patch;
    for (const QString& id : ids) {
        if (const Element* e = design.element({id})) {
            Element element = *e;
            if (key == u"name")
                element.name = text;
            else if (key == u"host")
                element.host = {text};
            else
                setIn(element.properties, key, value);
            patch.set(ElementId{id}, std::move(element));
        } else if (const Link* l = design.link({id})) {
            Link link = *l;
            if (linkFields.contains(key))
                setLinkField(link, key, value);
            else
                setIn(link.properties, key, value);
            patch.set(LinkId{id}, std::move(link));
        } else if (const Group* g = design.group({id})) {
            Group group = *g;
            if (key == u"name")
                group.name = text;
            else
                setIn(group.properties, key, value);
            patch.set(GroupId{id}, std::move(group));
        }
    }
    return patch;
}

}  // namespace redoubt::edits

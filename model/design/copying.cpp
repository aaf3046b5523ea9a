// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/design/edits.h"
#include "model/design/references.h"

namespace redoubt::edits {

namespace {

/// A group is copied with its members when all of them, or enough to be a group, are; one without members (a site
/// connector) with what it points at.
bool comesAlong(const Group& group, const Catalog& catalog, const QSet<QString>& chosen)
{
    int inside = 0;
    for (const GroupMember& member : group.members)
        inside += chosen.contains(member.element.value);
    if (!group.members.empty())
        return inside >= 2 || inside == int(group.members.size());
    bool refers = false;
    (void)withReferences(group, catalog, [&](const QString& id) {
        refers = refers || chosen.contains(id);
        return std::optional<QString>(id);
    });
    return refers;
}

/// Puts the copied roots down: hosted and caption elements join the machine under them where there is one.
void settle(const Design& design, const Catalog& catalog, const Placement& placement, const QString& id, QRectF rect,
            Element element, Patch& patch)
{
    element.in = adopter(design, catalog, placement, element.kind, rect.center());
    const ElementKind* kind = catalog.kind(element.kind);
    if (!kind || kind->shape != Shape::Caption || element.in.isEmpty())
        patch.layout[id] = rect.translated(-placement.value(element.in.value).topLeft());
    patch.set(ElementId{id}, std::move(element));
}

/// New ids for everything in a part: the stem of the kind, so that `ss-web-1` is followed by `ss-web-2`.
QMap<QString, QString> newIds(const Design& design, const Catalog& catalog, const Design& part)
{
    QMap<QString, QString> result;
    Design taken = design;
    const auto give = [&](const QString& id, const QString& stem, const auto& thing) {
        const QString fresh = taken.freeId(stem);
        taken.insert(fresh, thing);
        result.insert(id, fresh);
    };
    for (auto it = part.elements.cbegin(); it != part.elements.cend(); ++it) {
        const ElementKind* kind = catalog.kind(it.value()->kind);
        give(it.key().value, kind && !kind->idStem.isEmpty() ? kind->idStem : it.value()->kind, Element());
    }
    for (auto it = part.links.cbegin(); it != part.links.cend(); ++it)
        give(it.key().value, QStringLiteral("l"), Link());
    for (auto it = part.groups.cbegin(); it != part.groups.cend(); ++it) {
        const GroupKind* kind = catalog.groupKind(it.value()->kind);
        give(it.key().value, kind && !kind->idStem.isEmpty() ? kind->idStem : it.value()->kind, Group());
    }
    return result;
}

}  // namespace

Design part(const Design& design, const Catalog& catalog, const Placement& placement, const QStringList& ids)
{
    Design result;
    const QSet<QString> chosen = withContents(design, ids);
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (chosen.contains(it.key().value))
            result.elements.insert(it.key(), it.value());
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it)
        if (chosen.contains(it.value()->from.value) && chosen.contains(it.value()->to.value))
            result.links.insert(it.key(), it.value());
    for (const LinkId& id : result.links.keys())
        if (const auto place = design.labelPlaces.constFind(id.value); place != design.labelPlaces.cend())
            result.labelPlaces.insert(id.value, *place);
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it)
        if (comesAlong(**it, catalog, chosen)) {
            Group group = **it;
            std::erase_if(group.members, [&](const GroupMember& m) { return !chosen.contains(m.element.value); });
            result.insert(it.key().value, std::move(group));
        }
    const RefMap inside = [&result](const QString& id) {
        return result.hasId(id) ? std::optional<QString>(id) : std::nullopt;
    };
    for (const ElementId& id : result.elements.keys()) {
        Element element = withReferences(*result.element(id), catalog, inside);
        const QRectF rect = placement.value(standIn(design, catalog, id).value);
        const bool root = !chosen.contains(element.in.value) && !chosen.contains(element.host.value);
        if (!chosen.contains(element.in.value))
            element.in = {};
        if (!chosen.contains(element.host.value))
            element.host = {};
        if (root)
            result.layout.insert(id.value, rect);
        else if (const auto it = design.layout.constFind(id.value); it != design.layout.cend())
            result.layout.insert(id.value, *it);
        else if (placement.contains(id.value))
            result.layout.insert(id.value, rect.translated(-placement.value(element.in.value).topLeft()));
        result.insert(id.value, std::move(element));
    }
    for (const LinkId& id : result.links.keys())
        result.insert(id.value, withReferences(*result.link(id), catalog, inside));
    for (const GroupId& id : result.groups.keys())
        result.insert(id.value, withReferences(*result.group(id), catalog, inside));
    return result;
}

Made paste(const Design& design, const Catalog& catalog, const Placement& placement, const Design& part, QPointF offset)
{
    const QMap<QString, QString> ids = newIds(design, catalog, part);
    const RefMap renamed = [&ids](const QString& id) {
        return ids.contains(id) ? std::optional<QString>(ids.value(id)) : std::nullopt;
    };
    Made made;
    for (auto it = part.elements.cbegin(); it != part.elements.cend(); ++it) {
        Element element = withReferences(**it, catalog, renamed);
        const QString id = ids.value(it.key().value);
        element.host = {ids.value(element.host.value)};
        if (element.in.isEmpty() && element.host.isEmpty()) {
            const QRectF rect = part.layout.value(it.key().value).translated(offset);
            settle(design, catalog, placement, id, rect, std::move(element), made.patch);
            made.ids << id;
            continue;
        }
        element.in = {ids.value(element.in.value)};
        if (const auto rect = part.layout.constFind(it.key().value); rect != part.layout.cend())
            made.patch.layout[id] = *rect;
        made.patch.set(ElementId{id}, std::move(element));
    }
    for (auto it = part.elements.cbegin(); it != part.elements.cend(); ++it)
        if (!it.value()->host.isEmpty()) {  // its machine has a container by now
            const auto host = made.patch.elements.value({ids.value(it.value()->host.value)});
            Element element = *made.patch.elements.value({ids.value(it.key().value)});
            element.in = host ? host->in : ElementId();
            made.patch.set(ElementId{ids.value(it.key().value)}, std::move(element));
        }
    for (auto it = part.links.cbegin(); it != part.links.cend(); ++it) {
        Link link = withReferences(**it, catalog, renamed);
        link.from = {ids.value(link.from.value)};
        link.to = {ids.value(link.to.value)};
        made.patch.set(LinkId{ids.value(it.key().value)}, std::move(link));
        if (const auto place = part.labelPlaces.constFind(it.key().value); place != part.labelPlaces.cend())
            made.patch.labelPlaces[ids.value(it.key().value)] = *place;
    }
    for (auto it = part.groups.cbegin(); it != part.groups.cend(); ++it) {
        Group group = withReferences(**it, catalog, renamed);
        for (GroupMember& member : group.members)
            member.element = {ids.value(member.element.value)};
        made.patch.set(GroupId{ids.value(it.key().value)}, std::move(group));
    }
    return made;
}

}  // namespace redoubt::edits

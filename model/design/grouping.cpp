// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/design/edits.h"

namespace redoubt::edits {

namespace {

bool mayJoin(const Design& design, const GroupKind& kind, const ElementId& id)
{
    const Element* element = design.element(id);
    return element && kind.memberKinds.contains(element->kind);
}

/// The members that an element of the selection brings: itself, what is placed in it or hosted on it, or, for a machine
/// that could hold a member and has none, a new one (added to `made`).
QList<ElementId> membersFrom(const Design& design, const Catalog& catalog, const GroupKind& kind, const ElementId& id,
                             Made& made)
{
    if (mayJoin(design, kind, id))
        return {id};
    QList<ElementId> result;
    const QSet<QString> inside = withContents(design, {id.value});
    QStringList sorted(inside.cbegin(), inside.cend());
    sorted.sort();
    for (const QString& each : std::as_const(sorted))
        if (mayJoin(design, kind, {each}))
            result << ElementId{each};
    const Element* machine = design.element(id);
    const ElementKind* machineKind = machine ? catalog.kind(machine->kind) : nullptr;
    if (!result.isEmpty() || !machineKind || machineKind->container)
        return result;
    for (const QString& memberKind : kind.memberKinds) {
        const ElementKind* member = catalog.kind(memberKind);
        if (!member || member->shape != Shape::Caption || !member->placedIn.contains(machine->kind))
            continue;
        Element element;
        element.kind = memberKind;
        element.in = id;
        Design taken = design;
        for (auto it = made.patch.elements.cbegin(); it != made.patch.elements.cend(); ++it)
            taken.insert(it.key().value, Element());
        const ElementId fresh{taken.freeId(member->idStem.isEmpty() ? memberKind : member->idStem)};
        made.patch.set(fresh, std::move(element));
        return {fresh};
    }
    return {};
}

/// A group of `kinds` that all the members' machines are in, when there is exactly one.
QString commonGroup(const Design& design, const QStringList& kinds, const QList<ElementId>& members)
{
    QStringList found;
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it) {
        const Group& group = **it;
        const bool all = std::all_of(members.cbegin(), members.cend(), [&](const ElementId& id) {
            const Element* e = design.element(id);
            return group.contains(id) || (e && (group.contains(e->in) || group.contains(e->host)));
        });
        if (kinds.contains(group.kind) && all)
            found << it.key().value;
    }
    return found.size() == 1 ? found.front() : QString();
}

/// Fills references of the group that the selection, or the groups its members are in, answer.
void fillReferences(const Design& design, const GroupKind& kind, const QStringList& ids,
                    const QList<ElementId>& machines, Group& group)
{
    for (const PropertyDef& property : kind.properties) {
        if (property.type != PropertyType::Ref || property.refKinds.isEmpty())
            continue;
        for (const QString& id : ids) {
            const Element* element = design.element({id});
            if (element && property.refKinds.contains(element->kind) && !group.contains({id})) {
                group.properties.emplace(property.id, PropertyValue(id));
                break;
            }
        }
        if (const QString id = commonGroup(design, property.refKinds, machines); !id.isEmpty())
            group.properties.emplace(property.id, PropertyValue(id));
    }
}

}  // namespace

Made makeGroup(const Design& design, const Catalog& catalog, const QString& kindId, const QStringList& ids)
{
    const GroupKind* kind = catalog.groupKind(kindId);
    if (!kind)
        return {};
    Made made;
    Group group;
    group.kind = kindId;
    QList<ElementId> machines;
    for (const QString& id : ids)
        for (const ElementId& member : membersFrom(design, catalog, *kind, {id}, made))
            if (!group.contains(member)) {
                group.members.push_back({member, {}});
                machines << (design.element(member) ? member : ElementId{id});
            }
    if (group.members.empty())
        return {};
    // An availability group has one primary to begin with; everything else is the user's to say.
    for (const PropertyDef& field : kind->memberFields)
        if (field.id == u"role" && field.choices.contains(u"primary") && field.choices.contains(u"secondary"))
            for (size_t i = 0; i < group.members.size(); ++i)
                group.members[i].fields.emplace(field.id, PropertyValue(i == 0 ? QStringLiteral("primary")
                                                                               : QStringLiteral("secondary")));
    fillReferences(design, *kind, ids, machines, group);
    QStringList names;
    for (const auto& other : design.groups)
        names << other->name;
    for (int n = 1; group.name.isEmpty() || names.contains(group.name); ++n)
        group.name = QStringLiteral("%1 %2").arg(kind->label).arg(n);
    const QString id = design.freeId(kind->idStem.isEmpty() ? kindId : kind->idStem);
    made.patch.set(GroupId{id}, std::move(group));
    made.ids = {id};
    return made;
}

}  // namespace redoubt::edits

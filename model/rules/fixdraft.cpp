// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixdraft.h"

#include "model/design/edits.h"

namespace redoubt {

FixDraft::FixDraft(Design design, const Catalog& catalog, Report report)
    : m_catalog(catalog), m_state(std::make_shared<State>(std::move(design), catalog, std::move(report)))
{
}

void FixDraft::apply(const Patch& patch)
{
    if (patch.changesNothing(design()))
        return;
    m_past.push_back(m_state);
    m_state = std::make_shared<State>(patched(design(), patch), m_catalog, Report());
}

// Facts across changes

Fact FixDraft::refreshed(const Fact& fact) const
{
    if (const std::vector<Fact>* list = fact.list()) {
        std::vector<Fact> result;
        for (const Fact& item : *list)
            if (Fact now = refreshed(item); now.isKnown())
                result.push_back(std::move(now));
        return result;
    }
    const Thing* thing = fact.thing();
    if (!thing || m_past.empty())
        return fact;
    const State& before = *m_past.front();
    Thing now = *thing;
    switch (thing->type) {
    case Thing::Element:
    case Thing::Group:
        return m_state->facts.thing(thing->id);
    case Thing::Link:
        now.object = design().link({thing->id});
        return now.object ? Fact(now) : Fact();
    case Thing::Flow: {
        const Flow& old = before.topology.flow(thing->index);
        for (int i = 0; i < m_state->topology.flows().size(); ++i)
            if (const Flow& flow = m_state->topology.flow(i);
                flow.from == old.from && flow.to == old.to && (flow.link == old.link || flow.rows == old.rows))
                return m_state->facts.flowThing(i);
        return {};
    }
    case Thing::Member: {
        const ElementId element = before.design.group({thing->id})->members[thing->index].element;
        if (const Group* group = design().group({thing->id}))
            for (int i = 0; i < int(group->members.size()); ++i)
                if (group->members[i].element == element) {
                    now.index = i;
                    return now;
                }
        return {};
    }
    case Thing::Service:
        return {};
    case Thing::Design:
    case Thing::Record:
        break;
    }
    return fact;
}

// Properties

const PropertyDef* FixDraft::definition(const Thing& thing, const QString& key) const
{
    if (thing.type == Thing::Design)
        return m_catalog.setting(key);
    if (const Element* element = design().element({thing.id}); element && thing.type == Thing::Element) {
        const ElementKind* kind = m_catalog.kind(element->kind);
        return kind ? kind->property(key) : nullptr;
    }
    const auto among = [&key](const std::vector<PropertyDef>& list) -> const PropertyDef* {
        const auto it = std::find_if(list.cbegin(), list.cend(), [&key](const PropertyDef& def) { return def.id == key; });
        return it == list.cend() ? nullptr : &*it;
    };
    if (const Group* group = design().group({thing.id})) {
        const GroupKind* kind = m_catalog.groupKind(group->kind);
        return !kind ? nullptr : thing.type == Thing::Member ? among(kind->memberFields) : kind->property(key);
    }
    if (const Link* link = design().link({thing.id})) {
        for (const QString& id : link->rows)
            if (const LinkRow* row = m_catalog.row(id))
                if (const PropertyDef* def = among(row->properties))
                    return def;
        return among(m_catalog.linkProperties);
    }
    return nullptr;
}

PropertyValue FixDraft::valueOf(const Fact& fact, const PropertyDef* def) const
{
    const bool isList = def
        && (def->type == PropertyType::Choices || def->type == PropertyType::Texts || def->type == PropertyType::Refs);
    if (fact.list() || isList) {
        PropertyList list;
        for (const Fact& item : fact.items())
            list.push_back(valueOf(item, nullptr));
        return list;
    }
    if (const double* number = fact.number()) {
        const bool fraction = def && (def->type == PropertyType::Number || def->type == PropertyType::Availability);
        if (!fraction && *number == std::floor(*number) && std::abs(*number) < 1e15)
            return qint64(*number);
        return *number;
    }
    if (const QString* text = fact.text())
        return *text;
    if (const Thing* thing = fact.thing())
        return thing->record ? PropertyValue(*thing->record) : PropertyValue(m_state->facts.ids(fact).value(0));
    return fact.isTrue();
}

bool FixDraft::set(const Thing& thing, const QString& key, const Fact& value)
{
    static const QStringList fields{QStringLiteral("name"),  QStringLiteral("host"),  QStringLiteral("use"),
                                    QStringLiteral("hidden"), QStringLiteral("label"), QStringLiteral("ports"),
                                    QStringLiteral("rows")};
    const PropertyDef* def = definition(thing, key);
    if (!def && !(thing.type != Thing::Member && thing.type != Thing::Design && fields.contains(key)))
        return false;
    const bool linkList = key == QLatin1String("ports") || key == QLatin1String("rows");
    std::optional<PropertyValue> v;
    if (value.isKnown())
        v = linkList && !def ? PropertyValue::texts(valueOf(std::vector<Fact>(value.items().list()), nullptr).textItems())
                             : valueOf(value, def);
    Patch patch;
    if (thing.type == Thing::Design) {
        patch.settings[key] = v;
    } else if (thing.type == Thing::Member) {
        Group group = *design().group({thing.id});
        PropertyRecord& record = group.members[thing.index].fields;
        if (v)
            record.insert_or_assign(key, *v);
        else
            record.erase(key);
        patch.set(GroupId{thing.id}, std::move(group));
    } else {
        patch = edits::setProperty(design(), {thing.id}, key, v);
    }
    apply(patch);
    return true;
}

bool FixDraft::set(const QString& id, const char* key, const Fact& value)
{
    const Fact thing = facts().thing(id);
    return thing.thing() && set(*thing.thing(), QLatin1String(key), value);
}

bool FixDraft::join(const ElementId& id, const GroupId& groupId, const PropertyRecord& fields)
{
    const Group* old = design().group(groupId);
    const Element* element = design().element(id);
    const GroupKind* kind = old ? m_catalog.groupKind(old->kind) : nullptr;
    if (!kind || !element || !kind->memberKinds.contains(element->kind))
        return false;
    if (old->contains(id))
        return true;
    Group group = *old;
    group.members.push_back({id, fields});
    Patch patch;
    patch.set(groupId, std::move(group));
    apply(patch);
    return true;
}

bool FixDraft::leave(const ElementId& id, const GroupId& groupId)
{
    const Group* old = design().group(groupId);
    if (!old)
        return false;
    Group group = *old;
    std::erase_if(group.members, [&id](const GroupMember& member) { return member.element == id; });
    if (group.members.empty()) {
        remove({groupId.value});
        return true;
    }
    Patch patch;
    patch.set(groupId, std::move(group));
    apply(patch);
    return true;
}

void FixDraft::remove(const QStringList& ids)
{
    apply(edits::remove(design(), m_catalog, ids));
}

}  // namespace redoubt

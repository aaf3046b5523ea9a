// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/worndesign.h"

#include "model/design/edits.h"

#include <QRandomGenerator>

namespace redoubt {

namespace {

class Wearer {
public:
    Wearer(QRandomGenerator& random, Design design, const Catalog& catalog)
        : m_random(random), m_design(std::move(design)), m_catalog(catalog)
    {
    }

    Design worn(int edits)
    {
        for (int i = 0; i < edits && !m_design.elements.isEmpty() && !m_design.links.isEmpty(); ++i)
            edit();
        return m_design;
    }

private:
    int below(int n) { return int(m_random.bounded(n)); }

    template <class Map>
    auto any(const Map& map)
    {
        return std::next(map.cbegin(), below(int(map.size()))).key();
    }

    void edit()
    {
        switch (below(10)) {
        case 0: return remove(any(m_design.elements).value);
        case 1: return remove(any(m_design.links).value);
        case 2: return turn();
        case 3: return rewire();
        case 4: return move();
        case 5: return copy();
        case 6: return regroup();
        case 7: return setSetting();
        default: return setProperty();
        }
    }

    void remove(const QString& id)
    {
        Patch patch = edits::remove(m_design, m_catalog, {id});
        swap(m_design, patch);
    }

    void turn()
    {
        const LinkId id = any(m_design.links);
        Link link = *m_design.link(id);
        std::swap(link.from, link.to);
        m_design.insert(id.value, link);
    }

    void rewire()
    {
        const LinkId id = any(m_design.links);
        Link link = *m_design.link(id);
        (below(2) ? link.from : link.to) = sibling(below(2) ? link.from : link.to);
        link.use = LinkUse(below(3));
        m_design.insert(id.value, link);
    }

    /// Another element of the same kind, as often as there is one.
    ElementId sibling(const ElementId& id)
    {
        QList<ElementId> same;
        for (auto it = m_design.elements.cbegin(); it != m_design.elements.cend(); ++it)
            if (m_design.element(id) && it.value()->kind == m_design.element(id)->kind)
                same << it.key();
        return same.isEmpty() ? id : same[below(int(same.size()))];
    }

    void move()
    {
        const ElementId id = any(m_design.elements);
        Element element = *m_design.element(id);
        element.in = sibling(element.in);
        for (ElementId at = element.in; m_design.element(at); at = m_design.element(at)->in)
            if (at == id)
                return;
        m_design.insert(id.value, element);
    }

    /// With its links and its places in groups.
    void copy()
    {
        const ElementId id = any(m_design.elements);
        const QString twin = m_design.freeId(id.value);
        m_design.insert(twin, *m_design.element(id));
        const auto links = m_design.links;
        for (auto it = links.cbegin(); it != links.cend(); ++it) {
            Link link = *it.value();
            if (link.from != id && link.to != id)
                continue;
            (link.from == id ? link.from : link.to) = {twin};
            m_design.insert(m_design.freeId(it.key().value), link);
        }
        const auto groups = m_design.groups;
        for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
            Group group = *it.value();
            for (const GroupMember& member : it.value()->members)
                if (member.element == id)
                    group.members.push_back({{twin}, member.fields});
            m_design.insert(it.key().value, group);
        }
    }

    void regroup()
    {
        if (m_design.groups.isEmpty())
            return;
        const GroupId id = any(m_design.groups);
        Group group = *m_design.group(id);
        if (below(3) == 0)
            return m_design.insert(m_design.freeId(id.value), group);
        if (group.members.empty())
            return;
        GroupMember& member = group.members[size_t(below(int(group.members.size())))];
        const GroupKind* kind = m_catalog.groupKind(group.kind);
        if (kind && !kind->memberFields.empty())
            change(member.fields, kind->memberFields);
        m_design.insert(id.value, group);
    }

    void setProperty()
    {
        if (below(3) == 0 && !m_design.groups.isEmpty()) {
            const GroupId id = any(m_design.groups);
            Group group = *m_design.group(id);
            if (const GroupKind* kind = m_catalog.groupKind(group.kind))
                change(group.properties, kind->properties);
            return m_design.insert(id.value, group);
        }
        const ElementId id = any(m_design.elements);
        Element element = *m_design.element(id);
        if (const ElementKind* kind = m_catalog.kind(element.kind))
            change(element.properties, kind->properties);
        m_design.insert(id.value, element);
    }

    void change(PropertyRecord& record, const std::vector<PropertyDef>& defs)
    {
        if (defs.empty())
            return;
        const PropertyDef& def = defs[size_t(below(int(defs.size())))];
        if (def.id == u"name"_qs || def.id == u"host"_qs)
            return;
        if (below(3) == 0) {
            record.erase(def.id);
            return;
        }
        PropertyValue value;
        if (draw(def, value))
            record[def.id] = value;
    }

    void setSetting()
    {
        const PropertyDef& def = m_catalog.settings[size_t(below(int(m_catalog.settings.size())))];
        PropertyValue value;
        if (draw(def, value))
            m_design.settings[def.id] = value;
    }

    /// A sensible value; false where only a person could give one.
    bool draw(const PropertyDef& def, PropertyValue& value)
    {
        static const double numbers[] = {0, 1, 2, 3, 4, 16, 40, 250, 720, 11000};
        static const double figures[] = {0.9, 0.99, 0.999, 0.9999, 1};
        switch (def.type) {
        case PropertyType::Bool: value = below(2) == 1; return true;
        case PropertyType::Integer: value = qint64(numbers[below(10)]); return true;
        case PropertyType::Number: value = numbers[below(10)]; return true;
        case PropertyType::Availability: value = figures[below(5)]; return true;
        case PropertyType::Choice: value = def.choices[below(int(def.choices.size()))]; return true;
        case PropertyType::Choices: {
            QStringList some;
            for (const QString& choice : def.choices)
                if (below(2))
                    some << choice;
            value = PropertyValue::texts(some);
            return true;
        }
        case PropertyType::Ref: value = any(m_design.elements).value; return true;
        default: return false;
        }
    }

    QRandomGenerator& m_random;
    Design m_design;
    const Catalog& m_catalog;
};

}  // namespace

Design wornDesign(QRandomGenerator& random, Design design, const Catalog& catalog, int edits)
{
    return Wearer(random, std::move(design), catalog).worn(edits);
}

Design namedApart(Design design)
{
    for (const ElementId& id : design.elements.keys()) {
        Element element = *design.element(id);
        element.name = design.displayName(id.value) + u' ' + id.value;
        design.insert(id.value, element);
    }
    for (const GroupId& id : design.groups.keys()) {
        Group group = *design.group(id);
        group.name = design.displayName(id.value) + u' ' + id.value;
        design.insert(id.value, group);
    }
    return design;
}

}  // namespace redoubt

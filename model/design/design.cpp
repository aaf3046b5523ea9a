// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/design.h"

namespace redoubt {

bool Group::contains(const ElementId& id) const
{
    for (const GroupMember& member : members)
        if (member.element == id)
            return true;
    return false;
}

const Element* Design::element(const ElementId& id) const
{
    const auto it = elements.constFind(id);
    return it == elements.cend() ? nullptr : it->get();
}

const Link* Design::link(const LinkId& id) const
{
    const auto it = links.constFind(id);
    return it == links.cend() ? nullptr : it->get();
}

const Group* Design::group(const GroupId& id) const
{
    const auto it = groups.constFind(id);
    return it == groups.cend() ? nullptr : it->get();
}

const Scenario* Design::scenario(const QString& name) const
{
    for (const Scenario& each : scenarios)
        if (each.name == name)
            return &each;
    return nullptr;
}

bool Design::hasId(const QString& id) const
{
    return elements.contains({id}) || links.contains({id}) || groups.contains({id});
}

QString Design::settingText(const QString& key) const
{
    const auto it = settings.constFind(key);
    return it == settings.cend() ? QString() : it->text().value_or(QString());
}

QString Design::displayName(const QString& anyId) const
{
    if (const Element* e = element({anyId})) {
        if (!e->name.isEmpty())
            return e->name;
        if (const QString dns = textAt(e->properties, QStringLiteral("dns-name")); !dns.isEmpty())
            return dns;
        if (const PropertyValue* listeners = redoubt::find(e->properties, QStringLiteral("listeners")))
            if (const PropertyList* list = listeners->list(); list && !list->empty() && list->front().record())
                if (const QString name = textAt(*list->front().record(), QStringLiteral("name")); !name.isEmpty())
                    return name;
    }
    if (const Group* g = group({anyId}); g && !g->name.isEmpty())
        return g->name;
    if (const Link* l = link({anyId}))
        return QStringLiteral("%1 to %2").arg(displayName(l->from.value), displayName(l->to.value));
    return anyId;
}

QString Design::freeId(const QString& stem) const
{
    for (int n = 1;; ++n)
        if (const QString id = QStringLiteral("%1-%2").arg(stem).arg(n); !hasId(id))
            return id;
}

void Design::insert(const QString& id, Element element)
{
    elements.insert({id}, std::make_shared<const Element>(std::move(element)));
}

void Design::insert(const QString& id, Link link)
{
    links.insert({id}, std::make_shared<const Link>(std::move(link)));
}

void Design::insert(const QString& id, Group group)
{
    groups.insert({id}, std::make_shared<const Group>(std::move(group)));
}

namespace {

template <class Map>
bool sameParts(const Map& a, const Map& b)
{
    if (a.size() != b.size())
        return false;
    for (auto i = a.cbegin(), j = b.cbegin(); i != a.cend(); ++i, ++j)
        if (!(i.key() == j.key()) || (i.value() != j.value() && !(*i.value() == *j.value())))
            return false;
    return true;
}

}  // namespace

bool operator==(const Design& a, const Design& b)
{
    return sameParts(a.elements, b.elements) && sameParts(a.links, b.links) && sameParts(a.groups, b.groups)
        && a.layout == b.layout && a.labelPlaces == b.labelPlaces && a.settings == b.settings && a.waivers == b.waivers && a.scenarios == b.scenarios
        && a.extras == b.extras;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixdatabase.h"

namespace redoubt {

namespace {

Element elementAt(const FixDraft& draft, const ElementId& id)
{
    const Element* element = draft.design().element(id);
    return element ? *element : Element();
}

ElementId primaryOf(const Group& group)
{
    for (const GroupMember& member : group.members)
        if (textAt(member.fields, QStringLiteral("role")) == QLatin1String("primary"))
            return member.element;
    return group.members.empty() ? ElementId() : group.members.front().element;
}

/// Lets web servers of the group's products that call `from` call the listener.
bool call(FixDraft& draft, const ElementId& listener, const QStringList& products, const ElementId& from)
{
    std::vector<Flow> calls;
    for (const int index : draft.facts().topology().to(from)) {
        const Flow& flow = draft.facts().topology().flow(index);
        const QString kind = draft.facts().kindOf(flow.from.value);
        if (kind.endsWith(QLatin1String("-web")) && products.contains(kind.chopped(4)))
            calls.push_back(flow);
    }
    return std::all_of(calls.cbegin(), calls.cend(),
                       [&](const Flow& flow) { return draft.redirect(flow, flow.from, listener); });
}

QStringList productsIn(const PropertyList& databases)
{
    QStringList result;
    for (const PropertyValue& item : databases)
        result << textAt(*item.record(), QStringLiteral("product"));
    result.removeDuplicates();
    return result;
}

QString freeGroupName(const FixDraft& draft, const QStringList& products)
{
    const QString product = products.isEmpty() ? QString() : draft.catalog().productName(products.front());
    const QString stem = product.isEmpty() ? QStringLiteral("Availability group") : product + QStringLiteral(" group");
    QStringList taken;
    for (const auto& group : draft.design().groups)
        taken << group->name;
    QString name = stem;
    for (int n = 2; taken.contains(name); ++n)
        name = QStringLiteral("%1 %2").arg(stem).arg(n);
    return name;
}

}  // namespace

PropertyRecord replicaFields(const QStringList& products, const char* role)
{
    const bool byHand = products.contains(QStringLiteral("pm"));
    return {{QStringLiteral("role"), QString::fromLatin1(role)},
            {QStringLiteral("mode"), byHand ? QStringLiteral("async") : QStringLiteral("sync")},
            {QStringLiteral("failover"), byHand ? QStringLiteral("manual") : QStringLiteral("auto")}};
}

ElementId addListener(FixDraft& draft, const GroupId& groupId, const ElementId& near, const ElementId& former)
{
    const Group group = *draft.design().group(groupId);
    QSet<ElementId> sites;
    for (const GroupMember& member : group.members)
        sites << draft.facts().siteOf(member.element);
    const ElementId beside = former.isEmpty() ? near : former;
    const std::optional<ElementId> in = !former.isEmpty() ? std::optional<ElementId>(elementAt(draft, former).in)
        : sites.size() > 1                                ? std::optional<ElementId>(ElementId())
                                                          : std::nullopt;
    const ElementId listener = draft.add(QStringLiteral("ag-listener"), beside, in);
    if (listener.isEmpty() || !draft.set(groupId.value, "listener", draft.facts().thing(listener.value)))
        return {};
    const QStringList products = draft.facts().groupProducts(groupId);
    QList<ElementId> called;
    for (const GroupMember& member : group.members) {
        const ElementId server = draft.facts().serverOf(member.element);
        if (server.isEmpty() || !draft.connect(listener, server, QStringLiteral("CN-05")))
            return {};
        called << member.element << server;
    }
    if (!former.isEmpty())
        called << former;
    for (const ElementId& id : std::as_const(called))
        if (!call(draft, listener, products, id))
            return {};
    return listener;
}

bool addReplica(FixDraft& draft, const GroupId& groupId, const ElementId& site, int votes, const PropertyRecord& fields)
{
    const Group group = *draft.design().group(groupId);
    const ElementId original = draft.facts().serverOf(primaryOf(group));
    if (original.isEmpty())
        return false;
    const Element instance = elementAt(draft, primaryOf(group));
    const bool elsewhere = !site.isEmpty() && site != draft.facts().siteOf(original);
    const ElementId server = draft.addLike(original, elsewhere ? std::optional<ElementId>(site) : std::nullopt,
                                           elsewhere ? site : original);
    const ElementId copy = server.isEmpty() ? ElementId() : draft.facts().instancesOf(server).value(0);
    if (copy.isEmpty())
        return false;
    Element fresh = elementAt(draft, copy);
    fresh.name = instance.name;
    fresh.properties = instance.properties;
    Patch patch;
    patch.set(copy, std::move(fresh));
    draft.apply(patch);
    if (!draft.set(server.value, "votes", votes) || !draft.join(copy, groupId, fields))
        return false;
    const GroupId cluster{textAt(group.properties, QStringLiteral("wsfc"))};
    if (const Group* old = draft.design().group(cluster)) {
        const Group before = *old;
        if (!draft.join(server, cluster, {}))
            return false;
        for (const GroupMember& node : before.members)
            if (!draft.connect(node.element, server, QStringLiteral("CN-07")))
                return false;
        const ElementId witness{textAt(before.properties, QStringLiteral("witness"))};
        if (votes > 0 && draft.design().element(witness) && !draft.connect(server, witness, QStringLiteral("CN-08")))
            return false;
    }
    const ElementId listener{textAt(group.properties, QStringLiteral("listener"))};
    return draft.connect(original, server, QStringLiteral("CN-06"))
        && (!draft.design().element(listener) || draft.connect(listener, server, QStringLiteral("CN-05")));
}

bool splitOff(FixDraft& draft, const GroupId& groupId, const PropertyList& rest, const PropertyList& moved)
{
    Group group = *draft.design().group(groupId);
    Group second = group;
    const QStringList products = productsIn(moved);
    second.name = freeGroupName(draft, products);
    second.properties.insert_or_assign(QStringLiteral("databases"), moved);
    second.properties.erase(QStringLiteral("listener"));
    group.properties.insert_or_assign(QStringLiteral("databases"), rest);
    if (products.contains(QStringLiteral("pm")))
        for (GroupMember& member : second.members) {
            const bool primary = textAt(member.fields, QStringLiteral("role")) == QLatin1String("primary");
            for (const auto& [key, value] : replicaFields(products, primary ? "primary" : "secondary"))
                member.fields.insert_or_assign(key, value);
        }
    const GroupId id{draft.design().freeId(groupId.value)};
    Patch patch;
    Design taken = draft.design();
    for (auto it = draft.design().links.cbegin(); it != draft.design().links.cend(); ++it)
        if (textAt(it.value()->properties, QStringLiteral("group")) == groupId.value) {
            Link replication = *it.value();
            replication.properties.insert_or_assign(QStringLiteral("group"), id.value);
            const LinkId link{taken.freeId(QStringLiteral("l"))};
            taken.insert(link.value, replication);
            patch.set(link, std::move(replication));
        }
    const ElementId former{textAt(group.properties, QStringLiteral("listener"))};
    const ElementId server = draft.facts().serverOf(primaryOf(group));
    patch.set(groupId, std::move(group));
    patch.set(id, std::move(second));
    draft.apply(patch);
    return !addListener(draft, id, server, draft.design().element(former) ? former : ElementId()).isEmpty();
}

}  // namespace redoubt

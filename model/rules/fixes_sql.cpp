// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/rules/fixactions.h"
#include "model/rules/fixdatabase.h"

// Parts of the fixes of the area SQL: they divide databases, instances and groups, or add to them.

namespace redoubt {

namespace {

PropertyList databasesOf(const FixDraft& draft, const QString& group)
{
    const PropertyValue* value = find(draft.design().group({group})->properties, QStringLiteral("databases"));
    return value && value->list() ? *value->list() : PropertyList();
}

QString productOf(const PropertyValue& database) { return textAt(*database.record(), QStringLiteral("product")); }

PropertyRecord databaseRecord(const QString& name, const QString& product)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("product"), product}};
}

/// The name of a database that a product gets of its own.
QString databaseName(const QString& product)
{
    return product == QLatin1String("pm") ? QStringLiteral("PrivilegeManager") : QStringLiteral("SecretServer");
}

/// One group and listener for each database.
bool groupForEachDatabase(FixDraft& draft, const QStringList& groups)
{
    for (const QString& id : groups) {
        const PropertyList all = databasesOf(draft, id);
        for (size_t i = 1; i < all.size(); ++i) {
            PropertyList rest(all.begin() + 1 + qsizetype(i), all.end());
            rest.insert(rest.begin(), all.front());
            if (!splitOff(draft, {id}, rest, {all[i]}))
                return false;
        }
    }
    return true;
}

/// One group and listener for each product; the first product keeps what there is.
bool groupForEachProduct(FixDraft& draft, const QStringList& groups)
{
    for (const QString& id : groups) {
        const PropertyList all = databasesOf(draft, id);
        PropertyList pm, rest;
        for (const PropertyValue& database : all)
            (productOf(database) == QLatin1String("pm") ? pm : rest).push_back(database);
        if (pm.empty() || rest.empty() || !splitOff(draft, {id}, rest, pm))
            return false;
    }
    return true;
}

/// The database of an instance that both products use becomes two.
bool splitOnInstance(FixDraft& draft, const ElementId& instance)
{
    QList<ElementId> databases;
    for (const ElementId& id : draft.facts().topology().children(instance))
        if (draft.facts().kindOf(id.value) == QLatin1String("database"))
            databases << id;
    if (databases.size() > 1) {
        // Two entries of one name: that of Privilege Manager gets a name of its own.
        for (const ElementId& id : std::as_const(databases))
            if (draft.facts().topology().text(id, QStringLiteral("product")) == QLatin1String("pm")) {
                draft.apply(edits::rename(draft.design(), id.value, databaseName(QStringLiteral("pm"))));
                return true;
            }
        return false;
    }
    const bool isPm = draft.facts().topology().text(databases.value(0), QStringLiteral("product")) == QLatin1String("pm");
    const QString product = isPm ? QStringLiteral("ss") : QStringLiteral("pm");
    const ElementId fresh = draft.add(QStringLiteral("database"), instance, instance);
    if (fresh.isEmpty())
        return false;
    draft.apply(edits::rename(draft.design(), fresh.value, databaseName(product)));
    return draft.set(fresh.value, "product", product);
}

bool splitDatabase(FixDraft& draft, const QStringList& stores)
{
    const QString store = stores.value(0);
    if (!draft.design().group({store}))
        return splitOnInstance(draft, {store});
    PropertyList rest = databasesOf(draft, store), moved;
    if (rest.size() == 1) {
        const QString product = productOf(rest.front()) == QLatin1String("pm") ? QStringLiteral("ss") : QStringLiteral("pm");
        moved.push_back(databaseRecord(databaseName(product), product));
    } else {
        std::erase_if(rest, [&moved](const PropertyValue& each) {
            const bool pm = productOf(each) == QLatin1String("pm");
            if (pm)
                moved.push_back(databaseRecord(databaseName(QStringLiteral("pm")), QStringLiteral("pm")));
            return pm;
        });
    }
    return !rest.empty() && !moved.empty() && splitOff(draft, {store}, rest, moved);
}

double nextPort(FixDraft& draft, const ElementId& server, const char* key, double highest)
{
    for (const ElementId& id : draft.facts().instancesOf(server))
        if (const auto port = draft.facts().topology().value(id, QLatin1String(key)))
            highest = std::max(highest, port->number().value_or(0));
    return highest + 1;
}

/// The databases of Privilege Manager move to an instance of their own on the same server, with ports of its own: from
/// 1435 for clients (1434 is the administrator's connection) and from 5023 for the endpoint.
bool secondInstance(FixDraft& draft, const QStringList& instances)
{
    const ElementId instance{instances.value(0)};
    const ElementId server = draft.facts().serverOf(instance);
    const ElementId fresh = server.isEmpty() ? ElementId() : draft.addLike(instance, server, server);
    if (fresh.isEmpty())
        return false;
    const double port = nextPort(draft, server, "port", 1434), endpoint = nextPort(draft, server, "endpoint-port", 5022);
    draft.apply(edits::rename(draft.design(), fresh.value, QStringLiteral("PM")));
    if (!draft.set(fresh.value, "port", port) || !draft.set(fresh.value, "endpoint-port", endpoint)
        || !draft.set(fresh.value, "named", true))
        return false;
    for (const ElementId& id : QList<ElementId>(draft.facts().topology().children(instance)))
        if (draft.facts().topology().text(id, QStringLiteral("product")) == QLatin1String("pm") && !draft.move(id, fresh))
            return false;
    for (const GroupId& id : QList<GroupId>(draft.facts().topology().groupsOf(instance))) {
        const QStringList products = draft.facts().groupProducts(id);
        if (!products.contains(QStringLiteral("pm")))
            continue;
        if (products.size() > 1)
            return false;  // the group has to be divided first
        Group group = *draft.design().group(id);
        for (GroupMember& member : group.members)
            if (member.element == instance)
                member.element = fresh;
        Patch patch;
        patch.set(id, std::move(group));
        draft.apply(patch);
    }
    std::vector<Flow> calls;
    for (const int index : draft.facts().topology().to(instance))
        if (const Flow& flow = draft.facts().topology().flow(index);
            draft.facts().kindOf(flow.from.value) == QLatin1String("pm-web"))
            calls.push_back(flow);
    return std::all_of(calls.cbegin(), calls.cend(),
                       [&](const Flow& flow) { return draft.redirect(flow, flow.from, fresh); });
}

/// A Windows cluster of the server, when it is in none.
GroupId clusterOf(FixDraft& draft, const ElementId& server)
{
    for (const GroupId& id : draft.facts().topology().groupsOf(server))
        if (draft.facts().kindOf(id.value) == QLatin1String("wsfc"))
            return id;
    const edits::Made made = edits::makeGroup(draft.design(), draft.catalog(), QStringLiteral("wsfc"), {server.value});
    draft.apply(made.patch);
    return {made.ids.value(0)};
}

/// Groups for the databases that stand on an instance alone, one for each product.
QList<GroupId> groupsFor(FixDraft& draft, const ElementId& instance, const GroupId& cluster)
{
    QMap<QString, PropertyList> databases;
    QStringList gone;
    for (const ElementId& id : draft.facts().topology().children(instance))
        if (draft.facts().kindOf(id.value) == QLatin1String("database")) {
            const QString product = draft.facts().topology().text(id, QStringLiteral("product"));
            databases[product].push_back(databaseRecord(draft.design().displayName(id.value), product));
            gone << id.value;
        }
    draft.remove(gone);
    QList<GroupId> result;
    for (auto it = databases.cbegin(); it != databases.cend(); ++it) {
        const edits::Made made = edits::makeGroup(draft.design(), draft.catalog(),
                                                  QStringLiteral("availability-group"), {instance.value});
        const GroupId id{made.ids.value(0)};
        draft.apply(made.patch);
        Group group = *draft.design().group(id);
        if (const QString name = draft.catalog().productName(it.key()); !name.isEmpty())
            group.name = name + QStringLiteral(" group");
        group.properties.insert_or_assign(QStringLiteral("wsfc"), cluster.value);
        group.properties.insert_or_assign(QStringLiteral("databases"), it.value());
        group.members.front().fields = replicaFields({it.key()}, "primary");
        Patch patch;
        patch.set(id, std::move(group));
        draft.apply(patch);
        result << id;
    }
    return result;
}

/// A second server, the cluster with its witness, the group and the listener, whatever of it is missing.
bool secondServer(FixDraft& draft, const QStringList& stores)
{
    const QString store = stores.value(0);
    const bool isGroup = draft.design().group({store}) != nullptr;
    const ElementId instance = isGroup ? draft.design().group({store})->members.front().element : ElementId{store};
    const ElementId server = draft.facts().serverOf(instance);
    if (server.isEmpty())
        return false;
    if (draft.facts().topology().text(server, QStringLiteral("edition")) == QLatin1String("express")
        && !draft.set(server.value, "edition", QStringLiteral("standard")))
        return false;
    const GroupId cluster = clusterOf(draft, server);
    if (!draft.set(server.value, "votes", 1))
        return false;
    const QList<GroupId> groups = isGroup ? QList<GroupId>{{store}} : groupsFor(draft, instance, cluster);
    if (groups.isEmpty() || !draft.set(groups.front().value, "wsfc", draft.facts().thing(cluster.value)))
        return false;
    const PropertyRecord fields = replicaFields(draft.facts().groupProducts(groups.front()), "secondary");
    if (!addReplica(draft, groups.front(), {}, 1, fields))
        return false;
    const ElementId second = draft.design().group(groups.front())->members.back().element;
    for (const GroupId& id : groups) {
        if (!draft.join(second, id, replicaFields(draft.facts().groupProducts(id), "secondary")))
            return false;
        const ElementId listener{textAt(draft.design().group(id)->properties, QStringLiteral("listener"))};
        if (!draft.design().element(listener) && addListener(draft, id, server).isEmpty())
            return false;
    }
    const ElementId witness{textAt(draft.design().group(cluster)->properties, QStringLiteral("witness"))};
    return draft.design().element(witness) || findFixAction(QStringLiteral("give-witness"))->run(draft, {cluster.value});
}

}  // namespace

const FixActions& sqlFixes()
{
    static const FixActions table{
        {"group-for-each-database", groupForEachDatabase},
        {"group-for-each-product", groupForEachProduct},
        {"split-database", splitDatabase},
        {"second-instance", secondInstance},
        {"second-server", secondServer},
    };
    return table;
}

}  // namespace redoubt

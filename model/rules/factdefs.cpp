// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/factreaders.h"

// The derived facts of the rule vocabulary (resources/rules/README.md). Each is one row of the table at the end.

namespace redoubt {

namespace {

const Group& groupOf(const Thing& t) { return *static_cast<const Group*>(t.object); }

Fact flowsOf(Facts& f, const QList<int>& indices)
{
    std::vector<Fact> list;
    for (const int index : indices)
        list.emplace_back(f.flowThing(index));
    return list;
}

Fact groupsOfKind(Facts& f, const QList<GroupId>& ids, const char* kind = nullptr)
{
    std::vector<Fact> list;
    for (const GroupId& id : ids)
        if (!kind || f.kindOf(id.value) == QLatin1String(kind))
            list.push_back(f.thing(id.value));
    return list;
}

// Of elements

Fact idOf(Facts&, const Thing& t) { return t.id; }
Fact nameOf(Facts& f, const Thing& t) { return f.words(t); }
Fact kindOf(Facts&, const Thing& t)
{
    return t.type == Thing::Element ? static_cast<const Element*>(t.object)->kind : groupOf(t).kind;
}

Fact label(Facts& f, const Thing& t)
{
    const QString id = f.kindOf(t.id);
    if (const ElementKind* kind = f.catalog().kind(id))
        return kind->label;
    const GroupKind* kind = f.catalog().groupKind(id);
    return kind ? Fact(kind->label) : Fact();
}

Fact plural(Facts& f, const Thing& t)
{
    const ElementKind* kind = f.catalog().kind(f.kindOf(t.id));
    return kind ? Fact(kind->plural) : Fact();
}

Fact site(Facts& f, const Thing& t) { return f.thing(f.siteOf({t.id}).value); }
Fact container(Facts& f, const Thing& t) { return f.thing(f.topology().containerOf({t.id}).value); }
Fact machine(Facts& f, const Thing& t) { return f.thing(f.topology().machineOf({t.id}).value); }
Fact hosted(Facts& f, const Thing& t) { return f.things(f.topology().hosted({t.id})); }
Fact children(Facts& f, const Thing& t) { return f.things(f.topology().children({t.id})); }
Fact inSite(Facts& f, const Thing& t) { return f.things(f.inSite({t.id})); }
Fact isActive(Facts& f, const Thing& t) { return f.topology().isActive({t.id}); }
Fact groups(Facts& f, const Thing& t) { return groupsOfKind(f, f.topology().groupsOf({t.id})); }
Fact clusters(Facts& f, const Thing& t) { return groupsOfKind(f, f.topology().groupsOf({t.id}), "wsfc"); }
Fact deployments(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    for (const GroupId& id : f.topology().groupsOf({t.id}))
        if (f.kindOf(id.value).endsWith(QLatin1String("-deployment")))
            list.push_back(f.thing(id.value));
    return list;
}
Fact engineSites(Facts& f, const Thing& t) { return groupsOfKind(f, f.topology().groupsOf({t.id}), "de-site"); }
Fact outgoing(Facts& f, const Thing& t) { return flowsOf(f, f.topology().from({t.id})); }
Fact incoming(Facts& f, const Thing& t) { return flowsOf(f, f.topology().to({t.id})); }
Fact reaches(Facts& f, const Thing& t) { return f.reachedThings({t.id}); }
Fact reachedBy(Facts& f, const Thing& t) { return f.things(f.reachedBy({t.id})); }
Fact instances(Facts& f, const Thing& t) { return f.things(f.instancesOf({t.id})); }
Fact serverOfInstance(Facts& f, const Thing& t) { return f.thing(f.serverOf({t.id}).value); }

/// Active nodes of the same kind in the same site, itself included.
Fact peers(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    const QString kind = *kindOf(f, t).text();
    for (const ElementId& id : f.inSite(f.siteOf({t.id})))
        if (f.kindOf(id.value) == kind && f.topology().isActive(id))
            list.push_back(f.thing(id.value));
    return list;
}

Fact layer(Facts& f, const Thing& t)
{
    for (const ElementId& id : f.topology().ancestors({t.id}))
        if (f.kindOf(id.value) == QLatin1String("layer"))
            return f.thing(id.value);
    return {};
}

/// Names that a balancer's listeners answer to, in lower case.
Fact names(Facts& f, const Thing& t)
{
    QStringList result;
    for (const Fact& listener : f.property(t, QStringLiteral("listeners")).items())
        if (listener.thing() && listener.thing()->record)
            result << textAt(*listener.thing()->record, QStringLiteral("name")).toLower();
    return textList(result);
}

/// The availability that was typed in; nothing when the catalog's applies.
Fact ownAvailability(Facts&, const Thing& t)
{
    const PropertyValue* value = find(static_cast<const Element*>(t.object)->properties, QStringLiteral("availability"));
    return value && value->number() ? Fact(*value->number()) : Fact();
}

Fact stores(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    for (const QString& id : f.storesOf({t.id}))
        list.push_back(f.thing(id));
    return list;
}

Fact clients(Facts& f, const Thing& t) { return f.things(f.clientsOf(t.id)); }

Fact productsOf(Facts& f, const Thing& t)
{
    if (t.type == Thing::Group)
        return textList(f.groupProducts({t.id}));
    const QString kind = f.kindOf(t.id);
    if (kind == QLatin1String("sql-instance"))
        return textList(f.instanceProducts({t.id}));
    if (kind == QLatin1String("sql-server")) {
        QStringList result;
        for (const ElementId& instance : f.instancesOf({t.id}))
            for (const QString& product : f.instanceProducts(instance))
                if (!result.contains(product))
                    result << product;
        return textList(result);
    }
    return textList(f.topology().products({t.id}));
}

Fact isCloud(Facts& f, const Thing& t)
{
    if (t.type == Thing::Element)
        return f.servesCloud({t.id});
    for (const GroupMember& member : groupOf(t).members)
        if (f.kindOf(member.element.value) == QLatin1String("distributed-engine") && f.servesCloud(member.element))
            return true;
    return false;
}

// Of groups

Fact members(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    for (const GroupMember& member : groupOf(t).members)
        if (Fact found = f.thing(member.element.value); found.isKnown())
            list.push_back(std::move(found));
    return list;
}

Fact memberThings(const Thing& t, const char* role)
{
    std::vector<Fact> list;
    const Group& group = groupOf(t);
    for (int i = 0; i < int(group.members.size()); ++i) {
        if (role && textAt(group.members[i].fields, QStringLiteral("role")) != QLatin1String(role))
            continue;
        Thing member;
        member.type = Thing::Member;
        member.id = t.id;
        member.index = i;
        list.emplace_back(member);
    }
    return list;
}

Fact replicas(Facts&, const Thing& t) { return memberThings(t, nullptr); }
Fact secondaries(Facts&, const Thing& t) { return memberThings(t, "secondary"); }
Fact primary(Facts&, const Thing& t)
{
    const FactItems list = memberThings(t, "primary").items();
    return list.size() == 1 ? list.front() : Fact();
}

Fact servers(Facts& f, const Thing& t)
{
    QList<ElementId> ids;
    for (const GroupMember& member : groupOf(t).members)
        if (const ElementId id = f.serverOf(member.element); !id.isEmpty() && !ids.contains(id))
            ids << id;
    return f.things(ids);
}

Fact sites(Facts& f, const Thing& t)
{
    QList<ElementId> ids;
    for (const GroupMember& member : groupOf(t).members)
        if (const ElementId id = f.siteOf(member.element); !id.isEmpty() && !ids.contains(id))
            ids << id;
    std::sort(ids.begin(), ids.end());
    return f.things(ids);
}

/// The witness that votes; nothing when the cluster has none or its type is `none`.
Fact votingWitness(Facts& f, const Thing& t)
{
    const Fact witness = f.property(t, QStringLiteral("witness"));
    if (!witness.thing() || f.property(*witness.thing(), QStringLiteral("type")) == Fact(QStringLiteral("none")))
        return {};
    return witness;
}

Fact voters(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    std::vector<Fact> candidates = members(f, t).items().list();
    if (const Fact witness = votingWitness(f, t); witness.isKnown())
        candidates.push_back(witness);
    for (const Fact& candidate : candidates)
        if (const Fact votes = f.property(*candidate.thing(), QStringLiteral("votes")); votes.number() && *votes.number() > 0)
            list.push_back(candidate);
    return list;
}

Fact votes(Facts& f, const Thing& t)
{
    if (t.type != Thing::Group)
        return f.property(t, QStringLiteral("votes"));
    double sum = 0;
    for (const Fact& member : members(f, t).items()) {
        const Fact own = f.property(*member.thing(), QStringLiteral("votes"));
        if (!own.number())
            return {};
        sum += *own.number();
    }
    if (const Fact witness = votingWitness(f, t); witness.isKnown())
        if (const Fact own = f.property(*witness.thing(), QStringLiteral("votes")); own.number())
            sum += *own.number();
    return sum;
}

Fact isBasic(Facts& f, const Thing& t)
{
    if (f.property(t, QStringLiteral("basic")).isTrue())
        return true;
    for (const Fact& server : servers(f, t).items())
        if (f.property(*server.thing(), QStringLiteral("edition")) == Fact(QStringLiteral("standard")))
            return true;
    return f.property(t, QStringLiteral("basic"));
}

Fact connected(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    for (const QString& id : f.referring(QStringLiteral("connector"), t.id))
        list.push_back(f.thing(id));
    return list;
}

constexpr int element = Thing::Element;
constexpr int group = Thing::Group;
constexpr int member = Thing::Member;
constexpr int flow = Thing::Flow | Thing::Link;

const FactDef table[] = {
    {"id", element | group | flow, "text", idOf},
    {"name", element | group | flow | member | Thing::Service, "text", nameOf},
    {"kind", element | group, "text", kindOf},
    {"label", element | group, "text", label},
    {"plural", element, "text", plural},
    {"site", element, "element", site},
    {"container", element, "element", container},
    {"machine", element, "element", machine},
    {"hosted", element, "[element]", hosted},
    {"children", element, "[element]", children},
    {"elements", element, "[element]", inSite},
    {"is-active", element, "truth", isActive},
    {"groups", element, "[group]", groups},
    {"clusters", element, "[wsfc]", clusters},
    {"deployments", element, "[group]", deployments},
    {"de-sites", element, "[de-site]", engineSites},
    {"out", element, "[flow]", outgoing},
    {"into", element, "[flow]", incoming},
    {"reaches", element, "[element]", reaches},
    {"reached-by", element, "[element]", reachedBy},
    {"instances", element, "[sql-instance]", instances},
    {"server", element, "sql-server", serverOfInstance},
    {"peers", element, "[element]", peers},
    {"layer", element, "layer", layer},
    {"names", element, "[text]", names},
    {"own-availability", element, "number", ownAvailability},
    {"stores", element, "[thing]", stores},
    {"clients", element | group, "[element]", clients},
    {"products", element | group, "[text]", productsOf},
    {"is-cloud", element | group, "truth", isCloud},
    {"members", group, "[element]", members},
    {"replicas", group, "[member]", replicas},
    {"primary", group, "member", primary},
    {"secondaries", group, "[member]", secondaries},
    {"servers", group, "[sql-server]", servers},
    {"sites", group, "[element]", sites},
    {"voting-witness", group, "witness", votingWitness},
    {"voters", group, "[element]", voters},
    {"votes", element | group, "number", votes},
    {"is-basic", group, "truth", isBasic},
    {"connected", group, "[thing]", connected},
    {"instance", member, "element", memberElement},
    {"server", member, "sql-server", memberServer},
    {"site", member, "element", memberSite},
    {"group", member, "group", memberGroup},
    {"from", flow, "element", flowFrom},
    {"to", flow, "element", flowTo},
    {"ports", flow, "[text]", flowPorts},
    {"rows", flow, "[text]", flowRows},
    {"use", flow, "text", flowUse},
    {"automatic", Thing::Service, "number", automatic},
    {"with-manual-failover", Thing::Service, "number", withManual},
    {"components", Thing::Service, "[element]", components},
    {"single-points", Thing::Service, "[element]", weakest},
    {"calls-expected", element, "number", callsExpected},
    {"calls-worst", element, "number", callsWorst},
    {"intervals", element, "number", intervals},
    {"mapped-secrets", element, "number", mappedSecrets},
};

}  // namespace

const FactDef* factDef(const QString& name)
{
    static const QHash<QString, const FactDef*> index = [] {
        QHash<QString, const FactDef*> result;
        for (const FactDef& def : table)
            if (!result.contains(QLatin1String(def.name)))
                result.insert(QLatin1String(def.name), &def);
        return result;
    }();
    return index.value(name);
}

const FactDef* factDefFor(const FactDef* def, Thing::Type type)
{
    // Rows of one name stand for different things.
    for (const FactDef* at = def; at && at != std::end(table); ++at)
        if ((at->of & type) && (at == def || qstrcmp(at->name, def->name) == 0))
            return at;
    return nullptr;
}

QStringList factNames()
{
    QStringList result;
    for (const FactDef& def : table)
        if (!result.contains(QLatin1String(def.name)))
            result << QLatin1String(def.name);
    return result;
}

}  // namespace redoubt

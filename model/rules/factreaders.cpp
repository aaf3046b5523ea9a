// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/factreaders.h"

#include "model/analysis/report.h"

namespace redoubt {

namespace {

ElementId instanceId(Facts& f, const Thing& t) { return f.design().group({t.id})->members[t.index].element; }

const TenantBudget* budget(Facts& f, const Thing& t)
{
    for (const TenantBudget& tenant : f.report().dsv)
        if (tenant.tenant == t.id)
            return &tenant;
    return nullptr;
}

}  // namespace

Fact textList(const QStringList& items)
{
    std::vector<Fact> list;
    for (const QString& item : items)
        list.emplace_back(item);
    return list;
}

Fact labelled(const Facts& f, const Fact& owner, const QString& property, const Fact& value)
{
    const FactItems owners = owner.items();
    const Thing* of = owners.empty() ? nullptr : owners.front().thing();
    const ElementKind* kind = of ? f.catalog().kind(f.kindOf(of->id)) : nullptr;
    const GroupKind* group = of ? f.catalog().groupKind(f.kindOf(of->id)) : nullptr;
    const PropertyDef* def = kind ? kind->property(property) : group ? group->property(property) : nullptr;
    if (!def || def->choiceLabels.isEmpty())
        return value;
    const auto label = [&](const Fact& one) {
        const qsizetype at = one.text() ? def->choices.indexOf(*one.text()) : -1;
        return at < 0 ? one : Fact(def->choiceLabels[at]);
    };
    if (!value.list())
        return label(value);
    std::vector<Fact> list;
    for (const Fact& item : value.items())
        list.push_back(label(item));
    return list;
}

Fact memberElement(Facts& f, const Thing& t) { return f.thing(instanceId(f, t).value); }
Fact memberServer(Facts& f, const Thing& t) { return f.thing(f.serverOf(instanceId(f, t)).value); }
Fact memberSite(Facts& f, const Thing& t) { return f.thing(f.siteOf(instanceId(f, t)).value); }
Fact memberGroup(Facts& f, const Thing& t) { return f.thing(t.id); }

// Of links and flows

Fact flowFrom(Facts& f, const Thing& t)
{
    return f.thing(t.type == Thing::Flow ? f.topology().flow(t.index).from.value
                                         : static_cast<const Link*>(t.object)->from.value);
}
Fact flowTo(Facts& f, const Thing& t)
{
    return f.thing(t.type == Thing::Flow ? f.topology().flow(t.index).to.value
                                         : static_cast<const Link*>(t.object)->to.value);
}
Fact flowPorts(Facts& f, const Thing& t)
{
    if (t.type == Thing::Flow)
        return f.flowPorts(t.index);
    return textList(f.connections().effectivePorts(*static_cast<const Link*>(t.object)));
}
Fact flowRows(Facts& f, const Thing& t)
{
    return t.type == Thing::Flow ? f.flowRows(t.index) : textList(static_cast<const Link*>(t.object)->rows);
}
Fact flowUse(Facts& f, const Thing& t)
{
    switch (t.type == Thing::Flow ? f.topology().flow(t.index).use : static_cast<const Link*>(t.object)->use) {
    case LinkUse::Failover:
        return QStringLiteral("failover");
    case LinkUse::Optional:
        return QStringLiteral("optional");
    case LinkUse::Normal:
        break;
    }
    return QStringLiteral("normal");
}

// Of services and budgets

Fact automatic(Facts& f, const Thing& t) { return f.report().services[t.index].automatic; }
Fact withManual(Facts& f, const Thing& t) { return f.report().services[t.index].withManualFailover; }
Fact components(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    for (const QString& id : f.report().services[t.index].components)
        if (Fact found = f.thing(id); found.isKnown())
            list.push_back(std::move(found));
    return list;
}
Fact weakest(Facts& f, const Thing& t)
{
    std::vector<Fact> list;
    for (const QString& id : f.report().services[t.index].singlePoints)
        if (Fact found = f.thing(id); found.isKnown())
            list.push_back(std::move(found));
    return list;
}

Fact callsExpected(Facts& f, const Thing& t)
{
    const TenantBudget* b = budget(f, t);
    return b ? Fact(b->expected) : Fact();
}
Fact callsWorst(Facts& f, const Thing& t)
{
    const TenantBudget* b = budget(f, t);
    return b ? Fact(b->worst) : Fact();
}
Fact intervals(Facts& f, const Thing& t)
{
    const TenantBudget* b = budget(f, t);
    return b ? Fact(double(b->intervals)) : Fact();
}
Fact mappedSecrets(Facts& f, const Thing& t)
{
    const TenantBudget* b = budget(f, t);
    return b ? Fact(double(b->secrets)) : Fact();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/rules/fixdraft.h"

// Second ones like what is there.

namespace redoubt {

namespace {

/// What names one thing in the world, and no second one like it.
bool isOwn(const QString& key)
{
    static const QSet<QString> keys{QStringLiteral("address"),     QStringLiteral("dns-name"), QStringLiteral("path"),
                                    QStringLiteral("public-host"), QStringLiteral("unc-path"), QStringLiteral("virtual-ips")};
    return keys.contains(key);
}

/// Near what a copy should stand in a site: its kin there, else anything.
ElementId neighbourIn(FixDraft& draft, const ElementId& site, const Element& original)
{
    const ElementKind* kind = draft.catalog().kind(original.kind);
    ElementId any, kin;
    for (const ElementId& id : draft.facts().inSite(site)) {
        if (!hasPlace(draft.design(), draft.catalog(), id) || draft.design().element(id)->kind == QLatin1String("layer"))
            continue;
        any = id;
        const ElementKind* other = draft.catalog().kind(draft.facts().kindOf(id.value));
        if (other == kind)
            return id;
        if (other && kind && other->product == kind->product)
            kin = id;
    }
    return !kin.isEmpty() ? kin : any.isEmpty() ? site : any;
}

/// The layer of another site that is called as the one in which the original stands: the same tier there.
std::optional<ElementId> sameLayer(FixDraft& draft, const ElementId& original, const ElementId& site)
{
    const Element* layer = draft.design().element(draft.design().element(original)->in);
    for (const ElementId& id : draft.facts().inSite(site))
        if (const Element* other = draft.design().element(id);
            layer && other->kind == QLatin1String("layer") && other->kind == layer->kind && other->name == layer->name)
            return id;
    return {};
}

}  // namespace

ElementId FixDraft::addLike(const ElementId& original, const std::optional<ElementId>& in, const ElementId& near)
{
    const Element* model = design().element(original);
    if (!model)
        return {};
    const Element copied = *model;
    const ElementId id = add(copied.kind, near, in);
    if (id.isEmpty())
        return {};
    Element element = *design().element(id);
    for (const auto& [key, value] : copied.properties)
        if (!isOwn(key))
            element.properties.insert_or_assign(key, value);
    Patch patch;
    patch.set(id, std::move(element));
    apply(patch);
    return id;
}

ElementId FixDraft::copy(const ElementId& original, const ElementId& site)
{
    const Element* model = design().element(original);
    if (!model)
        return {};
    const bool elsewhere = !site.isEmpty() && facts().siteOf(original) != site;
    std::optional<ElementId> in;
    if (!model->host.isEmpty())
        in = site.isEmpty() ? facts().siteOf(original) : site;
    else if (elsewhere)
        in = sameLayer(*this, original, site).value_or(site);
    const ElementId id = addLike(original, in, elsewhere ? neighbourIn(*this, site, *model) : original);
    if (id.isEmpty())
        return {};
    for (const GroupId& group : QList<GroupId>(facts().topology().groupsOf(original))) {
        PropertyRecord fields;
        for (const GroupMember& member : design().group(group)->members)
            if (member.element == original)
                fields = member.fields;
        // A broker cluster stays in one site; the other site gets its own (RMQ-002).
        const Group here = *design().group(group);
        if (elsewhere && here.kind == QLatin1String("rabbitmq-cluster")) {
            const edits::Made made = edits::makeGroup(design(), m_catalog, here.kind, {id.value});
            apply(made.patch);
            Group own = *design().group({made.ids.value(0)});
            own.properties = here.properties;
            Patch patch;
            patch.set(GroupId{made.ids.value(0)}, std::move(own));
            apply(patch);
        } else if (!join(id, group, fields)) {
            return {};
        }
    }
    connectLike(original, id);
    return id;
}

/// The connections of the original, each to the counterpart in the copy's site, else, if it is of another site or of
/// none, to the same thing. Callers that name the original directly keep to it.
void FixDraft::connectLike(const ElementId& original, const ElementId& copy)
{
    const ElementId here = facts().siteOf(copy), home = facts().siteOf(original);
    std::vector<std::tuple<Flow, Link, bool>> flows;
    const auto add = [&](int index, bool outgoing) {
        const Flow& flow = facts().topology().flow(index);
        flows.emplace_back(flow, *design().link(flow.link), outgoing);
    };
    for (const int index : facts().topology().from(original))
        add(index, true);
    for (const int index : facts().topology().to(original))
        add(index, false);
    for (const auto& [flow, drawn, outgoing] : flows) {
        const ElementId partner = outgoing ? flow.to : flow.from;
        const QString kind = facts().kindOf(partner.value);
        const bool caller = kind.startsWith(QLatin1String("user")) || kind == QLatin1String("distributed-engine");
        if (flow.rows.isEmpty() || partner == original || (!outgoing && caller))
            continue;
        ElementId counterpart;
        for (const ElementId& id : QList<ElementId>(facts().inSite(here)))
            if (here != home && counterpart.isEmpty() && id != copy && facts().kindOf(id.value) == kind)
                counterpart = id;
        const bool shared = here == home || facts().siteOf(partner) != home || kind == QLatin1String("ag-listener");
        if (counterpart.isEmpty() && shared)
            counterpart = partner;
        if (counterpart.isEmpty())
            continue;
        (void)(outgoing ? connect(copy, counterpart, flow.rows, drawn) : connect(counterpart, copy, flow.rows, drawn));
    }
}

}  // namespace redoubt

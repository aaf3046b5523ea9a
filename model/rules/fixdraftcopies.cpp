// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
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
    const std::optional<ElementId> in = elsewhere || !model->host.isEmpty()
        ? std::optional<ElementId>(site.isEmpty() ? facts().siteOf(original) : site)
        : std::nullopt;
    const ElementId id = addLike(original, in, elsewhere ? neighbourIn(*this, site, *model) : original);
    if (id.isEmpty())
        return {};
    for (const GroupId& group : QList<GroupId>(facts().topology().groupsOf(original))) {
        PropertyRecord fields;
        for (const GroupMember& member : design().group(group)->members)
            if (member.element == original)
                fields = member.fields;
        if (!join(id, group, fields))
            return {};
    }
    connectLike(original, id);
    return id;
}

/// One link by the first of the rows, with those of the rest that the two allow.
void FixDraft::connectBy(const QStringList& rows, const ElementId& from, const ElementId& to)
{
    const std::optional<LinkId> id = connect(from, to, rows.front());
    const Link* drawn = id ? design().link(*id) : nullptr;
    if (!drawn || drawn->from != from || drawn->to != to)
        return;
    Link link = *drawn;
    for (const LinkRow* row : facts().connections().legalRows(from, to))
        if (rows.contains(row->id) && !link.rows.contains(row->id))
            link.rows << row->id;
    Patch patch;
    patch.set(*id, std::move(link));
    apply(patch);
}

/// The connections of the original, each to the counterpart in the copy's site, else, if it is of another site or of
/// none, to the same thing. Callers that name the original directly keep to it.
void FixDraft::connectLike(const ElementId& original, const ElementId& copy)
{
    const ElementId here = facts().siteOf(copy), home = facts().siteOf(original);
    std::vector<std::pair<Flow, bool>> flows;
    for (const int index : facts().topology().from(original))
        flows.emplace_back(facts().topology().flow(index), true);
    for (const int index : facts().topology().to(original))
        flows.emplace_back(facts().topology().flow(index), false);
    for (const auto& [flow, outgoing] : flows) {
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
        if (!counterpart.isEmpty())
            connectBy(flow.rows, outgoing ? copy : counterpart, outgoing ? counterpart : copy);
    }
}

}  // namespace redoubt

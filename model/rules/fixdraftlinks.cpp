// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/design/scenarios.h"
#include "model/rules/fixdraft.h"

// Links of a draft.

namespace redoubt {

namespace {

/// The ports of a link that belong to some of its rows.
QStringList portsOf(const Catalog& catalog, const Link& link, const QStringList& rows)
{
    QStringList result;
    for (const QString& port : link.ports)
        for (const QString& id : rows)
            if (const LinkRow* row = catalog.row(id); row && (row->ports.contains(port) || row->allowedPorts.contains(port)))
                if (!result.contains(port))
                    result << port;
    return result;
}

}  // namespace

std::optional<LinkId> FixDraft::connect(const ElementId& from, const ElementId& to, const QString& rowId)
{
    if (from == to)
        return LinkId();  // of pairs in a list: nothing to do
    const QList<const LinkRow*> legal = facts().connections().legalRows(from, to);
    const LinkRow* row = nullptr;
    for (const LinkRow* each : legal)
        if (!row && (rowId.isEmpty() ? each->offered : each->id == rowId))
            row = each;
    if (!row)
        return {};
    for (const Flow& flow : facts().topology().flows()) {
        const bool same = (flow.from == from && flow.to == to) || (row->bothWays && flow.from == to && flow.to == from);
        if (same && flow.rows.contains(row->id))
            return flow.link;
    }
    const edits::Made made = edits::connect(design(), m_catalog, from, to, *row);
    apply(made.patch);
    return LinkId{made.ids.value(0)};
}

bool FixDraft::reverse(const LinkId& id)
{
    const Link* old = design().link(id);
    if (!old)
        return false;
    Link link = *old;
    std::swap(link.from, link.to);
    const QList<const LinkRow*> legal = facts().connections().legalRows(link.from, link.to);
    const auto fits = [&legal](const QString& row) {
        return std::any_of(legal.cbegin(), legal.cend(), [&row](const LinkRow* each) { return each->id == row; });
    };
    if (!std::all_of(link.rows.cbegin(), link.rows.cend(), fits)) {
        if (legal.isEmpty())
            return false;
        link.rows = {legal.front()->id};
    }
    Patch patch;
    patch.set(id, std::move(link));
    apply(patch);
    return true;
}

/// The link that stands for this flow alone: a link between layers is taken apart.
LinkId FixDraft::isolate(const Flow& flow)
{
    const Link* link = design().link(flow.link);
    const auto isIt = [&flow](const Link& each) { return each.from == flow.from && each.to == flow.to; };
    if (link && isIt(*link))
        return flow.link;
    if (link) {
        Patch patch;
        patch.remove(flow.link);
        QStringList parts;
        Design taken = design();
        for (const Flow& each : facts().topology().flows()) {
            if (each.link != flow.link)
                continue;
            Link single = *link;
            single.from = each.from;
            single.to = each.to;
            if (!each.rows.isEmpty()) {
                single.rows = each.rows;
                single.ports = portsOf(m_catalog, *link, each.rows);
            }
            const LinkId id{taken.freeId(QStringLiteral("l"))};
            taken.insert(id.value, single);
            patch.set(id, std::move(single));
            parts << id.value;
        }
        if (auto scenarios = scenariosAfterSplit(design(), flow.link.value, parts); scenarios != design().scenarios)
            patch.scenarios = std::move(scenarios);
        apply(patch);
    }
    for (auto it = design().links.cbegin(); it != design().links.cend(); ++it)
        if (isIt(*it.value()) && it.value()->rows == flow.rows)
            return it.key();
    return {};
}

bool FixDraft::redirect(const Flow& flow, const ElementId& from, const ElementId& to)
{
    const Flow old = flow;  // of a topology that the next change ends
    const LinkId id = isolate(old);
    const Link* before = design().link(id);
    if (!before)
        return false;
    Link link = *before;
    link.from = from;
    link.to = to;
    const QList<const LinkRow*> legal = facts().connections().legalRows(from, to);
    if (from != to && legal.isEmpty())
        return false;
    Link rest = *before;  // of several rows those that cannot go along stay
    link.rows.clear();
    for (const LinkRow* row : legal)
        if (rest.rows.removeOne(row->id))
            link.rows << row->id;
    if (link.rows.isEmpty() && !legal.isEmpty()) {
        link.rows << legal.front()->id;
        link.ports.clear();
        rest.rows.clear();
    }
    const bool divided = !rest.rows.isEmpty() && !link.rows.isEmpty();
    Patch patch;
    if (divided) {
        link.ports = portsOf(m_catalog, *before, link.rows);
        rest.ports = portsOf(m_catalog, *before, rest.rows);
        patch.set(id, std::move(rest));
    }
    LinkId twin = from == to ? id : LinkId();
    for (auto it = design().links.cbegin(); it != design().links.cend(); ++it)
        if (it.key() != id && it.value()->from == from && it.value()->to == to && it.value()->rows == link.rows)
            twin = it.key();
    if (twin.isEmpty())
        patch.set(divided ? LinkId{design().freeId(QStringLiteral("l"))} : id, std::move(link));
    else if (!divided)
        patch = edits::remove(design(), m_catalog, {id.value});
    // A connection that is always there stands for one that is there after a failover.
    if (const Link* other = design().link(twin); other && twin != id && link.use == LinkUse::Normal) {
        Link always = *other;
        always.use = LinkUse::Normal;
        patch.set(twin, std::move(always));
    }
    apply(patch);
    return true;
}

void FixDraft::removeFlow(const Flow& flow)
{
    const Flow old = flow;
    if (const LinkId id = isolate(old); !id.isEmpty())
        remove({id.value});
}

bool FixDraft::connect(const ElementId& from, const ElementId& to, const QStringList& rows, const Link& model)
{
    const Link drawn = model;  // it may be of a design that the next change ends
    const qsizetype before = design().links.size();
    const std::optional<LinkId> id = connect(from, to, rows.front());
    const Link* made = id ? design().link(*id) : nullptr;
    if (!made)
        return id.has_value();
    Link link = *made;
    if (design().links.size() == before || link.from != from || link.to != to) {
        for (const QString& row : rows.mid(1))
            (void)connect(from, to, row);
        return true;
    }
    link.use = drawn.use;
    link.hidden = drawn.hidden;
    for (const LinkRow* row : facts().connections().legalRows(from, to))
        if (rows.contains(row->id) && !link.rows.contains(row->id))
            link.rows << row->id;
    if (drawn.rows == link.rows)
        link.ports = drawn.ports;
    Patch patch;
    patch.set(*id, std::move(link));
    apply(patch);
    return true;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/apibudget.h"
#include "model/rules/fixactions.h"

// Parts of the fixes of the area DSV. `things` is one tenant.

namespace redoubt {

namespace {

QString text(const char* word) { return QLatin1String(word); }

/// Who connects to `target`, of one kind.
QList<ElementId> callersOf(FixDraft& draft, const ElementId& target, const char* kind)
{
    QList<ElementId> result;
    for (const int index : draft.facts().topology().to(target))
        if (const ElementId from = draft.facts().topology().flow(index).from;
            draft.facts().kindOf(from.value) == QLatin1String(kind) && !result.contains(from))
            result << from;
    return result;
}

/// The smallest interval whose worst month fits the free plan; where there is none, or where it would be longer than
/// the loss of changes that the design accepts, a paid plan.
bool fitFreePlan(FixDraft& draft, const QStringList& things)
{
    const ElementId tenant{things.value(0)};
    const std::optional<BudgetInput> input = budgetInput(draft.facts().topology(), tenant);
    if (!input)
        return false;
    const int minimum = callersOf(draft, tenant, "ssc-frontend").isEmpty() ? 10 : 30;  // V4
    const std::optional<int> interval = smallestInterval(*input, minimum);
    const auto accepted = draft.design().settings.value(text("rpo-min")).number();
    const QString name = draft.design().displayName(tenant.value);
    if (interval && (!accepted || *interval <= *accepted)) {
        draft.words = QStringLiteral("Synchronise %1 every %2 minutes").arg(name, draft.facts().words(*interval));
        return draft.set(tenant.value, "sync-interval-min", *interval);
    }
    draft.words = QStringLiteral("Take a paid plan for %1").arg(name);
    return draft.set(tenant.value, "plan", text("paid"));
}

bool isPrimary(FixDraft& draft, const ElementId& site)
{
    return draft.facts().topology().text(site, text("role")) == QLatin1String("primary");
}

/// Where one more jump host does most for a tenant: where none of its `readers` stands, outside the primary site; in
/// that one only when a reader stands elsewhere. Empty: nowhere yet.
ElementId placeForReader(FixDraft& draft, const QList<ElementId>& readers)
{
    QSet<ElementId> taken;
    bool elsewhere = false;
    for (const ElementId& reader : readers) {
        const ElementId site = draft.facts().siteOf(reader);
        taken << site;
        elsewhere = elsewhere || !isPrimary(draft, site);
    }
    ElementId primary;
    for (const char* kind : {"site", "cloud-region"})
        for (const ElementId& site : QList<ElementId>(draft.facts().topology().ofKind(text(kind)))) {
            const bool witnessOnly = draft.facts().topology().text(site, text("role")) == QLatin1String("tertiary");
            if (taken.contains(site) || witnessOnly)
                continue;
            if (!isPrimary(draft, site))
                return site;
            primary = site;
        }
    return elsewhere ? primary : ElementId();
}

/// A jump host that reads nothing yet and may read the tenant.
ElementId idleHost(FixDraft& draft, const ElementId& tenant, const ElementId& site)
{
    for (const ElementId& host : QList<ElementId>(draft.facts().topology().ofKind(text("jump-host")))) {
        const auto named = draft.facts().topology().value(host, text("tenants"));
        const bool busy = std::any_of(
            draft.facts().topology().from(host).cbegin(), draft.facts().topology().from(host).cend(), [&](int index) {
                const ElementId to = draft.facts().topology().flow(index).to;
                return draft.facts().kindOf(to.value) == QLatin1String("dsv-tenant");
            });
        if (!busy && draft.facts().siteOf(host) == site && (!named || named->textItems().contains(tenant.value)))
            return host;
    }
    return {};
}

ElementId newHost(FixDraft& draft, const ElementId& tenant, ElementId site)
{
    if (site.isEmpty()) {
        site = draft.add(text("site"), draft.facts().siteOf(tenant), ElementId());
        if (site.isEmpty() || !draft.set(site.value, "role", text("other")))
            return {};
    }
    const ElementId host = draft.add(text("jump-host"), site, site);
    const bool made = !host.isEmpty() && draft.set(host.value, "dsv-cli", true)
        && draft.set(host.value, "breakglass-account", true)
        && draft.set(host.value, "breakglass-account-stored", text("offline"))
        && draft.set(host.value, "tenants", draft.facts().thing(tenant.value));
    return made ? host : ElementId();
}

/// People who read the tenant today, from a jump host or directly; else all, and somebody when nobody is drawn.
QList<ElementId> peopleFor(FixDraft& draft, const ElementId& tenant, const QList<ElementId>& readers,
                           const ElementId& host)
{
    QList<ElementId> result = callersOf(draft, tenant, "user-end");
    for (const ElementId& reader : readers)
        for (const ElementId& user : callersOf(draft, reader, "user-end"))
            if (!result.contains(user))
                result << user;
    if (result.isEmpty())
        result = draft.facts().topology().ofKind(text("user-end"));
    if (result.isEmpty())
        result << draft.add(text("user-end"), draft.facts().siteOf(host), ElementId());
    return result;
}

/// One more jump host from which the tenant is read in an outage, as complete as DSV-016 wants it.
bool readFromJumpHost(FixDraft& draft, const QStringList& things)
{
    const ElementId tenant{things.value(0)};
    const QList<ElementId> readers = callersOf(draft, tenant, "jump-host");
    const ElementId site = placeForReader(draft, readers);
    ElementId host = site.isEmpty() ? ElementId() : idleHost(draft, tenant, site);
    if (host.isEmpty())
        host = newHost(draft, tenant, site);
    if (host.isEmpty() || !draft.connect(host, tenant, text("CN-42")))
        return false;
    if (!callersOf(draft, host, "user-end").isEmpty())
        return true;
    const QList<ElementId> people = peopleFor(draft, tenant, readers, host);
    return std::all_of(people.cbegin(), people.cend(), [&](const ElementId& user) {
        return bool(draft.connect(user, host, text("CN-41")));
    });
}

}  // namespace

const FixActions& dsvFixes()
{
    static const FixActions table{
        {"fit-free-plan", fitFreePlan},
        {"read-from-jump-host", readFromJumpHost},
    };
    return table;
}

}  // namespace redoubt

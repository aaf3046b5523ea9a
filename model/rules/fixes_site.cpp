// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixactions.h"
#include "model/rules/fixdatabase.h"

// Parts of the fixes of the area SITE.

namespace redoubt {

namespace {

QString textOf(FixDraft& draft, const QString& id, const char* key)
{
    return draft.facts().topology().text({id}, QLatin1String(key));
}

/// One of the sites becomes the primary one: that which holds the most primary replicas, else the most databases. A
/// primary site that it is not becomes a DR site.
bool markPrimarySite(FixDraft& draft, const QStringList& sites)
{
    QString best;
    std::pair<int, int> most{-1, 0};
    for (const QString& site : sites) {
        std::pair<int, int> count{0, 0};
        for (const GroupId& id : draft.facts().topology().groupsOfKind(QStringLiteral("availability-group")))
            for (const GroupMember& member : draft.design().group(id)->members)
                if (textAt(member.fields, QStringLiteral("role")) == QLatin1String("primary")
                    && draft.facts().siteOf(member.element).value == site)
                    ++count.first;
        for (const ElementId& id : draft.facts().inSite({site}))
            if (draft.facts().kindOf(id.value) == QLatin1String("sql-server")
                || draft.facts().kindOf(id.value) == QLatin1String("nps-database"))
                ++count.second;
        if (count > most) {
            most = count;
            best = site;
        }
    }
    if (best.isEmpty())
        return false;
    for (const QString& site : sites) {
        const bool demoted = site != best && textOf(draft, site, "role") == QLatin1String("primary");
        const Fact role = site == best ? QStringLiteral("primary") : QStringLiteral("dr");
        if ((site == best || demoted) && !draft.set(site, "role", role))
            return false;
    }
    draft.words = QStringLiteral("Mark %1 as the primary site").arg(draft.design().displayName(best));
    return true;
}

/// `things`: the DR site, then the elements of the tier in the primary site or the availability group.
bool addTierToDr(FixDraft& draft, const QStringList& things)
{
    const ElementId dr{things.value(0)};
    const QString original = things.value(1);
    if (draft.design().group({original})) {
        draft.words = QStringLiteral("Add a replica of %1 in %2")
                          .arg(draft.design().displayName(original), draft.design().displayName(dr.value));
        return addReplica(draft, {original}, dr, 0, {{QStringLiteral("role"), QStringLiteral("secondary")},
                                                     {QStringLiteral("mode"), QStringLiteral("async")},
                                                     {QStringLiteral("failover"), QStringLiteral("manual")}});
    }
    const Element* model = draft.design().element({original});
    const ElementId copy = model ? draft.copy({original}, dr) : ElementId();
    if (copy.isEmpty())
        return false;
    draft.words = QStringLiteral("Add %1 to %2, cold")
                      .arg(draft.design().displayName(copy.value), draft.design().displayName(dr.value));
    return draft.set(copy.value, "state", QStringLiteral("cold"));
}

}  // namespace

const FixActions& siteFixes()
{
    static const FixActions table{
        {"mark-primary-site", markPrimarySite},
        {"add-tier-to-dr", addTierToDr},
    };
    return table;
}

}  // namespace redoubt

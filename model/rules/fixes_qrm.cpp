// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixactions.h"

// Parts of the fixes of the area QRM: witnesses. `things` are Windows clusters.

namespace redoubt {

namespace {

QList<ElementId> nodesOf(const FixDraft& draft, const QString& cluster)
{
    QList<ElementId> result;
    if (const Group* group = draft.design().group({cluster}))
        for (const GroupMember& member : group->members)
            result << member.element;
    return result;
}

/// The witness that a cluster names, whatever its type; a new one beside its first node when it names none.
ElementId witnessOf(FixDraft& draft, const QString& cluster, const ElementId& in)
{
    const Group* group = draft.design().group({cluster});
    const ElementId named{group ? textAt(group->properties, QStringLiteral("witness")) : QString()};
    if (const Element* witness = draft.design().element(named)) {
        const bool there = witness->in == in && witness->host.isEmpty();
        return there || draft.move(named, in) ? named : ElementId();
    }
    const QList<ElementId> nodes = nodesOf(draft, cluster);
    const ElementId id = nodes.isEmpty() ? ElementId() : draft.add(QStringLiteral("witness"), nodes.front(), in);
    return !id.isEmpty() && draft.set(cluster, "witness", draft.facts().thing(id.value)) ? id : ElementId();
}

/// The connection of each node to the witness, on the ports that it has now.
bool connectVoters(FixDraft& draft, const QString& cluster, const ElementId& witness)
{
    for (const ElementId& node : nodesOf(draft, cluster)) {
        const std::optional<LinkId> link = draft.connect(node, witness, QStringLiteral("CN-08"));
        if (!link)
            return false;
        if (const Link* drawn = draft.design().link(*link); drawn && !drawn->ports.isEmpty()) {
            Link plain = *drawn;
            plain.ports.clear();
            Patch patch;
            patch.set(*link, std::move(plain));
            draft.apply(patch);
        }
    }
    return true;
}

bool clear(FixDraft& draft, const ElementId& witness, std::initializer_list<const char*> keys)
{
    for (const char* key : keys)
        if (!draft.set(witness.value, key, Fact()))
            return false;
    return true;
}

/// All nodes run a Windows Server that knows cloud witnesses, as far as is said (Microsoft, since 2016).
bool knowsCloud(FixDraft& draft, const QString& cluster)
{
    for (const ElementId& node : nodesOf(draft, cluster))
        if (const QString version = draft.facts().topology().text(node, QStringLiteral("os-version"));
            !version.isEmpty() && compareVersions(version, QStringLiteral("2016")) < 0)
            return false;
    return true;
}

QSet<ElementId> sitesOf(FixDraft& draft, const QString& cluster)
{
    QSet<ElementId> result;
    for (const ElementId& node : nodesOf(draft, cluster))
        if (const ElementId site = draft.facts().siteOf(node); !site.isEmpty())
            result << site;
    return result;
}

bool makeCloud(FixDraft& draft, const QString& cluster)
{
    const QList<ElementId> nodes = nodesOf(draft, cluster);
    if (nodes.isEmpty())
        return false;
    ElementId internet = draft.facts().topology().ofKind(QStringLiteral("internet")).value(0);
    if (internet.isEmpty())
        internet = draft.add(QStringLiteral("internet"), draft.facts().siteOf(nodes.front()), ElementId());
    const ElementId witness = internet.isEmpty() ? ElementId() : witnessOf(draft, cluster, internet);
    return !witness.isEmpty() && draft.set(witness.value, "type", QStringLiteral("cloud"))
        && clear(draft, witness, {"path", "storage-kind", "storage-redundancy", "storage-tier"})
        && connectVoters(draft, cluster, witness);
}

/// A plain file share on a server of its own: with the nodes in one site there, else in a site without nodes.
bool makeShare(FixDraft& draft, const QString& cluster)
{
    const QSet<ElementId> sites = sitesOf(draft, cluster);
    ElementId home = sites.size() == 1 ? *sites.cbegin() : ElementId();
    for (const ElementId& site : draft.facts().topology().ofKind(QStringLiteral("site")))
        if (home.isEmpty() && !sites.contains(site))
            home = site;
    if (home.isEmpty()) {
        const QList<ElementId> nodes = nodesOf(draft, cluster);
        home = nodes.isEmpty() ? ElementId()
                               : draft.add(QStringLiteral("site"), draft.facts().siteOf(nodes.front()), ElementId());
        if (home.isEmpty() || !draft.set(home.value, "role", QStringLiteral("tertiary")))
            return false;
    }
    const ElementId witness = witnessOf(draft, cluster, home);
    return !witness.isEmpty() && draft.set(witness.value, "type", QStringLiteral("file-share"))
        && clear(draft, witness, {"storage-kind", "storage-redundancy", "storage-tier"})
        && connectVoters(draft, cluster, witness);
}

bool cloudWitness(FixDraft& draft, const QStringList& things)
{
    return std::all_of(things.cbegin(), things.cend(), [&draft](const QString& id) { return makeCloud(draft, id); });
}

/// In one site a share on another server, with several sites a cloud witness, or a third site where a node is too old.
bool giveWitness(FixDraft& draft, const QStringList& things)
{
    return std::all_of(things.cbegin(), things.cend(), [&draft](const QString& id) {
        const bool cloud = sitesOf(draft, id).size() > 1 && knowsCloud(draft, id);
        return cloud ? makeCloud(draft, id) : makeShare(draft, id);
    });
}

/// Every cluster after the first gets a share of its own on the same server.
bool ownShare(FixDraft& draft, const QStringList& things)
{
    QSet<QString> paths;
    for (const QString& cluster : things) {
        ElementId witness{textAt(draft.design().group({cluster})->properties, QStringLiteral("witness"))};
        const QString path = draft.facts().topology().text(witness, QStringLiteral("path"));
        if (cluster == things.front()) {
            paths << path.toLower();
            continue;
        }
        const ElementId first{textAt(draft.design().group({things.front()})->properties, QStringLiteral("witness"))};
        if (witness == first) {
            const ElementId fresh = draft.addLike(witness, draft.design().element(witness)->in, witness);
            if (fresh.isEmpty() || !draft.set(cluster, "witness", draft.facts().thing(fresh.value)))
                return false;
            for (const ElementId& node : nodesOf(draft, cluster))
                for (const int index : QList<int>(draft.facts().topology().from(node)))
                    if (const Flow flow = draft.facts().topology().flow(index); flow.to == witness) {
                        if (!draft.redirect(flow, flow.from, fresh))
                            return false;
                        break;
                    }
            witness = fresh;
        }
        if (path.isEmpty())
            continue;
        QString own = path;
        for (int n = 2; paths.contains(own.toLower()); ++n)
            own = QStringLiteral("%1-%2").arg(path).arg(n);
        paths << own.toLower();
        if (!draft.set(witness.value, "path", own))
            return false;
    }
    return true;
}

}  // namespace

const FixActions& qrmFixes()
{
    static const FixActions table{
        {"cloud-witness", cloudWitness},
        {"give-witness", giveWitness},
        {"own-share", ownShare},
    };
    return table;
}

}  // namespace redoubt

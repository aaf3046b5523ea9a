// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixactions.h"
#include "model/rules/fixfronts.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

// Parts of the fixes of the area SR.

namespace redoubt {

namespace {

constexpr int mostAdded = 16;  ///< whoever needs more servers than that has mistyped a number

/// `D:\Recordings` on the server drawn as `Files A` is reached as `\\files-a\Recordings`.
bool networkPath(FixDraft& draft, const QStringList& shares)
{
    static const QRegularExpression separators(QStringLiteral("[/\\\\:]+"));
    static const QRegularExpression foreign(QStringLiteral("[^a-z0-9]+"));
    for (const QString& id : shares) {
        QString server = draft.design().displayName(id).toLower().replace(foreign, QStringLiteral("-"));
        while (server.startsWith(u'-') || server.endsWith(u'-'))
            server = server.startsWith(u'-') ? server.mid(1) : server.chopped(1);
        const QString path = draft.facts().topology().text({id}, QStringLiteral("unc-path"));
        const QString folder = path.split(separators, Qt::SkipEmptyParts).value(0).isEmpty()
            ? QString()
            : path.split(separators, Qt::SkipEmptyParts).back();
        if (server.isEmpty() || folder.isEmpty())
            return false;
        const QString whole = QStringLiteral("\\\\%1\\%2").arg(server, folder);
        draft.words = QStringLiteral("Write the path of %1 as %2").arg(draft.design().displayName(id), whole);
        if (!draft.set(id, "unc-path", whole))
            return false;
    }
    return !shares.isEmpty();
}

bool records(FixDraft& draft, const ElementId& node)
{
    const auto roles = draft.facts().topology().value(node, QStringLiteral("roles"));
    return roles && roles->textItems().contains(QStringLiteral("session-recording"))
        && draft.facts().topology().isActive(node);
}

/// As many more nodes like one that records as bring the sessions down to 100 on each (vendor's usual ceiling).
bool addRecorders(FixDraft& draft, const QStringList& deployments)
{
    for (const QString& id : deployments) {
        const Group* deployment = draft.design().group({id});
        const PropertyValue* sessions = deployment ? find(deployment->properties, QStringLiteral("recorded-sessions")) : nullptr;
        QStringList nodes;
        if (sessions)
            for (const GroupMember& member : deployment->members)
                if (records(draft, member.element))
                    nodes << member.element.value;
        if (nodes.isEmpty())
            return false;
        const int needed = int(std::clamp(std::ceil(sessions->number().value_or(0) / 100), 0.0, 1e6)) - int(nodes.size());
        if (needed > mostAdded)
            return false;
        const ElementId model{nodes.front()};
        QStringList peers;
        for (const QString& node : std::as_const(nodes))
            if (draft.facts().siteOf({node}) == draft.facts().siteOf(model))
                peers << node;
        for (int i = 0; i < needed; ++i) {
            const ElementId fresh = draft.copy(model);
            if (fresh.isEmpty())
                return false;
            peers << fresh.value;
        }
        if (!balanceNodes(draft, peers))
            return false;
        draft.words = QStringLiteral("Add %1 to %2").arg(
            needed == 1 ? QStringLiteral("a web server") : QStringLiteral("%1 web servers").arg(needed),
            draft.design().displayName(id));
    }
    return !deployments.isEmpty();
}

}  // namespace

const FixActions& srFixes()
{
    static const FixActions table{
        {"network-path", networkPath},
        {"add-recorders", addRecorders},
    };
    return table;
}

}  // namespace redoubt

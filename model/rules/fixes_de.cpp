// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fixactions.h"
#include "model/rules/fixfronts.h"

// Parts of the fixes of the area DE: what engines and agents call.

namespace redoubt {

namespace {

/// Engines and recording agents call Secret Server by its name, in the cloud its firewall.
bool callSecretServer(FixDraft& draft, const QStringList& callers)
{
    const QList<ElementId> firewalls = draft.facts().topology().ofKind(QStringLiteral("waf"));
    for (const QString& id : callers) {
        const ElementId caller{id};
        const bool engine = draft.facts().kindOf(id) == QLatin1String("distributed-engine");
        const bool cloud = !firewalls.isEmpty()
            && (draft.facts().servesCloud(caller) || frontOf(draft, QStringLiteral("ss"), caller).isEmpty());
        const bool done = cloud
            ? draft.connect(caller, firewalls.front(), engine ? QStringLiteral("CN-52") : QStringLiteral("CN-56")).has_value()
            : callFront(draft, caller, QStringLiteral("ss"), engine ? QStringLiteral("CN-12") : QStringLiteral("CN-22"));
        if (!done)
            return false;
    }
    return !callers.isEmpty();
}

/// What the connector of the engine's site names, when engines can call it for work.
ElementId workplaceOf(FixDraft& draft, const ElementId& engine)
{
    for (const GroupId& id : draft.facts().topology().groupsOf(engine)) {
        const Group& home = *draft.design().group(id);
        const Group* connector = draft.design().group({textAt(home.properties, QStringLiteral("connector"))});
        const ElementId target{connector ? textAt(connector->properties, QStringLiteral("target")) : QString()};
        const bool webs = draft.facts().kindOf(target.value) == QLatin1String("load-balancer")
            && !draft.facts().topology().products(target).contains(QStringLiteral("rmq"));
        if (draft.design().element(target) && !webs)
            return target;
    }
    return {};
}

/// Engines fetch their work from the connector of their site, else from the broker's name; in the cloud from both buses.
bool fetchWork(FixDraft& draft, const QStringList& engines)
{
    for (const QString& id : engines) {
        const ElementId engine{id};
        if (draft.facts().servesCloud(engine)) {
            for (const auto& [kind, row] : {std::pair(QStringLiteral("ssc-customer-bus"), QStringLiteral("CN-53")),
                                            std::pair(QStringLiteral("ssc-engine-response-bus"), QStringLiteral("CN-54"))}) {
                const QList<ElementId> buses = draft.facts().topology().ofKind(kind);
                if (buses.isEmpty() || !draft.connect(engine, buses.front(), row))
                    return false;
            }
            continue;
        }
        const ElementId target = workplaceOf(draft, engine);
        const bool memory = draft.facts().kindOf(target.value) == QLatin1String("ss-web");
        const bool done = target.isEmpty()
            ? callFront(draft, engine, QStringLiteral("rmq"), QStringLiteral("CN-13"))
            : draft.connect(engine, target, memory ? QStringLiteral("CN-14") : QStringLiteral("CN-13")).has_value();
        if (!done)
            return false;
    }
    return !engines.isEmpty();
}

}  // namespace

const FixActions& deFixes()
{
    static const FixActions table{
        {"call-secret-server", callSecretServer},
        {"fetch-work", fetchWork},
    };
    return table;
}

}  // namespace redoubt

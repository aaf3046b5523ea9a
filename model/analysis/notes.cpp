// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/notes.h"

#include "model/analysis/failurewords.h"

#include <algorithm>

namespace redoubt {

namespace {

bool isTrue(const PropertyRecord& properties, const QString& key)
{
    const PropertyValue* value = find(properties, key);
    return value && value->boolean().value_or(false);
}

QString actionNote(const Topology& topology, const Action& action)
{
    QString what = actionWords(topology, action);
    what[0] = what[0].toUpper();
    return QStringLiteral("%1 takes %2 h%3.")
        .arg(what, QString::number(action.hours, 'g', 6), action.given ? QString() : QStringLiteral(" (assumption)"));
}

/// A forced failover of an asynchronous replica loses what was not sent yet (M3): said, never counted (catalogue d.2).
QString lossNote(const Topology& topology, const Action& action)
{
    const Group* ag = action.kind == ActionKind::Database ? topology.design().group({action.subject}) : nullptr;
    const bool forced = ag && std::any_of(ag->members.begin(), ag->members.end(), [](const GroupMember& member) {
        return textAt(member.fields, QStringLiteral("mode")) == QLatin1String("async");
    });
    return forced ? QStringLiteral("That failover is forced for asynchronous replicas of %1: changes not yet replicated are lost.")
                        .arg(topology.design().displayName(action.subject))
                  : QString();
}

void addDone(QStringList& notes, const Structure& structure, const std::vector<int>& done)
{
    QStringList what;
    double hours = 0;
    for (const int number : done) {
        what << actionWords(structure.topology(), structure.actions()[size_t(number)]);
        hours += structure.actions()[size_t(number)].hours;
    }
    if (!done.empty())
        notes << QStringLiteral("Given this failure, nobody acting, the service stays down. The figure with manual failover counts from when people are done, after %1 h: %2.")
                     .arg(QString::number(hours, 'g', 6), inWords(what));
}

void addActions(QStringList& notes, const Structure& structure, const Service& service)
{
    std::vector<int> used;
    for (const Remedy& remedy : service.need.manual)
        used.insert(used.end(), remedy.actions.begin(), remedy.actions.end());
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (const int number : used) {
        const Action& action = structure.actions()[size_t(number)];
        notes << actionNote(structure.topology(), action);
        if (const QString loss = lossNote(structure.topology(), action); !loss.isEmpty())
            notes << loss;
    }
}

void addFigures(QStringList& notes, Structure& structure, const std::vector<int>& levels)
{
    const Design& design = structure.topology().design();
    int defaults = 0;
    for (const int level : levels) {
        const Figure& figure = structure.components().figureAt(level);
        const QString id = structure.components().elementAt(level);
        const Element* element = design.element({id});
        defaults += figure.given ? 0 : 1;
        if (figure.replaced)
            notes << QStringLiteral("The availability given for %1 is not above 0 and up to 1: the default %2 stands in for it.")
                         .arg(design.displayName(id))
                         .arg(figure.availability);
        if (element && element->kind == QLatin1String("load-balancer")
            && find(element->properties, QStringLiteral("ha-pair")) && !isTrue(element->properties, QStringLiteral("ha-pair"))
            && !figure.given)
            notes << QStringLiteral("%1 is not a redundant pair; the default figure is one of a pair.").arg(design.displayName(id));
        if (element && element->kind == QLatin1String("dsv-tenant") && !figure.given)
            notes << QStringLiteral("99.999 % for %1 is what the vendor's architecture aims at, not a contract.")
                         .arg(design.displayName(id));
    }
    if (defaults > 0)
        notes << QStringLiteral("%1 of %2 component figures are defaults of the catalogue.").arg(defaults).arg(levels.size());
}

/// Clusters of the service: by a member, or the machine under a member, among its components.
void addClusters(QStringList& notes, Structure& structure, const std::vector<int>& levels, bool brokers)
{
    const Topology& topology = structure.topology();
    QSet<QString> parts;
    for (const int level : levels)
        parts.insert(structure.components().elementAt(level));
    const auto takesPart = [&](const Group& group) {
        return std::any_of(group.members.begin(), group.members.end(), [&](const GroupMember& member) {
            return parts.contains(member.element.value) || parts.contains(topology.machineOf(member.element).value);
        });
    };
    for (const GroupId& id : topology.groupsOfKind(QStringLiteral("wsfc")))
        if (const Group& group = *topology.design().group(id);
            isTrue(group.properties, QStringLiteral("dynamic-quorum")) && takesPart(group))
            notes << (structure.reading().dynamicQuorum
                          ? QStringLiteral("Votes of %1 are counted anew after each loss of a machine (dynamic quorum, failures spaced in time).")
                          : QStringLiteral("Votes of %1 are counted as static: dynamic quorum helps only when failures are spaced in time."))
                         .arg(topology.design().displayName(id.value));
    if (!brokers)  // its hosts may take part as web servers
        return;
    for (const GroupId& id : topology.groupsOfKind(QStringLiteral("rabbitmq-cluster")))
        if (const Group& group = *topology.design().group(id);
            group.members.size() > 1 && structure.isMirrored(id) && takesPart(group))
            notes << QStringLiteral("One broker of %1 is enough: mirrored queues that synchronise automatically, no partition (assumption).")
                         .arg(topology.design().displayName(id.value));
}

}  // namespace

QString actionWords(const Topology& topology, const Action& action)
{
    return action.kind == ActionKind::Database
        ? QStringLiteral("failover of %1 by hand").arg(topology.design().displayName(action.subject))
        : action.kind == ActionKind::Site            ? QStringLiteral("change of site by hand")
        : action.kind == ActionKind::PrivilegeSecure ? QStringLiteral("Privilege Secure failover by hand")
                                                     : QStringLiteral("repointing of recordings by hand");
}

QStringList notesOn(Structure& structure, const Service& service, const std::vector<int>& levels,
                    const std::vector<int>& done)
{
    QStringList notes = service.notes;
    addDone(notes, structure, done);
    addActions(notes, structure, service);
    const bool brokers = service.id.startsWith(QLatin1String("rotation@")) || service.id == QLatin1String("session-recording");
    addClusters(notes, structure, levels, brokers);
    addFigures(notes, structure, levels);
    return notes;
}

}  // namespace redoubt

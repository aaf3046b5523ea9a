// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/failurewords.h"

#include "model/analysis/traffic.h"

#include <algorithm>

namespace redoubt {

namespace {

void addOnce(QStringList& list, const QStringList& items)
{
    for (const QString& item : items)
        if (!item.isEmpty() && !list.contains(item))
            list << item;
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Elements and groups that a factor is about, whatever they are parts of.
QStringList subjects(const Factor& factor)
{
    if (!factor.subject.isEmpty())
        return {factor.subject};
    QStringList result;
    for (const FactorPtr& part : factor.parts)
        addOnce(result, subjects(*part));
    return result;
}

constexpr qsizetype mostNamed = 4;

QString someOf(const QStringList& names)
{
    if (names.size() <= mostNamed)
        return inWords(names);
    return QStringLiteral("%1 and %2 more").arg(names.first(mostNamed - 1).join(QStringLiteral(", "))).arg(names.size() - mostNamed + 1);
}

}  // namespace

QString inWords(const QStringList& all)
{
    // `Node 4, Node 5 and Node 6 (Web layer)`: where neighbours stand is said once, behind the last of them.
    const auto place = [](const QString& item) { return item.endsWith(QLatin1Char(')')) ? item.mid(item.indexOf(QStringLiteral(" ("))) : QString(); };
    QStringList items = all;
    for (qsizetype i = 0; i + 1 < items.size(); ++i)
        if (const QString here = place(items[i]); !here.isEmpty() && here == place(items[i + 1]))
            items[i].chop(here.size());
    return items.size() < 2 ? items.join(QString())
                            : items.first(items.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") + items.back();
}

// An instance is called by its machine.
QString FailureWords::name(const QString& id) const
{
    const Element* element = m_structure.topology().design().element({id});
    const bool inside = element && element->kind == QLatin1String("sql-instance");
    return m_names.of(inside ? m_structure.topology().machineOf({id}).value : id);
}

QString FailureWords::nameOf(const Factor& factor) const
{
    QStringList names;
    for (const QString& id : subjects(factor))
        names << name(id);
    return someOf(names);
}

QString FailureWords::votes(const Factor& factor) const
{
    int left = 0, total = 0;
    for (size_t i = 0; i < factor.parts.size(); ++i) {
        total += factor.weights[i];
        left += works(*factor.parts[i]) ? factor.weights[i] : 0;
    }
    const bool brokers = factor.label == QLatin1String("Broker cluster");
    return (brokers ? QStringLiteral("%1 of %2 brokers are up, %3 needed") : QStringLiteral("%1 of %2 votes are left, %3 needed"))
        .arg(left).arg(total).arg(factor.need);
}

QStringList FailureWords::causes(const Factor& factor) const
{
    if (factor.kind == Factor::Kind::Component || factor.kind == Factor::Kind::Condition)
        return {QStringLiteral("%1 is down").arg(name(factor.subject))};
    if (factor.kind == Factor::Kind::AtLeast)
        return {votes(factor)};
    QStringList result;
    // Recordings go to the share of one site, the active one: that another site is not it stops nothing.
    const auto isActive = [this](const FactorPtr& way) {
        return !way->parts.empty() && way->parts.front()->kind == Factor::Kind::Condition && works(*way->parts.front());
    };
    const bool oneIsActive = factor.label == QLatin1String("Recordings") && std::any_of(factor.parts.begin(), factor.parts.end(), isActive);
    for (const FactorPtr& part : factor.parts)
        if (!works(*part) && (!oneIsActive || isActive(part)))
            addOnce(result, causes(*part));
    if (factor.label == QLatin1String("Connection"))
        return {QStringLiteral("%1 is cut off").arg(name(factor.subject))};
    if (result.isEmpty())
        return {factor.parts.empty() ? QStringLiteral("nothing is left that could do it") : QString()};
    return result;
}

QStringList FailureWords::missing(const Factor& factor) const
{
    QStringList result;
    if (factor.label.isEmpty() && factor.kind == Factor::Kind::All) {
        for (const FactorPtr& part : factor.parts)
            if (!works(*part))
                addOnce(result, missing(*part));
        return result;
    }
    // The nearest step that has a name says it, unless one of its own parts says it better.
    if (factor.kind == Factor::Kind::All)
        for (const FactorPtr& part : factor.parts)
            if (!works(*part) && !part->label.isEmpty())
                addOnce(result, missing(*part));
    if (!result.isEmpty())
        return result;
    QStringList why = causes(factor);
    if (why.size() > mostNamed)
        why = why.first(mostNamed - 1) << QStringLiteral("%1 more are").arg(why.size() - mostNamed + 1);
    const bool isWay = factor.label == QLatin1String("Way through");
    const QString about = factor.label.isEmpty() || factor.subject.isEmpty() ? QString()
        : isWay ? QStringLiteral(" %1").arg(name(factor.subject)) : QStringLiteral(" of %1").arg(name(factor.subject));
    return {factor.label.isEmpty() ? capital(inWords(why)) + QLatin1Char('.')
                                   : QStringLiteral("%1%2: %3.").arg(factor.label, about, inWords(why))};
}

void FailureWords::collectTakeovers(const Factor& factor, std::vector<Takeover>& result) const
{
    if (!works(factor) || factor.label == QLatin1String("Recordings"))
        return;  // of the recordings, one site is always the active one
    if (factor.kind == Factor::Kind::AtLeast) {
        const bool some = std::any_of(factor.parts.begin(), factor.parts.end(), [this](const FactorPtr& p) { return !works(*p); });
        if (some)
            result.push_back({QStringLiteral("%1 of %2 holds: %3.").arg(factor.label, name(factor.subject), votes(factor)), {factor.subject}});
        return;
    }
    QStringList lost, left, ids;
    for (const FactorPtr& part : factor.parts)
        if (factor.kind == Factor::Kind::Any) {
            addOnce(works(*part) ? left : lost, {nameOf(*part)});
            if (works(*part))
                addOnce(ids, subjects(*part));
        }
    if (!lost.isEmpty() && !left.isEmpty()) {
        const bool database = factor.label == QLatin1String("Automatic replicas");
        const bool primary = database && !works(*factor.parts.front());
        result.push_back({primary ? QStringLiteral("%1 takes over from %2.").arg(left.front(), someOf(lost))
                              : left.size() == 1 ? QStringLiteral("%1 carries on without %2.").arg(left.front(), someOf(lost))
                                                 : QStringLiteral("%1 carry on without %2.").arg(someOf(left), someOf(lost)),
                          ids});
    }
    for (const FactorPtr& part : factor.parts)
        collectTakeovers(*part, result);
}

std::vector<FailureWords::Takeover> FailureWords::takeovers(const Factor& factor) const
{
    std::vector<Takeover> all, result;
    collectTakeovers(factor, all);
    for (const Takeover& each : all)
        if (std::find(result.begin(), result.end(), each) == result.end())
            result.push_back(each);
    return result;
}

FailureWords::Takeover FailureWords::databaseAction(const GroupId& id) const
{
    const Group* ag = m_structure.topology().design().group(id);
    const GroupMember* target = nullptr;
    const auto isSync = [](const GroupMember& m) { return textAt(m.fields, QStringLiteral("mode")) == QLatin1String("sync"); };
    static const std::vector<GroupMember> none;
    for (const GroupMember& member : ag ? std::as_const(ag->members) : none)
        if (works(member.element) && (!target || (isSync(member) && !isSync(*target))))
            target = &member;
    if (!target)
        return {QStringLiteral("Fail %1 over by hand.").arg(name(id.value)), {id.value}};
    const ElementId machine = m_structure.topology().machineOf(target->element);
    // An instance is called by its machine.
    const QString where = name(target->element.value);
    return {isSync(*target) ? QStringLiteral("Fail %1 over to %2.").arg(name(id.value), where)
                            : QStringLiteral("Fail %1 over to %2 by force: changes that were not copied yet are lost.").arg(name(id.value), where),
            {id.value, target->element.value, machine.value}};
}

FailureWords::Takeover FailureWords::siteAction(const QString& service) const
{
    const Topology& topology = m_structure.topology();
    const QString kind = service.startsWith(QLatin1String("pm-")) ? QStringLiteral("pm-web")
        : service.startsWith(QLatin1String("nps-"))               ? QStringLiteral("nps-server")
                                                                  : QStringLiteral("ss-web");
    // Up is not enough: people cannot send anybody to nodes that a cut link leaves without a way.
    QList<ElementId> nodes = topology.ofKind(kind);
    const QSet<ElementId> reached = reachable(m_structure);
    if (std::any_of(nodes.cbegin(), nodes.cend(), [&](const ElementId& node) { return works(node) && reached.contains(node); }))
        nodes.removeIf([&](const ElementId& node) { return !reached.contains(node); });
    QStringList sites, cold, ids;
    for (const ElementId& node : std::as_const(nodes)) {
        if (!works(node))
            continue;
        if (const ElementId site = topology.siteOf(node); !site.isEmpty()) {
            addOnce(sites, {name(site.value)});
            addOnce(ids, {site.value});
        }
        if (!topology.isActive(node)) {
            cold << name(node.value);
            addOnce(ids, {node.value});
        }
    }
    const QString whose = kind == QLatin1String("pm-web") ? QStringLiteral("Privilege Manager")
        : kind == QLatin1String("nps-server")             ? QStringLiteral("Privilege Secure")
                                                          : QStringLiteral("Secret Server");
    const QString start = cold.isEmpty() ? QString() : QStringLiteral("; start %1").arg(someOf(cold));
    return {sites.isEmpty() ? QStringLiteral("Change DNS or the load balancer of %1 to what is left%2.").arg(whose, start)
                            : QStringLiteral("Change DNS or the load balancer of %1 to %2%3.").arg(whose, inWords(sites), start),
            ids};
}

FailureWords::Takeover FailureWords::action(const Action& action, const QString& service) const
{
    switch (action.kind) {
    case ActionKind::Database:
        return databaseAction({action.subject});
    case ActionKind::Site:
        return siteAction(service);
    case ActionKind::PrivilegeSecure:
        return {QStringLiteral("Run the high-availability tool of Privilege Secure on a server that is left."), {}};
    case ActionKind::Share:
        return {QStringLiteral("Point the recordings to another file server or to the database."), {}};
    }
    return {};
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/recoverystatement.h"

#include "model/analysis/apibudget.h"
#include "model/analysis/structure.h"
#include "model/design/names.h"

#include <algorithm>

namespace redoubt {

namespace {

using Loss = RecoveryLine::Loss;

QString hoursText(double hours)
{
    return QString::number(hours, 'g', 4) + QStringLiteral(" h");
}

bool isSync(const GroupMember& member)
{
    return textAt(member.fields, QStringLiteral("mode")) == QLatin1String("sync");
}

const GroupMember* primaryOf(const Group& ag)
{
    for (const GroupMember& member : ag.members)
        if (textAt(member.fields, QStringLiteral("role")) == QLatin1String("primary"))
            return &member;
    return ag.members.empty() ? nullptr : &ag.members.front();
}

void sayTime(RecoveryLine& line)
{
    switch (line.state) {
    case ServiceState::Working:
    case ServiceState::Degraded:
        line.recoveryTime = line.moves ? QStringLiteral("by itself, about a minute") : QStringLiteral("at once, nothing moves");
        break;
    case ServiceState::NeedsPerson:
        line.recoveryTime = hoursText(line.hours) + QStringLiteral(" by hand");
        break;
    case ServiceState::Down:
        line.recoveryTime = hoursText(line.hours) + QStringLiteral(" until the repair");
        break;
    }
    if (line.hoursAssumed && line.state != ServiceState::Working)
        line.recoveryTime += QStringLiteral(" (assumption)");
}

void sayPoint(RecoveryLine& line)
{
    switch (line.loss) {
    case Loss::None:
        line.recoveryPoint = QStringLiteral("nothing is lost");
        break;
    case Loss::NotYetCopied:
        line.recoveryPoint = QStringLiteral("changes that were not copied yet");
        break;
    case Loss::Age:
        line.recoveryPoint = QStringLiteral("changes of the last %1 min").arg(line.lossMinutes.value_or(0));
        break;
    case Loss::UntilRepair:
        line.recoveryPoint = QStringLiteral("nothing is lost, once it is repaired");
        break;
    case Loss::Backup:
        line.recoveryPoint = QStringLiteral("the last backup, if the failure destroys the data");
        break;
    }
}

class Statement {
public:
    explicit Statement(const Topology& topology) : m_topology(topology), m_design(topology.design()), m_names(m_design) {}

    [[nodiscard]] std::vector<RecoveryLine> lines()
    {
        for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("availability-group")))
            database(id);
        recordings();
        for (const ElementId& id : m_topology.ofKind(QStringLiteral("dsv-tenant")))
            copy(id);
        return std::move(m_lines);
    }

    [[nodiscard]] std::vector<RecoveryLine> given(const QSet<QString>& failed, const std::vector<ServiceOutlook>& services)
    {
        Structure structure(m_topology, failed);
        for (const GroupId& id : m_topology.groupsOfKind(QStringLiteral("availability-group"))) {
            RecoveryLine line;
            line.dataSet = m_design.displayName(id.value);
            line.subject = id.value;
            line.failed = touching(failed, id);
            if (!line.failed.isEmpty())
                judge(std::move(line), id, structure);
        }
        if (const auto recording = std::find_if(services.begin(), services.end(), isRecording); recording != services.end())
            for (const ElementId& share : m_topology.ofKind(QStringLiteral("recording-share")))
                if (!structure.diagram().holds(structure.components().up(share)) && isActiveShare(share))
                    recordingsOn(share, *recording, whyDown(share, failed));
        for (const ServiceOutlook& service : services) {
            const bool stands = service.state == ServiceState::NeedsPerson || service.state == ServiceState::Down;
            if (service.id == QLatin1String("ss-login") && stands)
                for (const ElementId& id : m_topology.ofKind(QStringLiteral("dsv-tenant")))
                    copy(id);
        }
        return std::move(m_lines);
    }

private:
    /// Those of `failed` that the data of an availability group depend on: replicas, voters, listener, what they stand on and
    /// in, and the links that copy.
    [[nodiscard]] QStringList touching(const QSet<QString>& failed, const GroupId& id) const
    {
        const Group& ag = *m_design.group(id);
        QList<ElementId> parts{{textAt(ag.properties, QStringLiteral("listener"))}};
        for (const GroupMember& member : ag.members)
            parts << member.element << m_topology.machineOf(member.element);
        for (const ClusterVotes::Voter& voter : votesOf(m_topology, clusterOf(m_topology, ag)).voters)
            parts << voter.id << m_topology.machineOf(voter.id);
        QSet<QString> ids;
        for (const ElementId& part : std::as_const(parts)) {
            ids << part.value;
            for (const ElementId& around : m_topology.ancestors(part))
                ids << around.value;
        }
        for (const Flow& flow : m_topology.flows())
            if (flow.rows.contains(QStringLiteral("CN-06")) && parts.contains(flow.from) && parts.contains(flow.to))
                ids << flow.link.value;
        QStringList result;
        for (const QString& each : failed)
            if (ids.contains(each))
                result << each;
        result.sort();
        return result;
    }

    /// The shortest repair among what failed.
    void repairTime(RecoveryLine& line) const
    {
        line.hours = 0;
        for (const QString& id : std::as_const(line.failed)) {
            const Figure figure = figureOf(m_topology, {id});
            if (line.hours == 0 || figure.mttrHours < line.hours)
                line.hours = figure.mttrHours;
            const Element* element = m_design.element({id});
            line.hoursAssumed = line.hoursAssumed || !(element && find(element->properties, QStringLiteral("mttr-h")));
        }
    }

    void judge(RecoveryLine line, const GroupId& id)
    {
        Structure structure(m_topology, QSet<QString>(line.failed.cbegin(), line.failed.cend()));
        judge(std::move(line), id, structure);
    }

    void judge(RecoveryLine line, const GroupId& id, Structure& structure)
    {
        const Group& ag = *m_design.group(id);
        const Graded need = structure.availabilityGroup(id);
        const auto isLeft = [&](const GroupMember& m) { return structure.diagram().holds(structure.components().up(m.element)); };
        const GroupMember* primary = primaryOf(ag);
        if (structure.diagram().holds(need.automatic)) {
            line.state = ServiceState::Working;
            line.moves = primary && !isLeft(*primary);
            line.loss = Loss::None;
        } else if (const auto remedy = quickestRemedy(structure.diagram(), need, structure.actionHours())) {
            line.state = ServiceState::NeedsPerson;
            for (const int action : need.manual[*remedy].actions) {
                line.hours += structure.actions()[size_t(action)].hours;
                line.hoursAssumed = line.hoursAssumed || !structure.actions()[size_t(action)].given;
            }
            // A synchronous commit needs both partners synchronous.
            const bool kept = primary && isSync(*primary)
                && std::any_of(ag.members.begin(), ag.members.end(), [&](const GroupMember& m) { return isLeft(m) && isSync(m); });
            line.loss = kept ? Loss::None : Loss::NotYetCopied;
        } else {
            line.state = ServiceState::Down;
            const bool anyLeft = std::any_of(ag.members.begin(), ag.members.end(), isLeft);
            line.loss = anyLeft || ag.members.size() > 1 ? Loss::UntilRepair : Loss::Backup;
            repairTime(line);
        }
        add(std::move(line));
    }

    void add(RecoveryLine line)
    {
        sayTime(line);
        sayPoint(line);
        m_lines.push_back(std::move(line));
    }

    void database(const GroupId& id)
    {
        const Group& ag = *m_design.group(id);
        const GroupMember* primary = primaryOf(ag);
        if (!primary)
            return;
        const ElementId server = m_topology.machineOf(primary->element);
        RecoveryLine line;
        line.dataSet = m_design.displayName(id.value);
        line.subject = id.value;
        line.failed = {server.value};
        line.failure = QStringLiteral("Loss of the database server %1").arg(m_names.of(server.value));
        judge(line, id);
        if (const ElementId site = m_topology.siteOf(server); !site.isEmpty()) {
            line.failed = {site.value};
            line.failure = QStringLiteral("Loss of the site %1").arg(m_design.displayName(site.value));
            judge(line, id);
        }
        if (const ClusterVotes votes = votesOf(m_topology, clusterOf(m_topology, ag)); !votes.witness.isEmpty()) {
            line.failed = {votes.witness.value};
            line.failure = QStringLiteral("Loss of the witness");
            judge(line, id);
            line.failed = {votes.witness.value, server.value};
            line.failure = QStringLiteral("Loss of the witness and of %1").arg(m_names.of(server.value));
            judge(line, id);
        }
    }

    [[nodiscard]] static bool isRecording(const ServiceOutlook& service) { return service.id == QLatin1String("session-recording"); }

    /// Recordings go to it while nothing is down: its loss alone stops them. Another site's share is a copy.
    [[nodiscard]] bool isActiveShare(const ElementId& share) const
    {
        const WhatIf outlook = whatIf(m_topology, {share.value});
        const auto service = std::find_if(outlook.services.begin(), outlook.services.end(), isRecording);
        return service != outlook.services.end() && service->state != ServiceState::Working && service->state != ServiceState::Degraded;
    }

    void recordings()
    {
        for (const ElementId& share : m_topology.ofKind(QStringLiteral("recording-share"))) {
            const WhatIf outlook = whatIf(m_topology, {share.value});
            const auto service = std::find_if(outlook.services.begin(), outlook.services.end(), isRecording);
            if (service == outlook.services.end())
                return;
            recordingsOn(share, *service, {share.value});
        }
    }

    /// Those of `failed` that an element goes down with.
    [[nodiscard]] QStringList whyDown(const ElementId& id, const QSet<QString>& failed) const
    {
        QStringList result;
        QList<ElementId> parts{id, m_topology.machineOf(id)};
        parts << m_topology.ancestors(id);
        for (const ElementId& part : std::as_const(parts))
            if (failed.contains(part.value) && !result.contains(part.value))
                result << part.value;
        return result;
    }

    void recordingsOn(const ElementId& share, const ServiceOutlook& service, const QStringList& failed)
    {
        const QList<ElementId>& shares = m_topology.ofKind(QStringLiteral("recording-share"));
        bool copied = false;
        for (const QList<int>& flows : {m_topology.from(share), m_topology.to(share)})
            for (const int index : flows)
                copied = copied || m_topology.flow(index).rows.contains(QStringLiteral("CN-21"));
        const bool sibling = std::any_of(shares.cbegin(), shares.cend(), [&](const ElementId& other) {
            return other != share && m_topology.siteOf(other) == m_topology.siteOf(share);
        });
        RecoveryLine line;
        line.dataSet = shares.size() == 1 ? QStringLiteral("Session recordings")
                                          : QStringLiteral("Session recordings on %1").arg(m_names.of(share.value));
        line.subject = share.value;
        line.failed = failed;
        line.failure = QStringLiteral("Loss of the recording server %1").arg(m_names.of(share.value));
        line.state = service.state == ServiceState::Degraded ? ServiceState::Working : service.state;
        line.hours = service.hours;
        for (const FailoverStep& step : service.steps)
            line.hoursAssumed = line.hoursAssumed || (step.byPerson && !step.given);
        if (line.state == ServiceState::Down)
            repairTime(line);
        // A share that is not written to now holds nothing but a copy.
        line.moves = sibling || isActiveShare(share);
        line.loss = !line.moves                       ? Loss::None
            : line.state == ServiceState::Down && copied ? Loss::UntilRepair
            : copied                                     ? Loss::NotYetCopied
                                                         : Loss::Backup;
        add(std::move(line));
    }

    void copy(const ElementId& tenant)
    {
        const auto input = budgetInput(m_topology, tenant);
        const auto calls = input ? callBudget(*input) : std::nullopt;
        if (!calls)
            return;
        RecoveryLine line;
        line.dataSet = QStringLiteral("Copy in %1").arg(m_design.displayName(tenant.value));
        line.subject = tenant.value;
        line.failure = QStringLiteral("Loss of Secret Server");
        line.state = ServiceState::NeedsPerson;  // operators read from the vault themselves
        line.hours = 0;
        line.loss = Loss::Age;
        line.lossMinutes = input->intervalMinutes;
        line.staleShare = calls->staleShare;
        sayPoint(line);
        line.recoveryTime = QStringLiteral("at the next read from the vault");
        m_lines.push_back(std::move(line));
    }

    const Topology& m_topology;
    const Design& m_design;
    Names m_names;
    std::vector<RecoveryLine> m_lines;
};

}  // namespace

std::vector<RecoveryLine> recoveryStatement(const Topology& topology)
{
    return Statement(topology).lines();
}

std::vector<RecoveryLine> recoveryGiven(const Topology& topology, const QSet<QString>& failed,
                                        const std::vector<ServiceOutlook>& services)
{
    return Statement(topology).given(failed, services);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/estimateviews.h"

#include "app/cli/figures.h"
#include "app/cli/output.h"
#include "model/design/numberwords.h"
#include "model/analysis/importance.h"
#include "model/analysis/improvements.h"
#include "model/analysis/quorumstatement.h"
#include "model/analysis/recoverystatement.h"
#include "model/analysis/sweep.h"

#include <QJsonArray>
#include <map>

namespace redoubt::cli {

namespace {

QJsonArray strings(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

Supposition readingOf(const EstimateExtras& extras)
{
    Supposition reading(QSet<QString>(extras.failed.begin(), extras.failed.end()));
    reading.dynamicQuorum = extras.dynamicQuorum;
    return reading;
}

QString stateInk(ServiceState state)
{
    const Ink ink = state == ServiceState::Working ? Ink::Green : state == ServiceState::Down ? Ink::Red : Ink::Yellow;
    return inked(stateWords(state), ink);
}

std::vector<ServiceImportance> importances(const Topology& topology, const EstimateExtras& extras, const QStringList& services)
{
    std::vector<ServiceImportance> all = importanceOf(topology, readingOf(extras));
    std::erase_if(all, [&](const ServiceImportance& s) { return !services.contains(s.service); });
    return all;
}

QString importanceText(const Topology& topology, const EstimateExtras& extras, const QStringList& services)
{
    QString out;
    for (const ServiceImportance& service : importances(topology, extras, services)) {
        QList<QStringList> rows{{u"  COMPONENT"_qs, u"SAVES A YEAR"_qs, u"BIRNBAUM"_qs, u"CRITICALITY"_qs}};
        for (size_t i = 0; i < std::min(service.components.size(), size_t(10)); ++i) {
            const ComponentImportance& each = service.components[i];
            rows << QStringList{u"  "_qs + namedId(topology.design(), each.id), durationWords(std::max(0.0, each.gainMinutes)),
                                QString::number(each.birnbaum, 'g', 6), QString::number(each.criticality, 'g', 4)};
        }
        out += u"\nWhat to harden next, %1\n"_qs.arg(service.service) + table(rows);
    }
    return out;
}

QString sweepText(const Topology& topology)
{
    const FailureSweep sweep = sweepFailures(topology);
    QString out = u"\nAll single and double failures: %1 and %2\n"_qs.arg(sweep.singles.size()).arg(sweep.doubles.size());
    if (!sweep.complete)
        out += u"  Too many pairs: only single failures were tried.\n"_qs;
    QList<QStringList> rows{{u"  SERVICE"_qs, u"WORKING"_qs, u"DEGRADED"_qs, u"NEEDS A PERSON"_qs, u"DOWN"_qs}};
    for (qsizetype i = 0; i < sweep.services.size(); ++i) {
        std::map<ServiceState, int> counts;
        for (const std::vector<SweepVerdict>* verdicts : {&sweep.singles, &sweep.doubles})
            for (const SweepVerdict& verdict : *verdicts)
                ++counts[verdict.states[size_t(i)]];
        rows << QStringList{u"  "_qs + sweep.services[i], QString::number(counts[ServiceState::Working]), QString::number(counts[ServiceState::Degraded]),
                            QString::number(counts[ServiceState::NeedsPerson]), QString::number(counts[ServiceState::Down])};
    }
    out += table(rows);
    for (const SweepVerdict& verdict : sweep.singles) {
        QStringList stopped;
        for (size_t i = 0; i < verdict.states.size(); ++i)
            if (verdict.states[i] == ServiceState::Down || verdict.states[i] == ServiceState::NeedsPerson)
                stopped << sweep.services[qsizetype(i)] + u' ' + stateWords(verdict.states[i]);
        if (!stopped.isEmpty())
            out += wrapped(u"%1: %2"_qs.arg(namedId(topology.design(), verdict.failed.front()), stopped.join(u", ")), 2);
    }
    return out;
}

QJsonObject sweepJson(const Topology& topology)
{
    const FailureSweep sweep = sweepFailures(topology);
    const auto verdicts = [](const std::vector<SweepVerdict>& list) {
        QJsonArray result;
        for (const SweepVerdict& verdict : list) {
            QJsonArray states;
            for (const ServiceState state : verdict.states)
                states.append(stateId(state));
            result.append(QJsonObject{{u"failed"_qs, strings(verdict.failed)}, {u"states"_qs, states}});
        }
        return result;
    };
    return {{u"services"_qs, strings(sweep.services)}, {u"complete"_qs, sweep.complete},
            {u"single"_qs, verdicts(sweep.singles)}, {u"double"_qs, verdicts(sweep.doubles)}};
}

QString quorumText(const Topology& topology)
{
    QString out;
    for (const QuorumStatement& statement : quorumStatements(topology)) {
        out += u"\nQuorum of %1\n"_qs.arg(oneLine(statement.name));
        for (const QString& sentence : statement.sentences)
            out += wrapped(sentence, 2);
    }
    return out;
}

QJsonArray quorumJson(const Topology& topology)
{
    const auto losses = [](const std::vector<QuorumLoss>& list) {
        QJsonArray result;
        for (const QuorumLoss& loss : list)
            result.append(QJsonObject{{u"lost"_qs, strings(loss.lost)}, {u"votes-left"_qs, loss.votesLeft}, {u"survives"_qs, loss.survives},
                                      {u"survives-spaced"_qs, loss.survivesSpaced}});
        return result;
    };
    QJsonArray result;
    for (const QuorumStatement& s : quorumStatements(topology)) {
        QJsonArray voters;
        for (const QuorumStatement::Voter& voter : s.voters)
            voters.append(QJsonObject{{u"id"_qs, voter.id}, {u"site"_qs, voter.site}, {u"votes"_qs, voter.votes}, {u"witness"_qs, voter.witness}});
        result.append(QJsonObject{{u"cluster"_qs, s.cluster}, {u"votes"_qs, s.total}, {u"majority"_qs, s.majority}, {u"dynamic"_qs, s.dynamic},
                                  {u"voters"_qs, voters}, {u"sites"_qs, losses(s.sites)}, {u"single"_qs, losses(s.voterLosses)},
                                  {u"pairs"_qs, losses(s.pairs)}, {u"sentences"_qs, strings(s.sentences)}});
    }
    return result;
}

QString recoveryText(const Topology& topology)
{
    QList<QStringList> rows{{u"  DATA"_qs, u"FAILURE"_qs, u"BACK"_qs, u"LOST"_qs}};
    for (const RecoveryLine& line : recoveryStatement(topology))
        rows << QStringList{u"  "_qs + line.dataSet, line.failure, line.recoveryTime, line.recoveryPoint};
    return rows.size() == 1 ? QString() : u"\nRecovery time and recovery point\n"_qs + table(rows);
}

QJsonArray recoveryJson(const Topology& topology)
{
    QJsonArray result;
    for (const RecoveryLine& line : recoveryStatement(topology)) {
        QJsonObject object{{u"data"_qs, line.dataSet}, {u"subject"_qs, line.subject}, {u"failure"_qs, line.failure}, {u"failed"_qs, strings(line.failed)},
                           {u"state"_qs, stateId(line.state)}, {u"hours"_qs, line.hours}, {u"assumption"_qs, line.hoursAssumed},
                           {u"recovery-time"_qs, line.recoveryTime}, {u"recovery-point"_qs, line.recoveryPoint}};
        if (line.lossMinutes)
            object[u"loss-minutes"_qs] = *line.lossMinutes;
        if (line.staleShare)
            object[u"stale-share"_qs] = *line.staleShare;
        result.append(object);
    }
    return result;
}

/// The target of the gate, else that of the design.
std::optional<double> targetIn(const Topology& topology, const EstimateExtras& extras)
{
    const auto setting = topology.catalog().value(topology.design(), u"sla-target"_qs);
    return extras.target ? extras.target : setting ? setting->number() : std::nullopt;
}

QString line(const Improvement& change)
{
    return u"%1 Saves %2 a year%3%4."_qs.arg(change.text, durationWords(std::max(0.0, change.gainMinutes)),
                                            change.machines ? u", one more machine"_qs : u", no new machine"_qs,
                                            change.reaches ? u"; the target is then met"_qs : QString());
}

QString improvementsText(const Topology& topology, const EstimateExtras& extras)
{
    const auto target = targetIn(topology, extras);
    if (!target)
        return u"\nChanges that raise the figures: give a target, with --min-sla or in the design.\n"_qs;
    const ImprovementPlan plan = improvementsFor(topology.design(), topology.catalog(), *target);
    if (plan.missed.isEmpty())
        return u"\nChanges that raise the figures: none is needed for the target of %1.\n"_qs.arg(percentWords(*target));
    QString out = u"\nChanges that raise the figures towards %1, each by itself\n"_qs.arg(percentWords(*target));
    for (size_t i = 0; i < std::min(plan.changes.size(), size_t(8)); ++i)
        out += wrapped(line(plan.changes[i]), 2);
    if (plan.changes.empty())
        out += u"  None of the small changes that Redoubt knows helps.\n"_qs;
    if (plan.plan.size() > 1) {
        out += u"\nOne after the other\n"_qs;
        for (const Improvement& change : plan.plan)
            out += wrapped(line(change), 2);
    }
    if (!plan.reached)
        out += u"  The target is not met with up to three small changes.\n"_qs;
    return out;
}

QJsonValue improvementsJson(const Topology& topology, const EstimateExtras& extras)
{
    const auto target = targetIn(topology, extras);
    if (!target)
        return {};
    const ImprovementPlan plan = improvementsFor(topology.design(), topology.catalog(), *target);
    const auto list = [](const std::vector<Improvement>& changes) {
        QJsonArray result;
        for (const Improvement& change : changes) {
            QJsonArray effects;
            for (const Improvement::Effect& effect : change.effects)
                effects.append(QJsonObject{{u"service"_qs, effect.service}, {u"before"_qs, effect.before}, {u"after"_qs, effect.after}});
            result.append(QJsonObject{{u"text"_qs, change.text}, {u"ids"_qs, strings(change.ids)}, {u"machines"_qs, change.machines},
                                      {u"gain-minutes-year"_qs, change.gainMinutes}, {u"reaches"_qs, change.reaches}, {u"effects"_qs, effects}});
        }
        return result;
    };
    return QJsonObject{{u"target"_qs, plan.target}, {u"missed"_qs, strings(plan.missed)}, {u"reached"_qs, plan.reached},
                       {u"changes"_qs, list(plan.changes)}, {u"plan"_qs, list(plan.plan)}};
}

}  // namespace

std::vector<MissedTarget> missedTargets(const Topology& topology, const std::vector<ServiceEstimate>& services, const EstimateExtras& extras)
{
    std::vector<MissedTarget> result;
    QStringList ids;
    for (const ServiceEstimate& service : services)
        if (extras.target && service.withManualFailover < *extras.target) {
            result.push_back({&service, service.downtimeMinutesYear - (1 - *extras.target) * 525'600, {}});
            ids << service.id;
        }
    if (result.empty())
        return result;
    constexpr size_t named = 3;
    for (const ServiceImportance& importance : importances(topology, extras, ids))
        for (MissedTarget& missed : result)
            if (missed.service->id == importance.service)
                for (size_t i = 0; i < std::min(named, importance.components.size()); ++i)
                    missed.harden.emplace_back(importance.components[i].id, importance.components[i].gainMinutes);
    return result;
}

QString gateText(const Topology& topology, const std::vector<MissedTarget>& missed, const EstimateExtras& extras)
{
    QString out = u"\nTarget %1, compared with the figure with manual failover: "_qs.arg(percentWords(*extras.target));
    if (missed.empty())
        return out + inked(u"met"_qs, Ink::Green) + u'\n';
    out += inked(u"missed"_qs, Ink::Red) + u'\n';
    for (const MissedTarget& each : missed) {
        const ServiceEstimate& service = *each.service;
        out += u"  %1 (%2): %3, %4 a year too much\n"_qs.arg(oneLine(service.name), service.id, percentWords(service.withManualFailover), durationWords(each.minutesOver));
        if (!service.singlePoints.isEmpty())
            out += wrapped(u"Each of these alone stops it: %1"_qs.arg(namedIds(topology.design(), service.singlePoints)), 4);
        QStringList harden;
        for (const auto& [id, minutes] : each.harden)
            harden << u"%1 %2"_qs.arg(namedId(topology.design(), id), durationWords(std::max(0.0, minutes)));
        if (!harden.isEmpty())
            out += wrapped(u"Most would be saved a year by hardening: %1"_qs.arg(harden.join(u", ")), 4);
    }
    return out;
}

QJsonObject gateJson(const std::vector<MissedTarget>& missed, const EstimateExtras& extras)
{
    QJsonArray list;
    for (const MissedTarget& each : missed) {
        QJsonArray harden;
        for (const auto& [id, minutes] : each.harden)
            harden.append(QJsonObject{{u"id"_qs, id}, {u"gain-minutes-year"_qs, minutes}});
        list.append(QJsonObject{{u"service"_qs, each.service->id}, {u"figure"_qs, each.service->withManualFailover},
                                {u"minutes-over-year"_qs, each.minutesOver}, {u"single-points"_qs, strings(each.service->singlePoints)},
                                {u"harden"_qs, harden}});
    }
    return {{u"min-sla"_qs, *extras.target}, {u"compared-with"_qs, u"with-manual-failover"_qs}, {u"met"_qs, missed.empty()}, {u"missed"_qs, list}};
}

QString statesText(const Topology& topology, const EstimateExtras& extras, const QStringList& services)
{
    const QSet<QString> failed(extras.failed.begin(), extras.failed.end());
    const WhatIf result = whatIf(topology, failed);
    QString out = u"\nWhat happens\n"_qs;
    for (const ServiceOutlook& service : result.services)
        if (services.contains(service.id))
            out += u"  %1: %2\n"_qs.arg(oneLine(service.name), stateInk(service.state)) + wrapped(service.reason, 4);
    QString steps;
    for (const FailoverStep& step : result.walkthrough)
        if (step.byPerson)
            steps += u"  %1 (%2 h%3)\n"_qs.arg(oneLine(step.text), QString::number(step.hours), step.given ? QString() : u", assumption"_qs);
    if (!steps.isEmpty())
        out += u"\nWhat a person does, in this order\n"_qs + steps;
    QString data;
    for (const RecoveryLine& line : recoveryGiven(topology, failed, result.services))
        data += wrapped(u"%1: back %2; %3."_qs.arg(line.dataSet, line.recoveryTime, line.recoveryPoint), 2);
    if (!data.isEmpty())
        out += u"\nWhat becomes of the data\n"_qs + data;
    if (!result.failoverCarrying.isEmpty())
        out += u"\nFailover links that carry now\n"_qs;
    for (const QString& id : result.failoverCarrying)
        out += wrapped(linkText(topology.design(), topology.catalog(), id), 2);
    return out;
}

QJsonObject statesJson(const Topology& topology, const EstimateExtras& extras, const QStringList& services)
{
    const WhatIf result = whatIf(topology, QSet<QString>(extras.failed.begin(), extras.failed.end()));
    const auto steps = [](const std::vector<FailoverStep>& list) {
        QJsonArray array;
        for (const FailoverStep& step : list) {
            QJsonObject object{{u"by-person"_qs, step.byPerson}, {u"text"_qs, step.text}, {u"ids"_qs, strings(step.ids)}};
            if (step.byPerson) {
                object[u"hours"_qs] = step.hours;
                object[u"assumption"_qs] = !step.given;
            }
            array.append(object);
        }
        return array;
    };
    QJsonArray states;
    for (const ServiceOutlook& service : result.services)
        if (services.contains(service.id))
            states.append(QJsonObject{{u"id"_qs, service.id}, {u"state"_qs, stateId(service.state)}, {u"reason"_qs, service.reason},
                                      {u"hours"_qs, service.hours}, {u"new-single-points"_qs, strings(service.newSinglePoints)},
                                      {u"steps"_qs, steps(service.steps)}});
    QJsonArray lost;
    for (const LostThing& thing : result.lost)
        lost.append(QJsonObject{{u"id"_qs, thing.id}, {u"cause"_qs, thing.cause}, {u"text"_qs, thing.text}});
    return {{u"services"_qs, states}, {u"lost"_qs, lost}, {u"walkthrough"_qs, steps(result.walkthrough)}, {u"links-in-use"_qs, strings(result.linksInUse)},
            {u"failover-carrying"_qs, strings(result.failoverCarrying)}, {u"after-people"_qs, strings(result.afterPeople)}};
}

QString extrasText(const Topology& topology, const EstimateExtras& extras, const QStringList& services)
{
    QString out;
    if (extras.shown.contains(u"importance"_qs))
        out += importanceText(topology, extras, services);
    if (extras.shown.contains(u"quorum"_qs))
        out += quorumText(topology);
    if (extras.shown.contains(u"recovery"_qs))
        out += recoveryText(topology);
    if (extras.shown.contains(u"sweep"_qs))
        out += sweepText(topology);
    if (extras.shown.contains(u"improvements"_qs))
        out += improvementsText(topology, extras);
    return out;
}

QJsonObject extrasJson(const Topology& topology, const EstimateExtras& extras, const QStringList& services)
{
    QJsonObject all;
    if (extras.shown.contains(u"importance"_qs)) {
        QJsonObject object;
        for (const ServiceImportance& service : importances(topology, extras, services)) {
            QJsonArray list;
            for (const ComponentImportance& each : service.components)
                list.append(QJsonObject{{u"id"_qs, each.id}, {u"birnbaum"_qs, each.birnbaum}, {u"criticality"_qs, each.criticality},
                                        {u"gain-minutes-year"_qs, each.gainMinutes}, {u"gain-automatic-minutes-year"_qs, each.gainAutomaticMinutes}});
            object[service.service] = list;
        }
        all[u"importance"_qs] = object;
    }
    if (extras.shown.contains(u"quorum"_qs))
        all[u"quorum"_qs] = quorumJson(topology);
    if (extras.shown.contains(u"recovery"_qs))
        all[u"recovery"_qs] = recoveryJson(topology);
    if (extras.shown.contains(u"sweep"_qs))
        all[u"sweep"_qs] = sweepJson(topology);
    if (extras.shown.contains(u"improvements"_qs))
        all[u"improvements"_qs] = improvementsJson(topology, extras);
    return all;
}

}  // namespace redoubt::cli

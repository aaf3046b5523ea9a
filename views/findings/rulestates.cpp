// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/rulestates.h"

#include "model/analysis/topology.h"
#include "model/rules/facts.h"

namespace redoubt {

namespace {

RuleState stateOf(const Rule& rule, const Holding& holding, int open, int waived)
{
    if (rule.off)
        return RuleState::Off;
    if (open > 0)
        return RuleState::Broken;
    if (waived > 0)
        return RuleState::Waived;
    switch (holding.state) {
    case Holding::State::Broken:
        return RuleState::Broken;
    case Holding::State::Holds:
        return RuleState::Holds;
    case Holding::State::Unknown:
        return RuleState::Unknown;
    case Holding::State::NotApplicable:
        break;
    }
    return RuleState::NotApplicable;
}

}  // namespace

QString ruleStateWord(RuleState state)
{
    switch (state) {
    case RuleState::Broken:
        return QStringLiteral("Broken");
    case RuleState::Holds:
        return QStringLiteral("Holds");
    case RuleState::NotApplicable:
        return QStringLiteral("Does not apply");
    case RuleState::Unknown:
        return QStringLiteral("Not known");
    case RuleState::Waived:
        return QStringLiteral("Waived");
    case RuleState::Off:
        break;
    }
    return QStringLiteral("Off");
}

QString ruleHeading(const Rule& rule, RuleState state)
{
    return state == RuleState::Holds ? QStringLiteral("Not found: %1").arg(rule.title) : rule.title;
}

std::vector<RuleVerdict> ruleVerdicts(const Design& design, const Catalog& catalog, const RuleSet& rules, const Report& report)
{
    QHash<QString, int> open, waived;
    for (const Finding& finding : report.findings)
        ++(finding.waived ? waived : open)[finding.rule];
    const Topology topology(design, catalog);
    Facts facts(topology, report);
    std::vector<RuleVerdict> verdicts;
    verdicts.reserve(rules.rules.size());
    for (const Rule& rule : rules.rules) {
        RuleVerdict verdict;
        verdict.rule = rule.id;
        if (!rule.off)
            verdict.holding = holding(rule, facts);
        verdict.findings = open.value(rule.id);
        verdict.state = stateOf(rule, verdict.holding, verdict.findings, waived.value(rule.id));
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

QStringList flattened(const std::vector<QStringList>& lists)
{
    QStringList ids;
    for (const QStringList& list : lists)
        for (const QString& id : list)
            if (!ids.contains(id))
                ids << id;
    return ids;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// `estimate --explain`: a figure as a tree, a vault's budget as a sum.
#include "app/cli/estimateviews.h"
#include "app/cli/figures.h"
#include "app/cli/output.h"
#include "model/design/numberwords.h"
#include "model/analysis/budgetstory.h"
#include "model/analysis/figuretree.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

Supposition readingOf(const EstimateExtras& extras)
{
    Supposition reading(QSet<QString>(extras.failed.begin(), extras.failed.end()));
    reading.dynamicQuorum = extras.dynamicQuorum;
    return reading;
}

QString operation(const FigureFactor& factor)
{
    switch (factor.kind) {
    case FigureFactor::Kind::Component: return {};
    case FigureFactor::Kind::Condition: return u"as a state"_qs;
    case FigureFactor::Kind::Series: return u"all of"_qs;
    case FigureFactor::Kind::Parallel: return u"one of"_qs;
    case FigureFactor::Kind::AtLeast: {
        int total = 0;
        for (const int weight : factor.weights)
            total += weight;
        return u"%1 of %2 in"_qs.arg(factor.need).arg(total);
    }
    }
    return {};
}

void treeLines(const Topology& topology, const FigureFactor& factor, int depth, QString& out)
{
    const QString indent(2 * depth, u' ');
    const bool leaf = factor.parts.empty();
    QString line = indent + (factor.label.isEmpty() ? operation(factor) : factor.label) + u"  "_qs + percentWords(factor.value);
    if (!leaf && !factor.label.isEmpty())
        line += u"  "_qs + operation(factor);
    if (leaf && !factor.source.isEmpty())
        line += u"  "_qs + inked(factor.source, Ink::Faint);
    out += line + u'\n';
    if (!factor.shared.isEmpty()) {
        QStringList names;
        for (const QString& id : factor.shared)
            names << topology.design().displayName(id);
        out += wrapped(u"(the parts share %1: the figure is exact, their product would not be)"_qs.arg(names.join(u", ")), 2 * depth + 2);
    }
    for (const FigureFactor& part : factor.parts)
        treeLines(topology, part, depth + 1, out);
}

QJsonObject json(const FigureFactor& factor)
{
    static const QStringList kinds{u"component"_qs, u"series"_qs, u"parallel"_qs, u"at-least"_qs, u"condition"_qs};
    QJsonObject object{{u"kind"_qs, kinds[int(factor.kind)]}, {u"label"_qs, factor.label}, {u"value"_qs, factor.value}};
    if (!factor.id.isEmpty())
        object[u"id"_qs] = factor.id;
    if (factor.kind == FigureFactor::Kind::AtLeast) {
        QJsonArray weights;
        for (const int weight : factor.weights)
            weights.append(weight);
        object[u"need"_qs] = factor.need;
        object[u"weights"_qs] = weights;
    }
    if (factor.kind == FigureFactor::Kind::Component) {
        object[u"source"_qs] = factor.source;
        object[u"assumption"_qs] = factor.assumption;
        object[u"given"_qs] = factor.given;
        object[u"mttr-hours"_qs] = factor.mttrHours;
    }
    if (!factor.shared.isEmpty())
        object[u"shared"_qs] = QJsonArray::fromStringList(factor.shared);
    if (!factor.parts.empty()) {
        QJsonArray parts;
        for (const FigureFactor& part : factor.parts)
            parts.append(json(part));
        object[u"parts"_qs] = parts;
    }
    return object;
}

QString text(const Topology& topology, const FigureExplanation& explanation)
{
    QString out;
    treeLines(topology, explanation.tree, 0, out);
    if (explanation.byHand.empty())
        return out;
    out += u"\nWith manual failover  %1\n"_qs.arg(percentWords(explanation.withManualFailover));
    for (const ManualShare& share : explanation.byHand)
        out += wrapped(u"%1: %2 h of a repair of %3 h earn %4 % of states with a probability of %5"_qs.arg(
                           share.actions.join(u", "), QString::number(share.hours), QString::number(share.repairHours),
                           QString::number(100 * share.credit, 'g', 4), QString::number(share.probability, 'g', 4)), 2);
    return out;
}

QString text(const BudgetStory& story)
{
    QString out = inked(story.budget.name, Ink::Bold) + u'\n';
    for (const QString& line : story.formula)
        out += wrapped(line, 2);
    if (story.callsLeft)
        out += u"  Head-room: %1 calls at best, %2 expected, %3 in the worst month; %4 secrets\n"_qs.arg(
            amountWords(story.callsLeft->best), amountWords(story.callsLeft->expected), amountWords(story.callsLeft->worst), amountWords(story.secretsLeft.value_or(0)));
    for (const BudgetGroup& group : story.groups) {
        const QString most = group.largest ? u"; at most %1 secrets fit"_qs.arg(amountWords(double(*group.largest))) : QString();
        out += u"  %1: a copy is older than the vault %2 % of the time%3\n"_qs.arg(
            group.name.isEmpty() ? u"Mapped secrets"_qs : group.name, QString::number(100 * group.staleShare, 'g', 4), most);
    }
    if (story.callsLeft)
        out += story.smallestInterval
            ? u"  Smallest interval whose worst month fits: %1 min\n"_qs.arg(amountWords(*story.smallestInterval))
            : u"  No interval up to a month makes the worst month fit.\n"_qs;
    QList<QStringList> rows{{u"  INTERVAL"_qs, u"BEST"_qs, u"EXPECTED"_qs, u"WORST"_qs, u"CEILING"_qs}};
    for (const BudgetPoint& point : story.series)
        rows << QStringList{u"  %1 min%2"_qs.arg(amountWords(point.intervalMinutes), point.own ? u" (now)"_qs : QString()), amountWords(point.best),
                            amountWords(point.expected), amountWords(point.worst), amountWords(point.ceiling)};
    return out + table(rows);
}

QJsonObject json(const CallRange& range)
{
    return {{u"best"_qs, range.best}, {u"expected"_qs, range.expected}, {u"worst"_qs, range.worst}};
}

QJsonObject json(const BudgetStory& story)
{
    QJsonArray parts, groups, series;
    for (const BudgetPart& part : story.parts) {
        QJsonObject object = json(part.calls);
        object[u"name"_qs] = part.name;
        parts.append(object);
    }
    for (const BudgetGroup& group : story.groups) {
        QJsonObject object{{u"name"_qs, group.name}, {u"secrets"_qs, group.secrets}, {u"pushes"_qs, json(group.pushes)},
                           {u"stale-share"_qs, group.staleShare}};
        if (group.largest)
            object[u"largest"_qs] = *group.largest;
        groups.append(object);
    }
    for (const BudgetPoint& point : story.series)
        series.append(QJsonObject{{u"interval-minutes"_qs, point.intervalMinutes}, {u"best"_qs, point.best}, {u"expected"_qs, point.expected},
                                  {u"worst"_qs, point.worst}, {u"ceiling"_qs, point.ceiling}, {u"own"_qs, point.own}});
    QJsonObject object{{u"tenant"_qs, story.budget.tenant}, {u"interval-minutes"_qs, story.intervalMinutes}, {u"parts"_qs, parts},
                       {u"groups"_qs, groups}, {u"series"_qs, series}, {u"formula"_qs, QJsonArray::fromStringList(story.formula)},
                       {u"verdict"_qs, verdictId(story.budget.verdict)}, {u"minimum-interval"_qs, story.minimumInterval}};
    if (story.callsLeft)
        object[u"calls-left"_qs] = json(*story.callsLeft);
    if (story.secretsLeft)
        object[u"secrets-left"_qs] = *story.secretsLeft;
    if (story.smallestInterval)
        object[u"smallest-interval"_qs] = *story.smallestInterval;
    return object;
}

}  // namespace

QString explanationText(const Topology& topology, const EstimateExtras& extras)
{
    if (const auto figure = explainFigure(topology, extras.explained, readingOf(extras)))
        return text(topology, *figure);
    const auto story = budgetStory(topology, {extras.explained});
    return story ? text(*story) : QString();
}

QJsonObject explanationJson(const Topology& topology, const EstimateExtras& extras)
{
    if (const auto figure = explainFigure(topology, extras.explained, readingOf(extras))) {
        QJsonArray byHand;
        for (const ManualShare& share : figure->byHand)
            byHand.append(QJsonObject{{u"actions"_qs, QJsonArray::fromStringList(share.actions)}, {u"hours"_qs, share.hours},
                                      {u"repair-hours"_qs, share.repairHours}, {u"probability"_qs, share.probability}, {u"credit"_qs, share.credit}});
        return {{u"service"_qs, figure->id}, {u"name"_qs, figure->name}, {u"automatic"_qs, figure->automatic},
                {u"with-manual-failover"_qs, figure->withManualFailover}, {u"tree"_qs, json(figure->tree)}, {u"by-hand"_qs, byHand}};
    }
    const auto story = budgetStory(topology, {extras.explained});
    return story ? json(*story) : QJsonObject();
}

}  // namespace redoubt::cli

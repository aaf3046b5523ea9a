// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"
#include "app/cli/output.h"
#include "model/rules/findingcounts.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

QJsonArray findings(const Judged& judged)
{
    QJsonArray array;
    for (const Finding& finding : judged.report.findings) {
        const Place place = placeOf(finding, judged.file);
        array.append(QJsonObject{{u"rule"_qs, finding.rule},
                                 {u"severity"_qs, severityId(finding.severity)},
                                 {u"title"_qs, finding.title},
                                 {u"message"_qs, finding.message},
                                 {u"subjects"_qs, QJsonArray::fromStringList(finding.subjects)},
                                 {u"line"_qs, place.line},
                                 {u"column"_qs, place.column},
                                 {u"waived"_qs, finding.waived},
                                 {u"fixable"_qs, finding.fixable}});
    }
    return array;
}

QJsonObject drawing(const Judged& judged)
{
    const DrawingCounts& counts = judged.drawing->counts;
    QJsonArray found;
    for (const Finding& finding : judged.drawing->findings()) {
        const Place place = placeOf(finding, judged.file);
        found.append(QJsonObject{{u"rule"_qs, finding.rule},
                                 {u"title"_qs, finding.title},
                                 {u"message"_qs, finding.message},
                                 {u"subjects"_qs, QJsonArray::fromStringList(finding.subjects)},
                                 {u"line"_qs, place.line},
                                 {u"column"_qs, place.column}});
    }
    return {{u"lines"_qs, counts.lines},
            {u"crossings"_qs, counts.crossings},
            {u"labels-on-foreign"_qs, counts.labelsOnForeign},
            {u"lines-through-boxes"_qs, counts.linesThroughBoxes},
            {u"lines-over-lines"_qs, counts.linesOverLines},
            {u"bends"_qs, counts.bends},
            {u"longest-line"_qs, counts.longestByWidth()},
            {u"overlaps"_qs, counts.overlaps},
            {u"cramped"_qs, counts.cramped},
            {u"outside"_qs, counts.outside},
            {u"findings"_qs, found}};
}

QJsonArray waivers(const Judged& judged)
{
    QJsonArray array;
    for (size_t i = 0; i < judged.report.waivers.size(); ++i) {
        const WaiverUse& use = judged.report.waivers[i];
        const Place place = judged.file.places.value(u"waiver:%1"_qs.arg(i), {1, 1});
        QJsonArray accepted;
        for (const size_t finding : use.findings)
            accepted.append(qint64(finding));
        QJsonObject object{{u"rule"_qs, use.waiver.rule},
                           {u"on"_qs, QJsonArray::fromStringList(use.waiver.on)},
                           {u"reason"_qs, use.waiver.reason},
                           {u"by"_qs, use.waiver.by},
                           {u"date"_qs, use.waiver.date.toString(Qt::ISODate)},
                           {u"expires"_qs, use.waiver.expires.toString(Qt::ISODate)},
                           {u"state"_qs, waiverStateId(use.state)},
                           {u"findings"_qs, accepted},
                           {u"line"_qs, place.line},
                           {u"column"_qs, place.column}};
        if (!use.note.isEmpty())
            object[u"note"_qs] = use.note;
        array.append(object);
    }
    return array;
}

QJsonArray stopped(const Judged& judged)
{
    QJsonArray array;
    for (const StoppedRule& rule : judged.report.stopped) {
        QJsonObject object{{u"rule"_qs, rule.rule}, {u"text"_qs, rule.text}};
        if (rule.line > 0) {
            object[u"file"_qs] = rule.path;
            object[u"line"_qs] = rule.line;
            object[u"column"_qs] = rule.column;
        }
        array.append(object);
    }
    return array;
}

QJsonObject json(const Judged& judged)
{
    QJsonArray stale;
    for (const WaiverUse& use : judged.report.waivers)
        if (!use.note.isEmpty())
            stale.append(use.note);
    const FindingCounts counts = countFindings(judged.report.findings);
    QJsonObject object{{u"file"_qs, judged.path},
            {u"checks"_qs, judged.report.checks},
            {u"findings"_qs, findings(judged)},
            {u"stopped"_qs, stopped(judged)},
            {u"waivers"_qs, waivers(judged)},
            {u"stale-waivers"_qs, stale},
            {u"summary"_qs, QJsonObject{{u"errors"_qs, counts.errors},
                                        {u"warnings"_qs, counts.warnings},
                                        {u"advice"_qs, counts.advice},
                                        {u"waived"_qs, counts.waived}}}};
    if (judged.drawing)
        object[u"drawing"_qs] = drawing(judged);
    return object;
}

QJsonObject json(const FileError& error)
{
    QJsonArray problems;
    for (const Problem& problem : error.problems())
        problems.append(QJsonObject{{u"line"_qs, problem.line}, {u"column"_qs, problem.column}, {u"text"_qs, problem.text}});
    return {{u"file"_qs, error.path()}, {u"problems"_qs, problems}};
}

QJsonArray judgedRules(const RuleSet& rules)
{
    QJsonArray array;
    for (const Rule& rule : rules.rules) {
        if (rule.off)
            continue;
        QJsonObject object{{u"rule"_qs, rule.id}, {u"severity"_qs, severityId(rule.severity)}};
        QJsonObject parameters;
        for (const RuleParameter& parameter : rule.parameters)
            parameters[parameter.name] = parameterText(parameter);
        if (!parameters.isEmpty())
            object[u"parameters"_qs] = parameters;
        array.append(object);
    }
    return array;
}

}  // namespace

QJsonObject checkJson(const CheckRun& run)
{
    QJsonArray files, unreadable;
    for (const Judged& judged : run.files)
        files.append(json(judged));
    for (const FileError& error : run.unreadable)
        unreadable.append(json(error));
    QJsonObject rules = rulesJson(run.rules);
    rules[u"judged"_qs] = judgedRules(run.rules);
    QJsonObject all = envelope(u"check"_qs);
    all[u"rules"_qs] = rules;
    all[u"catalog"_qs] = QJsonObject{{u"version"_qs, run.catalog.version}};
    all[u"waivers-honoured"_qs] = run.waivers;
    all[u"files"_qs] = files;
    all[u"unreadable"_qs] = unreadable;
    return all;
}

}  // namespace redoubt::cli

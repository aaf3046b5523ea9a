// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"
#include "app/cli/output.h"
#include "model/rules/findingcounts.h"

#include <QHash>

namespace redoubt::cli {

namespace {

QString inkedSeverity(Severity severity)
{
    const Ink ink = severity == Severity::Error ? Ink::Red : severity == Severity::Warning ? Ink::Yellow : Ink::Blue;
    return inked(severityId(severity), ink);
}

QString summary(const FindingCounts& counts)
{
    QStringList parts;
    if (counts.errors)
        parts << counted(counts.errors, u"error"_qs, u"errors"_qs);
    if (counts.warnings)
        parts << counted(counts.warnings, u"warning"_qs, u"warnings"_qs);
    if (counts.advice)
        parts << u"%1 advice"_qs.arg(counts.advice);
    if (counts.waived)
        parts << u"%1 waived"_qs.arg(counts.waived);
    return parts.isEmpty() ? u"no findings"_qs : parts.join(u", ");
}

QString placeText(const Place& place)
{
    return u"  %1:%2"_qs.arg(place.line).arg(place.column);
}

QString text(const Judged& judged)
{
    const Report& report = judged.report;
    QList<QStringList> heads;
    for (const Finding& finding : report.findings)
        heads << QStringList{placeText(placeOf(finding, judged.file)),
                             finding.waived ? inked(u"waived"_qs, Ink::Faint) : inkedSeverity(finding.severity),
                             finding.rule, inked(finding.title, Ink::Bold)};
    const QStringList lines = table(heads).split(u'\n');
    QString out = inked(judged.path, Ink::Bold) + u": "_qs + summary(countFindings(report.findings))
        + u" (%1)\n"_qs.arg(counted(report.checks, u"rule judged"_qs, u"rules judged"_qs));
    for (size_t i = 0; i < report.findings.size(); ++i) {
        out += lines[qsizetype(i)] + u'\n' + wrapped(report.findings[i].message, 10);
        if (const Waiver* waiver = report.findings[i].waived ? report.waiverOf(i) : nullptr)
            out += wrapped(waiverText(*waiver), 10);
    }
    for (const StoppedRule& rule : report.stopped)
        out += u"  "_qs + inked(u"not judged"_qs, Ink::Red) + u": "_qs + wrapped(stoppedText(rule), 10).trimmed() + u'\n';
    for (size_t i = 0; i < report.waivers.size(); ++i)
        if (const QString& note = report.waivers[i].note; !note.isEmpty())
            out += placeText(judged.file.places.value(u"waiver:%1"_qs.arg(i), {1, 1})) + (report.waivers[i].state == WaiverState::UnknownRule ? u"  warning: "_qs : u"  note: "_qs)
                + wrapped(note, 10).trimmed() + u'\n';
    return out;
}

/// What the picture has, and where something is wrong with it.
QString drawingText(const Judged& judged)
{
    if (!judged.drawing)
        return {};
    const DrawingCounts& counts = judged.drawing->counts;
    QString out = wrapped(u"Drawing: %1, longest line %2 of the width"_qs.arg(counts.words()).arg(counts.longestByWidth(), 0, 'f', 2), 2);
    QList<QStringList> heads;
    const std::vector<Finding> findings = judged.drawing->findings();
    for (const Finding& finding : findings)
        heads << QStringList{placeText(placeOf(finding, judged.file)), inked(u"drawing"_qs, Ink::Faint), finding.rule, finding.title};
    const QStringList lines = table(heads).split(u'\n');
    for (size_t i = 0; i < findings.size(); ++i)
        out += lines[qsizetype(i)] + u'\n' + wrapped(findings[i].message, 10);
    return out;
}

/// Every check that ran, with what it found over all files.
QString checks(const CheckRun& run)
{
    QHash<QString, int> found;
    for (const Judged& judged : run.files)
        for (const Finding& finding : judged.report.findings)
            ++found[finding.rule];
    QList<QStringList> rows;
    for (const Rule& rule : run.rules.rules) {
        if (rule.off)
            continue;
        QStringList parameters;
        for (const RuleParameter& parameter : rule.parameters)
            parameters << parameter.name + u' ' + parameterText(parameter);
        const QString figures = parameters.isEmpty() ? QString() : u" (%1)"_qs.arg(parameters.join(u"; "));
        rows << QStringList{u"  "_qs + rule.id, severityId(rule.severity), QString::number(found.value(rule.id)),
                            rule.title + figures};
    }
    return u"\nChecks, with the number of findings\n"_qs + table(rows);
}

}  // namespace

QString checkText(const CheckRun& run)
{
    QString out;
    for (const Judged& judged : run.files)
        out += (out.isEmpty() ? QString() : u"\n"_qs) + text(judged) + drawingText(judged);
    if (run.files.empty())
        return out;
    out += u"\nRules %1, catalogue %2%3\n"_qs.arg(run.rules.version, run.catalog.version,
                                                 run.waivers ? QString() : u"; waivers were not honoured"_qs);
    out += packsText(run.rules);
    return run.verbose ? out + checks(run) : out;
}

}  // namespace redoubt::cli

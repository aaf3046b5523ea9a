// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "model/analysis/analyse.h"

#include <QJsonArray>

namespace redoubt::cli {

namespace {

struct Options {
    std::vector<std::string> files;
    std::string format = "text", failOn = "error";
    bool noWaivers = false;
};

struct Counts {
    int errors = 0, warnings = 0, advice = 0, waived = 0;
};

Counts count(const std::vector<Finding>& findings)
{
    Counts counts;
    for (const Finding& finding : findings) {
        if (finding.waived)
            ++counts.waived;
        else if (finding.severity == Severity::Error)
            ++counts.errors;
        else if (finding.severity == Severity::Warning)
            ++counts.warnings;
        else
            ++counts.advice;
    }
    return counts;
}

/// Where a finding is shown in the file: at its first subject.
Place placeOf(const Finding& finding, const DesignFile& file)
{
    for (const QString& subject : finding.subjects)
        if (const auto it = file.places.constFind(subject); it != file.places.cend())
            return *it;
    return {1, 1};
}

QJsonObject json(const QString& path, const DesignFile& file, const Report& report)
{
    QJsonArray findings;
    for (const Finding& finding : report.findings) {
        const Place place = placeOf(finding, file);
        findings.append(QJsonObject{{u"rule"_qs, finding.rule},
                                    {u"severity"_qs, severityId(finding.severity)},
                                    {u"title"_qs, finding.title},
                                    {u"message"_qs, finding.message},
                                    {u"subjects"_qs, QJsonArray::fromStringList(finding.subjects)},
                                    {u"line"_qs, place.line},
                                    {u"column"_qs, place.column},
                                    {u"waived"_qs, finding.waived},
                                    {u"fixable"_qs, finding.fixable}});
    }
    QJsonArray stale;
    for (const QString& waiver : report.staleWaivers)
        stale.append(waiver);
    const Counts counts = count(report.findings);
    return {{u"file"_qs, path},
            {u"checks"_qs, report.checks},
            {u"findings"_qs, findings},
            {u"stale-waivers"_qs, stale},
            {u"summary"_qs, QJsonObject{{u"errors"_qs, counts.errors},
                                        {u"warnings"_qs, counts.warnings},
                                        {u"advice"_qs, counts.advice},
                                        {u"waived"_qs, counts.waived}}}};
}

QString severityText(const Finding& finding)
{
    if (finding.waived)
        return inked(u"waived"_qs, Ink::Faint);
    const Ink ink = finding.severity == Severity::Error ? Ink::Red
        : finding.severity == Severity::Warning         ? Ink::Yellow
                                                        : Ink::Blue;
    return inked(severityId(finding.severity), ink);
}

QString summary(const Counts& counts)
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

QString text(const QString& path, const DesignFile& file, const Report& report)
{
    QList<QStringList> heads;
    for (const Finding& finding : report.findings) {
        const Place place = placeOf(finding, file);
        heads << QStringList{u"  %1:%2"_qs.arg(place.line).arg(place.column), severityText(finding), finding.rule,
                             inked(finding.title, Ink::Bold)};
    }
    const QStringList lines = table(heads).split(u'\n');
    QString out = inked(path, Ink::Bold) + u": "_qs + summary(count(report.findings))
        + u" (%1)\n"_qs.arg(counted(report.checks, u"rule judged"_qs, u"rules judged"_qs));
    for (size_t i = 0; i < report.findings.size(); ++i)
        out += lines[qsizetype(i)] + u'\n' + wrapped(report.findings[i].message, 10);
    for (const QString& waiver : report.staleWaivers)
        out += wrapped(u"note: "_qs + waiver, 2);
    return out;
}

bool failing(const std::vector<Finding>& findings, const std::string& failOn)
{
    const Severity limit = failOn == "error" ? Severity::Error
        : failOn == "warning"                ? Severity::Warning
                                             : Severity::Advice;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return !finding.waived && finding.severity <= limit; });
}

int runCheck(const Options& options)
{
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    Progress progress(int(options.files.size()));
    QJsonArray files;
    QString texts;
    bool found = false, bad = false;
    for (const QString& path : decoded(options.files)) {
        try {
            const DesignFile file = readInput(path, catalog);
            Report report = analyse(file.design, catalog, rules);
            if (options.noWaivers)
                for (Finding& finding : report.findings)
                    finding.waived = false;
            found |= failing(report.findings, options.failOn);
            files.append(json(path, file, report));
            texts += (texts.isEmpty() ? QString() : u"\n"_qs) + text(path, file, report);
        } catch (const FileError& error) {
            bad = true;
            progress.clear();
            complain(error.message());
        }
        progress.step();
    }
    progress.clear();
    if (options.format == "json") {
        QJsonObject all = envelope(u"check"_qs);
        all[u"rules"_qs] = QJsonObject{{u"version"_qs, rules.version}};
        all[u"catalog"_qs] = QJsonObject{{u"version"_qs, catalog.version}};
        all[u"files"_qs] = files;
        printJson(QJsonDocument(all));
    } else {
        print(texts);
    }
    return bad ? BadFile : found ? Findings : Done;
}

}  // namespace

void addCheck(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("check", "Judges designs");
    command->add_option("FILE", options->files, "Design files; - for standard input")->required()->type_name("");
    addFormat(command, options->format);
    command->add_option("--fail-on", options->failOn, "Exit with 1 from this severity on: error (default), warning or advice")
        ->check(CLI::IsMember({"error", "warning", "advice"}))->type_name("SEVERITY");
    command->add_flag("--no-waivers", options->noWaivers, "Judge as if no finding had been accepted");
    command->footer("Example: redoubt-cli check --fail-on warning reference-designs/*.redoubt.yaml");
    command->callback([options, &action] { action.run = [options] { return runCheck(*options); }; });
}

}  // namespace redoubt::cli

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkrun.h"
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "model/analysis/analyse.h"
#include "model/rules/rulepack.h"

namespace redoubt::cli {

namespace {

struct Options {
    std::vector<std::string> files, packs;
    std::string format = "text", failOn = "error";
    bool noWaivers = false, verbose = false, drawing = false;
};

/// As if nobody had accepted anything.
void ignoreWaivers(Report& report)
{
    for (Finding& finding : report.findings)
        finding.waived = false;
    report.waivers.clear();
}

void write(const CheckRun& run, const std::string& format)
{
    if (format == "json")
        printJson(QJsonDocument(checkJson(run)));
    else if (format == "sarif")
        printJson(QJsonDocument(sarif(run)));
    else if (format == "junit")
        print(junit(run));
    else
        print(checkText(run));
}

void judgeAll(CheckRun& run, const Options& options)
{
    Progress progress(int(options.files.size()));
    for (const QString& path : decoded(options.files)) {
        try {
            DesignFile file = readInput(path, run.catalog);
            Report report = analyse(file.design, run.catalog, run.rules);
            for (const StoppedRule& rule : report.stopped) {
                progress.clear();
                complain(stoppedText(rule));
            }
            if (options.noWaivers)
                ignoreWaivers(report);
            std::optional<DrawingLint> drawing;
            if (options.drawing)
                drawing = lintDrawing(file.design, run.catalog);
            run.files.push_back({path, std::move(file), std::move(report), std::move(drawing)});
        } catch (const FileError& error) {
            progress.clear();
            complain(error.message());
            run.unreadable.push_back(error);
        }
        progress.step();
    }
    progress.clear();
}

int runCheck(const Options& options)
{
    const Catalog catalog = builtinCatalog();
    RuleSet rules;
    std::vector<FileError> wrongPacks;
    try {
        rules = rulesWithPacks(decoded(options.packs), catalog);
    } catch (const FileError& error) {
        // Judging by other rules than those asked for would be worse than none.
        complain(error.message());
        wrongPacks = byFile(error);
        rules = builtinRules();
    }
    CheckRun run{catalog, rules, severityOf(decoded(options.failOn)).value_or(Severity::Error), !options.noWaivers,
                 options.verbose, {}, std::move(wrongPacks)};
    if (run.unreadable.empty())
        judgeAll(run, options);
    write(run, options.format);
    return run.exitCode();
}

}  // namespace

void addCheck(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("check", "Judges designs");
    command->add_option("FILE", options->files, "Design files; - for standard input")->required()->type_name("");
    command->add_option("--format", options->format, "text (default), json, sarif (2.1.0) or junit")
        ->check(CLI::IsMember({"text", "json", "sarif", "junit"}))->type_name("FORMAT");
    command->add_option("--fail-on", options->failOn, "Exit with 1 from this severity on: error (default), warning or advice")
        ->check(CLI::IsMember({"error", "warning", "advice"}))->type_name("SEVERITY");
    addRules(command, options->packs);
    command->add_flag("--no-waivers", options->noWaivers, "Judge as if no finding had been accepted");
    command->add_flag("--verbose", options->verbose, "List every check that ran, in text");
    command->add_flag("--drawing", options->drawing,
                      "Count what is wrong with the picture as well: crossings, words on something else, lines through "
                      "boxes and the like. Told only: no part of severities, --fail-on and exit codes. sarif: results of level "
                      "note with the category drawing; junit: properties of each suite, never a case");
    command->footer("Example: redoubt-cli check --fail-on warning reference-designs/*.redoubt.yaml");
    command->callback([options, &action] {
        action.pictures = options->drawing;  // words are measured with the fonts of the drawing
        action.run = [options] { return runCheck(*options); };
    });
}

}  // namespace redoubt::cli

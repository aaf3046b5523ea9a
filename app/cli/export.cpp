// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/export/exporters.h"

#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/cli/scenario.h"
#include "model/analysis/analyse.h"
#include "model/files/tree.h"
#include "model/rules/rulepack.h"
#include "views/export/pictures.h"

#include <QFileInfo>

namespace redoubt::cli {

namespace {

struct Options {
    std::string file, out, format, theme = "light", profile = "internal", scenario, view;
    std::vector<std::string> packs;
    double dpi = ExportOptions().dpi;
    bool force = false;
};

QString formats()
{
    QStringList suffixes;
    for (const Exporter& exporter : exporters())
        suffixes << QString::fromLatin1(exporter.suffix);
    return suffixes.join(u", ");
}

QString suffixOf(const Options& options)
{
    return options.format.empty() ? QFileInfo(decoded(options.out)).suffix().toLower() : decoded(options.format);
}

const Exporter& chosen(const Options& options)
{
    const QString out = decoded(options.out), suffix = suffixOf(options);
    if (out == u"-" && options.format.empty())
        throw wrongUsage(u"--output -: say which --format, one of %1"_qs.arg(formats()));
    if (const Exporter* exporter = exporterFor(suffix))
        return *exporter;
    throw wrongUsage(u"`%1` is no format that Redoubt writes; it writes %2"_qs.arg(suffix, formats()));
}

/// The canonical text has no comments; those of a file in its place would be lost unseen.
void keepComments(const QString& out, const Options& options)
{
    if (suffixOf(options) != u"yaml" || options.force || out == u"-" || !QFileInfo(out).isFile())
        return;
    if (hasComments(readFile(out)))
        throw FileError(out, u"has comments, which the canonical form would lose; --force replaces it"_qs);
}

const ViewDef* requireView(const QString& id, const Catalog& catalog)
{
    if (const ViewDef* view = catalog.view(id))
        return view;
    QStringList known;
    for (const ViewDef& view : catalog.views)
        known << view.id;
    throw wrongUsage(u"--view: there is no view `%1`; there are %2"_qs.arg(id, known.join(u", ")));
}

int runExport(const Options& options)
{
    const Exporter& exporter = chosen(options);
    keepComments(decoded(options.out), options);
    const Catalog catalog = builtinCatalog();
    const DesignFile file = readInput(decoded(options.file), catalog);
    const Report report = analyse(file.design, catalog, rulesWithPacks(decoded(options.packs), catalog));
    ExportOptions how;
    how.dark = options.theme == "dark";
    how.customer = options.profile == "customer";
    how.dpi = options.dpi;
    how.seen = [](const Drawing& drawing) {
        if (const QString note = smallLetters(drawing); !note.isEmpty())
            std::fprintf(stderr, "%s\n", qPrintable(note));
    };
    how.view = options.view.empty() ? nullptr : requireView(decoded(options.view), catalog);
    if (!options.scenario.empty())
        how.whatIf = requireScenario(file.design, decoded(options.scenario));
    try {
        writeOutput(decoded(options.out), exporter.write({file.design, catalog, report}, how));
    } catch (const ExportError& error) {
        throw FileError(decoded(options.out), error.text());
    }
    return Done;
}

}  // namespace

void addExport(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", "Writes a picture or a table of a design");
    command->add_option("FILE", options->file, "A design file; - for standard input")->required()->type_name("");
    command->add_option("-o,--output", options->out, "File to write, - for standard output; its suffix says the format")
        ->required()->type_name("FILE");
    command->add_option("--format", options->format, formats().toStdString() + ": in place of the suffix")
        ->type_name("FORMAT");
    command->add_option("--theme", options->theme, "light (default) or dark")
        ->check(CLI::IsMember({"light", "dark"}))->type_name("THEME");
    command->add_option("--profile", options->profile, "internal (default), or customer: without internal notes")
        ->check(CLI::IsMember({"internal", "customer"}))->type_name("PROFILE");
    command->add_option("--dpi", options->dpi, "Resolution of png, 192 unless told")
        ->check(CLI::Range(24.0, 1200.0))->type_name("NUMBER");
    command->add_option("--scenario", options->scenario, "Draw what happens when this scenario of the design comes true")
        ->type_name("NAME");
    command->add_option("--view", options->view, "Which links are drawn: drawn (default), overview, network, data, failover")
        ->type_name("VIEW");
    addRules(command, options->packs);
    command->add_flag("--force", options->force, "Replace a YAML file that has comments");
    command->footer("Example: redoubt-cli export design.redoubt.yaml -o design.svg\n"
                    "         redoubt-cli export design.redoubt.yaml --scenario \"Site A lost\" -o lost.svg\n"
                    "         redoubt-cli export design.redoubt.yaml --view overview -o overview.png");
    command->callback([options, &action] {
        const QString suffix = suffixOf(*options);
        action.pictures = suffix != u"yaml" && suffix != u"csv";
        action.run = [options] { return runExport(*options); };
    });
}

}  // namespace redoubt::cli

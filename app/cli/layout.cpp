// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/layout.h"

#include "app/cli/cli.h"
#include "app/cli/input.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/files/layouttext.h"
#include "views/render/tidying.h"

#include <memory>

namespace redoubt::cli {

namespace {

struct Options {
    std::string file, out, fit;
};

Fit fitOf(const std::string& name)
{
    return name == "16:9" ? Fit::Slide : name == "a4" ? Fit::A4 : Fit::Free;
}

int runLayout(const Options& options)
{
    const QString path = decoded(options.file);
    const QByteArray yaml = readInputBytes(path);
    const Catalog catalog = builtinCatalog();
    const Design design = readDesign(yaml, path, catalog).design;
    const Design tidy = patched(design, tidiedWithLayouter(design, catalog, fitOf(options.fit)));
    writeOutput(options.out.empty() ? path : decoded(options.out), withLayout(yaml, design, tidy));
    if (const qsizetype back = design.labelPlaces.size() - tidy.labelPlaces.size(); back > 0)
        complain(u"%1: the lines are new, so %2 moved by hand %3 put back"_qs.arg(
            path, counted(int(back), u"label"_qs, u"labels"_qs), back == 1 ? u"is"_qs : u"are"_qs));
    return Done;
}

}  // namespace

void addLayout(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("layout", "Tidies the placement; everything else in the file stays as it is");
    command->add_option("FILE", options->file, "A design file; - for standard input")->required()->type_name("");
    command->add_option("-o,--output", options->out, "File to write, - for standard output; the file itself unless told")
        ->type_name("FILE");
    command->add_option("--fit", options->fit, "16:9 or a4: the page that the picture should fill well")
        ->check(CLI::IsMember({"16:9", "a4"}))->type_name("PAGE");
    command->footer("Elements with `pinned: true` stay where they are. Labels that were moved by hand are put back, save those\n"
                    "between two pinned elements.\n"
                    "Example: redoubt-cli layout design.redoubt.yaml --fit 16:9 -o slide.redoubt.yaml");
    command->callback([options, &action] {
        action.pictures = true;  // words are measured with the fonts of the drawing
        action.run = [options] { return runLayout(*options); };
    });
}

}  // namespace redoubt::cli

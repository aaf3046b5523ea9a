// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/files/references.h"
#include "model/files/suggest.h"

#include <QFileInfo>

namespace redoubt::cli {

namespace {

struct Options {
    std::string reference, out;
    bool force = false;
};

int runNew(const Options& options)
{
    const QString id = decoded(options.reference), out = decoded(options.out);
    const QByteArray design = referenceDesign(id);
    if (design.isEmpty()) {
        QStringList known;
        for (const ReferenceDesign& reference : referenceDesigns())
            known << reference.id;
        throw wrongUsage(u"there is no reference design `%1`%2 (redoubt-cli list references shows all)"_qs.arg(
            id, didYouMean(id, known)));
    }
    if (out != u"-" && !options.force && QFileInfo::exists(out))
        throw FileError(out, u"exists already; --force replaces it"_qs);
    writeOutput(out, design);
    return Done;
}

}  // namespace

void addNew(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("new", "Starts a design from a reference design");
    command->add_option("REFERENCE", options->reference, "Its id: see list references")->required();
    command->add_option("-o,--output", options->out, "File to write, - for standard output")->required()->type_name("FILE");
    command->add_flag("--force", options->force, "Replace the file when it exists");
    command->footer("Example: redoubt-cli new ss-pm-c3 -o customer.redoubt.yaml");
    command->callback([options, &action] { action.run = [options] { return runNew(*options); }; });
}

}  // namespace redoubt::cli

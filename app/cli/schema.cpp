// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/schema.h"

#include "app/cli/cli.h"
#include "app/cli/options.h"
#include "app/cli/output.h"

namespace redoubt::cli {

void addSchema(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand("schema", "Prints the JSON Schema (draft-07) of the design file");
    command->footer("Example: redoubt-cli schema > redoubt-1.schema.json");
    command->callback([&action] {
        action.run = [] {
            printJson(QJsonDocument(designSchema(builtinCatalog())));
            return Done;
        };
    });
}

}  // namespace redoubt::cli

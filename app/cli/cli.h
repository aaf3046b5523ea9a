// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QString>
#include <functional>

namespace CLI {
class App;
}

namespace redoubt::cli {

/// What a program that called us relies on (the table of `--help`).
enum ExitCode { Done = 0, Findings = 1, Usage = 2, BadFile = 3 };

/// What the chosen command will do; set while the arguments are read.
struct Action {
    std::function<int()> run;
    bool pictures = false;  ///< needs fonts and painting
};

/// Each adds its command to the program. One file per command.
void addCheck(CLI::App& app, Action& action);
void addEstimate(CLI::App& app, Action& action);
void addCompare(CLI::App& app, Action& action);
void addExport(CLI::App& app, Action& action);
void addNew(CLI::App& app, Action& action);
void addNearest(CLI::App& app, Action& action);
void addList(CLI::App& app, Action& action);
void addExplain(CLI::App& app, Action& action);
void addSchema(CLI::App& app, Action& action);

/// The whole program: arguments to exit code.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace redoubt::cli

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cli.h"

#include "app/cli/layout.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/files/suggest.h"

#include <QGuiApplication>
#include <cstdio>
#include <iostream>
#include <memory>

namespace redoubt::cli {

namespace {

void onlyTroubles(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        complain(text);
}

int usage(const QString& text, const CLI::App& app)
{
    complain(u"redoubt-cli: "_qs + text);
    const auto chosen = app.get_subcommands();
    complain(u"See: redoubt-cli%1 --help"_qs.arg(
        chosen.empty() ? QString() : u' ' + QString::fromStdString(chosen.front()->get_name())));
    return Usage;
}

/// The parser would only say that a command is missing.
void refuseUnknownCommand(CLI::App& app, const QString& first)
{
    QStringList known;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        known << QString::fromStdString(command->get_name());
    if (!first.startsWith(u'-') && !known.contains(first))
        throw wrongUsage(u"there is no command `%1`%2"_qs.arg(first, didYouMean(first, known)));
}

/// Runs the command inside the application that it needs. Pictures need fonts but no display.
int runAction(const Action& action, char* program)
{
    int argc = 1;
    char* argv[] = {program, nullptr};
    std::unique_ptr<QCoreApplication> application;
    if (action.pictures) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(u"redoubt-cli"_qs);
    QCoreApplication::setApplicationVersion(QStringLiteral(REDOUBT_VERSION));
    return action.run();
}

}  // namespace

int run(int argc, char** argv)
{
    qInstallMessageHandler(onlyTroubles);
    CLI::App app("Judges, estimates and exports Redoubt designs (*.redoubt.yaml). Needs no display.", "redoubt-cli");
    app.set_version_flag("--version", "redoubt-cli " REDOUBT_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    app.footer("Exit codes: 0 done and clean; 1 findings at or above --fail-on; 2 wrong usage;\n"
               "3 a file could not be read, written or understood.\n\n"
               "Example: redoubt-cli check design.redoubt.yaml");
    Action action;
    for (const auto add : {addCheck, addEstimate, addCompare, addExport, addNew, addNearest, addLayout, addList, addExplain, addSchema})
        add(app, action);
    try {
        if (argc > 1)
            refuseUnknownCommand(app, decoded(std::string(argv[1])));
        app.parse(argc, argv);
        return runAction(action, argv[0]);
    } catch (const CLI::Success& help) {
        app.exit(help, std::cout, std::cerr);
        return Done;
    } catch (const CLI::ParseError& error) {
        return usage(QString::fromUtf8(error.what()), app);
    } catch (const FileError& error) {
        complain(error.message());
        return BadFile;
    }
}

}  // namespace redoubt::cli

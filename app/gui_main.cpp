// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "app/measurestart.h"
#include "views/parts/windowstyle.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace redoubt;

namespace {

bool wantsDark(const Preferences& preferences)
{
    switch (preferences.theme()) {
    case Preferences::ThemeChoice::Dark:
        return true;
    case Preferences::ThemeChoice::Light:
        return false;
    case Preferences::ThemeChoice::System:
        break;
    }
    // Before our own palette is set, the application has the desktop's.
    return QApplication::palette().color(QPalette::Window).lightness() < 110;
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("redoubt"));
    QApplication::setApplicationVersion(QStringLiteral(REDOUBT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("redoubt"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Designer for privileged-access-management deployments."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A design file to open."), QStringLiteral("[FILE]"));
    QCommandLineOption measure(QStringLiteral("measure-start"));
    measure.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(measure);
    parser.process(application);

    Preferences preferences;
    const bool dark = wantsDark(preferences);
    QApplication::setStyle(new WindowStyle);
    Theme theme;
    theme.setDark(dark);
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    MainWindow window(catalog, rules, preferences, theme);
    if (parser.isSet(measure))
        measureStart(window);
    window.show();
    window.start(parser.positionalArguments().value(0));
    return QApplication::exec();
}

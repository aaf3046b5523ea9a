// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "tests/bench/measure.h"
#include "tests/support/bigdesign.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace redoubt::bench {

namespace {

const QString c3Path = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml");

QString program(const char* name)
{
    return QStringLiteral(REDOUBT_BINARY_DIR "/") + QString::fromLatin1(name);
}

void commandLine()
{
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("c3.svg"));
    const auto run = [](const QStringList& arguments) {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(program("redoubt-cli"), arguments);
        process.waitForFinished(-1);
    };
    report(QStringLiteral("redoubt-cli check of C-3, whole process"),
           median(times(11, [&] { run({QStringLiteral("check"), c3Path}); })), QStringLiteral("ms"), 60);
    report(QStringLiteral("redoubt-cli export of C-3 to SVG, whole process"),
           median(times(11, [&] { run({QStringLiteral("export"), c3Path, QStringLiteral("-o"), picture}); })),
           QStringLiteral("ms"), 150);
}

/// Starts the window, which prints when it can be used and what memory it takes, then ends.
QList<double> startWindow(const QString& path)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(program("redoubt"), {QStringLiteral("--measure-start"), path});
    process.waitForFinished(60000);
    static const QRegularExpression line(QStringLiteral("usable ([0-9.]+) ms, memory ([0-9.]+) MB"));
    const auto match = line.match(QString::fromUtf8(process.readAllStandardOutput()));
    if (!match.hasMatch())
        return {};
    return {match.captured(1).toDouble(), match.captured(2).toDouble()};
}

void window()
{
    QList<double> starts;
    double memory = 0;
    for (int i = 0; i < 7; ++i)
        if (const QList<double> values = startWindow(c3Path); values.size() == 2) {
            starts << values[0];
            memory = values[1];
        }
    std::sort(starts.begin(), starts.end());
    if (!starts.isEmpty()) {
        report(QStringLiteral("window usable with C-3, from process start"), median(starts), QStringLiteral("ms"), 600);
        report(QStringLiteral("memory with C-3 open"), memory, QStringLiteral("MB"), 120);
    }
    const QTemporaryDir folder;
    const QString big = folder.filePath(QStringLiteral("big.redoubt.yaml"));
    writeDesignFile(big, bigDesign(10000), builtinCatalog());
    if (const QList<double> values = startWindow(big); values.size() == 2)
        report(QStringLiteral("memory with 10,000 elements open"), values[1], QStringLiteral("MB"), 500);
}

}  // namespace

void programs()
{
    commandLine();
    window();
}

}  // namespace redoubt::bench

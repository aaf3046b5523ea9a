// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/availability.h"
#include "model/analysis/structure.h"
#include "model/files/designfile.h"
#include "tests/bench/measure.h"
#include "tests/support/openpsa.h"
#include "tests/support/references.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>

namespace redoubt::bench {

namespace {

/// The same fault trees solved here and by scram, figure and minimal cut sets to order 3. Both sides are whole processes
/// of one program per design against one per service, so scram's bare start is taken off its side.
void against(const QString& name, const Design& design, const Catalog& catalog, const QString& scram)
{
    const QTemporaryDir folder;
    const Topology topology(design, catalog);
    Structure structure(topology, {});
    QStringList models;
    for (const Service& service : structure.services()) {
        const QByteArray model = openPsaModel(structure, service);
        if (model.isEmpty())
            continue;
        models << folder.filePath(QStringLiteral("%1.xml").arg(models.size()));
        QFile file(models.back());
        if (file.open(QIODevice::WriteOnly))
            file.write(model);
    }
    if (models.isEmpty())
        return;
    const auto run = [&](const QStringList& arguments) {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(scram, arguments);
        process.waitForFinished(-1);
    };
    const double start = median(times(5, [&] { run({QStringLiteral("--version")}); }));
    const double theirs = median(times(3, [&] {
        for (const QString& model : models)
            run({QStringLiteral("--bdd"), QStringLiteral("--probability"), QStringLiteral("1"), QStringLiteral("--limit-order"),
                 QStringLiteral("3"), model});
    })) - start * double(models.size());
    const double ours = median(times(11, [&] { (void)estimateAvailability(Topology(design, catalog)); }));
    ratio(QStringLiteral("%1, %2 services: scram against Redoubt").arg(name).arg(models.size()), theirs, ours);
}

}  // namespace

void scram()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("scram"));
    if (program.isEmpty()) {
        std::printf("scram is not installed: no comparison with it\n");
        return;
    }
    const Catalog catalog = builtinCatalog();
    against(QStringLiteral("C-3"),
            readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml"), catalog).design, catalog, program);
    against(QStringLiteral("200 components"), secretServerA1(150, 50).design, catalog, program);
}

}  // namespace redoubt::bench

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/svgcounts.h"

#include <QFile>
#include <QFileInfo>
#include <cstdio>

/// Prints what is wrong in exported pictures: `redoubt-measure [-v] FILE.svg...`; `-v` names each fault.
int main(int argc, char** argv)
{
    using namespace redoubt::measure;
    bool verbose = false;
    int unread = 0;
    std::printf("%s\n", qPrintable(tableHead()));
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        if (path == QLatin1String("-v")) {
            verbose = true;
            continue;
        }
        QFile file(path);
        const SvgPicture picture = file.open(QIODevice::ReadOnly) ? readPicture(file.readAll()) : SvgPicture{{}, {}, 0, file.errorString()};
        if (!picture.error.isEmpty()) {
            std::fprintf(stderr, "%s: %s\n", argv[i], qPrintable(picture.error));
            ++unread;
            continue;
        }
        const PictureCounts counts = count(picture);
        std::printf("%s\n", qPrintable(tableRow(QFileInfo(path).completeBaseName(), counts)));
        for (const QString& fault : verbose ? counts.faults : QStringList())
            std::printf("  %s\n", qPrintable(fault));
    }
    return unread ? 3 : 0;
}

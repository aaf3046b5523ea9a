// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/againstdot.h"

#include <QGuiApplication>
#include <cstdio>

/// Prints the table of random designs after Tidy beside `dot -Gsplines=ortho`: `redoubt-against-dot [HOW-MANY]`.
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int many = argc > 1 ? QByteArray(argv[1]).toInt() : redoubt::measure::allRandomDesigns;
    const redoubt::measure::Comparison result = redoubt::measure::againstDot(many, [](const QString& line) {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    });
    return result.compared == many ? 0 : 3;
}

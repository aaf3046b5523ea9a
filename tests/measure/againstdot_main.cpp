// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/againstdot.h"

#include <QGuiApplication>
#include <cstdio>

/// Prints the table of random designs after Tidy beside `dot -Gsplines=ortho`: `redoubt-against-dot [HOW-MANY [STEP]]`.
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int many = argc > 1 ? QByteArray(argv[1]).toInt() : redoubt::measure::allRandomDesigns;
    const int step = argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 1;
    const redoubt::measure::Comparison result = redoubt::measure::againstDot(many, [](const QString& line) {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    }, step);
    return result.compared == (many + step - 1) / step ? 0 : 3;
}

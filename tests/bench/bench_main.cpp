// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/measure.h"

#include <QApplication>
#include <cstdio>

namespace redoubt::bench {

void report(const QString& name, double value, const QString& unit, double limit)
{
    std::printf("%-58s %10.2f %-3s %8.0f%s\n", qPrintable(name), value, qPrintable(unit), limit,
                value > limit ? "  OVER" : "");
    std::fflush(stdout);
}

void ratio(const QString& name, double theirs, double ours)
{
    std::printf("%-58s %10.1f x   (%.2f ms against %.2f ms)\n", qPrintable(name), theirs / ours, theirs, ours);
    std::fflush(stdout);
}

}  // namespace redoubt::bench

/// The budgets of the design, one line each: name, value, unit, limit. Medians, or the 99th percentile where it says so.
/// Arguments name the parts to measure; none: all.
int main(int argc, char** argv)
{
    using namespace redoubt;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const std::pair<const char*, void (*)()> parts[] = {
        {"model", bench::model}, {"tidying", bench::tidying}, {"routing", bench::routing}, {"drag", bench::drag},
        {"zoom", bench::zoom}, {"paint", bench::paint}, {"programs", bench::programs}, {"scram", bench::scram}};
    const QStringList wanted = QApplication::arguments().mid(1);
    for (const auto& [name, measure] : parts)
        if (wanted.isEmpty() || wanted.contains(QLatin1String(name)))
            measure();
    return 0;
}

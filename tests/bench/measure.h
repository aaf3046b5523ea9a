// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <algorithm>

namespace redoubt::bench {

/// Prints one line `name value unit limit`; the program never fails on a clock.
void report(const QString& name, double value, const QString& unit, double limit);
/// Prints how many times longer `theirs` took than `ours`, both in milliseconds of one run.
void ratio(const QString& name, double theirs, double ours);

/// Milliseconds of each of `rounds` runs, sorted. One run before them warms caches.
template <class Work>
QList<double> times(int rounds, Work&& work)
{
    QList<double> result;
    work();
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        result << double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(result.begin(), result.end());
    return result;
}

[[nodiscard]] inline double median(const QList<double>& sorted) { return sorted[sorted.size() / 2]; }
[[nodiscard]] inline double percentile99(const QList<double>& sorted)
{
    return sorted[qMin(sorted.size() - 1, sorted.size() * 99 / 100)];
}

void model();      ///< files, rules, availability
void tidying();
void routing();
void drag();       ///< frames of the canvas
void zoom();
void paint();      ///< one whole picture, at three sizes
void programs();   ///< whole processes: start, check, export, memory
void scram();      ///< availability against another solver, in one run

}  // namespace redoubt::bench

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redoubt {

class MainWindow;

/// For the benchmarks: once the design is painted and its first report shown, prints the milliseconds since the process
/// began and the memory it takes (`usable 412 ms, memory 83 MB`), and ends the program. Linux only; says so elsewhere.
void measureStart(MainWindow& window);

}  // namespace redoubt

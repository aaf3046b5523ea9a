// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>

namespace redoubt::cli {

/// A bar on standard error while a terminal watches and the work lasts over a second.
class Progress {
public:
    explicit Progress(int total);
    ~Progress();

    void step();
    /// Wipes the bar, before other words go to the terminal.
    void clear();

private:
    int m_total;
    int m_done = 0;
    bool m_shown = false;
    bool m_watched;
    QElapsedTimer m_clock;
};

}  // namespace redoubt::cli

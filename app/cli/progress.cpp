// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/progress.h"

#include <QByteArray>
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace redoubt::cli {

Progress::Progress(int total) : m_total(total), m_watched(isatty(fileno(stderr)))
{
    m_clock.start();
}

Progress::~Progress()
{
    clear();
}

void Progress::step()
{
    ++m_done;
    if (!m_watched || m_done == m_total || m_clock.elapsed() < 1000)
        return;
    constexpr int width = 30;
    const int filled = int(qint64(width) * m_done / m_total);
    std::fprintf(stderr, "\r[%s%s] %d of %d", QByteArray(filled, '#').constData(),
                 QByteArray(width - filled, ' ').constData(), m_done, m_total);
    std::fflush(stderr);
    m_shown = true;
}

void Progress::clear()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
    m_shown = false;
}

}  // namespace redoubt::cli

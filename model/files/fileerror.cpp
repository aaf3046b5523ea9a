// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/fileerror.h"

#include <algorithm>
#include <tuple>

namespace redoubt {

FileError::FileError(QString path, std::vector<Problem> problems)
    : m_path(std::move(path)), m_problems(std::move(problems))
{
    std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
    });
    m_what = message().toUtf8();
}

QString FileError::message() const
{
    QStringList lines;
    for (const Problem& problem : m_problems) {
        const QString& path = problem.path.isEmpty() ? m_path : problem.path;
        if (problem.line > 0)
            lines << QStringLiteral("%1:%2:%3: %4").arg(path).arg(problem.line).arg(problem.column).arg(problem.text);
        else
            lines << QStringLiteral("%1: %2").arg(path, problem.text);
    }
    return lines.join(u'\n');
}

}  // namespace redoubt

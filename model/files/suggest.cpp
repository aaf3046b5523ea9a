// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/suggest.h"

#include <algorithm>
#include <vector>

namespace redoubt {

namespace {

/// Edits (insert, delete, replace, swap of neighbours) between two words.
int distance(const QString& a, const QString& b)
{
    const auto n = size_t(a.size()), m = size_t(b.size());
    std::vector<std::vector<int>> d(n + 1, std::vector<int>(m + 1));
    for (size_t i = 0; i <= n; ++i)
        d[i][0] = int(i);
    for (size_t j = 0; j <= m; ++j)
        d[0][j] = int(j);
    const auto at = [](const QString& s, size_t i) { return s[qsizetype(i)]; };
    for (size_t i = 1; i <= n; ++i) {
        for (size_t j = 1; j <= m; ++j) {
            const int replaced = d[i - 1][j - 1] + (at(a, i - 1) == at(b, j - 1) ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && at(a, i - 1) == at(b, j - 2) && at(a, i - 2) == at(b, j - 1))
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[n][m];
}

}  // namespace

QString nearest(const QString& typed, const QStringList& known)
{
    if (typed.size() > 60)
        return {};
    QString asWritten = typed.toLower();
    asWritten.replace(u'_', u'-').replace(u' ', u'-');
    QString best;
    int bestDistance = typed.size() < 3 ? 1 : int(typed.size()) / 3 + 1;
    for (const QString& word : known) {
        const int d = distance(asWritten, word.toLower());
        if (d < bestDistance) {
            best = word;
            bestDistance = d;
        }
    }
    return best;
}

QString didYouMean(const QString& typed, const QStringList& known)
{
    const QString word = nearest(typed, known);
    return word.isEmpty() ? QString() : QStringLiteral("; did you mean `%1`?").arg(word);
}

}  // namespace redoubt

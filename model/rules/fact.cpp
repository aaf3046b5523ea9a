// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fact.h"

#include <QStringList>

namespace redoubt {

std::vector<Fact> Fact::items() const
{
    if (const std::vector<Fact>* items = list())
        return *items;
    if (isKnown())
        return {*this};
    return {};
}

bool operator==(const Fact& a, const Fact& b)
{
    const std::vector<Fact>* x = a.list();
    const std::vector<Fact>* y = b.list();
    if (x && y)
        return *x == *y;
    return a.data == b.data;
}

namespace {

QStringList versionParts(const QString& version)
{
    QStringList parts;
    QString part;
    for (const QChar c : version) {
        const bool sameSort = !part.isEmpty() && part.back().isDigit() == c.isDigit();
        if (!c.isLetterOrNumber() || (!part.isEmpty() && !sameSort)) {
            if (!part.isEmpty())
                parts << part;
            part.clear();
        }
        if (c.isLetterOrNumber())
            part += c.toLower();
    }
    if (!part.isEmpty())
        parts << part;
    return parts;
}

}  // namespace

int compareVersions(const QString& a, const QString& b)
{
    const QStringList x = versionParts(a), y = versionParts(b);
    for (int i = 0; i < std::max(x.size(), y.size()); ++i) {
        if (i >= x.size())
            return -1;
        if (i >= y.size())
            return 1;
        bool xNumber = false, yNumber = false;
        const int m = x[i].toInt(&xNumber), n = y[i].toInt(&yNumber);
        const int order = xNumber && yNumber ? m - n : QString::compare(x[i], y[i]);
        if (order != 0)
            return order;
    }
    return 0;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/fact.h"

#include <QHashFunctions>
#include <QStringList>

namespace redoubt {

FactItems Fact::items() const
{
    static const FactList none = std::make_shared<const std::vector<Fact>>();
    if (const FactList* items = std::get_if<FactList>(&data); items && *items)
        return FactItems(*items);
    return FactItems(isKnown() ? std::make_shared<const std::vector<Fact>>(1, *this) : none);
}

qint64 deepSize(const Fact& fact)
{
    const std::vector<Fact>* items = fact.list();
    if (!items)
        return 1;
    qint64 size = 1;
    for (const Fact& item : *items)
        size += item.list() ? deepSize(item) : 1;
    return size;
}

size_t qHash(const Fact& fact, size_t seed)
{
    if (const Thing* thing = fact.thing())
        return qHashMulti(seed, int(thing->type), thing->index, thing->id, thing->record.get());
    if (const QString* text = fact.text())
        return ::qHash(*text, seed);
    if (const double* number = fact.number())
        return ::qHash(*number, seed);  // not of a Fact made of it
    if (const std::vector<Fact>* items = fact.list()) {
        size_t hash = seed;
        for (const Fact& item : *items)
            hash = hash * 31 + qHash(item, seed);
        return hash;
    }
    return seed + (fact.isTrue() ? 1 : 0);
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

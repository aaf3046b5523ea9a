// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/nearest.h"

#include "model/analysis/traits.h"
#include "model/analysis/traittables.h"

#include <cmath>

namespace redoubt {

namespace {

constexpr size_t mostDifferences = 10;

QString counted(int n)
{
    static const char* const words[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    return n < int(std::size(words)) ? QString::fromLatin1(words[n]) : QString::number(n);
}

QString article(const QString& noun)
{
    return (QStringLiteral("aeiouAEIO").contains(noun.front()) || noun.startsWith(QLatin1String("SQL")) ? QStringLiteral("an ")
                                                                                                         : QStringLiteral("a "))
        + noun;
}

QString placed(const QString& words, const CountTrait& trait)
{
    return trait.place.isEmpty() ? words : words + u' ' + trait.place;
}

QString sentence(const CountTrait& trait, int here, int there)
{
    if (here == 0)
        return placed(QStringLiteral("without the ") + (there == 1 ? trait.one : trait.many), trait);
    if (there == 0)
        return placed(QStringLiteral("with ") + (here == 1 ? article(trait.one) : counted(here) + u' ' + trait.many), trait);
    const int more = here - there;
    const QString noun = std::abs(more) == 1 ? trait.one : trait.many;
    return placed(QStringLiteral("%1 %2 %3").arg(counted(std::abs(more)), noun, more > 0 ? QStringLiteral("more") : QStringLiteral("fewer")), trait);
}

class Comparison {
public:
    Comparison(const Traits& here, const Traits& there, const Catalog& catalog)
        : m_here(here), m_there(there), m_catalog(catalog)
    {
    }

    Nearness result()
    {
        const QSet<QString> sorts = united(m_here.counts.keys(), m_there.counts.keys());
        for (const QString& sort : sorts)
            counts(m_here.counts.value(sort), m_there.counts.value(sort));
        for (auto it = m_there.choices.cbegin(); it != m_there.choices.cend(); ++it)
            choice(it.key(), it.value());
        flows();
        Nearness nearness;
        nearness.distance = m_distance;
        nearness.likeness = m_whole > 0 ? 1 - m_distance / m_whole : 0;
        std::sort(m_differences.begin(), m_differences.end(), [](const Difference& a, const Difference& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.text < b.text;
        });
        m_differences.resize(std::min(m_differences.size(), mostDifferences));
        nearness.differences = std::move(m_differences);
        return nearness;
    }

private:
    using Places = QMap<QString, CountTrait>;

    static QSet<QString> united(const QStringList& a, const QStringList& b)
    {
        return QSet<QString>(a.cbegin(), a.cend()) + QSet<QString>(b.cbegin(), b.cend());
    }

    void differ(const QString& text, double weight)
    {
        m_distance += weight;
        if (!text.isEmpty())
            m_differences.push_back({text, weight});
    }

    /// Things of one sort: moved to another sort of place, or more or fewer of them.
    void counts(const Places& here, const Places& there)
    {
        QStringList more, fewer;
        for (const QString& place : united(here.keys(), there.keys())) {
            const int a = here.value(place).count, b = there.value(place).count;
            m_whole += std::max(a, b) * (a ? here.value(place) : there.value(place)).weight;
            if (a != b)
                (a > b ? more : fewer) << place;
        }
        if (more.size() == 1 && fewer.size() == 1 && isTold(more.front()) && isTold(fewer.front())) {
            const CountTrait to = here.value(more.front()), from = there.value(fewer.front());
            const int moved = to.count - there.value(more.front()).count;
            if (moved == from.count - here.value(fewer.front()).count && !to.place.isEmpty()) {
                differ(QStringLiteral("%1 %2 instead of %3").arg(moved == 1 ? article(to.one) : counted(moved) + u' ' + to.many,
                                                                  to.place, from.place),
                       1.5 * moved * to.weight);
                return;
            }
        }
        for (const QString& place : more + fewer) {
            const CountTrait& trait = here.contains(place) ? here[place] : there[place];
            const int a = here.value(place).count, b = there.value(place).count;
            // The first of a sort tells more than one more of it.
            differ(isTold(place) ? sentence(trait, a, b) : QString(), (std::abs(a - b) + (a == 0 || b == 0 ? 0.5 : 0)) * trait.weight);
        }
    }

    /// False of what stands in a site that the other design does not have: the site says it all.
    bool isTold(const QString& place) const
    {
        const QString site = QStringLiteral("site ") + place;
        const bool here = m_here.counts.contains(site), there = m_there.counts.contains(site);
        return here == there;
    }

    void choice(const QString& key, const ChoiceTrait& there)
    {
        const auto here = m_here.choices.constFind(key);
        if (here == m_here.choices.cend())
            return;  // what is made of nothing is told by the counts
        m_whole += there.weight;
        if (here->value != there.value)
            differ(there.sentence.arg(here->value, there.value), there.weight);
    }

    /// Connections that one design lacks although it has the ends.
    void flows()
    {
        const auto possible = [&](const Traits& design, const LinkRow& row) {
            const auto has = [&](const std::vector<LinkEnd>& ends) {
                return std::any_of(ends.begin(), ends.end(), [&](const LinkEnd& end) { return design.kinds.contains(end.kind); });
            };
            return has(row.from) && has(row.to);
        };
        for (const LinkRow& row : m_catalog.rows) {
            const bool here = m_here.rows.contains(row.id), there = m_there.rows.contains(row.id);
            m_whole += here || there ? flowWeight : 0;
            if (here == there)
                continue;
            const bool told = possible(here ? m_there : m_here, row);
            const QString purpose = row.purpose.size() > 1 && row.purpose[1].isLower()
                ? row.purpose.front().toLower() + row.purpose.mid(1) : row.purpose;
            differ(told ? QStringLiteral("%1 connection: %2").arg(here ? QStringLiteral("with the") : QStringLiteral("without the"), purpose)
                        : QString(), flowWeight);
        }
    }

    const Traits& m_here;
    const Traits& m_there;
    const Catalog& m_catalog;
    double m_distance = 0, m_whole = 0;
    std::vector<Difference> m_differences;
};

}  // namespace

std::vector<Nearness> nearest(const Design& design, const Catalog& catalog, const QMap<QString, Design>& references)
{
    const Traits here = traitsOf(design, catalog);
    std::vector<Nearness> result;
    for (auto it = references.cbegin(); it != references.cend(); ++it) {
        Nearness nearness = Comparison(here, traitsOf(it.value(), catalog), catalog).result();
        nearness.reference = it.key();
        result.push_back(std::move(nearness));
    }
    std::stable_sort(result.begin(), result.end(), [](const Nearness& a, const Nearness& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.distance < b.distance;
    });
    return result;
}

}  // namespace redoubt

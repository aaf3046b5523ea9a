// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/budget/levers.h"

#include "model/design/edits.h"
#include "views/estimates/budget/budgetchart.h"
#include "views/parts/words.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

class Levers {
public:
    Levers(const Topology& topology, const ElementId& tenant, const BudgetStory& story)
        : m_topology(topology), m_tenant(tenant), m_story(story)
    {
    }

    [[nodiscard]] std::vector<Lever> list()
    {
        if (!m_story.budget.limitCalls)
            return {};
        interval();
        for (size_t i = 0; i < m_story.groups.size(); ++i)
            secrets(i);
        oneGo();
        return std::move(m_levers);
    }

private:
    void add(const QString& words, const QString& step, const QString& key, const PropertyValue& value)
    {
        Lever lever {words, step, edits::setProperty(m_topology.design(), {m_tenant.value}, key, value), {}, 0};
        const Design changed = patched(m_topology.design(), lever.patch);
        if (const auto after = budgetStory(Topology(changed, m_topology.catalog()), m_tenant)) {
            lever.verdict = after->budget.verdict;
            lever.worst = after->budget.worst;
        }
        m_levers.push_back(std::move(lever));
    }

    void interval()
    {
        const auto smallest = m_story.smallestInterval;
        if (!smallest) {
            m_levers.push_back({QStringLiteral("No interval up to a month makes the worst month fit."), {}, {}, m_story.budget.verdict, m_story.budget.worst});
            return;
        }
        if (*smallest == m_story.intervalMinutes)
            return;
        const bool longer = *smallest > m_story.intervalMinutes;
        add(longer ? QStringLiteral("Synchronise every %1 instead of every %2: the smallest interval whose worst month fits.")
                         .arg(intervalText(*smallest), intervalText(m_story.intervalMinutes))
                   : QStringLiteral("Synchronise as often as every %1 instead of every %2: the worst month still fits.")
                         .arg(intervalText(*smallest), intervalText(m_story.intervalMinutes)),
            QStringLiteral("Synchronise every %1").arg(intervalText(*smallest)), QStringLiteral("sync-interval-min"), PropertyValue(*smallest));
    }

    void secrets(size_t index)
    {
        const BudgetGroup& group = m_story.groups[index];
        const QString name = group.name.isEmpty() ? QStringLiteral("the mapped secrets") : group.name;
        if (!group.largest)
            return;
        const double room = group.secrets + m_story.secretsLeft.value_or(0);
        const bool planBinds = m_story.secretsLeft && room < double(*group.largest);
        const double most = std::max(0.0, planBinds ? std::floor(room) : double(*group.largest));
        if (most == group.secrets)
            return;
        const QString why = planBinds ? QStringLiteral("the plan's secrets bind first, the calls would allow %1").arg(countText(double(*group.largest)))
                                      : QStringLiteral("the most whose worst month fits, the rest as it is");
        add(most < group.secrets ? QStringLiteral("Map %1 secrets of %2 instead of %3: %4.").arg(countText(most), name, countText(group.secrets), why)
                                 : QStringLiteral("Map up to %1 secrets of %2, now %3: %4.").arg(countText(most), name, countText(group.secrets), why),
            QStringLiteral("Map %1 secrets of %2").arg(countText(most), name), QStringLiteral("mapped"), groupsWith(index, most));
    }

    [[nodiscard]] PropertyValue groupsWith(size_t index, double count) const
    {
        const auto value = m_topology.value(m_tenant, QStringLiteral("mapped"));
        PropertyList list = value && value->list() ? *value->list() : value ? PropertyList {*value} : PropertyList {};
        size_t seen = 0;  // as budgetInput counts them: what is no record is no group
        for (PropertyValue& item : list) {
            if (!item.record() || seen++ != index)
                continue;
            PropertyRecord record = *item.record();
            record[QStringLiteral("count")] = PropertyValue(qint64(count));
            item = PropertyValue(std::move(record));
            break;
        }
        return {list};
    }

    void oneGo()
    {
        const auto mapped = std::find_if(m_story.parts.begin(), m_story.parts.end(), [](const BudgetPart& p) { return p.name == QLatin1String("First mapping"); });
        if (mapped == m_story.parts.end() || mapped->calls.worst <= mapped->calls.best)
            return;
        add(QStringLiteral("Map the new secrets in one go: one sign-in for all of them saves %1 calls.").arg(countText(mapped->calls.worst - mapped->calls.best)),
            QStringLiteral("Map in one go"), QStringLiteral("mapped-in-one-go"), PropertyValue(true));
    }

    const Topology& m_topology;
    const ElementId& m_tenant;
    const BudgetStory& m_story;
    std::vector<Lever> m_levers;
};

}  // namespace

std::vector<Lever> leversOf(const Topology& topology, const ElementId& tenant, const BudgetStory& story)
{
    return Levers(topology, tenant, story).list();
}

}  // namespace redoubt

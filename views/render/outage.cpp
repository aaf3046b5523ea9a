// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/outage.h"

#include "model/design/numberwords.h"
#include "model/analysis/failurewords.h"
#include "model/analysis/topology.h"
#include "views/parts/words.h"

namespace redoubt {

namespace {

QSet<QString> setOf(const QStringList& ids)
{
    return {ids.cbegin(), ids.cend()};
}

constexpr qsizetype mostNamed = 4;

QString listed(const Design& design, const QStringList& ids)
{
    QStringList names;
    for (const QString& id : ids.first(std::min(ids.size(), mostNamed)))
        names << failureName(design, id);
    if (ids.size() > mostNamed)
        names << u"%1 more"_qs.arg(ids.size() - mostNamed);
    return inWords(names);
}

}  // namespace

Outage::Outage(const Design& design, const Catalog& catalog, Scenario scenario) : m_scenario(std::move(scenario))
{
    const Topology topology(design, catalog);
    m_failed = setOf(m_scenario.fails);
    m_result = whatIf(topology, m_failed);
    m_recovery = recoveryGiven(topology, m_failed, m_result.services);
    m_inUse = setOf(m_result.linksInUse);
    m_takingOver = setOf(m_result.failoverCarrying);
    // Nobody is asked to do anything: then nothing waits for people.
    const std::vector<FailoverStep>& steps = m_result.walkthrough;
    if (std::none_of(steps.begin(), steps.end(), [](const FailoverStep& step) { return step.byPerson; }))
        m_result.afterPeople.clear();
    m_afterPeople = setOf(m_result.afterPeople);
    for (const LostThing& thing : m_result.lost)
        m_lost.insert(thing.id, thing.text);
    m_failedWords = listed(design, m_scenario.fails);
    m_title = !m_scenario.name.isEmpty() ? m_scenario.name
        : m_failed.isEmpty()             ? u"Everything works"_qs
                                         : u"What if %1 %2 lost"_qs.arg(m_failedWords, m_failed.size() == 1 ? u"is"_qs : u"are"_qs);
}

Outage::Thing Outage::thing(const QString& element) const
{
    return m_failed.contains(element) ? Thing::Failed : m_lost.contains(element) ? Thing::Lost : Thing::Untouched;
}

Outage::Way Outage::way(const QString& link) const
{
    return m_failed.contains(link)       ? Way::Failed
        : m_takingOver.contains(link)    ? Way::TakingOver
        : m_inUse.contains(link)         ? Way::InUse
        : m_afterPeople.contains(link)   ? Way::AfterPeople
                                         : Way::Idle;
}

QString Outage::words(const QString& id) const
{
    return m_failed.contains(id) ? u"Failed"_qs : m_lost.value(id);
}

QString Outage::summary() const
{
    QStringList parts;
    for (const ServiceState state : {ServiceState::Working, ServiceState::Degraded, ServiceState::NeedsPerson, ServiceState::Down}) {
        const auto count = std::count_if(m_result.services.begin(), m_result.services.end(),
                                         [state](const ServiceOutlook& s) { return s.state == state; });
        if (count > 0)
            parts << u"%1 %2"_qs.arg(count).arg(state == ServiceState::NeedsPerson && count > 1 ? u"need a person"_qs : stateWords(state));
    }
    return u"%1: %2"_qs.arg(counted(int(m_result.services.size()), u"service"_qs, u"services"_qs), parts.join(u", "));
}

QString failureName(const Design& design, const QString& id)
{
    const QString name = design.displayName(id);
    if (const Link* link = design.link({id}))
        return u"the connection from %1 to %2"_qs.arg(design.displayName(link->from.value), design.displayName(link->to.value));
    const Element* element = design.element({id});
    if (!element || name == id)
        return name;
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (it.key().value != id && it.value()->kind == element->kind && design.displayName(it.key().value) == name) {
            const Element* around = design.element(element->in);
            for (int depth = 0; around && depth < 64 && design.element(around->in); ++depth)
                around = design.element(around->in);
            const QString where = around && !around->name.isEmpty() ? around->name : id;
            return u"%1 (%2)"_qs.arg(name, where == name ? id : where);
        }
    return name;
}

QString hoursWords(double hours)
{
    if (hours < 1)
        return counted(int(std::lround(hours * 60)), u"minute"_qs, u"minutes"_qs);
    const double shown = std::round(hours * 10) / 10;
    return u"%1 %2"_qs.arg(QString::number(shown), shown == 1 ? u"hour"_qs : u"hours"_qs);
}

QString givenFailureWords(const ServiceOutlook& service)
{
    switch (service.state) {
    case ServiceState::Working:
    case ServiceState::Degraded:
        return service.withPeople - service.automatic > 1e-12
            ? u"While this lasts: %1 by itself, %2 with people helping"_qs.arg(percentWords(service.automatic), percentWords(service.withPeople))
            : u"While this lasts: %1"_qs.arg(percentWords(service.automatic));
    case ServiceState::NeedsPerson:
        return u"Until somebody acts: %1. After that, while this lasts: %2"_qs.arg(percentWords(service.automatic),
                                                                                    percentWords(service.withPeople));
    case ServiceState::Down:
        return u"Until the repair: 0 %"_qs;
    }
    return {};
}

}  // namespace redoubt

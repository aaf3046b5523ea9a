// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/whatif.h"

#include "model/analysis/failurewords.h"
#include "model/analysis/losses.h"
#include "model/analysis/outlook.h"
#include "model/analysis/traffic.h"

#include <algorithm>

namespace redoubt {

namespace {

/// In which order people act: data first, then what the users reach.
int rank(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Database: return 0;
    case ActionKind::PrivilegeSecure: return 1;
    case ActionKind::Site: return 2;
    case ActionKind::Share: return 3;
    }
    return 4;
}

class Outlooks {
public:
    Outlooks(Structure& before, Structure& after)
        : m_before(before), m_after(after), m_words(after), m_probability(after.diagram(), after.components().probabilities())
    {
    }

    [[nodiscard]] ServiceOutlook of(const Service& service, const Service* before)
    {
        Diagram& diagram = m_after.diagram();
        const ServiceFunctions now(diagram, service.need);
        const ServiceFunctions then = before ? ServiceFunctions(m_before.diagram(), before->need) : ServiceFunctions();
        ServiceOutlook outlook;
        outlook.id = service.id;
        outlook.name = service.name;
        const ServiceFigures figures = figuresOf(m_after, m_probability, service.need);
        outlook.automatic = figures.automatic;
        outlook.withPeople = figures.withManualFailover;
        if (!diagram.holds(now.automatic())) {
            outlook.state = diagram.holds(now.restorable()) ? ServiceState::NeedsPerson : ServiceState::Down;
        } else {
            outlook.newSinglePoints = names(now.newlyCritical(diagram, {}, then));
            outlook.beyondRepair = names(now.newlyBeyondRepair(diagram, {}, then));
            for (const QString& id : std::as_const(outlook.newSinglePoints))
                outlook.beyondRepair.removeAll(id);
            const bool asBefore = outlook.newSinglePoints.isEmpty() && outlook.beyondRepair.isEmpty();
            outlook.state = asBefore ? ServiceState::Working : ServiceState::Degraded;
        }
        addSteps(outlook, service, figures.done);
        outlook.reason = reason(outlook, service);
        return outlook;
    }

private:
    [[nodiscard]] QStringList names(const std::vector<int>& levels) const
    {
        QStringList result;
        for (const int level : levels)
            result << m_after.components().elementAt(level);
        result.sort();
        return result;
    }

    void addSteps(ServiceOutlook& outlook, const Service& service, std::vector<int> actions) const
    {
        if (service.need.how)
            for (const FailureWords::Takeover& each : m_words.takeovers(*service.need.how))
                outlook.steps.push_back({false, each.text, each.ids, 0, false});
        if (outlook.state != ServiceState::NeedsPerson)
            return;
        std::stable_sort(actions.begin(), actions.end(), [this](int a, int b) {
            return rank(m_after.actions()[size_t(a)].kind) < rank(m_after.actions()[size_t(b)].kind);
        });
        for (const int number : actions) {
            const Action& action = m_after.actions()[size_t(number)];
            const FailureWords::Takeover step = m_words.action(action, outlook.id);
            outlook.steps.push_back({true, step.text, step.ids, action.hours, action.given});
            outlook.hours += action.hours;
        }
    }

    [[nodiscard]] QString listed(const QStringList& ids) const
    {
        constexpr qsizetype most = 8;
        QStringList result;
        for (const QString& id : ids.first(std::min(ids.size(), most)))
            result << m_words.name(id);
        if (ids.size() > most)
            result << QStringLiteral("%1 more").arg(ids.size() - most);
        return inWords(result);
    }

    /// A cause by itself tells nothing new beside a sentence that ends with it: `Engines of A: B is down. B is down.`
    [[nodiscard]] static QStringList toldOnce(const QStringList& sentences)
    {
        QStringList result;
        for (const QString& sentence : sentences) {
            const bool again = std::any_of(sentences.begin(), sentences.end(), [&](const QString& other) {
                return other.size() > sentence.size() && other.contains(sentence.chopped(1), Qt::CaseInsensitive);
            });
            if (!again)
                result << sentence;
        }
        return result;
    }

    [[nodiscard]] QString reason(const ServiceOutlook& outlook, const Service& service) const
    {
        QStringList sentences;
        if (outlook.state == ServiceState::Down || outlook.state == ServiceState::NeedsPerson) {
            if (service.need.how)
                sentences << toldOnce(m_words.missing(*service.need.how));
            if (outlook.state == ServiceState::NeedsPerson)
                sentences << QStringLiteral("People can restore it in %1 h.").arg(QString::number(outlook.hours, 'g', 6));
            else
                sentences << QStringLiteral("Nothing that people could do restores it before a repair.");
            return sentences.join(QLatin1Char(' '));
        }
        for (const FailoverStep& step : outlook.steps)
            sentences << step.text;
        if (!outlook.newSinglePoints.isEmpty())
            sentences << QStringLiteral("The loss of %1 would now stop it.").arg(alternatives(listed(outlook.newSinglePoints)));
        if (!outlook.beyondRepair.isEmpty())
            sentences << QStringLiteral("The loss of %1 could no longer be bridged by hand.").arg(alternatives(listed(outlook.beyondRepair)));
        return sentences.isEmpty() ? QStringLiteral("Not affected.") : sentences.join(QLatin1Char(' '));
    }
    [[nodiscard]] static QString alternatives(QString list)
    {
        const qsizetype last = list.lastIndexOf(QStringLiteral(" and "));
        return last < 0 ? list : list.replace(last, 5, QStringLiteral(" or "));
    }

    Structure& m_before;
    Structure& m_after;
    FailureWords m_words;
    Probability m_probability;
};

void addToWalkthrough(std::vector<FailoverStep>& walkthrough, const std::vector<FailoverStep>& steps)
{
    for (const FailoverStep& step : steps)
        if (std::none_of(walkthrough.begin(), walkthrough.end(), [&](const FailoverStep& s) { return s.text == step.text; }))
            walkthrough.push_back(step);
}

}  // namespace

QString stateId(ServiceState state)
{
    switch (state) {
    case ServiceState::Working: return QStringLiteral("working");
    case ServiceState::Degraded: return QStringLiteral("degraded");
    case ServiceState::NeedsPerson: return QStringLiteral("needs-person");
    case ServiceState::Down: return QStringLiteral("down");
    }
    return {};
}

QString stateWords(ServiceState state)
{
    return state == ServiceState::NeedsPerson ? QStringLiteral("needs a person") : stateId(state);
}

WhatIf whatIf(const Topology& topology, const QSet<QString>& failed)
{
    Structure before(topology, {}), after(topology, failed);
    const std::vector<Service> whole = before.services();
    const std::vector<Service> services = after.services();
    WhatIf result;
    Outlooks outlooks(before, after);
    for (const Service& service : services) {
        const auto same = std::find_if(whole.begin(), whole.end(), [&](const Service& s) { return s.id == service.id; });
        ServiceOutlook outlook = outlooks.of(service, same == whole.end() ? nullptr : &*same);
        if (after.diagram().isExhausted() || before.diagram().isExhausted())
            break;  // no verdict rather than a wrong one
        addToWalkthrough(result.walkthrough, outlook.steps);
        result.services.push_back(std::move(outlook));
    }
    // A failed link may take away all that a service is made of.
    for (const Service& service : whole)
        if (std::none_of(services.begin(), services.end(), [&](const Service& s) { return s.id == service.id; })) {
            ServiceOutlook lost;
            lost.id = service.id;
            lost.name = service.name;
            lost.state = ServiceState::Down;
            lost.reason = QStringLiteral("No way to it is left.");
            result.services.push_back(std::move(lost));
        }
    std::stable_sort(result.walkthrough.begin(), result.walkthrough.end(),
                     [](const FailoverStep& a, const FailoverStep& b) { return a.byPerson < b.byPerson; });
    result.lost = lossesOf(before, after);
    Traffic traffic = trafficOf(after);
    result.linksInUse = std::move(traffic.inUse);
    // Some carry on any day (an engine's second broker); they take over from nothing.
    const QStringList always = failed.isEmpty() ? traffic.failover : trafficOf(before).failover;
    for (const QString& id : std::as_const(traffic.failover))
        if (!always.contains(id))
            result.failoverCarrying << id;
    result.afterPeople = std::move(traffic.afterPeople);
    return result;
}

}  // namespace redoubt

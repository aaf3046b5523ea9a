// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/structure.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

Structure::Structure(const Topology& topology, Supposition reading)
    : m_topology(topology), m_components(topology, m_diagram, reading.failed), m_reading(std::move(reading))
{
}

std::vector<Service> Structure::services()
{
    Services services;
    for (const auto derive : {&Structure::secretServerSignIn, &Structure::privilegeManager, &Structure::rotations,
                              &Structure::recording, &Structure::vault, &Structure::cloud, &Structure::privilegeSecure}) {
        const auto before = services.size();
        (this->*derive)(services);
        if (m_diagram.isExhausted()) {
            services.erase(services.begin() + std::ptrdiff_t(before), services.end());
            break;
        }
    }
    return services;
}

QString runbookSetting(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Database: return QStringLiteral("rto-db");
    case ActionKind::Site: return QStringLiteral("rto-site");
    case ActionKind::PrivilegeSecure: return QStringLiteral("rto-nps");
    case ActionKind::Share: return QStringLiteral("rto-share");
    }
    return {};
}

double Structure::runbookHours(ActionKind kind, bool& given) const
{
    const double assumed = kind == ActionKind::Site ? 4 : 1;  // catalogue d.2; assumptions
    given = false;
    const auto setting = m_topology.design().settings.constFind(runbookSetting(kind));
    if (setting == m_topology.design().settings.cend())
        return assumed;
    const double hours = setting->number().value_or(-1);
    given = std::isfinite(hours) && hours >= 0;
    return given ? hours : assumed;
}

int Structure::action(ActionKind kind, const QString& subject)
{
    for (size_t i = 0; i < m_actions.size(); ++i)
        if (m_actions[i].kind == kind && m_actions[i].subject == subject)
            return int(i);
    bool given = false;
    const double hours = runbookHours(kind, given);
    m_actions.push_back({kind, subject, hours, given});
    return int(m_actions.size()) - 1;
}

std::vector<double> Structure::actionHours() const
{
    std::vector<double> hours;
    for (const Action& action : m_actions)
        hours.push_back(action.hours);
    return hours;
}

std::vector<Remedy> Structure::remedies(Bdd when, int action, const RepairCases& repair)
{
    constexpr double linkHours = 8;  // of a link that is taken as cut; no figure of a year rests on it
    std::vector<Remedy> result;
    Bdd open = when;
    for (const RepairCase& c : repair) {
        if (const Bdd states = m_diagram.both(when, c.when); states != Diagram::no)
            result.push_back({{action}, c.hours, states});
        open = m_diagram.without(open, c.when);
    }
    // Down though every part is up: a link is cut. What replaces the parts stands in for it too.
    const auto isLink = [this](const QString& id) { return m_topology.design().link({id}) != nullptr; };
    if (open != Diagram::no && std::any_of(m_reading.failed.cbegin(), m_reading.failed.cend(), isLink))
        result.push_back({{action}, linkHours, open});
    return result;
}

FactorPtr Structure::anyUp(const QList<ElementId>& ids, const FactorName& name, const QStringList& rows)
{
    std::vector<FactorPtr> parts;
    for (const ElementId& id : ids)
        parts.push_back(connected(id, rows));
    return anyOf(m_diagram, std::move(parts), name);
}

bool Structure::isCut(const QList<int>& flows, const QStringList& rows) const
{
    bool cut = false;
    for (const int index : flows) {
        const Flow& flow = m_topology.flow(index);
        const bool wanted = std::any_of(flow.rows.cbegin(), flow.rows.cend(), [&](const QString& row) { return rows.contains(row); });
        if (!wanted)
            continue;
        if (!m_components.isFailed(flow.link.value))
            return false;
        cut = true;
    }
    return cut;
}

FactorPtr Structure::connected(const ElementId& id, const QStringList& rows)
{
    return unlessCut(m_components.upFactor(id), {id}, rows);
}

FactorPtr Structure::unlessCut(const FactorPtr& part, const QList<ElementId>& from, const QStringList& rows, const ElementId& about)
{
    if (m_reading.failed.isEmpty() || rows.isEmpty() || from.isEmpty())
        return part;
    QList<int> flows;
    for (const ElementId& id : from)
        flows << m_topology.from(id);
    if (!isCut(flows, rows))
        return part;
    const QString cutOff = about.isEmpty() ? from.front().value : about.value;
    return allOf(m_diagram, {part, component(Diagram::no, cutOff)}, {QStringLiteral("Connection"), cutOff});
}

ServiceFigures figuresOf(Structure& structure, Probability& probability, const Graded& need)
{
    Diagram& diagram = structure.diagram();
    ServiceFigures figures;
    std::vector<double> hours = structure.actionHours();
    if (!structure.reading().failed.isEmpty() && !diagram.holds(need.automatic))
        if (const auto remedy = quickestRemedy(diagram, need, hours))
            figures.done = need.manual[*remedy].actions;
    for (const int action : figures.done)
        hours[size_t(action)] = 0;
    figures.automatic = double(probability.of(need.automatic));
    const long double byHand = expectedCredit(probability, creditedStates(diagram, need, hours));
    figures.withManualFailover = std::max(figures.automatic, double(byHand));
    figures.downtimeMinutesYear = double((1 - byHand) * static_cast<long double>(minutesYear));
    return figures;
}

std::vector<int> levelsOf(const Diagram& diagram, const Graded& need)
{
    std::vector<int> levels = diagram.support(need.automatic);
    for (const Remedy& remedy : need.manual) {
        const std::vector<int> more = diagram.support(remedy.when);
        levels.insert(levels.end(), more.begin(), more.end());
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

}  // namespace redoubt

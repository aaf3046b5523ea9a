// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/structure.h"

#include <cmath>

namespace redoubt {

Structure::Structure(const Topology& topology, const QSet<QString>& failed)
    : m_topology(topology), m_components(topology, m_diagram, failed), m_failed(failed)
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

double Structure::runbookHours(ActionKind kind, bool& given) const
{
    struct Setting {
        QString setting;
        double hours;
    };
    // Catalogue d.2; all assumptions.
    const Setting entry = kind == ActionKind::Database ? Setting{QStringLiteral("rto-db"), 1}
        : kind == ActionKind::Site                   ? Setting{QStringLiteral("rto-site"), 4}
        : kind == ActionKind::PrivilegeSecure        ? Setting{QStringLiteral("rto-nps"), 1}
                                                     : Setting{QStringLiteral("rto-share"), 1};
    given = false;
    const auto setting = m_topology.design().settings.constFind(entry.setting);
    if (setting == m_topology.design().settings.cend())
        return entry.hours;
    const double hours = setting->number().value_or(-1);
    given = std::isfinite(hours) && hours >= 0;
    return given ? hours : entry.hours;
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

std::vector<Remedy> Structure::remedies(Bdd when, int action, const RepairCases& repair)
{
    std::vector<Remedy> result;
    for (const RepairCase& c : repair)
        if (const Bdd states = m_diagram.both(when, c.when); states != Diagram::no)
            result.push_back({{action}, c.hours, states});
    return result;
}

Bdd Structure::anyUp(const QList<ElementId>& ids)
{
    std::vector<Bdd> parts;
    for (const ElementId& id : ids)
        parts.push_back(m_components.up(id));
    return m_diagram.anyOf(std::move(parts));
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/whatifmode.h"

#include "model/design/scenarios.h"

namespace redoubt {

namespace {

bool failsTheSame(const Scenario& scenario, const QStringList& failed)
{
    return QSet<QString>(scenario.fails.cbegin(), scenario.fails.cend()) == QSet<QString>(failed.cbegin(), failed.cend());
}

}  // namespace

WhatIfMode::WhatIfMode(Editor& editor, LiveAnalysis& analysis, QObject* parent)
    : QObject(parent), m_editor(editor), m_analysis(analysis)
{
    connect(&editor.document(), &Document::changed, this, &WhatIfMode::onChanged);
}

void WhatIfMode::onChanged(const Change& change)
{
    if (change.reset)
        setOn(false);
    if (change.reset || change.scenarios)
        emit scenariosChanged();
    if (!m_on)
        return;
    const Design& design = m_editor.design();
    const auto before = m_failed.size();
    m_failed.removeIf([&design](const QString& id) { return !design.element({id}) && !design.link({id}); });
    if (before != m_failed.size())
        emit failedChanged();
    ask();
}

QString WhatIfMode::shown() const
{
    const std::vector<Scenario>& all = m_editor.design().scenarios;
    const Scenario* last = m_editor.design().scenario(m_last);
    if (m_failed.isEmpty())
        return {};
    if (last && failsTheSame(*last, m_failed))
        return last->name;
    const auto same = std::find_if(all.begin(), all.end(), [this](const Scenario& s) { return failsTheSame(s, m_failed); });
    return same == all.end() ? QString() : same->name;
}

int WhatIfMode::place() const
{
    const QString name = shown();
    const std::vector<Scenario>& all = m_editor.design().scenarios;
    for (size_t i = 0; i < all.size() && !name.isEmpty(); ++i)
        if (all[i].name == name)
            return int(i);
    return -1;
}

Scenario WhatIfMode::current() const
{
    const Scenario* found = m_editor.design().scenario(shown());
    return found && !m_failed.isEmpty() ? *found : Scenario{{}, m_failed, {}};
}

void WhatIfMode::setOn(bool on)
{
    if (std::exchange(m_on, on) == on)
        return;
    m_failed.clear();
    m_last.clear();
    m_outage.reset();
    if (on)
        ask();
    else
        m_answered = m_asked;
    emit turned(on);
    emit failedChanged();
}

void WhatIfMode::setFailed(const QStringList& ids)
{
    if (!m_on)
        setOn(true);
    m_failed = ids;
    ask();
    emit failedChanged();
}

void WhatIfMode::toggle(const QString& id)
{
    if (!m_editor.design().element({id}) && !m_editor.design().link({id}))
        return;
    QStringList ids = m_failed;
    if (!ids.removeOne(id))
        ids << id;
    setFailed(ids);
}

void WhatIfMode::restoreAll()
{
    m_last.clear();
    setFailed({});
}

void WhatIfMode::show(const QString& scenario)
{
    if (const Scenario* found = m_editor.design().scenario(scenario)) {
        m_last = found->name;
        setFailed(found->fails);
    }
}

void WhatIfMode::step(int by)
{
    const std::vector<Scenario>& all = m_editor.design().scenarios;
    if (all.empty())
        return;
    // Failures that are no scenario stand where the last shown one does.
    int at = place();
    for (size_t i = 0; i < all.size() && at < 0 && !m_failed.isEmpty(); ++i)
        if (all[i].name == m_last)
            at = int(i);
    const int to = std::clamp(at + by, -1, int(all.size()) - 1);
    if (to < 0)
        restoreAll();
    else
        show(all[size_t(to)].name);
}

bool WhatIfMode::save(const QString& name)
{
    m_last = name.trimmed();
    const Scenario* old = m_editor.design().scenario(m_last);
    Patch patch = edits::saveScenario(m_editor.design(), {m_last, m_failed, old ? old->note : QString()});
    if (patch.isEmpty())
        return m_editor.design().scenario(m_last) && shown() == m_last;
    m_editor.apply(std::move(patch), tr("Save the scenario %1").arg(m_last));
    emit failedChanged();  // they have a name now
    ask();
    return true;
}

bool WhatIfMode::rename(const QString& name, const QString& newName)
{
    Patch patch = edits::renameScenario(m_editor.design(), name, newName);
    if (patch.isEmpty())
        return name == newName.trimmed();
    if (m_last == name)
        m_last = newName.trimmed();
    m_editor.apply(std::move(patch), tr("Rename the scenario %1").arg(name));
    return true;
}

void WhatIfMode::setNote(const QString& name, const QString& note)
{
    m_editor.apply(edits::noteScenario(m_editor.design(), name, note), tr("Note on the scenario %1").arg(name));
}

void WhatIfMode::remove(const QString& name)
{
    m_editor.apply(edits::removeScenario(m_editor.design(), name), tr("Delete the scenario %1").arg(name));
}

void WhatIfMode::move(const QString& name, int steps)
{
    m_editor.apply(edits::moveScenario(m_editor.design(), name, steps), tr("Move the scenario %1").arg(name));
}

void WhatIfMode::ask()
{
    ++m_asked;
    if (m_running)
        return;  // asked again when that answer is here
    m_running = true;
    m_analysis.ask(this,
        [design = m_editor.design(), scenario = current(), &catalog = m_editor.catalog()](const RuleSet&) {
            return std::make_shared<const Outage>(design, catalog, scenario);
        },
        [this, asked = m_asked](std::shared_ptr<const Outage> outage) {
            m_running = false;
            if (!m_on)
                return;
            if (asked != m_asked) {
                ask();
                return;
            }
            m_answered = asked;
            m_outage = std::move(outage);
            emit answered();
        });
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/scenariolist.h"

#include "model/design/scenarios.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/render/outage.h"
#include "views/whatif/whatifmode.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

ScenarioList::ScenarioList(WhatIfMode& mode, Editor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_mode(mode)
    , m_editor(editor)
    , m_theme(theme)
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_note(new QLineEdit(this))
    , m_rows(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* saving = new QHBoxLayout;
    saving->setSpacing(6);
    saving->addWidget(m_name, 1);
    saving->addWidget(m_save);
    column->addLayout(saving);
    column->addWidget(m_note);
    m_rows->setSpacing(2);
    column->addLayout(m_rows);
    m_name->setObjectName(QStringLiteral("scenarioName"));
    m_name->setPlaceholderText(tr("Name for what has failed now"));
    m_name->setAccessibleName(tr("Name of the scenario"));
    m_save->setObjectName(QStringLiteral("saveScenario"));
    m_note->setObjectName(QStringLiteral("scenarioNote"));
    m_note->setPlaceholderText(tr("Note, shown with this scenario"));
    m_note->setAccessibleName(tr("Note on the scenario"));
    connect(m_save, &QPushButton::clicked, this, &ScenarioList::save);
    connect(m_name, &QLineEdit::returnPressed, this, &ScenarioList::save);
    connect(m_name, &QLineEdit::textChanged, this, &ScenarioList::showSaving);
    connect(m_note, &QLineEdit::editingFinished, this, &ScenarioList::saveNote);
    // Rows may go while one of their buttons is being handled.
    connect(&mode, &WhatIfMode::failedChanged, this, &ScenarioList::refresh, Qt::QueuedConnection);
    connect(&mode, &WhatIfMode::scenariosChanged, this, &ScenarioList::refresh, Qt::QueuedConnection);
    refresh();
}

void ScenarioList::beginSaving()
{
    if (m_name->text().isEmpty())
        m_name->setText(edits::freeScenarioName(m_editor.design(), m_mode.outage() ? QStringLiteral("%1 lost").arg(m_mode.outage()->failedWords()) : QString()));
    m_name->setFocus();
    m_name->selectAll();
}

void ScenarioList::save()
{
    if (m_mode.save(m_name->text()))
        m_name->clear();
}

void ScenarioList::saveNote()
{
    if (const QString shown = m_mode.shown(); !shown.isEmpty())
        m_mode.setNote(shown, m_note->text());
}

void ScenarioList::showSaving()
{
    const QString name = m_name->text().trimmed();
    m_save->setEnabled(!name.isEmpty() && !m_mode.failed().isEmpty());
    m_save->setText(m_editor.design().scenario(name) ? tr("Replace") : tr("Save"));
    m_name->setEnabled(!m_mode.failed().isEmpty());
}

void ScenarioList::refresh()
{
    showSaving();
    const QString shown = m_mode.shown();
    const Scenario* scenario = m_editor.design().scenario(shown);
    m_note->setVisible(scenario);
    if (scenario && !m_note->hasFocus())
        m_note->setText(scenario->note);
    clearLayout(m_rows);
    for (const Scenario& each : m_editor.design().scenarios)
        addRow(each, each.name == shown);
    if (m_editor.design().scenarios.empty())
        m_rows->addWidget(makeText(tr("No scenario yet. Fail something, give it a name and save it: it stands in the design file and "
                                      "can be stepped through with Page Down."), "caption", this));
}

void ScenarioList::addRow(const Scenario& scenario, bool shown)
{
    auto* row = new QFrame(this);
    row->setObjectName(shown ? QStringLiteral("scenarioShown") : QStringLiteral("scenarioRow"));
    row->setProperty("scenario", scenario.name);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 3, 2, 3);
    layout->setSpacing(2);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    layout->addLayout(words, 1);
    m_rows->addWidget(row);
    const QString name = scenario.name;
    if (m_renaming == name) {
        auto* field = new QLineEdit(name, row);
        field->setObjectName(QStringLiteral("scenarioRename"));
        words->addWidget(field);
        connect(field, &QLineEdit::editingFinished, this, [this, field, name] {
            if (std::exchange(m_renaming, {}) != name)
                return;
            const QString wanted = field->text().trimmed();
            if (!m_mode.rename(name, wanted) && wanted != name && m_editor.design().scenario(wanted))
                emit m_editor.said(tr("There is a scenario %1 already: %2 keeps its name.").arg(wanted, name));
            QMetaObject::invokeMethod(this, &ScenarioList::refresh, Qt::QueuedConnection);
        });
        field->show();
        field->setFocus();
        field->selectAll();
        return;
    }
    QPushButton* show = makeRowLink(name, row);
    show->setObjectName(QStringLiteral("showScenario"));
    connect(show, &QPushButton::clicked, this, [this, name] { m_mode.show(name); });
    words->addWidget(show);
    QStringList lost;
    for (const QString& id : scenario.fails)
        lost << failureName(m_editor.design(), id);
    QLabel* fails = makeText(lost.join(QStringLiteral(", ")), "caption", row);
    fails->setContentsMargins(5, 0, 0, 2);
    words->addWidget(fails);
    QToolButton* more = makeIconButton(m_theme.icon(QStringLiteral("chevron-down")), tr("More for %1").arg(name), row);
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    menu->addAction(tr("Rename"), this, [this, name] { beginRename(name); });
    menu->addAction(tr("Move up"), this, [this, name] { m_mode.move(name, -1); });
    menu->addAction(tr("Move down"), this, [this, name] { m_mode.move(name, 1); });
    menu->addSeparator();
    menu->addAction(tr("Delete"), this, [this, name] { m_mode.remove(name); });
    more->setMenu(menu);
    layout->addWidget(more, 0, Qt::AlignTop);
}

void ScenarioList::beginRename(const QString& name)
{
    m_renaming = name;
    QMetaObject::invokeMethod(this, &ScenarioList::refresh, Qt::QueuedConnection);
}

}  // namespace redoubt

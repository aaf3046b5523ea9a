// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/walkthrough.h"

#include "views/parts/panels.h"
#include "views/parts/statemark.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace redoubt {

namespace {

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}  // namespace

Walkthrough::Walkthrough(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(7);
}

void Walkthrough::addHeading(const QString& text)
{
    QLabel* label = makeText(text, "section", this);
    label->setContentsMargins(0, 4, 0, 0);
    m_column->addWidget(label);
}

void Walkthrough::show(const Outage& outage)
{
    clearLayout(m_column);
    const std::vector<FailoverStep>& steps = outage.result().walkthrough;
    const auto isPersons = [](const FailoverStep& step) { return step.byPerson; };
    const auto byPeople = std::count_if(steps.begin(), steps.end(), isPersons);
    if (byPeople < std::ptrdiff_t(steps.size()))
        addHeading(tr("What happens by itself"));
    for (const FailoverStep& step : steps)
        if (!step.byPerson)
            addStep(0, step);
    if (byPeople > 0)
        addHeading(tr("What people do, in this order"));
    int number = 0;
    for (const FailoverStep& step : steps)
        if (step.byPerson)
            addStep(++number, step);
    if (!outage.recovery().empty())
        addHeading(tr("What becomes of the data"));
    for (const RecoveryLine& line : outage.recovery())
        addRecovery(line);
    setVisible(m_column->count() > 0);
}

void Walkthrough::addStep(int number, const FailoverStep& step)
{
    auto* row = new QWidget(this);
    row->setObjectName(step.byPerson ? QStringLiteral("personStep") : QStringLiteral("automaticStep"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(9);
    auto* mark = new QLabel(row);
    mark->setPixmap(statePixmap(step.byPerson ? ServiceState::NeedsPerson : ServiceState::Working, 16, m_theme.style(), devicePixelRatioF()));
    layout->addWidget(mark, 0, Qt::AlignTop);
    QString text = step.byPerson ? tr("%1. %2").arg(number).arg(step.text) : step.text;
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(makeText(text, "", row));
    if (step.byPerson)
        words->addWidget(makeText(tr("takes %1%2").arg(hoursWords(step.hours), step.given ? QString() : tr(", an assumption")), "caption", row));
    layout->addLayout(words, 1);
    if (!step.ids.isEmpty()) {
        QToolButton* show = makeIconButton(m_theme.icon(QStringLiteral("search")), tr("Show on the canvas"), row);
        connect(show, &QToolButton::clicked, this, [this, ids = step.ids] { emit revealed(ids); });
        layout->addWidget(show, 0, Qt::AlignTop);
    }
    m_column->addWidget(row);
}

void Walkthrough::addRecovery(const RecoveryLine& line)
{
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("recovery"));
    auto* words = new QVBoxLayout(row);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    words->addWidget(makeText(line.dataSet, "", row));
    words->addWidget(makeText(tr("Back: %1. Data: %2.").arg(line.recoveryTime, line.recoveryPoint), "caption", row));
    row->setAccessibleName(capital(line.dataSet));
    m_column->addWidget(row);
}

}  // namespace redoubt

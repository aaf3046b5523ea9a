// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/outlookcard.h"

#include "views/parts/panels.h"
#include "views/parts/statemark.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"
#include "views/render/outage.h"

#include <QHBoxLayout>
#include <QLabel>

namespace redoubt {

OutlookCard::OutlookCard(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_mark(new QLabel(this))
    , m_name(makeText({}, "section", this))
    , m_state(makeLabel({}, "", this))
    , m_reason(makeText({}, "secondary", this))
    , m_figures(makeText({}, "", this))
{
    setObjectName(QStringLiteral("card"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 9, 12, 10);
    layout->setSpacing(9);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(m_state, 0, Qt::AlignTop);
    words->addLayout(top);
    words->addWidget(m_reason);
    words->addWidget(m_figures);
    layout->addLayout(words, 1);
    m_state->setObjectName(QStringLiteral("serviceState"));
    m_reason->setObjectName(QStringLiteral("serviceReason"));
    m_figures->setObjectName(QStringLiteral("serviceFigures"));
}

void OutlookCard::show(const ServiceOutlook& service, bool anyFailed)
{
    const Style& style = m_theme.style();
    m_id = service.id;
    m_mark->setPixmap(statePixmap(service.state, 20, style, devicePixelRatioF()));
    m_name->setText(service.name);
    QString word = stateWords(service.state);
    word[0] = word[0].toUpper();
    m_state->setText(word);
    m_state->setStyleSheet(stateSheet(service.state, style));
    m_reason->setText(service.reason);
    m_figures->setText(anyFailed ? givenFailureWords(service).replace(QStringLiteral(" %"), QStringLiteral("\u00a0%")) : QString());  // a figure stays in one piece
    m_figures->setVisible(anyFailed);
    m_figures->setToolTip(QStringLiteral("Until somebody acts: %1\nOnce people have acted: %2\nWhat else may fail meanwhile is in the "
                                         "figures; the hours that people take are said beside them.")
                              .arg(percentInFull(service.automatic), percentInFull(service.withPeople)));
    setAccessibleName(QStringLiteral("%1: %2").arg(service.name, stateWords(service.state)));
    setAccessibleDescription(service.reason);
}

}  // namespace redoubt

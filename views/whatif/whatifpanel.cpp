// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/whatifpanel.h"

#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/statemark.h"
#include "views/parts/theme.h"
#include "views/whatif/outlookcard.h"
#include "views/whatif/scenariolist.h"
#include "views/whatif/walkthrough.h"
#include "views/whatif/whatifmode.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace redoubt {

namespace {

constexpr int chipWidth = 230;  ///< of its words, in pixels: the panel must not grow with them

}  // namespace

WhatIfPanel::WhatIfPanel(WhatIfMode& mode, Editor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_mode(mode)
    , m_editor(editor)
    , m_theme(theme)
    , m_failed(new QWidget)
    , m_nothing(makeText(tr("Nothing has failed. Click a server, a site or a connection on the canvas; the right button offers what it "
                            "stands on and in."), "secondary"))
    , m_services(new QVBoxLayout)
    , m_steps(new Walkthrough(theme))
    , m_scenarios(new ScenarioList(mode, editor, theme))
{
    setObjectName(QStringLiteral("panel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("panelBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 10, 12, 16);
    column->setSpacing(8);
    column->setAlignment(Qt::AlignTop);
    auto* flow = new FlowLayout(m_failed, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    m_services->setSpacing(8);
    column->addWidget(makeLabel(tr("Failed"), "section"));
    column->addWidget(m_nothing);
    column->addWidget(m_failed);
    column->addSpacing(2);
    column->addWidget(makeLabel(tr("Services"), "section"));
    column->addLayout(m_services);
    column->addWidget(m_steps);
    column->addSpacing(4);
    column->addWidget(makeRule());
    column->addWidget(makeLabel(tr("Scenarios"), "section"));
    column->addWidget(m_scenarios);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    layout->addWidget(scroll);
    connect(m_steps, &Walkthrough::revealed, this, &WhatIfPanel::revealed);
    connect(&mode, &WhatIfMode::failedChanged, this, &WhatIfPanel::showFailed, Qt::QueuedConnection);
    connect(&mode, &WhatIfMode::answered, this, &WhatIfPanel::showAnswer);
    connect(&theme, &Theme::changed, this, [this] {
        showFailed();
        showAnswer();
    });
    showFailed();
}

void WhatIfPanel::showFailed()
{
    clearLayout(m_failed->layout());
    for (const QString& id : m_mode.failed()) {
        auto* chip = new QToolButton(m_failed);
        chip->setObjectName(QStringLiteral("chip"));
        const QString name = failureName(m_editor.design(), id);
        chip->setText(chip->fontMetrics().elidedText(name, Qt::ElideMiddle, chipWidth));  // a link's name is long
        chip->setAccessibleName(name);
        chip->setIcon(QIcon(failedPixmap(14, m_theme.style(), devicePixelRatioF())));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setToolTip(tr("Restore %1").arg(name));
        chip->setProperty("failed", id);
        connect(chip, &QToolButton::clicked, this, [this, id] { m_mode.toggle(id); });
        m_failed->layout()->addWidget(chip);
        chip->show();
    }
    m_failed->setVisible(!m_mode.failed().isEmpty());
    m_nothing->setVisible(m_mode.failed().isEmpty());
    m_failed->updateGeometry();
}

void WhatIfPanel::showAnswer()
{
    if (!m_mode.outage())
        return;
    const std::vector<ServiceOutlook>& services = m_mode.outage()->result().services;
    while (m_cards.size() > qsizetype(services.size()))
        delete m_cards.takeLast();
    while (m_cards.size() < qsizetype(services.size())) {
        m_cards << new OutlookCard(m_theme);
        m_services->addWidget(m_cards.back());
    }
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards[i]->show(services[size_t(i)], !m_mode.outage()->scenario().fails.isEmpty());
    m_steps->show(*m_mode.outage());
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/whatif/whatifstrip.h"

#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/statemark.h"
#include "views/parts/theme.h"
#include "views/whatif/whatifmode.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace redoubt {

/// Mark, name and word of a service.
class ServiceChip : public QFrame {
public:
    explicit ServiceChip(QWidget* parent) : QFrame(parent), m_mark(new QLabel(this)), m_words(makeLabel({}, "", this))
    {
        setObjectName(QStringLiteral("serviceChip"));
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(6, 2, 10, 2);
        layout->setSpacing(6);
        layout->addWidget(m_mark);
        layout->addWidget(m_words);
        m_words->setTextFormat(Qt::RichText);
    }

    void show(const ServiceOutlook& service, const Style& style)
    {
        const QColor fill = style.stateFill(service.state);
        m_mark->setPixmap(statePixmap(service.state, 16, style, devicePixelRatioF()));
        m_words->setText(QStringLiteral("%1: <b>%2</b>").arg(service.name.toHtmlEscaped(), stateWords(service.state)));
        m_words->setStyleSheet(QStringLiteral("color: %1;").arg(readable(style.state(service.state), fill, 4.5).name()));
        setStyleSheet(QStringLiteral("QFrame#serviceChip { background: %1; border: 1px solid %2; border-radius: 11px; }")
                          .arg(fill.name(), mixed(fill, style.state(service.state), 0.35).name()));
        setToolTip(service.reason);
        setAccessibleName(QStringLiteral("%1: %2").arg(service.name, stateWords(service.state)));
        setProperty("service", service.id);
        setProperty("state", stateId(service.state));
    }

private:
    QLabel* m_mark;
    QLabel* m_words;
};

WhatIfStrip::WhatIfStrip(WhatIfMode& mode, const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_mode(mode)
    , m_theme(theme)
    , m_mark(new QLabel(this))
    , m_title(makeText({}, "heading", this))
    , m_hint(makeText({}, "secondary", this))
    , m_services(new QWidget(this))
    , m_steps(new QWidget(this))
    , m_step(makeLabel({}, "secondary", m_steps))
    , m_previous(makeIconButton(theme.icon(QStringLiteral("chevron-left")), tr("Previous scenario  (Page Up)"), m_steps))
    , m_next(makeIconButton(theme.icon(QStringLiteral("chevron-right")), tr("Next scenario  (Page Down)"), m_steps))
    , m_restore(new QPushButton(tr("Restore all"), this))
{
    setObjectName(QStringLiteral("whatIfStrip"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("What-if"));
    m_title->setObjectName(QStringLiteral("whatIfTitle"));
    m_hint->setObjectName(QStringLiteral("whatIfHint"));
    m_restore->setObjectName(QStringLiteral("restoreAll"));
    m_restore->setToolTip(tr("Everything works again  (Escape)"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->setSpacing(10);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(5);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    auto* flow = new FlowLayout(m_services, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    words->addWidget(m_services);
    layout->addLayout(words, 1);
    auto* steps = new QHBoxLayout(m_steps);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_step, m_next})
        steps->addWidget(widget);
    m_step->setObjectName(QStringLiteral("whatIfStep"));
    layout->addWidget(m_steps, 0, Qt::AlignTop);
    layout->addWidget(m_restore, 0, Qt::AlignTop);
    auto* leave = new QPushButton(tr("Leave what-if"), this);
    leave->setObjectName(QStringLiteral("leaveWhatIf"));
    layout->addWidget(leave, 0, Qt::AlignTop);
    connect(leave, &QPushButton::clicked, this, &WhatIfStrip::leaveAsked);
    connect(m_restore, &QPushButton::clicked, &mode, &WhatIfMode::restoreAll);
    connect(m_previous, &QToolButton::clicked, this, [this] { m_mode.step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_mode.step(1); });
    for (QPushButton* button : {m_restore, leave})
        button->setFocusPolicy(Qt::TabFocus);  // the canvas keeps the keys
    connect(&mode, &WhatIfMode::turned, this, &QWidget::setVisible);
    connect(&mode, &WhatIfMode::answered, this, &WhatIfStrip::refresh);
    connect(&mode, &WhatIfMode::failedChanged, this, &WhatIfStrip::showSteps);
    connect(&mode, &WhatIfMode::scenariosChanged, this, &WhatIfStrip::showSteps);
    connect(&theme, &Theme::changed, this, &WhatIfStrip::refresh);
    refresh();
    hide();
}

void WhatIfStrip::refresh()
{
    const Outage* outage = m_mode.outage().get();
    const bool any = outage && !outage->scenario().fails.isEmpty();
    m_mark->setPixmap(failedPixmap(18, m_theme.style(), devicePixelRatioF()));
    m_title->setText(any ? outage->title() : tr("What-if"));
    const QString note = any ? outage->scenario().note : QString();
    const bool named = any && !outage->scenario().name.isEmpty();
    m_hint->setText(!any         ? tr("Click a server, a site or a connection, or go there with the arrow keys and press Enter: it fails; again, and it is back. Escape restores all.")
                        : named  ? tr("Lost: %1%2").arg(outage->failedWords(), note.isEmpty() ? QString() : QStringLiteral(" · ") + note)
                                 : outage->summary());
    showServices();
    showSteps();
}

void WhatIfStrip::showServices()
{
    static const std::vector<ServiceOutlook> none;
    const std::vector<ServiceOutlook>& services = m_mode.outage() ? m_mode.outage()->result().services : none;
    while (m_chips.size() > qsizetype(services.size()))
        delete m_chips.takeLast();
    while (m_chips.size() < qsizetype(services.size())) {
        m_chips << new ServiceChip(m_services);
        m_services->layout()->addWidget(m_chips.back());
        m_chips.back()->QWidget::show();
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->show(services[size_t(i)], m_theme.style());
    m_services->setVisible(!m_chips.isEmpty());
    m_services->updateGeometry();
}

void WhatIfStrip::showSteps()
{
    const int count = m_mode.scenarioCount(), place = m_mode.place();
    m_steps->setVisible(count > 0);
    m_step->setText(place < 0 ? tr("%1 saved").arg(count) : tr("%1 of %2").arg(place + 1).arg(count));
    m_previous->setEnabled(!m_mode.failed().isEmpty());
    m_next->setEnabled(place + 1 < count);
    m_restore->setEnabled(!m_mode.failed().isEmpty());
}

}  // namespace redoubt

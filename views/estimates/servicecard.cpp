// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/servicecard.h"

#include "model/design/numberwords.h"
#include "views/parts/flowlayout.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace redoubt {

TargetVerdict judgeTarget(const ServiceEstimate& service, const std::optional<double>& target)
{
    if (!target)
        return TargetVerdict::None;
    if (service.automatic >= *target)
        return TargetVerdict::Met;
    return service.withManualFailover >= *target ? TargetVerdict::MetByHand : TargetVerdict::Missed;
}

QString targetText(TargetVerdict verdict, double target)
{
    const QString figure = percentWords(target);
    switch (verdict) {
    case TargetVerdict::Met:
        return QStringLiteral("meets %1").arg(figure);
    case TargetVerdict::MetByHand:
        return QStringLiteral("meets %1 by hand").arg(figure);
    case TargetVerdict::Missed:
        return QStringLiteral("misses %1").arg(figure);
    case TargetVerdict::None:
        break;
    }
    return {};
}

ServiceCard::ServiceCard(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(makeText({}, "", this))
    , m_figure(makeLabel({}, "", this))
    , m_downtime(makeText({}, "secondary", this))
    , m_automatic(makeText({}, "caption", this))
    , m_target(makeLabel({}, "", this))
    , m_pointsHead(makeLabel({}, "caption", this))
    , m_points(new QWidget(this))
{
    setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(3);
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(m_target, 0, Qt::AlignTop);
    layout->addLayout(top);
    m_figure->setStyleSheet(QStringLiteral("font-size: 20px; font-weight: 600;"));
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_figure, 1);
    QToolButton* details = makeLinkButton(QStringLiteral("Details"), this);
    details->setObjectName(QStringLiteral("serviceDetails"));
    details->setToolTip(QStringLiteral("How the figure comes about, what stops the service, what to harden next"));
    connect(details, &QToolButton::clicked, this, [this] { emit detailsAsked(m_service); });
    middle->addWidget(details, 0, Qt::AlignBottom);
    layout->addLayout(middle);
    layout->addWidget(m_downtime);
    layout->addWidget(m_automatic);
    layout->addWidget(m_pointsHead);
    new FlowLayout(m_points, 8);
    layout->addWidget(m_points);
}

void ServiceCard::show(const ServiceEstimate& service, const std::optional<double>& target, const Design& design)
{
    m_service = service.id;
    m_name->setText(service.name);
    m_figure->setText(percentWords(service.withManualFailover));
    m_downtime->setText(QStringLiteral("Down %1").arg(downtimeText(service.downtimeMinutesYear)));
    const bool helped = service.withManualFailover - service.automatic > 1e-12;
    const double automaticMinutes = (1 - service.automatic) * 525600;
    m_automatic->setText(helped ? QStringLiteral("With people failing over. Automatic only: %1, %2")
                                      .arg(percentWords(service.automatic), downtimeText(automaticMinutes))
                                : QStringLiteral("Automatic; nobody has to act"));
    QStringList tip {QStringLiteral("Automatic: %1").arg(percentInFull(service.automatic)),
                     QStringLiteral("With manual failover: %1").arg(percentInFull(service.withManualFailover)),
                     QStringLiteral("Rests on %1").arg(counted(int(service.components.size()), QStringLiteral("element"), QStringLiteral("elements")))};
    for (const QString& note : service.notes)
        tip.append(note);
    setToolTip(tip.join(QLatin1Char('\n')));
    showTarget(service, target);
    showPoints(service, design);
}

void ServiceCard::showTarget(const ServiceEstimate& service, const std::optional<double>& target)
{
    const TargetVerdict verdict = judgeTarget(service, target);
    m_target->setVisible(verdict != TargetVerdict::None);
    if (verdict == TargetVerdict::None)
        return;
    const Style& style = m_theme.style();
    const QColor ink = verdict == TargetVerdict::Met ? style.good : verdict == TargetVerdict::MetByHand ? style.warning : style.error;
    const QColor fill = verdict == TargetVerdict::Met ? style.goodFill
        : verdict == TargetVerdict::MetByHand         ? style.warningFill
                                                      : style.errorFill;
    // The words say it; colour only helps the eye.
    m_target->setText(targetText(verdict, *target));
    m_target->setStyleSheet(QStringLiteral("color: %1; background: %2; border-radius: 9px; padding: 1px 8px; font-size: 11px;")
                                .arg(readable(ink, fill, 4.5).name(), fill.name()));
}

void ServiceCard::showPoints(const ServiceEstimate& service, const Design& design)
{
    const bool any = !service.singlePoints.isEmpty();
    m_pointsHead->setText(any ? QStringLiteral("Single points of failure") : QStringLiteral("No single point of failure"));
    m_pointsHead->setContentsMargins(0, 5, 0, 0);
    m_points->setVisible(any);
    QStringList shown;
    for (const QString& id : service.singlePoints)
        shown.append(id + QLatin1Char('\n') + design.displayName(id));
    if (shown == m_shownPoints)
        return;
    m_shownPoints = shown;
    clearLayout(m_points->layout());
    for (const QString& id : service.singlePoints) {
        QToolButton* button = makeLinkButton(design.displayName(id), m_points);
        button->setToolTip(QStringLiteral("Show on the canvas"));
        connect(button, &QToolButton::clicked, this, [this, id] { emit revealed({id}); });
        m_points->layout()->addWidget(button);
    }
}

}  // namespace redoubt

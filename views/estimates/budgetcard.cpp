// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/budgetcard.h"

#include "views/parts/panels.h"
#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace redoubt {

BudgetCard::BudgetCard(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(makeLinkButton({}, this))
    , m_verdict(makeLabel({}, "", this))
    , m_bar(new BudgetBar(theme, this))
    , m_calls(makeText({}, "", this))
    , m_rest(makeText({}, "caption", this))
{
    setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 10);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(m_name);
    top->addStretch(1);
    top->addWidget(m_verdict);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_calls);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_rest, 1);
    QToolButton* details = makeLinkButton(QStringLiteral("Details"), this);
    details->setObjectName(QStringLiteral("budgetDetails"));
    details->setToolTip(QStringLiteral("How the calls come about, what can be turned, the groups of secrets"));
    connect(details, &QToolButton::clicked, this, [this] { emit detailsAsked(m_tenant); });
    bottom->addWidget(details, 0, Qt::AlignBottom);
    layout->addLayout(bottom);
    connect(m_name, &QToolButton::clicked, this, [this] { emit revealed({m_tenant}); });
}

void BudgetCard::show(const TenantBudget& budget)
{
    m_tenant = budget.tenant;
    m_name->setText(budget.name.isEmpty() ? budget.tenant : budget.name);
    const Style& style = m_theme.style();
    const bool fits = budget.verdict == BudgetVerdict::Fits;
    const bool average = budget.verdict == BudgetVerdict::FitsOnAverage;
    const QColor fill = fits ? style.goodFill : average ? style.warningFill : style.errorFill;
    const QColor ink = readable(fits ? style.good : average ? style.warning : style.error, fill, 4.5);
    m_verdict->setText(verdictWords(budget.verdict));
    m_verdict->setStyleSheet(QStringLiteral("color: %1; background: %2; border-radius: 9px; padding: 1px 8px; font-size: 11px;")
                                 .arg(ink.name(), fill.name()));
    m_bar->show(budget);
    m_calls->setText(QStringLiteral("%1 expected, %2 at best, %3 at worst")
                         .arg(countText(budget.expected), countText(budget.best), countText(budget.worst)));
    QString rest = QStringLiteral("%1 mapped").arg(counted(int(budget.secrets), QStringLiteral("secret"), QStringLiteral("secrets")));
    if (budget.limitSecrets)
        rest += QStringLiteral(" of %1").arg(countText(*budget.limitSecrets));
    rest += QStringLiteral(", %1 intervals a month").arg(countText(double(budget.intervals)));
    if (budget.reserve > 0)
        rest += QStringLiteral(", %1 calls kept for an outage").arg(countText(budget.reserve));
    m_rest->setText(rest);
    setToolTip(QStringLiteral("A month of 30 days. Never more than %1 calls, if everything changed in every interval.")
                   .arg(countText(budget.ceiling)));
}

BudgetBar::BudgetBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(44);
}

void BudgetBar::show(const TenantBudget& budget)
{
    m_budget = budget;
    setAccessibleName(QStringLiteral("%1 of %2 calls expected").arg(countText(budget.expected),
        budget.limitCalls ? countText(*budget.limitCalls) : QStringLiteral("unlimited")));
    update();
}

void BudgetBar::paintEvent(QPaintEvent*)
{
    const Style& style = m_theme.style();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double limit = m_budget.limitCalls.value_or(0);
    const double most = qMax(1.0, qMax(limit * 1.15, m_budget.worst * 1.05));
    const QRectF bar(0, 20, width(), 12);
    const auto x = [&](double calls) { return bar.left() + bar.width() * qBound(0.0, calls / most, 1.0); };
    const bool over = limit > 0 && m_budget.expected > limit;
    const bool risky = limit > 0 && m_budget.worst > limit;
    const QColor ink = over ? style.error : risky ? style.warning : style.good;
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(style.panelRaised, style.secondaryText, 0.15));
    painter.drawRoundedRect(bar, 4, 4);
    // Lighter from expected to worst, and hatched by a line, so that colour is not alone in telling them apart.
    painter.setBrush(mixed(style.panelRaised, ink, 0.4));
    painter.drawRoundedRect(QRectF(bar.topLeft(), QPointF(x(m_budget.worst), bar.bottom())), 4, 4);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QPointF(x(m_budget.expected), bar.bottom())), 4, 4);
    painter.setPen(QPen(style.panelRaised, 1.5));
    painter.drawLine(QPointF(x(m_budget.best), bar.top() + 2), QPointF(x(m_budget.best), bar.bottom() - 2));
    QFont font = this->font();
    font.setPixelSize(11);
    painter.setFont(font);
    if (limit > 0) {
        painter.setPen(QPen(style.text, 1.5));
        painter.drawLine(QPointF(x(limit), bar.top() - 4), QPointF(x(limit), bar.bottom() + 4));
        const QString words = QStringLiteral("plan %1").arg(countText(limit));
        const double half = painter.fontMetrics().horizontalAdvance(words) / 2.0;
        const double at = qBound(half, x(limit), width() - half);
        painter.setPen(style.secondaryText);
        painter.drawText(QRectF(at - half - 2, 0, 2 * half + 4, 15), Qt::AlignCenter, words);
    } else {
        painter.setPen(style.secondaryText);
        painter.drawText(QRectF(0, 0, width(), 15), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("paid plan, no limit"));
    }
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/estimates/budget/budgetchart.h"

#include "views/parts/theme.h"
#include "views/parts/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr double leftRoom = 52, rightRoom = 14, topRoom = 20, bottomRoom = 24;
constexpr double headRoom = 1.12;
constexpr double mostOfLimit = 2.2;  ///< what is far above the plan leaves through the top: the limit must stay readable

/// A round step that gives four or five lines.
double stepFor(double most)
{
    const double rough = most / 4.5, power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 2.5, 5.0})
        if (times * power >= rough)
            return times * power;
    return 10 * power;
}

}  // namespace

QString intervalText(double minutes)
{
    const auto total = qint64(std::llround(minutes));
    const qint64 days = total / 1440, hours = total % 1440 / 60, rest = total % 60;
    QStringList parts;
    if (days > 0)
        parts << counted(int(days), QStringLiteral("day"), QStringLiteral("days"));
    if (hours > 0)
        parts << QStringLiteral("%1 h").arg(hours);
    if (rest > 0 || parts.isEmpty())
        parts << QStringLiteral("%1 min").arg(rest);
    return parts.join(QLatin1Char(' '));
}

BudgetChart::BudgetChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("budgetChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void BudgetChart::show(const BudgetStory& story)
{
    m_story = story;
    double most = story.budget.worst;
    for (const BudgetPoint& point : story.series)
        most = std::max(most, point.worst);
    if (const auto limit = story.budget.limitCalls)
        most = std::clamp(most, *limit, std::max(*limit * mostOfLimit, story.budget.worst));
    m_most = std::max(1.0, most * headRoom);
    setAccessibleName(QStringLiteral("Calls a month against the interval: %1 expected every %2, the plan allows %3")
                          .arg(countText(story.budget.expected), intervalText(story.intervalMinutes),
                               story.budget.limitCalls ? countText(*story.budget.limitCalls) : QStringLiteral("any number")));
    update();
}

QRectF BudgetChart::plot() const
{
    return QRectF(rect()).adjusted(leftRoom, topRoom, -rightRoom, -bottomRoom);
}

double BudgetChart::xOf(double minutes) const
{
    const double first = std::log(m_story.series.front().intervalMinutes), last = std::log(m_story.series.back().intervalMinutes);
    const QRectF area = plot();
    return area.left() + (last > first ? (std::log(minutes) - first) / (last - first) : 0.5) * area.width();
}

double BudgetChart::yOf(double calls) const
{
    const QRectF area = plot();
    return area.bottom() - calls / m_most * area.height();
}

void BudgetChart::paintEvent(QPaintEvent*)
{
    if (m_story.series.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    paintAxes(painter);
    painter.save();
    painter.setClipRect(plot().adjusted(-6, -1, 6, 1));
    paintCalls(painter);
    painter.restore();
    paintLimit(painter);
    paintSmallest(painter);
    paintOwn(painter);
}

void BudgetChart::paintAxes(QPainter& painter) const
{
    const Style& style = m_theme.style();
    const QRectF area = plot();
    const double step = stepFor(m_most);
    for (double calls = 0; calls <= m_most; calls += step) {
        const double y = std::round(yOf(calls)) + 0.5;
        painter.setPen(QPen(calls == 0 ? style.secondaryText : style.panelBorder, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(style.secondaryText);
        painter.drawText(QRectF(0, y - 8, leftRoom - 8, 16), Qt::AlignRight | Qt::AlignVCenter, countText(calls));
    }
    double taken = -1e9;
    for (const int minutes : {10, 30, 60, 360, 720, 1440, 4320, 10080, 43200}) {
        if (minutes < m_story.series.front().intervalMinutes || minutes > m_story.series.back().intervalMinutes)
            continue;
        const double x = xOf(minutes);
        const QString words = minutes == 43200 ? QStringLiteral("30 days") : intervalText(minutes);
        const double half = painter.fontMetrics().horizontalAdvance(words) / 2.0;
        const double at = std::clamp(x, half, width() - half);
        painter.setPen(QPen(style.secondaryText, 1));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        if (at - half < taken + 8)
            continue;
        taken = at + half;
        painter.drawText(QRectF(at - half - 1, area.bottom() + 5, 2 * half + 2, 16), Qt::AlignCenter, words);
    }
}

void BudgetChart::paintCalls(QPainter& painter) const
{
    const Style& style = m_theme.style();
    const auto line = [this](double BudgetPoint::*calls) {
        QPolygonF points;
        for (const BudgetPoint& point : m_story.series)
            points << QPointF(xOf(point.intervalMinutes), yOf(point.*calls));
        return points;
    };
    const QPolygonF best = line(&BudgetPoint::best), expected = line(&BudgetPoint::expected), worst = line(&BudgetPoint::worst);
    QPolygonF band = worst;
    for (qsizetype i = best.size(); i-- > 0;)
        band << best[i];
    QColor tint = style.accent;
    tint.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawPolygon(band);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixed(style.panel, style.accent, 0.75), 1.2, Qt::DashLine));
    painter.drawPolyline(worst);
    painter.setPen(QPen(mixed(style.panel, style.accent, 0.75), 1.2, Qt::DotLine));
    painter.drawPolyline(best);
    painter.setPen(QPen(style.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(expected);
}

void BudgetChart::paintLimit(QPainter& painter) const
{
    const auto limit = m_story.budget.limitCalls;
    if (!limit)
        return;
    const Style& style = m_theme.style();
    const QRectF area = plot();
    const double y = yOf(*limit);
    QColor over = style.error;
    over.setAlphaF(0.07F);
    painter.fillRect(QRectF(area.topLeft(), QPointF(area.right(), y)), over);
    painter.setPen(QPen(style.error, 1.5));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const QString words = QStringLiteral("plan %1").arg(countText(*limit));
    painter.setPen(readable(style.error, style.panel, 4.5));
    painter.drawText(QRectF(area.right() - 160, y - 17, 156, 16), Qt::AlignRight | Qt::AlignVCenter, words);
}

void BudgetChart::paintSmallest(QPainter& painter) const
{
    const auto smallest = m_story.smallestInterval;
    if (!smallest || *smallest < m_story.series.front().intervalMinutes || *smallest > m_story.series.back().intervalMinutes)
        return;
    const Style& style = m_theme.style();
    const QRectF area = plot();
    const double x = xOf(*smallest);
    painter.setPen(QPen(style.good, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.good);
    painter.drawPolygon(QPolygonF({QPointF(x - 5, area.bottom() + 1), QPointF(x + 5, area.bottom() + 1), QPointF(x, area.bottom() - 7)}));
    const QString words = QStringLiteral("calls fit from %1").arg(intervalText(*smallest));
    const double width = painter.fontMetrics().horizontalAdvance(words);
    painter.setPen(readable(style.good, style.panel, 4.5));
    const bool left = x + width + 8 > area.right();
    painter.drawText(QRectF(left ? x - width - 6 : x + 6, 2, width + 2, 16), Qt::AlignLeft | Qt::AlignVCenter, words);
}

void BudgetChart::paintOwn(QPainter& painter) const
{
    const Style& style = m_theme.style();
    const QRectF area = plot();
    const double x = xOf(m_story.intervalMinutes), y = std::max(area.top(), yOf(m_story.budget.expected));
    const double worst = std::max(area.top(), yOf(m_story.budget.worst)), best = std::max(area.top(), yOf(m_story.budget.best));
    const bool fits = m_story.budget.verdict == BudgetVerdict::Fits;
    const bool average = m_story.budget.verdict == BudgetVerdict::FitsOnAverage;
    const QColor ink = fits ? style.good : average ? style.warning : style.error;
    painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x, best), QPointF(x, worst));
    painter.drawLine(QPointF(x - 4, best), QPointF(x + 4, best));
    painter.drawLine(QPointF(x - 4, worst), QPointF(x + 4, worst));
    painter.setPen(QPen(style.panel, 2));
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(x, y), 6, 6);
    const QString words = QStringLiteral("now: %1 expected").arg(countText(m_story.budget.expected));
    QFont strong = painter.font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    const double width = painter.fontMetrics().horizontalAdvance(words) + 12;
    const bool left = x + 14 + width > area.right();
    double top = y - 9;
    if (m_story.budget.limitCalls && std::abs(yOf(*m_story.budget.limitCalls) - y) < 22)
        top = y + 10;  // clear of the limit's own words
    QRectF box(left ? x - 12 - width : x + 12, std::clamp(top, area.top(), area.bottom() - 20), width, 18);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(style.panel);
    painter.drawRoundedRect(box, 9, 9);
    painter.setPen(readable(ink, style.panel, 4.5));
    painter.drawText(box, Qt::AlignCenter, words);
}

bool BudgetChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_story.series.empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto nearest = std::min_element(m_story.series.begin(), m_story.series.end(), [&](const BudgetPoint& a, const BudgetPoint& b) {
        return std::abs(xOf(a.intervalMinutes) - help->pos().x()) < std::abs(xOf(b.intervalMinutes) - help->pos().x());
    });
    QToolTip::showText(help->globalPos(),
                       QStringLiteral("Every %1: %2 calls at best, %3 expected, %4 at worst, never more than %5")
                           .arg(intervalText(nearest->intervalMinutes), countText(nearest->best), countText(nearest->expected),
                                countText(nearest->worst), countText(nearest->ceiling)), this);
    return true;
}

}  // namespace redoubt

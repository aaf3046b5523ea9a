// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/badge.h"

#include "views/parts/words.h"
#include "views/render/style.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QtMath>

namespace redoubt {

namespace {

constexpr double radius = 9;
constexpr double ring = 1.5;  ///< of canvas colour, so that the mark stands off what it lies on
constexpr int mostShown = 9;
constexpr qsizetype mostTold = 4;  ///< sentences in a tool tip

QPainterPath outline(Severity severity, double r)
{
    QPainterPath path;
    if (severity == Severity::Advice) {
        path.addEllipse(QPointF(), r, r);
        return path;
    }
    const bool triangle = severity == Severity::Warning;
    const int corners = triangle ? 3 : 8;
    const double start = triangle ? -M_PI_2 : M_PI / 8;
    const double reach = triangle ? r * 1.25 : r * 1.05;
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i)
        polygon << QPointF(reach * qCos(start + 2 * M_PI * i / corners),
                           reach * qSin(start + 2 * M_PI * i / corners) + (triangle ? r * 0.2 : 0));
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

}  // namespace

BadgeItem::BadgeItem(const Style& style, QString subject) : m_style(style), m_subject(std::move(subject))
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void BadgeItem::show(QList<Finding> findings)
{
    m_findings = std::move(findings);
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    update();
}

QString BadgeItem::sentences() const
{
    if (m_findings.size() == 1)
        return wrapped(QStringLiteral("%1: %2").arg(m_findings.front().rule, m_findings.front().message));
    QStringList lines;
    for (const Finding& finding : m_findings.mid(0, mostTold))
        lines << QStringLiteral("• ") + wrapped(finding.message, QStringLiteral("   "));
    if (m_findings.size() > mostTold)
        lines << QStringLiteral("and %1 more").arg(m_findings.size() - mostTold);
    return lines.join(u'\n');
}

bool BadgeItem::isHit(QPointF point) const
{
    return QLineF(pos(), point).length() <= radius + 2 * ring;
}

QRectF BadgeItem::boundingRect() const
{
    const double reach = radius * 1.5 + ring;
    return {-reach, -reach, 2 * reach, 2 * reach};
}

void BadgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    if (m_findings.isEmpty())
        return;
    const Severity severity = m_findings.front().severity;
    const QColor color = m_style.severity(severity);
    painter->setPen(QPen(m_style.canvas, 2 * ring, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(color);
    painter->drawPath(outline(severity, radius));
    painter->setPen(Qt::NoPen);
    painter->drawPath(outline(severity, radius));
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (scale < 0.3)
        return;
    const qsizetype n = m_findings.size();
    const QString text = n == 1 ? QStringLiteral("!")
        : n > mostShown         ? QStringLiteral("%1+").arg(mostShown)
                                : QString::number(n);
    // Words on a mark: black or white, whichever reads better.
    painter->setPen(contrast(color, Qt::white) >= contrast(color, Qt::black) ? Qt::white : Qt::black);
    painter->save();
    painter->scale(1.0 / fontScale, 1.0 / fontScale);
    painter->setFont(canvasFont(metric::smallest, true));
    const double half = radius * fontScale;
    painter->drawText(QRectF(-half, -half + (severity == Severity::Warning ? half * 0.25 : 0), 2 * half, 2 * half),
                      Qt::AlignCenter, text);
    painter->restore();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawparts.h"

namespace redoubt {
namespace {

constexpr double markSize = 16;

/// The worst finding at one thing, and what they all say.
struct Mark {
    Severity severity = Severity::Advice;
    bool waived = true;
    QStringList titles;
};

QString severityClass(Severity severity)
{
    return severity == Severity::Error ? u"error"_qs : severity == Severity::Warning ? u"warning"_qs : u"advice"_qs;
}

QPainterPath polygon(QPointF center, double radius, int corners, double turn)
{
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * M_PI * i / corners;
        shape << center + QPointF(std::sin(angle), -std::cos(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

QPainterPath outlineFor(Severity severity, QPointF center, double size)
{
    const double r = size / 2;
    if (severity == Severity::Error)
        return polygon(center, r * 1.05, 8, M_PI / 8);
    if (severity == Severity::Warning)
        return polygon(center + QPointF(0, r * 0.2), r * 1.2, 3, 0);
    QPainterPath circle;
    circle.addEllipse(center, r * 0.95, r * 0.95);
    return circle;
}

}  // namespace

void drawSeverityMark(const Style& style, Severity severity, bool waived, QPointF center, double size,
                      std::vector<Shape2D>& shapes)
{
    const QColor color = style.severity(severity);
    const QColor sign = waived ? color : style.dark ? style.canvas : QColor(Qt::white);
    const double size8 = size * 0.68;
    shapes.emplace_back(PathShape{outlineFor(severity, center, size), waived ? style.canvas : color,
                                  {waived ? color : style.canvas, waived ? 1.4 : 1.2, {}}});
    const QString text = severity == Severity::Advice ? u"i"_qs : u"!"_qs;
    const double lower = severity == Severity::Warning ? size * 0.1 : 0;
    shapes.emplace_back(TextShape{text, center + QPointF(0, size8 * 0.36 + lower), size8, true, sign, TextAlign::Center});
}

std::vector<DrawnItem> severityMarks(const DrawContext& context, const Report& report,
                                     const std::vector<DrawnItem>& items)
{
    QMap<QString, Mark> marks;
    for (const Finding& finding : report.findings) {
        for (const QString& subject : finding.subjects) {
            Mark& mark = marks[subject];
            const bool stronger = mark.titles.isEmpty() || (mark.waived && !finding.waived)
                || (mark.waived == finding.waived && finding.severity < mark.severity);
            if (stronger)
                mark.severity = finding.severity;
            mark.waived = mark.waived && finding.waived;
            mark.titles << finding.title;
        }
    }
    std::vector<DrawnItem> out;
    for (const DrawnItem& item : items) {
        const auto found = marks.constFind(item.id);
        if (found == marks.constEnd() || item.outline.isNull())
            continue;
        QPointF at = item.outline.topRight() + QPointF(-2, 3);
        if (item.role == DrawnRole::Link)
            at = item.labelRect.isEmpty() ? item.line.front() + QPointF(9, 9) : item.labelRect.topRight() + QPointF(6, 0);
        else if (item.role == DrawnRole::Container)
            at = item.outline.topRight() + QPointF(-6, 6);
        DrawnItem badge;
        badge.id = item.id;
        badge.role = DrawnRole::Badge;
        badge.classes = QStringList{u"badge"_qs, severityClass(found->severity)};
        badge.title = found->titles.join(u'\n');
        badge.outline = QRectF(at.x() - markSize / 2, at.y() - markSize / 2, markSize, markSize);
        drawSeverityMark(context.style, found->severity, found->waived, at, markSize, badge.shapes);
        out.push_back(std::move(badge));
    }
    return out;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawparts.h"
#include "views/render/statemarks.h"

// The words above the picture of a what-if: what failed, how each service stands and why, what people do.

namespace redoubt {

namespace {

constexpr double leastWidth = 720, readableWidth = 900, mostScale = 1.8;
constexpr int reasonLines = 24;  ///< all of it; only a text out of proportion is cut

/// Puts lines of text under each other.
class Column {
public:
    Column(std::vector<Shape2D>& shapes, double left, double top, double width) : m_shapes(shapes), m_left(left), m_top(top), m_width(width) {}

    void say(const QString& text, double size, const QColor& color, bool semibold = false, int mostLines = 100, double indent = 0)
    {
        for (const QString& line : wrapped(text, m_width - indent, size, semibold, mostLines)) {
            m_shapes.emplace_back(textLine(line, m_left + indent, m_top, size, color, TextAlign::Left, semibold));
            m_top += lineHeight(size);
        }
    }
    void skip(double height) { m_top += height; }
    [[nodiscard]] double top() const { return m_top; }

private:
    std::vector<Shape2D>& m_shapes;
    double m_left, m_top, m_width;
};

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

class CaptionMaker {
public:
    CaptionMaker(const DrawContext& context, const QRectF& content)
        : m_outage(*context.outage), m_style(context.style), m_content(content), m_width(std::max(content.width(), leastWidth)),
          m_scale(std::clamp(m_width / readableWidth, 1.0, mostScale)), m_pad(14 * m_scale)
    {
    }

    [[nodiscard]] DrawnItem make()
    {
        double bottom = head();
        bottom = services(bottom + 10 * m_scale);
        bottom = people(bottom);
        const double height = bottom + m_pad;
        DrawnItem item;
        item.role = DrawnRole::Caption;
        item.classes = QStringList{u"what-if"_qs};
        item.title = m_outage.title() + u". "_qs + m_outage.summary() + u'.';
        item.outline = QRectF(m_content.left(), m_content.top() - metric::margin - height, m_width, height);
        item.shapes.emplace_back(BoxShape{item.outline, metric::boxRadius, m_style.canvas, {m_style.failed, 1.5, {}}});
        for (const Shape2D& shape : m_shapes)
            item.shapes.push_back(shifted(shape, item.outline.topLeft()));
        return item;
    }

private:
    [[nodiscard]] double size(double plain) const { return plain * m_scale; }

    double head()
    {
        Column column(m_shapes, m_pad, m_pad, m_width - 2 * m_pad);
        column.say(m_outage.title(), size(metric::siteHeading), m_style.text, true, 4);
        if (!m_outage.scenario().name.isEmpty())
            column.say(u"Lost: "_qs + m_outage.failedWords(), size(metric::element), m_style.failed, true, 2);
        if (!m_outage.scenario().note.isEmpty())
            column.say(m_outage.scenario().note, size(metric::element), m_style.secondaryText, false, 4);
        return column.top();
    }

    /// As columns, each service in the shortest.
    double services(double top)
    {
        const auto& list = m_outage.result().services;
        if (list.empty())
            return top;
        const double least = 250 * m_scale, gap = 20 * m_scale;
        const int columns = std::clamp(int((m_width - 2 * m_pad + gap) / (least + gap)), 1, std::min(4, int(list.size())));
        const double width = (m_width - 2 * m_pad - (columns - 1) * gap) / columns;
        double bottom = top;
        for (size_t row = 0; row < list.size(); row += size_t(columns)) {
            const double start = bottom;
            for (size_t i = row; i < std::min(list.size(), row + size_t(columns)); ++i)
                bottom = std::max(bottom, service(list[i], m_pad + double(i - row) * (width + gap), start, width));
            bottom += 10 * m_scale;
        }
        return bottom - 4 * m_scale;
    }

    double service(const ServiceOutlook& outlook, double left, double top, double width)
    {
        const double indent = 22 * m_scale, mark = 15 * m_scale;
        drawStateMark(m_style, outlook.state, {left + mark / 2, top + lineHeight(size(metric::element)) / 2}, mark, m_shapes);
        Column column(m_shapes, left + indent, top, width - indent);
        column.say(outlook.name, size(metric::element), m_style.text, true, 2);
        column.say(capital(stateWords(outlook.state)), size(metric::element), readable(m_style.state(outlook.state), m_style.canvas, 4.5), true);
        column.say(outlook.reason, size(metric::smallest), m_style.secondaryText, false, reasonLines);
        column.say(givenFailureWords(outlook), size(metric::smallest), m_style.text, false, 4);
        return column.top();
    }

    double people(double top)
    {
        std::vector<FailoverStep> steps;
        for (const FailoverStep& step : m_outage.result().walkthrough)
            if (step.byPerson)
                steps.push_back(step);
        if (steps.empty())
            return top;
        Column column(m_shapes, m_pad, top + 8 * m_scale, m_width - 2 * m_pad);
        column.say(u"What people do, in this order"_qs, size(metric::element), m_style.text, true);
        for (size_t i = 0; i < steps.size(); ++i)
            column.say(u"%1. %2 %3%4"_qs.arg(QString::number(i + 1), steps[i].text, hoursWords(steps[i].hours),
                                             steps[i].given ? u"."_qs : u" (assumption)."_qs),
                       size(metric::caption), m_style.text, false, 3);
        return column.top();
    }

    const Outage& m_outage;
    const Style& m_style;
    const QRectF m_content;
    const double m_width, m_scale, m_pad;
    std::vector<Shape2D> m_shapes;
};

}  // namespace

DrawnItem outageCaption(const DrawContext& context, const QRectF& content)
{
    return CaptionMaker(context, content).make();
}

}  // namespace redoubt

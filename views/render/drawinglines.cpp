// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometry/routetrunks.h"
#include "views/render/drawingfaults.h"
#include "views/render/nearby.h"

#include <map>

// Works on what is drawn, not on what was routed: lines pass beside an icon, and a reader sees its words as well.
namespace redoubt {

namespace {

constexpr double tolerance = 0.5;
constexpr double reach = 1;        ///< letters this close to something are on it
constexpr double lineWidth = 1.5;  ///< parallel runs closer than this are drawn over each other
constexpr double holding = 1;      ///< what stands this far over the border of a box still stands in it

struct Run {
    int line;
    QRectF rect;  ///< without width or without height
    bool across() const { return rect.width() > rect.height(); }
};

QRectF grown(const QRectF& rect, double by)
{
    return rect.adjusted(-by, -by, by, by);
}

bool overlap(const QRectF& a, const QRectF& b)
{
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

bool contains(const QRectF& outer, const QRectF& inner)
{
    return outer.left() <= inner.left() && outer.top() <= inner.top() && outer.right() >= inner.right()
        && outer.bottom() >= inner.bottom();
}

/// Whether a run across and a run down pass through each other, both going on for a bit beyond.
bool passThrough(const Run& a, const Run& b)
{
    if (a.across() == b.across())
        return false;
    const QRectF &h = a.across() ? a.rect : b.rect, &v = a.across() ? b.rect : a.rect;
    return v.left() > h.left() + tolerance && v.left() < h.right() - tolerance && h.top() > v.top() + tolerance
        && h.top() < v.bottom() - tolerance;
}

/// Whether the runs share a length, or one ends or turns on the other.
bool onTop(const Run& a, const Run& b)
{
    const double shareX = std::min(a.rect.right(), b.rect.right()) - std::max(a.rect.left(), b.rect.left());
    const double shareY = std::min(a.rect.bottom(), b.rect.bottom()) - std::max(a.rect.top(), b.rect.top());
    if (a.across() == b.across())
        return a.across() ? shareX > tolerance && shareY > -lineWidth : shareY > tolerance && shareX > -lineWidth;
    return shareX > -tolerance && shareY > -tolerance && !passThrough(a, b);
}

class LineMeasure {
public:
    LineMeasure(const Design& design, const Scene& scene, const Drawing& drawing, const QList<SeenBox>& boxes)
        : m_design(design), m_scene(scene), m_boxes(boxes)
    {
        for (int i = 0; i < boxes.size(); ++i) {
            QRectF all = boxes[i].outline;
            for (const QRectF& words : boxes[i].words)
                all |= words;
            m_boxOf.insert(boxes[i].id, i);
            m_nearBoxes.add(i, grown(all, holding));
        }
        for (const DrawnItem& item : drawing.items)
            if (item.role == DrawnRole::Link)
                add(item);
        m_first.push_back(m_runs.size());
    }

    void run(DrawingCounts& counts, std::vector<RawFault>& faults)
    {
        counts.lines = int(m_lines.size());
        for (size_t i = 0; i < m_lines.size(); ++i) {
            counts.bends += std::max(0, int(m_lines[i]->line.size()) - 2);
            double length = 0;
            for (size_t k = m_first[i]; k < m_first[i + 1]; ++k)
                length += m_runs[k].rect.width() + m_runs[k].rect.height();
            counts.longest = std::max(counts.longest, length);
        }
        measurePairs(counts, faults);
        for (size_t i = 0; i < m_lines.size(); ++i) {
            measureLabel(int(i), counts, faults);
            measureWay(int(i), counts, faults);
        }
    }

private:
    void add(const DrawnItem& item)
    {
        const int line = int(m_lines.size());
        m_lines.push_back(&item);
        m_first.push_back(m_runs.size());
        for (qsizetype k = 0; k + 1 < item.line.size(); ++k) {
            m_runs.push_back({line, QRectF(item.line[k], item.line[k + 1]).normalized()});
            m_nearRuns.add(int(m_runs.size()) - 1, grown(m_runs.back().rect, lineWidth));
        }
        if (!item.labelRect.isEmpty())
            m_nearLabels.add(line, item.labelRect);
    }

    [[nodiscard]] const QString& id(int line) const { return m_lines[size_t(line)]->id; }
    [[nodiscard]] QString name(int line) const
    {
        return QStringLiteral("the line from %1").arg(m_design.displayName(id(line)));
    }

    /// Whether the two are drawn as one on purpose.
    [[nodiscard]] bool isTrunk(int one, int two) const
    {
        const int a = m_scene.routeOf.value(id(one), -1), b = m_scene.routeOf.value(id(two), -1);
        return a >= 0 && b >= 0 && shareTrunk(m_scene.lines[a], m_scene.routes[a], m_scene.lines[b], m_scene.routes[b]);
    }
    /// Whether the box is that element, or drawn round it, or its site.
    [[nodiscard]] bool holds(const SeenBox& box, const QString& element) const
    {
        const int at = m_boxOf.value(element, -1);
        return at >= 0
            && (box.id == element || m_boxes[at].site == box.id || contains(grown(box.outline, holding), m_boxes[at].outline));
    }
    [[nodiscard]] bool holdsAnEnd(const SeenBox& box, const DrawnItem& line) const
    {
        return holds(box, line.from) || holds(box, line.to);
    }
    /// Whether the line ends at this box: at the element itself, or on the border of what is drawn round it.
    [[nodiscard]] bool isEnd(const SeenBox& box, const DrawnItem& line) const
    {
        const auto ends = [&](const QString& element, QPointF tip) {
            return box.id == element
                || (holds(box, element) && grown(box.outline, 1).contains(tip) && !grown(box.outline, -1).contains(tip));
        };
        return !line.line.isEmpty() && (ends(line.from, line.line.first()) || ends(line.to, line.line.last()));
    }
    [[nodiscard]] bool touches(const QRectF& area, const SeenBox& box, const DrawnItem& line) const
    {
        for (const QRectF& words : box.words)
            if (overlap(area, words))
                return true;
        if (!overlap(area, box.outline) || isEnd(box, line))
            return false;
        return !holdsAnEnd(box, line) || !contains(box.outline, area);
    }

    void measurePairs(DrawingCounts& counts, std::vector<RawFault>& faults)
    {
        std::map<std::pair<int, int>, QRectF> crossing, over;
        for (size_t i = 0; i < m_runs.size(); ++i) {
            const Run& a = m_runs[i];
            for (const int k : m_nearRuns.at(a.rect)) {
                const Run& b = m_runs[size_t(k)];
                if (b.line <= a.line)
                    continue;
                const QRectF common = grown(a.rect, lineWidth) & grown(b.rect, lineWidth);
                if (passThrough(a, b)) {
                    ++counts.crossings;
                    crossing.insert({{a.line, b.line}, common});
                } else if (onTop(a, b) && !isTrunk(a.line, b.line)) {
                    over.insert({{a.line, b.line}, common});
                }
            }
        }
        counts.linesOverLines = int(over.size());
        for (const auto& [pair, place] : crossing)
            faults.push_back({QStringLiteral("crossings"), {id(pair.first), id(pair.second)}, place, {}, {}});
        for (const auto& [pair, place] : over)
            faults.push_back({QStringLiteral("lines-over-lines"), {id(pair.first), id(pair.second)}, place, {}, {}});
    }

    void measureLabel(int line, DrawingCounts& counts, std::vector<RawFault>& faults) const
    {
        const QRectF& label = m_lines[size_t(line)]->labelRect;
        if (label.isEmpty())
            return;
        RawFault fault{QStringLiteral("labels-on-foreign"), {id(line)}, label, {}, {}};
        const QRectF area = grown(label, reach);
        const auto add = [&fault](const QString& subject, const QString& thing) {
            if (!fault.subjects.contains(subject))
                fault.subjects << subject;
            if (!fault.things.contains(thing))
                fault.things << thing;
        };
        for (const int k : m_nearRuns.at(area))
            // The words of a trunk hide the lines of it that are drawn before them.
            if (const Run& run = m_runs[size_t(k)]; run.line != line && overlap(grown(run.rect, 1e-9), area)
                && !(run.line < line && isTrunk(line, run.line)))
                add(id(run.line), name(run.line));
        for (const int other : m_nearLabels.at(label))
            if (other != line && overlap(label, m_lines[size_t(other)]->labelRect))
                add(id(other), QStringLiteral("the words on ") + name(other));
        for (const int box : m_nearBoxes.at(area))
            if (touches(area, m_boxes[box], *m_lines[size_t(line)]))
                add(m_boxes[box].id, m_design.displayName(m_boxes[box].id));
        if (fault.things.isEmpty())
            return;
        ++counts.labelsOnForeign;
        faults.push_back(std::move(fault));
    }

    /// Boxes that the line enters and that hold neither end.
    void measureWay(int line, DrawingCounts& counts, std::vector<RawFault>& faults) const
    {
        RawFault fault{QStringLiteral("lines-through-boxes"), {id(line)}, {}, {}, {}};
        for (size_t k = m_first[size_t(line)]; k < m_first[size_t(line) + 1]; ++k)
            for (const int at : m_nearBoxes.at(m_runs[k].rect)) {
                const SeenBox& box = m_boxes[at];
                if (fault.subjects.contains(box.id) || !overlap(grown(m_runs[k].rect, 1e-9), grown(box.outline, -tolerance))
                    || holdsAnEnd(box, *m_lines[size_t(line)]))
                    continue;
                fault.subjects << box.id;
                fault.things << m_design.displayName(box.id);
                fault.place |= grown(m_runs[k].rect, lineWidth) & box.outline;
            }
        if (fault.things.isEmpty())
            return;
        ++counts.linesThroughBoxes;
        faults.push_back(std::move(fault));
    }

    const Design& m_design;
    const Scene& m_scene;
    const QList<SeenBox>& m_boxes;
    QHash<QString, int> m_boxOf;
    std::vector<const DrawnItem*> m_lines;
    std::vector<Run> m_runs;
    std::vector<size_t> m_first;  ///< run of each line, and the end of all
    Nearby m_nearRuns, m_nearBoxes, m_nearLabels;
};

}  // namespace

void measureLines(const Design& design, const Scene& scene, const Drawing& drawing, const QList<SeenBox>& boxes, DrawingCounts& counts,
                  std::vector<RawFault>& faults)
{
    LineMeasure(design, scene, drawing, boxes).run(counts, faults);
}

}  // namespace redoubt

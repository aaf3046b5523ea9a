// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/svgcounts.h"

#include <QFile>
#include <algorithm>
#include <cmath>
#include <set>

namespace redoubt::measure {

namespace {

constexpr double tolerance = 0.5;
constexpr double reach = 1;        ///< letters this close to something are on it
constexpr double lineWidth = 1.5;  ///< parallel runs closer than this are drawn over each other
constexpr double holding = 1;      ///< what stands this far over the border of a box still stands in it

struct Run {
    int link;
    QPointF a, b;
};

double cross(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

double length(QPointF v)
{
    return std::hypot(v.x(), v.y());
}

/// Distance from a point to a run.
double distance(QPointF p, const Run& run)
{
    const QPointF way = run.b - run.a, to = p - run.a;
    const double whole = std::max(1e-9, QPointF::dotProduct(way, way));
    const double t = std::clamp(QPointF::dotProduct(to, way) / whole, 0.0, 1.0);
    return length(to - way * t);
}

/// Whether the runs pass through each other, both going on for a bit beyond.
bool passThrough(const Run& r, const Run& s)
{
    const QPointF u = r.b - r.a, v = s.b - s.a;
    const double turn = cross(u, v);
    if (std::abs(turn) < 1e-6 * length(u) * length(v))
        return false;
    const double t = cross(s.a - r.a, v) / turn * length(u), w = cross(s.a - r.a, u) / turn * length(v);
    return t > tolerance && t < length(u) - tolerance && w > tolerance && w < length(v) - tolerance;
}

bool parallel(const Run& r, const Run& s)
{
    const QPointF u = r.b - r.a, v = s.b - s.a;
    return std::abs(cross(u, v)) < 0.02 * length(u) * length(v);
}

/// Whether the runs share a length, or one ends or turns on the other.
bool onTop(const Run& r, const Run& s)
{
    if (!parallel(r, s)) {
        return !passThrough(r, s)
            && std::min({distance(r.a, s), distance(r.b, s), distance(s.a, r), distance(s.b, r)}) < tolerance;
    }
    const QPointF way = (r.b - r.a) / std::max(1e-9, length(r.b - r.a));
    const double off = std::abs(cross(way, s.a - r.a));
    const double from = QPointF::dotProduct(s.a - r.a, way), to = QPointF::dotProduct(s.b - r.a, way);
    const double shared = std::min(length(r.b - r.a), std::max(from, to)) - std::max(0.0, std::min(from, to));
    return off < lineWidth && shared > tolerance;
}

/// Whether the run comes into the rectangle (Liang and Barsky 1984).
bool enters(const Run& run, const QRectF& rect)
{
    const QPointF way = run.b - run.a;
    double from = 0, to = 1;
    const double steps[4] = {-way.x(), way.x(), -way.y(), way.y()};
    const double room[4] = {run.a.x() - rect.left(), rect.right() - run.a.x(), run.a.y() - rect.top(), rect.bottom() - run.a.y()};
    for (int i = 0; i < 4; ++i) {
        if (std::abs(steps[i]) < 1e-9) {
            if (room[i] <= 0)
                return false;
        } else if (steps[i] < 0) {
            from = std::max(from, room[i] / steps[i]);
        } else {
            to = std::min(to, room[i] / steps[i]);
        }
    }
    return from < to;
}

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

/// Whether two lines are one from their first point to where they part, and touch nowhere after that.
bool partOnce(QList<QPointF> a, QList<QPointF> b)
{
    if (a.size() < 2 || b.size() < 2 || length(a[0] - b[0]) > tolerance)
        return false;
    while (a.size() > 1 && b.size() > 1) {
        const double one = length(a[1] - a[0]), other = length(b[1] - b[0]);
        const QPointF way = (a[1] - a[0]) / std::max(1e-9, one), its = (b[1] - b[0]) / std::max(1e-9, other);
        if (QPointF::dotProduct(way, its) < 0.999)
            break;
        const QPointF end = one < other ? a[1] : b[1];
        a[0] = b[0] = end;
        for (QList<QPointF>* rest : {&a, &b})
            if (length((*rest)[1] - end) < tolerance)
                rest->removeFirst();
    }
    const QPointF fork = a[0];
    for (int i = 0; i + 1 < a.size(); ++i)
        for (int k = 0; k + 1 < b.size(); ++k) {
            const Run r{0, a[i], a[i + 1]}, s{1, b[k], b[k + 1]};
            if (onTop(r, s) && (parallel(r, s) || distance(fork, r) > tolerance || distance(fork, s) > tolerance))
                return false;
        }
    return a.size() > 1 && b.size() > 1;
}

class Counter {
public:
    explicit Counter(const SvgPicture& picture) : m_picture(picture)
    {
        for (int i = 0; i < picture.boxes.size(); ++i)
            m_boxOf.insert(picture.boxes[i].id, i);
        for (int i = 0; i < picture.links.size(); ++i) {
            m_first.push_back(m_runs.size());
            for (int k = 0; k + 1 < picture.links[i].corners.size(); ++k)
                m_runs.push_back({i, picture.links[i].corners[k], picture.links[i].corners[k + 1]});
        }
        m_first.push_back(m_runs.size());
    }

    PictureCounts run()
    {
        m_counts.width = m_picture.width;
        m_counts.lines = int(m_picture.links.size());
        countPairs();
        for (int i = 0; i < m_picture.links.size(); ++i) {
            const SvgLink& link = m_picture.links[i];
            m_counts.bends += std::max(0, int(link.corners.size()) - 2);
            double whole = 0;
            for (size_t k = m_first[size_t(i)]; k < m_first[size_t(i) + 1]; ++k)
                whole += length(m_runs[k].b - m_runs[k].a);
            m_counts.longest = std::max(m_counts.longest, whole);
            countBoxes(i);
            if (const QString what = labelTouches(i); !what.isEmpty()) {
                ++m_counts.labels;
                m_counts.faults << QStringLiteral("the label of %1 is on %2").arg(link.id, what);
            }
        }
        return m_counts;
    }

private:
    /// Whether the box is that element, or drawn round it, or its site.
    [[nodiscard]] bool holds(const SvgBox& box, const QString& id) const
    {
        const int at = m_boxOf.value(id, -1);
        return at >= 0
            && (box.id == id || m_picture.boxes[at].site == box.id
                || contains(grown(box.outline, holding), m_picture.boxes[at].outline));
    }
    [[nodiscard]] bool holdsAnEnd(const SvgBox& box, const SvgLink& link) const
    {
        return holds(box, link.from) || holds(box, link.to);
    }
    /// Whether the line ends at this box: at the element itself, or on the border of what is drawn round it.
    [[nodiscard]] bool isEnd(const SvgBox& box, const SvgLink& link) const
    {
        const auto ends = [&](const QString& id, QPointF tip) {
            return box.id == id
                || (holds(box, id) && grown(box.outline, 1).contains(tip) && !grown(box.outline, -1).contains(tip));
        };
        return !link.corners.isEmpty() && (ends(link.from, link.corners.first()) || ends(link.to, link.corners.last()));
    }

    /// Whether the two are one line on purpose, as far as the picture shows: they look and say the same, have one end in
    /// common, and are one from there to where they part.
    [[nodiscard]] bool isTrunk(int one, int two) const
    {
        const SvgLink &a = m_picture.links[one], &b = m_picture.links[two];
        if (a.words.isEmpty() || a.words != b.words || a.use != b.use || (a.from == b.from) == (a.to == b.to))
            return false;
        if (a.from == b.from)
            return partOnce(a.corners, b.corners);
        return partOnce({a.corners.crbegin(), a.corners.crend()}, {b.corners.crbegin(), b.corners.crend()});
    }

    void countPairs()
    {
        std::set<std::pair<int, int>> over;
        for (size_t i = 0; i < m_runs.size(); ++i) {
            for (size_t k = m_first[size_t(m_runs[i].link) + 1]; k < m_runs.size(); ++k) {
                if (passThrough(m_runs[i], m_runs[k]))
                    ++m_counts.crossings;
                if (onTop(m_runs[i], m_runs[k]) && !isTrunk(m_runs[i].link, m_runs[k].link))
                    over.insert({m_runs[i].link, m_runs[k].link});
            }
        }
        m_counts.onTop = int(over.size());
        for (const auto& [a, b] : over)
            m_counts.faults << QStringLiteral("%1 and %2 are drawn over each other").arg(m_picture.links[a].id, m_picture.links[b].id);
    }

    void countBoxes(int index)
    {
        const SvgLink& link = m_picture.links[index];
        for (const SvgBox& box : m_picture.boxes) {
            const QRectF inside = grown(box.outline, -tolerance);
            const auto in = [&](const Run& run) { return enters(run, inside); };
            if (holdsAnEnd(box, link)
                || std::none_of(m_runs.begin() + long(m_first[size_t(index)]), m_runs.begin() + long(m_first[size_t(index) + 1]), in))
                continue;
            ++m_counts.throughBoxes;
            m_counts.faults << QStringLiteral("%1 runs through %2").arg(link.id, box.id);
            return;  // a line counts once
        }
    }

    /// What the label is on; empty: nothing.
    [[nodiscard]] QString labelTouches(int index) const
    {
        for (const QRectF& letters : m_picture.links[index].label) {
            const QRectF area = grown(letters, reach);
            for (const Run& run : m_runs)
                // The words of a trunk hide the lines of it that are drawn before them.
                if (run.link != index && enters(run, area) && !(run.link < index && isTrunk(index, run.link)))
                    return m_picture.links[run.link].id;
            for (int i = 0; i < m_picture.links.size(); ++i)
                for (const QRectF& other : m_picture.links[i].label)
                    if (i != index && overlap(letters, other))
                        return QStringLiteral("the label of ") + m_picture.links[i].id;
            for (const SvgBox& box : m_picture.boxes)
                if (touchesBox(area, box, m_picture.links[index]))
                    return box.id;
        }
        return {};
    }

    [[nodiscard]] bool touchesBox(const QRectF& area, const SvgBox& box, const SvgLink& link) const
    {
        for (const QRectF& words : box.words)
            if (overlap(area, words))
                return true;
        if (!overlap(area, box.outline) || isEnd(box, link))
            return false;
        return !holdsAnEnd(box, link) || !contains(box.outline, area);
    }

    const SvgPicture& m_picture;
    QHash<QString, int> m_boxOf;
    std::vector<Run> m_runs;
    std::vector<size_t> m_first;  ///< run of each link, and the end of all
    PictureCounts m_counts;
};

}  // namespace

PictureCounts count(const SvgPicture& picture)
{
    return Counter(picture).run();
}

QString tableHead()
{
    return QStringLiteral("%1 lines crossings labels boxes on-top bends longest/width").arg(QStringLiteral("picture"), -32);
}

QString tableRow(const QString& name, const PictureCounts& counts)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
        .arg(name, -32)
        .arg(counts.lines, 5)
        .arg(counts.crossings, 9)
        .arg(counts.labels, 6)
        .arg(counts.throughBoxes, 5)
        .arg(counts.onTop, 6)
        .arg(counts.bends, 5)
        .arg(counts.longestByWidth(), 13, 'f', 2);
}

QHash<QString, QStringList> publishedCounts(const QString& csv)
{
    QFile file(csv);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, QStringList> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1))
        rows.insert(line.section(u',', 0, 0), line.split(u','));
    return rows;
}

}  // namespace redoubt::measure

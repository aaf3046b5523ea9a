// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/dotpicture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <cmath>
#include <map>

namespace redoubt::measure {

namespace {

constexpr double pointsPerInch = 72;
constexpr int patience = 60000;  ///< milliseconds

class DotWriter {
public:
    explicit DotWriter(const SvgPicture& picture) : m_picture(picture)
    {
        for (int i = 0; i < picture.boxes.size(); ++i)
            m_index.insert(picture.boxes[i].id, i);
        for (int i = 0; i < picture.boxes.size(); ++i)
            m_holder.push_back(holderOf(i));
        std::vector<char> end(size_t(picture.boxes.size()), 0);
        for (const SvgLink& link : picture.links)
            for (const QString& id : {link.from, link.to})
                if (m_index.contains(id))
                    end[size_t(m_index[id])] = 1;
        // The outermost end that each box stands in, if any.
        m_node.assign(end.size(), -1);
        for (int i = 0; i < int(end.size()); ++i)
            for (int at = i; at >= 0; at = m_holder[size_t(at)])
                if (end[size_t(at)])
                    m_node[size_t(i)] = at;
    }

    QByteArray text() const
    {
        QByteArray out = "digraph g {\nsplines=ortho; node [shape=box, fixedsize=true, label=\"\"];\n" + inside(-1);
        for (const SvgLink& link : m_picture.links) {
            const int from = m_index.value(link.from, -1), to = m_index.value(link.to, -1);
            if (from >= 0 && to >= 0 && m_node[size_t(from)] != m_node[size_t(to)])
                out += name(m_node[size_t(from)]) + " -> " + name(m_node[size_t(to)]) + ";\n";
        }
        return out + "}\n";
    }

private:
    static QByteArray name(int box) { return 'n' + QByteArray::number(box); }

    /// The smallest container around a box.
    [[nodiscard]] int holderOf(int box) const
    {
        const QRectF own = m_picture.boxes[box].outline;
        int found = -1;
        double area = 1e18;
        for (int i = 0; i < m_picture.boxes.size(); ++i) {
            const SvgBox& other = m_picture.boxes[i];
            const double size = other.outline.width() * other.outline.height();
            if (i != box && other.container && size < area && other.outline.adjusted(-1, -1, 1, 1).contains(own)
                && size > own.width() * own.height()) {
                found = i;
                area = size;
            }
        }
        return found;
    }

    [[nodiscard]] QByteArray inside(int holder) const
    {
        QByteArray out;
        for (int i = 0; i < m_picture.boxes.size(); ++i) {
            if (m_holder[size_t(i)] != holder)
                continue;
            if (m_node[size_t(i)] == i) {
                const QSizeF size = m_picture.boxes[i].outline.size() / pointsPerInch;
                out += name(i) + " [width=" + QByteArray::number(size.width()) + ", height=" + QByteArray::number(size.height()) + "];\n";
            } else if (m_node[size_t(i)] < 0) {
                if (const QByteArray inner = inside(i); !inner.isEmpty())
                    out += "subgraph cluster" + QByteArray::number(i) + " {" + inner + "}\n";
            }
        }
        return out;
    }

    const SvgPicture& m_picture;
    QHash<QString, int> m_index;
    std::vector<int> m_holder, m_node;
};

QList<double> numbers(const QString& text)
{
    QList<double> out;
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts))
        out << word.toDouble();
    return out;
}

/// Corners of an edge: of its curve every third point counts, and those on one straight line are no corners.
QList<QPointF> cornersOf(const QString& pos)
{
    QList<QPointF> points, corners;
    QPointF tip;
    bool hasTip = false;
    for (const QString& word : pos.split(u' ', Qt::SkipEmptyParts)) {
        const bool end = word.startsWith(u"e,");
        const QList<double> xy = numbers(end ? word.mid(2) : word);
        if (xy.size() != 2)
            continue;
        if (end) {
            tip = {xy[0], -xy[1]};
            hasTip = true;
        } else {
            points << QPointF(xy[0], -xy[1]);
        }
    }
    QList<QPointF> run;
    for (int i = 0; i < points.size(); i += 3)
        run << points[i];
    if (hasTip)
        run << tip;
    for (const QPointF& point : std::as_const(run)) {
        if (!corners.isEmpty() && (point - corners.last()).manhattanLength() < 0.6)
            continue;
        if (corners.size() >= 2) {
            const QPointF a = corners[corners.size() - 2], b = corners.last();
            const auto same = [](double x, double y, double z) { return std::abs(x - y) < 0.6 && std::abs(y - z) < 0.6; };
            if (same(a.x(), b.x(), point.x()) || same(a.y(), b.y(), point.y()))
                corners.removeLast();
        }
        corners << point;
    }
    return corners;
}

}  // namespace

QByteArray dotGraphOf(const SvgPicture& picture)
{
    return DotWriter(picture).text();
}

SvgPicture readDotPicture(const QByteArray& json)
{
    SvgPicture picture;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.isEmpty()) {
        picture.error = QStringLiteral("not the JSON of dot");
        return picture;
    }
    const QList<double> page = numbers(root.value(QStringLiteral("bb")).toString());
    picture.width = page.value(2) - page.value(0);
    std::map<int, QString> names;
    for (const QJsonValue& value : root.value(QStringLiteral("objects")).toArray()) {
        const QJsonObject object = value.toObject();
        SvgBox box;
        box.id = object.value(QStringLiteral("name")).toString();
        names[object.value(QStringLiteral("_gvid")).toInt()] = box.id;
        const QList<double> at = numbers(object.value(QStringLiteral("pos")).toString());
        const QList<double> around = numbers(object.value(QStringLiteral("bb")).toString());
        if (around.size() == 4) {
            box.container = true;
            box.outline = QRectF(QPointF(around[0], -around[3]), QPointF(around[2], -around[1]));
        } else if (at.size() == 2) {
            const double width = object.value(QStringLiteral("width")).toString().toDouble() * pointsPerInch;
            const double height = object.value(QStringLiteral("height")).toString().toDouble() * pointsPerInch;
            box.outline = QRectF(at[0] - width / 2, -at[1] - height / 2, width, height);
        } else {
            continue;
        }
        picture.boxes << box;
    }
    for (const QJsonValue& value : root.value(QStringLiteral("edges")).toArray()) {
        const QJsonObject edge = value.toObject();
        SvgLink link;
        link.id = QStringLiteral("e%1").arg(edge.value(QStringLiteral("_gvid")).toInt());
        link.from = names[edge.value(QStringLiteral("tail")).toInt()];
        link.to = names[edge.value(QStringLiteral("head")).toInt()];
        link.corners = cornersOf(edge.value(QStringLiteral("pos")).toString());
        picture.links << link;
    }
    return picture;
}

SvgPicture drawnByDot(const SvgPicture& picture)
{
    SvgPicture failed;
    QProcess dot;
    dot.start(QStringLiteral("dot"), {QStringLiteral("-Tjson0")});
    dot.write(dotGraphOf(picture));
    dot.closeWriteChannel();
    const bool done = dot.waitForFinished(patience) && dot.exitStatus() == QProcess::NormalExit && dot.exitCode() == 0;
    if (!done) {
        failed.error = QStringLiteral("dot: %1").arg(dot.error() == QProcess::FailedToStart ? QStringLiteral("not there") : QStringLiteral("failed"));
        dot.kill();
        dot.waitForFinished();
        return failed;
    }
    return readDotPicture(dot.readAllStandardOutput());
}

}  // namespace redoubt::measure

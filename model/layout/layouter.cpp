// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layouter.h"

#include "model/layout/plan.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <map>

namespace redoubt {

namespace {

constexpr double pointsPerInch = 72;

/// What a layouter is told: boxes that lines end at, and what holds nothing else of that kind.
class Graph {
public:
    explicit Graph(const layout::Plan& plan) : m_plan(plan), m_node(plan.parts.size(), false)
    {
        for (const layout::Tie& tie : plan.ties)
            m_node[size_t(tie.from)] = m_node[size_t(tie.to)] = true;
    }

    QByteArray text(QStringList* ids) const
    {
        std::map<int, QByteArray> ranks;
        QByteArray out = "digraph g {\nnewrank=true; nodesep=0.5; ranksep=0.7; node [shape=box, fixedsize=true, label=\"\"];\n";
        for (size_t i = 1; i < m_plan.parts.size(); ++i) {
            if (!m_node[i])
                continue;
            const layout::Part& part = m_plan.parts[i];
            const QSizeF size = part.now.size() / pointsPerInch;
            out += name(int(i)) + " [width=" + QByteArray::number(size.width(), 'f', 3)
                + ", height=" + QByteArray::number(size.height(), 'f', 3) + "];\n";
            ranks[part.tier] += ' ' + name(int(i)) + ';';
            if (ids)
                *ids << part.id;
        }
        for (const auto& [tier, names] : ranks)
            out += "{rank=same;" + names + "}\n";
        clusters(0, out);
        for (const layout::Tie& tie : m_plan.ties) {
            const bool down = m_plan.parts[size_t(tie.from)].tier <= m_plan.parts[size_t(tie.to)].tier;
            out += name(down ? tie.from : tie.to) + " -> " + name(down ? tie.to : tie.from) + ";\n";
        }
        return out + "}\n";
    }

private:
    static QByteArray name(int part) { return 'n' + QByteArray::number(part); }

    /// Sites and the like hold their nodes together.
    void clusters(int holder, QByteArray& out) const
    {
        for (const int child : m_plan.parts[size_t(holder)].children) {
            if (m_plan.parts[size_t(child)].children.empty() || m_node[size_t(child)])
                continue;
            QByteArray inner;
            for (const int node : m_plan.parts[size_t(child)].children)
                if (m_node[size_t(node)])
                    inner += ' ' + name(node) + ';';
            clusters(child, inner);
            if (!inner.isEmpty())
                out += "subgraph cluster" + QByteArray::number(child) + " {" + inner + "}\n";
        }
    }

    const layout::Plan& m_plan;
    std::vector<char> m_node;
};

}  // namespace

QByteArray layoutGraph(const Design& design, const Catalog& catalog, QStringList* ids)
{
    return Graph(layout::readPlan(design, catalog, {})).text(ids);
}

QString layouterProgram()
{
    const QFileInfo program(QCoreApplication::applicationDirPath() + u"/redoubt-layout"_qs);
    return program.isExecutable() ? program.filePath() : QString();
}

std::optional<QHash<QString, double>> askLayouter(const Design& design, const Catalog& catalog, const QString& program,
                                                  int milliseconds)
{
    if (program.isEmpty())
        return std::nullopt;
    QElapsedTimer timer;
    timer.start();
    const layout::Plan plan = layout::readPlan(design, catalog, {});
    QProcess child;
    child.start(program, {});
    child.write(Graph(plan).text(nullptr));
    child.closeWriteChannel();
    const int left = std::max(0, milliseconds - int(timer.elapsed()));
    const bool done = child.waitForFinished(left) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
    if (child.state() != QProcess::NotRunning) {
        child.kill();
        child.waitForFinished();
    }
    if (!done)
        return std::nullopt;
    QHash<QString, double> across;
    for (const QByteArray& line : child.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        bool number = false, x = false;
        const size_t part = words.front().mid(1).toUInt(&number);
        const double at = words.value(1).toDouble(&x);
        if (number && x && part < plan.parts.size())
            across.insert(plan.parts[part].id, at);
    }
    if (across.isEmpty())
        return std::nullopt;
    return across;
}

}  // namespace redoubt

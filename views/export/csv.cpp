// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/topology.h"
#include "model/catalog/connections.h"
#include "model/design/numberwords.h"
#include "model/files/scalars.h"
#include "views/export/texts.h"

namespace redoubt {

namespace {

/// Spreadsheets run cells that begin like this as formulas (OWASP, CSV injection); an apostrophe makes them text.
QString harmless(const QString& cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front()) ? u'\'' + cell : cell;
}

QByteArray csvCell(const QString& text)
{
    QString cell = oneLine(harmless(text));
    if (cell.contains(u',') || cell.contains(u'"'))
        cell = u'"' + cell.replace(u'"', u"\"\""_qs) + u'"';
    return cell.toUtf8();
}

QByteArray csvLine(const QStringList& cells)
{
    QByteArray line;
    for (const QString& cell : cells)
        line += (line.isEmpty() ? "" : ",") + csvCell(cell);
    return line + "\r\n";
}

/// The name that people use and the id that the file uses: names alone repeat from site to site.
QString named(const Design& design, const ElementId& id)
{
    if (id.isEmpty())
        return {};
    const QString name = design.displayName(id.value);
    return name == id.value ? name : u"%1 (%2)"_qs.arg(name, id.value);
}

/// Those of the flow's rows that this port belongs to; all of them when none claims it.
QStringList rowsOfPort(const Topology& topology, const Flow& flow, const QString& port)
{
    QStringList rows;
    for (const QString& id : flow.rows)
        if (const LinkRow* row = topology.catalog().row(id))
            if (row->allowedPorts.contains(port)
                || rowPorts(topology.design(), topology.catalog(), *row, flow.from, flow.to).contains(port))
                rows << id;
    return rows.isEmpty() ? flow.rows : rows;
}

QString useText(LinkUse use)
{
    return use == LinkUse::Normal ? u"normal"_qs : use == LinkUse::Failover ? u"failover"_qs : u"optional"_qs;
}

/// `443/tcp` as protocol and number.
QStringList portCells(const QString& port)
{
    const qsizetype slash = port.indexOf(u'/');
    return slash < 0 ? QStringList{port.toUpper(), QString()} : QStringList{port.mid(slash + 1).toUpper(), port.left(slash)};
}

QStringList cellsOf(const Topology& topology, const Flow& flow, const QString& port)
{
    const Design& design = topology.design();
    const QStringList rows = rowsOfPort(topology, flow, port);
    QStringList purposes;
    bool bothWays = false;
    for (const QString& id : rows)
        if (const LinkRow* row = topology.catalog().row(id)) {
            bothWays |= row->bothWays;
            if (!purposes.contains(row->purpose))
                purposes << row->purpose;
        }
    const auto site = [&](const ElementId& id) { return named(design, topology.siteOf(id)); };
    return QStringList{named(design, flow.from), site(flow.from), named(design, flow.to), site(flow.to)} + portCells(port)
        + QStringList{bothWays ? u"both ways"_qs : u"source to target"_qs, purposes.join(u"; "), rows.join(u' '),
                      useText(flow.use)};
}

/// One line with what it is ordered by.
struct Line {
    QStringList key;
    QStringList cells;

    friend bool operator<(const Line& a, const Line& b)
    {
        return std::lexicographical_compare(a.key.begin(), a.key.end(), b.key.begin(), b.key.end(), naturalLess);
    }
};

}  // namespace

QByteArray writeCsv(const ExportInput& input, const ExportOptions&)
{
    const Topology topology(input.design, input.catalog);
    std::vector<Line> lines;
    for (const Flow& flow : topology.flows())
        for (const QString& port : flow.ports.isEmpty() ? QStringList{QString()} : flow.ports) {
            const QStringList cells = cellsOf(topology, flow, port);
            lines.push_back({QStringList{topology.siteOf(flow.from).value, flow.from.value,
                                         topology.siteOf(flow.to).value, flow.to.value, port} + cells, cells});
        }
    std::sort(lines.begin(), lines.end());
    QByteArray out = csvLine({u"source"_qs, u"source site"_qs, u"target"_qs, u"target site"_qs, u"protocol"_qs, u"port"_qs,
                              u"direction"_qs, u"purpose"_qs, u"catalogue row"_qs, u"use"_qs});
    const QStringList* before = nullptr;
    for (const Line& line : lines) {
        if (!before || *before != line.cells)  // two links may say the same
            out += csvLine(line.cells);
        before = &line.cells;
    }
    return out;
}

}  // namespace redoubt

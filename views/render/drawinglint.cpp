// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/drawinglint.h"

#include "model/design/numberwords.h"
#include "model/rules/checks.h"
#include "model/rules/rule.h"
#include "views/render/drawingfaults.h"
#include "views/render/style.h"

namespace redoubt {

namespace {

QString counted(int count, const QString& one, const QString& many)
{
    return count == 0 ? QStringLiteral("no ") + many : count == 1 ? QStringLiteral("1 ") + one : QStringLiteral("%1 %2").arg(count).arg(many);
}

/// `a, b and c`.
QString listed(const QStringList& names)
{
    return names.size() < 2 ? names.join(QString())
                            : names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") + names.last();
}

Finding findingOf(const RawFault& fault, const Rule& rule, const Design& design)
{
    const QString first = design.displayName(fault.subjects.value(0)), second = design.displayName(fault.subjects.value(1));
    const QMap<QString, QString> fills{{QStringLiteral("line"), first},      {QStringLiteral("box"), first},
                                       {QStringLiteral("other"), second},    {QStringLiteral("container"), second},
                                       {QStringLiteral("things"), listed(fault.things)},
                                       {QStringLiteral("words"), fault.words}};
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.title = rule.title;
    finding.message = oneLine(filled(rule.message, fills));
    finding.subjects = fault.subjects;
    finding.fixable = rule.fixable;
    finding.ofDrawing = true;
    return finding;
}

}  // namespace

QString DrawingCounts::words() const
{
    return QStringList{counted(lines, QStringLiteral("line"), QStringLiteral("lines")),
                       counted(bends, QStringLiteral("bend"), QStringLiteral("bends")),
                       counted(crossings, QStringLiteral("crossing"), QStringLiteral("crossings")),
                       counted(labelsOnForeign, QStringLiteral("label on something else"), QStringLiteral("labels on something else")),
                       counted(linesThroughBoxes, QStringLiteral("line through a box"), QStringLiteral("lines through boxes")),
                       counted(linesOverLines, QStringLiteral("pair of lines over each other"), QStringLiteral("lines over each other")),
                       counted(overlaps, QStringLiteral("overlap of boxes"), QStringLiteral("overlaps of boxes")),
                       counted(cramped, QStringLiteral("name without room"), QStringLiteral("names without room")),
                       counted(outside, QStringLiteral("element outside its container"), QStringLiteral("elements outside their containers"))}
        .join(QStringLiteral(", "));
}

std::vector<Finding> DrawingLint::findings() const
{
    std::vector<Finding> all;
    for (const DrawingFault& fault : faults)
        all.push_back(fault.finding);
    return all;
}

QStringList drawingMeasures()
{
    return {QStringLiteral("crossings"), QStringLiteral("labels-on-foreign"), QStringLiteral("lines-through-boxes"),
            QStringLiteral("lines-over-lines"), QStringLiteral("overlaps"), QStringLiteral("cramped"), QStringLiteral("outside")};
}

DrawingLint lintDrawing(const Design& design, const Catalog& catalog, const Scene& scene, const Drawing& drawing)
{
    DrawingLint lint;
    std::vector<RawFault> raw;
    const QList<SeenBox> boxes = seenBoxes(drawing);
    measureLines(design, scene, drawing, boxes, lint.counts, raw);
    measureBoxes(design, catalog, scene, boxes, lint.counts, raw);
    lint.counts.width = drawing.bounds.width();
    for (const Rule& rule : drawingRules().rules)
        for (const RawFault& fault : raw)
            if (fault.measure == rule.measure)
                lint.faults.push_back({findingOf(fault, rule, design), fault.place});
    return lint;
}

DrawingLint lintDrawing(const Design& design, const Catalog& catalog)
{
    DrawOptions options;
    options.legend = options.titleBlock = true;
    const Scene scene = layOut(design, catalog, options);
    return lintDrawing(design, catalog, scene, draw(design, catalog, scene, lightStyle(), options));
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/measure/againstdot.h"

#include "model/analysis/analyse.h"
#include "tests/measure/dotpicture.h"
#include "tests/support/plausibledesign.h"
#include "views/export/exporters.h"
#include "views/render/tidying.h"

namespace redoubt::measure {

namespace {

/// Small ones are more common, as with customers: 10 to 300 elements.
int sizeOf(int number)
{
    const double share = double(number % 20) / 19;
    return 10 + int(290 * share * share);
}

void add(PictureCounts& sum, const PictureCounts& one)
{
    sum.lines += one.lines;
    sum.crossings += one.crossings;
    sum.labels += one.labels;
    sum.throughBoxes += one.throughBoxes;
    sum.onTop += one.onTop;
    sum.bends += one.bends;
    sum.longest = std::max(sum.longest, one.longest);
    sum.width = std::max(sum.width, one.width);
}

}  // namespace

Comparison againstDot(int many, const std::function<void(const QString&)>& say, int step)
{
    const Catalog catalog = builtinCatalog();
    Comparison result;
    say(tableHead());
    for (int number = 1; number <= many; number += step) {
        Design design = plausibleDesign(unsigned(number), catalog, sizeOf(number));
        design = patched(design, tidied(design, catalog));
        const SvgPicture ours = readPicture(exporterFor(QStringLiteral("svg"))->write({design, catalog, {}}, {}));
        const SvgPicture dots = drawnByDot(ours);
        const PictureCounts mine = count(ours), theirs = count(dots);
        const QString name = QStringLiteral("random %1, %2 elements").arg(number).arg(design.elements.size());
        say(tableRow(name, mine));
        for (const QString& fault : mine.faults) {
            result.faults << name + QStringLiteral(": ") + fault;
            say(QStringLiteral("    ") + fault);
        }
        if (!dots.error.isEmpty()) {
            say(QStringLiteral("  %1").arg(dots.error));
            continue;
        }
        say(tableRow(QStringLiteral("  by dot"), theirs));
        ++result.compared;
        add(result.ours, mine);
        add(result.dots, theirs);
    }
    say(tableRow(QStringLiteral("all %1").arg(result.compared), result.ours));
    say(tableRow(QStringLiteral("  by dot"), result.dots));
    return result;
}

}  // namespace redoubt::measure

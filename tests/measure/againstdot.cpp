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

/// In how many designs ours has fewer, as many and more of something than dot's.
class Tally {
public:
    void add(const PictureCounts& ours, const PictureCounts& dots)
    {
        const double pairs[rows][2] = {
            {double(ours.crossings), double(dots.crossings)}, {double(ours.labels), double(dots.labels)},
            {double(ours.throughBoxes), double(dots.throughBoxes)}, {double(ours.onTop), double(dots.onTop)},
            {double(ours.bends), double(dots.bends)}, {ours.longestByWidth(), dots.longestByWidth()}};
        for (int i = 0; i < rows; ++i)
            ++m_counts[i][pairs[i][0] < pairs[i][1] ? 0 : pairs[i][0] > pairs[i][1] ? 2 : 1];
    }
    void print(const std::function<void(const QString&)>& say) const
    {
        const char* const names[rows] = {"crossings", "labels", "boxes", "on-top", "bends", "longest/width"};
        say(QStringLiteral("%1 better equal worse").arg(QStringLiteral("designs in which ours is"), -32));
        for (int i = 0; i < rows; ++i)
            say(QStringLiteral("%1 %2 %3 %4").arg(QLatin1String(names[i]), -32).arg(m_counts[i][0], 6).arg(m_counts[i][1], 5).arg(m_counts[i][2], 5));
    }

private:
    static constexpr int rows = 6;
    int m_counts[rows][3] = {};
};

}  // namespace

Comparison againstDot(int many, const std::function<void(const QString&)>& say, int step)
{
    const Catalog catalog = builtinCatalog();
    Comparison result;
    Tally tally;
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
        tally.add(mine, theirs);
        add(result.ours, mine);
        add(result.dots, theirs);
    }
    say(tableRow(QStringLiteral("all %1").arg(result.compared), result.ours));
    say(tableRow(QStringLiteral("  by dot"), result.dots));
    tally.print(say);
    return result;
}

}  // namespace redoubt::measure

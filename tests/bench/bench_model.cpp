// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/analysis/availability.h"
#include "model/analysis/topology.h"
#include "model/files/designfile.h"
#include "tests/bench/measure.h"
#include "tests/support/bigdesign.h"
#include "tests/support/references.h"
#include "views/render/draw.h"
#include "views/render/outage.h"
#include "views/render/style.h"
#include "views/render/tidying.h"

#include <QTemporaryDir>

namespace redoubt::bench {

namespace {

const QString c3Path = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml");

void judgement(const Catalog& catalog, const RuleSet& rules)
{
    const Design c3 = readDesignFile(c3Path, catalog).design;
    report(QStringLiteral("edit to findings and estimates, C-3"),
           median(times(21, [&] { (void)analyse(c3, catalog, rules); })), QStringLiteral("ms"), 30);
    for (const auto& [size, limit] : {std::pair(1000, 30.), std::pair(10000, 300.)}) {
        const Design design = bigDesign(size);
        report(QStringLiteral("full check of %1 elements").arg(design.elements.size()),
               median(times(5, [&] { (void)analyse(design, catalog, rules); })), QStringLiteral("ms"), limit);
    }
    report(QStringLiteral("availability of all services of C-3 with cut sets"),
           median(times(21, [&] { (void)estimateAvailability(Topology(c3, catalog)); })), QStringLiteral("ms"), 30);
    const Scene scene = layOut(c3, catalog);
    const auto fail = [&] {
        const Outage outage(c3, catalog, {{}, {QStringLiteral("dc-a")}, {}});
        DrawOptions options;
        options.outage = &outage;
        (void)draw(c3, catalog, scene, lightStyle(), options);
    };
    report(QStringLiteral("click to failed: states and picture of C-3"), median(times(21, fail)), QStringLiteral("ms"), 30);
}

/// A-1 grown to many web servers, each with a broker, and many engines: rotation then hangs on 200 parts and more.
void largeService(const Catalog& catalog)
{
    const Design design = secretServerA1(150, 50).design;
    qsizetype parts = 0;
    for (const ServiceEstimate& service : estimateAvailability(Topology(design, catalog)))
        parts = std::max(parts, service.components.size());
    report(QStringLiteral("availability with %1 components in one service").arg(parts),
           median(times(5, [&] { (void)estimateAvailability(Topology(design, catalog)); })), QStringLiteral("ms"), 200);
}

void files(const Catalog& catalog)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("big.redoubt.yaml"));
    const Design design = bigDesign(10000);
    report(QStringLiteral("save of 10,000 elements"), median(times(5, [&] { writeDesignFile(path, design, catalog); })),
           QStringLiteral("ms"), 500);
    report(QStringLiteral("open of 10,000 elements"), median(times(5, [&] { (void)readDesignFile(path, catalog); })),
           QStringLiteral("ms"), 500);
}

/// A picture with 100 lines as a customer has it: C-3 beside itself, with all its links, those usually hidden too, as far
/// as the hundredth.
void realisticRouting(const Catalog& catalog)
{
    const Design c3 = readDesignFile(c3Path, catalog).design;
    DrawOptions all;
    all.hiddenLinks = true;
    const Scene scene = layOut(c3, catalog, all);
    QRectF bounds;
    for (const RouteBox& box : scene.boxes)
        bounds = bounds.united(box.rect);
    QList<RouteBox> boxes;
    QList<RouteLine> lines;
    for (int copy = 0; lines.size() < 100; ++copy) {
        const int first = int(boxes.size());
        const double right = copy * (bounds.width() + 120);
        for (RouteBox box : scene.boxes) {
            box.rect.translate(right, 0);
            box.title.translate(right, 0);
            box.parent += box.parent < 0 ? 0 : first;
            boxes << box;
        }
        for (RouteLine line : scene.lines) {
            line.from += first;
            line.to += first;
            line.id += QString::number(copy);
            if (lines.size() < 100 && line.from != line.to)
                lines << line;
        }
    }
    report(QStringLiteral("re-route of 100 links"), median(times(15, [&] { (void)route(boxes, lines); })), QStringLiteral("ms"), 16);
}

/// The worst that 100 lines can be: each to a box far off in a tight grid of 10 by 8, 500 crossings. No budget is meant
/// for this; it shows how the time grows.
void crowdedRouting()
{
    QList<RouteBox> boxes;
    QList<RouteLine> lines;
    for (int i = 0; i < 80; ++i) {
        RouteBox box;
        box.id = QString::number(i);
        box.rect = QRectF((i % 10) * 180, (i / 10) * 156, 84, 84);
        boxes << box;
    }
    for (int i = 0; i < 100; ++i) {
        RouteLine line;
        line.id = QString::number(i);
        line.from = (i * 7) % 80;
        line.to = (line.from + 1 + (i * 13) % 23) % 80;
        line.label = QSizeF(48, 14);
        lines << line;
    }
    report(QStringLiteral("re-route of 100 lines with 500 crossings"), median(times(7, [&] { (void)route(boxes, lines); })),
           QStringLiteral("ms"), 160);
}

}  // namespace

void model()
{
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    judgement(catalog, rules);
    largeService(catalog);
    files(catalog);
}

/// As the programs offer it, with words measured and small pictures looked at; without the layouter. The budget is for
/// 2,000 elements; five times as many may take five times as long.
void tidying()
{
    const Catalog catalog = builtinCatalog();
    for (const auto& [size, limit] : {std::pair(500, 1000.), std::pair(2000, 1000.), std::pair(10000, 5000.)}) {
        const Design design = bigDesign(size);
        report(QStringLiteral("Tidy of %1 elements").arg(design.elements.size()),
               median(times(3, [&] { (void)tidied(design, catalog); })), QStringLiteral("ms"), limit);
    }
}

void routing()
{
    const Catalog catalog = builtinCatalog();
    realisticRouting(catalog);
    crowdedRouting();
    // Every line of a design, as when it is opened: with the budget of opening.
    for (const int size : {500, 2000, 10000}) {
        const Design design = bigDesign(size);
        report(QStringLiteral("all %1 routes of %2 elements").arg(layOut(design, catalog).lines.size()).arg(design.elements.size()),
               median(times(3, [&] { (void)layOut(design, catalog); })), QStringLiteral("ms"), 500);
    }
}

}  // namespace redoubt::bench

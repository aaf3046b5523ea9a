// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/export/exporters.h"

#include "model/files/fileerror.h"
#include "views/export/pictures.h"
#include "views/export/texts.h"
#include "views/render/draw.h"
#include "views/render/outage.h"
#include "views/render/style.h"

#include <QSaveFile>

namespace redoubt {
namespace {

/// What a customer gets: without notes marked as internal.
Design forCustomer(Design design)
{
    for (auto it = design.elements.begin(); it != design.elements.end();) {
        const PropertyValue* const internal = find((*it)->properties, u"internal"_qs);
        const bool leaveOut = (*it)->kind == u"note" && internal && internal->boolean().value_or(false);
        it = leaveOut ? design.elements.erase(it) : std::next(it);
    }
    return design;
}

}  // namespace

Drawing drawingFor(const ExportInput& input, const ExportOptions& options)
{
    const Design design = options.customer ? forCustomer(input.design) : input.design;
    DrawOptions what;
    what.hiddenLinks = options.hiddenLinks;
    what.view = options.view;
    what.legend = options.legend;
    what.titleBlock = options.titleBlock;
    std::optional<Outage> outage;
    if (options.whatIf) {
        outage.emplace(design, input.catalog, *options.whatIf);
        what.outage = &*outage;
        what.caption = true;
    }
    const Scene scene = layOut(design, input.catalog, what);
    Drawing drawing = draw(design, input.catalog, scene, options.dark ? darkStyle() : lightStyle(), what);
    if (options.seen)
        options.seen(drawing);
    return drawing;
}

QString smallLetters(const Drawing& drawing)
{
    // A slide or a document page shows a picture about this wide, and nobody reads letters smaller than that (pixels).
    constexpr double pageWidth = 900, leastLetters = 7;
    const bool anyWords = std::any_of(drawing.items.begin(), drawing.items.end(), [](const DrawnItem& item) { return !item.label.empty(); });
    const double height = metric::port * pageWidth / std::max(pageWidth, drawing.bounds.width());
    if (!anyWords || height >= leastLetters)
        return {};
    return u"Fitted to a page of 900 pixels the port labels are %1 pixels high, too small to read: give the picture a larger "
           "page, choose the overview, or send the port list along."_qs
        .arg(height, 0, 'f', 1);
}

QString descriptionOf(const ExportInput& input)
{
    int elements = 0;
    QStringList sites;
    for (auto it = input.design.elements.cbegin(); it != input.design.elements.cend(); ++it) {
        const ElementKind* const kind = input.catalog.kind((*it)->kind);
        if (kind && kind->site)
            sites << input.design.displayName(it.key().value);
        else if (!kind || !kind->container)
            ++elements;
    }
    QString text = u"Deployment diagram: %1 elements and %2 connections"_qs.arg(elements).arg(input.design.links.size());
    if (!sites.isEmpty())
        text += u" in "_qs + sites.join(u", ");
    return text + u'.';
}

const std::vector<Exporter>& exporters()
{
    static const std::vector<Exporter> table{
        {"svg", "SVG picture", writeSvg},
        {"png", "PNG picture", writePng},
        {"pdf", "PDF document", writePdf},
        {"yaml", "Redoubt design", writeYaml},
        {"csv", "Port list", writeCsv},
    };
    return table;
}

const Exporter* exporterFor(const QString& suffix)
{
    for (const Exporter& exporter : exporters())
        if (suffix.compare(QLatin1String(exporter.suffix), Qt::CaseInsensitive) == 0)
            return &exporter;
    return nullptr;
}

void exportTo(const QString& path, const Exporter& exporter, const ExportInput& input, const ExportOptions& options)
{
    const QByteArray bytes = exporter.write(input, options);
    QSaveFile file(path);
    const auto fail = [&] { throw ExportError(u"%1 could not be written: %2"_qs.arg(path, file.errorString())); };
    if (!file.open(QIODevice::WriteOnly))
        fail();
    if (file.write(bytes) != bytes.size() || !file.commit())
        fail();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/output.h"

#include "views/export/pictures.h"
#include "views/render/paint.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace redoubt {

namespace {

/// Paper is light whatever the window's theme; legend and title block are part of it.
Drawing paperDrawing(const ExportInput& input, const ViewDef* view)
{
    ExportOptions options;
    options.view = view;
    return drawingFor(input, options);
}

void prepare(QPrinter& printer, const Drawing& drawing, const Design& design)
{
    printer.setDocName(design.settingText(QStringLiteral("title")));
    printer.setCreator(QStringLiteral("Redoubt %1").arg(QStringLiteral(REDOUBT_VERSION)));
    printer.setPageOrientation(drawing.bounds.width() > drawing.bounds.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
}

void paintPage(QPrinter& printer, const Drawing& drawing)
{
    QPainter painter(&printer);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF page = QRectF(QPointF(), QRectF(printer.pageLayout().paintRectPixels(printer.resolution())).size());
    const double scale = qMin(page.width() / drawing.bounds.width(), page.height() / drawing.bounds.height());
    painter.translate((page.width() - drawing.bounds.width() * scale) / 2, (page.height() - drawing.bounds.height() * scale) / 2);
    painter.scale(scale, scale);
    painter.translate(-drawing.bounds.topLeft());
    for (const DrawnItem& item : drawing.items)
        paint(painter, item);
}

}  // namespace

void previewPrint(QWidget* window, const ExportInput& input, const ViewDef* view)
{
    const Drawing drawing = paperDrawing(input, view);
    QPrinter printer(QPrinter::HighResolution);
    prepare(printer, drawing, input.design);
    QPrintPreviewDialog dialog(&printer, window);
    dialog.setWindowTitle(QStringLiteral("Print preview"));
    dialog.resize(1100, 800);
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&drawing](QPrinter* paper) { paintPage(*paper, drawing); });
    dialog.exec();
}

void printDesign(QWidget* window, const ExportInput& input, const ViewDef* view)
{
    const Drawing drawing = paperDrawing(input, view);
    QPrinter printer(QPrinter::HighResolution);
    prepare(printer, drawing, input.design);
    QPrintDialog dialog(&printer, window);
    if (dialog.exec() == QDialog::Accepted)
        paintPage(printer, drawing);
}

}  // namespace redoubt

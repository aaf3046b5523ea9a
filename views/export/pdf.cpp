// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/export/pictures.h"
#include "views/render/paint.h"

#include <QBuffer>
#include <QDate>
#include <QPainter>
#include <QPdfWriter>

namespace redoubt {
namespace {

/// The same design gives the same bytes: what Qt takes from the clock is replaced by the design's date, or by a fixed one,
/// of the same length, so that no offset in the file changes.
void makeRepeatable(QByteArray& pdf, const QDate& date)
{
    static const QByteArray key = "/CreationDate (D:";
    const auto at = pdf.indexOf(key);
    const auto end = at < 0 ? -1 : pdf.indexOf(')', at);
    if (end < 0)
        return;
    const QDate day = date.isValid() ? date : QDate(2000, 1, 1);
    const QByteArray stamp = day.toString(u"yyyyMMdd"_qs).toLatin1() + "000000";
    const auto from = at + key.size();
    if (end - from >= stamp.size())
        pdf.replace(from, stamp.size(), stamp);
}

}  // namespace

QByteArray writePdf(const ExportInput& input, const ExportOptions& options)
{
    const Drawing drawing = drawingFor(input, options);
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(96);  // one dot is one canvas unit
        pdf.setPageMargins(QMarginsF());
        pdf.setPageSize(QPageSize(drawing.bounds.size() * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
        pdf.setTitle(drawing.title.isEmpty() ? u"Design"_qs : drawing.title);
        pdf.setCreator(u"Redoubt %1"_qs.arg(QStringLiteral(REDOUBT_VERSION)));
        QPainter painter;
        if (!painter.begin(&pdf))
            throw ExportError(u"The PDF could not be started."_qs);
        painter.translate(-drawing.bounds.topLeft());
        paint(painter, drawing);
        if (!painter.end())
            throw ExportError(u"The PDF could not be finished."_qs);
    }
    makeRepeatable(out, QDate::fromString(input.design.settingText(u"date"_qs), Qt::ISODate));
    return out;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/export/pictures.h"
#include "views/render/paint.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

namespace redoubt {
namespace {

/// The same design gives the same bytes: what Qt takes from the clock and from chance is replaced by digits of the same
/// length, so that no offset in the file changes.
void makeRepeatable(QByteArray& pdf)
{
    const QString text = QString::fromLatin1(pdf);
    static const QRegularExpression changing(
        u"CreationDate \\(D:(\\d{14}[^)]*)\\)|<xmp:(?:CreateDate|ModifyDate|MetadataDate)>([^<]*)<|uuid:([0-9a-f-]{36})|/ID \\[ <([^>]*)> <([^>]*)> \\]"_qs);
    QRegularExpressionMatchIterator matches = changing.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        for (int group = 1; group <= match.lastCapturedIndex(); ++group) {
            for (qsizetype i = match.capturedStart(group); i < match.capturedEnd(group); ++i) {
                // 1111-11-11 is a date and a time that any reader accepts.
                const char c = pdf[i];
                if ((c >= '0' && c <= '9') || (group >= 3 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))))
                    pdf[i] = '1';
                else if (group < 3 && c == '-' && i > match.capturedStart(group) + 10)
                    pdf[i] = '+';
            }
        }
    }
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
    makeRepeatable(out);
    return out;
}

}  // namespace redoubt

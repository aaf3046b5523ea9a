// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/theme.h"

#include "views/parts/iconengine.h"

#include <QApplication>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace redoubt {

namespace {

/// Draws one mark at two sizes, so that it is sharp on dense screens too.
void saveMark(const QString& path, const QColor& color, const QPainterPath& mark)
{
    for (const int scale : {1, 2}) {
        QImage image(16 * scale, 16 * scale, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(mark);
        painter.end();
        image.save(path + (scale == 2 ? QStringLiteral("@2x.png") : QStringLiteral(".png")));
    }
}

QPainterPath polyline(const QList<QPointF>& points)
{
    QPainterPath path(points.first());
    for (const QPointF& point : points)
        path.lineTo(point);
    return path;
}

void saveMarks(const QString& folder, const Style& style)
{
    const QPainterPath check = polyline({{3.5, 8.5}, {6.5, 11.5}, {12.5, 4.5}});
    saveMark(folder + QStringLiteral("/check"), style.text, check);
    saveMark(folder + QStringLiteral("/checked"), style.accentText, check);
    saveMark(folder + QStringLiteral("/down"), style.secondaryText, polyline({{4, 6.2}, {8, 10.2}, {12, 6.2}}));
    saveMark(folder + QStringLiteral("/up"), style.secondaryText, polyline({{4, 10}, {8, 6}, {12, 10}}));
    saveMark(folder + QStringLiteral("/right"), style.secondaryText, polyline({{6.2, 4}, {10.2, 8}, {6.2, 12}}));
}

}  // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
{
}

const Style& Theme::style() const
{
    return m_dark ? darkStyle() : lightStyle();
}

void Theme::setDark(bool dark)
{
    m_dark = dark;
    // A new folder name per theme, because Qt caches pictures by file name.
    const QString folder = m_marks.filePath(dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (!QDir(folder).exists()) {
        QDir().mkpath(folder);
        saveMarks(folder, style());
    }
    qApp->setFont(windowFont());
    qApp->setPalette(paletteOf(style()));
    qApp->setStyleSheet(styleSheetOf(style(), folder));
    emit changed();
}

QIcon Theme::icon(const QString& name) const
{
    return QIcon(new IconEngine(*this, QStringLiteral("ui/") + name, {}));
}

QIcon Theme::kindIcon(const QString& icon, const QString& product) const
{
    return QIcon(new IconEngine(*this, icon, product));
}

QFont windowFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // Without a desktop Qt answers with an alias that is whatever fontconfig finds first; ours is better than that.
    const QStringList aliases {QStringLiteral("Sans Serif"), QStringLiteral("Sans"), QStringLiteral("DejaVu Sans"), QString()};
    if (aliases.contains(font.family()))
        font.setFamily(canvasFamily());
    font.setPixelSize(13);
    return font;
}

}  // namespace redoubt

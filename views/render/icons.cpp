// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/render/icons.h"

#include "views/render/style.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPaintEngine>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <memory>

namespace redoubt {
namespace {

// The colours that stand in the files.
constexpr char mainMark[] = "#465163", toneMark[] = "#a9b4c4", detailMark[] = "#ffffff";

/// One renderer per icon and colour, for the life of the program: some eighty small files at most.
QSvgRenderer* renderer(const QString& name, const QColor& color)
{
    static QHash<std::pair<QString, QRgb>, std::shared_ptr<QSvgRenderer>> renderers;
    const std::pair<QString, QRgb> key{name, color.rgb()};
    const auto found = renderers.constFind(key);
    if (found != renderers.constEnd())
        return found->get();
    const QByteArray svg = iconSvg(name, color);
    const auto made = svg.isEmpty() ? nullptr : std::make_shared<QSvgRenderer>(svg);
    renderers.insert(key, made);
    return made.get();
}

/// Draws at whatever size and ratio the widget asks for.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(QString name, const QColor& color) : m_name(std::move(name)), m_color(color) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const double opacity = painter->opacity();
        if (mode == QIcon::Disabled)
            painter->setOpacity(opacity * 0.35);
        const int side = std::min(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        paintIcon(*painter, square, m_name, m_color);
        painter->setOpacity(opacity);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new SvgIconEngine(*this); }

private:
    QString m_name;
    QColor m_color;
};

QString fileOf(const QString& name)
{
    return u":/icons/%1.svg"_qs.arg(name);
}

}  // namespace

bool hasIcon(const QString& name)
{
    return !name.isEmpty() && QFile::exists(fileOf(name));
}

QStringList iconNames()
{
    QStringList names;
    for (const QString& file : QDir(u":/icons"_qs).entryList({u"*.svg"_qs}, QDir::Files, QDir::Name))
        names << file.chopped(4);
    for (const QString& file : QDir(u":/icons/ui"_qs).entryList({u"*.svg"_qs}, QDir::Files, QDir::Name))
        names << u"ui/"_qs + file.chopped(4);
    return names;
}

QByteArray iconSvg(const QString& name, const QColor& color)
{
    QFile file(fileOf(name));
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace(detailMark, "#detail").replace(toneMark, "#tone");  // first out of the way: the colour may be one of them
    svg.replace(mainMark, color.name().toLatin1());
    return svg.replace("#detail", iconDetail(color).name().toLatin1())
        .replace("#tone", iconTone(color).name().toLatin1());
}

QColor iconDetail(const QColor& color)
{
    return contrast(color, QColor(Qt::white)) >= 3.4 ? QColor(Qt::white) : QColor(0x14171c);
}

QColor iconTone(const QColor& color)
{
    // Lines of the icon's own colour stand on the tone, so it goes the way that keeps them visible.
    const bool onLight = iconDetail(color) == QColor(Qt::white);
    return onLight ? mixed(Qt::white, color, 0.36) : mixed(QColor(0x14171c), color, 0.34);
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color)
{
    if (!painter.isActive())
        return;
    QSvgRenderer* const svg = renderer(name, color);
    if (!svg) {
        painter.fillRect(rect, color);
        return;
    }
    const auto type = painter.paintEngine()->type();
    if (type == QPaintEngine::Pdf || type == QPaintEngine::Picture || type == QPaintEngine::SVG) {
        svg->render(&painter, rect);
        return;
    }
    const QTransform& world = painter.worldTransform();
    const double scale = std::hypot(world.m11(), world.m12()) * painter.device()->devicePixelRatioF();
    const int pixels = int(std::lround(std::max(rect.width(), rect.height()) * scale));
    if (pixels < 1)
        return;
    if (pixels > 512) {
        svg->render(&painter, rect);
        return;
    }
    // Whole device pixels, or the cached picture would be blurred by resampling.
    const QPointF corner = world.map(rect.topLeft());
    const double ratio = painter.device()->devicePixelRatioF();
    painter.save();
    painter.resetTransform();
    painter.drawPixmap(QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio),
                       iconPixmap(name, color, pixels, ratio));
    painter.restore();
}

QPixmap iconPixmap(const QString& name, const QColor& color, int pixels, double ratio)
{
    const QString key = u"redoubt-icon:%1:%2:%3:%4"_qs.arg(name).arg(color.rgb()).arg(pixels).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (QSvgRenderer* const svg = renderer(name, color))
        svg->render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& color)
{
    return QIcon(new SvgIconEngine(name, color));
}

}  // namespace redoubt

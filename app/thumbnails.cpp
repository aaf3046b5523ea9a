// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/thumbnails.h"

#include "model/files/designfile.h"
#include "views/render/draw.h"
#include "views/render/paint.h"
#include "views/render/style.h"

#include <QPainter>

namespace redoubt {

Thumbnails::Thumbnails(const Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

Thumbnails::~Thumbnails()
{
    cancel();
    m_pool.waitForDone();
}

void Thumbnails::cancel()
{
    m_pool.clear();
}

void Thumbnails::request(const QString& key, bool dark, std::function<QByteArray()> load)
{
    m_pool.start([this, key, dark, load = std::move(load)] {
        try {
            const Design design = readDesign(load(), key, m_catalog).design;
            const Scene scene = layOut(design, m_catalog);
            Drawing drawing = draw(design, m_catalog, scene, dark ? darkStyle() : lightStyle());
            QMetaObject::invokeMethod(this, [this, key, drawing = std::move(drawing)] { emit drawn(key, drawing); },
                                      Qt::QueuedConnection);
        } catch (const FileError&) {
            // No picture: opening the file says what is wrong with it.
        }
    });
}

QPixmap Thumbnails::paintInto(const Drawing& drawing, QSize size, double ratio, bool allDetail)
{
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(drawing.background.isValid() ? drawing.background : QColor(Qt::white));
    if (drawing.bounds.isEmpty())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    const QRectF inside = QRectF(QPointF(), size).adjusted(6, 6, -6, -6);
    const double scale = qMin(1.0, qMin(inside.width() / drawing.bounds.width(), inside.height() / drawing.bounds.height()));
    painter.translate(inside.center());
    painter.scale(scale, scale);
    painter.translate(-drawing.bounds.center());
    for (const DrawnItem& item : drawing.items)
        paint(painter, item, PaintDetail {allDetail ? 1 : scale});
    return pixmap;
}

}  // namespace redoubt

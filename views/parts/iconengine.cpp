// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/iconengine.h"

#include "views/render/icons.h"

#include <QPainter>

namespace redoubt {

IconEngine::IconEngine(const Theme& theme, QString icon, QString product)
    : m_theme(theme)
    , m_icon(std::move(icon))
    , m_product(std::move(product))
{
}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    const Style& style = m_theme.style();
    const QColor color = m_product.isEmpty() ? style.text : style.product(m_product);
    const double opacity = painter->opacity();
    if (mode == QIcon::Disabled)
        painter->setOpacity(opacity * 0.35);
    paintIcon(*painter, rect, m_icon, color);
    painter->setOpacity(opacity);
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal)
{
    if (size.isEmpty())  // a button without room asks for that
        return {};
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
}

QIconEngine* IconEngine::clone() const
{
    return new IconEngine(*this);
}

}  // namespace redoubt

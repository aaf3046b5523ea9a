// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/parts/theme.h"

#include <QIconEngine>

namespace redoubt {

/// Paints an icon of resources/icons in the colours of the theme in force at the time of painting.
class IconEngine : public QIconEngine {
public:
    /// With a product: that product's colour; without: the text colour.
    IconEngine(const Theme& theme, QString icon, QString product);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine* clone() const override;

private:
    const Theme& m_theme;
    QString m_icon;
    QString m_product;
};

}  // namespace redoubt

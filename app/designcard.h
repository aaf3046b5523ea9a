// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/drawing.h"

#include <QAbstractButton>
#include <optional>

namespace redoubt {

class Theme;

/// A design on the start page: its picture, its name, a line about it. Large in the gallery, a row in the recent list.
class DesignCard : public QAbstractButton {
    Q_OBJECT

public:
    enum class Form { Tile, Row };
    DesignCard(Form form, const QString& title, const QString& caption, const Theme& theme, QWidget* parent = nullptr);

    void setDrawing(const Drawing& drawing);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintTile(QPainter& painter);
    void paintRow(QPainter& painter);
    void paintPicture(QPainter& painter, const QRect& rect);

    Form m_form;
    QString m_caption;
    const Theme& m_theme;
    std::optional<Drawing> m_drawing;
    QPixmap m_picture;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace redoubt {

class CanvasScene;
class CanvasView;

/// The whole drawing in a corner of the canvas with what is in sight marked; a press or drag goes there.
class Minimap : public QWidget {
    Q_OBJECT

public:
    Minimap(CanvasScene& scene, CanvasView& view);

    /// Back into its corner, after the view changed its size.
    void place();
    /// The view was scrolled or zoomed.
    void followView();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void drawPicture();
    void goTo(QPointF point);
    /// From canvas to this widget.
    [[nodiscard]] QTransform toMap() const;

    CanvasScene& m_scene;
    CanvasView& m_view;
    QRectF m_area;      ///< of the canvas that the picture shows
    QPixmap m_picture;  ///< everything but what is in sight
    QTimer m_settle;    ///< a drag refreshes the scene at every frame; the map need not
};

}  // namespace redoubt

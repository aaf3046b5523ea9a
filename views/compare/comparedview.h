// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvasscene.h"
#include "views/canvas/exhibits.h"

#include <QGraphicsView>

namespace redoubt {

/// A drawing to look at, beside others: dragged and zoomed, not edited. Follows its editor's design.
class ComparedView : public QGraphicsView {
    Q_OBJECT

public:
    /// What is in sight, independent of the size of the drawing, so that two drawings can show the same part.
    struct Sight {
        QPointF centre{0.5, 0.5};  ///< in parts of the drawing's width and height
        double zoom = 1;           ///< 1: the whole drawing fits

        friend bool operator==(const Sight&, const Sight&) = default;
    };

    ComparedView(Editor& editor, const Style& style, QWidget* parent = nullptr);
    ~ComparedView() override;

    void setLook(const Style& style);
    [[nodiscard]] const Sight& sight() const { return m_sight; }
    void setSight(const Sight& sight);
    /// Marks with `+` what is in this design alone, with `≠` what is not alike, until others are marked.
    void markThings(const QStringList& only, const QStringList& changed);
    [[nodiscard]] QStringList marked() const;

signals:
    /// The user dragged or zoomed.
    void looked(const redoubt::ComparedView::Sight& sight);
    /// A thing was clicked; empty: the canvas.
    void pressed(const QString& id);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] double fitting() const;
    void look(Sight sight);
    void showSight();

    CanvasScene m_scene;
    Sight m_sight;
    Exhibits m_marks{m_scene};
    QPoint m_pressedAt, m_last;
    bool m_dragging = false;
};

}  // namespace redoubt

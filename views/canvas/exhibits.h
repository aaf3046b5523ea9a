// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/exhibit.h"

#include <QFrame>
#include <QGraphicsItem>

namespace redoubt {

class CanvasItem;
class CanvasScene;
struct Style;

/// One note of an exhibit over what it is about.
class ExhibitItem : public QGraphicsItem {
public:
    enum { Type = UserType + 3 };

    ExhibitItem(const Style& style, Exhibit::Note note, const CanvasItem& over);

    [[nodiscard]] const Exhibit::Note& note() const { return m_note; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintOutline(QPainter& painter) const;
    void paintPill(QPainter& painter, double scale) const;
    [[nodiscard]] QString words() const;

    const Style& m_style;
    Exhibit::Note m_note;
    QRectF m_outline;
    bool m_container;
    QList<QPointF> m_line;  ///< of a link
};

/// What the colours of an exhibit mean, in a corner of the canvas.
class ExhibitLegend : public QFrame {
    Q_OBJECT

public:
    ExhibitLegend(const CanvasScene& scene, QWidget* over);

    /// Hides when there is nothing to explain.
    void show(const Exhibit& exhibit);
    void place();

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRect closeRect() const;

    const CanvasScene& m_scene;
    QString m_title, m_least, m_most;
};

/// Keeps the notes of an exhibit over the drawing while it is edited.
class Exhibits {
public:
    explicit Exhibits(CanvasScene& scene) : m_scene(scene) {}

    void show(Exhibit exhibit);
    /// The drawing has changed.
    void follow();
    [[nodiscard]] const Exhibit& shown() const { return m_exhibit; }

private:
    CanvasScene& m_scene;
    Exhibit m_exhibit;
    QList<ExhibitItem*> m_items;
};

}  // namespace redoubt

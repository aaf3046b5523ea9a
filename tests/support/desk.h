// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvasitem.h"
#include "views/canvas/canvasscene.h"
#include "views/canvas/canvasview.h"

#include <QtTest>
#include <QtWidgets>

namespace redoubt {

inline QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

/// A real canvas on a document, driven by events only.
struct Desk {
    Catalog catalog = builtinCatalog();
    Document document;
    Editor editor{document, catalog};
    CanvasView view{editor};

    Desk()
    {
        view.resize(1400, 1000);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.setZoom(1);
        view.centerOn(600, 400);
    }
    /// Null when it is not drawn itself.
    CanvasItem* item(const QString& id) const { return static_cast<CanvasScene*>(view.scene())->item(id); }
    const Design& design() const { return document.design(); }
    QPoint at(QPointF point) const { return view.mapFromScene(point); }
    QRectF rect(const QString& id) const { return editor.placement().value(id); }
    QPoint centre(const QString& id) const { return at(rect(id).center()); }

    /// What the palette's drag sends while it passes over the canvas and is let go.
    QString drop(const char* kind, QPointF point, QPointF over = {})
    {
        const QStringList before = ids();
        QMimeData data;
        data.setData(latin("application/x-redoubt-kind"), kind);
        QWidget* target = view.viewport();
        QDragEnterEvent enter(at(point), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        if (!enter.isAccepted())
            return {};
        for (const QPointF& p : {over.isNull() ? point : over, point}) {
            QDragMoveEvent move(at(p), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &move);
        }
        QDropEvent drop(at(point), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &drop);
        for (const QString& id : editor.selection())
            if (!before.contains(id))
                return id;
        return {};
    }
    QStringList ids() const
    {
        QStringList result;
        for (const ElementId& id : design().elements.keys())
            result << id.value;
        return result;
    }
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButtons buttons = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void click(QPoint where, Qt::KeyboardModifiers modifiers = {})
    {
        move(where, modifiers, Qt::NoButton);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, where);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        move(from, modifiers, Qt::NoButton);
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 8; ++i)
            move(from + (to - from) * i / 8, modifiers);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, to);
    }
    /// Hovers an element, then pulls from the anchor at its right side.
    void pull(const QString& from, const QString& to)
    {
        move(centre(from), {}, Qt::NoButton);
        const QPoint anchor = at({rect(from).right(), rect(from).center().y()}) + QPoint(14, 0);
        drag(anchor, centre(to));
    }
    /// Where several connections are possible a menu asks which; Return takes the first.
    void takeFirst()
    {
        for (QMenu* menu : view.findChildren<QMenu*>(latin("linkMenu")))
            if (menu->isVisible())
                QTest::keyClick(menu, Qt::Key_Return);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }
    void undoAll()
    {
        while (editor.undoStack().canUndo())
            key(Qt::Key_Z, Qt::ControlModifier);
    }
};

}  // namespace redoubt

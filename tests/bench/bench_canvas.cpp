// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/measure.h"
#include "tests/support/bigdesign.h"
#include "views/canvas/canvasview.h"
#include "views/render/style.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

namespace redoubt::bench {

namespace {

/// A canvas as the window has it, painting into memory.
struct Desk {
    Catalog catalog = builtinCatalog();
    Document document;
    Editor editor{document, catalog};
    CanvasView view{editor};

    explicit Desk(Design design)
    {
        view.setStyle(lightStyle());
        view.resize(1600, 1000);
        view.show();
        document.reset(std::move(design));
        QApplication::processEvents();
    }

    void mouse(QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, view.viewport()->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &event);
    }
    /// Everything that one frame costs: events handled, items updated, pixels painted.
    void frame() { QApplication::processEvents(); }
};

/// `big` with twenty links at one web server.
Design withTwentyLinks(int elements, const ElementId& node)
{
    Design design = bigDesign(elements);
    int count = 0;
    for (int site = 2; count < 20 && site < 40; ++site) {
        Link link;
        link.from = node;
        link.to = {QStringLiteral("rmq-1-%1").arg(site)};
        link.rows = {QStringLiteral("CN-09")};
        design.insert(QStringLiteral("drag-link-%1").arg(++count), link);
    }
    return design;
}

}  // namespace

void drag()
{
    const ElementId node{QStringLiteral("web-2-1")};
    Desk desk(withTwentyLinks(2000, node));
    desk.view.setZoom(1);
    const QPointF centre = desk.editor.placement().value(node.value).center();
    desk.view.centerOn(centre);
    desk.frame();
    const QPoint start = desk.view.mapFromScene(centre);
    desk.mouse(QEvent::MouseButtonPress, start, Qt::LeftButton, Qt::LeftButton);
    QPoint at = start;
    int step = 0;
    const QList<double> frames = times(60, [&] {
        ++step;
        at += QPoint(step % 2 ? 6 : 4, step % 3 ? 3 : -5);
        desk.mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
        desk.frame();
    });
    desk.mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    report(QStringLiteral("drag of a node with 20 links in 2,000 elements, p99"), percentile99(frames),
           QStringLiteral("ms"), 16);
}

void zoom()
{
    Desk desk(bigDesign(10000));
    desk.view.setZoom(1);
    desk.frame();
    int step = 0;
    const QList<double> pan = times(60, [&] {
        desk.view.horizontalScrollBar()->setValue(desk.view.horizontalScrollBar()->value() + 37);
        desk.view.verticalScrollBar()->setValue(desk.view.verticalScrollBar()->value() + (++step % 5) * 11);
        desk.frame();
    });
    report(QStringLiteral("pan of 10,000 elements, p99"), percentile99(pan), QStringLiteral("ms"), 33);
    const QList<double> zoom = times(60, [&] {
        desk.view.setZoom(step++ % 60 < 30 ? desk.view.zoom() * 0.9 : desk.view.zoom() / 0.9);
        desk.frame();
    });
    report(QStringLiteral("zoom of 10,000 elements, p99"), percentile99(zoom), QStringLiteral("ms"), 33);
}

/// One whole picture of the canvas, everything in it painted anew: fitted into the view, and at full size in its middle. The
/// budget is that of a frame.
void paint()
{
    for (const int size : {500, 2000, 10000}) {
        Desk desk(bigDesign(size));
        const auto elements = desk.editor.design().elements.size();
        const auto once = [&](const QString& what) {
            desk.frame();
            const QList<double> frames = times(30, [&] { desk.view.viewport()->repaint(); });
            report(QStringLiteral("paint of %1 elements, %2, p99").arg(elements).arg(what), percentile99(frames), QStringLiteral("ms"), 33);
        };
        desk.view.fit();
        once(QStringLiteral("all in sight"));
        desk.view.setZoom(1);
        desk.view.centerOn(desk.view.scene()->itemsBoundingRect().center());
        once(QStringLiteral("at full size"));
    }
}

}  // namespace redoubt::bench

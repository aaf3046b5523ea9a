// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "tests/support/desk.h"
#include "views/render/style.h"

using namespace redoubt;

/// What is in sight on the canvas and stays there: zoom, the map, both styles, lines after undo, what floats over them.
class CanvasSightTest : public QObject {
    Q_OBJECT

private slots:
    void zoomStaysAtTheMouseAndFitShowsEverything()
    {
        Desk desk;
        desk.drop("site", {300, 300});
        const QString far = desk.drop("site", {1100, 700});
        const QPoint where = desk.centre(far);
        const QPointF before = desk.view.mapToScene(where);
        QSignalSpy spy(&desk.view, &CanvasView::zoomChanged);
        QWheelEvent wheel(where, desk.view.viewport()->mapToGlobal(where), {}, {0, 240}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(desk.view.viewport(), &wheel);
        QCOMPARE(spy.size(), 1);
        QVERIFY(desk.view.zoom() > 1.4);
        QVERIFY(QLineF(desk.view.mapToScene(where), before).length() < 2);
        desk.view.fit();
        const QRectF seen = desk.view.mapToScene(desk.view.viewport()->rect()).boundingRect();
        for (const QString& id : desk.ids())
            QVERIFY(seen.contains(desk.rect(id)));
        desk.view.setZoom(4);
        desk.view.reveal({far});
        QVERIFY(desk.view.mapToScene(desk.view.viewport()->rect()).boundingRect().intersects(desk.rect(far)));
        QCOMPARE(desk.editor.selection(), QStringList{far});
    }

    void everythingIsPaintedInBothStyles()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {400, 300});
        const QPoint away = desk.at({650, 500});
        for (const Style* style : {&lightStyle(), &darkStyle()}) {
            desk.view.setStyle(*style);
            desk.editor.select({});
            const QImage image = desk.view.viewport()->grab().toImage();
            QCOMPARE(image.pixelColor(away + QPoint(3, 3)), style->canvas);
            bool painted = false;
            const QRect box = QRect(desk.at(desk.rect(node).topLeft()), desk.at(desk.rect(node).bottomRight()));
            for (int y = box.top(); y < box.bottom() && !painted; ++y)
                for (int x = box.left(); x < box.right() && !painted; ++x)
                    painted = contrast(image.pixelColor(x, y), style->canvas) > 2;
            QVERIFY(painted);
        }
    }

    void whatFallsNearTheEdgeIsSeenWhole()
    {
        Desk desk;
        const QRectF view = desk.view.mapToScene(desk.view.viewport()->rect()).boundingRect();
        const QString site = desk.drop("site", view.bottomRight() - QPointF(40, 40));
        QVERIFY(!site.isEmpty());
        const QRectF seen = desk.view.mapToScene(desk.view.viewport()->rect()).boundingRect();
        QVERIFY(seen.contains(desk.rect(site)));
    }

    void theMapGoesWhereItIsPressed()
    {
        Desk desk;
        desk.drop("ss-web", {0, 0});
        desk.drop("ss-web", {2400, 1600});
        desk.view.goTo({0, 0});
        desk.view.showMinimap(true);
        auto* map = desk.view.findChild<QWidget*>(latin("minimap"));
        QVERIFY(map->isVisible());
        const auto seen = [&desk](const QPointF& point) {
            return desk.view.mapToScene(desk.view.viewport()->rect()).boundingRect().contains(point);
        };
        const QPointF far = desk.rect(desk.ids().last()).center();
        QVERIFY(!seen(far));
        QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(map->width() - 14, map->height() - 18));
        QVERIFY(seen(far));
        desk.view.showMinimap(false);
        QVERIFY(!map->isVisible());
    }

    void assistiveTechnologySeesWhatIsDrawn()
    {
        Desk desk;
        const QString web = desk.drop("ss-web", {400, 300});
        desk.editor.rename(web, latin("Node 1"));
        QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&desk.view);
        QVERIFY(canvas);
        QCOMPARE(canvas->role(), QAccessible::Canvas);
        QCOMPARE(canvas->childCount(), 1);
        QAccessibleInterface* node = canvas->child(0);
        QVERIFY2(node->text(QAccessible::Name).contains(latin("Node 1")), qPrintable(node->text(QAccessible::Name)));
        QCOMPARE(canvas->indexOfChild(node), 0);
        QVERIFY(node->rect().contains(desk.view.viewport()->mapToGlobal(desk.centre(web))));
        QCOMPARE(canvas->childAt(node->rect().center().x(), node->rect().center().y()), node);
        desk.editor.select({});
        QVERIFY(!node->state().selected);
        node->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(desk.editor.selection(), QStringList{web});
        QVERIFY(node->state().selected);
        desk.key(Qt::Key_Delete);
        QCOMPARE(canvas->childCount(), 0);
        QVERIFY(!node->isValid());
    }

    void everythingStaysInSightWhileNobodyMoved()
    {
        Desk desk;
        desk.drop("site", {300, 300});
        desk.drop("site", {1100, 700});
        const auto allSeen = [&desk] {
            const QRectF seen = desk.view.mapToScene(desk.view.viewport()->rect()).boundingRect();
            const QStringList ids = desk.ids();
            return std::all_of(ids.begin(), ids.end(), [&](const QString& id) { return seen.contains(desk.rect(id)); });
        };
        desk.view.fit();
        desk.view.resize(700, 500);
        QVERIFY(allSeen());
        // Who zoomed wants to see what is there now, and keeps it.
        desk.view.setZoom(2);
        desk.view.resize(900, 600);
        QCOMPARE(desk.view.zoom(), 2.0);
    }

    void undoGivesTheSameLinesBack()
    {
        Desk desk;
        desk.document.reset(readDesignFile(latin(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml"), desk.catalog).design);
        const auto lines = [&desk] {
            QMap<QString, QList<QPointF>> all;
            for (const LinkId& id : desk.design().links.keys())
                if (const CanvasItem* item = desk.item(id.value))
                    all.insert(id.value, item->drawn().line);
            return all;
        };
        const auto before = lines();
        QVERIFY(before.size() > 20);
        desk.view.setZoom(1);
        int changed = 0;
        for (const char* layer : {"ss-web-layer-a", "db-layer-b", "lb-layer-ss-a"}) {
            const QString id = latin(layer);
            if (!desk.design().element({id}))
                continue;
            desk.view.goTo(desk.rect(id).center());
            const QPoint edge = desk.at({desk.rect(id).left() + 4, desk.rect(id).bottom() - 4});
            desk.drag(edge, edge + QPoint(24, 36));
            changed += lines() != before ? 1 : 0;
            desk.key(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(lines(), before);
        }
        QVERIFY(changed > 0);
    }

    void anchorsGoWithTheirElement()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {400, 300});
        const auto anchors = [&desk] {
            int shown = 0;
            for (const QGraphicsItem* item : desk.view.scene()->items())
                shown += item->type() == QGraphicsEllipseItem::Type && item->isVisible() ? 1 : 0;
            return shown;
        };
        desk.move(desk.centre(node), {}, Qt::NoButton);
        QCOMPARE(anchors(), 4);
        desk.key(Qt::Key_Delete);
        QCOMPARE(anchors(), 0);
    }

    void thePadHidesNoNeighbourAndGivesWayToTheMouse()
    {
        Desk desk;
        // Neighbours on all sides but the left.
        const QString node = desk.drop("ss-web", {600, 400});
        const QSizeF step = desk.rect(node).size() + QSizeF(40, 40);
        QStringList others;
        for (const QPointF& off : {QPointF(0, -1), QPointF(1, -1), QPointF(-1, -1), QPointF(1, 0), QPointF(0, 1), QPointF(1, 1)})
            others << desk.drop("ss-web", desk.rect(node).center() + QPointF(off.x() * step.width(), off.y() * step.height()));
        desk.editor.select({node});
        desk.move({5, 5}, {}, Qt::NoButton);
        auto* pad = desk.view.findChild<QFrame*>(latin("contextPad"));
        QVERIFY(pad->isVisible());
        for (const QString& other : std::as_const(others)) {
            const QRect box = desk.view.mapFromScene(desk.rect(other)).boundingRect();
            QVERIFY2(!pad->geometry().intersects(box), qPrintable(other));
        }
        desk.move(desk.centre(others.front()), {}, Qt::NoButton);
        QVERIFY(!pad->isVisible());
        desk.move(desk.centre(node), {}, Qt::NoButton);
        QVERIFY(pad->isVisible());
    }
};

QTEST_MAIN(CanvasSightTest)
#include "canvassight_test.moc"

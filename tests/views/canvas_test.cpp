// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk.h"
#include "views/canvas/snapping.h"

using namespace redoubt;

namespace {

const Link* only(const Design& design)
{
    return design.links.size() == 1 ? design.links.first().get() : nullptr;
}

}  // namespace

/// Gestures and keys on the canvas: each is one step of the design, or none.
class CanvasTest : public QObject {
    Q_OBJECT

private slots:
    void droppingAddsIntoTheContainerUnderTheMouse()
    {
        Desk desk;
        const QString site = desk.drop("site", {500, 400});
        QCOMPARE(desk.design().elements.size(), 1);
        const QString node = desk.drop("ss-web", desk.rect(site).center(), {1150, 100});
        QCOMPARE(desk.design().element({node})->in.value, site);
        QVERIFY(desk.rect(site).contains(desk.rect(node)));
        QCOMPARE(desk.editor.selection(), QStringList{node});
        QCOMPARE(desk.editor.undoStack().count(), 2);
        QCOMPARE(desk.editor.undoStack().undoText(), latin("Add Secret Server web server"));
        // What is no kind is refused and leaves nothing.
        QVERIFY(desk.drop("no-such-kind", {500, 400}).isEmpty());
        QCOMPARE(desk.design().elements.size(), 2);
    }

    void aDragThatLeavesTheCanvasLeavesNothing()
    {
        Desk desk;
        QMimeData data;
        data.setData(latin("application/x-redoubt-kind"), "site");
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(desk.view.viewport(), &enter);
        QDragMoveEvent move({320, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(desk.view.viewport(), &move);
        QVERIFY(!desk.view.scene()->items(desk.view.mapToScene(320, 300)).isEmpty());  // the preview
        QDragLeaveEvent leave;
        QApplication::sendEvent(desk.view.viewport(), &leave);
        QVERIFY(desk.design() == Design());
        QVERIFY(desk.view.scene()->items(desk.view.mapToScene(320, 300)).isEmpty());
    }

    void movingFallsOnTheGridAndIntoAnotherSite()
    {
        Desk desk;
        const QString a = desk.drop("site", {350, 400});
        const QString b = desk.drop("site", {950, 400});
        const QString node = desk.drop("ss-web", desk.rect(a).center());
        const QRectF before = desk.rect(node);
        desk.drag(desk.centre(node), desk.centre(node) + QPoint(31, 2));
        QCOMPARE(desk.rect(node).top(), before.top());
        QVERIFY(desk.rect(node).left() > before.left());
        desk.drag(desk.centre(node), desk.centre(b));
        QCOMPARE(desk.design().element({node})->in.value, b);
        QVERIFY(desk.rect(b).contains(desk.rect(node)));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.design().element({node})->in.value, a);
    }

    void altMovesFreelyAndEscapeGivesUp()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {400, 300});
        const QRectF before = desk.rect(node);
        desk.drag(desk.centre(node), desk.centre(node) + QPoint(55, 37), Qt::AltModifier);
        QCOMPARE(desk.rect(node).topLeft(), before.topLeft() + QPointF(55, 37));
        const Design now = desk.design();
        desk.move(desk.centre(node), {}, Qt::NoButton);
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, desk.centre(node));
        desk.move(desk.centre(node) + QPoint(200, 100));
        desk.key(Qt::Key_Escape);
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, desk.centre(node) + QPoint(200, 100));
        QVERIFY(desk.design() == now);
    }

    void aSiteIsMovedByItsHeadingAndItsInsideIsForTheRubberBand()
    {
        Desk desk;
        const QString site = desk.drop("site", {500, 400});
        const QString one = desk.drop("ss-web", desk.rect(site).center() - QPointF(70, 0));
        const QString two = desk.drop("ss-web", desk.rect(site).center() + QPointF(70, 0));
        desk.click({5, 5});
        QVERIFY(desk.editor.selection().isEmpty());
        const QRectF both = desk.rect(one) | desk.rect(two);
        desk.drag(desk.at(both.topLeft() - QPointF(8, 8)), desk.at(both.bottomRight() + QPointF(8, 8)));
        QCOMPARE(QSet<QString>(desk.editor.selection().cbegin(), desk.editor.selection().cend()),
                 (QSet<QString>{one, two}));
        desk.click({5, 5});
        const QRectF before = desk.rect(site);
        const QPoint border = desk.at({before.left() + 2, before.center().y()});
        desk.drag(border, border + QPoint(120, 60));
        QCOMPARE(desk.rect(site).topLeft(), before.topLeft() + QPointF(120, 60));
        QVERIFY(desk.rect(site).contains(desk.rect(one)));
        QCOMPARE(desk.editor.undoStack().count(), 4);
    }

    void shiftAddsToTheSelectionAndTogether()
    {
        Desk desk;
        const QString a = desk.drop("ss-web", {200, 300}), b = desk.drop("ss-web", {500, 300});
        desk.click(desk.centre(a));
        QCOMPARE(desk.editor.selection(), QStringList{a});
        desk.click(desk.centre(b), Qt::ShiftModifier);
        QCOMPARE(desk.editor.selection(), (QStringList{a, b}));
        const QRectF ra = desk.rect(a), rb = desk.rect(b);
        desk.drag(desk.centre(a), desk.centre(a) + QPoint(0, 120), Qt::AltModifier);
        QCOMPARE(desk.rect(a), ra.translated(0, 120));
        QCOMPARE(desk.rect(b), rb.translated(0, 120));
        QCOMPARE(desk.editor.undoStack().count(), 3);
        desk.click(desk.centre(a));
        QCOMPARE(desk.editor.selection(), QStringList{a});
    }

    void handlesResize()
    {
        Desk desk;
        const QString site = desk.drop("site", {500, 400});
        const QRectF before = desk.rect(site);
        desk.drag(desk.at(before.bottomRight()), desk.at(before.bottomRight() + QPointF(120, 84)));
        QCOMPARE(desk.rect(site).topLeft(), before.topLeft());
        QCOMPARE(desk.rect(site).size(), before.size() + QSizeF(120, 84));
    }

    void pullingFromAnAnchorMakesTheCatalogsLink()
    {
        Desk desk;
        const QString people = desk.drop("user-ss", {200, 300});
        const QString node = desk.drop("ss-web", {600, 300});
        const QString far = desk.drop("witness", {600, 600});
        desk.pull(people, far);
        QVERIFY(desk.design().links.isEmpty());
        desk.pull(people, node);
        desk.takeFirst();
        const Link* link = only(desk.design());
        QVERIFY(link);
        QCOMPARE(link->from.value, people);
        QCOMPARE(link->to.value, node);
        QCOMPARE(link->rows, QStringList{latin("CN-01")});
        // From the other end it is the same connection: the direction is the catalog's.
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        desk.pull(node, people);
        desk.takeFirst();
        QVERIFY(only(desk.design()));
        QCOMPARE(only(desk.design())->from.value, people);
    }

    void connectModeLinksByTwoClicks()
    {
        Desk desk;
        const QString server = desk.drop("sql-server", {200, 300});
        const QString quorum = desk.drop("witness", {600, 300});
        desk.click({5, 5});
        desk.view.beginConnect();
        QVERIFY(desk.view.isConnecting());
        desk.click(desk.centre(server));
        desk.click(desk.centre(quorum));
        const Link* link = only(desk.design());
        QVERIFY(link);
        QCOMPARE(link->rows, QStringList{latin("CN-08")});
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.view.isConnecting());
        // Two selected elements need no pointing.
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        desk.editor.select({server, quorum});
        desk.view.beginConnect();
        QVERIFY(only(desk.design()));
    }

    void renamingInPlace()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {400, 300});
        desk.key(Qt::Key_F2);
        auto* field = desk.view.findChild<QLineEdit*>(latin("nameEditor"));
        QVERIFY(field);
        QTest::keyClicks(field, latin("Front"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.design().element({node})->name, latin("Front"));
        QTest::mouseDClick(desk.view.viewport(), Qt::LeftButton, {}, desk.centre(node));
        for (QLineEdit* each : desk.view.findChildren<QLineEdit*>(latin("nameEditor")))
            if (each->isVisible())
                field = each;
        QTest::keyClicks(field, latin("Other"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(desk.design().element({node})->name, latin("Front"));
    }

    void keysNudgeDeleteCopyAndPaste()
    {
        Desk desk;
        const QString a = desk.drop("user-ss", {200, 300}), b = desk.drop("ss-web", {500, 300});
        desk.editor.select({a, b});
        desk.view.beginConnect();
        desk.takeFirst();
        QVERIFY(only(desk.design()));
        desk.view.setFocus();
        desk.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(desk.editor.selection().size(), 3);
        const QRectF before = desk.rect(a);
        const int steps = desk.editor.undoStack().count();
        desk.key(Qt::Key_Right);
        desk.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(desk.rect(a), before.translated(1, 10));
        QCOMPARE(desk.editor.undoStack().count(), steps + 1);
        desk.key(Qt::Key_C, Qt::ControlModifier);
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.design().elements.size(), 4);
        QCOMPARE(desk.design().links.size(), 2);
        QCOMPARE(desk.editor.selection().size(), 2);
        QVERIFY(!desk.editor.selection().contains(a));
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        for (const char* type : {"application/x-redoubt-design", "text/yaml", "image/svg+xml", "image/png"})
            QVERIFY2(!data->data(latin(type)).isEmpty(), type);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.design().elements.size(), 2);
        QCOMPARE(desk.design().links.size(), 1);
        desk.editor.select({b});
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.design().elements.size(), 3);
        desk.key(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(desk.design().elements.size(), 2);
        desk.undoAll();
        QVERIFY(desk.design() == Design());
    }

    void aligningLeavesNoStepWhenNothingMoves()
    {
        Desk desk;
        const QString a = desk.drop("ss-web", {200, 300}), b = desk.drop("ss-web", {500, 340});
        desk.editor.align({a, b}, Align::Top);
        QCOMPARE(desk.rect(a).top(), desk.rect(b).top());
        const int steps = desk.editor.undoStack().count();
        desk.editor.align({a, b}, Align::Top);
        QCOMPARE(desk.editor.undoStack().count(), steps);
    }

    void repeatedChangesOfOnePropertyAreOneStep()
    {
        Desk desk;
        const QString node = desk.drop("ss-web", {200, 300});
        const Design start = desk.design();
        const QString cpu = latin("cpu");
        for (int n : {1, 2, 4})
            desk.editor.setProperty({node}, cpu, PropertyValue(n));
        QCOMPARE(desk.editor.undoStack().count(), 2);
        desk.editor.setProperty({node}, cpu, {});  // back where it was: no step at all
        QCOMPARE(desk.editor.undoStack().count(), 1);
        desk.editor.setProperty({node}, cpu, PropertyValue(8));
        desk.editor.endMerge();
        desk.editor.setProperty({node}, cpu, PropertyValue(16));
        QCOMPARE(desk.editor.undoStack().count(), 3);
        desk.editor.undoStack().undo();
        desk.editor.undoStack().undo();
        QVERIFY(desk.design() == start);
    }

    void snappingPrefersNeighboursToTheGrid()
    {
        const QRectF other(100, 100, 80, 80);
        Snap snap = snapMoving(QRectF(303, 105, 60, 80), {other}, 6);
        QCOMPARE(snap.offset, QPointF(-3, -5));
        QVERIFY(!snap.guides.isEmpty());
        snap = snapMoving(QRectF(303, 140, 60, 83), {other}, 3);
        QCOMPARE(snap.offset.y(), 4.0);  // 144 on the grid of 12
    }

    void anAnchorIsTakenFromAFewPixelsAway()
    {
        Desk desk;
        const QString users = desk.drop("user-ss", {300, 200});
        const QString web = desk.drop("ss-web", {700, 200});
        desk.move(desk.centre(users), {}, Qt::NoButton);
        const QPoint anchor = desk.at({desk.rect(users).right(), desk.rect(users).center().y()}) + QPoint(14, 0);
        desk.drag(anchor + QPoint(7, 8), desk.centre(web));
        desk.takeFirst();
        QVERIFY(only(desk.design()));
        QCOMPARE(only(desk.design())->from.value, users);
        QCOMPARE(only(desk.design())->to.value, web);
    }
};

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk.h"
#include "tests/support/draft.h"
#include "model/files/designfile.h"
#include "views/canvas/contextmenu.h"
#include "views/render/drawinglint.h"
#include "views/render/tidying.h"

using namespace redoubt;

namespace {

const QByteArray twoNodes = R"(format: redoubt/1
elements:
  a: {kind: ss-web, name: A}
  b: {kind: ss-web, name: B}
  c: {kind: ss-web, name: C}
links:
  l: {from: a, to: b, label: Words}
  m: {from: b, to: c, label: More}
layout:
  a: [0, 0, 108, 84]
  b: [600, 0, 108, 84]
  c: [600, 400, 108, 84]
)";

const QString l = QStringLiteral("l");

Design read(const QByteArray& yaml)
{
    return readDesign(yaml, QStringLiteral("test.yaml"), testCatalog()).design;
}

Design placed(Design design, double part, const QString& link = l)
{
    design.labelPlaces[link] = part;
    return design;
}

const Route& routeOf(const Scene& scene, const QString& id)
{
    return scene.routes[scene.routeOf.value(id)];
}

/// Where the middle of the words is, as a part of the line.
double partOf(const Scene& scene, const QString& id)
{
    const Route& route = routeOf(scene, id);
    double before = 0, whole = 0, found = -1;
    for (qsizetype k = 0; k + 1 < route.points.size(); ++k) {
        const QPointF middle = route.label.center();
        const double length = (route.points[k + 1] - route.points[k]).manhattanLength();
        if (QRectF(route.points[k], route.points[k + 1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).contains(middle) && found < 0)
            found = before + (middle - route.points[k]).manhattanLength();
        before += length;
        whole = before;
    }
    return found / whole;
}

Design withPins(Design design, const QStringList& ids)
{
    return patched(design, edits::setProperty(design, ids, QStringLiteral("pinned"), PropertyValue(true)));
}

}  // namespace

/// Words of a link where the user has put them: kept on their line, dragged, put back.
class LabelsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] QPoint words(const QString& id = l) const
    {
        return m_desk->at(routeOf(static_cast<CanvasScene*>(m_desk->view.scene())->laidOut(), id).label.center());
    }
    [[nodiscard]] const QMap<QString, double>& places() const { return m_desk->design().labelPlaces; }
    void open(const QByteArray& yaml)
    {
        m_desk = std::make_unique<Desk>();
        m_desk->document.reset(read(yaml));
        m_desk->view.setZoom(1);
        m_desk->view.centerOn(350, 200);
    }

private slots:
    void cleanup() { m_desk.reset(); }

    void wordsStandWhereTheyWerePut()
    {
        for (const double part : {0.0, 0.2, 0.5, 0.9, 1.0}) {
            const Scene scene = layOut(placed(read(twoNodes), part), testCatalog());
            QVERIFY(std::abs(partOf(scene, l) - part) < 1e-6);
            QCOMPARE(routeOf(scene, l).label.size(), routeOf(layOut(read(twoNodes), testCatalog()), l).label.size());
        }
    }

    /// Also when only some lines are routed again, and on lines that bend.
    void wordsStayOnTheirPartWhenThingsMove()
    {
        const Design before = placed(read(twoNodes), 0.2);
        Scene scene = layOut(before, testCatalog());
        for (const QPointF by : {QPointF(0, 240), QPointF(-120, 48), QPointF(240, 600)}) {
            Design after = before;
            after.layout[QStringLiteral("b")].translate(by);
            scene = layOutAgain(after, testCatalog(), scene, {QStringLiteral("b")});
            QVERIFY(std::abs(partOf(scene, l) - 0.2) < 1e-6);
            QVERIFY(std::abs(partOf(layOut(after, testCatalog()), l) - 0.2) < 1e-6);
        }
        // Words put elsewhere and back move no line.
        const Scene moved = layOutAgain(placed(before, 0.7), testCatalog(), layOut(before, testCatalog()), {});
        QVERIFY(std::abs(partOf(moved, l) - 0.7) < 1e-6);
        QCOMPARE(routeOf(moved, l).points, routeOf(layOut(before, testCatalog()), l).points);
        const Scene back = layOutAgain(read(twoNodes), testCatalog(), moved, {});
        QCOMPARE(routeOf(back, l).label, routeOf(layOut(read(twoNodes), testCatalog()), l).label);
    }

    /// What they touch there is said, not mended in silence.
    void wordsThatWerePutOnABoxAreToldByTheLint()
    {
        const QByteArray inSite = QByteArray(twoNodes).replace("elements:\n", "elements:\n  s: {kind: site, name: S}\n")
                                      .replace("  b: {kind: ss-web,", "  b: {kind: ss-web, in: s,")
                                      .replace("layout:\n", "layout:\n  s: [500, -100, 300, 300]\n")
                                      .replace("  b: [600, 0,", "  b: [100, 100,");
        const auto labels = [](const Design& design) { return lintDrawing(design, testCatalog()).counts.labelsOnForeign; };
        QCOMPARE(labels(read(inSite)), 0);
        int hits = 0;
        for (int i = 1; i < 40; ++i)
            hits += labels(placed(read(inSite), i / 40.0));
        QVERIFY(hits > 0 && hits < 20);  // only where the line crosses the border of the site
    }

    void draggingTheWordsMovesThemAlongTheirLine()
    {
        open(twoNodes);
        const QPoint from = words();
        m_desk->move(from, {}, Qt::NoButton);
        QCOMPARE(m_desk->view.viewport()->cursor().shape(), Qt::SizeHorCursor);
        m_desk->drag(from, from + QPoint(-120, 60));  // away from the line: the nearest part counts
        QVERIFY(places().contains(l));
        const QPoint to = words();
        QVERIFY(std::abs(to.x() - (from.x() - 120)) <= 2);
        QCOMPARE(to.y(), from.y());
        QCOMPARE(m_desk->editor.undoStack().count(), 1);
        QVERIFY(read(writeDesign(m_desk->design(), testCatalog())) == m_desk->design());
        m_desk->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_desk->design() == read(twoNodes));
        QCOMPARE(words(), from);
    }

    void escapeAndAMereClickLeaveThemAlone()
    {
        open(twoNodes);
        const QPoint from = words();
        m_desk->move(from, {}, Qt::NoButton);
        QTest::mousePress(m_desk->view.viewport(), Qt::LeftButton, {}, from);
        m_desk->move(from + QPoint(40, 0));
        m_desk->move(from + QPoint(90, 0));
        QVERIFY(words().x() > from.x() + 60);  // it follows the mouse
        QVERIFY(places().isEmpty());
        m_desk->key(Qt::Key_Escape);
        QTest::mouseRelease(m_desk->view.viewport(), Qt::LeftButton, {}, from + QPoint(90, 0));
        QCOMPARE(words(), from);
        m_desk->click(from);
        QVERIFY(m_desk->design() == read(twoNodes));
        QCOMPARE(m_desk->editor.undoStack().count(), 0);
        QCOMPARE(m_desk->editor.selection(), QStringList{l});
    }

    void aDoubleClickOrTheMenuPutsThemBack()
    {
        open(QByteArray(twoNodes) + "  l: 0.2\n");
        const QPoint moved = words();
        QTest::mouseDClick(m_desk->view.viewport(), Qt::LeftButton, {}, moved);
        QVERIFY(places().isEmpty());
        QVERIFY(words() != moved);
        m_desk->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(words(), moved);
        m_desk->editor.select({l});
        const std::unique_ptr<QMenu> menu(contextMenu(m_desk->editor, m_desk->view));
        menu->setAttribute(Qt::WA_DeleteOnClose, false);
        auto* back = menu->findChild<QAction*>(QStringLiteral("putLabelBack"));
        QVERIFY(back);
        back->trigger();
        QVERIFY(places().isEmpty());
        const std::unique_ptr<QMenu> again(contextMenu(m_desk->editor, m_desk->view));
        again->setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!again->findChild<QAction*>(QStringLiteral("putLabelBack")));
    }

    void wordsGoWithACopyAndAwayWithTheirLink()
    {
        open(QByteArray(twoNodes) + "  l: 0.2\n");
        m_desk->editor.select({QStringLiteral("a"), QStringLiteral("b")});
        m_desk->editor.duplicate();
        QCOMPARE(places().size(), 2);
        QCOMPARE(places().values(), (QList<double>{0.2, 0.2}));
        m_desk->editor.select({l});
        m_desk->editor.removeSelection();
        QCOMPARE(places().size(), 1);
        QVERIFY(!places().contains(l));
    }

    /// A tidy picture draws its lines anew; only a line between pinned things is as it was.
    void tidyPutsThemBackUnlessBothEndsArePinned()
    {
        const Design design = placed(placed(read(twoNodes), 0.2), 0.3, QStringLiteral("m"));
        QCOMPARE(patched(design, tidied(design, testCatalog())).labelPlaces.size(), 0);
        const Design half = withPins(design, {QStringLiteral("a"), QStringLiteral("b")});
        const Design after = patched(half, tidied(half, testCatalog()));
        QCOMPARE(after.labelPlaces.keys(), QStringList{l});
        QVERIFY2(lineChanges(half, after, testCatalog()).endsWith(QStringLiteral(", 1 label put back")), qPrintable(lineChanges(half, after, testCatalog())));
        QVERIFY(!lineChanges(after, after, testCatalog()).contains(QStringLiteral("put back")));
    }
};

QTEST_MAIN(LabelsTest)
#include "labels_test.moc"

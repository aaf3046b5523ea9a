// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/quickmove.h"

#include "tests/support/bigdesign.h"
#include "tests/support/desk.h"

using namespace redoubt;

namespace {

bool onBorder(const QPointF& p, const QRectF& r)
{
    return r.adjusted(-0.01, -0.01, 0.01, 0.01).contains(p) && !r.adjusted(0.01, 0.01, -0.01, -0.01).contains(p);
}

bool isUpright(const QList<QPointF>& points)
{
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        if (points[i].x() != points[i + 1].x() && points[i].y() != points[i + 1].y())
            return false;
    return points.size() >= 2;
}

}  // namespace

/// A drag through a design with more boxes than are laid out exactly in every frame.
class QuickMoveTest : public QObject {
    Q_OBJECT

    Design m_design = bigDesign(600);
    Catalog m_catalog = builtinCatalog();

    /// A node with links.
    QString busiest(const Scene& scene)
    {
        QHash<QString, int> links;
        for (const RouteLine& line : scene.lines)
            for (const int end : {line.from, line.to})
                if (end >= 0 && !scene.boxes[end].container)
                    ++links[scene.boxes[end].id];
        return std::max_element(links.keyValueBegin(), links.keyValueEnd(),
                                [](const auto& a, const auto& b) { return std::pair(a.second, a.first) < std::pair(b.second, b.first); })
            ->first;
    }

private slots:
    /// In every frame each line is joined to its boxes and upright, and only lines at what moves are otherwise than before.
    void linesStayAtTheirBoxes()
    {
        const Scene base = layOut(m_design, m_catalog);
        QVERIFY(base.boxes.size() > exactBoxes);
        const QString node = busiest(base);
        QuickMove move(m_design, base, {node});
        QVERIFY(move.pulled().size() >= 2);
        QRandomGenerator random(20261127);
        for (int frame = 0; frame < 60; ++frame) {
            const QPointF offset(random.bounded(800) - 400, random.bounded(600) - 300);
            const Scene& now = move.shifted({{node, frame % 7 ? offset : QPointF()}});
            QCOMPARE(now.routes.size(), base.routes.size());
            for (int i = 0; i < now.lines.size(); ++i) {
                const RouteLine& line = now.lines[i];
                const QList<QPointF>& points = now.routes[i].points;
                if (!move.pulled().contains(line.id)) {
                    QVERIFY(points == base.routes[i].points || move.carried().contains(line.id));
                    continue;
                }
                QVERIFY2(isUpright(points), qPrintable(line.id));
                QVERIFY2(onBorder(points.front(), now.boxes[line.from].rect), qPrintable(line.id));
                QVERIFY2(onBorder(points.back(), now.boxes[line.to].rect), qPrintable(line.id));
            }
        }
    }

    /// With a real mouse; when it is let go the lines are where the design's own layout has them.
    void theReleaseIsExact()
    {
        Desk desk;
        desk.document.reset(m_design);
        const QString node = busiest(layOut(m_design, m_catalog));
        desk.view.centerOn(desk.rect(node).center());
        QCoreApplication::processEvents();
        const QPoint start = desk.centre(node);
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, start);
        for (int step = 1; step <= 12; ++step)
            desk.move(start + QPoint(8 * step, 5 * step));
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, start + QPoint(96, 60));
        Editor& editor = desk.editor;
        QCOMPARE(editor.undoStack().count(), 1);
        QVERIFY(!(editor.design() == m_design));
        const Scene expected = layOutAgain(editor.design(), m_catalog, layOut(m_design, m_catalog), {node});
        const Scene now = desk.view.picture()->scene;
        QCOMPARE(now.routes.size(), expected.routes.size());
        for (int i = 0; i < now.routes.size(); ++i) {
            QVERIFY2(isUpright(now.routes[i].points), qPrintable(now.routes[i].id));
            QVERIFY2(now.routes[i].points == expected.routes[i].points, qPrintable(now.routes[i].id));
        }
        editor.undoStack().undo();
        QVERIFY(editor.design() == m_design);
    }

    /// In the overview an element outside the layers is drawn larger than it is: a drag moves it by the pointer's way alone.
    void theOverviewMovesByThePointersWay()
    {
        Design design = m_design;
        Element user;
        user.kind = QStringLiteral("user-ss");
        design.insert(QStringLiteral("lonely-user"), user);
        design.layout[QStringLiteral("lonely-user")] = QRectF(0, -600, 96, 84);
        Desk desk;
        desk.document.reset(design);
        desk.view.setDesignView(desk.catalog.view(QStringLiteral("overview")));
        const Scene base = desk.view.picture()->scene;
        QVERIFY(base.boxes.size() > exactBoxes);
        const QRectF shown = base.placement.value(QStringLiteral("lonely-user"));
        QVERIFY(shown.width() > 96);
        desk.view.centerOn(shown.center());
        desk.view.setZoom(1);
        QCoreApplication::processEvents();
        const QPoint start = desk.centre(QStringLiteral("lonely-user"));
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, Qt::AltModifier, start);
        for (int step = 1; step <= 6; ++step)
            desk.move(start + QPoint(8 * step, 4 * step));
        const QRectF now = static_cast<CanvasScene*>(desk.view.scene())->placement().value(QStringLiteral("lonely-user"));
        QCOMPARE(now.size(), shown.size());
        const QPointF way = now.center() - shown.center();
        QVERIFY2(std::abs(way.x() - 48) <= gridStep && std::abs(way.y() - 24) <= gridStep,
                 qPrintable(QStringLiteral("%1, %2").arg(way.x()).arg(way.y())));
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, Qt::AltModifier, start + QPoint(48, 24));
        QCOMPARE(desk.editor.design().layout.value(QStringLiteral("lonely-user")).topLeft(), QPointF(0, -600) + way);
        QCOMPARE(desk.editor.design().layout.value(QStringLiteral("lonely-user")).size(), QSizeF(96, 84));
    }
};

QTEST_MAIN(QuickMoveTest)
#include "quickmove_test.moc"

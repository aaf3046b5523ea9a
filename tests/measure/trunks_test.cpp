// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/tidy.h"
#include "tests/measure/svgcounts.h"
#include "tests/support/draft.h"
#include "tests/support/plausibledesign.h"
#include "views/export/exporters.h"
#include "views/render/draw.h"

#include <QtTest>
#include <algorithm>

using namespace redoubt;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

/// Three engines above one broker, as far aside as given.
Draft threeEngines(double broker)
{
    Draft draft;
    draft.element(s("rmq"), s("rabbitmq-node"));
    draft.design.layout[s("rmq")] = QRectF(broker, 480, 96, 96);
    for (int i = 0; i < 3; ++i) {
        const QString id = QStringLiteral("de-%1").arg(i);
        draft.element(id, s("distributed-engine"));
        draft.design.layout[id] = QRectF(240.0 * i, 0, 96, 96);
        draft.link(id, s("rmq"), s("CN-13"));
    }
    return draft;
}

/// How long two lines lie on each other.
double shared(const Route& a, const Route& b)
{
    double sum = 0;
    for (int i = 0; i + 1 < a.points.size(); ++i)
        for (int k = 0; k + 1 < b.points.size(); ++k) {
            const QRectF one = QRectF(a.points[i], a.points[i + 1]).normalized(), two = QRectF(b.points[k], b.points[k + 1]).normalized();
            const double x = std::min(one.right(), two.right()) - std::max(one.left(), two.left());
            const double y = std::min(one.bottom(), two.bottom()) - std::max(one.top(), two.top());
            if (x > -1 && y > -1)
                sum += std::max({0.0, x, y});
        }
    return sum;
}

int joined(const Scene& scene)
{
    int found = 0;
    for (int i = 0; i < scene.routes.size(); ++i)
        for (int k = i + 1; k < scene.routes.size(); ++k)
            found += shared(scene.routes[i], scene.routes[k]) > 1;
    return found;
}

}  // namespace

/// Lines that run as one: only those that mean the same and have an end in common.
class TrunksTest : public QObject {
    Q_OBJECT

private slots:
    void three_engines_reach_one_broker_by_one_trunk()
    {
        const Draft draft = threeEngines(240);
        const Scene scene = layOut(draft.design, testCatalog());
        QCOMPARE(scene.routes.size(), 3);
        QCOMPARE(joined(scene), 3);  // each with each
        int labels = 0;
        for (const Route& route : scene.routes) {
            QCOMPARE(route.points.last(), scene.routes[0].points.last());
            labels += !route.label.isEmpty();
        }
        QCOMPARE(labels, 1);
        const auto picture = measure::readPicture(exporterFor(s("svg"))->write({draft.design, testCatalog(), {}}, {}));
        QCOMPARE(picture.links.size(), 3);  // each stays a link of its own
        const measure::PictureCounts counts = measure::count(picture);
        QVERIFY2(counts.onTop == 0 && counts.labels == 0 && counts.crossings == 0, counts.faults.join(u'\n').toUtf8());
    }
    void another_use_stays_apart()
    {
        Draft draft = threeEngines(240);
        Link other = *draft.design.links.last();
        other.use = LinkUse::Failover;
        const LinkId id = draft.design.links.lastKey();
        draft.design.insert(id.value, other);
        const Scene scene = layOut(draft.design, testCatalog());
        QVERIFY(joined(scene) <= 1);
        QCOMPARE(count(scene.boxes, scene.lines, scene.routes).overlaps, 0);
    }
    /// While the broker is dragged along, the lines stay one trunk and are always what they were for the same place.
    void a_drag_keeps_the_trunk()
    {
        Draft draft = threeEngines(216);
        Scene scene = layOut(draft.design, testCatalog());
        for (int step = 0; step < 10; ++step) {
            draft.design.layout[s("rmq")] = QRectF(216 + 5 * step, 480 + 6 * step, 96, 96);
            scene = layOutAgain(draft.design, testCatalog(), scene, {s("rmq")});
            QCOMPARE(joined(scene), 3);
            QCOMPARE(count(scene.boxes, scene.lines, scene.routes).overlaps, 0);
        }
        const Scene fresh = layOut(draft.design, testCatalog());
        for (int i = 0; i < fresh.routes.size(); ++i)
            QCOMPARE(scene.routes[i].points, fresh.routes[i].points);
    }
    /// The same with the canvas doing nothing: a trunk that nothing touched is kept to the point.
    void what_did_not_change_is_kept()
    {
        const Draft draft = threeEngines(240);
        const Scene scene = layOut(draft.design, testCatalog());
        const Scene again = layOutAgain(draft.design, testCatalog(), scene, {});
        for (int i = 0; i < scene.routes.size(); ++i) {
            QCOMPARE(again.routes[i].points, scene.routes[i].points);
            QCOMPARE(again.routes[i].label, scene.routes[i].label);
        }
    }

    void lines_that_share_a_run_mean_the_same_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("design %d", seed) << seed;
    }
    void lines_that_share_a_run_mean_the_same()
    {
        QFETCH(int, seed);
        Design design = plausibleDesign(unsigned(seed), testCatalog(), 20 + 6 * seed);
        design = patched(design, tidy(design, testCatalog()));
        const Scene scene = layOut(design, testCatalog());
        for (int i = 0; i < scene.lines.size(); ++i)
            for (int k = i + 1; k < scene.lines.size(); ++k) {
                if (shared(scene.routes[i], scene.routes[k]) <= 1)
                    continue;
                const Link &a = *design.link({scene.lines[i].id}), &b = *design.link({scene.lines[k].id});
                QVERIFY2(a.rows == b.rows && a.ports == b.ports && a.use == b.use && (a.from == b.from) != (a.to == b.to),
                         qPrintable(scene.lines[i].id + u' ' + scene.lines[k].id));
                QCOMPARE(scene.words.value(scene.lines[i].id), scene.words.value(scene.lines[k].id));
            }
    }

    /// Moving one box changes the lines at it, those that it now stands on and those of their trunks; no other line moves.
    void moving_a_box_leaves_far_lines_alone_data() { lines_that_share_a_run_mean_the_same_data(); }
    void moving_a_box_leaves_far_lines_alone()
    {
        QFETCH(int, seed);
        Design design = plausibleDesign(unsigned(seed), testCatalog(), 20 + 6 * seed);
        design = patched(design, tidy(design, testCatalog()));
        const Scene before = layOut(design, testCatalog());
        for (int k = 0; k < before.boxes.size(); k += std::max<int>(1, int(before.boxes.size()) / 4)) {
            const RouteBox& box = before.boxes[k];
            if (box.container || !design.layout.contains(box.id))
                continue;
            Design moved = design;
            moved.layout[box.id].translate(10, 6);
            const Scene after = layOutAgain(moved, testCatalog(), before, {box.id});
            QCOMPARE(after.lines.size(), before.lines.size());
            // Its container may grow with it.
            QSet<int> changed;
            QList<QRectF> swept;
            for (int i = 0; i < before.boxes.size(); ++i)
                if (before.boxes[i].rect != after.boxes[i].rect) {
                    changed << i;
                    swept << before.boxes[i].rect.united(after.boxes[i].rect).united(after.boxes[i].title).adjusted(-12, -12, 12, 12);
                }
            QSet<QString> trunks;
            const auto isNear = [&](int i) {
                const RouteLine& line = before.lines[i];
                const auto& points = before.routes[i].points;
                bool near = changed.contains(line.from) || changed.contains(line.to);
                for (int p = 0; p + 1 < points.size(); ++p)
                    near = near || std::any_of(swept.begin(), swept.end(), [&](const QRectF& area) {
                        return QRectF(points[p], points[p + 1]).normalized().adjusted(-1, -1, 1, 1).intersects(area);
                    });
                return near;
            };
            for (int i = 0; i < before.lines.size(); ++i)
                if (isNear(i) && !before.lines[i].group.isEmpty())
                    trunks.insert(before.lines[i].group);
            for (int i = 0; i < before.lines.size(); ++i) {
                if (isNear(i) || trunks.contains(before.lines[i].group))
                    continue;
                QVERIFY2(after.routes[i].points == before.routes[i].points, qPrintable(box.id + u" moved, so did "_qs + before.lines[i].id));
            }
        }
    }
};

QTEST_MAIN(TrunksTest)
#include "trunks_test.moc"

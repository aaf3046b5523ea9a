// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "tests/support/draft.h"
#include "views/render/drawinglint.h"
#include "views/render/style.h"

#include <QtTest>

using namespace redoubt;

namespace {

// Two lines in the shape of a cross; each test bends or moves a little of it.
const QByteArray crossing = R"(format: redoubt/1
elements:
  site: {kind: site, name: Site}
  a: {kind: ss-web, name: A}
  b: {kind: ss-web, name: B}
  c: {kind: ss-web, name: C}
  d: {kind: ss-web, name: D, in: site}
links:
  l-1: {from: a, to: b, label: One}
  l-2: {from: c, to: d, label: Two}
layout:
  site: [240, 340, 240, 240]
  a: [0, 180, 108, 84]
  b: [600, 180, 108, 84]
  c: [300, 0, 108, 84]
  d: [60, 60, 108, 84]
)";

Design read(const QByteArray& yaml)
{
    return readDesign(yaml, QStringLiteral("test.yaml"), testCatalog()).design;
}

QByteArray with(QByteArray yaml, const QByteArray& before, const QByteArray& after)
{
    Q_ASSERT(yaml.contains(before));
    return yaml.replace(before, after);
}

DrawingLint lintOf(const Design& design, const std::function<void(Scene&)>& change = {})
{
    Scene scene = layOut(design, testCatalog());
    if (change)
        change(scene);
    return lintDrawing(design, testCatalog(), scene, draw(design, testCatalog(), scene, lightStyle()));
}

Route& routeOf(Scene& scene, const char* id)
{
    return scene.routes[scene.routeOf.value(QString::fromLatin1(id))];
}

/// Both lines straight, whatever the router would do, and their words where the test puts them.
void asCross(Scene& scene)
{
    routeOf(scene, "l-1") = {QStringLiteral("l-1"), {{108, 222}, {600, 222}}, {140, 216, 30, 12}, {}};
    routeOf(scene, "l-2") = {QStringLiteral("l-2"), {{354, 84}, {354, 400}}, {339, 120, 30, 12}, {}};
}

QStringList rulesOf(const DrawingLint& lint)
{
    QStringList rules;
    for (const Finding& finding : lint.findings())
        rules << finding.rule;
    return rules;
}

}  // namespace

/// Each lint on a small picture where it fires, and on its near twin where it does not.
class DrawingLintTest : public QObject {
    Q_OBJECT

private slots:
    void everyMeasureHasOneRuleAndEveryRuleAMeasure()
    {
        QStringList measured;
        for (const Rule& rule : drawingRules().rules) {
            measured << rule.measure;
            QCOMPARE(rule.severity, Severity::Advice);
            QVERIFY(rule.fixable && !rule.why.isEmpty() && !rule.fix.isEmpty());
            QVERIFY(!builtinRules().rule(rule.id));
        }
        QCOMPARE(measured, drawingMeasures());
    }

    void linesThatCross()
    {
        const Design design = read(crossing);
        const DrawingLint lint = lintOf(design, asCross);
        QCOMPARE(lint.counts.crossings, 1);
        QCOMPARE(rulesOf(lint), QStringList{QStringLiteral("DRAW-001")});
        const DrawingFault& fault = lint.faults.front();
        QCOMPARE(fault.finding.message, QStringLiteral("The line from A to B crosses the one from C to D."));
        QCOMPARE(fault.finding.subjects, (QStringList{QStringLiteral("l-1"), QStringLiteral("l-2")}));
        QVERIFY(fault.place.contains(QPointF(354, 222)) && fault.place.width() < 10 && fault.place.height() < 10);
        QVERIFY(fault.finding.ofDrawing);
        QVERIFY(rulesOf(lintOf(design, [](Scene& scene) {
                    asCross(scene);
                    routeOf(scene, "l-2").points = {{354, 84}, {354, 150}, {720, 150}, {720, 442}, {408, 442}};
                })).isEmpty());
    }

    void wordsOnAnotherLine()
    {
        const Design design = read(crossing);
        const auto words = [&](double x) {
            return lintOf(design, [x](Scene& scene) {
                asCross(scene);
                routeOf(scene, "l-1").label.moveLeft(x);
            });
        };
        const DrawingLint lint = words(340);
        QCOMPARE(lint.counts.labelsOnForeign, 1);
        QCOMPARE(rulesOf(lint), (QStringList{QStringLiteral("DRAW-001"), QStringLiteral("DRAW-002")}));
        QCOMPARE(lint.faults.back().finding.message, QStringLiteral("The words on the line from A to B touch the line from C to D."));
        QCOMPARE(words(323.5).counts.labelsOnForeign, 1);  // half a unit away
        QCOMPARE(words(322).counts.labelsOnForeign, 0);
    }

    void wordsOnOtherWordsAndOnABorder()
    {
        const Design design = read(crossing);
        const auto words = [&](QPointF at) {
            return lintOf(design, [at](Scene& scene) {
                asCross(scene);
                routeOf(scene, "l-2").label.moveTopLeft(at);
            });
        };
        QCOMPARE(words({339, 330}).counts.labelsOnForeign, 1);  // on the border of the site
        QCOMPARE(words({339, 345}).counts.labelsOnForeign, 0);  // inside, where the line may be
        QCOMPARE(words({120, 216}).counts.labelsOnForeign, 2);  // on the other line's words: neither can be read
    }

    void aLineThroughABox()
    {
        const Design design = read(crossing);
        const auto by = [&](double y) {
            return lintOf(design, [y](Scene& scene) {
                asCross(scene);
                routeOf(scene, "l-1").points = {{54, 264}, {54, y}, {650, y}, {650, 264}};
                routeOf(scene, "l-1").label.moveTop(y - 6);
                routeOf(scene, "l-2").points = {{354, 84}, {354, 100}, {740, 100}, {740, 442}, {408, 442}};
            });
        };
        const DrawingLint lint = by(350);
        QCOMPARE(lint.counts.linesThroughBoxes, 1);
        QCOMPARE(lint.faults.back().finding.rule, QStringLiteral("DRAW-003"));
        QCOMPARE(lint.faults.back().finding.message, QStringLiteral("The line from A to B runs through Site."));
        QCOMPARE(by(300).counts.linesThroughBoxes, 0);
    }

    void linesOverEachOther()
    {
        const Design design = read(crossing);
        const auto beside = [&](double gap) {
            return lintOf(design, [gap](Scene& scene) {
                asCross(scene);
                routeOf(scene, "l-2").points = {{354, 84}, {354, 222 - gap}, {700, 222 - gap}, {700, 442}, {408, 442}};
            });
        };
        const DrawingLint lint = beside(0);
        QCOMPARE(lint.counts.linesOverLines, 1);
        QVERIFY(rulesOf(lint).contains(QStringLiteral("DRAW-004")));
        QCOMPARE(beside(1).counts.linesOverLines, 1);
        QCOMPARE(beside(12).counts.linesOverLines, 0);
    }

    void boxesThatOverlap()
    {
        const DrawingLint lint = lintOf(read(with(crossing, "c: [300, 0", "c: [40, 190")));
        QCOMPARE(lint.counts.overlaps, 1);
        const auto at = rulesOf(lint).indexOf(QStringLiteral("DRAW-005"));
        QVERIFY(at >= 0);
        QCOMPARE(lint.faults[size_t(at)].finding.message, QStringLiteral("A and C overlap."));
        QCOMPARE(lintOf(read(with(crossing, "c: [300, 0", "c: [110, 180"))).counts.overlaps, 0);  // side by side
        QCOMPARE(lintOf(read(crossing)).counts.overlaps, 0);  // one in the other is none
    }

    void wordsThatDoNotFit()
    {
        const QByteArray longName = "C has a name of very many words that no box of this size will ever hold in three lines";
        const DrawingLint lint = lintOf(read(with(crossing, "name: C", "name: " + longName)));
        QCOMPARE(lint.counts.cramped, 1);
        const auto at = rulesOf(lint).indexOf(QStringLiteral("DRAW-006"));
        QVERIFY(at >= 0);
        QCOMPARE(lint.faults[size_t(at)].finding.subjects, QStringList{QStringLiteral("c")});
        QCOMPARE(lintOf(read(with(crossing, "name: C", "name: C has a name"))).counts.cramped, 0);
        // Who writes the mark of words left out has left none out.
        QCOMPARE(lintOf(read(with(crossing, "name: C", "name: C and more …"))).counts.cramped, 0);
    }

    void somethingOutsideItsSite()
    {
        // A broker drawn on the machine that it runs on, which stands in another site than it says.
        const auto brokerIn = [](const QByteArray& site) {
            return with(crossing, "links:\n", "  far: {kind: site, name: Far}\n  r: {kind: rabbitmq-node, name: Broker, in: " + site + ", host: d}\nlinks:\n");
        };
        const DrawingLint lint = lintOf(read(with(brokerIn("far"), "layout:\n", "layout:\n  far: [900, 340, 240, 240]\n")));
        QCOMPARE(lint.counts.outside, 1);
        const auto at = rulesOf(lint).indexOf(QStringLiteral("DRAW-007"));
        QVERIFY(at >= 0);
        QCOMPARE(lint.faults[size_t(at)].finding.message, QStringLiteral("Broker belongs to Far and stands outside of it."));
        QCOMPARE(lintOf(read(brokerIn("site"))).counts.outside, 0);
    }

    void theSameTwice()
    {
        const Design design = readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml"), testCatalog()).design;
        QVERIFY(!lintDrawing(design, testCatalog()).faults.empty());
        QVERIFY(lintDrawing(design, testCatalog()).findings() == lintDrawing(design, testCatalog()).findings());
    }
};

QTEST_MAIN(DrawingLintTest)
#include "drawinglint_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "model/files/layouttext.h"
#include "model/geometry/nesting.h"
#include "model/layout/layouter.h"
#include "model/layout/plan.h"
#include "model/layout/spread.h"
#include "model/layout/tidy.h"
#include "tests/support/bigdesign.h"
#include "tests/support/draft.h"
#include "tests/support/plausibledesign.h"
#include "tests/support/randomdesign.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace redoubt;

namespace {

const QString folder = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");

Design reference(const QString& name)
{
    return readDesignFile(folder + name + QStringLiteral(".redoubt.yaml"), testCatalog()).design;
}

bool isBox(const Design& design, const QString& id)
{
    const ElementKind* kind = testCatalog().kind(design.element({id})->kind);
    return kind && (kind->shape == Shape::Site || kind->shape == Shape::Region || kind->shape == Shape::Layer);
}

/// What is wrong with the places of a design: overlaps, children outside. Empty: nothing.
QString wrongWith(const Design& design)
{
    const Placement placement = place(design, testCatalog());
    QHash<QString, QStringList> inside;
    for (auto it = placement.cbegin(); it != placement.cend(); ++it) {
        const QString holder = drawnIn(design, testCatalog(), {it.key()}).value;
        if (!holder.isEmpty() && !isBox(design, holder))
            continue;  // drawn as part of a machine
        inside[holder] << it.key();
        if (!holder.isEmpty() && !placement.value(holder).contains(it.value()))
            return QStringLiteral("%1 stands outside %2").arg(it.key(), holder);
    }
    for (QStringList& ids : inside) {
        std::sort(ids.begin(), ids.end(), [&](const QString& a, const QString& b) { return placement[a].left() < placement[b].left(); });
        for (int i = 0; i < ids.size(); ++i)
            for (int k = i + 1; k < ids.size() && placement[ids[k]].left() < placement[ids[i]].right(); ++k)
                if (placement[ids[i]].intersects(placement[ids[k]]))
                    return QStringLiteral("%1 overlaps %2").arg(ids[i], ids[k]);
    }
    return {};
}

Design tidyOf(const Design& design, const TidyOptions& options = {})
{
    return patched(design, tidy(design, testCatalog(), options));
}

/// What is pinned may stand anywhere, on other pinned things too.
Design unpinned(Design design)
{
    for (auto it = design.elements.begin(); it != design.elements.end(); ++it) {
        Element free = **it;
        free.properties.erase(QStringLiteral("pinned"));
        *it = std::make_shared<const Element>(std::move(free));
    }
    return design;
}

QRectF extentOf(const Design& design)
{
    QRectF extent;
    for (const QRectF& rect : place(design, testCatalog()))
        extent |= rect;
    return extent;
}

/// A program in the layouter's place.
QString script(const QTemporaryDir& dir, const QByteArray& body)
{
    QFile file(dir.filePath(QStringLiteral("layouter")));
    (void)file.open(QIODevice::WriteOnly);
    file.write("#!/bin/sh\n" + body + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

}  // namespace

class TidyTest : public QObject {
    Q_OBJECT

private slots:
    /// Everything in its holder, nothing over another, nothing changed but the layout.
    void everything_stands_apart_and_inside_data()
    {
        QTest::addColumn<Design>("design");
        for (const QString& file : QDir(folder).entryList({QStringLiteral("*.redoubt.yaml")}))
            QTest::newRow(qPrintable(file)) << reference(file.section(u'.', 0, 0));
        for (const int size : {10, 40, 120, 300})
            QTest::addRow("plausible %d", size) << plausibleDesign(unsigned(size), testCatalog(), size);
        for (unsigned seed = 1; seed <= 10; ++seed) {
            QRandomGenerator random(seed);
            QTest::addRow("nonsense %u", seed) << unpinned(randomDesign(random, testCatalog(), 60));
        }
        QTest::newRow("2,000 elements") << bigDesign(2000);
        QTest::newRow("empty") << Design();
    }
    void everything_stands_apart_and_inside()
    {
        QFETCH(Design, design);
        const Patch patch = tidy(design, testCatalog());
        QVERIFY(patch.elements.isEmpty() && patch.links.isEmpty() && patch.groups.isEmpty() && patch.settings.isEmpty());
        const Design after = patched(design, patch);
        QCOMPARE(wrongWith(after), QString());
        if (design.elements.size() < 200)
            QCOMPARE(tidy(design, testCatalog()).layout, patch.layout);  // the same again
    }

    void sites_are_columns_and_the_third_stands_below()
    {
        const Design after = tidyOf(reference(QStringLiteral("ss-pm-c2")));
        const Placement at = place(after, testCatalog());
        QVERIFY(at[QStringLiteral("dc-a")].right() < at[QStringLiteral("dc-b")].left());
        QVERIFY(at[QStringLiteral("dc-c")].top() > at[QStringLiteral("dc-a")].bottom());
        QVERIFY(at[QStringLiteral("dc-c")].top() > at[QStringLiteral("dc-b")].bottom());
        for (const char* tier : {"lb-layer-ss-", "ss-web-layer-", "db-layer-"})  // rows run through both
            QCOMPARE(at[QLatin1String(tier) + u'a'].center().y(), at[QLatin1String(tier) + u'b'].center().y());
        const QRectF listener = at[QStringLiteral("listener-ss")];
        QVERIFY(listener.left() > at[QStringLiteral("dc-a")].right() && listener.right() < at[QStringLiteral("dc-b")].left());
    }

    void tiers_follow_each_other_in_the_order_of_reading()
    {
        const Design after = tidyOf(reference(QStringLiteral("ss-pm-a1")));
        const Placement at = place(after, testCatalog());
        QStringList rows{QStringLiteral("ss-users"), QStringLiteral("lb-layer-ss"), QStringLiteral("ss-web-layer"),
                         QStringLiteral("listener-ss"), QStringLiteral("db-layer")};
        for (int i = 0; i + 1 < rows.size(); ++i)
            QVERIFY2(at[rows[i]].bottom() <= at[rows[i + 1]].top(), qPrintable(rows[i]));
    }

    void what_is_pinned_stays_and_nothing_covers_it()
    {
        for (const char* pinned : {"listener-ss", "ss-web-1", "db-layer-b", "dc-a"}) {
            Design design = reference(QStringLiteral("ss-pm-c2"));
            const QString id = QLatin1String(pinned);
            Element element = *design.element({id});
            element.properties[QStringLiteral("pinned")] = PropertyValue(true);
            design.insert(id, element);
            const QRectF before = place(design, testCatalog()).value(id);
            const Design after = tidyOf(design);
            QCOMPARE(place(after, testCatalog()).value(id).topLeft(), before.topLeft());
            QCOMPARE(wrongWith(after), QString());
            QVERIFY(after.layout != design.layout);
        }
    }

    void a_picture_fits_the_page_that_is_asked_for()
    {
        for (const char* name : {"ss-pm-c2", "ss-pm-a1", "ss-dsv-c1"}) {
            const Design design = reference(QLatin1String(name));
            for (const Fit fit : {Fit::Slide, Fit::A4}) {
                TidyOptions options;
                const double free = misfit(fit, extentOf(tidyOf(design, options)).size());
                options.fit = fit;
                const Design after = tidyOf(design, options);
                QVERIFY(misfit(fit, extentOf(after).size()) <= free);
                QCOMPARE(wrongWith(after), QString());
            }
        }
    }

    /// The judge's word counts: one that likes wide pictures gets a wider one than one that likes narrow ones.
    void the_judge_decides()
    {
        const Design design = reference(QStringLiteral("ss-pm-b1"));
        TidyOptions options;
        options.looks = 12;
        options.judge = [](const Design& picture) { return extentOf(picture).width(); };
        const double narrow = extentOf(tidyOf(design, options)).width();
        options.judge = [](const Design& picture) { return 1e6 - extentOf(picture).width(); };
        QVERIFY(narrow < extentOf(tidyOf(design, options)).width());
    }

    void spread_keeps_order_and_gaps()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            std::vector<layout::Wish> wishes;
            for (int i = 0; i < 8; ++i)
                wishes.push_back({12.0 * (1 + random.bounded(8)), double(random.bounded(500)), 0.1 + random.generateDouble(), 24});
            const std::vector<double> starts = layout::spread(wishes), bounded = layout::spread(wishes, 0, 2000);
            for (size_t i = 1; i < starts.size(); ++i) {
                QVERIFY(starts[i] >= starts[i - 1] + wishes[i - 1].size + 24 - 1e-6);
                QVERIFY(bounded[i] >= bounded[i - 1] + wishes[i - 1].size + 24 - 1e-6);
            }
            QVERIFY(bounded.front() >= 0 && bounded.back() + wishes.back().size <= 2000);
        }
        const std::vector<double> alone = layout::spread({{100, 250, 1, 0}});
        QCOMPARE(alone.front(), 200.0);
    }

    void without_the_layouter_it_does_alone()
    {
        const Design design = reference(QStringLiteral("ss-pm-c1"));
        QTemporaryDir dir;
        const auto ask = [&](const QString& program, int milliseconds) { return askLayouter(design, testCatalog(), program, milliseconds); };
        QVERIFY(!ask({}, 1000));
        QVERIFY(!ask(dir.filePath(QStringLiteral("nothing-here")), 1000));
        QVERIFY(!ask(script(dir, "exit 3"), 5000));
        QVERIFY(!ask(script(dir, "kill -9 $$"), 5000));
        QVERIFY(!ask(script(dir, "cat > /dev/null; echo no positions"), 5000));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!ask(script(dir, "exec sleep 600"), 200));
        QVERIFY(timer.elapsed() < 300000);  // it was ended
    }

    void the_layouter_orders_what_it_is_given()
    {
        const QString program = QStringLiteral(REDOUBT_BINARY_DIR "/redoubt-layout");
        if (!QFileInfo(program).isExecutable())
            QSKIP("built without Graphviz");
        for (const char* name : {"ss-pm-c2", "ssc", "ss-dsv-c1"}) {
            const Design design = reference(QLatin1String(name));
            const auto order = askLayouter(design, testCatalog(), program, 60000);
            QVERIFY(order && !order->isEmpty());
            QCOMPARE(askLayouter(design, testCatalog(), program, 60000), order);
            TidyOptions options;
            options.order = *order;
            const Design after = tidyOf(design, options);
            QCOMPARE(wrongWith(after), QString());
            QCOMPARE(tidyOf(design, options).layout, after.layout);
        }
    }

    /// Everything in the text but the numbers that changed stays, comments and line ends too.
    void a_file_keeps_all_but_its_layout()
    {
        const QByteArray yaml = "# ours\r\nformat: redoubt/1\r\ntitle: T\r\nelements:\r\n  a: {kind: note, text: x}  # why\r\n"
                                "  b: {kind: note, text: y}\r\nlayout:\r\n  # by hand\r\n  b: [1, 2, 168, 60] # here\r\n"
                                "\r\n# the end\r\nx-tool: {k: 1}\r\n";
        const Design design = readDesign(yaml, QStringLiteral("f"), testCatalog()).design;
        Design after = design;
        QCOMPARE(withLayout(yaml, design, after), yaml);
        after.layout[QStringLiteral("b")] = QRectF(12, 24, 168, 60);
        after.layout[QStringLiteral("a")] = QRectF(0, 0.5, 168, 60);
        QByteArray expected = yaml;
        expected.replace("[1, 2, 168, 60] # here\r\n", "[12, 24, 168, 60] # here\r\n  a: [0, 0.5, 168, 60]\r\n");
        QCOMPARE(withLayout(yaml, design, after), expected);
    }

    /// Words that were moved by hand are a line each; those that are put back are a line less.
    void a_file_keeps_all_but_the_places_of_words()
    {
        const QByteArray yaml = "format: redoubt/1\nelements:\n  a: {kind: note, text: x}\n  b: {kind: note, text: y}\nlinks:\n"
                                "  l-1: {from: a, to: b}\n  l-2: {from: b, to: a}\nlayout:\n  # by hand\n  l-2: 0.5 # here\n  l-1: 0.25\n";
        const Design design = readDesign(yaml, QStringLiteral("f"), testCatalog()).design;
        Design after = design;
        after.labelPlaces = {{QStringLiteral("l-2"), 0.75}};
        QByteArray expected = yaml;
        expected.replace("  l-2: 0.5 # here\n  l-1: 0.25\n", "  l-2: 0.75 # here\n");
        QCOMPARE(withLayout(yaml, design, after), expected);
        QCOMPARE(withLayout(expected, after, design), expected.replace("0.75 # here\n", "0.5 # here\n  l-1: 0.25\n"));
    }

    /// Whatever the form of the section: the file reads back as the design with the new layout.
    void any_form_of_the_layout_reads_back_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("flow") << QByteArray("layout: {a: [0, 0, 10, 10], b: [1, 2, 3, 4]}\n");
        QTest::newRow("flow over lines") << QByteArray("layout: {a: [0, 0, 10, 10],\n  b: [1, 2, 3, 4]\n}\n");
        QTest::newRow("blocks") << QByteArray("layout:\n  a:\n    - 0\n    - 0\n    - 10\n    - 10\n");
        QTest::newRow("in the middle") << QByteArray("layout:\n  a: [0, 0, 10, 10]\nwaivers:\n  - {rule: GEN-001, reason: r, by: b, date: 2026-01-01}\n");
        QTest::newRow("no line end") << QByteArray("layout:\n  a: [0, 0, 10, 10]");
    }
    void any_form_of_the_layout_reads_back()
    {
        QFETCH(QByteArray, section);
        const QByteArray yaml = "format: redoubt/1\nelements:\n  a: {kind: note, text: x}\n  b: {kind: note, text: y}\n" + section;
        Design design = readDesign(yaml, QStringLiteral("f"), testCatalog()).design;
        const Design before = design;
        design.layout = {{QStringLiteral("a"), QRectF(12, 0, 168, 60)}, {QStringLiteral("b"), QRectF(0, 120, 168, 60)}};
        const QByteArray after = withLayout(yaml, before, design);
        QVERIFY(readDesign(after, QStringLiteral("f"), testCatalog()).design == design);
    }
};

QTEST_GUILESS_MAIN(TidyTest)
#include "tidy_test.moc"

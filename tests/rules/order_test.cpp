// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "model/files/tree.h"
#include "tests/support/bigdesign.h"
#include "tests/support/mutations.h"
#include "tests/support/randomdesign.h"
#include "tests/support/renaming.h"
#include "tests/support/rulecases.h"
#include "tests/support/samereport.h"
#include "tests/support/shrinking.h"
#include "tests/support/worndesign.h"

#include <QRandomGenerator>
#include <QtTest>
#include <algorithm>
#include <random>

using namespace redoubt;

namespace {

Report judged(const Design& design)
{
    return analyse(design, testCatalog(), testRules());
}

/// In another order: every map of the file, and every list whose order says nothing.
void shuffle(Node& node, std::mt19937& random, bool isSaid = false)
{
    std::vector<size_t> order(node.items.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    if (!isSaid)
        std::shuffle(order.begin(), order.end(), random);
    Node result = node;
    for (size_t i = 0; i < order.size(); ++i) {
        const bool isListeners = node.isMap() && node.keys[order[i]].text == u"listeners";  // the first names the balancer
        if (node.isMap())
            result.keys[i] = node.keys[order[i]];
        result.items[i] = node.items[order[i]];
        const bool isPlace = node.isMap() && node.keys[order[i]].text == u"layout";
        if (!isPlace)
            shuffle(result.items[i], random, isListeners);
    }
    node = result;
}

QByteArray shuffled(const QByteArray& yaml, unsigned seed)
{
    std::mt19937 random(seed);
    Node root = parseYaml(yaml, QStringLiteral("shuffled"));
    shuffle(root, random);
    return yamlOf(root);
}

QString differenceByOrder(const Design& design)
{
    const Renaming other = renamed(design, testCatalog());
    return difference(judged(design), judged(other.design), other.oldIds);
}

/// Fails with the smallest part of the design that still differs.
void keepsTheLaw(const Design& design)
{
    if (differenceByOrder(design).isEmpty())
        return;
    const Design small = smallest(design, testCatalog(), [](const Design& d) { return !differenceByOrder(d).isEmpty(); });
    QFAIL(qPrintable(differenceByOrder(small) + u'\n' + QString::fromUtf8(writeDesign(small, testCatalog()))));
}

}  // namespace

/// The report depends on what is drawn, not on the order in which it was drawn or stands in the file.
class OrderTest : public QObject {
    Q_OBJECT

private slots:
    void theFileMayBeInAnyOrder_data() { theIdsMayBeAnything_data(); }
    void theFileMayBeInAnyOrder()
    {
        QFETCH(QString, name);
        const QByteArray yaml = referenceDesign(name);
        const Design design = readDesign(yaml, name, testCatalog()).design;
        const Report first = judged(design);
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const Design other = readDesign(shuffled(yaml, seed), name, testCatalog()).design;
            QCOMPARE(difference(first, judged(other)), QString());
            QCOMPARE(difference(nearest(design, testCatalog(), publishedDesigns()), nearest(other, testCatalog(), publishedDesigns())), QString());
        }
    }
    void theIdsMayBeAnything_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : publishedDesigns().keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    void theIdsMayBeAnything()
    {
        QFETCH(QString, name);
        const Design& design = publishedDesigns()[name];
        keepsTheLaw(design);
        Renaming other = renamed(design, testCatalog());
        other.design.layout.clear();
        QCOMPARE(difference(nearest(design, testCatalog(), publishedDesigns()), nearest(other.design, testCatalog(), publishedDesigns())), QString());
    }
    void wornReferenceDesignsToo()
    {
        QRandomGenerator random(20261127);
        for (int i = 0; i < 150 && !QTest::currentTestFailed(); ++i) {
            const Design& whole = std::next(publishedDesigns().cbegin(), i % publishedDesigns().size()).value();
            keepsTheLaw(namedApart(wornDesign(random, whole, testCatalog(), 3 + i % 12)));
        }
    }
    void nonsenseToo()
    {
        QRandomGenerator random(20261127);
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i)
            keepsTheLaw(namedApart(randomDesign(random, testCatalog(), 12 + i)));
    }
    void theNearestReferenceToo()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 12; ++i) {
            const Design& whole = std::next(publishedDesigns().cbegin(), i % publishedDesigns().size()).value();
            const Design design = namedApart(wornDesign(random, whole, testCatalog(), 6));
            QCOMPARE(difference(nearest(design, testCatalog(), publishedDesigns()),
                                nearest(renamed(design, testCatalog()).design, testCatalog(), publishedDesigns())), QString());
        }
    }
    void largeDesignsToo() { QCOMPARE(differenceByOrder(bigDesign(400)), QString()); }
};

QTEST_GUILESS_MAIN(OrderTest)
#include "order_test.moc"

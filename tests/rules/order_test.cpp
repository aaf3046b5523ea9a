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
#include "tests/support/samereport.h"
#include "tests/support/shrinking.h"
#include "tests/support/worndesign.h"

#include <QRandomGenerator>
#include <QtTest>
#include <algorithm>
#include <random>

using namespace redoubt;

namespace {

const Catalog& catalog()
{
    static const Catalog result = builtinCatalog();
    return result;
}

Report judged(const Design& design)
{
    static const RuleSet rules = builtinRules();
    return analyse(design, catalog(), rules);
}

const QMap<QString, Design>& references()
{
    static const QMap<QString, Design> result = [] {
        QMap<QString, Design> read;
        for (const ReferenceDesign& each : referenceDesigns())
            read.insert(each.id, readDesign(referenceDesign(each.id), each.id, catalog()).design);
        return read;
    }();
    return result;
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
    const Renaming other = renamed(design, catalog());
    return difference(judged(design), judged(other.design), other.oldIds);
}

/// Fails with the smallest part of the design that still differs.
void keepsTheLaw(const Design& design)
{
    if (differenceByOrder(design).isEmpty())
        return;
    const Design small = smallest(design, catalog(), [](const Design& d) { return !differenceByOrder(d).isEmpty(); });
    QFAIL(qPrintable(differenceByOrder(small) + u'\n' + QString::fromUtf8(writeDesign(small, catalog()))));
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
        const Design design = readDesign(yaml, name, catalog()).design;
        const Report first = judged(design);
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const Design other = readDesign(shuffled(yaml, seed), name, catalog()).design;
            QCOMPARE(difference(first, judged(other)), QString());
            QCOMPARE(difference(nearest(design, catalog(), references()), nearest(other, catalog(), references())), QString());
        }
    }
    void theIdsMayBeAnything_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : references().keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    void theIdsMayBeAnything()
    {
        QFETCH(QString, name);
        const Design& design = references()[name];
        keepsTheLaw(design);
        Renaming other = renamed(design, catalog());
        other.design.layout.clear();
        QCOMPARE(difference(nearest(design, catalog(), references()), nearest(other.design, catalog(), references())), QString());
    }
    void wornReferenceDesignsToo()
    {
        QRandomGenerator random(20261127);
        for (int i = 0; i < 150 && !QTest::currentTestFailed(); ++i) {
            const Design& whole = std::next(references().cbegin(), i % references().size()).value();
            keepsTheLaw(namedApart(wornDesign(random, whole, catalog(), 3 + i % 12)));
        }
    }
    void nonsenseToo()
    {
        QRandomGenerator random(20261127);
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i)
            keepsTheLaw(namedApart(randomDesign(random, catalog(), 12 + i)));
    }
    void theNearestReferenceToo()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 12; ++i) {
            const Design& whole = std::next(references().cbegin(), i % references().size()).value();
            const Design design = namedApart(wornDesign(random, whole, catalog(), 6));
            QCOMPARE(difference(nearest(design, catalog(), references()),
                                nearest(renamed(design, catalog()).design, catalog(), references())), QString());
        }
    }
    void largeDesignsToo() { QCOMPARE(differenceByOrder(bigDesign(400)), QString()); }
};

QTEST_GUILESS_MAIN(OrderTest)
#include "order_test.moc"

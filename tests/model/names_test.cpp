// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/names.h"
#include "tests/support/rulecases.h"

#include <QtTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class NamesTest : public QObject {
    Q_OBJECT

private slots:
    /// Whoever reads a name knows what is meant.
    void namesOfOneDesignAreApart()
    {
        for (const Design& design : publishedDesigns()) {
            const Names names(design);
            QHash<QString, QString> used;
            for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
                const QString name = names.of(it.key().value);
                QVERIFY2(!used.contains(name), qPrintable(name));
                QVERIFY(name.startsWith(design.displayName(it.key().value)));
                used[name] = it.key().value;
            }
        }
    }

    void placeTellsBeforeId()
    {
        const Design c3 = publishedDesigns()[u"ss-pm-c3"_s];
        const Names names(c3);
        QCOMPARE(names.of(u"dc-a"_s), u"Datacenter A"_s);
        QCOMPARE(names.of(u"recordings-a"_s), u"Session recording file server (Datacenter A)"_s);
        QCOMPARE(names.of(u"sql-3"_s), u"Secondary (Datacenter B, sql-3)"_s);
        QCOMPARE(names.of(QStringList{u"dc-a"_s, u"dc-b"_s}, u" and "_s), u"Datacenter A and Datacenter B"_s);
    }

    void nonsenseHasNamesToo()
    {
        Design design;
        Element inside;
        inside.name = u"Two\nlines"_s;
        inside.in = {u"b"_s};
        design.insert(u"a"_s, inside);
        inside.in = {u"a"_s};
        design.insert(u"b"_s, inside);  // in a circle
        const Names names(design);
        QVERIFY(names.of(u"a"_s) != names.of(u"b"_s));
        QVERIFY(!names.of(u"a"_s).contains(u'\n'));
        QCOMPARE(names.of(u"nothing"_s), u"nothing"_s);
    }
};

QTEST_APPLESS_MAIN(NamesTest)
#include "names_test.moc"

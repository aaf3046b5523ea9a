// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/tree.h"

#include <QtTest>

using namespace redoubt;

namespace {

/// The first problem as `line:column text`, or `ok`.
QString problemOf(const QByteArray& yaml)
{
    try {
        (void)parseYaml(yaml, QStringLiteral("f"));
    } catch (const FileError& e) {
        const Problem& p = e.problems().front();
        return QStringLiteral("%1:%2 %3").arg(p.line).arg(p.column).arg(p.text);
    }
    return QStringLiteral("ok");
}

}  // namespace

class TreeTest : public QObject {
    Q_OBJECT

private slots:
    void keepsPlacesAndQuotes()
    {
        const Node root = parseYaml("a: 010\nb:\n  - 'yes'\n  - {c: d}\n", QStringLiteral("f"));
        QVERIFY(root.isMap());
        QCOMPARE(root.find(QStringLiteral("a"))->text, QStringLiteral("010"));
        const Node* b = root.find(QStringLiteral("b"));
        QCOMPARE(b->items.size(), size_t(2));
        QVERIFY(b->items[0].quoted);
        QCOMPARE(b->items[0].line, 3);
        QCOMPARE(b->items[0].column, 5);
        QCOMPARE(b->items[1].find(QStringLiteral("c"))->text, QStringLiteral("d"));
        QVERIFY(parseYaml("", QStringLiteral("f")).isNull());
    }

    void refusesWhatTheLibraryLetsPass_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("start");
        QTest::newRow("duplicate") << QByteArray("a: 1\nb: 2\na: 3\n") << "3:1 the key `a`";
        QTest::newRow("alias") << QByteArray("a: &x [1]\nb: *x\n") << "1:4 anchors";
        QTest::newRow("merge") << QByteArray("a:\n  <<: {b: 1}\n") << "2:3 merge keys";
        QTest::newRow("tag") << QByteArray("a: !!int 3\n") << "1:4 tags";
        QTest::newRow("second") << QByteArray("a: 1\n---\nb: 2\n") << "3:1 a second document";
        QTest::newRow("brackets") << QByteArray(100000, '[') << "1:33 nested deeper";
        QTest::newRow("nested") << "a: " + QByteArray(100000, '[') << "1:36 nested deeper";
        QTest::newRow("truncated") << QByteArray("a: [1, 2\n") << "2:1 not valid YAML";
        QTest::newRow("quote") << QByteArray("a: \"never closed\nb: 2\n") << "1:4 the quote is never closed";
        QTest::newRow("utf8") << QByteArray("a: 1\nb: \xff\n") << "2:4 not UTF-8";
        QTest::newRow("key") << QByteArray("[1]: 2\n") << "1:1 expected a plain key";
    }
    void refusesWhatTheLibraryLetsPass()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, start);
        const QString problem = problemOf(yaml);
        QVERIFY2(problem.startsWith(start), qPrintable(problem));
    }

    void anAliasBombIsCheap()
    {
        QByteArray yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n";
        for (char c = 'b'; c < 'j'; ++c)
            yaml += QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
        QVERIFY(problemOf(yaml).startsWith(QStringLiteral("1:4 anchors")));
    }

    void comments()
    {
        QVERIFY(hasComments("a: 1 # why\n"));
        QVERIFY(hasComments("# why\na: 1\n"));
        QVERIFY(!hasComments("a: '# no'\nb: x#y\nc: \"it's # no\"\n"));
    }

    void packedTreesComeBack()
    {
        const Node root = parseYaml("a: [1, {b: 'c'}]\n", QStringLiteral("f"));
        QCOMPARE(packTree(unpackTree(packTree(root))), packTree(root));
    }
};

QTEST_APPLESS_MAIN(TreeTest)
#include "tree_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/judgementdesk.h"

using namespace redoubt;

/// What is wrong with the picture, in the real window.
class LiveDrawingTest : public QObject, JudgementDesk {
    Q_OBJECT

private slots:
    void initTestCase() { start(); }
    void init() { begin(); }
    void cleanup() { end(); }

    /// Two machines drawn over each other: told when asked for, shown where it is, mended by a tidy picture.
    void theDrawingIsListedWhenAskedFor()
    {
        auto* tree = find<QTreeView>("findingsTree");
        QToolButton* chip = nullptr;
        for (QToolButton* button : m_window->findChildren<QToolButton*>(u"chip"_qs))
            if (button->property("ofDrawing").toBool())
                chip = button;
        QVERIFY(chip);
        const auto rows = [tree] {
            QStringList titles;
            for (int group = 0; group < tree->model()->rowCount(); ++group)
                for (int row = 0; row < tree->model()->rowCount(tree->model()->index(group, 0)); ++row)
                    titles << tree->model()->index(row, 0, tree->model()->index(group, 0)).data().toString();
            return titles;
        };
        QTRY_VERIFY(chip->text().endsWith(u'0'));
        const auto counts = [&] { return find<QLabel>("statusText")->text(); };
        QStringList servers;
        for (const ElementId& id : design().elements.keys())
            if (design().element(id)->kind == u"sql-server")
                servers << id.value;
        QCOMPARE(servers.size(), 2);
        editor().move({servers[1]}, editor().placement().value(servers[0]).topLeft() - editor().placement().value(servers[1]).topLeft() + QPointF(12, 0));
        QVERIFY(judged());
        const QString open = counts();
        const QStringList before = rows();
        QTRY_VERIFY(!chip->text().endsWith(u'0'));
        QCOMPARE(rows(), before);  // nobody asked
        QVERIFY(!chip->isChecked());
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(rows().contains(u"Boxes overlap"_qs));
        QCOMPARE(rows().size(), before.size() + 1);
        QCOMPARE(counts(), open);

        const QModelIndex group = tree->model()->index(tree->model()->rowCount() - 1, 0);
        QCOMPARE(group.data().toString(), u"Drawing"_qs);
        const QModelIndex row = tree->model()->index(0, 0, group);
        tree->scrollTo(row);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
        QCOMPARE(editor().selection(), servers);
        QVERIFY(m_window->canvas().viewport()->rect().contains(
            m_window->canvas().mapFromScene(editor().placement().value(servers[0]).center())));
        QVERIFY(!find<QPushButton>("waive")->isVisible());
        const int steps = editor().undoStack().count();
        press("previewFix");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->fixes().isActive(), 60000);
        QVERIFY(find<QLabel>("fixWords")->text().startsWith(u"Tidy"_qs));
        press("applyFix");
        QCOMPARE(editor().undoStack().count(), steps + 1);
        QTRY_VERIFY(chip->text().endsWith(u'0'));
        QCOMPARE(rows().size(), before.size());
    }
};

QTEST_MAIN(LiveDrawingTest)
#include "livedrawing_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "views/compare/comparetable.h"
#include "views/compare/comparewindow.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

/// Designs side by side in the window: drawings that move as one, and the table that follows what is edited.
class CompareTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    QTemporaryDir m_folder;
    QString m_file;  ///< answers the question for a file
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    CompareWindow& compared() { return *m_window->comparing(); }
    CompareTable& table() { return *compared().findChild<CompareTable*>(); }

    QTreeWidgetItem* row(const QString& label)
    {
        for (int i = 0; i < table().topLevelItemCount(); ++i)
            for (int j = 0; j < table().topLevelItem(i)->childCount(); ++j)
                if (table().topLevelItem(i)->child(j)->text(0) == label)
                    return table().topLevelItem(i)->child(j);
        return nullptr;
    }

    int rows()
    {
        int count = 0;
        for (int i = 0; i < table().topLevelItemCount(); ++i)
            count += table().topLevelItem(i)->childCount();
        return count;
    }

private slots:
    void init()
    {
        FileQuestions questions;
        questions.unsaved = [](const QString&) { return FileQuestions::Answer::Discard; };
        questions.loseComments = [](const QString&) { return true; };
        questions.pathToOpen = [this](const QString&) { return m_file; };
        questions.pathToSave = [](const QString&) { return QString(); };
        m_preferences = std::make_unique<Preferences>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<MainWindow>(m_catalog, m_rules, *m_preferences, m_theme, questions);
        m_window->show();
        m_window->files().openReference(QStringLiteral("ss-pm-b1"));
        QTRY_VERIFY(!m_window->analysis().isPending());
        m_window->actionsOf().compare->trigger();
        QVERIFY(m_window->comparing());
        QVERIFY(QTest::qWaitForWindowExposed(&compared()));
    }
    void cleanup() { m_window.reset(); }

    void figuresStandSideBySide()
    {
        QVERIFY(compared().addReference(QStringLiteral("ss-pm-c3")));
        QTRY_COMPARE(compared().comparison().titles.size(), 2);
        // Catalogue rows E8 and E13: .9997152 against .9998987.
        QTreeWidgetItem* console = row(QStringLiteral("Secret Server sign-in, automatic"));
        QVERIFY(console);
        QVERIFY2(console->text(1).startsWith(QStringLiteral("99.9715")), qPrintable(console->text(1)));
        QVERIFY2(console->text(2).startsWith(QStringLiteral("99.9898")), qPrintable(console->text(2)));
        // Only what differs: fewer rows, and the equal ones are gone.
        const int all = rows();
        QTreeWidgetItem* equal = nullptr;
        for (const Comparison::Row& each : compared().comparison().rows)
            if (!each.differs && !equal)
                equal = row(each.label);
        QVERIFY(equal);
        const QString equalLabel = equal->text(0);
        for (QToolButton* chip : compared().findChildren<QToolButton*>())
            if (chip->text().startsWith(QStringLiteral("Only differences")))
                chip->click();
        QVERIFY(rows() < all);
        QVERIFY(!row(equalLabel));
    }

    void theTableFollowsTheEdits()
    {
        QVERIFY(compared().addReference(QStringLiteral("ss-pm-b1")));
        QTRY_COMPARE(compared().comparison().titles.size(), 2);
        for (const Comparison::Row& each : compared().comparison().rows)
            QVERIFY2(!each.differs, qPrintable(each.label));
        QVERIFY(compared().view(0)->marked().isEmpty());
        QCOMPARE(compared().comparison().titles[1], compared().comparison().titles[0] + QStringLiteral(", as published"));

        Editor& editor = m_window->editor();
        ElementId web;
        for (auto it = editor.design().elements.cbegin(); it != editor.design().elements.cend() && web.isEmpty(); ++it)
            if (it.value()->kind == QLatin1String("ss-web"))
                web = it.key();
        QVERIFY(!web.isEmpty());
        editor.select({web.value});
        editor.removeSelection();
        // What only the published one has is marked there at once, the figures follow.
        QVERIFY(compared().view(1)->marked().contains(web.value));
        QTRY_VERIFY(row(QStringLiteral("Secret Server web servers")) && row(QStringLiteral("Secret Server web servers"))->text(1) != row(QStringLiteral("Secret Server web servers"))->text(2));
        editor.undoStack().undo();
        QVERIFY(compared().view(1)->marked().isEmpty());
    }

    void drawingsMoveAsOne()
    {
        QVERIFY(compared().addReference(QStringLiteral("ss-pm-c3")));
        ComparedView* first = compared().view(0);
        ComparedView* second = compared().view(1);
        const QPointF middle = QRectF(first->viewport()->rect()).center();
        QWheelEvent wheel(middle, first->viewport()->mapToGlobal(middle), {}, {0, 480}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(first->viewport(), &wheel);
        QVERIFY(first->sight().zoom > 1.5);
        QVERIFY(first->sight() == second->sight());
        QTest::mousePress(second->viewport(), Qt::LeftButton, {}, {200, 100});
        QMouseEvent move(QEvent::MouseMove, QPointF(120, 60), second->viewport()->mapToGlobal(QPointF(120, 60)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(second->viewport(), &move);
        QTest::mouseRelease(second->viewport(), Qt::LeftButton, {}, {120, 60});
        QVERIFY(second->sight().centre.x() > 0.5);
        QVERIFY(first->sight() == second->sight());
        QTest::keyClick(first, Qt::Key_0);
        QVERIFY(second->sight() == ComparedView::Sight());
    }

    void aClickSelectsInBoth()
    {
        QVERIFY(compared().addReference(QStringLiteral("ss-pm-b1")));
        ComparedView* second = compared().view(1);
        const Placement& placement = m_window->editor().placement();
        const QString id = QStringLiteral("dc-a");
        QVERIFY(placement.contains(id));
        const QRectF rect = placement.value(id);
        const QPoint at = second->mapFromScene(QPointF(rect.center().x(), rect.bottom() - 3));
        QTest::mouseClick(second->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(m_window->editor().selection(), QStringList{id});
    }

    void whatCannotBeReadIsSaid()
    {
        m_file = m_folder.filePath(QStringLiteral("broken.redoubt.yaml"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("format: redoubt/1\nelements:\n  a: {kind: nothing-known}\n");
        file.close();
        auto* menu = compared().findChild<QPushButton*>(QStringLiteral("addDesign"))->menu();
        menu->actions().first()->trigger();
        auto* problem = compared().findChild<QLabel*>(QStringLiteral("compareProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("nothing-known")) && problem->text().contains(QStringLiteral(":3:")), qPrintable(problem->text()));
        QCOMPARE(compared().count(), 1);
        QVERIFY(compared().addReference(QStringLiteral("ss-pm-a1")));
        QVERIFY(!problem->isVisible());
    }

    void fourAtMost()
    {
        for (const char* id : {"ss-pm-a1", "ss-pm-a2", "ss-pm-c3"})
            QVERIFY(compared().addReference(QString::fromLatin1(id)));
        QVERIFY(!compared().addReference(QStringLiteral("ss-pm-c1")));
        QCOMPARE(compared().count(), 4);
        QTRY_COMPARE(compared().comparison().titles.size(), 4);
        QVERIFY(!compared().findChild<QPushButton*>(QStringLiteral("addDesign"))->isEnabled());
    }

    void goesWithItsDesign()
    {
        QPointer<CompareWindow> window = &compared();
        m_window->files().newDesign();
        QTRY_VERIFY(!window);
        QVERIFY(!m_window->comparing());
    }
};

QTEST_MAIN(CompareTest)
#include "compare_test.moc"

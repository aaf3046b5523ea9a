// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/views/judgementwindow.h"

using namespace redoubt;

/// Rules, rule packs and published designs in the real window: what is pressed and what is read.
class RulePacksTest : public QObject, JudgementWindow {
    Q_OBJECT

private slots:
    void initTestCase() { light(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void everyRuleTellsItsState()
    {
        m_window->actionsOf().allRules->trigger();
        RulesPage& page = m_window->judgement().rules();
        QTRY_COMPARE(page.verdicts().size(), m_rules.rules.size());
        QVERIFY(ruleRow(express).endsWith(u": Broken"_qs));
        QVERIFY(find<QPushButton>("showFindings")->isVisible());
        QVERIFY(ruleRow(u"DSV-001"_qs).endsWith(u": Does not apply"_qs));
        QStringList servers;
        for (const ElementId& id : design().elements.keys())
            if (design().element(id)->kind == u"sql-server"_qs)
                servers << id.value;
        editor().setProperty(servers, u"edition"_qs, PropertyValue(u"standard"_qs));
        QVERIFY(judged());
        QCOMPARE(count(express), 0);
        QTRY_VERIFY(ruleRow(express).endsWith(u": Holds"_qs));
        // Those that satisfy it are named, and shown.
        QVERIFY2(wordsOfRule().contains(u"Satisfied by"_qs), qPrintable(wordsOfRule()));
        for (const QString& id : std::as_const(servers))
            QVERIFY2(wordsOfRule().contains(design().displayName(id)), qPrintable(wordsOfRule()));
        press("showSatisfied");
        QStringList shown = editor().selection();
        shown.sort();
        QCOMPARE(shown, servers);
        // Documents are spelled out.
        QVERIFY2(wordsOfRule().contains(u"System requirements of Secret Server"_qs), qPrintable(wordsOfRule()));

        auto* search = find<QLineEdit>("rulesSearch");
        QTest::keyClicks(search, u"witness cloud"_qs);
        auto* tree = find<QTreeView>("rulesTree");
        QVERIFY(tree->model()->rowCount() >= 1);
        search->setText(u"no rule says this"_qs);
        QCOMPARE(tree->model()->rowCount(), 0);
    }

    void aRulePackJudgesAtOnce()
    {
        const QString path = pack("name: Own\nversion: \"1\"\nchanges:\n  SQL-003: {off: true, reason: A laboratory}\n");
        m_window->rulePacks().add(path);
        QTRY_COMPARE(count(express), 0);
        QVERIFY(m_window->analysis().delta().text().isEmpty());
        QTRY_VERIFY(ruleRow(express).endsWith(u": Off"_qs));
        QVERIFY(wordsOfRule().contains(u"Own"_qs));

        // A file that changes is read again; one with a mistake is left out, and the mistake has its place.
        pack("name: Own\nversion: \"1\"\nchanges:\n  SQL-003: {severity: error}\n");
        QTRY_COMPARE(count(express), 2);
        QCOMPARE(first(express)->severity, Severity::Error);
        pack("name: Own\nversion: \"1\"\nchanges:\n  SQL-999: {severity: error}\n");
        QTRY_VERIFY(!m_window->rulePacks().entries().front().problems.empty());
        QCOMPARE(m_window->rulePacks().entries().front().problems.front().line, 4);
        QTRY_COMPARE(first(express)->severity, Severity::Warning);

        m_window->actionsOf().preferences->trigger();
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        QVERIFY(dialog);
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            words << label->text();
        QVERIFY2(words.join(u'\n').contains(u"line 4, column 3: there is no rule `SQL-999`"_qs), qPrintable(words.join(u'\n')));
        // Remembered, and switched by its box.
        editor().undoStack().setClean();
        openWindow();
        QCOMPARE(m_window->rulePacks().entries().size(), size_t(1));
        m_window->actionsOf().preferences->trigger();
        dialog = m_window->findChild<PreferencesDialog*>();
        QTest::mouseClick(dialog->findChild<QCheckBox*>(u"packOn"_qs), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(!m_window->rulePacks().entries().front().on);
        QVERIFY(m_window->rulePacks().entries().front().problems.empty());
        drawServers();
    }

    void aRuleThatIsGivenUpIsToldWithItsPack()
    {
        const QByteArray rule = "name: Own\nversion: \"1\"\narea: OWN\nrules:\n  OWN-001:\n    title: T\n    condition: C\n    message: M\n"
                                "    why: W\n    severity: advice\n    let:\n      x0: \"[element, element]\"\n";
        QByteArray lets;
        for (int i = 1; i < 60; ++i)
            lets += QStringLiteral("      x%1: \"[x%2, x%2]\"\n").arg(i).arg(i - 1).toLatin1();
        m_window->rulePacks().add(pack(rule + lets + "    when: count(x59) > 5\n"));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rulePacks().entries().front().stopped.size(), size_t(1), 60000);
        QCOMPARE(m_window->rulePacks().entries().front().stopped.front().line, 5);
        QCOMPARE(count(express), 2);
        m_window->actionsOf().preferences->trigger();
        QStringList words;
        for (const QLabel* label : m_window->findChild<PreferencesDialog*>()->findChildren<QLabel*>())
            words << label->text();
        QVERIFY2(words.join(u'\n').contains(u"line 5, column 3: OWN-001 (T) was given up after"_qs), qPrintable(words.join(u'\n')));
        QVERIFY2(words.contains(u"OWN-001, new: T"_qs), qPrintable(words.join(u'\n')));
        m_window->rulePacks().setOn(0, false);
        QVERIFY(m_window->rulePacks().entries().front().stopped.empty());
    }

    void thePreferredAuthorSignsNewDesigns()
    {
        m_window->actionsOf().preferences->trigger();
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"preferredAuthor"_qs), u"J. Example"_qs);
        editor().undoStack().setClean();
        m_window->actionsOf().newDesign->trigger();
        QCOMPARE(design().settingText(u"author"_qs), u"J. Example"_qs);
    }

    void aPublishedDesignIsShownAndStartedFrom()
    {
        select(express);
        const Rule* rule = m_rules.rule(express);
        const QStringList ids = matchingReferences(rule->designs);
        QVERIFY(!ids.isEmpty());
        auto* link = m_window->findChild<FindingsPanel*>()->findChild<QToolButton*>(u"reference:"_qs + ids.front());
        QVERIFY(link);
        link->click();
        auto* card = m_window->findChild<ReferenceCard*>();
        QVERIFY(card->isVisible());
        editor().undoStack().setClean();
        QTest::mouseClick(card->findChild<QPushButton*>(u"newFromReference"_qs), Qt::LeftButton);
        QVERIFY(!card->isVisible());
        QCOMPARE(design().settingText(u"reference"_qs), ids.front());
    }
};

QTEST_MAIN(RulePacksTest)
#include "rulepacks_test.moc"

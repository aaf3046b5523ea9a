// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/preferencesdialog.h"
#include "app/referencecard.h"
#include "model/files/references.h"
#include "tests/support/judgementdesk.h"
#include "views/findings/explanation.h"
#include "views/findings/rulespage.h"
#include "views/findings/waivers.h"

using namespace redoubt;

/// The list of rules, rule packs, preferences and published designs in the real window.
class RulesPageTest : public QObject, JudgementDesk {
    Q_OBJECT

    QString pack(const QByteArray& text)
    {
        const QString path = m_folder->filePath(u"own.yaml"_qs);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }
    /// The row of a rule in the list of rules, as a screen reader says it.
    QString ruleRow(const QString& id)
    {
        m_window->actionsOf().allRules->trigger();
        m_window->judgement().rules().showRule(id);
        auto* tree = find<QTreeView>("rulesTree");
        return tree->currentIndex().data(Qt::AccessibleTextRole).toString();
    }
    QString wordsOfRule()
    {
        QStringList words;
        for (const QLabel* label : m_window->findChild<RulesPage*>()->findChildren<QLabel*>())
            words << label->text();
        for (const QToolButton* button : m_window->findChild<RulesPage*>()->findChild<Explanation*>()->findChildren<QToolButton*>())
            words << button->text();
        return words.join(u'\n');
    }

private slots:
    void initTestCase() { start(); }
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
        QVERIFY2(words.contains(u"Left out until this is put right:"_qs), qPrintable(words.join(u'\n')));
        auto* problems = dialog->findChild<QListWidget*>(u"problems"_qs);
        QCOMPARE(problems->count(), 1);
        QVERIFY2(problems->item(0)->text().contains(u"line 4, column 3: there is no rule `SQL-999`"_qs), qPrintable(problems->item(0)->text()));
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
        for (const QListWidget* list : m_window->findChild<PreferencesDialog*>()->findChildren<QListWidget*>())
            for (int i = 0; i < list->count(); ++i)
                words << list->item(i)->text();
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

    void aRuleThatHoldsReadsAsOne()
    {
        m_window->actionsOf().allRules->trigger();
        QTRY_COMPARE(m_window->judgement().rules().verdicts().size(), m_rules.rules.size());
        int holding = 0;
        for (const RuleVerdict& verdict : m_window->judgement().rules().verdicts()) {
            const Rule& rule = *m_rules.rule(verdict.rule);
            const bool holds = verdict.state == RuleState::Holds;
            holding += holds ? 1 : 0;
            QCOMPARE(ruleHeading(rule, verdict.state), holds ? u"Not found: "_qs + rule.title : rule.title);
        }
        QVERIFY(holding > 0);
    }

    void aPackThatIsLeftOutIsToldEverywhere()
    {
        auto* notice = find<QLabel>("noticeText");
        auto* status = find<QToolButton>("packsLeftOut");
        QVERIFY(!notice->isVisible() && !status->isVisible());
        QByteArray text = "name: Own\nversion: \"1\"\nchanges:\n";
        for (int i = 0; i < 40; ++i)
            text += "  SQL-9" + QByteArray::number(10 + i) + ": {severity: error}\n";
        m_window->rulePacks().add(pack(text));
        QVERIFY(notice->isVisible() && status->isVisible());
        QVERIFY2(notice->text().contains(u"own.yaml, line 4, column 3: there is no rule `SQL-910`"_qs), qPrintable(notice->text()));
        QCOMPARE(status->text(), u"1 rule pack left out"_qs);

        QTest::mouseClick(status, Qt::LeftButton);
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* problems = dialog->findChild<QListWidget*>(u"problems"_qs);
        QCOMPARE(problems->count(), 40);
        QVERIFY(problems->height() < 200);
        QTRY_VERIFY(problems->verticalScrollBar()->maximum() > 0);

        m_window->rulePacks().setOn(0, false);
        QVERIFY(!notice->isVisible() && !status->isVisible());
    }

    void whatIsToldCanBeReadInASmallWindow()
    {
        m_window->resize(1280, 770);
        editor().select(first(express)->subjects);
        Patch patch;
        patch.waivers = withWaiver(design().waivers, findings().back(), u"Accepted"_qs, u"J. Example"_qs, QDate::currentDate());
        editor().apply(std::move(patch), u"Waive"_qs);
        QVERIFY(judged());
        select(express);
        for (const char* tab : {"findingsTab", "rulesTab", "waiversTab"}) {
            press(tab);
            QTest::qWait(50);
            QVERIFY(m_window->height() <= 770);
            QWidget* page = find<QStackedWidget>("judgementPages")->currentWidget();
            auto* words = page->findChild<Explanation*>();
            QVERIFY2(words->isVisible() && words->viewport()->height() >= 110 && words->viewport()->width() >= 270,
                     qPrintable(QStringLiteral("%1: %2 by %3").arg(QString::fromLatin1(tab)).arg(words->viewport()->width())
                                    .arg(words->viewport()->height())));
            for (const QPushButton* button : page->findChildren<QPushButton*>())
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
    }
};

QTEST_MAIN(RulesPageTest)
#include "rulespage_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "app/preferencesdialog.h"
#include "app/referencecard.h"
#include "app/rulepacks.h"
#include "views/canvas/badge.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/contextmenu.h"
#include "views/findings/explanation.h"
#include "views/findings/findingspanel.h"
#include "views/findings/fixpreview.h"
#include "views/findings/judgementpanel.h"
#include "views/findings/rulespage.h"
#include "views/findings/waiverform.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

namespace {

const QString express = QStringLiteral("SQL-003");

}  // namespace

/// Findings, rules, fixes, waivers and rule packs in the real window: what is pressed and what is read.
class JudgementTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    Editor& editor() { return m_window->editor(); }
    const Design& design() { return editor().design(); }
    const std::vector<Finding>& findings() { return m_window->analysis().report().findings; }
    QString statusText() { return m_window->findChild<QLabel*>(u"statusText"_qs)->text(); }

    template <class Widget>
    Widget* find(const char* name)
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void press(const char* name)
    {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    bool judged() { return QTest::qWaitFor([this] { return !m_window->analysis().isPending(); }); }
    int count(const QString& rule)
    {
        return int(std::count_if(findings().begin(), findings().end(),
                                 [&](const Finding& f) { return f.rule == rule && !f.waived; }));
    }
    const Finding* first(const QString& rule)
    {
        const auto it = std::find_if(findings().begin(), findings().end(), [&](const Finding& f) { return f.rule == rule; });
        return it == findings().end() ? nullptr : &*it;
    }
    void select(const QString& rule)
    {
        const Finding* finding = first(rule);
        QVERIFY2(finding, qPrintable(rule));
        m_window->judgement().findings().showFinding(finding->rule, finding->subjects);
    }
    int badges()
    {
        int shown = 0;
        for (const QGraphicsItem* item : m_window->canvas().scene()->items())
            shown += qgraphicsitem_cast<const BadgeItem*>(item) ? 1 : 0;
        return shown;
    }
    void openWindow()
    {
        m_window.reset();
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"settings.ini"_qs));
        m_window = std::make_unique<MainWindow>(m_catalog, m_rules, *m_preferences, m_theme);
        m_window->resize(1500, 950);
        m_window->show();
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    /// Two servers with the trial edition in a production design: two findings that have a fix.
    void drawServers()
    {
        m_window->actionsOf().newDesign->trigger();
        editor().setSetting(u"environment"_qs, PropertyValue(u"production"_qs));
        for (const double x : {200.0, 500.0}) {
            const ElementId id = editor().add(u"sql-server"_qs, {x, 300});
            editor().setProperty({id.value}, u"edition"_qs, PropertyValue(u"express"_qs));
            editor().endMerge();
        }
        editor().select({});
        QVERIFY(judged());
        QCOMPARE(count(express), 2);
    }
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
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme.setDark(false);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openWindow();
        drawServers();
    }
    void cleanup()
    {
        editor().undoStack().setClean();
        m_window.reset();
    }

    void aFixIsPreviewedAndChangesNothing()
    {
        const Design before = design();
        const int steps = editor().undoStack().count();
        select(express);
        press("previewFix");
        QTRY_VERIFY(m_window->fixes().isActive());
        auto* bar = find<QFrame>("floating");
        QVERIFY(bar->isVisible());
        QVERIFY(!find<QLabel>("fixWords")->text().isEmpty());
        QVERIFY2(find<QLabel>("fixEffect")->text().contains(u"1 finding fixed"_qs), qPrintable(find<QLabel>("fixEffect")->text()));
        QVERIFY(design() == before);
        QCOMPARE(editor().undoStack().count(), steps);

        QTest::keyClick(bar, Qt::Key_Escape);
        QVERIFY(!m_window->fixes().isActive());
        QVERIFY(!bar->isVisible());
        QVERIFY(design() == before);
        QCOMPARE(editor().undoStack().count(), steps);
    }

    void aFixIsAppliedAsOneStepWithItsWords()
    {
        const Design before = design();
        const int steps = editor().undoStack().count();
        select(express);
        press("previewFix");
        QTRY_VERIFY(m_window->fixes().isActive());
        const QString words = find<QLabel>("fixWords")->text();
        press("applyFix");
        QCOMPARE(editor().undoStack().count(), steps + 1);
        QCOMPARE(editor().undoStack().undoText(), words);
        QVERIFY(judged());
        QCOMPARE(count(express), 1);
        QCOMPARE(statusText(), QStringLiteral("%1 · 1 finding fixed").arg(words));
        m_window->actionsOf().undo->trigger();
        QVERIFY(design() == before);
        QVERIFY(judged());
        QCOMPARE(statusText(), QStringLiteral("Undone: %1 · 1 new finding").arg(words));
    }

    void tidyIsPreviewedAndEscapeLeavesAllAsItWas()
    {
        const Design before = design();
        const int steps = editor().undoStack().count();
        m_window->actionsOf().tidy->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->fixes().isActive(), 60000);
        auto* bar = find<QFrame>("floating");
        QVERIFY(bar->isVisible());
        QVERIFY(find<QLabel>("fixEffect")->text().startsWith(u"Crossings "_qs));
        QVERIFY(design() == before);
        QTest::keyClick(bar, Qt::Key_Escape);
        QVERIFY(!m_window->fixes().isActive());
        QVERIFY(design() == before);
        QCOMPARE(editor().undoStack().count(), steps);
    }

    void tidyIsOneStepThatMovesAndChangesNothingElse()
    {
        const Design before = design();
        const int steps = editor().undoStack().count();
        m_window->actionsOf().tidy->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->fixes().isActive(), 60000);
        press("applyFix");
        QCOMPARE(editor().undoStack().count(), steps + 1);
        QVERIFY(design().layout != before.layout);
        QVERIFY(design().elements == before.elements && design().links == before.links);
        m_window->actionsOf().undo->trigger();
        QVERIFY(design() == before);
    }

    void theMenuPinsAnElement()
    {
        const QString id = first(express)->subjects.front();
        const auto pinned = [&] { return redoubt::find(design().element({id})->properties, u"pinned"_qs) != nullptr; };
        for (const bool after : {true, false}) {
            editor().select({id});
            const std::unique_ptr<QMenu> menu(contextMenu(editor(), m_window->canvas()));
            menu->setAttribute(Qt::WA_DeleteOnClose, false);
            auto* pin = menu->findChild<QAction*>(u"pin"_qs);
            QVERIFY(pin && pin->isChecked() == !after);
            pin->trigger();
            QCOMPARE(pinned(), after);
        }
    }

    void allFindingsOfARuleAreFixedAtOnce()
    {
        const int steps = editor().undoStack().count();
        select(express);
        QCOMPARE(find<QPushButton>("fixAll")->text(), u"Fix all of this rule (2)"_qs);
        press("fixAll");
        QTRY_VERIFY(m_window->fixes().isActive());
        press("applyFix");
        QVERIFY(judged());
        QCOMPARE(count(express), 0);
        QCOMPARE(editor().undoStack().count(), steps + 1);
    }

    void anEditEndsThePreview()
    {
        select(express);
        press("previewFix");
        QTRY_VERIFY(m_window->fixes().isActive());
        editor().add(u"site"_qs, {900, 300});
        QVERIFY(!m_window->fixes().isActive());
        QVERIFY(!find<QFrame>("floating")->isVisible());
        // So does a press on the canvas, which goes on as if there had been none.
        QVERIFY(judged());
        select(express);
        press("previewFix");
        QTRY_VERIFY(m_window->fixes().isActive());
        QTest::mouseClick(m_window->canvas().viewport(), Qt::LeftButton, {}, QPoint(5, 300));
        QVERIFY(!m_window->fixes().isActive());
    }

    void theKeyboardAloneMendsAFinding()
    {
        for (int i = 0; i < int(findings().size()) && (!m_window->judgement().findings().current()
                                                       || m_window->judgement().findings().current()->rule != express); ++i)
            QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(m_window->judgement().findings().current()->rule, express);
        QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(m_window->fixes().isActive());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QVERIFY(judged());
        QCOMPARE(count(express), 1);
    }

    void theMenuOfAnElementOffersItsFix()
    {
        editor().select(first(express)->subjects);
        std::unique_ptr<QMenu> menu(contextMenu(editor(), m_window->canvas()));
        menu->setAttribute(Qt::WA_DeleteOnClose, false);
        auto* fix = menu->findChild<QAction*>(u"fix-SQL-003"_qs);
        QVERIFY(fix);
        fix->trigger();
        QTRY_VERIFY(m_window->fixes().isActive());
    }

    void aWaiverIsGivenChangedAndWithdrawn()
    {
        m_window->judgement().setAuthor(u"J. Example"_qs);
        const auto steps = [this] { return editor().undoStack().count(); };
        const int before = steps();
        select(express);
        press("waive");
        auto* form = m_window->findChild<FindingsPanel*>()->findChild<WaiverForm*>();
        auto* accept = form->findChild<QPushButton*>(u"waiverAccept"_qs);
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(form->findChild<QLineEdit*>(u"waiverReason"_qs), u"A trial until spring"_qs);
        auto* until = form->findChild<QLineEdit*>(u"waiverExpires"_qs);
        QTest::keyClicks(until, u"spring"_qs);
        QVERIFY(!accept->isEnabled());
        until->clear();
        const QDate day = QDate::currentDate().addDays(30);
        QTest::keyClicks(until, day.toString(Qt::ISODate));
        QTest::mouseClick(accept, Qt::LeftButton);
        QCOMPARE(design().waivers.size(), size_t(1));
        const Waiver given = design().waivers.front();
        QCOMPARE(given.reason, u"A trial until spring"_qs);
        QCOMPARE(given.by, u"J. Example"_qs);
        QCOMPARE(given.expires, day);
        QCOMPARE(given.date, QDate::currentDate());
        QVERIFY(judged());
        QCOMPARE(count(express), 1);
        QVERIFY2(statusText().endsWith(u"1 finding waived"_qs), qPrintable(statusText()));
        QCOMPARE(find<QToolButton>("waiversTab")->text(), u"Waivers  1"_qs);

        press("waiversTab");
        auto* tree = find<QTreeView>("waiversTree");
        const QModelIndex heading = tree->model()->index(0, 0);
        QCOMPARE(heading.data().toString(), u"In force"_qs);
        tree->setCurrentIndex(tree->model()->index(0, 0, heading));
        press("changeWaiver");
        auto* page = tree->window()->findChild<QPushButton*>(u"withdrawWaiver"_qs);
        WaiverForm* change = nullptr;
        for (WaiverForm* each : m_window->findChildren<WaiverForm*>())
            if (each->isVisible())
                change = each;
        QVERIFY(change && page);
        auto* reason = change->findChild<QLineEdit*>(u"waiverReason"_qs);
        QCOMPARE(reason->text(), given.reason);
        reason->setText(u"A trial"_qs);
        change->findChild<QLineEdit*>(u"waiverExpires"_qs)->setText(u"2020-01-01"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(design().waivers.front().reason, u"A trial"_qs);
        QVERIFY(judged());
        QCOMPARE(count(express), 2);
        QCOMPARE(tree->model()->index(0, 0).data().toString(), u"Expired"_qs);

        press("withdrawWaiver");
        QVERIFY(design().waivers.empty());
        QCOMPARE(steps(), before + 3);
        m_window->actionsOf().undo->trigger();
        m_window->actionsOf().undo->trigger();
        QVERIFY(design().waivers.front() == given);
        m_window->actionsOf().undo->trigger();
        QVERIFY(design().waivers.empty());
    }

    void aWhiteboardIsQuietAndRemembered()
    {
        QVERIFY(badges() > 0);
        auto* quiet = find<QToolButton>("quiet");
        QVERIFY(!quiet->isVisible());
        m_window->actionsOf().whiteboard->trigger();
        QCOMPARE(badges(), 0);
        QVERIFY(quiet->isVisible());
        const ElementId added = editor().add(u"sql-server"_qs, {800, 300});
        QVERIFY(judged());
        QCOMPARE(badges(), 0);
        QVERIFY2(!statusText().contains(u"finding"_qs), qPrintable(statusText()));
        QVERIFY(!added.isEmpty());
        // The panel goes on as ever.
        QVERIFY(find<QTreeView>("findingsTree")->model()->rowCount() > 0);

        editor().undoStack().setClean();
        openWindow();
        QVERIFY(m_window->actionsOf().whiteboard->isChecked());
        drawServers();
        QCOMPARE(badges(), 0);
        QTest::mouseClick(find<QToolButton>("quiet"), Qt::LeftButton);
        QVERIFY(badges() > 0);
        QVERIFY(!m_window->actionsOf().whiteboard->isChecked());
    }

    void findingsAreNarrowedToTheSelectionAndAnArea()
    {
        auto* tree = find<QTreeView>("findingsTree");
        const auto rows = [tree] {
            QStringList ids;
            for (int g = 0; g < tree->model()->rowCount(); ++g)
                for (int i = 0; i < tree->model()->rowCount(tree->model()->index(g, 0)); ++i)
                    ids << tree->model()->index(i, 0, tree->model()->index(g, 0)).data().toString();
            return ids;
        };
        const QStringList all = rows();
        auto* area = find<QComboBox>("findingsArea");
        area->setCurrentIndex(area->findData(u"SQL"_qs));
        QVERIFY(!rows().isEmpty() && rows().size() < all.size());
        area->setCurrentIndex(0);
        QToolButton* only = nullptr;
        for (QToolButton* chip : m_window->findChild<FindingsPanel*>()->findChildren<QToolButton*>(u"chip"_qs))
            if (chip->accessibleName() == u"Only the selection"_qs)
                only = chip;
        QVERIFY(only);
        QTest::mouseClick(only, Qt::LeftButton);
        QVERIFY(rows().isEmpty());
        const QString title = first(express)->title;
        editor().select(first(express)->subjects);
        QCOMPARE(rows().count(title), 1);
        // A badge leads to its finding though the filter hides it.
        const Finding other = findings().back();
        m_window->judgement().findings().showFinding(other.rule, other.subjects);
        QCOMPARE(tree->currentIndex().data().toString(), other.title);
        QVERIFY(!only->isChecked());
    }

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

QTEST_MAIN(JudgementTest)
#include "judgement_test.moc"

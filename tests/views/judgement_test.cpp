// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/judgementdesk.h"
#include "views/canvas/canvasitem.h"
#include "views/canvas/contextmenu.h"
#include "views/findings/waiverform.h"

using namespace redoubt;

/// Findings, fixes and waivers in the real window: what is pressed and what is read.
class JudgementTest : public QObject, JudgementDesk {
    Q_OBJECT

private slots:
    void initTestCase() { start(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void aFixIsPreviewedAndChangesNothing()
    {
        const Design before = design();
        const int steps = editor().undoStack().count();
        select(express);
        press("previewFix");
        QTRY_VERIFY(m_window->fixes().isActive());
        auto* bar = find<QFrame>("floating");
        QVERIFY(bar->isVisible());
        int lit = 0;
        for (const QGraphicsItem* item : m_window->canvas().scene()->items())
            if (const auto* drawn = qgraphicsitem_cast<const CanvasItem*>(item); drawn && drawn->marks().testFlag(Mark::Target)) {
                ++lit;
                QVERIFY(!bar->geometry().intersects(m_window->canvas().mapFromScene(drawn->sceneBoundingRect()).boundingRect()));
            }
        QVERIFY(lit > 0);
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
        QCOMPARE(find<QPushButton>("fixAll")->text(), u"Fix all 2"_qs);
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

    void aPreviewEndsWhenItsFindingGoesAway()
    {
        select(express);
        press("previewFix");
        QTRY_VERIFY(m_window->fixes().isActive());
        // Nobody edits: other rules are in force, and what was found is none any more.
        QFile pack(m_folder->filePath(u"own.yaml"_qs));
        QVERIFY(pack.open(QIODevice::WriteOnly));
        pack.write("name: Own\nversion: \"1\"\nchanges:\n  SQL-003: {off: true, reason: A laboratory}\n");
        pack.close();
        m_window->rulePacks().add(pack.fileName());
        QTRY_COMPARE(count(express), 0);
        QVERIFY(!m_window->fixes().isActive());
        QVERIFY(!find<QFrame>("floating")->isVisible());
        const Design before = design();
        QTest::keyClick(&m_window->canvas(), Qt::Key_Return);
        QVERIFY(design() == before);
    }

    void aReasonBegunIsKept()
    {
        select(express);
        press("waive");
        auto* panel = m_window->findChild<FindingsPanel*>();
        auto* reason = panel->findChild<WaiverForm*>()->findChild<QLineEdit*>(u"waiverReason"_qs);
        QTest::keyClicks(reason, u"A trial until"_qs);
        // A report on another edit leaves the form as it is.
        editor().add(u"site"_qs, {900, 600});
        QVERIFY(judged());
        QVERIFY(reason->isVisible());
        QCOMPARE(reason->text(), u"A trial until"_qs);
        // Another finding has a reason of its own; back at the first, its words are there.
        const Finding here = *panel->current();
        const Finding other = *std::find_if(findings().begin(), findings().end(), [](const Finding& f) { return f.rule != express; });
        panel->showFinding(other.rule, other.subjects);
        QVERIFY(!reason->isVisible());
        press("waive");
        QVERIFY(reason->text().isEmpty());
        panel->showFinding(here.rule, here.subjects);
        press("waive");
        QCOMPARE(reason->text(), u"A trial until"_qs);
        QVERIFY(design().waivers.empty());
    }

    void theMenuMendsAndWaives()
    {
        const Actions& actions = m_window->actionsOf();
        const auto enabled = [&actions] {
            return QList<bool>{actions.previewFix->isEnabled(), actions.fixAll->isEnabled(), actions.waive->isEnabled()};
        };
        QCOMPARE(enabled(), (QList<bool>{false, false, false}));
        select(express);
        QCOMPARE(enabled(), (QList<bool>{true, true, true}));

        m_window->canvas().setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        auto* reason = m_window->findChild<FindingsPanel*>()->findChild<WaiverForm*>()->findChild<QLineEdit*>(u"waiverReason"_qs);
        QVERIFY(reason->isVisible());
        QTest::keyClicks(reason, u"A trial"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(judged());
        // One is left of two: nothing to fix together, and the waiver may be withdrawn.
        QCOMPARE(enabled(), (QList<bool>{false, false, true}));
        QVERIFY(actions.waive->text().contains(u"Withdraw"_qs));
        actions.waive->trigger();
        QVERIFY(design().waivers.empty());
        QVERIFY(judged());
        QCOMPARE(enabled(), (QList<bool>{true, true, true}));

        actions.fixAll->trigger();
        QTRY_VERIFY(m_window->fixes().isActive());
        press("applyFix");
        QVERIFY(judged());
        QCOMPARE(count(express), 0);
        QCOMPARE(enabled(), (QList<bool>{false, false, false}));
    }
};

QTEST_MAIN(JudgementTest)
#include "judgement_test.moc"

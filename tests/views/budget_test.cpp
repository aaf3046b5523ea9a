// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The call budget of a vault in the real window: the table gives the catalogue's examples, the levers what they promise.
#include "tests/views/figuresfixture.h"

#include "model/analysis/budgetstory.h"
#include "views/estimates/budget/budgetchart.h"
#include "views/estimates/budgetcard.h"

using namespace redoubt;

class BudgetTest : public QObject {
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<FiguresFixture> m_at;
    QString m_tenant;

    FigureTable& groups() { return *m_at->find<FigureTable>("secretGroups"); }
    const TenantBudget& budget() { return m_at->report().dsv.front(); }
    QModelIndex cell(int row, int column) { return groups().model()->index(row, column); }
    QString verdict() { return m_at->find<QLabel>("budgetVerdict")->text(); }
    QString sentence() { return m_at->find<QLabel>("budgetSentence")->text(); }
    static QString six(double value) { return QString::number(value, 'f', 6); }
    /// Fills the cells of a row: secrets, scheduled, random.
    void fill(int row, const QStringList& texts)
    {
        for (int i = 0; i < texts.size(); ++i)
            if (!texts[i].isEmpty()) {
                QVERIFY(FiguresFixture::type(groups(), cell(row, 1 + i), texts[i]));
                QVERIFY(m_at->settle());
            }
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme.setDark(false);
    }
    void init()
    {
        m_at = std::make_unique<FiguresFixture>(m_theme);
        m_at->window->actionsOf().newDesign->trigger();
        Editor& editor = m_at->editor();
        const ElementId region = editor.add(u"dsv-region"_qs, {300, 300});
        m_tenant = editor.add(u"dsv-tenant"_qs, editor.placement().value(region.value).center()).value;
        editor.setProperty({m_tenant}, u"plan"_qs, PropertyValue(u"free"_qs));
        editor.setProperty({m_tenant}, u"sync-interval-min"_qs, PropertyValue(720));
        editor.endMerge();
        QVERIFY(m_at->settle());
        QCOMPARE(m_at->report().dsv.size(), size_t(1));
        QVERIFY(m_at->press("budgetDetails"));
        QVERIFY(m_at->settle());
        QCOMPARE(m_at->figures().page(), FiguresPanel::Budget);
    }
    void cleanup() { m_at.reset(); }

    void theTableGivesTheExamples()
    {
        const Design empty = m_at->design();
        const int steps = m_at->steps();
        QVERIFY(m_at->press("addGroup"));
        QCOMPARE(m_at->steps(), steps + 1);
        QVERIFY(m_at->settle());
        // The new row waits for its number of secrets.
        QLineEdit* edit = FiguresFixture::editorIn(groups());
        QVERIFY(edit && edit->objectName() == u"cell:count"_qs);
        edit->selectAll();
        QTest::keyClicks(edit, u"50"_qs);
        QVERIFY(FiguresFixture::end(edit, Qt::Key_Return));
        QCOMPARE(m_at->steps(), steps + 2);
        QVERIFY(m_at->settle());
        QCOMPARE(six(budget().best), six(51));  // D1
        QCOMPARE(six(budget().expected), u"84.106586"_qs);
        QCOMPARE(six(budget().worst), six(100));
        QCOMPARE(six(budget().ceiling), six(3060));
        QCOMPARE(verdict(), verdictWords(BudgetVerdict::Fits));
        QVERIFY2(sentence().contains(u"4.0 %"_qs), qPrintable(sentence()));

        fill(0, {u"250"_qs, u"30"_qs});  // D5
        QCOMPARE(six(budget().expected), six(7560));
        QCOMPARE(verdict(), verdictWords(BudgetVerdict::OverCalls));
        QVERIFY2(sentence().contains(u"5,060 calls over"_qs), qPrintable(sentence()));
        QCOMPARE(cell(0, 6).data().toString(), u"81"_qs);  // the most that fit

        fill(0, {u"40"_qs, u"0"_qs, u"300"_qs});  // D7
        QCOMPARE(six(budget().expected), u"2444.496148"_qs);
        QCOMPARE(verdict(), verdictWords(BudgetVerdict::Fits));

        // D14: the secrets are too many before the calls are.
        fill(0, {u"300"_qs, u"1"_qs, u"0"_qs});
        QCOMPARE(verdict(), verdictWords(BudgetVerdict::OverSecrets));
        QVERIFY2(sentence().contains(u"50 secrets too many"_qs), qPrintable(sentence()));

        while (m_at->steps() > 0 && !(m_at->design() == empty) && m_at->editor().undoStack().canUndo())
            m_at->window->actionsOf().undo->trigger();
        QVERIFY(m_at->design() == empty);
        QVERIFY(m_at->settle());
        QCOMPARE(groups().model()->rowCount(), 0);
    }

    void groupsComeAndGo()
    {
        for (int i = 0; i < 3; ++i) {
            QVERIFY(m_at->press("addGroup"));
            QVERIFY(m_at->settle());
            if (QLineEdit* edit = FiguresFixture::editorIn(groups()))
                QVERIFY(FiguresFixture::end(edit, Qt::Key_Escape));
        }
        QCOMPARE(groups().model()->rowCount(), 3);
        fill(1, {u"7"_qs});
        const Design three = m_at->design();
        groups().setCurrentIndex(cell(1, 0));
        QVERIFY(m_at->press("removeGroup"));
        QVERIFY(m_at->settle());
        QCOMPARE(groups().model()->rowCount(), 2);
        QCOMPARE(budget().secrets, 0);
        m_at->window->actionsOf().undo->trigger();
        QVERIFY(m_at->design() == three);
        QVERIFY(m_at->settle());
        QCOMPARE(cell(1, 1).data().toString(), u"7"_qs);
        groups().setCurrentIndex(cell(2, 0));
        QTest::keyClick(&groups(), Qt::Key_Delete);
        QVERIFY(m_at->settle());
        QCOMPARE(groups().model()->rowCount(), 2);
    }

    void nonsenseIsRefusedInItsCell()
    {
        QVERIFY(m_at->press("addGroup"));
        QVERIFY(m_at->settle());
        const Design before = m_at->design();
        if (QLineEdit* edit = FiguresFixture::editorIn(groups()))
            QVERIFY(FiguresFixture::end(edit, Qt::Key_Escape));
        auto* hint = m_at->find<QLabel>("groupsHint");
        const QString usual = hint->text();
        const QList<std::pair<int, QString>> wrong {{1, u"-3"_qs}, {1, u"1.5"_qs}, {1, u"many"_qs}, {2, u"-1"_qs}, {3, u"x"_qs}};
        for (const auto& [column, text] : wrong) {
            QLineEdit* edit = FiguresFixture::openCell(groups(), cell(0, column));
            QVERIFY2(edit, qPrintable(text));
            edit->selectAll();
            QTest::keyClicks(edit, text);
            QTest::keyClick(edit, Qt::Key_Return);
            QVERIFY2(edit->isVisible() && hint->text() != usual, qPrintable(text));
            QVERIFY(m_at->design() == before);
            QVERIFY(FiguresFixture::end(edit, Qt::Key_Escape));
            QTRY_COMPARE(hint->text(), usual);
        }
    }

    void leversDoWhatTheySay()
    {
        QVERIFY(m_at->press("addGroup"));
        QVERIFY(m_at->settle());
        if (QLineEdit* edit = FiguresFixture::editorIn(groups()))
            QVERIFY(FiguresFixture::end(edit, Qt::Key_Escape));
        fill(0, {u"250"_qs, u"30"_qs});
        const Design over = m_at->design();
        const int steps = m_at->steps();
        QVERIFY(m_at->press("applyLever0"));
        QCOMPARE(m_at->steps(), steps + 1);
        QCOMPARE(m_at->design().element({m_tenant})->properties.at(u"sync-interval-min"_qs), PropertyValue(4330));  // catalogue e.4
        QVERIFY(m_at->settle());
        QCOMPARE(verdict(), verdictWords(BudgetVerdict::Fits));
        m_at->window->actionsOf().undo->trigger();
        QVERIFY(m_at->design() == over);
        QVERIFY(m_at->settle());
        QVERIFY(m_at->press("applyLever1"));
        QVERIFY(m_at->settle());
        QCOMPARE(budget().secrets, 81);
        QCOMPARE(verdict(), verdictWords(BudgetVerdict::Fits));
    }

    void withoutAnIntervalItSaysWhatIsMissing()
    {
        m_at->editor().setProperty({m_tenant}, u"sync-interval-min"_qs, std::nullopt);
        QVERIFY(m_at->settle());
        QCOMPARE(m_at->figures().page(), FiguresPanel::Budget);
        QVERIFY2(sentence().contains(u"interval"_qs), qPrintable(sentence()));
        QVERIFY(!m_at->find<QWidget>("budgetChart")->isVisible());
        auto* interval = m_at->find<QWidget>("budgetInputs")->findChild<QLineEdit*>(u"field:sync-interval-min"_qs);
        QVERIFY(interval);
        interval->setFocus();
        QTest::keyClicks(interval, u"-5"_qs);
        QVERIFY(!m_at->design().element({m_tenant})->properties.count(u"sync-interval-min"_qs));
        interval->clear();
        QTest::keyClicks(interval, u"60"_qs);
        QTest::keyClick(interval, Qt::Key_Return);
        QVERIFY(m_at->settle());
        QCOMPARE(budget().intervals, 720);
        QVERIFY(m_at->find<QWidget>("budgetChart")->isVisible());
    }

    void theChartPaintsInBothThemes()
    {
        QVERIFY(m_at->press("addGroup"));
        QVERIFY(m_at->settle());
        const auto picture = [&] { return m_at->find<BudgetChart>("budgetChart")->grab().toImage(); };
        if (QLineEdit* edit = FiguresFixture::editorIn(groups()))
            QVERIFY(FiguresFixture::end(edit, Qt::Key_Escape));
        const QImage light = picture();
        m_theme.setDark(true);
        QVERIFY(m_at->settle());
        const QImage dark = picture();
        m_theme.setDark(false);
        QVERIFY(light != dark);
        QVERIFY(m_at->settle());
        // The chart follows the figures.
        fill(0, {u"250"_qs, u"30"_qs});
        QVERIFY(picture() != light);
    }
};

QTEST_MAIN(BudgetTest)
#include "budget_test.moc"

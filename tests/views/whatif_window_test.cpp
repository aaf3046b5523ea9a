// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "app/output.h"
#include "model/files/designfile.h"
#include "views/canvas/badge.h"
#include "views/canvas/canvasitem.h"
#include "views/canvas/canvasview.h"
#include "views/whatif/outlookcard.h"
#include "views/whatif/whatifmode.h"
#include "views/whatif/whatifpanel.h"
#include "views/whatif/whatifstrip.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

/// What-if in the real window on the best multi-site design: clicks on the canvas, what is drawn, what is said, scenarios.
class WhatIfWindowTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    CanvasView& canvas() { return m_window->canvas(); }
    WhatIfMode& mode() { return m_window->whatIf(); }
    const Design& design() { return m_window->editor().design(); }
    QString savedAs() { return m_folder->filePath(u"c3.redoubt.yaml"_qs); }

    CanvasItem* item(const QString& id)
    {
        for (QGraphicsItem* found : canvas().scene()->items())
            if (auto* each = qgraphicsitem_cast<CanvasItem*>(found); each && each->id() == id && each->drawn().role != DrawnRole::LinkLabel)
                return each;
        return nullptr;
    }
    QStringList classes(const QString& id)
    {
        const CanvasItem* found = item(id);
        return found ? found->drawn().classes : QStringList();
    }
    bool says(const QString& id, const QString& word)
    {
        for (const Shape2D& shape : item(id)->drawn().shapes)
            if (const auto* text = std::get_if<TextShape>(&shape); text && text->text == word)
                return true;
        return false;
    }
    void clickAt(QPointF point)
    {
        const QPoint at = canvas().mapFromScene(point);
        QTest::mouseMove(canvas().viewport(), at);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at);
    }
    /// A site by its heading, an element by its middle, a link by the middle of its longest run.
    void click(const QString& id)
    {
        const CanvasItem* found = item(id);
        QVERIFY2(found, qPrintable(id));
        if (!found->isLink()) {
            clickAt(found->drawn().role == DrawnRole::Container ? found->captionRect().center() : found->drawn().outline.center());
            return;
        }
        const QList<QPointF>& line = found->drawn().line;
        QPointF best = line.front();
        double longest = 0;
        for (qsizetype i = 1; i < line.size(); ++i)
            for (const double share : {0.5, 0.3, 0.7}) {
                const QPointF point = line[i - 1] + (line[i] - line[i - 1]) * share;
                const double length = QLineF(line[i - 1], line[i]).length();
                if (length > longest && canvas().idUnder(canvas().mapFromScene(point)) == id) {
                    longest = length;
                    best = point;
                }
            }
        clickAt(best);
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return !mode().isPending() && !m_window->analysis().isPending(); });
    }
    QMap<QString, QString> states()
    {
        QMap<QString, QString> result;
        for (const QFrame* chip : m_window->findChildren<QFrame*>(u"serviceChip"_qs))
            result.insert(chip->property("service").toString(), chip->property("state").toString());
        return result;
    }
    QString titleText() { return m_window->findChild<QLabel*>(u"whatIfTitle"_qs)->text(); }
    QDockWidget* dock(const char* name) { return m_window->findChild<QDockWidget*>(QString::fromLatin1(name)); }
    void turnOn()
    {
        m_window->actionsOf().whatIf->trigger();
        QVERIFY(settled());
        QTest::qWait(20);  // the view is fitted once the docks have gone
    }
    void save(const QString& name)
    {
        auto* field = m_window->findChild<QLineEdit*>(u"scenarioName"_qs);
        QTRY_VERIFY(field->isEnabled());
        field->setText(name);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(settled());
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
        QVERIFY(QFile::copy(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/ss-pm-c3.redoubt.yaml"), savedAs()));
        m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"settings.ini"_qs));
        m_window = std::make_unique<MainWindow>(m_catalog, m_rules, *m_preferences, m_theme);
        m_window->resize(1600, 1000);
        m_window->show();
        (void)QTest::qWaitForWindowActive(m_window.get());
        m_window->files().openFile(savedAs());
        QVERIFY(settled());
    }
    void cleanup()
    {
        m_window->editor().undoStack().setClean();
        m_window.reset();
    }

    void aSiteIsFailedAndRestored()
    {
        const Design before = design();
        turnOn();
        QVERIFY(m_window->findChild<WhatIfStrip*>()->isVisible());
        QVERIFY(dock("whatIf")->isVisible() && !dock("palette")->isVisible());
        for (const QString& state : states())
            QCOMPARE(state, u"working"_qs);
        QCOMPARE(classes(u"glb-layer-ss-to-lb-layer-ss-a"_qs), (QStringList{u"link"_qs, u"normal"_qs, u"in-use"_qs}));
        QCOMPARE(classes(u"glb-layer-ss-to-lb-layer-ss-b"_qs), (QStringList{u"link"_qs, u"failover"_qs, u"idle"_qs}));

        click(u"dc-a"_qs);
        QVERIFY(settled());
        QCOMPARE(mode().failed(), QStringList{u"dc-a"_qs});
        const QMap<QString, QString> now = states();
        QCOMPARE(now.value(u"ss-login"_qs), u"degraded"_qs);
        QCOMPARE(now.value(u"pm-console"_qs), u"needs-person"_qs);
        QCOMPARE(now.value(u"rotation@site-a"_qs), u"down"_qs);
        QCOMPARE(titleText(), u"What if Datacenter A is lost"_qs);
        // A mark, a word and a class each; never the colour alone.
        QVERIFY(classes(u"dc-a"_qs).contains(u"failed"_qs) && says(u"dc-a"_qs, u"Failed"_qs));
        QVERIFY(classes(u"ss-web-layer-a"_qs).contains(u"lost"_qs) && says(u"ss-web-layer-a"_qs, u"Lost"_qs));
        QVERIFY(classes(u"ss-web-1"_qs).contains(u"lost"_qs));
        QVERIFY(item(u"ss-web-1"_qs)->drawn().title.contains(u"Lost with Datacenter A"));
        QVERIFY(!classes(u"ss-web-4"_qs).contains(u"lost"_qs));
        QVERIFY(classes(u"glb-layer-ss-to-lb-layer-ss-b"_qs).contains(u"taking-over"_qs));
        QVERIFY(classes(u"glb-layer-ss-to-lb-layer-ss-a"_qs).contains(u"idle"_qs));
        QVERIFY(classes(u"listener-pm-to-db-layer-b"_qs).contains(u"after-people"_qs));
        // The taking-over link is solid.
        for (const Shape2D& shape : item(u"glb-layer-ss-to-lb-layer-ss-b"_qs)->drawn().shapes)
            if (const auto* path = std::get_if<PathShape>(&shape))
                QVERIFY(path->stroke.dashes.isEmpty());
        // Every service says why, and both figures given the failure; people's steps stand in order.
        const QList<OutlookCard*> cards = m_window->findChildren<OutlookCard*>();
        QCOMPARE(cards.size(), now.size());
        for (const OutlookCard* card : cards)
            QVERIFY(!card->findChild<QLabel*>(u"serviceReason"_qs)->text().isEmpty());
        const auto console = std::find_if(cards.begin(), cards.end(), [](const OutlookCard* c) { return c->service() == u"pm-console"; });
        const QString figures = (*console)->findChild<QLabel*>(u"serviceFigures"_qs)->text().replace(QChar(0xa0), u' ');
        QVERIFY2(figures.startsWith(u"Until somebody acts: 0 %. After that, while this lasts: 99."_qs), qPrintable(figures));
        QVERIFY(!m_window->findChildren<QWidget*>(u"personStep"_qs).isEmpty());
        QVERIFY(!m_window->findChildren<QWidget*>(u"recovery"_qs).isEmpty());

        click(u"dc-a"_qs);  // again: it is back
        QVERIFY(settled());
        QVERIFY(mode().failed().isEmpty());
        QVERIFY(!classes(u"dc-a"_qs).contains(u"failed"_qs));

        click(u"dc-a"_qs);
        click(u"sql-3"_qs);
        QVERIFY(settled());
        QCOMPARE(mode().failed().size(), 2);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(settled());
        QVERIFY(mode().isOn() && mode().failed().isEmpty());
        click(u"dc-a"_qs);
        QVERIFY(settled());
        m_window->activateWindow();
        auto* name = m_window->findChild<WhatIfPanel*>()->findChild<QLineEdit*>();
        name->setFocus();
        QTest::keyClick(name, Qt::Key_Escape);  // from the panel too
        QVERIFY(settled());
        QVERIFY(mode().isOn() && mode().failed().isEmpty());
        for (const QString& state : states())
            QCOMPARE(state, u"working"_qs);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(!mode().isOn());
        QVERIFY(!m_window->findChild<WhatIfStrip*>()->isVisible());
        QVERIFY(dock("palette")->isVisible() && !dock("whatIf")->isVisible());
        QCOMPARE(classes(u"dc-a"_qs), (QStringList{u"container"_qs, u"site"_qs}));
        QVERIFY(design() == before);
        QCOMPARE(m_window->editor().undoStack().count(), 0);
    }

    void linksAndMachinesFail()
    {
        turnOn();
        click(u"ss-users-to-glb-layer-ss"_qs);
        QVERIFY(settled());
        QCOMPARE(mode().failed(), QStringList{u"ss-users-to-glb-layer-ss"_qs});
        QCOMPARE(states().value(u"ss-login"_qs), u"down"_qs);
        QVERIFY(classes(u"ss-users-to-glb-layer-ss"_qs).contains(u"failed"_qs) && says(u"ss-users-to-glb-layer-ss"_qs, u"Failed"_qs));
        mode().restoreAll();
        click(u"glb-layer-ss-to-lb-layer-ss-a"_qs);
        QVERIFY(settled());
        QVERIFY2(classes(u"lb-ss-a"_qs).contains(u"lost"_qs), qPrintable(mode().failed().join(u' ')));
        QVERIFY(says(u"lb-ss-a"_qs, u"Lost"_qs));
        mode().restoreAll();
        click(u"ss-web-1"_qs);
        QVERIFY(settled());
        QVERIFY(classes(u"ss-web-1"_qs).contains(u"failed"_qs) && says(u"ss-web-1"_qs, u"Failed"_qs));
        // Two quick clicks are two clicks.
        const QPoint at = canvas().mapFromScene(item(u"ss-web-1"_qs)->drawn().outline.center());
        QTest::mouseDClick(canvas().viewport(), Qt::LeftButton, {}, at);
        QVERIFY(settled());
        QVERIFY(m_window->findChildren<QLineEdit*>(u"nameEditor"_qs).isEmpty());
    }

    void editingIsOffAndLookingAroundIsNot()
    {
        const Design before = design();
        turnOn();
        const QRectF rect = m_window->editor().placement().value(u"sql-3"_qs);
        const QPoint from = canvas().mapFromScene(rect.center());
        const QPointF seen = canvas().mapToScene(0, 0);
        QTest::mousePress(canvas().viewport(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i)
            QTest::mouseMove(canvas().viewport(), from + QPoint(10 * i, 5 * i));
        QTest::mouseRelease(canvas().viewport(), Qt::LeftButton, {}, from + QPoint(60, 30));
        QVERIFY(canvas().mapToScene(0, 0) != seen);  // dragged the view
        QVERIFY(mode().failed().isEmpty());
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F2, Qt::Key_Left})
            QTest::keyClick(&canvas(), key);
        for (const QAction* action : m_window->actionsOf().onEditing())
            QVERIFY(!action->isEnabled());
        QVERIFY(design() == before);
        QVERIFY(m_window->editor().selection().isEmpty());
        const double zoom = canvas().zoom();
        m_window->actionsOf().zoomIn->trigger();
        QVERIFY(canvas().zoom() > zoom);
        m_window->actionsOf().whatIf->trigger();
        QVERIFY(m_window->actionsOf().connectMode->isEnabled());
    }

    void badgesOfFindingsAreLeftOut()
    {
        const auto badges = [this] {
            int shown = 0;
            for (const QGraphicsItem* found : canvas().scene()->items())
                shown += qgraphicsitem_cast<const BadgeItem*>(found) ? 1 : 0;
            return shown;
        };
        QTRY_VERIFY(badges() > 0);
        const int before = badges();
        turnOn();
        QCOMPARE(badges(), 0);
        m_window->actionsOf().whatIf->trigger();
        QCOMPARE(badges(), before);
    }

    void scenariosAreSavedShownAndUndone()
    {
        turnOn();
        click(u"dc-a"_qs);
        QVERIFY(settled());
        save(u"Site A lost"_qs);
        QCOMPARE(design().scenarios, (std::vector<Scenario>{{u"Site A lost"_qs, {u"dc-a"_qs}, {}}}));
        QCOMPARE(m_window->editor().undoStack().undoText(), u"Save the scenario Site A lost"_qs);
        QCOMPARE(titleText(), u"Site A lost"_qs);
        click(u"sql-3"_qs);
        QVERIFY(settled());
        save(u"Site A and one server"_qs);
        QCOMPARE(design().scenarios.size(), size_t(2));
        // Saved in the file, in its place.
        m_window->actionsOf().save->trigger();
        QCOMPARE(readDesignFile(savedAs(), m_catalog).design.scenarios, design().scenarios);

        // Stepped through by key, as when presenting.
        QVERIFY(settled());
        m_window->actionsOf().restoreAll->trigger();
        QVERIFY(settled());
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);
        QVERIFY(settled());
        QCOMPARE(mode().shown(), u"Site A lost"_qs);
        QCOMPARE(states().value(u"pm-console"_qs), u"needs-person"_qs);
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);
        QVERIFY(settled());
        QCOMPARE(mode().shown(), u"Site A and one server"_qs);
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);  // the last stays
        QCOMPARE(mode().place(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_PageUp);
        QTest::keyClick(m_window.get(), Qt::Key_PageUp);
        QVERIFY(settled());
        QVERIFY(mode().failed().isEmpty());

        QVERIFY(mode().rename(u"Site A lost"_qs, u"A lost"_qs));
        QVERIFY(!mode().rename(u"A lost"_qs, u"Site A and one server"_qs));
        mode().remove(u"Site A and one server"_qs);
        QCOMPARE(design().scenarios.size(), size_t(1));
        QUndoStack& undo = m_window->editor().undoStack();
        undo.undo();
        undo.undo();
        QCOMPARE(design().scenarios.size(), size_t(2));
        QCOMPARE(design().scenarios[0].name, u"Site A lost"_qs);
        while (undo.canUndo())
            undo.undo();
        QVERIFY(design().scenarios.empty());
    }

    void anEditIsFollowedAtOnce()
    {
        turnOn();
        click(u"ss-web-1"_qs);
        click(u"dc-a"_qs);
        QVERIFY(settled());
        QCOMPARE(states().value(u"ss-login"_qs), u"degraded"_qs);
        // Without the second site nothing is left.
        m_window->editor().apply(edits::remove(design(), m_catalog, {u"dc-b"_qs}), u"Remove the site"_qs);
        QVERIFY(settled());
        QCOMPARE(states().value(u"ss-login"_qs), u"down"_qs);
        m_window->editor().apply(edits::remove(design(), m_catalog, {u"ss-web-1"_qs}), u"Remove the server"_qs);
        QVERIFY(settled());
        QCOMPARE(mode().failed(), QStringList{u"dc-a"_qs});
        m_window->editor().undoStack().undo();
        m_window->editor().undoStack().undo();
        QVERIFY(settled());
        QCOMPARE(states().value(u"ss-login"_qs), u"degraded"_qs);
        // Another design ends it.
        m_window->files().newDesign();
        QVERIFY(!mode().isOn() && !m_window->actionsOf().whatIf->isChecked());
    }

    void theExportOffersWhatIsShown()
    {
        turnOn();
        click(u"dc-a"_qs);
        QVERIFY(settled());
        const ExportInput input{design(), m_catalog, m_window->analysis().report()};
        {
            ExportDialog dialog(input, nullptr, mode().current(), *m_preferences, m_theme);
            QCOMPARE(dialog.findChild<QComboBox*>(u"exportScenario"_qs)->currentText(), u"What has failed now"_qs);
            QCOMPARE(dialog.options().whatIf->fails, QStringList{u"dc-a"_qs});
        }
        save(u"Site A lost"_qs);
        ExportDialog dialog(input, nullptr, mode().current(), *m_preferences, m_theme);
        auto* box = dialog.findChild<QComboBox*>(u"exportScenario"_qs);
        QCOMPARE(box->currentText(), u"Site A lost"_qs);
        const QByteArray svg = exporterFor(u"svg"_qs)->write(input, dialog.options());
        for (const char* part : {"class=\"container site failed\"", "taking-over\"", ">Site A lost<", ">Needs a person<", ">Down<", "class=\"what-if\""})
            QVERIFY2(svg.contains(part), part);
        box->setCurrentIndex(0);
        QVERIFY(!dialog.options().whatIf);
    }

    void presentingKeepsTheStrip()
    {
        turnOn();
        click(u"dc-a"_qs);
        QVERIFY(settled());
        save(u"Site A lost"_qs);
        m_window->actionsOf().present->setChecked(true);
        QVERIFY(m_window->findChild<WhatIfStrip*>()->isVisible());
        QVERIFY(!dock("whatIf")->isVisible());
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(mode().failed().isEmpty());
        QTest::keyClick(&canvas(), Qt::Key_PageDown);  // the menu bar is hidden, its keys are not
        QVERIFY(settled());
        QCOMPARE(mode().failed(), QStringList{u"dc-a"_qs});
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(m_window->actionsOf().present->isChecked() && mode().failed().isEmpty());
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(m_window->actionsOf().present->isChecked() && !mode().isOn());
        QTest::keyClick(&canvas(), Qt::Key_F9);
        QVERIFY(mode().isOn());
        QTest::keyClick(&canvas(), Qt::Key_F9);
        m_window->actionsOf().present->setChecked(false);
        QVERIFY(dock("palette")->isVisible() && !dock("whatIf")->isVisible());
    }
};

QTEST_MAIN(WhatIfWindowTest)
#include "whatif_window_test.moc"

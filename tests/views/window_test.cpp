// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/banner.h"
#include "app/designcard.h"
#include "app/mainwindow.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "model/files/tree.h"
#include "views/canvas/canvasview.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

namespace {

using Answer = FileQuestions::Answer;

/// Answers that a test puts in, and what was asked.
struct Answers {
    Answer unsaved = Answer::Cancel;
    bool loseComments = false;
    QString open;
    QString save;
    QStringList asked;

    FileQuestions questions()
    {
        FileQuestions made;
        made.unsaved = [this](const QString&) {
            asked.append(QStringLiteral("unsaved"));
            return unsaved;
        };
        made.loseComments = [this](const QString&) {
            asked.append(QStringLiteral("comments"));
            return loseComments;
        };
        made.pathToOpen = [this](const QString&) { return open; };
        made.pathToSave = [this](const QString&) { return save; };
        return made;
    }
};

}  // namespace

/// The whole window: files, questions, recovery, what is remembered.
class WindowTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    Answers m_answers;

    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    struct Opened {
        std::unique_ptr<Preferences> preferences;
        std::unique_ptr<MainWindow> window;
        MainWindow* operator->() const { return window.get(); }
    };

    Opened open()
    {
        Opened opened;
        opened.preferences = std::make_unique<Preferences>(path("settings.ini"));
        opened.window = std::make_unique<MainWindow>(m_catalog, m_rules, *opened.preferences, m_theme, m_answers.questions());
        opened->show();
        return opened;
    }

    void write(const QString& file, const QByteArray& text)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

    static Banner* banner(const Opened& window, const char* name)
    {
        for (Banner* found : window->findChildren<Banner*>()) {
            if (found->accessibleName() == QString::fromLatin1(name))
                return found;
        }
        return nullptr;
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
        m_answers = {};
    }

    void whatIsSavedOpensAgain()
    {
        Opened window = open();
        QVERIFY(!window->files().hasDesign());
        window->actionsOf().newDesign->trigger();
        QVERIFY(window->files().hasDesign());
        window->editor().add(u"site"_qs, {400, 300});
        window->editor().add(u"ss-web"_qs, {400, 300});
        QVERIFY(window->isWindowModified());
        m_answers.save = path("first");
        window->actionsOf().save->trigger();
        QVERIFY(!window->isWindowModified());
        QCOMPARE(window->files().path(), path("first.redoubt.yaml"));
        QVERIFY(window->windowTitle().startsWith(u"first"_qs));
        const Design saved = window->editor().design();
        window->actionsOf().closeDesign->trigger();
        QVERIFY(!window->files().hasDesign());
        m_answers.open = path("first.redoubt.yaml");
        window->actionsOf().open->trigger();
        QVERIFY(window->editor().design() == saved);
        QVERIFY(m_answers.asked.isEmpty());
    }

    void unsavedChangesAreAskedAbout()
    {
        Opened window = open();
        window->actionsOf().newDesign->trigger();
        window->editor().add(u"site"_qs, {400, 300});
        m_answers.unsaved = Answer::Cancel;
        QVERIFY(!window->close());
        QVERIFY(window->isVisible());
        window->actionsOf().newDesign->trigger();
        QCOMPARE(window->editor().design().elements.size(), 1);
        QCOMPARE(m_answers.asked.size(), 2);

        m_answers.unsaved = Answer::Save;
        m_answers.save = path("kept.redoubt.yaml");
        window->actionsOf().newDesign->trigger();
        QVERIFY(QFile::exists(m_answers.save));
        QVERIFY(window->editor().design().elements.isEmpty());

        window->editor().add(u"site"_qs, {400, 300});
        // Save, then no path: nothing is lost.
        m_answers.save.clear();
        QVERIFY(!window->close());
        m_answers.unsaved = Answer::Discard;
        QVERIFY(window->close());
    }

    void commentsAreNotLostUnasked()
    {
        const QString file = path("commented.redoubt.yaml");
        const QByteArray text = "# by hand\nformat: redoubt/1\ntitle: Commented\nelements:\n  dc-a: {kind: site, name: A}\n";
        write(file, text);
        Opened window = open();
        window->start(file);
        QVERIFY(window->files().hasDesign());
        window->editor().rename(u"dc-a"_qs, u"B"_qs);
        window->actionsOf().save->trigger();
        QCOMPARE(m_answers.asked, QStringList {u"comments"_qs});
        QCOMPARE(readFile(file), text);
        QVERIFY(window->isWindowModified());
        m_answers.loseComments = true;
        window->actionsOf().save->trigger();
        QVERIFY(!window->isWindowModified());
        QVERIFY(readFile(file) != text);
        m_answers.asked.clear();
        window->editor().rename(u"dc-a"_qs, u"C"_qs);
        window->actionsOf().save->trigger();
        QVERIFY(m_answers.asked.isEmpty());
    }

    void aBadFileLeavesTheOpenDesign()
    {
        Opened window = open();
        window->start(path("missing.redoubt.yaml"));
        QVERIFY(!window->files().hasDesign());
        QVERIFY(banner(window, "File problems")->isVisible());

        window->actionsOf().newDesign->trigger();
        QVERIFY(!banner(window, "File problems")->isVisible());
        window->editor().add(u"site"_qs, {400, 300});
        const Design before = window->editor().design();
        write(path("bad.redoubt.yaml"), "format: redoubt/1\nelements:\n  a: {kind: no-such-kind}\n  b: {kind: site, colour: red}\n");
        m_answers.unsaved = Answer::Discard;
        m_answers.open = path("bad.redoubt.yaml");
        window->actionsOf().open->trigger();
        QVERIFY(window->editor().design() == before);
        QVERIFY(window->isWindowModified());
        QVERIFY(banner(window, "File problems")->isVisible());
        auto* lines = banner(window, "File problems")->findChild<QListWidget*>(u"problems"_qs);
        QCOMPARE(lines->count(), 2);
        QVERIFY(lines->item(0)->text().startsWith(u"line 3, column "_qs));
    }

    void aCrashLosesAtMostTheLastSeconds()
    {
        const QString file = path("crash.redoubt.yaml");
        write(file, "format: redoubt/1\ntitle: Crash\nelements:\n  dc-a: {kind: site, name: A}\n");
        {
            Opened window = open();
            window->start(file);
            window->editor().rename(u"dc-a"_qs, u"Renamed"_qs);
            const auto copies = [this] { return QDir(m_folder->path()).entryList({u".*recovery"_qs}, QDir::Files | QDir::Hidden); };
            QTRY_VERIFY_WITH_TIMEOUT(!copies().isEmpty(), 5000);
            // Torn down without closing: what a crash leaves.
        }
        QCOMPARE(readFile(file).contains("Renamed"), false);
        {
            Opened window = open();
            window->start(file);
            QVERIFY(banner(window, "Recovery")->isVisible());
            QCOMPARE(window->editor().design().element(ElementId {u"dc-a"_qs})->name, u"A"_qs);
            for (QPushButton* button : banner(window, "Recovery")->findChildren<QPushButton*>()) {
                if (button->text() == u"Open the copy"_qs)
                    button->click();
            }
            QCOMPARE(window->editor().design().element(ElementId {u"dc-a"_qs})->name, u"Renamed"_qs);
            QVERIFY(window->isWindowModified());
            QCOMPARE(window->files().path(), file);
            window->actionsOf().save->trigger();
            QVERIFY(window->close());
        }
        QVERIFY(readFile(file).contains("Renamed"));
        QVERIFY(leftoversOf(file).empty());
    }

    void aCleanCloseLeavesNoCopy()
    {
        const QString file = path("clean.redoubt.yaml");
        write(file, "format: redoubt/1\ntitle: Clean\nelements:\n  dc-a: {kind: site, name: A}\n");
        Opened window = open();
        window->start(file);
        window->editor().rename(u"dc-a"_qs, u"B"_qs);
        QTest::qWait(3200);
        m_answers.unsaved = Answer::Discard;
        QVERIFY(window->close());
        QVERIFY(leftoversOf(file).empty());
        QCOMPARE(QDir(m_folder->path()).entryList({u"*recovery*"_qs}, QDir::Files | QDir::Hidden), QStringList());
    }

    void theWindowIsRemembered()
    {
        {
            Opened window = open();
            window->actionsOf().newDesign->trigger();
            window->findChild<QDockWidget*>(u"outline"_qs)->hide();
            window->actionsOf().darkTheme->setChecked(true);
            QVERIFY(window->close());
        }
        {
            Opened window = open();
            window->actionsOf().newDesign->trigger();
            QVERIFY(window->findChild<QDockWidget*>(u"outline"_qs)->isHidden());
            QVERIFY(!window->findChild<QDockWidget*>(u"inspector"_qs)->isHidden());
            QCOMPARE(window.preferences->theme(), Preferences::ThemeChoice::Dark);
            QVERIFY(window->close());
        }
        m_theme.setDark(false);
    }

    void aKeyHidesAllPanels()
    {
        Opened window = open();
        window->actionsOf().newDesign->trigger();
        const auto shown = [&] {
            int count = 0;
            for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
                count += dock->isHidden() ? 0 : 1;
            return count;
        };
        QCOMPARE(shown(), 5);
        window->actionsOf().hidePanels->trigger();
        QCOMPARE(shown(), 0);
        window->actionsOf().hidePanels->trigger();
        QCOMPARE(shown(), 5);
    }

    void thePublishedDesignsOpenAsCopies()
    {
        Opened window = open();
        const std::vector<ReferenceDesign> references = referenceDesigns();
        QVERIFY(!references.empty());
        auto* card = window->findChild<DesignCard*>(QStringLiteral("reference:") + references.front().id);
        QVERIFY(card);
        QTest::mouseClick(card, Qt::LeftButton);
        QVERIFY(window->files().hasDesign());
        QVERIFY(window->files().path().isEmpty());
        QVERIFY(!window->isWindowModified());
        QVERIFY(!window->editor().design().elements.isEmpty());
    }

    void recentFilesAreKeptNewestFirst()
    {
        Preferences preferences(path("settings.ini"));
        for (int i = 0; i < 14; ++i)
            preferences.addRecentFile(path(qPrintable(QStringLiteral("f%1").arg(i))));
        preferences.addRecentFile(path("f9"));
        QCOMPARE(preferences.recentFiles().size(), 10);
        QCOMPARE(preferences.recentFiles().first(), path("f9"));
        QCOMPARE(preferences.recentFiles().count(path("f9")), 1);
        preferences.removeRecentFile(path("f9"));
        QVERIFY(!preferences.recentFiles().contains(path("f9")));
    }

    void aFileIsDroppedOnTheWindow()
    {
        const QString file = path("dropped.redoubt.yaml");
        write(file, "format: redoubt/1\ntitle: Dropped\nelements:\n  dc-a: {kind: site, name: A}\n");
        Opened window = open();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.window.get(), &drop);
        QCOMPARE(window->files().path(), file);
    }

    void thePaletteAddsWhereTheUserLooks()
    {
        Opened window = open();
        window->actionsOf().newDesign->trigger();
        auto* search = window->findChild<QLineEdit*>(u"paletteSearch"_qs);
        QTest::keyClicks(search, u"ss-web"_qs);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(window->editor().design().elements.size(), 1);
        QCOMPARE(window->editor().selection().size(), 1);
        QTRY_VERIFY(!window->analysis().isPending());
        QVERIFY(!window->analysis().report().findings.empty());
        window->actionsOf().undo->trigger();
        QVERIFY(window->editor().design().elements.isEmpty());
    }

    void theGalleryIsSearched()
    {
        Opened window = open();
        const auto cards = [&window] {
            QStringList ids;
            for (const DesignCard* card : window->findChildren<DesignCard*>())
                if (card->objectName().startsWith(u"reference:"_qs) && card->isVisible())
                    ids << card->objectName().section(u':', 1);
            return ids;
        };
        const size_t all = referenceDesigns().size();
        QCOMPARE(size_t(cards().size()), all);
        auto* search = window->findChild<QLineEdit*>(u"gallerySearch"_qs);
        QTest::keyClicks(search, u"ss-dsv a1"_qs);
        QCOMPARE(cards(), QStringList {u"ss-dsv-a1"_qs});
        search->setText(u"B-1"_qs);  // as the vendor's pages number it
        QCOMPARE(cards(), (QStringList {u"ss-pm-b1"_qs, u"ss-dsv-b1"_qs}));
        search->setText(u"no such design"_qs);
        QVERIFY(cards().isEmpty());
        search->clear();
        QCOMPARE(size_t(cards().size()), all);
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"

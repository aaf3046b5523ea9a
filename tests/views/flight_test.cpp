// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "model/files/designfile.h"
#include "views/canvas/canvasview.h"
#include "views/palette/palettemodel.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

namespace {

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

}  // namespace

/// A whole design, made by hand in the real window: mouse and keyboard, nothing else. Only files are named by the test
/// instead of in a file dialog.
class FlightTest : public QObject {
    Q_OBJECT

    Catalog m_catalog = builtinCatalog();
    RuleSet m_rules = builtinRules();
    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    const Design& design() const { return m_window->editor().design(); }
    CanvasView& canvas() const { return m_window->canvas(); }
    QWidget* paper() const { return canvas().viewport(); }
    QRectF rect(const QString& id) const { return m_window->editor().placement().value(id); }
    QPoint at(QPointF point) const { return canvas().mapFromScene(point); }
    QPoint centre(const QString& id) const { return at(rect(id).center()); }

    void move(QPoint to, Qt::MouseButtons buttons = Qt::NoButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, paper()->mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(paper(), &event);
    }
    void click(QPoint where, Qt::KeyboardModifiers modifiers = {})
    {
        move(where);
        QTest::mouseClick(paper(), Qt::LeftButton, modifiers, where);
    }
    void drag(QPoint from, QPoint to)
    {
        move(from);
        QTest::mousePress(paper(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i)
            move(from + (to - from) * i / 6, Qt::LeftButton);
        QTest::mouseRelease(paper(), Qt::LeftButton, {}, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_window->activateWindow();  // a menu may have been the active one
        (void)QTest::qWaitForWindowActive(m_window.get());
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }

    /// Searches the palette for a kind and lets what its drag carries pass over the canvas and fall.
    QString place(const char* kind, QPointF point)
    {
        auto* search = m_window->findChild<QLineEdit*>(latin("paletteSearch"));
        search->setFocus();
        search->selectAll();
        QTest::keyClicks(search, latin(kind));
        auto* tree = m_window->findChild<QTreeView*>(latin("paletteTree"));
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), PaletteModel::KindRole, latin(kind), 1,
                                                           Qt::MatchExactly | Qt::MatchRecursive);
        if (found.isEmpty())
            return {};
        const QStringList before = ids();
        const std::unique_ptr<QMimeData> data(tree->model()->mimeData(found));
        QDragEnterEvent enter(at(point), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(paper(), &enter);
        QDragMoveEvent over(at(point), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(paper(), &over);
        QDropEvent drop(at(point), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(paper(), &drop);
        search->clear();
        for (const QString& id : m_window->editor().selection())
            if (!before.contains(id))
                return id;
        return {};
    }
    QStringList ids() const
    {
        QStringList result;
        for (const ElementId& id : design().elements.keys())
            result << id.value;
        return result;
    }

    /// Hovers an element, pulls from the anchor at one of its sides onto another; takes the first connection offered.
    QString link(const QString& from, const QString& to)
    {
        const QList<LinkId> before = design().links.keys();
        click(at({-60, -60}));
        move(centre(from));
        drag(at({rect(from).center().x(), rect(from).bottom()}) + QPoint(0, 14), centre(to));
        for (QMenu* menu : m_window->findChildren<QMenu*>(latin("linkMenu")))
            if (menu->isVisible())
                QTest::keyClick(menu, Qt::Key_Return);
        for (const LinkId& id : design().links.keys())
            if (!before.contains(id))
                return id.value;
        return {};
    }

    /// Selects by clicks, opens the menu of the right button and takes a group from it.
    QString group(const char* kind, const QStringList& members)
    {
        const QList<GroupId> before = design().groups.keys();
        click(at({-60, -60}));
        for (const QString& id : members)
            click(centre(id), Qt::ShiftModifier);
        const QPoint where = centre(members.front());
        QContextMenuEvent event(QContextMenuEvent::Mouse, where, paper()->mapToGlobal(where));
        QApplication::sendEvent(paper(), &event);
        for (QMenu* menu : m_window->findChildren<QMenu*>(latin("canvasMenu"))) {
            if (!menu->isVisible())
                continue;
            QAction* wanted = menu->findChild<QAction*>(latin("group-") + latin(kind));
            auto* sub = wanted ? qobject_cast<QMenu*>(wanted->parent()) : nullptr;
            if (!sub)
                continue;
            for (int i = 0; i < 50 && menu->activeAction() != sub->menuAction(); ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Right);
            for (int i = 0; i < 50 && sub->activeAction() != wanted; ++i)
                QTest::keyClick(sub, Qt::Key_Down);
            QTest::keyClick(sub, Qt::Key_Return);
        }
        for (const GroupId& id : design().groups.keys())
            if (!before.contains(id))
                return id.value;
        return {};
    }

    /// Clicks an element and types into one of its fields in the inspector.
    bool type(const QString& id, const char* property, const char* words)
    {
        click(at({-60, -60}));
        click(centre(id));
        auto* field = m_window->findChild<QLineEdit*>(latin("field:") + latin(property));
        if (!field)
            return false;
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, latin(words));
        QTest::keyClick(field, Qt::Key_Return);
        canvas().setFocus();
        return find(design().element({id})->properties, latin(property));
    }

    /// The report of the design as it stands now.
    QStringList rulesThatFire()
    {
        if (!QTest::qWaitFor([this] { return !m_window->analysis().isPending(); }, 20000))
            return {latin("no report")};
        QStringList result;
        for (const Finding& finding : m_window->analysis().report().findings)
            result << finding.rule;
        return result;
    }
    bool fires(const char* rule) { return rulesThatFire().contains(latin(rule)); }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        FileQuestions questions;
        questions.unsaved = [](const QString&) { return FileQuestions::Answer::Discard; };
        questions.loseComments = [](const QString&) { return true; };
        questions.pathToOpen = [this](const QString&) { return m_folder.filePath(latin("flight.redoubt.yaml")); };
        questions.pathToSave = [this](const QString&) { return m_folder.filePath(latin("flight.redoubt.yaml")); };
        m_preferences = std::make_unique<Preferences>(m_folder.filePath(latin("settings.ini")));
        m_window = std::make_unique<MainWindow>(m_catalog, m_rules, *m_preferences, m_theme, questions);
        m_window->resize(2600, 1900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void fromAnEmptyCanvasToASavedDesign()
    {
        auto* fresh = m_window->findChild<QPushButton*>(latin("startNew"));
        QVERIFY(fresh);
        QTest::mouseClick(fresh, Qt::LeftButton);
        QVERIFY(m_window->files().hasDesign());
        const Design start = design();
        key(Qt::Key_1, Qt::ControlModifier);
        canvas().centerOn(550, 420);

        // Two sites side by side, made larger by their lower right corners.
        const QString a = place("site", {200, 300});
        const QString b = place("site", {900, 300});
        QVERIFY(!a.isEmpty() && !b.isEmpty());
        for (const QString& site : {b, a}) {
            click(at({-60, -60}));
            drag(at({rect(site).left() + 1, rect(site).center().y()}), at({rect(site).left() + 1, rect(site).center().y()}));
            const QPointF corner = rect(site).bottomRight();
            drag(at(corner), at(rect(site).topLeft() + QPointF(500, 620)));
            QVERIFY(rect(site).width() > 450);
            QVERIFY(rect(site).height() > 560);
        }
        const auto in = [this](const QString& site, double x, double y) { return rect(site).topLeft() + QPointF(x, y); };

        const QString users = place("user-ss", {400, -20});
        const QString balancer = place("load-balancer", in(a, 250, 90));
        const QString web1 = place("ss-web", in(a, 130, 260));
        QVERIFY(fires("GEN-003"));
        const QString web2 = place("ss-web", in(a, 370, 260));
        const QString sql1 = place("sql-server", in(a, 250, 480));
        const QString sql2 = place("sql-server", in(b, 250, 480));
        const QString listener = place("ag-listener", in(b, 250, 200));
        for (const QString& id : {balancer, web1, web2, sql1})
            QCOMPARE(design().element({id})->in.value, a);
        QCOMPARE(design().element({sql2})->in.value, b);

        QVERIFY(fires("LB-008"));
        QVERIFY(!link(users, balancer).isEmpty());
        QVERIFY(!link(balancer, web1).isEmpty());
        QVERIFY(!link(balancer, web2).isEmpty());
        QVERIFY(!fires("LB-008"));
        QVERIFY(fires("WEB-001"));
        QVERIFY(!link(web1, listener).isEmpty());
        QVERIFY(!link(web2, listener).isEmpty());
        QVERIFY(!link(listener, sql1).isEmpty());
        QVERIFY(!link(listener, sql2).isEmpty());
        QVERIFY(link(users, sql1).isEmpty());  // not in the catalog

        // A cluster of two without a witness is an error until it has one in a third place.
        QVERIFY(type(sql1, "votes", "1"));
        QVERIFY(type(sql2, "votes", "1"));
        const QString cluster = group("wsfc", {sql1, sql2});
        QVERIFY(!cluster.isEmpty());
        QVERIFY2(fires("QRM-001"), qPrintable(rulesThatFire().join(u' ')));
        canvas().setFocus();
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(design().groups.isEmpty(), qPrintable(m_window->editor().undoStack().undoText()));
        const QString c = place("site", {300, 1000});
        const QString quorum = place("witness", rect(c).center());
        QCOMPARE(design().element({quorum})->in.value, c);
        QVERIFY(!link(sql1, quorum).isEmpty());
        QVERIFY(!link(sql2, quorum).isEmpty());
        const QString wsfc = group("wsfc", {sql1, sql2, quorum});
        QVERIFY(!wsfc.isEmpty());
        QCOMPARE(textAt(design().group({wsfc})->properties, latin("witness")), quorum);
        QVERIFY(!fires("QRM-001"));

        const QString ag = group("availability-group", {sql1, sql2, listener});
        QVERIFY(!ag.isEmpty());
        QCOMPARE(int(design().group({ag})->members.size()), 2);
        QCOMPARE(textAt(design().group({ag})->properties, latin("listener")), listener);
        // The group carries no database yet, so the web servers have none.
        QVERIFY(fires("WEB-001"));
        auto* add = m_window->findChild<QToolButton*>(latin("add:databases"));
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        auto* product = m_window->findChild<QComboBox*>(latin("field:product"));
        QVERIFY(product);
        product->setFocus();
        QTest::keyClicks(product, latin("Secret Server"));
        QVERIFY2(!fires("WEB-001"), qPrintable(product->currentText()));
        QVERIFY(!link(sql1, sql2).isEmpty());
        QVERIFY(!fires("SQL-027"));
        QVERIFY(!fires("GEN-003"));

        // A name typed where it stands.
        click(centre(web1));
        key(Qt::Key_F2);
        QWidget* field = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit*>(field));
        QTest::keyClicks(field, latin("Front"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(design().element({web1})->name, latin("Front"));

        // Undo to the start, redo to the end.
        const Design end = design();
        canvas().setFocus();
        for (int i = 0; i < 200 && m_window->editor().undoStack().canUndo(); ++i)
            key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(design() == start);
        for (int i = 0; i < 200 && m_window->editor().undoStack().canRedo(); ++i)
            key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(design() == end);

        key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(QFile::exists(m_folder.filePath(latin("flight.redoubt.yaml"))));
        QVERIFY(!m_window->isWindowModified());
        key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_window->files().hasDesign());
        key(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_window->files().hasDesign());
        QVERIFY(design() == end);
    }

    void cleanupTestCase() { m_window.reset(); }
};

QTEST_MAIN(FlightTest)
#include "flight_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"
#include "views/canvas/canvasview.h"
#include "views/palette/palettemodel.h"

#include <QtTest>
#include <QtWidgets>

using namespace redoubt;

namespace {

const char* const childMark = "REDOUBT_TRUE_DRAG";

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

/// Presses on a kind of the palette, carries it over the canvas and lets go: by the X server's own pointer.
void dragKind(MainWindow& window, const char* kind, QPointF to)
{
    auto* tree = window.findChild<QTreeView*>(latin("paletteTree"));
    const QModelIndex index = tree->model()
                                  ->match(tree->model()->index(0, 0), PaletteModel::KindRole, latin(kind), 1,
                                          Qt::MatchExactly | Qt::MatchRecursive)
                                  .value(0);
    tree->scrollTo(index);
    QTest::qWait(200);
    const QPoint from = tree->viewport()->mapToGlobal(tree->visualRect(index).center());
    QWidget* paper = window.canvas().viewport();
    const QPoint target = paper->mapToGlobal(window.canvas().mapFromScene(to));
    QStringList steps{latin("mousemove"), QString::number(from.x()), QString::number(from.y()), latin("sleep"), latin("0.2"),
                      latin("mousedown"), latin("1")};
    for (int i = 1; i <= 10; ++i) {
        const QPoint at = from + (target - from) * i / 10;
        steps << latin("sleep") << latin("0.08") << latin("mousemove") << QString::number(at.x()) << QString::number(at.y());
    }
    steps << latin("sleep") << latin("0.3") << latin("mouseup") << latin("1");
    QProcess pointer;
    const qsizetype before = window.editor().design().elements.size();
    pointer.start(latin("xdotool"), steps);
    (void)QTest::qWaitFor([&] { return window.editor().design().elements.size() > before; }, 20000);
    pointer.waitForFinished();
}

/// In the child, on the X server that the parent started. Returns what went wrong; empty: nothing.
QString dragOnX()
{
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(latin("settings.ini")));
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    Theme theme;
    FileQuestions questions;
    questions.unsaved = [](const QString&) { return FileQuestions::Answer::Discard; };
    MainWindow window(catalog, rules, preferences, theme, questions);
    window.resize(1400, 900);
    window.show();
    if (!QTest::qWaitForWindowActive(&window, 20000))
        return latin("the window never became active");
    window.files().newDesign();
    QTest::qWait(500);
    window.canvas().setZoom(1);
    dragKind(window, "site", window.canvas().middle());
    const Design& design = window.editor().design();
    if (design.elements.size() != 1 || design.elements.first()->kind != u"site")
        return latin("no site after the first drag");
    const QString site = design.elements.firstKey().value;
    dragKind(window, "ss-web", window.editor().placement().value(site).center());
    if (design.elements.size() != 2)
        return latin("no web server after the second drag");
    for (const auto& element : design.elements)
        if (element->kind == u"ss-web" && element->in.value != site)
            return latin("the web server does not stand in the site");
    return {};
}

}  // namespace

/// One true drag from the palette to the canvas, on an X server and a window manager of its own.
class TrueDragTest : public QObject {
    Q_OBJECT

    QProcess m_server, m_manager;

    static void stop(QProcess& process)
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(5000);
    }

private slots:
    void aKindDraggedFromThePaletteLandsOnTheCanvas()
    {
        for (const char* program : {"Xvfb", "openbox", "xdotool"})
            if (QStandardPaths::findExecutable(latin(program)).isEmpty())
                QFAIL(qPrintable(latin("%1 is not installed; ./dev test installs it").arg(latin(program))));
        // The server picks a free display and prints its number.
        m_server.start(latin("Xvfb"), {latin("-displayfd"), latin("1"), latin("-screen"), latin("0"), latin("1600x1000x24"),
                                       latin("-nolisten"), latin("tcp")});
        QVERIFY(m_server.waitForReadyRead(20000));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(latin("DISPLAY"), latin(":%1").arg(QString::fromLatin1(m_server.readLine()).trimmed()));
        environment.insert(latin("QT_QPA_PLATFORM"), latin("xcb"));
        environment.insert(latin(childMark), latin("1"));
        m_manager.setProcessEnvironment(environment);
        m_manager.start(latin("openbox"), {});
        QVERIFY(m_manager.waitForStarted());
        QTest::qWait(500);
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {});
        const bool ended = child.waitForFinished(120000);
        if (!ended)
            stop(child);
        QVERIFY2(ended && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0,
                 child.readAll().constData());
    }

    void cleanupTestCase()
    {
        stop(m_manager);
        stop(m_server);
    }
};

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsSet(childMark)) {
        const QApplication application(argc, argv);
        QStandardPaths::setTestModeEnabled(true);
        const QString wrong = dragOnX();
        if (!wrong.isEmpty())
            qWarning().noquote() << wrong;
        return wrong.isEmpty() ? 0 : 1;
    }
    QCoreApplication application(argc, argv);
    TrueDragTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "true_drag_test.moc"

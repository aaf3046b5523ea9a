// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

const QString sourceDir = QStringLiteral(REDOUBT_SOURCE_DIR);

QStringList sourcesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(sourceDir + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

QStringList linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

}  // namespace

/// The house plan: app -> views -> render -> model, and nothing points back. The link libraries enforce most of it; a
/// spelled-out `<QtGui/...>` or a project path would still compile, so the text is searched as well.
class ArchitectureTest : public QObject {
    Q_OBJECT

private slots:
    void arrowsPointOneWay_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("forbidden");
        const QStringList widgets{QStringLiteral("QtWidgets"), QStringLiteral("QtPrintSupport"),
                                  QStringLiteral("QApplication"), QStringLiteral("QWidget")};
        const QStringList panels{QStringLiteral("views/editing"), QStringLiteral("views/canvas"),
                                 QStringLiteral("views/palette"), QStringLiteral("views/inspector"),
                                 QStringLiteral("views/findings"), QStringLiteral("views/estimates"),
                                 QStringLiteral("views/whatif")};
        const QStringList gui{QStringLiteral("QtGui"), QStringLiteral("QtSvg"), QStringLiteral("QPainter"),
                              QStringLiteral("QColor"), QStringLiteral("QFont"), QStringLiteral("QImage")};
        const QStringList app{QStringLiteral("app/")};
        QTest::newRow("model") << "model" << gui + widgets + app + QStringList{QStringLiteral("views/")};
        QTest::newRow("render") << "views/render" << widgets + panels + app + QStringList{QStringLiteral("views/export")};
        QTest::newRow("export") << "views/export" << widgets + panels + app;
        QTest::newRow("views") << "views" << app;
    }
    void arrowsPointOneWay()
    {
        QFETCH(QString, folder);
        QFETCH(QStringList, forbidden);
        static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)"));
        const QStringList files = sourcesBelow(folder);
        QVERIFY2(!files.isEmpty(), "the folder holds no sources");
        for (const QString& path : files) {
            for (const QString& line : linesOf(path)) {
                const QString header = include.match(line).captured(1);
                for (const QString& word : forbidden)
                    QVERIFY2(!header.startsWith(word), qPrintable(path + QStringLiteral(" includes ") + header));
            }
        }
    }

    void filesStayShort()
    {
        for (const char* folder : {"app", "model", "views"})
            for (const QString& path : sourcesBelow(QString::fromLatin1(folder)))
                QVERIFY2(linesOf(path).size() <= 401, qPrintable(path + QStringLiteral(" is longer than 400 lines")));
    }

    void everyFileNamesItsLicence()
    {
        for (const char* folder : {"app", "model", "views", "tests"})
            for (const QString& path : sourcesBelow(QString::fromLatin1(folder)))
                QVERIFY2(linesOf(path).value(1).contains(QStringLiteral("SPDX-License-Identifier: Apache-2.0")),
                         qPrintable(path));
    }
};

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"

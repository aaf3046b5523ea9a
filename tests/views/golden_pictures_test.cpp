// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/designfile.h"
#include "model/files/filewriter.h"
#include "model/files/tree.h"
#include "tests/support/draft.h"
#include "views/export/exporters.h"

#include <QDir>
#include <QProcess>
#include <QtTest>

using namespace redoubt;

namespace {

const QString designs = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/");
const QString goldens = QStringLiteral(REDOUBT_SOURCE_DIR "/tests/golden/");
const char* const rewrite = "REDOUBT_REWRITE";

QStringList ids()
{
    QStringList result;
    for (const QString& name : QDir(designs).entryList({QStringLiteral("*.redoubt.yaml")}, QDir::Files, QDir::Name))
        result << name.section(u'.', 0, 0);
    return result;
}

QString fileOf(const QString& id, const QString& theme)
{
    return QStringLiteral("%1%2.%3.svg").arg(goldens, id, theme);
}

/// The first line in which they differ, and how the picture is renewed.
QByteArray difference(const QString& path, const QByteArray& is, const QByteArray& was)
{
    const QList<QByteArray> now = is.split('\n'), before = was.split('\n');
    qsizetype line = 0;
    while (line < now.size() && line < before.size() && now[line] == before[line])
        ++line;
    return path.toUtf8() + ':' + QByteArray::number(line + 1) + ": is `" + now.value(line).trimmed() + "`, was `" + before.value(line).trimmed()
        + "`. When the pictures are meant to change: " + rewrite + "=1 golden_pictures_test renews them all; then look at them.";
}

}  // namespace

/// The pictures of all reference designs, byte for byte, in both themes. tests/golden/ID.THEME.svg is what was looked at;
/// REDOUBT_REWRITE=1 in the environment of this program renews the files, to be reviewed as a diff and as pictures.
class GoldenPicturesTest : public QObject {
    Q_OBJECT

    void rows()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("theme");
        for (const QString& id : ids())
            for (const char* theme : {"light", "dark"})
                QTest::newRow(qPrintable(id + u' ' + QLatin1String(theme))) << id << QString::fromLatin1(theme);
    }

private slots:
    void picturesAreThoseThatWereLookedAt_data() { rows(); }
    void picturesAreThoseThatWereLookedAt()
    {
        QFETCH(QString, id);
        QFETCH(QString, theme);
        const Design design = readDesignFile(designs + id + QStringLiteral(".redoubt.yaml"), testCatalog()).design;
        ExportOptions options;
        options.dark = theme == QLatin1String("dark");
        const QByteArray svg = exporterFor(QStringLiteral("svg"))->write({design, testCatalog(), {}}, options);
        const QString path = fileOf(id, theme);
        if (qEnvironmentVariableIsSet(rewrite))
            writeFile(path, svg);
        QVERIFY2(QFile::exists(path), qPrintable(path));
        const QByteArray before = readFile(path);
        QVERIFY2(svg == before, difference(path, svg, before));
    }

    void thereIsNoPictureOfNothing()
    {
        QStringList expected;
        for (const QString& id : ids())
            expected << id + QStringLiteral(".dark.svg") << id + QStringLiteral(".light.svg");
        QCOMPARE(QDir(goldens).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name), expected);
    }

    /// The same bytes from another process, whatever its language, clock, fonts and the seed of its hashes (which is a new
    /// one in each process unless it is 0).
    void theMachineDoesNotMatter_data() { rows(); }
    void theMachineDoesNotMatter()
    {
        QFETCH(QString, id);
        QFETCH(QString, theme);
        const bool plain = theme == QLatin1String("light");
        QTemporaryDir folder;
        const QString noFonts = folder.filePath(QStringLiteral("fonts.conf"));
        writeFile(noFonts, "<?xml version=\"1.0\"?><fontconfig><cachedir>" + folder.path().toUtf8() + "</cachedir></fontconfig>");
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        if (plain)
            environment.insert(QStringLiteral("QT_HASH_SEED"), QStringLiteral("0"));
        environment.insert(QStringLiteral("LC_ALL"), plain ? QStringLiteral("C") : QStringLiteral("de_DE.UTF-8"));
        environment.insert(QStringLiteral("TZ"), plain ? QStringLiteral("UTC") : QStringLiteral("Pacific/Kiritimati"));
        if (!plain)
            environment.insert(QStringLiteral("FONTCONFIG_FILE"), noFonts);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(REDOUBT_BINARY_DIR "/redoubt-cli"),
                      {QStringLiteral("export"), designs + id + QStringLiteral(".redoubt.yaml"), QStringLiteral("--format"), QStringLiteral("svg"),
                       QStringLiteral("--theme"), theme, QStringLiteral("-o"), QStringLiteral("-")});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray svg = process.readAllStandardOutput(), before = readFile(fileOf(id, theme));
        QVERIFY2(svg == before, difference(fileOf(id, theme), svg, before));
    }
};

QTEST_MAIN(GoldenPicturesTest)
#include "golden_pictures_test.moc"

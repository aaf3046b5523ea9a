// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/recovery.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdlib>

using namespace redoubt;

namespace {

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// Another process writes a copy and dies without a word.
void crashAfterWriting(const QString& designPath, const QByteArray& design)
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"crash"_qs, designPath, QString::fromUtf8(design)});
    QVERIFY(other.waitForFinished(60000));
    QCOMPARE(other.exitCode(), 9);
}

}  // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_qs).toUtf8());
        QDir().mkpath(m_folder->filePath(u"work"_qs));
        m_design = m_folder->filePath(u"work/a.redoubt.yaml"_qs);
    }

    void theCopyStandsHiddenBesideTheFileAndGoes()
    {
        RecoveryCopy copy(m_design);
        QCOMPARE(filesIn(m_folder->filePath(u"work"_qs)), QStringList());
        copy.write("first");
        copy.write("second");
        QCOMPARE(copy.path(), m_folder->filePath(u"work/.a.redoubt.yaml.redoubt-recovery"_qs));
        QCOMPARE(readLeftover(copy.path()), QByteArray("second"));
        QVERIFY(!(QFile::permissions(copy.path()) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!QFile::exists(m_design));
        copy.discard();
        QVERIFY(copy.path().isEmpty());
        QCOMPARE(filesIn(m_folder->filePath(u"work"_qs)), QStringList());
        copy.write("third");
        QCOMPARE(readLeftover(copy.path()), QByteArray("third"));
        copy.discard();
    }

    void aLivingProcessKeepsItsCopyToItself()
    {
        RecoveryCopy one(m_design), two(m_design);
        one.write("one");
        two.write("two");
        QVERIFY(one.path() != two.path());
        QVERIFY(leftoversOf(m_design).empty());
        QCOMPARE(readLeftover(one.path()), QByteArray("one"));
        one.discard();
        two.discard();
        QCOMPARE(filesIn(m_folder->filePath(u"work"_qs)), QStringList());
    }

    void aCrashLeavesWhatIsOfferedUntilItIsDiscarded()
    {
        crashAfterWriting(m_design, "precious");
        const auto found = leftoversOf(m_design);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(readLeftover(found.front().path), QByteArray("precious"));
        QVERIFY(found.front().written.isValid());

        RecoveryCopy next(m_design);  // does not write over what nobody has looked at
        next.write("other");
        QCOMPARE(readLeftover(found.front().path), QByteArray("precious"));
        next.discard();

        discardLeftover(found.front().path);
        QVERIFY(leftoversOf(m_design).empty());
        QCOMPARE(filesIn(m_folder->filePath(u"work"_qs)), QStringList());
    }

    void aDesignNeverSavedIsKeptInTheDataFolder()
    {
        QVERIFY(unsavedLeftovers().empty());
        crashAfterWriting({}, "new");
        crashAfterWriting({}, "newer");
        QCOMPARE(unsavedLeftovers().size(), size_t(2));
        QVERIFY(unsavedLeftovers().front().path.startsWith(m_folder->filePath(u"data"_qs)));
        QVERIFY(leftoversOf(m_design).empty());
        for (const Leftover& leftover : unsavedLeftovers())
            discardLeftover(leftover.path);
        QVERIFY(unsavedLeftovers().empty());
    }

    void aFolderThatCannotBeWrittenSendsTheCopyToTheDataFolder()
    {
        const QString nowhere = u"/proc/a.redoubt.yaml"_qs;
        RecoveryCopy copy(nowhere);
        copy.write("kept");
        QVERIFY(copy.path().startsWith(m_folder->filePath(u"data"_qs)));
        copy.discard();
        crashAfterWriting(nowhere, "kept");
        QCOMPARE(leftoversOf(nowhere).size(), size_t(1));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_design;
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "crash") {
        RecoveryCopy copy(QString::fromUtf8(argv[2]));
        copy.write(argv[3]);
        std::_Exit(9);
    }
    RecoveryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "recovery_test.moc"

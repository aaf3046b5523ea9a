// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/schema.h"

#include "model/files/designfile.h"
#include "model/files/filewriter.h"
#include "model/files/references.h"
#include "tests/support/randomdesign.h"
#include "tests/support/samples.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace redoubt;

class SchemaTest : public QObject {
    Q_OBJECT

private:
    /// What an independent validator says of the files.
    QString mismatches(const QStringList& files)
    {
        const QString schema = m_folder.filePath(u"schema.json"_qs);
        writeFile(schema, QJsonDocument(designSchema(m_catalog)).toJson());
        QProcess python;
        python.start(u"python3"_qs, QStringList{QStringLiteral(REDOUBT_SOURCE_DIR "/tests/model/validate_schema.py"), schema} + files);
        if (!python.waitForFinished(120000))
            return u"python3 did not finish"_qs;
        return QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError());
    }

    QString file(const QString& name, const QByteArray& bytes)
    {
        writeFile(m_folder.filePath(name), bytes);
        return m_folder.filePath(name);
    }

    QTemporaryDir m_folder;
    Catalog m_catalog = builtinCatalog();

private slots:
    void referenceDesignsConform()
    {
        QStringList files;
        for (const ReferenceDesign& reference : referenceDesigns()) {
            const QByteArray bytes = referenceDesign(reference.id);
            files << file(reference.id + u".yaml"_qs, bytes);
            QVERIFY(readDesign(bytes, reference.id, m_catalog).design.elements.size() > 0);
            QVERIFY2(!reference.title.isEmpty() && reference.title != reference.id, qPrintable(reference.id));
        }
        files << file(u"sample.yaml"_qs, sampleDesign());
        QCOMPARE(mismatches(files), QString());
    }

    void whatTheProgramWritesConforms()
    {
        QRandomGenerator random(21);
        QStringList files;
        for (int i = 0; i < 10; ++i)
            files << file(u"random-%1.yaml"_qs.arg(i), writeDesign(randomDesign(random, m_catalog, 40), m_catalog));
        QCOMPARE(mismatches(files), QString());
    }

    void mistakesAreRefused()
    {
        const QByteArray head = "format: redoubt/1\nelements:\n  ";
        const QList<QByteArray> wrong{
            "title: none\n",
            "format: redoubt/1\nnonsense: 1\n",
            head + "a: {kind: mainframe}\n",
            head + "a: {kind: sql-server, edition: gold}\n",
            head + "a: {kind: sql-server, colour: red}\n",
            head + "a: {kind: site, availability: 99.9}\n",
            head + "Upper: {kind: site}\n",
            "format: redoubt/1\nlinks:\n  l: {from: a}\n",
            "format: redoubt/1\nlinks:\n  l: {from: a, to: b, ports: [443]}\n",
            "format: redoubt/1\nlinks:\n  l: {from: a, to: b, row: XX-1}\n",
            "format: redoubt/1\nlayout:\n  a: [1, 2, 3]\n",
            "format: redoubt/1\nlayout:\n  a: [1, 2, 0, 4]\n",
        };
        QStringList files;
        for (const QByteArray& yaml : wrong)
            files << file(u"wrong-%1.yaml"_qs.arg(files.size()), yaml);
        const QString said = mismatches(files);
        for (const QString& each : files)
            QVERIFY2(said.contains(each), qPrintable(each));
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"

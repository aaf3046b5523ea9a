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

    QStringList problemsOf(const QByteArray& yaml)
    {
        try {
            (void)readDesign(yaml, u"design.yaml"_qs, m_catalog);
        } catch (const FileError& error) {
            return error.message().split(u'\n');
        }
        return {};
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
        // Whatever lies in the folder is shipped.
        for (const QString& name : QDir(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs")).entryList({u"*.yaml"_qs}))
            files << QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/") + name;
        QVERIFY(files.size() >= 2 * qsizetype(referenceDesigns().size()));
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

    /// Each file is wrong for one reason. The reader and the schema refuse it, each for itself.
    void whatTheReaderRefusesForItsStructureTheSchemaRefuses()
    {
        const QByteArray format = "format: redoubt/1\n";
        const QByteArray elements = format + "elements:\n  a: {kind: site}\n  ";
        const QByteArray group = format + "elements:\n  a: {kind: sql-server}\n  b: {kind: sql-server}\ngroups:\n  ";
        const QByteArray link = format + "elements:\n  a: {kind: site}\n  b: {kind: site}\nlinks:\n  ";
        const QByteArray layout = format + "elements:\n  a: {kind: site}\nlayout:\n  ";
        const QByteArray waivers = format + "waivers:\n";
        const QByteArray scenarios = format + "elements:\n  a: {kind: site}\nscenarios:\n";
        const QList<QByteArray> wrong{
            // the file
            "title: none\n",
            "- format: redoubt/1\n",
            "format: redoubt/2\n",
            "format: redoubt\n",
            format + "nonsense: 1\n",
            format + "title: [a]\n",
            format + "title: true\n",
            format + "title:\n",
            format + "reference: {a: b}\n",
            // sections
            format + "settings: [a]\n",
            format + "settings: {nonsense: 1}\n",
            format + "settings: {environment: moon}\n",
            format + "elements: [a]\n",
            format + "elements: text\n",
            format + "groups: [a]\n",
            format + "links: 3\n",
            format + "waivers: {a: b}\n",
            format + "layout: [a]\n",
            // ids
            elements + "Upper: {kind: site}\n",
            elements + "under_score: {kind: site}\n",
            elements + "two--hyphens: {kind: site}\n",
            elements + "end-: {kind: site}\n",
            elements + "1st: {kind: site}\n",
            elements + QByteArray(101, 'a') + ": {kind: site}\n",
            // elements
            elements + "b: text\n",
            elements + "b:\n",
            elements + "b: [kind, site]\n",
            elements + "b: {name: Without a kind}\n",
            elements + "b: {kind: mainframe}\n",
            elements + "b: {kind: [site]}\n",
            elements + "b: {kind: site, name: [a]}\n",
            elements + "b: {kind: site, name: false}\n",
            elements + "b: {kind: ss-web, in: [a]}\n",
            elements + "b: {kind: ss-web, host: {a: b}}\n",
            elements + "b: {kind: sql-server, colour: red}\n",
            elements + "b: {kind: sql-server, edition: gold}\n",
            elements + "b: {kind: sql-server, votes: many}\n",
            elements + "b: {kind: sql-server, votes: 1.5}\n",
            elements + "b: {kind: sql-server, votes: \"1\"}\n",
            elements + "b: {kind: sql-server, votes: -1}\n",
            elements + "b: {kind: site, availability: 99.9}\n",
            elements + "b: {kind: site, availability: -0.5}\n",
            elements + "b: {kind: site, availability: high}\n",
            elements + "b: {kind: load-balancer, x-forwarded-for: 1}\n",
            elements + "b: {kind: load-balancer, listeners: [{nmae: a}]}\n",
            elements + "b: {kind: load-balancer, listeners: [text]}\n",
            elements + "b: {kind: load-balancer, listeners: {name: a}}\n",
            elements + "b: {kind: load-balancer, listeners: [{ports: [443]}]}\n",
            elements + "b: {kind: load-balancer, listeners: [{product: none}]}\n",
            // groups
            group + "g: {members: [a]}\n",
            group + "g: {kind: club, members: [a]}\n",
            group + "g: {kind: wsfc, members: a}\n",
            group + "g: {kind: wsfc, members: [[a]]}\n",
            group + "g: {kind: wsfc, members: [a, b, a]}\n",
            group + "g: {kind: availability-group, members: [{role: primary}]}\n",
            group + "g: {kind: wsfc, members: [a], colour: red}\n",
            group + "g: {kind: wsfc, members: [{element: a, colour: red}]}\n",
            group + "g: {kind: wsfc, members: [a], witness: [b]}\n",
            // links
            link + "l: {from: a}\n",
            link + "l: {to: b}\n",
            link + "l: [a, b]\n",
            link + "l: {from: [a], to: b}\n",
            link + "l: {from: a, to: b, row: XX-1}\n",
            link + "l: {from: a, to: b, row: CN-01, rows: [CN-01]}\n",
            link + "l: {from: a, to: b, rows: CN-01}\n",
            link + "l: {from: a, to: b, rows: [XX-1]}\n",
            link + "l: {from: a, to: b, use: sometimes}\n",
            link + "l: {from: a, to: b, hidden: 1}\n",
            link + "l: {from: a, to: b, label: [text]}\n",
            link + "l: {from: a, to: b, colour: red}\n",
            link + "l: {from: a, to: b, ports: 443/tcp}\n",
            link + "l: {from: a, to: b, ports: [443]}\n",
            link + "l: {from: a, to: b, ports: [443/sctp]}\n",
            link + "l: {from: a, to: b, ports: [0/tcp]}\n",
            link + "l: {from: a, to: b, ports: [65536/tcp]}\n",
            link + "l: {from: a, to: b, ports: [99999/udp]}\n",
            link + "l: {from: a, to: b, ports: [1-2-3/tcp]}\n",
            // places and waivers
            layout + "a: [1, 2, 3]\n",
            layout + "a: [1, 2, 3, 4, 5]\n",
            layout + "a: [1, 2, 0, 4]\n",
            layout + "a: [1, 2, 3, -4]\n",
            layout + "a: [1, 2, 3, \"4\"]\n",
            layout + "a: [20000000, 2, 3, 4]\n",
            layout + "a: {x: 1}\n",
            layout + "a: 1.5\n",
            layout + "a: -0.1\n",
            layout + "a: half\n",
            format + "scenarios: {a: b}\n",
            format + "scenarios:\n  - text\n",
            scenarios + "  - {fails: [a]}\n",
            scenarios + "  - {name: S}\n",
            scenarios + "  - {name: \"  \", fails: [a]}\n",
            scenarios + "  - {name: [S], fails: [a]}\n",
            scenarios + "  - {name: S, fails: []}\n",
            scenarios + "  - {name: S, fails: a}\n",
            scenarios + "  - {name: S, fails: [a, a]}\n",
            scenarios + "  - {name: S, fails: [[a]]}\n",
            scenarios + "  - {name: S, fails: [a], note: [b]}\n",
            scenarios + "  - {name: S, fails: [a], colour: red}\n",
            waivers + "  - text\n",
            waivers + "  - {on: [a], reason: none}\n",
            waivers + "  - {rule: [SQL-001], reason: none}\n",
            waivers + "  - {rule: SQL-001, on: a, reason: none}\n",
            waivers + "  - {rule: SQL-001, on: [[a]], reason: none}\n",
            waivers + "  - {rule: SQL-001, colour: red, reason: none}\n",
            waivers + "  - {rule: SQL-001, date: yesterday, reason: none}\n",
            waivers + "  - {rule: SQL-001, date: 2026-13-01, reason: none}\n",
            waivers + "  - {rule: SQL-001, expires: 2026-11-32, reason: none}\n",
            waivers + "  - {rule: SQL-001, expires: 23.11.2026, reason: none}\n",
            waivers + "  - {rule: SQL-001, on: [a]}\n",
            waivers + "  - {rule: SQL-001, reason: \"  \"}\n",
            waivers + "  - {rule: \" \", reason: none}\n",
        };
        QStringList files;
        for (const QByteArray& yaml : wrong) {
            files << file(u"wrong-%1.yaml"_qs.arg(files.size()), yaml);
            QVERIFY2(problemsOf(yaml).size() == 1, yaml + '\n' + problemsOf(yaml).join(u'\n').toUtf8());
        }
        const QString said = mismatches(files);
        for (qsizetype i = 0; i < files.size(); ++i)
            QVERIFY2(said.contains(files[i] + u": "_qs), wrong[i].constData());
    }

    /// Every property of every kind, setting and link, with a value that none of them can have.
    void aWrongValueIsRefusedForEveryProperty()
    {
        const auto wrong = [](const std::vector<PropertyDef>& defs, const QStringList& except = {}) {
            QByteArray text;
            for (const PropertyDef& def : defs)
                if (!except.contains(def.id))
                    text += ", " + def.id.toUtf8() + ": [[1]]";
            return text;
        };
        std::vector<PropertyDef> settings = m_catalog.settings, linkProperties = m_catalog.linkProperties;
        const QStringList top{u"title"_qs, u"reference"_qs};
        QList<QByteArray> texts{"format: redoubt/1\nsettings: {x-a: 1" + wrong(settings, top) + "}\n"};
        for (const ElementKind& kind : m_catalog.kinds)
            texts << "format: redoubt/1\nelements:\n  a: {kind: " + kind.id.toUtf8() + wrong(kind.properties) + "}\n";
        for (const GroupKind& kind : m_catalog.groupKinds)
            texts << "format: redoubt/1\nelements:\n  b: {kind: site}\ngroups:\n  a: {kind: " + kind.id.toUtf8() + wrong(kind.properties) + "}\n";
        for (const LinkRow& row : m_catalog.rows)
            texts << "format: redoubt/1\nelements:\n  b: {kind: site}\n  c: {kind: site}\nlinks:\n  a: {from: b, to: c, row: "
                    + row.id.toUtf8() + wrong(row.properties) + "}\n";
        QStringList files;
        for (const QByteArray& text : texts)
            files << file(u"values-%1.yaml"_qs.arg(files.size()), text);
        const QStringList said = mismatches(files).split(u'\n');
        int properties = 0;
        for (qsizetype i = 0; i < files.size(); ++i) {
            const int expected = int(texts[i].count(": [[1]]"));
            properties += expected;
            QSet<QString> places;
            for (const QString& line : said)
                if (line.startsWith(files[i] + u": "_qs))
                    places << line.mid(files[i].size() + 2).section(u':', 0, 0).section(u'/', 0, i == 0 ? 1 : 2);
            QVERIFY2(places.size() == expected, texts[i].constData());
            QVERIFY2(problemsOf(texts[i]).size() == expected, texts[i].constData());
        }
        QVERIFY(properties > 300);
    }

    /// The schema is no stricter than the reader either.
    void whatTheReaderTakesTheSchemaTakes()
    {
        const QList<QByteArray> right{
            "format: redoubt/1\n",
            "format: redoubt/1\ntitle: 2026\nelements:\ngroups:\nlinks:\nwaivers:\nscenarios:\nlayout:\nsettings:\n",
            "format: redoubt/1\nsettings: {profile: 2020, x-own: [1, {a: b}]}\n",
            "format: redoubt/1\nx-own: 1\nelements:\n  a: {kind: site, name: 7, x-asset: {floor: 2}}\n",
            "format: redoubt/1\nelements:\n  a: {kind: sql-server, sql-version: 2019}\n",
            "format: redoubt/1\nelements:\n  a: {kind: site}\n  b: {kind: site}\nlinks:\n  l: {from: a, to: b, rows: [], "
            "ports: [1/tcp, 65535/udp, 49152-65535/tcp, icmp]}\n",
            "format: redoubt/1\nelements:\n  a: {kind: site}\nscenarios:\n  - {name: 7, fails: [a], note: 1}\n",
            "format: redoubt/1\nwaivers:\n  - {rule: OWN-001, on: [], reason: \"7\", date: 2028-02-29}\n",
        };
        QStringList files;
        for (const QByteArray& yaml : right) {
            files << file(u"right-%1.yaml"_qs.arg(files.size()), yaml);
            QVERIFY2(problemsOf(yaml).isEmpty(), yaml.constData());
        }
        QCOMPARE(mismatches(files), QString());
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"

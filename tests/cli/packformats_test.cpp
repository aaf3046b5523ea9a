// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/references.h"
#include "tests/cli/program.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace redoubt;

namespace {

const QByteArray endless = "name: House\nversion: \"3\"\narea: OWN\nrules:\n"
                           "  OWN-001:\n"
                           "    title: Everything with everything\n"
                           "    condition: C\n"
                           "    message: M\n"
                           "    why: W\n"
                           "    severity: advice\n"
                           "    for: [a in element, b in element, c in element, d in element, e in element, f in element]\n"
                           "    when: a.name = b.name and c.name = d.name and e = f\n";

/// Elements of an XML text by name, each with its attributes and text.
struct XmlElement {
    QXmlStreamAttributes attributes;
    QString text;
};
QList<XmlElement> elements(const QString& xml, const QString& name)
{
    QList<XmlElement> found;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name) {
            const QXmlStreamAttributes attributes = reader.attributes();
            found << XmlElement{attributes, reader.readElementText(QXmlStreamReader::IncludeChildElements)};
        }
    return reader.hasError() ? QList<XmlElement>() : found;
}

}  // namespace

/// What each format says of rule packs that cannot be read and of rules that were given up, and what SARIF says of rules.
class PackFormatsTest : public QObject {
    Q_OBJECT

    Program m_cli;

    Result check(const QString& format, const QString& pack)
    {
        return m_cli.run({u"check"_qs, u"--format"_qs, format, u"--rules"_qs, pack, u"c3.yaml"_qs});
    }
    void validates(const QByteArray& sarif)
    {
        m_cli.file(u"run.sarif.json"_qs, sarif);
        QProcess python;
        python.start(u"python3"_qs, {QStringLiteral(REDOUBT_SOURCE_DIR "/tests/model/validate_schema.py"),
                                     QStringLiteral(REDOUBT_SOURCE_DIR "/tests/data/sarif-2.1.0-structure.json"),
                                     m_cli.folder.filePath(u"run.sarif.json"_qs)});
        QVERIFY(python.waitForFinished(120000));
        QCOMPARE(QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError()), QString());
    }

private slots:
    void initTestCase()
    {
        m_cli.file(u"c3.yaml"_qs, referenceDesign(u"ss-pm-c3"_qs));
        m_cli.file(u"endless.yaml"_qs, endless);
        m_cli.file(u"wrong.yaml"_qs, "name: House\nversion: \"3\"\nchanges:\n  SQL-917: {off: true}\n  SQL-017: {severity: bad}\n");
    }

    void aRuleThatWasGivenUpIsToldInEveryFormat()
    {
        const QString place = u"endless.yaml:5:3: OWN-001 (Everything with everything) was given up after 5,000,000 steps"_qs;
        const Result plain = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"c3.yaml"_qs});
        const Result json = check(u"json"_qs, u"endless.yaml"_qs);
        QCOMPARE(json.code, 3);
        QVERIFY2(json.err.startsWith(place), qPrintable(json.err));
        const QJsonObject file = json.json()[u"files"][0].toObject(), before = plain.json()[u"files"][0].toObject();
        QCOMPARE(file[u"stopped"][0][u"rule"].toString(), u"OWN-001"_qs);
        QCOMPARE(file[u"stopped"][0][u"file"].toString(), u"endless.yaml"_qs);
        QCOMPARE(file[u"stopped"][0][u"line"].toInt(), 5);
        QCOMPARE(file[u"findings"].toArray(), before[u"findings"].toArray());
        QCOMPARE(file[u"checks"].toInt(), before[u"checks"].toInt());
        QVERIFY(before[u"stopped"].toArray().isEmpty());

        const Result text = check(u"text"_qs, u"endless.yaml"_qs);
        QCOMPARE(text.code, 3);
        QVERIFY2(text.out.simplified().contains(u"not judged: "_qs + place), qPrintable(text.out));
        QVERIFY2(text.out.contains(u"OWN-001  added: Everything with everything"), qPrintable(text.out));

        const Result sarif = check(u"sarif"_qs, u"endless.yaml"_qs);
        validates(sarif.bytes);
        const QJsonValue invocation = sarif.json()[u"runs"][0][u"invocations"][0];
        QVERIFY(!invocation[u"executionSuccessful"].toBool());
        const QJsonValue notice = invocation[u"toolExecutionNotifications"][0];
        QCOMPARE(notice[u"level"].toString(), u"error"_qs);
        QCOMPARE(notice[u"descriptor"][u"id"].toString(), u"rule-stopped"_qs);
        QCOMPARE(notice[u"associatedRule"][u"id"].toString(), u"OWN-001"_qs);
        QCOMPARE(notice[u"locations"][0][u"physicalLocation"][u"region"][u"startLine"].toInt(), 5);
        QCOMPARE(notice[u"locations"][1][u"physicalLocation"][u"artifactLocation"][u"uri"].toString(), u"c3.yaml"_qs);

        const QString junit = check(u"junit"_qs, u"endless.yaml"_qs).out;
        const QList<XmlElement> errors = elements(junit, u"error"_qs);
        QCOMPARE(errors.size(), 1);
        QVERIFY(errors.front().attributes.value(u"message"_qs).startsWith(place));
        QCOMPARE(elements(junit, u"testcase"_qs).size(), qsizetype(before[u"checks"].toInt() + 1));
    }

    void packsThatCannotBeReadAreToldInEveryFormat()
    {
        const QString said = u"there is no rule `SQL-917`; did you mean `SQL-017`?"_qs;
        for (const QString& format : {u"text"_qs, u"json"_qs, u"sarif"_qs, u"junit"_qs}) {
            const Result result = check(format, u"wrong.yaml"_qs);
            QCOMPARE(result.code, 3);
            QVERIFY2(result.err.startsWith(u"wrong.yaml:4:3: "_qs + said), qPrintable(result.err));
        }
        const QJsonObject json = check(u"json"_qs, u"wrong.yaml"_qs).json();
        QVERIFY(json[u"files"].toArray().isEmpty());  // by other rules than those asked for nothing is judged
        QCOMPARE(json[u"unreadable"][0][u"file"].toString(), u"wrong.yaml"_qs);
        QCOMPARE(json[u"unreadable"][0][u"problems"].toArray().size(), 2);
        QCOMPARE(json[u"unreadable"][0][u"problems"][0][u"line"].toInt(), 4);
        const Result sarif = check(u"sarif"_qs, u"wrong.yaml"_qs);
        validates(sarif.bytes);
        const QJsonValue invocation = sarif.json()[u"runs"][0][u"invocations"][0];
        QVERIFY(!invocation[u"executionSuccessful"].toBool());
        QCOMPARE(invocation[u"toolExecutionNotifications"].toArray().size(), 2);
        QCOMPARE(invocation[u"toolExecutionNotifications"][0][u"message"][u"text"].toString(), said);
        const QList<XmlElement> errors = elements(check(u"junit"_qs, u"wrong.yaml"_qs).out, u"error"_qs);
        QCOMPARE(errors.size(), 1);
        QVERIFY(errors.front().text.contains(said));
        // Each of several packs by its own name.
        const QJsonObject two = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"--rules"_qs, u"none.yaml"_qs, u"--rules"_qs,
                                           u"gone.yaml"_qs, u"c3.yaml"_qs}).json();
        QCOMPARE(two[u"unreadable"].toArray().size(), 2);
        QCOMPARE(two[u"unreadable"][0][u"file"].toString(), u"gone.yaml"_qs);
        QCOMPARE(two[u"unreadable"][1][u"file"].toString(), u"none.yaml"_qs);
    }

    void sarifHelpIsForPeople()
    {
        const QJsonObject run = m_cli.run({u"check"_qs, u"--format"_qs, u"sarif"_qs, u"c3.yaml"_qs}).json()[u"runs"][0].toObject();
        const QRegularExpression bareKey(u"Source: [A-Z][0-9]+(, |; |$|\\n)"_qs), glob(u"Seen in: [^\\n]*[a-z]-\\*"_qs);
        QStringList titles;
        for (const ReferenceDesign& reference : referenceDesigns())
            titles << reference.title;
        for (const QJsonValue& rule : run[u"tool"][u"driver"][u"rules"].toArray()) {
            const QString help = rule[u"help"][u"text"].toString();
            QVERIFY2(!help.contains(bareKey) && !help.contains(glob), qPrintable(help));
            const QString seen = help.section(u"Seen in: "_qs, 1);
            const QString first = seen.section(u"; "_qs, 0, 0);
            QVERIFY2(first == u"all reference designs" || titles.contains(first), qPrintable(rule[u"id"].toString() + u' ' + seen));
        }
    }
};

QTEST_GUILESS_MAIN(PackFormatsTest)
#include "packformats_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/files/references.h"
#include "model/rules/rule.h"
#include "tests/cli/program.h"
#include "tests/support/samples.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace redoubt;

namespace {

/// A design with findings of every severity, one of them accepted, beside waivers that accept nothing.
QByteArray design()
{
    QByteArray yaml = sampleDesign();
    const qsizetype at = yaml.indexOf("waivers:\n") + 9;
    return yaml.insert(at, "  - {rule: RMQ-004, on: [ss-web-1, rmq-1], reason: \"costs <too> & \\u0001 much\", by: J. Example, date: 2026-11-23}\n"
                           "  - {rule: OWN-001, on: [sql-1], reason: house rule}\n"
                           "  - {rule: GEN-001, on: [nobody], reason: gone}\n");
}

const QByteArray pack = "name: House\nversion: \"3\"\narea: OWN\n"
                        "rules:\n"
                        "  OWN-001:\n"
                        "    severity: warning\n"
                        "    title: Names follow the house rule\n"
                        "    condition: The name of a SQL Server does not begin with DB.\n"
                        "    for: server in sql-server\n"
                        "    when: not matches(server.name, 'DB.*')\n"
                        "    message: \"{server} must be called DB and a number.\"\n"
                        "    why: Everybody finds it then.\n"
                        "changes:\n"
                        "  SQL-017: {parameters: {limit: 20}}\n"
                        "  GEN-003: {off: true, reason: Sketches are welcome}\n";

/// Every finding of a design as a test sees it.
QHash<QString, QString> fingerprints(const QJsonObject& sarif)
{
    QHash<QString, QString> all;
    for (const QJsonValue& result : sarif[u"runs"][0][u"results"].toArray()) {
        QStringList subjects;
        for (const QJsonValue& subject : result[u"locations"][0][u"logicalLocations"].toArray())
            subjects << subject[u"fullyQualifiedName"].toString();
        subjects.sort();
        const QString key = result[u"ruleId"].toString() + u' ' + subjects.join(u' ');
        const QJsonObject prints = result[u"partialFingerprints"].toObject();
        all.insert(key, prints.begin().value().toString());
    }
    return all;
}

}  // namespace

class CheckFormatsTest : public QObject {
    Q_OBJECT

    Program m_cli;

    QJsonObject sarif(const QStringList& arguments)
    {
        return m_cli.run(QStringList{u"check"_qs, u"--format"_qs, u"sarif"_qs} + arguments).json();
    }

private slots:
    void initTestCase()
    {
        m_cli.file(u"a.redoubt.yaml"_qs, design());
        m_cli.file(u"bad.yaml"_qs, "format: redoubt/1\nelements:\n  a: {kind: site, size: 1}\n  b: {kind: ss-web, in: c}\n");
        m_cli.file(u"pack.yaml"_qs, pack);
        m_cli.file(u"wrong.yaml"_qs, "name: House\nversion: \"3\"\nchanges:\n  SQL-917: {off: true}\n  SQL-017: {severity: bad}\n");
    }

    void sarifHasTheRequiredStructure()
    {
        const QString schema = QStringLiteral(REDOUBT_SOURCE_DIR "/tests/data/sarif-2.1.0-structure.json");
        QStringList files;
        const auto keep = [&](const QStringList& arguments) {
            const QString name = u"run-%1.sarif.json"_qs.arg(files.size());
            m_cli.file(name, m_cli.run(QStringList{u"check"_qs, u"--format"_qs, u"sarif"_qs} + arguments).bytes);
            files << m_cli.folder.filePath(name);
        };
        QStringList references;
        for (const ReferenceDesign& reference : referenceDesigns()) {
            m_cli.file(reference.id + u".redoubt.yaml"_qs, referenceDesign(reference.id));
            references << reference.id + u".redoubt.yaml"_qs;
        }
        keep(references);
        keep({u"a.redoubt.yaml"_qs, u"bad.yaml"_qs, u"none.yaml"_qs});
        keep({u"--rules"_qs, u"pack.yaml"_qs, u"a.redoubt.yaml"_qs});
        QProcess python;
        python.start(u"python3"_qs, QStringList{QStringLiteral(REDOUBT_SOURCE_DIR "/tests/model/validate_schema.py"), schema} + files);
        QVERIFY(python.waitForFinished(120000));
        QCOMPARE(QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError()), QString());
    }

    void sarifSaysWhatCheckSays()
    {
        const QJsonObject json = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"a.redoubt.yaml"_qs}).json();
        const QJsonObject run = sarif({u"a.redoubt.yaml"_qs})[u"runs"][0].toObject();
        const QJsonArray findings = json[u"files"][0][u"findings"].toArray();
        const QJsonArray results = run[u"results"].toArray();
        const QJsonArray rules = run[u"tool"][u"driver"][u"rules"].toArray();
        QCOMPARE(rules.size(), qsizetype(builtinRules().rules.size()));
        QCOMPARE(results.size(), findings.size());
        QCOMPARE(run[u"columnKind"].toString(), u"unicodeCodePoints"_qs);
        QVERIFY(run[u"invocations"][0][u"executionSuccessful"].toBool());
        const QHash<QString, QString> levels{{u"error"_qs, u"error"_qs}, {u"warning"_qs, u"warning"_qs}, {u"advice"_qs, u"note"_qs}};
        int suppressed = 0;
        for (qsizetype i = 0; i < results.size(); ++i) {
            const QJsonObject result = results[i].toObject(), finding = findings[i].toObject();
            QCOMPARE(result[u"ruleId"].toString(), finding[u"rule"].toString());
            QCOMPARE(rules[result[u"ruleIndex"].toInt()][u"id"].toString(), finding[u"rule"].toString());
            QCOMPARE(result[u"message"][u"text"].toString(), finding[u"message"].toString());
            QCOMPARE(result[u"level"].toString(), levels.value(finding[u"severity"].toString()));
            const QJsonValue place = result[u"locations"][0][u"physicalLocation"];
            QCOMPARE(place[u"artifactLocation"][u"uri"].toString(), u"a.redoubt.yaml"_qs);
            QCOMPARE(place[u"region"][u"startLine"].toInt(), finding[u"line"].toInt());
            QCOMPARE(place[u"region"][u"startColumn"].toInt(), finding[u"column"].toInt());
            QCOMPARE(result.contains(u"suppressions"_qs), finding[u"waived"].toBool());
            suppressed += result.contains(u"suppressions"_qs) ? 1 : 0;
        }
        QCOMPARE(suppressed, 1);
    }

    void aRegionIsTheIdInTheFile()
    {
        const QStringList lines = QString::fromUtf8(design()).split(u'\n');
        for (const QJsonValue& result : sarif({u"a.redoubt.yaml"_qs})[u"runs"][0][u"results"].toArray()) {
            const QString id = result[u"locations"][0][u"logicalLocations"][0][u"fullyQualifiedName"].toString();
            if (id.isEmpty())
                continue;
            const QJsonValue region = result[u"locations"][0][u"physicalLocation"][u"region"];
            const int start = region[u"startColumn"].toInt() - 1, end = region[u"endColumn"].toInt() - 1;
            QCOMPARE(lines[region[u"startLine"].toInt() - 1].mid(start, end - start), id);
        }
    }

    void aWaiverSuppressesWithItsReason()
    {
        for (const QJsonValue& result : sarif({u"a.redoubt.yaml"_qs})[u"runs"][0][u"results"].toArray())
            if (const QJsonValue suppression = result[u"suppressions"][0]; suppression.isObject()) {
                QCOMPARE(result[u"ruleId"].toString(), u"RMQ-004"_qs);
                QCOMPARE(suppression[u"kind"].toString(), u"inSource"_qs);
                QVERIFY(suppression[u"justification"].toString().startsWith(u"accepted by J. Example on 2026-11-23: costs <too>"));
            }
        const QByteArray all = m_cli.run({u"check"_qs, u"--no-waivers"_qs, u"--format"_qs, u"sarif"_qs, u"a.redoubt.yaml"_qs}).bytes;
        QVERIFY(!all.contains("suppressions"));
    }

    void fingerprintsOutliveMovedLinesAndNewOrder()
    {
        const QHash<QString, QString> before = fingerprints(sarif({u"a.redoubt.yaml"_qs}));
        QVERIFY(before.size() > 3);
        QCOMPARE(QSet<QString>(before.cbegin(), before.cend()).size(), before.size());
        QByteArray moved = design();
        moved.replace("elements:\n", "# one\n# two\n\nelements:\n");
        QList<QByteArray> lines = moved.split('\n');
        const qsizetype first = lines.indexOf("elements:") + 1, last = lines.indexOf("groups:");
        std::reverse(lines.begin() + first, lines.begin() + last);
        moved = lines.join('\n');
        moved.replace("name: Primary", "name: \"Main\"");
        m_cli.file(u"moved.redoubt.yaml"_qs, moved);
        QCOMPARE(fingerprints(sarif({u"moved.redoubt.yaml"_qs})), before);
    }

    void whatPacksChangeIsConfiguration()
    {
        const QJsonObject run = sarif({u"--rules"_qs, u"pack.yaml"_qs, u"a.redoubt.yaml"_qs})[u"runs"][0].toObject();
        QCOMPARE(run[u"tool"][u"extensions"][0][u"name"].toString(), u"House"_qs);
        QHash<QString, QJsonObject> overrides;
        for (const QJsonValue& each : run[u"invocations"][0][u"ruleConfigurationOverrides"].toArray())
            overrides.insert(each[u"descriptor"][u"id"].toString(), each[u"configuration"].toObject());
        QCOMPARE(overrides.size(), 2);
        QCOMPARE(overrides[u"GEN-003"_qs][u"enabled"].toBool(true), false);
        QCOMPARE(overrides[u"SQL-017"_qs][u"parameters"][u"limit"].toString(), u"20 ms"_qs);
        for (const QJsonValue& rule : run[u"tool"][u"driver"][u"rules"].toArray())
            if (rule[u"id"].toString() == u"SQL-017")
                QCOMPARE(rule[u"defaultConfiguration"][u"parameters"][u"limit"].toString(), u"30 ms"_qs);
    }

    void filesThatCannotBeReadAreNotifications()
    {
        const Result result = m_cli.run({u"check"_qs, u"--format"_qs, u"sarif"_qs, u"bad.yaml"_qs, u"a.redoubt.yaml"_qs});
        QCOMPARE(result.code, 3);
        const QJsonValue invocation = result.json()[u"runs"][0][u"invocations"][0];
        QCOMPARE(invocation[u"executionSuccessful"].toBool(true), false);
        QCOMPARE(invocation[u"exitCode"].toInt(), 3);
        QStringList said;
        for (const QJsonValue& each : invocation[u"toolExecutionNotifications"].toArray()) {
            const QJsonValue place = each[u"locations"][0][u"physicalLocation"];
            said << u"%1 %2:%3 %4"_qs.arg(each[u"level"].toString(), place[u"artifactLocation"][u"uri"].toString())
                        .arg(place[u"region"][u"startLine"].toInt()).arg(each[u"descriptor"][u"id"].toString());
        }
        QVERIFY2(said.contains(u"error bad.yaml:3 file"_qs) && said.contains(u"error bad.yaml:4 file"_qs), qPrintable(said.join(u'\n')));
        QVERIFY2(said.filter(u"waiver-pack-missing"_qs).size() == 1, qPrintable(said.join(u'\n')));
        QVERIFY(!result.json()[u"runs"][0][u"results"].toArray().isEmpty());
    }

    void junitIsWellFormedAndCounts()
    {
        const Result json = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"--fail-on"_qs, u"warning"_qs, u"a.redoubt.yaml"_qs});
        QSet<QString> failing, waived, rest;
        for (const QJsonValue& finding : json.json()[u"files"][0][u"findings"].toArray())
            (finding[u"waived"].toBool()                       ? waived
             : finding[u"severity"].toString() != u"advice" ? failing
                                                            : rest)
                .insert(finding[u"rule"].toString());
        const Result result = m_cli.run({u"check"_qs, u"--format"_qs, u"junit"_qs, u"--fail-on"_qs, u"warning"_qs,
                                         u"a.redoubt.yaml"_qs, u"bad.yaml"_qs});
        QCOMPARE(result.code, 3);
        QXmlStreamReader xml(result.bytes);
        int suites = 0, cases = 0, errors = 0;
        QSet<QString> failures, skipped;
        QString name;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == u"testsuite" && suites++ == 0) {
                QCOMPARE(attributes.value(u"name"_qs), u"a.redoubt.yaml");
                QCOMPARE(attributes.value(u"tests"_qs).toInt(), int(builtinRules().rules.size()));
                QCOMPARE(attributes.value(u"failures"_qs).toInt(), int(failing.size()));
                QCOMPARE(attributes.value(u"skipped"_qs).toInt(), int((waived - failing - rest).size()));
            } else if (xml.name() == u"testcase") {
                ++cases;
                name = attributes.value(u"name"_qs).toString().section(u' ', 0, 0);
                if (suites == 1)
                    QCOMPARE(attributes.value(u"classname"_qs).toString(), name.section(u'-', 0, 0));
            } else if (xml.name() == u"failure") {
                failures << name;
                QVERIFY(xml.readElementText().contains(u"a.redoubt.yaml:"));
            } else if (xml.name() == u"skipped") {
                skipped << name;
            } else if (xml.name() == u"error") {
                ++errors;
                QVERIFY(xml.readElementText().contains(u"bad.yaml:3:19: unknown key `size`"));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(suites, 2);
        QCOMPARE(cases, int(builtinRules().rules.size()) + 1);
        QCOMPARE(errors, 1);
        QCOMPARE(failures, failing);
        QCOMPARE(skipped, waived - failing - rest);
        QVERIFY(result.bytes.contains("costs &lt;too&gt; &amp; \xef\xbf\xbd much"));
    }

    void jsonSaysWhichRulesRan()
    {
        const Result result = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"--rules"_qs, u"pack.yaml"_qs, u"a.redoubt.yaml"_qs});
        const QJsonValue rules = result.json()[u"rules"];
        QCOMPARE(rules[u"version"].toString(), builtinRules().version);
        QCOMPARE(rules[u"packs"][0][u"name"].toString(), u"House"_qs);
        QCOMPARE(rules[u"packs"][0][u"version"].toString(), u"3"_qs);
        QCOMPARE(rules[u"packs"][0][u"added"].toArray(), QJsonArray{u"OWN-001"_qs});
        QCOMPARE(rules[u"packs"][0][u"changes"][0][u"parameters"][0][u"to"].toString(), u"20 ms"_qs);
        QCOMPARE(rules[u"off"].toArray(), QJsonArray{u"GEN-003"_qs});
        const QJsonValue file = result.json()[u"files"][0];
        QCOMPARE(rules[u"judged"].toArray().size(), qsizetype(file[u"checks"].toInt()));
        QCOMPARE(file[u"checks"].toInt(), int(builtinRules().rules.size()));  // one added, one off
        QStringList states;
        for (const QJsonValue& waiver : file[u"waivers"].toArray()) {
            states << waiver[u"rule"].toString() + u' ' + waiver[u"state"].toString();
            for (const QJsonValue& at : waiver[u"findings"].toArray())
                QVERIFY(file[u"findings"][at.toInt()][u"waived"].toBool());
            QVERIFY(waiver[u"line"].toInt() > 20);
        }
        QCOMPARE(states, (QStringList{u"RMQ-004 accepts"_qs, u"OWN-001 accepts"_qs, u"GEN-001 stale"_qs, u"RMQ-001 stale"_qs}));
    }

    void textEndsWithTheRules()
    {
        const Result plain = m_cli.run({u"check"_qs, u"a.redoubt.yaml"_qs});
        QVERIFY2(plain.out.simplified().contains(u"accepted by J. Example on 2026-11-23: costs"), qPrintable(plain.out));
        QVERIFY2(plain.out.simplified().contains(u"note: The waiver of OWN-001 on sql-1 names no rule of Redoubt. If a rule pack has it, load that pack."),
                 qPrintable(plain.out));
        QVERIFY(plain.out.contains(u"\nRules "_qs + builtinRules().version));
        const Result packed = m_cli.run({u"check"_qs, u"a.redoubt.yaml"_qs, u"--rules"_qs, u"pack.yaml"_qs, u"--verbose"_qs});
        const QString flat = packed.out.simplified();
        QVERIFY2(flat.contains(u"Rule pack House 3 (pack.yaml)"), qPrintable(packed.out));
        QVERIFY2(flat.contains(u"GEN-003 switched off: Sketches are welcome"), qPrintable(packed.out));
        QVERIFY2(flat.contains(u"SQL-017 limit is 20 ms instead of 30 ms"), qPrintable(packed.out));
        QVERIFY2(flat.contains(u"Synchronous replication over more than 20 ms (limit 20 ms)"), qPrintable(packed.out));
        QCOMPARE(packed.out.count(u"\n  "_qs) > plain.out.count(u"\n  "_qs) + 200, true);
    }

    void failOnFollowsThePacks()
    {
        m_cli.file(u"lenient.yaml"_qs, [] {
            QByteArray yaml = "name: Lenient\nversion: \"1\"\nchanges:\n";
            for (const Rule& rule : builtinRules().rules)
                yaml += "  " + rule.id.toUtf8() + ": {severity: advice}\n";
            return yaml;
        }());
        const QStringList check{u"check"_qs, u"--no-waivers"_qs, u"--fail-on"_qs, u"warning"_qs, u"a.redoubt.yaml"_qs};
        QCOMPARE(m_cli.run(check).code, 1);
        QCOMPARE(m_cli.run(check + QStringList{u"--rules"_qs, u"lenient.yaml"_qs}).code, 0);
        // A later pack has the last word.
        QCOMPARE(m_cli.run(check + QStringList{u"--rules"_qs, u"lenient.yaml"_qs, u"--rules"_qs, u"pack.yaml"_qs}).code, 1);
    }

    void aWrongPackIsThree()
    {
        for (const QStringList& arguments : {QStringList{u"check"_qs, u"a.redoubt.yaml"_qs}, QStringList{u"explain"_qs, u"SQL-017"_qs},
                                             QStringList{u"list"_qs, u"rules"_qs},
                                             QStringList{u"export"_qs, u"a.redoubt.yaml"_qs, u"-o"_qs, u"a.svg"_qs}}) {
            const Result result = m_cli.run(arguments + QStringList{u"--rules"_qs, u"wrong.yaml"_qs});
            QCOMPARE(result.err, u"wrong.yaml:4:3: there is no rule `SQL-917`; did you mean `SQL-017`?\n"
                                 "wrong.yaml:5:23: `severity` must be error, warning or advice\n"_qs);
            QCOMPARE(result.code, 3);
            QCOMPARE(result.out, QString());
        }
        QVERIFY(!QFile::exists(m_cli.folder.filePath(u"a.svg"_qs)));
    }

    void explainAndListKnowPacks()
    {
        const QString own = m_cli.run({u"explain"_qs, u"--rules"_qs, u"pack.yaml"_qs, u"own-001"_qs}).out;
        QVERIFY2(own.startsWith(u"OWN-001  Names follow the house rule\n") && own.contains(u"Comes with House."), qPrintable(own));
        const QString changed = m_cli.run({u"explain"_qs, u"--rules"_qs, u"pack.yaml"_qs, u"SQL-017"_qs}).out;
        QVERIFY2(changed.contains(u"House: limit is 20 ms instead of 30 ms") && changed.contains(u"\nParameters\n  limit: 20 ms\n"),
                 qPrintable(changed));
        const QString off = m_cli.run({u"explain"_qs, u"--rules"_qs, u"pack.yaml"_qs, u"GEN-003"_qs}).out;
        QVERIFY2(off.contains(u"House: switched off: Sketches are welcome"), qPrintable(off));
        QVERIFY(m_cli.run({u"explain"_qs, u"SQL-017"_qs}).out.contains(u"\nParameters\n  limit: 30 ms\n"));
        const QJsonArray rules = m_cli.run({u"list"_qs, u"rules"_qs, u"--rules"_qs, u"pack.yaml"_qs, u"--format"_qs, u"json"_qs}).array();
        const auto builtin = qsizetype(builtinRules().rules.size());
        QCOMPARE(rules.size(), builtin + 1 + qsizetype(drawingRules().rules.size()));
        QCOMPARE(rules[builtin][u"pack"].toString(), u"House"_qs);
        for (const QJsonValue& rule : rules) {
            QCOMPARE(rule[u"off"].toBool(), rule[u"id"].toString() == u"GEN-003");
            if (rule[u"id"].toString() == u"SQL-017")
                QCOMPARE(rule[u"parameters"][u"limit"][u"value"].toDouble(), 20.0);
        }
    }

    void theHookRunsAsDefined()
    {
        const QString path = QStringLiteral(REDOUBT_SOURCE_DIR "/.pre-commit-hooks.yaml");
        const Node hooks = parseYaml(readFile(path), path);
        QVERIFY(hooks.isList());
        const Node& hook = hooks.items.front();
        for (const char* key : {"id", "name", "entry", "language", "files"})
            QVERIFY2(hook.find(QLatin1String(key)), key);
        QCOMPARE(hook.find(u"id"_qs)->text, u"redoubt-check"_qs);
        const QRegularExpression files(hook.find(u"files"_qs)->text);
        QVERIFY(files.match(u"designs/customer.redoubt.yaml"_qs).hasMatch());
        QVERIFY(!files.match(u"designs/customer.yaml"_qs).hasMatch());
        QStringList command = hook.find(u"entry"_qs)->text.split(u' ');
        QCOMPARE(command.takeFirst(), u"redoubt-cli"_qs);
        m_cli.file(u"fine.redoubt.yaml"_qs, "format: redoubt/1\n");
        QCOMPARE(m_cli.run(command + QStringList{u"fine.redoubt.yaml"_qs}).code, 0);
        QCOMPARE(m_cli.run(command + QStringList{u"bad.yaml"_qs, u"fine.redoubt.yaml"_qs}).code, 3);
    }
};

QTEST_GUILESS_MAIN(CheckFormatsTest)
#include "checkformats_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/files/references.h"
#include "model/files/tree.h"
#include "model/rules/rule.h"
#include "model/rules/sources.h"
#include "tests/cli/program.h"
#include "tests/support/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace redoubt;

class CliTest : public QObject {
    Q_OBJECT

    Program m_cli;

private slots:
    void initTestCase()
    {
        m_cli.file(u"a.redoubt.yaml"_qs, sampleDesign());
        m_cli.file(u"empty.yaml"_qs, "");
        m_cli.file(u"bad.yaml"_qs, "format: redoubt/1\nelements:\n  a: {kind: site, size: 1}\n  b: {kind: ss-web, in: c}\n");
    }

    void helpHasAnExampleForEveryCommand()
    {
        const QStringList commands{u"check"_qs, u"estimate"_qs, u"compare"_qs, u"export"_qs, u"new"_qs,
                                   u"nearest"_qs, u"layout"_qs, u"list"_qs, u"explain"_qs, u"schema"_qs};
        const Result all = m_cli.run({u"--help"_qs});
        QCOMPARE(all.code, 0);
        QVERIFY(all.out.contains(u"Example:"));
        for (const QString& command : commands) {
            QVERIFY2(all.out.contains(command), qPrintable(command));
            const Result help = m_cli.run({command, u"--help"_qs});
            QCOMPARE(help.code, 0);
            QCOMPARE(help.err, QString());
            QVERIFY2(help.out.contains(u"Example: redoubt-cli "_qs + command), qPrintable(help.out));
            for (const QString& later : {u"--embed"_qs, u"drawio"_qs, u"pptx"_qs})
                QVERIFY2(!help.out.contains(later), qPrintable(later));
        }
        QCOMPARE(m_cli.run({u"--version"_qs}).out, QStringLiteral("redoubt-cli " REDOUBT_VERSION "\n"));
    }

    /// Only the layout changes: lines outside of it, comments too, are those of the file.
    void layoutTidiesAndKeepsTheRest()
    {
        QByteArray yaml = referenceDesign(u"ss-pm-a1"_qs);
        yaml.replace("elements:\n", "# what there is\nelements:\n");
        m_cli.file(u"untidy.yaml"_qs, yaml);
        const Result out = m_cli.run({u"layout"_qs, u"untidy.yaml"_qs, u"-o"_qs, u"-"_qs});
        QCOMPARE(out.err, QString());
        QCOMPARE(out.code, 0);
        QCOMPARE(m_cli.bytes(u"untidy.yaml"_qs), yaml);
        const auto head = [](const QByteArray& text) { return text.left(text.indexOf("\nlayout:")); };
        QCOMPARE(head(out.bytes), head(yaml));
        QVERIFY(out.bytes != yaml);
        QCOMPARE(m_cli.run({u"layout"_qs, u"-"_qs, u"-o"_qs, u"-"_qs}, yaml).bytes, out.bytes);
        QCOMPARE(m_cli.run({u"layout"_qs, u"untidy.yaml"_qs}).code, 0);  // in place
        QCOMPARE(m_cli.bytes(u"untidy.yaml"_qs), out.bytes);
        QVERIFY(m_cli.run({u"layout"_qs, u"untidy.yaml"_qs, u"--fit"_qs, u"16:9"_qs, u"-o"_qs, u"-"_qs}).bytes != out.bytes);
        QCOMPARE(m_cli.run({u"layout"_qs, u"missing.yaml"_qs}).code, 3);
        QCOMPARE(m_cli.run({u"layout"_qs, u"bad.yaml"_qs}).code, 3);
    }

    /// Words that were moved by hand are put back, since their lines are new; the program says so.
    void layoutPutsLabelsBack()
    {
        QByteArray yaml = referenceDesign(u"ss-pm-a1"_qs);
        const qsizetype links = yaml.indexOf("\nlinks:\n") + 8;
        const QByteArray id = yaml.mid(links, yaml.indexOf(':', links) - links).trimmed();
        yaml.replace("\nlayout:\n", "\nlayout:\n  " + id + ": 0.3\n");
        m_cli.file(u"moved.yaml"_qs, yaml);
        QCOMPARE(m_cli.run({u"check"_qs, u"moved.yaml"_qs}).err, QString());
        const Result out = m_cli.run({u"layout"_qs, u"moved.yaml"_qs});
        QCOMPARE(out.code, 0);
        QCOMPARE(out.err, u"moved.yaml: the lines are new, so 1 label moved by hand is put back\n"_qs);
        QVERIFY(!m_cli.bytes(u"moved.yaml"_qs).contains(id + ": 0.3"));
        QCOMPARE(m_cli.run({u"layout"_qs, u"moved.yaml"_qs}).err, QString());
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* line, const QString& says) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts) << says;
        };
        row("", u"subcommand is required"_qs);
        row("explan SQL-003", u"there is no command `explan`; did you mean `explain`?"_qs);
        row("check", u"FILE is required"_qs);
        row("layout", u"FILE is required"_qs);
        row("layout a.redoubt.yaml --fit 4:3", u"--fit"_qs);
        row("check a.redoubt.yaml --fail-on never", u"--fail-on"_qs);
        row("check a.redoubt.yaml --format sharif", u"sharif"_qs);
        row("check a.redoubt.yaml --nonsense", u"--nonsense"_qs);
        row("estimate a.redoubt.yaml --fail sql-3", u"the design has no element or link `sql-3`; did you mean `sql-1`?"_qs);
        row("estimate a.redoubt.yaml --fail ag-ss", u"`ag-ss` is a group, and a group is nothing that fails by itself: give its members, `sql-1"_qs);
        row("estimate a.redoubt.yaml --scenario nothing", u"the design has no scenario `nothing`; it has `Server and witness lost`"_qs);
        row("estimate a.redoubt.yaml --scenario S --fail sql-1", u"--scenario"_qs);
        row("export a.redoubt.yaml --view round -o a.svg", u"there is no view `round`; there are drawn, overview, network, data, failover"_qs);
        row("export a.redoubt.yaml --scenario nothing -o a.svg", u"the design has no scenario `nothing`"_qs);
        row("estimate a.redoubt.yaml --service nothing", u"the design has no service `nothing`"_qs);
        row("estimate a.redoubt.yaml --min-sla 0.9995", u"give a percentage above 1 and up to 100"_qs);
        row("estimate a.redoubt.yaml --min-sla nan", u"give a percentage above 1 and up to 100"_qs);
        row("estimate a.redoubt.yaml --min-sla 0", u"give a percentage above 1 and up to 100"_qs);
        row("estimate a.redoubt.yaml --explain nothing", u"the design has no service or vault tenant `nothing`"_qs);
        row("estimate a.redoubt.yaml --show everything", u"--show"_qs);
        row("compare a.redoubt.yaml a.redoubt.yaml --format svg", u"--format"_qs);
        row("compare a.redoubt.yaml", u"At least 2 required"_qs);
        row("export a.redoubt.yaml", u"--output is required"_qs);
        row("export a.redoubt.yaml -o a.bmp", u"`bmp` is no format that Redoubt writes; it writes svg, png, pdf, yaml, csv"_qs);
        row("export a.redoubt.yaml -o -", u"say which --format"_qs);
        row("export a.redoubt.yaml -o a.png --dpi 0", u"--dpi"_qs);
        row("new ss-pm-z9 -o z.yaml", u"there is no reference design `ss-pm-z9`"_qs);
        row("list everything", u"everything"_qs);
        row("explain SQL-999", u"there is no rule `SQL-999`"_qs);
    }
    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Result result = m_cli.run(arguments);
        QVERIFY2(result.err.contains(says), qPrintable(result.err));
        QVERIFY2(result.err.contains(u"--help"), qPrintable(result.err));
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QString());
    }

    void badFilesAreThree_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("problems") << u"bad.yaml"_qs
                                  << u"bad.yaml:3:19: unknown key `size` of a site\n"
                                     "bad.yaml:4:25: `in` names `c`, but there is no such element\n"_qs;
        QTest::newRow("empty") << u"empty.yaml"_qs
                               << u"empty.yaml:1:1: the file is empty; expected a design that begins with `format: redoubt/1`\n"_qs;
        QTest::newRow("missing") << u"none.yaml"_qs << u"none.yaml: there is no such file\n"_qs;
        QTest::newRow("folder") << u"."_qs << u".: this is a folder; expected a design file\n"_qs;
    }
    void badFilesAreThree()
    {
        QFETCH(QString, name);
        QFETCH(QString, says);
        for (const QStringList& arguments : {QStringList{u"check"_qs, name}, QStringList{u"estimate"_qs, name},
                                             QStringList{u"export"_qs, name, u"-o"_qs, u"out.svg"_qs}}) {
            const Result result = m_cli.run(arguments);
            QCOMPARE(result.err, says);
            QCOMPARE(result.out, QString());
            QCOMPARE(result.code, 3);
        }
        QVERIFY(!QFile::exists(m_cli.folder.filePath(u"out.svg"_qs)));
    }

    void exportLooksAtTheDesignAsAsked()
    {
        QCOMPARE(m_cli.run({u"new"_qs, u"ss-pm-c3"_qs, u"-o"_qs, u"views.yaml"_qs, u"--force"_qs}).code, 0);
        const auto exported = [this](const QString& view) {
            const Result result = m_cli.run({u"export"_qs, u"views.yaml"_qs, u"--view"_qs, view, u"-o"_qs, u"view.svg"_qs});
            return std::pair(result, QString::fromUtf8(m_cli.bytes(u"view.svg"_qs)));
        };
        const auto [drawn, usual] = exported(u"drawn"_qs);
        QVERIFY(usual.contains(u"class=\"element ss-web\"") && usual.contains(u">TCP 443<"));
        QVERIFY2(drawn.err.contains(u"too small to read") && drawn.err.contains(u"overview"), qPrintable(drawn.err));
        const auto [said, overview] = exported(u"overview"_qs);
        QVERIFY(said.err.isEmpty() && !overview.contains(u"class=\"element ss-web\"") && !overview.contains(u">TCP 443<"));
        QVERIFY(overview.contains(u">\u00d73<"));
        QVERIFY(exported(u"network"_qs).second.contains(u">TCP 5022<"));
    }

    void exportKeepsTheCommentsOfAFileInItsPlace()
    {
        const QByteArray text = "# mine\n" + sampleDesign();
        m_cli.file(u"mine.yaml"_qs, text);
        const Result refused = m_cli.run({u"export"_qs, u"mine.yaml"_qs, u"-o"_qs, u"mine.yaml"_qs});
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.err, u"mine.yaml: has comments, which the canonical form would lose; --force replaces it\n"_qs);
        QCOMPARE(readFile(m_cli.folder.filePath(u"mine.yaml"_qs)), text);
        QCOMPARE(m_cli.run({u"export"_qs, u"mine.yaml"_qs, u"-o"_qs, u"mine.yaml"_qs, u"--force"_qs}).code, 0);
        QVERIFY(!readFile(m_cli.folder.filePath(u"mine.yaml"_qs)).startsWith('#'));
    }

    void anUnreadableFileIsThree()
    {
        m_cli.file(u"secret.yaml"_qs, sampleDesign());
        QFile::setPermissions(m_cli.folder.filePath(u"secret.yaml"_qs), QFile::WriteOwner);
        QString path = u"secret.yaml"_qs;
        if (QFile readable(m_cli.folder.filePath(path)); readable.open(QIODevice::ReadOnly))
            path = u"/proc/self/mem"_qs;  // root may read every file; the kernel refuses to read this one from its start
        const Result result = m_cli.run({u"check"_qs, path});
        QVERIFY2(result.err.startsWith(path + u": cannot be read: "_qs), qPrintable(result.err));
        QCOMPARE(result.code, 3);
    }

    void oneBadFileDoesNotSilenceTheOthers()
    {
        const Result result = m_cli.run({u"check"_qs, u"empty.yaml"_qs, u"a.redoubt.yaml"_qs});
        QCOMPARE(result.code, 3);
        QVERIFY(result.err.startsWith(u"empty.yaml:1:1: "));
        QVERIFY2(result.out.startsWith(u"a.redoubt.yaml: "), qPrintable(result.out));
    }

    void explainShowsWhoKeepsARule()
    {
        const QStringList arguments{u"explain"_qs, u"SQL-004"_qs, u"--design"_qs, u"a.redoubt.yaml"_qs};
        const Result text = m_cli.run(arguments);
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains(u"In order\n"), qPrintable(text.out));
        QVERIFY2(text.out.contains(u"(ag-ss)"), qPrintable(text.out));
        const Result json = m_cli.run(arguments + QStringList{u"--format"_qs, u"json"_qs});
        QCOMPARE(json.json()[u"schema"].toString(), u"redoubt/explain/1"_qs);
        QCOMPARE(json.json()[u"rule"][u"id"].toString(), u"SQL-004"_qs);
        QCOMPARE(json.json()[u"holding"][u"state"].toString(), u"holds"_qs);
        QCOMPARE(json.json()[u"holding"][u"in-order"][0][0].toString(), u"ag-ss"_qs);
    }

    void nearestNamesTheDesignAndWhatSeparates()
    {
        QCOMPARE(m_cli.run({u"new"_qs, u"ss-pm-b1"_qs, u"-o"_qs, u"b1.yaml"_qs, u"--force"_qs}).code, 0);
        const Result same = m_cli.run({u"nearest"_qs, u"b1.yaml"_qs});
        QCOMPARE(same.code, 0);
        QVERIFY2(same.out.contains(u"ss-pm-b1") && same.out.contains(u"no difference"), qPrintable(same.out));
        QByteArray text = m_cli.bytes(u"b1.yaml"_qs);
        text.replace("kind: witness, name: SQL quorum, in: dc-c", "kind: witness, name: SQL quorum, in: dc-a");
        const Result moved = m_cli.run({u"nearest"_qs, u"-"_qs}, text);
        QVERIFY2(moved.out.contains(u"  a witness in the primary site instead of in the third site\n"), qPrintable(moved.out));
        const QJsonObject json = m_cli.run({u"nearest"_qs, u"-"_qs, u"--format"_qs, u"json"_qs}, text).json();
        QCOMPARE(json[u"schema"].toString(), u"redoubt/nearest/1"_qs);
        QCOMPARE(json[u"nearest"][0][u"reference"].toString(), u"ss-pm-b1"_qs);
        QCOMPARE(json[u"nearest"][0][u"differences"][0][u"text"].toString(),
                 u"a witness in the primary site instead of in the third site"_qs);
        QVERIFY(json[u"nearest"][0][u"likeness"].toDouble() > json[u"nearest"][1][u"likeness"].toDouble());
        QVERIFY(m_cli.run({u"nearest"_qs, u"-"_qs}, "format: redoubt/1\n").out.contains(u"resembles no reference design"));
    }

    void checkSaysTheSameInBothForms()
    {
        const Result text = m_cli.run({u"check"_qs, u"a.redoubt.yaml"_qs});
        const Result json = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"a.redoubt.yaml"_qs});
        QCOMPARE(text.code, json.code);
        QCOMPARE(json.json()[u"schema"].toString(), u"redoubt/check/1"_qs);
        QCOMPARE(json.json()[u"tool"][u"version"].toString(), QStringLiteral(REDOUBT_VERSION));
        QVERIFY(!json.json()[u"rules"][u"version"].toString().isEmpty());
        const QJsonObject file = json.json()[u"files"][0].toObject();
        QCOMPARE(file[u"file"].toString(), u"a.redoubt.yaml"_qs);
        QVERIFY(file[u"checks"].toInt() > 0);
        const QJsonArray findings = file[u"findings"].toArray();
        QVERIFY(!findings.isEmpty());  // one engine-less site with two SQL nodes cannot be without a finding
        int errors = 0;
        for (const QJsonValue& finding : findings) {
            errors += finding[u"severity"].toString() == u"error" && !finding[u"waived"].toBool();
            QVERIFY(text.out.contains(finding[u"rule"].toString()));
            QVERIFY(text.out.contains(finding[u"title"].toString()));
            QVERIFY(finding[u"line"].toInt() > 0 && finding[u"column"].toInt() > 0);
            for (const char* key : {"message", "subjects", "waived", "fixable"})
                QVERIFY2(!finding[QLatin1String(key)].isUndefined(), key);
        }
        QCOMPARE(file[u"summary"][u"errors"].toInt(), errors);
        QCOMPARE(text.code, errors ? 1 : 0);
        QCOMPARE(m_cli.run({u"check"_qs, u"--fail-on"_qs, u"advice"_qs, u"a.redoubt.yaml"_qs}).code, 1);
        QVERIFY(!text.out.contains(u'\033'));
    }

    void standardInputIsAFileToo()
    {
        const Result result = m_cli.run({u"check"_qs, u"--format"_qs, u"json"_qs, u"-"_qs}, sampleDesign());
        QCOMPARE(result.json()[u"files"][0][u"file"].toString(), u"-"_qs);
        QCOMPARE(m_cli.run({u"check"_qs, u"-"_qs}).err,
                 u"-:1:1: the file is empty; expected a design that begins with `format: redoubt/1`\n"_qs);
    }

    void compareMarksWhatDiffers()
    {
        for (const QString& name : {u"ss-pm-a1"_qs, u"ss-pm-c3"_qs})
            QVERIFY(m_cli.run({u"new"_qs, name, u"-o"_qs, name + u".yaml"_qs}).code == 0);
        const QStringList files{u"ss-pm-a1.yaml"_qs, u"ss-pm-c3.yaml"_qs};
        const Result text = m_cli.run(QStringList{u"compare"_qs} + files);
        QCOMPARE(text.code, 0);
        for (const QString& section : {u"Availability"_qs, u"Nodes"_qs, u"Licences and editions"_qs, u"Findings"_qs, u"Ports to open"_qs})
            QVERIFY2(text.out.contains(section + u'\n'), qPrintable(section));
        const QJsonArray rows = m_cli.run(QStringList{u"compare"_qs, u"--format"_qs, u"json"_qs} + files).json()[u"rows"].toArray();
        bool seen = false;
        for (const QJsonValue& row : rows)
            if (row[u"label"].toString() == u"Secret Server sign-in, automatic"_qs) {
                seen = true;
                QCOMPARE(row[u"differs"].toBool(), true);
                QCOMPARE(row[u"best"].toInt(), 1);
                QVERIFY(qAbs(row[u"values"][0].toDouble() - 0.999716021122365) < 1e-12);
            }
        QVERIFY(seen);
        const Result markdown = m_cli.run(QStringList{u"compare"_qs, u"--format"_qs, u"md"_qs} + files);
        QVERIFY(markdown.out.startsWith(u"## Availability\n\n| |"));
        const Result same = m_cli.run({u"compare"_qs, u"--format"_qs, u"json"_qs, files[0], files[0]});
        for (const QJsonValue& row : same.json()[u"rows"].toArray())
            QVERIFY(!row[u"differs"].toBool());
        QCOMPARE(m_cli.run({u"compare"_qs, files[0]}).code, 2);
    }

    void exportsNeedNoDisplay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("svg") << u"a.svg"_qs << QByteArray("<?xml");
        QTest::newRow("png") << u"a.png"_qs << QByteArray("\x89PNG");
        QTest::newRow("pdf") << u"a.pdf"_qs << QByteArray("%PDF-");
        QTest::newRow("yaml") << u"b.redoubt.yaml"_qs << sampleDesign();
        QTest::newRow("csv") << u"a.csv"_qs
                             << QByteArray("source,source site,target,target site,protocol,port,direction,purpose,catalogue row,use\r\n");
    }
    void exportsNeedNoDisplay()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        const Result result = m_cli.run({u"export"_qs, u"a.redoubt.yaml"_qs, u"-o"_qs, name});
        QCOMPARE(result.err, QString());
        QCOMPARE(result.out, QString());
        QCOMPARE(result.code, 0);
        const QByteArray bytes = m_cli.bytes(name);
        QVERIFY2(bytes.startsWith(start), bytes.left(200).constData());
        const Result piped = m_cli.run({u"export"_qs, u"-"_qs, u"-o"_qs, u"-"_qs, u"--format"_qs, name.section(u'.', -1)}, sampleDesign());
        QVERIFY(piped.bytes.startsWith(start));
    }

    void thePortListHasOneRowForEachFlowAndPort()
    {
        m_cli.run({u"export"_qs, u"a.redoubt.yaml"_qs, u"-o"_qs, u"ports.csv"_qs});
        const QStringList lines = QString::fromUtf8(m_cli.bytes(u"ports.csv"_qs)).split(u"\r\n"_qs, Qt::SkipEmptyParts);
        QVERIFY(lines.contains(u"Secret Server Users/Admins (users-ss),,ss-a.company.com (lb-ss-a),Datacenter A (dc-a),TCP,443,"
                               "source to target,"_qs + lines.filter(u"lb-ss-a),Datacenter A (dc-a),TCP,443"_qs).value(0).section(u',', 7)));
        QVERIFY(!lines.filter(u"Node 1 (ss-web-1)"_qs).isEmpty());
    }

    void anExportThatCannotBeWrittenIsThree()
    {
        const Result result = m_cli.run({u"export"_qs, u"a.redoubt.yaml"_qs, u"-o"_qs, u"no/such/folder/a.svg"_qs});
        QVERIFY2(result.err.startsWith(u"no/such/folder/a.svg: cannot be written: "), qPrintable(result.err));
        QCOMPARE(result.code, 3);
    }

    void newStartsFromEveryReference()
    {
        for (const ReferenceDesign& reference : referenceDesigns()) {
            const QString name = reference.id + u".redoubt.yaml"_qs;
            QCOMPARE(m_cli.run({u"new"_qs, reference.id, u"-o"_qs, name}).code, 0);
            QCOMPARE(m_cli.bytes(name), referenceDesign(reference.id));
            const Result again = m_cli.run({u"new"_qs, reference.id, u"-o"_qs, name});
            QCOMPARE(again.code, 3);
            QCOMPARE(again.err, name + u": exists already; --force replaces it\n"_qs);
            QCOMPARE(m_cli.run({u"new"_qs, reference.id, u"--force"_qs, u"-o"_qs, name}).code, 0);
        }
    }

    void listsAreWhatTheProgramKnows()
    {
        const QJsonArray rules = m_cli.run({u"list"_qs, u"rules"_qs, u"--format"_qs, u"json"_qs}).array();
        QCOMPARE(rules.size(), qsizetype(builtinRules().rules.size() + drawingRules().rules.size()));
        for (const char* key : {"id", "severity", "title", "condition", "message", "why", "fix", "fixable", "source"})
            QVERIFY2(rules[0].toObject().contains(QLatin1String(key)), key);
        QCOMPARE(m_cli.run({u"list"_qs, u"references"_qs, u"--format"_qs, u"json"_qs}).array().size(),
                 qsizetype(referenceDesigns().size()));
        const Catalog catalog = builtinCatalog();
        QCOMPARE(m_cli.run({u"list"_qs, u"kinds"_qs, u"--format"_qs, u"json"_qs}).array().size(),
                 qsizetype(catalog.kinds.size() + catalog.groupKinds.size()));
        QCOMPARE(m_cli.run({u"list"_qs, u"links"_qs, u"--format"_qs, u"json"_qs}).array().size(), qsizetype(catalog.rows.size()));
        for (const QString& what : {u"kinds"_qs, u"links"_qs, u"rules"_qs, u"references"_qs}) {
            const Result text = m_cli.run({u"list"_qs, what});
            QCOMPARE(text.code, 0);
            QCOMPARE(text.out.count(u'\n'), 1 + m_cli.run({u"list"_qs, what, u"--format"_qs, u"json"_qs}).array().size());
        }
    }

    void explainTellsTheWholeRule()
    {
        const Rule rule = builtinRules().rules.front();
        const Result result = m_cli.run({u"explain"_qs, rule.id.toLower()});
        QCOMPARE(result.code, 0);
        QVERIFY(result.out.startsWith(rule.id + u"  "_qs + rule.title + u'\n'));
        const QString flowing = result.out.simplified();
        for (const QString& part : {rule.condition, rule.why, rule.fix})
            QVERIFY2(flowing.contains(part.simplified()), qPrintable(part));
        // Keys of documents read as the documents they stand for.
        for (const QString& key : rule.sources)
            QVERIFY2(flowing.contains(sourceText(sourceOf(key)).simplified()), qPrintable(flowing));
    }

    void schemaIsJson()
    {
        const QJsonObject schema = m_cli.run({u"schema"_qs}).json();
        QCOMPARE(schema[u"$schema"].toString(), u"http://json-schema.org/draft-07/schema#"_qs);
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"

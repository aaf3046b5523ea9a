// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/edits.h"
#include "model/files/designfile.h"

#include "model/files/filewriter.h"
#include "model/files/scalars.h"
#include "model/files/tree.h"
#include "tests/support/bigdesign.h"
#include "tests/support/draft.h"
#include "tests/support/randomdesign.h"
#include "tests/support/samples.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>
#include <ctime>

using namespace redoubt;

namespace {

Design designOf(const QByteArray& yaml)
{
    return readDesign(yaml, u"f"_qs, testCatalog()).design;
}

/// All problems, or `ok`.
QString problemsOf(const QByteArray& yaml)
{
    try {
        (void)designOf(yaml);
    } catch (const FileError& e) {
        return e.message();
    }
    return u"ok"_qs;
}

QByteArray written(const Design& design)
{
    return writeDesign(design, testCatalog());
}

/// Which lines differ between two texts of equally many lines.
QStringList changedLines(const QByteArray& a, const QByteArray& b)
{
    const auto x = a.split('\n'), y = b.split('\n');
    QStringList changed;
    for (qsizetype i = 0; i < qMin(x.size(), y.size()); ++i)
        if (x[i] != y[i])
            changed << QString::fromUtf8(y[i]);
    return x.size() == y.size() ? changed : QStringList{u"not as many lines"_qs};
}

QByteArray mutated(QByteArray bytes, QRandomGenerator& random)
{
    static const QByteArray hard = "{}[],:#&*!|>'\"%@`-?\n \t\0\xff\xc3~0x1";
    for (int i = random.bounded(1, 4); i > 0 && !bytes.isEmpty(); --i) {
        const qsizetype at = random.bounded(int(bytes.size()));
        const char c = hard[random.bounded(int(hard.size()))];
        switch (random.bounded(4)) {
        case 0: bytes[at] = c; break;
        case 1: bytes.insert(at, c); break;
        case 2: bytes.remove(at, random.bounded(1, 30)); break;
        default: bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), random.bounded(1, 40)));
        }
    }
    return bytes;
}

}  // namespace

class DesignFileTest : public QObject {
    Q_OBJECT

private slots:
    void theSampleIsCanonical()
    {
        QCOMPARE(changedLines(sampleDesign(), written(designOf(sampleDesign()))).join(u'\n'), QString());
    }

    void whatIsReadIsTyped()
    {
        const DesignFile file = readDesign(sampleDesign(), u"f"_qs, testCatalog());
        const Design& design = file.design;
        QCOMPARE(design.settingText(u"title"_qs), u"Two nodes and a witness"_qs);
        QCOMPARE(design.settingText(u"reference"_qs), u"ss-pm-a1"_qs);
        const Element& sql = *design.element({u"sql-1"_qs});
        QCOMPARE(sql.in.value, u"db-a"_qs);
        QVERIFY(sql.properties.at(u"votes"_qs) == PropertyValue(qint64(1)));
        QVERIFY(sql.properties.at(u"sql-version"_qs) == PropertyValue(u"2019"_qs));
        QCOMPARE(design.element({u"rmq-1"_qs})->host.value, u"ss-web-1"_qs);
        QVERIFY(design.element({u"lb-ss-a"_qs})->properties.at(u"x-forwarded-for"_qs) == PropertyValue(true));
        QCOMPARE(textAt(*design.element({u"ss-web-1"_qs})->properties.at(u"x-asset"_qs).record(), u"tag"_qs), u"A-17"_qs);
        QCOMPARE(textAt(design.group({u"ag-ss"_qs})->members[1].fields, u"role"_qs), u"secondary"_qs);
        const Link& link = *design.link({u"l-10"_qs});
        QVERIFY(link.use == LinkUse::Failover && link.hidden && link.label == u"by hand");
        QCOMPARE(design.layout[u"ss-web-1"_qs], QRectF(12.5, -3, 60, 60));
        QCOMPARE(design.labelPlaces, (QMap<QString, double>{{u"l-2"_qs, 0.4}}));
        QCOMPARE(design.waivers.front().expires, QDate(2027, 5, 1));
        QCOMPARE(file.places[u"sql-1"_qs].line, 8);
        QCOMPARE(file.places[u"sql-1"_qs].column, 3);
        QVERIFY(file.places.contains(u"waiver:0"_qs));
        QVERIFY(!file.hasComments);
        QVERIFY(readDesign("# why\n" + sampleDesign(), u"f"_qs, testCatalog()).hasComments);
    }

    void whatIsWrittenComesBack()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 60; ++round) {
            const Design design = randomDesign(random, testCatalog(), 30);
            const QByteArray text = written(design);
            QCOMPARE(problemsOf(text), u"ok"_qs);
            const Design back = designOf(text);
            QCOMPARE(changedLines(text, written(back)).join(u'\n'), QString());
            QVERIFY(back == design);
        }
    }

    void theSameDesignGivesTheSameBytes()
    {
        QRandomGenerator random(12);
        const Design design = randomDesign(random, testCatalog(), 40);
        Design other;
        for (auto it = design.links.cend(); it != design.links.cbegin();)
            --it, other.insert(it.key().value, Link(**it));
        for (auto it = design.elements.cend(); it != design.elements.cbegin();)
            --it, other.insert(it.key().value, Element(**it));
        for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it)
            other.insert(it.key().value, Group(**it));
        other.layout = design.layout;
        other.labelPlaces = design.labelPlaces;
        other.settings = design.settings;
        other.waivers = design.waivers;
        other.scenarios = design.scenarios;
        other.extras = design.extras;
        QVERIFY(other == design);
        QCOMPARE(written(other), written(design));
    }

    void oneMovedElementIsOneChangedLine()
    {
        Design design = designOf(sampleDesign());
        design.layout[u"dc-a"_qs].moveLeft(52);
        QCOMPARE(changedLines(sampleDesign(), written(design)), QStringList{u"  dc-a: [52, 320, 860, 530]"_qs});
    }

    void oneMovedLabelIsOneChangedLine()
    {
        Design design = designOf(sampleDesign());
        design.labelPlaces[u"l-2"_qs] = 0.75;
        QCOMPARE(changedLines(sampleDesign(), written(design)), QStringList{u"  l-2: 0.75"_qs});
        design = patched(design, edits::remove(design, testCatalog(), {u"l-2"_qs}));
        QVERIFY(design.labelPlaces.isEmpty());
    }

    void containersComeBeforeWhatStandsInThemAndTenAfterTwo()
    {
        const QByteArray text = written(designOf(R"(format: redoubt/1
elements:
  web-10: {kind: ss-web, in: zone}
  web-2: {kind: ss-web, in: zone}
  users: {kind: user-ss}
  zone: {kind: layer, in: dc}
  dc: {kind: site}
)"));
        QCOMPARE(text, QByteArray(R"(format: redoubt/1
elements:
  dc: {kind: site}
  zone: {kind: layer, in: dc}
  web-2: {kind: ss-web, in: zone}
  web-10: {kind: ss-web, in: zone}
  users: {kind: user-ss}
)"));
    }

    void numbersAreShortAndExact()
    {
        QCOMPARE(numberText(0.999997002), QByteArray("0.999997002"));
        QCOMPARE(numberText(0.1), QByteArray("0.1"));
        QCOMPARE(numberText(5), QByteArray("5"));
        QCOMPARE(numberText(-0.0), QByteArray("0"));
        QCOMPARE(numberText(1e20), QByteArray("1.0e+20"));
        QRandomGenerator random(13);
        for (int i = 0; i < 10000; ++i) {
            quint64 bits = random.generate64();
            double value;
            memcpy(&value, &bits, sizeof value);
            if (std::isfinite(value))
                QCOMPARE(parseNumber(QString::fromLatin1(numberText(value))), std::optional(value));
        }
        for (const char* text : {"010", "0x10", "1_000", "+5", ".5", "5.", "1e", ".inf", "nan", "", "-", "12:30", "1e400"})
            QVERIFY2(!parseNumber(QString::fromLatin1(text)), text);
    }

    void textThatLooksLikeAnotherTypeIsQuoted()
    {
        for (const char* text : {"true", "No", "off", "null", "~", "010", "443", "1e3", "0x1F", "12:30", "2026-11-23", ".inf", "", "a: b", "# c"})
            QVERIFY2(yamlText(QString::fromLatin1(text)).startsWith('"'), text);
        for (const char* text : {"443/tcp", "Node 1", "J. Example", "ss.company.com", "2012 R2", "https://h.example/x", "1434/udp", "Users/Admins"})
            QCOMPARE(yamlText(QString::fromLatin1(text)), QByteArray(text));
    }

    void ports()
    {
        for (const char* port : {"443/tcp", "1434/udp", "49152-65535/tcp", "icmp"})
            QVERIFY2(isPort(QString::fromLatin1(port)), port);
        for (const char* port : {"443", "0/tcp", "65536/tcp", "tcp/443", "9-8/tcp", "443/sctp", "", "/tcp", "1-2-3/tcp", "0443/tcp"})
            QVERIFY2(!isPort(QString::fromLatin1(port)), port);
    }

    void badFilesSayWhatAndWhere_data();
    void badFilesSayWhatAndWhere()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, problems);
        QCOMPARE(problemsOf(yaml), problems);
    }

    void aMistypedWordGetsASuggestion_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("kind") << QByteArray("a: {kind: sql-sever}") << u"did you mean `sql-server`?"_qs;
        QTest::newRow("snake") << QByteArray("a: {kind: ss_web}") << u"did you mean `ss-web`?"_qs;
        QTest::newRow("key") << QByteArray("a: {kind: sql-server, edtion: standard}") << u"did you mean `edition`?"_qs;
        QTest::newRow("choice") << QByteArray("a: {kind: sql-server, edition: Standard}") << u"did you mean `standard`?"_qs;
        QTest::newRow("id") << QByteArray("web-1: {kind: ss-web, in: dc-1}\n  dc1: {kind: site}") << u"did you mean `dc1`?"_qs;
    }
    void aMistypedWordGetsASuggestion()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, suggestion);
        const QString problems = problemsOf("format: redoubt/1\nelements:\n  " + line + "\n");
        QVERIFY2(problems.endsWith(suggestion), qPrintable(problems));
    }

    void mutatedFilesNeverCrash()
    {
        QRandomGenerator random(14);
        int sound = 0;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray yaml = mutated(sampleDesign(), random);
            try {
                const Design design = designOf(yaml);
                ++sound;
                QVERIFY(designOf(written(design)) == design);
            } catch (const FileError& e) {
                QVERIFY(!e.problems().empty());
                for (const Problem& problem : e.problems())
                    QVERIFY2(!problem.text.isEmpty() && problem.line >= 0 && problem.line <= yaml.count('\n') + 2, e.what());
            }
        }
        QVERIFY(sound > 0);
    }

    void truncatedFilesAreRefusedOrWhole()
    {
        const QByteArray sample = sampleDesign();
        const qsizetype elements = sample.indexOf("\ngroups:");
        // Cut in the middle of an element's line. (A cut between lines can leave a whole, smaller design.)
        for (qsizetype size = sample.indexOf("  dc-a"); size < elements; ++size) {
            const QByteArray cut = sample.left(size), last = cut.mid(cut.lastIndexOf('\n') + 1).trimmed();
            if (!last.isEmpty() && sample[size] != '\n')
                QVERIFY2(problemsOf(cut) != u"ok", cut.constData());
        }
    }

    void filesOnDisk()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.redoubt.yaml"_qs);
        const Design design = designOf(sampleDesign());
        writeDesignFile(path, design, testCatalog());
        QVERIFY(readDesignFile(path, testCatalog()).design == design);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto before = QFile::permissions(path);
        writeDesignFile(path, design, testCatalog());
        QCOMPARE(QFile::permissions(path), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        const auto problem = [&](const QString& name) {
            try {
                (void)readDesignFile(name, testCatalog());
            } catch (const FileError& e) {
                return e.problems().front().text;
            }
            return u"ok"_qs;
        };
        QCOMPARE(problem(folder.path()), u"this is a folder; expected a design file"_qs);
        QCOMPARE(problem(folder.filePath(u"none"_qs)), u"there is no such file"_qs);
        QVERIFY_THROWS_EXCEPTION(FileError, writeDesignFile(folder.path(), design, testCatalog()));
        QVERIFY_THROWS_EXCEPTION(FileError, writeDesignFile(folder.filePath(u"no/such/folder"_qs), design, testCatalog()));
        QVERIFY_THROWS_EXCEPTION(FileError, writeFile(u"/proc/version"_qs, "x"));
    }

    void bigDesignsComeBack()
    {
        const Design design = bigDesign(10000);
        const QByteArray text = written(design);
        const auto start = std::clock();
        const Design back = designOf(text);
        const auto between = std::clock();
        QCOMPARE(written(back), text);
        qInfo("%lld KB: read in %ld ms, written in %ld ms of processor time", text.size() / 1024,
              (between - start) / (CLOCKS_PER_SEC / 1000), (std::clock() - between) / (CLOCKS_PER_SEC / 1000));
        QVERIFY(back == design);
    }
};

void DesignFileTest::badFilesSayWhatAndWhere_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("problems");
    const QByteArray head = "format: redoubt/1\n";
    const auto row = [&](const char* name, const QByteArray& yaml, const char* problems) {
        QTest::newRow(name) << yaml << QString::fromUtf8(problems);
    };
    const auto elements = [&](const char* name, const QByteArray& lines, const char* problems) {
        row(name, head + "elements:\n" + lines, problems);
    };
    row("empty", "", "f:1:1: the file is empty; expected a design that begins with `format: redoubt/1`");
    row("only a comment", "# nothing\n", "f:1:1: the file is empty; expected a design that begins with `format: redoubt/1`");
    row("no design", "a: 1\n", "f:1:1: not a Redoubt design: there is no `format: redoubt/1` at the top level");
    row("a list", "- 1\n", "f:1:1: not a Redoubt design: there is no `format: redoubt/1` at the top level");
    row("format", "format: 1\n", "f:1:9: `format` is `1`; expected redoubt/1");
    row("newer", "format: redoubt/2\nnews: [1]\n",
        "f:1:9: this design was written by a newer Redoubt (format redoubt/2); this program reads up to redoubt/1");
    row("top level", head + "elemets: {}\n", "f:2:1: unknown key `elemets` at the top level; did you mean `elements`?");
    row("section", head + "elements: [1]\n", "f:2:11: `elements` is a list; expected a map of ids");
    row("brackets", head + "elements: " + QByteArray(100000, '['), "f:2:43: nested deeper than 32 levels");
    row("alias bomb", head + "x-a: &a [x, x]\nx-b: &b [*a, *a]\nx-c: [*b, *b]\n",
        "f:2:6: anchors (`&name`) are not allowed; write the value out");
    elements("no kind", "  a: {name: A}\n", "f:3:3: the element `a` has no `kind`");
    elements("unknown kind", "  a: {kind: mainframe, color: red}\n", "f:3:13: unknown kind `mainframe` of element");
    elements("not a map", "  a: ss-web\n  b:\n", "f:3:6: the element `a` is `ss-web`; expected a map\nf:4:3: the element `b` is nothing; expected a map");
    elements("twice", "  a: {kind: site}\n  a: {kind: site}\n", "f:4:3: the key `a` stands here twice");
    elements("twice in two sections", "  a: {kind: site}\ngroups:\n  a: {kind: wsfc}\n", "f:5:3: the id `a` is used twice; it stands in line 3 already");
    elements("id", "  Web1: {kind: ss-web}\n",
             "f:3:3: `Web1` cannot be an id; expected a lower-case letter, then lower-case letters, digits and single hyphens");
    elements("bool", "  a: {kind: load-balancer, sticky: yes}\n", "f:3:36: `sticky` is `yes`; expected true or false");
    elements("integer", "  a: {kind: sql-instance, port: 010}\n", "f:3:33: `port` is `010`; expected a whole number");
    elements("fraction", "  a: {kind: site, availability: 99.9}\n",
             "f:3:33: `availability` is `99.9`; expected a fraction between 0 and 1, such as 0.999");
    elements("nan", "  a: {kind: site, availability: .nan}\n",
             "f:3:33: `availability` is `.nan`; expected a fraction between 0 and 1, such as 0.999");
    elements("quoted number", "  a: {kind: sql-instance, port: \"1433\"}\n",
             "f:3:33: `port` is the text \"1433\"; expected a whole number");
    elements("name", "  a: {kind: site, name: true}\n",
             "f:3:25: `name` is `true`; expected a text; write \"true\" in quotes if it is one");
    elements("text list", "  a: {kind: site, name: [A]}\n", "f:3:25: `name` is a list; expected a text");
    elements("choice", "  a: {kind: sql-server, edition: gold}\n",
             "f:3:34: `edition` is `gold`; expected one of express, standard, enterprise");
    elements("missing container", "  a: {kind: ss-web, in: nowhere}\n", "f:3:25: `in` names `nowhere`, but there is no such element");
    elements("missing host", "  a: {kind: rabbitmq-node, host: gone}\n", "f:3:34: `host` names `gone`, but there is no such element");
    elements("not a container", "  a: {kind: ss-web}\n  b: {kind: ss-web, in: a}\n",
             "f:4:25: `b` stands in `a`, but a ss-web is not a container");
    elements("cycle", "  a: {kind: layer, in: b}\n  b: {kind: layer, in: c}\n  c: {kind: layer, in: a}\n",
             "f:5:24: a cycle of containers: a, b, c, a");
    elements("in itself", "  a: {kind: layer, in: a}\n", "f:3:24: `a` stands in itself");
    elements("host cycle", "  a: {kind: rabbitmq-node, host: b}\n  b: {kind: ss-web, host: a}\n",
             "f:4:27: a cycle of containers and hosts: a, b, a");
    const QByteArray two = head + "elements:\n  a: {kind: user-ss}\n  b: {kind: ss-web}\n";
    row("link end", two + "links:\n  l: {from: a, to: web}\n", "f:6:20: `to` names `web`, but there is no such element");
    row("link to a link", two + "links:\n  l: {from: a, to: m}\n  m: {from: a, to: b}\n",
        "f:6:20: `to` names `m`, which is a link; expected an element");
    row("link without end", two + "links:\n  l: {from: a}\n", "f:6:3: the link `l` has no `to`");
    row("link row", two + "links:\n  l: {from: a, to: b, row: XX-9999}\n", "f:6:28: unknown link row `XX-9999`");
    row("row and rows", two + "links:\n  l: {from: a, to: b, row: CN-01, rows: [CN-02]}\n",
        "f:6:28: a link has either `row` or `rows`, not both");
    row("port", two + "links:\n  l: {from: a, to: b, ports: [443, 1/tcp]}\n",
        "f:6:31: `443` is not a port; expected a form such as 443/tcp, 1434/udp, 49152-65535/tcp or icmp, with numbers "
        "from 1 to 65535");
    row("use", two + "links:\n  l: {from: a, to: b, use: backup}\n",
        "f:6:28: `use` is `backup`; expected one of normal, failover, optional");
    row("member", two + "groups:\n  g: {kind: ss-deployment, members: [b, c, b]}\n",
        "f:6:41: `members` names `c`, but there is no such element\nf:6:44: `b` is a member twice");
    row("ref", two + "groups:\n  g: {kind: wsfc, members: [], witness: wit}\n",
        "f:6:41: `witness` names `wit`, but there is no such element or group");
    row("layout", two + "layout:\n  a: [1, 2, 3]\n  c: [0, 0, 1, 1]\n",
        "f:6:6: expected a place [x, y, width, height]: four numbers up to 10000000, width and height greater than 0\n"
        "f:7:3: `layout` names `c`, but there is no such element");
    row("layout label", two + "links:\n  l: {from: a, to: b}\nlayout:\n  l: 1.5\n  a: 0.5\n  m: 0.5\n",
        "f:8:6: expected a place [x, y, width, height], or for the words of a link a part of its line from 0 to 1\n"
        "f:9:3: `layout` names `a`, which is an element; expected a link\n"
        "f:10:3: `layout` names `m`, but there is no such link");
    row("layout inf", two + "layout:\n  a: [.inf, 2, 3, 4]\n",
        "f:6:6: expected a place [x, y, width, height]: four numbers up to 10000000, width and height greater than 0");
    row("waiver", two + "waivers:\n  - {on: [a], date: 2026-13-01}\n  - RMQ-001\n",
        "f:6:5: a waiver without `rule`\nf:6:5: a waiver without `reason`: say why the finding is accepted\nf:6:21: `date` is `2026-13-01`; expected a date such as 2026-11-23\n"
        "f:7:5: a waiver is `RMQ-001`; expected a map with `rule`, `on` and `reason`");
}

QTEST_APPLESS_MAIN(DesignFileTest)
#include "designfile_test.moc"

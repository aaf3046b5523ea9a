// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalogreader.h"
#include "model/catalog/connections.h"
#include "model/catalog/packeddata.h"
#include "tests/support/draft.h"

#include <QtTest>

using namespace redoubt;

namespace {

QByteArray dataFile(const QString& path)
{
    return readFile(QStringLiteral(REDOUBT_SOURCE_DIR "/resources/") + path);
}

std::vector<NamedTree> sourceFiles()
{
    std::vector<NamedTree> files = packedData(QStringLiteral("catalog"));
    for (NamedTree& file : files)
        file.root = parseYaml(dataFile(QStringLiteral("catalog/") + file.path), file.path);
    return files;
}

/// What the reader says about the built-in files plus one more, as `line:column text`, one line each.
QStringList complaints(const QByteArray& yaml)
{
    static const std::vector<NamedTree> files = sourceFiles();
    std::vector<NamedTree> all = files;
    all.push_back({QStringLiteral("extra.yaml"), parseYaml(yaml, QStringLiteral("extra.yaml"))});
    QStringList result;
    try {
        (void)readCatalog(all);
    } catch (const FileError& error) {
        for (const Problem& problem : error.problems())
            result << QStringLiteral("%1:%2:%3 %4").arg(problem.path).arg(problem.line).arg(problem.column).arg(problem.text);
    }
    return result;
}

}  // namespace

/// The files of the catalog: what they may say, what is said of their mistakes, and that they are whole.
class CatalogFilesTest : public QObject {
    Q_OBJECT

private:
    const Catalog m_catalog = builtinCatalog();

private slots:
    void builtinEqualsItsSources()
    {
        const Catalog source = readCatalog(sourceFiles());
        QCOMPARE(m_catalog.kinds.size(), source.kinds.size());
        QCOMPARE(m_catalog.rows.size(), source.rows.size());
        QVERIFY(!m_catalog.version.isEmpty());
        QCOMPARE(m_catalog.kinds.back().nameStem, source.kinds.back().nameStem);
    }

    void oneEntryMakesAKind()
    {
        const QByteArray extra = R"(version: "1"
kinds:
  print-server:
    label: Print server
    plural: Print servers
    description: Prints.
    product: shared
    category: Servers
    shape: node
    icon: server
    size: [84, 84]
    placed-in: [site]
    id-stem: print
    name-stem: Printer
links:
  XX-01:
    purpose: Prints
    product: shared
    from: [ss-web]
    to: [print-server]
    ports: [631/tcp]
)";
        QCOMPARE(complaints(extra), QStringList());
        std::vector<NamedTree> files = sourceFiles();
        files.push_back({u"extra.yaml"_qs, parseYaml(extra, u"extra.yaml"_qs)});
        const Catalog catalog = readCatalog(files);
        QVERIFY(catalog.kind(u"print-server"_qs)->property(u"state"_qs));
        Design design;
        design.insert(u"a"_qs, Element{u"ss-web"_qs, {}, {}, {}, {}});
        design.insert(u"b"_qs, Element{u"print-server"_qs, {}, {}, {}, {}});
        QCOMPARE(idsOf(legalRows(design, catalog, {u"a"_qs}, {u"b"_qs})), QStringList{u"XX-01"_qs});
        QCOMPARE(idsOf(legalRows(design, catalog, {u"b"_qs}, {u"a"_qs})), QStringList());
    }

    void mistakesAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QStringList>("starts");
        const QByteArray head = "version: '1'\n";
        const QByteArray kind = "kinds:\n  k: {label: K, plural: K, description: K, product: ss, category: C, shape: node, "
                                "icon: i, id-stem: k, name-stem: K, ";
        QTest::newRow("no version") << QByteArray("kinds: {}\n") << QStringList{u"extra.yaml:1:1 `version` is missing"_qs};
        QTest::newRow("unknown key") << head + "kind: 3\n" << QStringList{u"extra.yaml:2:1 the key `kind` is not known"_qs};
        QTest::newRow("unknown container") << head + kind + "size: [84, 84], placed-in: [moon]}\n"
                                           << QStringList{u"extra.yaml:3:146 there is no element kind `moon`"_qs};
        QTest::newRow("two at once") << head + kind + "size: [84], placed-in: [site], colour: red}\n"
                                     << QStringList{u"extra.yaml:3:124 expected [width, height]"_qs, u"extra.yaml:3:149 the key `colour`"_qs};
        QTest::newRow("twice") << head + "kinds:\n  ss-web: {}\n" << QStringList{u"extra.yaml:3:3 the kind `ss-web` is defined twice"_qs};
        const QByteArray property = head + "settings:\n  p: {label: P, help: P, ";
        QTest::newRow("default type") << property + "type: integer, default: many}\n"
                                      << QStringList{u"extra.yaml:3:50 expected a whole number"_qs};
        QTest::newRow("default choice") << property + "type: choice, choices: {a: A}, default: b}\n"
                                        << QStringList{u"extra.yaml:3:66 `b` is not one of: a"_qs};
        QTest::newRow("default range") << property + "type: availability, default: 99.9}\n"
                                       << QStringList{u"extra.yaml:3:55 the default is out of range"_qs};
        QTest::newRow("type") << property + "type: colour}\n" << QStringList{u"extra.yaml:3:32 `colour` is not a type"_qs};
        const QByteArray row = head + "links:\n  XX-1: {purpose: P, product: ss, ";
        QTest::newRow("port") << row + "from: [ss-web], to: [waf], ports: [443, 70000/tcp]}\n"
                              << QStringList{u"extra.yaml:3:70 `443` is not a port"_qs, u"extra.yaml:3:75 `70000/tcp` is"_qs};
        QTest::newRow("end") << row + "from: [ss-webb], to: [waf], ports: []}\n"
                             << QStringList{u"extra.yaml:3:42 there is no kind `ss-webb`"_qs};
        QTest::newRow("condition") << row + "from: [{kind: ss-web, with: [roles=cook]}], to: [waf], ports: []}\n"
                                   << QStringList{u"extra.yaml:3:9 `roles=cook` cannot hold for ss-web"_qs};
        QTest::newRow("row twice") << head + "links:\n  CN-01: {purpose: P, product: ss, from: [ss-web], to: [waf], ports: []}\n"
                                   << QStringList{u"extra.yaml:3:3 the row `CN-01` is defined twice"_qs};
        QTest::newRow("view") << head + "views:\n  drawn: {name: Again, help: Again.}\n  odd: {name: Odd, help: Odd., rows: [CN-01, CN-0], "
                                        "uses: [never], layers: shut, words: loud, colour: red}\n"
                              << QStringList{u"extra.yaml:3:3 the view `drawn` is defined twice"_qs,
                                             u"extra.yaml:4:60 `never` is not one of: normal, failover, optional"_qs,
                                             u"extra.yaml:4:76 `shut` is not one of: open, collapsed"_qs,
                                             u"extra.yaml:4:89 `loud` is not one of: usual, ports, takeover, none"_qs,
                                             u"extra.yaml:4:95 the key `colour` is not known here"_qs,
                                             u"extra.yaml:4:46 there is no link row `CN-0`"_qs};
    }
    void mistakesAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QStringList, starts);
        const QStringList found = complaints(yaml);
        for (const QString& start : starts)
            QVERIFY2(std::any_of(found.begin(), found.end(), [&](const QString& text) { return text.startsWith(start); }),
                     qPrintable(found.join(u'\n')));
        if (!starts.first().contains(u"twice"_qs))
            QCOMPARE(found.size(), starts.size());
    }

    void aMistakeEndsTheBuild()
    {
        QTemporaryDir folder;
        const QString bad = folder.filePath(u"bad.yaml"_qs), out = folder.filePath(u"out.bin"_qs);
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: '1'\nkinds:\n  k: {size: big}\n");
        file.close();
        QProcess packer;
        packer.start(QStringLiteral(REDOUBT_BINARY_DIR "/redoubt-packdata"), {u"catalog"_qs, out, bad});
        QVERIFY(packer.waitForFinished());
        QCOMPARE(packer.exitCode(), 1);
        QVERIFY2(packer.readAllStandardError().contains(bad.toUtf8() + ":3:6: `label` is missing"), "place");
        QVERIFY(!QFile::exists(out));
    }

    void kindsAreWhole()
    {
        QVERIFY(m_catalog.kinds.size() >= 50);
        for (const ElementKind& kind : m_catalog.kinds) {
            QVERIFY2(QFile::exists(QStringLiteral(REDOUBT_SOURCE_DIR "/resources/icons/") + kind.icon + u".svg"_qs),
                     qPrintable(kind.icon));
            QCOMPARE(std::fmod(kind.size.width(), 12), 0.0);
            QVERIFY2(!kind.placedIn.isEmpty(), qPrintable(kind.id));
            QVERIFY(m_catalog.productName(kind.product) != kind.product);
            QVERIFY2(!kind.defaultAvailability || !kind.availabilityBasis.isEmpty(), qPrintable(kind.id));
            for (const PropertyDef& property : kind.properties)
                QCOMPARE(property.choices.size(), property.choiceLabels.size());
        }
        QCOMPARE(m_catalog.kind(u"layer"_qs)->placedIn.first(), u"canvas"_qs);
        QVERIFY(m_catalog.kind(u"layer"_qs)->placedIn.contains(u"dsv-region"_qs));
    }

    void startIsQuick()
    {
        QBENCHMARK {
            const Catalog catalog = builtinCatalog();
            QVERIFY(catalog.kinds.size() > 0);
        }
    }
};

QTEST_GUILESS_MAIN(CatalogFilesTest)
#include "catalogfiles_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/files/fileerror.h"
#include "model/rules/rule.h"
#include "model/rules/sources.h"

#include <QtTest>

using namespace redoubt;

/// Where rules come from, spelled out without a network.
class SourcesTest : public QObject {
    Q_OBJECT

private slots:
    void everySourceOfEveryRuleIsADocument()
    {
        QSet<QString> known;
        for (const Source& source : builtinSources())
            known << source.key;
        QCOMPARE(size_t(known.size()), builtinSources().size());
        for (const Rule& rule : builtinRules().rules) {
            QVERIFY2(!rule.sources.isEmpty(), qPrintable(rule.id));
            for (const QString& key : rule.sources)
                QVERIFY2(known.contains(sourceOf(key).key), qPrintable(rule.id + u": "_qs + key));
        }
    }

    void aKeyReadsAsItsDocument()
    {
        QCOMPARE(sourceText(sourceOf(u"M1"_qs)).section(u'.', 0, 0), u"Basic availability groups (M1)"_qs);
        QCOMPARE(sourceOf(u"S0: diagrams B-1 and B-2"_qs).clause, u"diagrams B-1 and B-2"_qs);
        QVERIFY(sourceText(sourceOf(u"S0: diagrams B-1 and B-2"_qs)).contains(u"(S0), diagrams B-1 and B-2. "_qs));
        QVERIFY(sourceText(sourceOf(u"M1"_qs)).contains(u"MicrosoftDocs/sql-docs"_qs));
        QCOMPARE(sourceText(sourceOf(u"Handbook, section 4"_qs)), u"Handbook, section 4"_qs);
    }

    void mistakesHaveTheirPlace()
    {
        const QByteArray text = "sources:\n  A1: {title: One}\n  A2: {title: Two, place: there, page: 4}\n";
        try {
            (void)readSources(parseYaml(text, u"s.yaml"_qs), u"s.yaml"_qs);
            QFAIL("accepted");
        } catch (const FileError& error) {
            QCOMPARE(error.problems().size(), size_t(2));
            QCOMPARE(error.problems()[0].line, 2);
            QVERIFY(error.problems()[0].text.contains(u"place"_qs));
            QCOMPARE(error.problems()[1].line, 3);
            QVERIFY(error.problems()[1].text.contains(u"page"_qs));
        }
    }
};

QTEST_APPLESS_MAIN(SourcesTest)
#include "sources_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/nearest.h"

#include "model/files/designfile.h"
#include "tests/support/mutations.h"
#include "tests/support/renaming.h"
#include "tests/support/rulecases.h"

#include <QtTest>

using namespace redoubt;

namespace {

QStringList texts(const Nearness& nearness)
{
    QStringList result;
    for (const Difference& difference : nearness.differences)
        result << difference.text;
    return result;
}

Mutation mutation(const QString& base, const QString& name)
{
    for (Mutation& each : mutations(testCatalog()))
        if (each.base == base && each.name == name)
            return each;
    return {};
}

}  // namespace

class NearestTest : public QObject {
    Q_OBJECT

private slots:
    void everyReferenceIsNearestToItself()
    {
        for (auto it = publishedDesigns().cbegin(); it != publishedDesigns().cend(); ++it) {
            const std::vector<Nearness> ranking = nearest(it.value(), testCatalog(), publishedDesigns());
            QCOMPARE(ranking.size(), size_t(publishedDesigns().size()));
            QCOMPARE(ranking.front().reference, it.key());
            QCOMPARE(ranking.front().distance, 0.0);
            QCOMPARE(ranking.front().likeness, 1.0);
            QVERIFY(ranking.front().differences.empty());
            for (size_t i = 1; i < ranking.size(); ++i) {
                QVERIFY2(ranking[i].distance > 0, qPrintable(it.key() + u' ' + ranking[i].reference));
                QVERIFY(!ranking[i].differences.empty() && ranking[i].differences.size() <= 10);
            }
        }
    }
    void namesAndPlacesDoNotMatter()
    {
        for (auto it = publishedDesigns().cbegin(); it != publishedDesigns().cend(); ++it) {
            Design other = renamed(it.value(), testCatalog()).design;
            other.layout.clear();
            other.settings.remove(u"reference"_qs);
            other.settings.remove(u"title"_qs);
            const std::vector<Nearness> a = nearest(it.value(), testCatalog(), publishedDesigns()), b = nearest(other, testCatalog(), publishedDesigns());
            for (size_t i = 0; i < a.size(); ++i) {
                QCOMPARE(b[i].reference, a[i].reference);
                QCOMPARE(b[i].distance, a[i].distance);
                QCOMPARE(texts(b[i]), texts(a[i]));
            }
        }
    }
    void mutationsStayNearTheirOrigin()
    {
        // Without what sets it apart from a smaller published design, it is that design.
        static const QStringList become{u"nps-third-party-vault: the vault is removed: nps-single"_qs,
                                        u"ss-dsv-b1: the jump host abroad is removed: ss-dsv-a1"_qs};
        QStringList others;
        for (const Mutation& each : mutations(testCatalog()))
            if (const Nearness first = nearest(each.design, testCatalog(), publishedDesigns()).front(); first.reference != each.base)
                others << u"%1: %2: %3"_qs.arg(each.base, each.name, first.reference);
        QCOMPARE(others.join(u'\n'), become.join(u'\n'));
    }
    void differencesInWords_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        const auto row = [](const char* base, const char* name, const char* first) {
            QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(name) << QString::fromLatin1(first);
        };
        row("ss-pm-b1", "the witness is dropped", "without the witness in the third site");
        row("ss-pm-b1", "the witness moves into a data site", "a witness in the primary site instead of in the third site");
        row("ss-pm-b1", "the witness moves to the cloud", "a witness on the internet instead of in the third site");
        row("ss-pm-a1", "one Privilege Manager node is removed", "one Privilege Manager web server fewer in the primary site");
        row("ss-pm-a1", "brokers on machines of their own",
            "brokers on servers of their own instead of on the web servers in the primary site");
        row("ss-pm-a1", "failover shall be automatic", "failover between the sites: automatic instead of none");
        row("ss-pm-b1", "the Secret Server database is asynchronous",
            "the Secret Server database replicated asynchronously instead of synchronously with automatic failover between the sites");
        row("ss-pm-b1", "the cold node runs", "Privilege Manager web servers in the recovery site: running instead of shut down");
        row("ss-pm-c3", "Standard edition with four replicas", "SQL Server Standard instead of Enterprise");
        row("ss-dsv-a1", "the jump host is removed", "without the jump host in the primary site");
    }
    void differencesInWords()
    {
        QFETCH(QString, base);
        QFETCH(QString, name);
        QFETCH(QString, first);
        const Mutation made = mutation(base, name);
        QCOMPARE(made.base, base);
        QMap<QString, Design> one;
        one.insert(base, publishedDesigns()[base]);
        QCOMPARE(texts(nearest(made.design, testCatalog(), one).front()).value(0), first);
    }
    void aLostSiteIsToldOnce()
    {
        const Design& a1 = publishedDesigns()[u"ss-pm-a1"_qs];
        QMap<QString, Design> b1;
        b1.insert(u"ss-pm-b1"_qs, publishedDesigns()[u"ss-pm-b1"_qs]);
        const QStringList said = texts(nearest(a1, testCatalog(), b1).front());
        QVERIFY2(said.contains(u"without the recovery site"_qs), qPrintable(said.join(u'\n')));
        for (const QString& text : said)
            QVERIFY2(!text.endsWith(u"in the recovery site"), qPrintable(text));
    }
    void nothingIsLikeAnEmptyDesign()
    {
        for (const Nearness& nearness : nearest(Design(), testCatalog(), publishedDesigns()))
            QVERIFY2(nearness.likeness < 0.1, qPrintable(QStringLiteral("%1 %2").arg(nearness.reference).arg(nearness.likeness)));
    }
};

QTEST_GUILESS_MAIN(NearestTest)
#include "nearest_test.moc"

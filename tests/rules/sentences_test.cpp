// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "model/files/references.h"
#include "tests/support/renaming.h"
#include "tests/support/rulecases.h"

#include <QRegularExpression>
#include <QtTest>

using namespace redoubt;

namespace {

QStringList sentences(const Design& design, const QString& rule)
{
    QStringList result;
    for (const Finding& finding : analyse(design, testCatalog(), testRules()).findings)
        if (finding.rule == rule)
            result << finding.message;
    return result;
}

/// The firing case of a rule with other properties of one element or group.
QStringList sentencesWith(const QString& rule, const QString& id, const PropertyRecord& properties)
{
    Design design = caseOf(rule);
    const auto lay = [&](auto thing) {
        for (const auto& [key, value] : properties)
            thing.properties[key] = value;
        design.insert(id, thing);
    };
    design.elements.contains({id}) ? lay(*design.element({id})) : lay(*design.group({id}));
    return sentences(design, rule);
}

/// Ids of choices that nobody would say: `session-recording`, `postgresql-embedded`.
QStringList unsaidChoices()
{
    static const QSet<QString> alsoEnglish{QStringLiteral("general-purpose"), QStringLiteral("disk-only")};
    QSet<QString> result;
    const auto add = [&](const std::vector<PropertyDef>& defs) {
        for (const PropertyDef& def : defs)
            for (qsizetype i = 0; i < def.choices.size(); ++i)
                if (def.choices[i].contains(u'-') && def.choiceLabels[i].compare(def.choices[i], Qt::CaseInsensitive) != 0)
                    result << def.choices[i];
    };
    for (const ElementKind& kind : testCatalog().kinds)
        add(kind.properties);
    for (const GroupKind& kind : testCatalog().groupKinds) {
        add(kind.properties);
        add(kind.memberFields);
    }
    result -= alsoEnglish;
    return {result.cbegin(), result.cend()};
}

}  // namespace

/// What findings say to people.
class SentencesTest : public QObject {
    Q_OBJECT

private slots:
    void namesAndNoIds_data()
    {
        QTest::addColumn<QString>("rule");
        for (const Rule& rule : testRules().rules)
            QTest::newRow(qPrintable(rule.id)) << rule.id;
    }
    void namesAndNoIds()
    {
        QFETCH(QString, rule);
        static const QRegularExpression id(QStringLiteral("\\bz\\d{5}\\b"));
        static const QStringList unsaid = unsaidChoices();
        const QStringList said = sentences(renamed(caseOf(rule), testCatalog()).design, rule);
        QVERIFY(!said.isEmpty());
        for (const QString& sentence : said) {
            QVERIFY2(!sentence.contains(id), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QStringLiteral(" ,")) && !sentence.contains(QStringLiteral("()")), qPrintable(sentence));
            for (const QString& choice : unsaid)
                QVERIFY2(!sentence.contains(QRegularExpression(QStringLiteral("(?<![\\w.-])%1(?![\\w.-])").arg(QRegularExpression::escape(choice)))),
                         qPrintable(sentence));
        }
    }
    void whatIsShortIsNamed()
    {
        const auto size = [](int cores, int memory) {
            return PropertyRecord{{QStringLiteral("cpu"), PropertyValue(cores)}, {QStringLiteral("ram-gb"), PropertyValue(memory)}};
        };
        const QString engine = firingSubject(QStringLiteral("DE-010")), broker = firingSubject(QStringLiteral("RMQ-015"));
        const QString engineName = caseOf(QStringLiteral("DE-010")).displayName(engine);
        QCOMPARE(sentencesWith(QStringLiteral("DE-010"), engine, size(2, 8)), QStringList{engineName + QStringLiteral(" has 2 cores; the minimum is 4 cores.")});
        QCOMPARE(sentencesWith(QStringLiteral("DE-010"), engine, size(8, 2)), QStringList{engineName + QStringLiteral(" has 2 GB; the minimum is 4 GB.")});
        QCOMPARE(sentencesWith(QStringLiteral("DE-010"), engine, size(1, 2)),
                 QStringList{engineName + QStringLiteral(" has 1 core and 2 GB; the minimum is 4 cores and 4 GB.")});
        const QStringList said = sentencesWith(QStringLiteral("RMQ-015"), broker, size(4, 1));
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().contains(QStringLiteral(" has 1 GB; the minimum is 2 GB")), qPrintable(said.front()));
    }
    void choicesAreSaidByTheirLabels()
    {
        const QStringList said = sentencesWith(QStringLiteral("RMQ-014"), firingSubject(QStringLiteral("RMQ-014")),
                                               {{QStringLiteral("os"), QStringLiteral("linux")}});
        QVERIFY2(said.size() == 1 && said.front().contains(QStringLiteral("runs on Linux;")), qPrintable(said.join(u'\n')));
        const QStringList editions = sentences(caseOf(QStringLiteral("SQL-008")), QStringLiteral("SQL-008"));
        QVERIFY2(editions.front().contains(QStringLiteral("Standard")) && editions.front().contains(QStringLiteral("Enterprise")),
                 qPrintable(editions.front()));
    }
    /// No sentence says "100; plan for up to 100".
    void theLimitIsSaidForAllNodes()
    {
        const QString deployment = firingSubject(QStringLiteral("SR-005"));
        const int nodes = int(caseOf(QStringLiteral("SR-005")).group({deployment})->members.size());
        const int sessions = 100 * nodes + 1;
        const QStringList said = sentencesWith(QStringLiteral("SR-005"), deployment, {{QStringLiteral("recorded-sessions"), PropertyValue(sessions)}});
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().contains(QStringLiteral("expects %1 recorded").arg(sessions)), qPrintable(said.front()));
        QVERIFY2(said.front().endsWith(QStringLiteral("up to %1.").arg(100 * nodes)), qPrintable(said.front()));
    }
    /// A finding is told by its rule and subjects; services that share their single points must not hide each other.
    void everyServiceThatMissesTheTargetIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        for (const ReferenceDesign& each : referenceDesigns())
            QTest::newRow(qPrintable(each.id)) << each.id;
    }
    void everyServiceThatMissesTheTargetIsNamed()
    {
        QFETCH(QString, name);
        Design design = readDesign(referenceDesign(name), name, testCatalog()).design;
        const Report plain = analyse(design, testCatalog(), testRules());
        QVERIFY(!plain.services.empty());
        for (const ServiceEstimate& service : plain.services)
            for (const double target : {service.automatic, service.withManualFailover, 0.99999999}) {
                design.settings[QStringLiteral("sla-target")] = target;
                const Report report = analyse(design, testCatalog(), testRules());
                QSet<QStringList> identities;
                for (const Finding& finding : report.findings)
                    if (finding.rule.startsWith(QStringLiteral("SLA-"))) {
                        const QStringList identity = QStringList{finding.rule} + finding.subjects;
                        QVERIFY(!identities.contains(identity));
                        identities << identity;
                    }
                for (const ServiceEstimate& each : report.services) {
                    const QString rule = each.withManualFailover < target ? QStringLiteral("SLA-001")
                        : each.automatic < target                         ? QStringLiteral("SLA-003")
                                                                          : QString();
                    bool told = false;
                    for (const Finding& finding : report.findings)
                        told = told || (finding.rule == rule && finding.subjects == each.singlePoints && finding.message.contains(each.name));
                    QCOMPARE(told, !rule.isEmpty());
                }
            }
    }

private:
    static QString firingSubject(const QString& rule)
    {
        for (const Finding& finding : analyse(caseOf(rule), testCatalog(), testRules()).findings)
            if (finding.rule == rule)
                return finding.subjects.front();
        return {};
    }
};

QTEST_GUILESS_MAIN(SentencesTest)
#include "sentences_test.moc"

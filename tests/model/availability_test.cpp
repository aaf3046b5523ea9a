// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The worked examples of domain catalogue d.6, each built from its structure; the catalogue rounds to 12 digits.
#include "model/files/designfile.h"
#include "tests/support/references.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString digits(double value)
{
    return QString::number(value, 'f', 12);
}

void setQueues(Draft& draft, const QString& type)
{
    for (const GroupId& id : draft.design.groups.keys())
        if (draft.design.group(id)->kind == u"rabbitmq-cluster"_s)
            draft.set(id.value, u"queue-type"_s, type);
}

Draft signedInThroughSecretServer()
{
    Draft draft = secretServerA1();
    return draft.group(u"pm"_s, u"pm-deployment"_s, {u"pm-web-a-1"_s, u"pm-web-a-2"_s}, {{u"auth"_s, u"ss"_s}});
}

/// The one replica that E14 makes asynchronous: SQL Server 2016 allows three synchronous ones.
Draft withThreeSynchronousReplicas()
{
    Draft draft = secretServerC3();
    Group ag = *draft.design.group({u"ag-ss"_s});
    ag.members.back().fields[u"mode"_s] = u"async"_s;
    ag.members.back().fields[u"failover"_s] = u"manual"_s;
    draft.design.insert(u"ag-ss"_s, std::move(ag));
    return draft;
}

Draft withQueues(Draft draft, const QString& type)
{
    setQueues(draft, type);
    return draft;
}

/// A line of the table of computed figures beside the catalogue's.
void tell(const ServiceEstimate& estimate, const QString& automatic, const QString& manual)
{
    qInfo("%-24s automatic %s (catalogue %s), with manual failover %s (catalogue %s)", QTest::currentDataTag(), qPrintable(digits(estimate.automatic)),
          qPrintable(automatic), qPrintable(digits(estimate.withManualFailover)), qPrintable(manual));
}

const QString login = u"ss-login"_s, console = u"pm-console"_s, nps = u"nps-console"_s;

}  // namespace

class AvailabilityTest : public QObject {
    Q_OBJECT

private slots:
    void workedExample_data()
    {
        QTest::addColumn<std::function<Draft()>>("design");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("automatic");
        QTest::addColumn<QString>("manual");
        const auto row = [](const char* id, std::function<Draft()> design, const QString& service, const char16_t* automatic,
                            const char16_t* manual) {
            QTest::newRow(id) << std::move(design) << service << QString::fromUtf16(automatic) << QString::fromUtf16(manual);
        };
        const auto a1 = [] { return secretServerA1(); };
        const auto b1 = [] { return secretServerB1(); };
        const QString rotation = u"rotation@de-site-a"_s, agents = u"pm-agents"_s;
        row("E1", [] { return databaseOnly(2, true); }, login, u"0.999997002000", u"0.999997002000");
        row("E2", [] { return databaseOnly(2, false); }, login, u"0.998001000000", u"0.998001000000");
        row("E3", [] { return databaseOnly(4, true); }, login, u"0.999999990015", u"0.999999990015");
        row("E4", a1, login, u"0.999716021122", u"0.999716021122");
        row("E5 console", a1, console, u"0.998718300542", u"0.999591306050");
        row("E5 agents", a1, agents, u"0.998718300542", u"0.999591306050");
        row("E5b", signedInThroughSecretServer, console, u"0.998617430094", u"0.999490347428");
        row("E6", a1, rotation, u"0.998716305101", u"0.998716305101");
        row("E7", [] { return withQueues(secretServerA1(), u"quorum"_s); }, rotation, u"0.996720867928", u"0.996720867928");
        row("E7b", [] { return withQueues(secretServerA1(3, 2), u"quorum"_s); }, rotation, u"0.999713023974",
            u"0.999713023974");
        row("E8", b1, login, u"0.999715270502", u"0.999864767119");
        row("E9", [] { return secretServerB1(u"site-a"_s); }, login, u"0.999715661943", u"0.999715661943");
        row("E10", b1, console, u"0.998717909069", u"0.999732622109");
        row("E11", secretServerC1, login, u"0.999895501107", u"0.999895501107");
        row("E12", secretServerC1, console, u"0.998718778725", u"0.999763357481");
        row("E13", secretServerC3, login, u"0.999898767469", u"0.999898767469");
        row("E14", withThreeSynchronousReplicas, login, u"0.999898767469", u"0.999898767469");
        row("E15", secretServerC3, console, u"0.998719873876", u"0.999766352442");
        row("E16", secretServerC3, agents, u"0.997721154002", u"0.998766586089");
        row("E17", secretServerC3, rotation, u"0.999618407538", u"0.999618407538");
        row("E18", [] { return withQueues(secretServerC3(), u"quorum"_s); }, rotation, u"0.999613656953", u"0.999613656953");
        row("E19", secretServerC3, u"session-recording"_s, u"0.998798932439", u"0.999673756329");
        row("E20", cloudWithVault, u"credential-retrieval@dsv"_s, u"0.999999990000", u"0.999999990000");
        row("E21", [] { return secretServerWithVault(u"A1"_s); }, u"credential-retrieval@dsv-us"_s, u"0.999819894982",
            u"0.999819894982");
        row("E22", [] { return secretServerWithVault(u"B1"_s); }, u"credential-retrieval@dsv-us"_s, u"0.999999799066",
            u"0.999999799066");
        row("E23", [] { return secretServerWithVault(u"C1"_s); }, u"credential-retrieval@dsv-eu"_s, u"0.999999684815",
            u"0.999999684815");
        row("E24", privilegeManagerPair, console, u"0.998719299262", u"0.998719299262");
        row("E25", [] { return privilegeSecure(u"single"_s); }, nps, u"0.998820180000", u"0.998820180000");
        row("E26", [] { return privilegeSecure(u"active-passive"_s); }, nps, u"0.998820180000", u"0.999694147658");
        row("E27", [] { return privilegeSecure(u"active-active"_s); }, nps, u"0.998719299262", u"0.998719299262");
        row("E28", [] { return privilegeSecure(u"rds-sqlserver"_s); }, nps, u"0.999299110695", u"0.999299110695");
        row("E29", [] { return privilegeSecure(u"aurora-postgresql"_s); }, nps, u"0.999699030299", u"0.999699030299");
    }

    void workedExample()
    {
        QFETCH(std::function<Draft()>, design);
        QFETCH(QString, service);
        QFETCH(QString, automatic);
        QFETCH(QString, manual);
        const ServiceEstimate estimate = design().service(service);
        QCOMPARE(estimate.id, service);
        tell(estimate, automatic, manual);
        QCOMPARE(digits(estimate.automatic), automatic);
        QCOMPARE(digits(estimate.withManualFailover), manual);
        QVERIFY(qAbs(estimate.downtimeMinutesYear - (1 - estimate.withManualFailover) * 525'600) < 1e-9);
    }

    void publishedDesign_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("automatic");
        QTest::addColumn<QString>("manual");
        const auto row = [](const char* id, const char16_t* file, const QString& service, const char16_t* automatic,
                            const char16_t* manual) {
            QTest::newRow(id) << QString::fromUtf16(file) << service << QString::fromUtf16(automatic)
                              << QString::fromUtf16(manual);
        };
        row("E4 A-1", u"ss-pm-a1", login, u"0.999716021122", u"0.999716021122");
        row("E5 A-1 console", u"ss-pm-a1", console, u"0.998718300542", u"0.999591306050");
        row("E5 A-1 agents", u"ss-pm-a1", u"pm-agents"_s, u"0.998718300542", u"0.999591306050");
        row("E6 A-1 rotation", u"ss-pm-a1", u"rotation@"_s, u"0.998716305101", u"0.998716305101");
        row("E4 A-2", u"ss-pm-a2", login, u"0.999716021122", u"0.999716021122");
        row("E5 A-2 console", u"ss-pm-a2", console, u"0.998718300542", u"0.999591306050");
        row("E8 B-1", u"ss-pm-b1", login, u"0.999715270502", u"0.999864767119");
        row("E10 B-1 console", u"ss-pm-b1", console, u"0.998717909069", u"0.999732622109");
        row("E8 B-2", u"ss-pm-b2", login, u"0.999715270502", u"0.999864767119");
        row("E10 B-2 console", u"ss-pm-b2", console, u"0.998717909069", u"0.999732622109");
        row("E11 C-1", u"ss-pm-c1", login, u"0.999895501107", u"0.999895501107");
        row("E12 C-1 console", u"ss-pm-c1", console, u"0.998718778725", u"0.999763357481");
        row("E13 C-3", u"ss-pm-c3", login, u"0.999898767469", u"0.999898767469");
        row("E15 C-3 console", u"ss-pm-c3", console, u"0.998719873876", u"0.999766352442");
        row("E16 C-3 agents", u"ss-pm-c3", u"pm-agents"_s, u"0.997721154002", u"0.998766586089");
        row("E17 C-3 rotation", u"ss-pm-c3", u"rotation@"_s, u"0.999618407538", u"0.999618407538");
        row("E19 C-3 recording", u"ss-pm-c3", u"session-recording"_s, u"0.998798932439", u"0.999673756329");
        row("E20 DSV A-2", u"ss-dsv-a2", u"credential-retrieval@"_s, u"0.999999990000", u"0.999999990000");
        row("E21 DSV A-1", u"ss-dsv-a1", u"credential-retrieval@"_s, u"0.999819894982", u"0.999819894982");
        row("E22 DSV B-1", u"ss-dsv-b1", u"credential-retrieval@"_s, u"0.999999799066", u"0.999999799066");
        row("E23 DSV C-1 Frankfurt", u"ss-dsv-c1", u"credential-retrieval@vault-eu"_s, u"0.999999684815", u"0.999999684815");
        row("E24 pair", u"pm-ha", console, u"0.998719299262", u"0.998719299262");
        row("E25 single", u"nps-single", nps, u"0.998820180000", u"0.998820180000");
        row("E26 active-passive", u"nps-active-passive", nps, u"0.998820180000", u"0.999694147658");
        row("E27 active-active", u"nps-active-active", nps, u"0.998719299262", u"0.998719299262");
        row("E29 cloud-native AWS", u"nps-cloud-native-aws", nps, u"0.999699030299", u"0.999699030299");
    }

    void publishedDesign()
    {
        QFETCH(QString, file);
        QFETCH(QString, service);
        QFETCH(QString, automatic);
        QFETCH(QString, manual);
        const QString path = QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/%1.redoubt.yaml").arg(file);
        Draft draft;
        draft.design = readDesignFile(path, testCatalog()).design;
        for (const ServiceEstimate& estimate : draft.estimate())
            if (estimate.id.startsWith(service)) {
                tell(estimate, automatic, manual);
                QCOMPARE(digits(estimate.automatic), automatic);
                QCOMPARE(digits(estimate.withManualFailover), manual);
                return;
            }
        QFAIL("the design has no such service");
    }

    void publishedDesignOnAnotherDatabase()  // E28
    {
        Draft draft;
        draft.design = readDesignFile(QStringLiteral(REDOUBT_SOURCE_DIR "/reference-designs/nps-cloud-native-aws.redoubt.yaml"),
                                      testCatalog()).design;
        draft.set(u"nps-db"_s, u"engine"_s, u"rds-sqlserver"_s);
        QCOMPARE(digits(draft.service(nps).automatic), u"0.999299110695"_s);
        QCOMPARE(digits(draft.service(nps).withManualFailover), u"0.999299110695"_s);
    }

    void exactValuesOfTheCatalogue()
    {
        // Fractions printed in d.6 to their last digit; one unit in the last place of a double is allowed.
        QVERIFY(qAbs(secretServerA1().service(login).automatic - 0.999716021122365196613964) < 2.3e-16);
        QVERIFY(qAbs(databaseOnly(4, true).service(login).automatic - 0.999999990014994) < 2.3e-16);
        QVERIFY(qAbs(privilegeSecure(u"active-passive"_s).service(nps).withManualFailover - 0.9996941476575) < 2.3e-16);
    }

    void servicesOfTheReferences()
    {
        const auto ids = [](const Draft& draft) {
            QStringList result;
            for (const ServiceEstimate& estimate : draft.estimate())
                result << estimate.id;
            return result;
        };
        QCOMPARE(ids(secretServerC3()),
                 QStringList({login, console, u"pm-agents"_s, u"rotation@de-site-a"_s, u"rotation@de-site-b"_s,
                              u"session-recording"_s}));
        QCOMPARE(ids(cloudWithVault()), QStringList({u"credential-retrieval@dsv"_s, u"ssc-login"_s}));
        Draft unmapped = cloudWithVault();  // nothing is mapped to the vault: it serves nobody
        unmapped.set(u"dsv"_s, u"mapped"_s, PropertyList{});
        QCOMPARE(ids(unmapped), QStringList({u"ssc-login"_s}));
        QCOMPARE(ids(privilegeSecure(u"single"_s)),
                 QStringList({nps, u"nps-sessions@servers"_s, u"nps-password-change@servers"_s}));
        QCOMPARE(ids(Draft()), QStringList());
    }

    void singlePointsAndCutSets()
    {
        const ServiceEstimate estimate = secretServerC3().service(login);
        QCOMPARE(estimate.singlePoints, QStringList({u"glb-ss"_s}));
        QVERIFY(std::count(estimate.cutSets.begin(), estimate.cutSets.end(), QStringList({u"site-a"_s, u"site-b"_s})) == 1);
        // Site A takes two of five votes: one more voter lost ends the quorum.
        QVERIFY(std::count(estimate.cutSets.begin(), estimate.cutSets.end(), QStringList({u"site-a"_s, u"witness"_s})) == 1);
        for (const QStringList& set : estimate.cutSets)
            QVERIFY(set.size() <= 3 && (set.size() == 1 || !set.contains(u"glb-ss"_s)));
        QVERIFY(estimate.components.contains(u"ss-web-b-3"_s));
        QVERIFY(!estimate.components.contains(u"pm-web-b-3"_s));

        const ServiceEstimate a1 = secretServerA1().service(console);
        QCOMPARE(a1.singlePoints, QStringList({u"lb-pm-a"_s, u"site-a"_s, u"sql-1"_s}));
    }

    void failuresAreTakenAsGiven()
    {
        const Draft draft = secretServerC3();
        const ServiceEstimate lost = draft.service(login, Supposition({u"site-a"_s}));
        QVERIFY(lost.automatic > 0.99 && lost.automatic < draft.service(login).automatic);
        QCOMPARE(lost.singlePoints.contains(u"sql-b-1"_s), true);  // two votes and the witness are just enough
        QCOMPARE(draft.service(login, Supposition({u"glb-ss"_s})).automatic, 0.0);
        QCOMPARE(draft.service(login, Supposition({u"ss-web-a-1"_s})).automatic < draft.service(login).automatic, true);
        QCOMPARE(lost.withManualFailover, lost.automatic);
        // Forced failover of the asynchronous group: nothing works by itself. Once it is done, site B, both of its
        // database servers for the votes, and the witness in site C carry the console alone.
        const ServiceEstimate forced = draft.service(console, Supposition({u"site-a"_s}));
        QCOMPARE(forced.automatic, 0.0);
        const double machine = 0.999, site = 0.99982, balancer = 0.9999;
        const double web = 1 - std::pow(1 - machine, 3);
        QVERIFY(qAbs(forced.withManualFailover - site * site * balancer * balancer * web * std::pow(machine, 3)) < 1e-12);
        QVERIFY(std::any_of(forced.notes.begin(), forced.notes.end(), [](const QString& note) {
            return note.contains(u"after 1 h: failover of ag-pm by hand"_s);
        }));
        QCOMPARE(secretServerA1().service(login, Supposition({u"site-a"_s})).withManualFailover, 0.0);
    }

    void oddFiguresFallBackToTheDefault_data()
    {
        QTest::addColumn<double>("value");
        for (const double value : {0.0, -1.0, 1.2, 99.9, qQNaN(), qInf(), -qInf()})
            QTest::newRow(qPrintable(QString::number(value))) << value;
    }

    void oddFiguresFallBackToTheDefault()
    {
        QFETCH(double, value);
        Draft draft = secretServerA1();
        const double expected = draft.service(login).automatic;
        draft.set(u"sql-1"_s, u"availability"_s, value).set(u"sql-1"_s, u"mttr-h"_s, value < 1 ? value : -value);
        draft.setting(u"rto-db"_s, qIsNaN(value) ? value : -1.0);
        const ServiceEstimate estimate = draft.service(login);
        QCOMPARE(estimate.automatic, expected);
        QVERIFY(std::any_of(estimate.notes.begin(), estimate.notes.end(),
                            [](const QString& note) { return note.contains(u"sql-1"_s); }));
        QCOMPARE(draft.service(console).withManualFailover, secretServerA1().service(console).withManualFailover);
    }

    void brokenDesignsGiveNumbersOrNothing()
    {
        for (const Draft& whole : {secretServerC3(), secretServerWithVault(u"C1"_s), privilegeSecure(u"active-passive"_s)}) {
            for (const ElementId& id : whole.design.elements.keys()) {
                Draft draft = whole;
                draft.design.elements.remove(id);  // members, links and containers now refer to nothing
                for (const ServiceEstimate& estimate : draft.estimate())
                    QVERIFY(estimate.automatic >= 0 && estimate.withManualFailover >= estimate.automatic
                            && estimate.withManualFailover <= 1);
            }
        }
        Draft circle = secretServerA1();
        circle.link(u"lb-ss-a"_s, u"lb-ss-a"_s, u"CN-02"_s);
        Element site = *circle.design.element({u"site-a"_s});
        site.in = {u"site-a"_s};
        circle.design.insert(u"site-a"_s, site);
        QVERIFY(circle.service(login).automatic > 0.99);
        Draft voteless = secretServerA1();
        for (const QString& voter : {u"sql-1"_s, u"sql-2"_s, u"witness"_s})
            voteless.set(voter, u"votes"_s, 0);
        QCOMPARE(voteless.service(login).automatic, 0.0);
    }
};

QTEST_APPLESS_MAIN(AvailabilityTest)
#include "availability_test.moc"

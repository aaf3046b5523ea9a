// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "model/rules/fixes.h"
#include "model/rules/rulereader.h"

#include <QtTest>

using namespace redoubt;

// What a fix does where the case of its rule takes another way. That the promise of a fix is kept is fixes_test's.

class FixBranchesTest : public QObject {
    Q_OBJECT

private slots:
    void fixesTakeTheOtherWay_data();
    void fixesTakeTheOtherWay();
};

namespace {

using Edits = std::vector<std::pair<const char*, const char*>>;

QString edited(const QString& rule, const Edits& edits)
{
    QFile file(QStringLiteral(REDOUBT_SOURCE_DIR "/tests/rules/%1.bad.yaml").arg(rule));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    for (const auto& [from, to] : edits) {
        if (!text.contains(QLatin1String(from)))
            return {};
        text.replace(QLatin1String(from), QLatin1String(to));
    }
    return text;
}

}  // namespace

void FixBranchesTest::fixesTakeTheOtherWay_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");    // empty: there is no fix
    QTest::addColumn<QString>("expected");  // in the mended file
    const auto row = [](const char* name, const char* id, const Edits& edits, const char* words, const char* expected) {
        // The rule, and that whose case is edited where it is another.
        const QString rule = QString::fromLatin1(id).section(u' ', 0, 0);
        QTest::newRow(name) << rule << edited(QString::fromLatin1(id).section(u' ', -1), edits) << QString::fromLatin1(words)
                            << QString::fromLatin1(expected);
    };
    row("an interval beyond the accepted loss", "DSV-002", {{"production}", "production, rpo-min: 800}"}},
        "Take a paid plan for Vault copy", "plan: paid, sync-interval-min: 720");
    row("a vault that the cloud feeds", "DSV-005",
        {{"elements:\n", "elements:\n  ssc: {kind: ssc-boundary}\n  fe: {kind: ssc-frontend, in: ssc}\n"},
         {"links:\n", "links:\n  x: {from: fe, to: vault, row: CN-40}\n"}},
        "Synchronise Vault copy every 30 minutes", "sync-interval-min: 30,");
    row("no other site", "DSV-008",
        {{"  site-b: {kind: site, name: Datacenter B, role: other}\n", ""}},
        "Let Vault copy be read from a jump host outside Datacenter A", "role: other}");
    row("Australia", "DSV-014", {{"geography: us, primary", "geography: au, primary"}},
        "End the address of Vault copy in com.au", "https://acme.secretsvaultcloud.com.au");
    row("a licence without the integration", "DSV-021", {{"\"10.8\"", "\"10.8\", license: vault"}},
        "Use Secret Server 10.9 or later and the Premium add-on for Secret Server", "license: premium-addon");
    row("AMQP", "SSC-002", {{"name: Tenant}", "name: Tenant, transport: amqp}"}},
        "Add a second engine beside Engine 1", "row: CN-53, ports: [443/tcp, 5671-5672/tcp]}");
    row("a customer's machine in the cloud", "SSC-011",
        {{"engine-1: {kind: distributed-engine, in: zone", "engine-1: {kind: distributed-engine, in: cloud"},
         {"bus: {kind: ssc-customer-bus, in: zone", "bus: {kind: ssc-customer-bus, in: cloud"}},
        "Move Engine 1 out of Secret Server Cloud", "engine-1: {kind: distributed-engine, name: Engine 1, in: zone}");
    row("SQL Server in Azure", "NPS-013", {{"cloud: aws", "cloud: azure"}, {"engine: postgresql", "engine: sqlserver"}},
        "Use Azure SQL for Database", "engine: azure-sql");
    row("no cloud is drawn", "NPS-013", {{"kind: cloud-region, name: Cloud region, cloud: aws", "kind: site, name: A"}},
        "", "");
    row("a pair made of one", "NPS-003 NPS-010", {{"purpose: production}", "purpose: production, ha-mode: active-passive}"}},
        "Make Privilege Secure a pair", "from: nps-2, to: res, rows: [CN-72, CN-73]");
    row("a cluster node of the mesh", "NPS-008", {{"mesh-role: leaf", "mesh-role: cluster"}},
        "Connect Service Node to an application server on 6520 and 6524", "ports: [6520/tcp, 6524/tcp]");
    row("more sessions than one proxy takes", "NPS-018", {{"sessions: 300", "sessions: 900"}},
        "Give Privilege Secure 1 at least 16 cores and 64 GB, and a second proxy beside it", "sessions: 600");
}

void FixBranchesTest::fixesTakeTheOtherWay()
{
    QFETCH(QString, rule);
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(QString, expected);
    QVERIFY(!text.isEmpty());
    const Catalog catalog = builtinCatalog();
    const RuleSet rules = builtinRules();
    const Design design = readDesign(text.toUtf8(), QStringLiteral("edited.yaml"), catalog).design;
    const Report report = analyse(design, catalog, rules);
    const auto finding = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                      [&rule](const Finding& each) { return each.rule == rule; });
    QVERIFY(finding != report.findings.cend());
    const std::optional<Fix> fix = fixFor(design, catalog, rules, *finding);
    QCOMPARE(fix ? fix->words : QString(), words);
    if (!fix)
        return;
    const QString mended = QString::fromUtf8(writeDesign(patched(design, fix->patch), catalog));
    QVERIFY2(mended.contains(expected), qPrintable(mended));
}

QTEST_GUILESS_MAIN(FixBranchesTest)
#include "fixbranches_test.moc"

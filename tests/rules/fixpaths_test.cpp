// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/analyse.h"
#include "model/files/designfile.h"
#include "model/rules/fixes.h"
#include "tests/support/rulecases.h"

#include <QtTest>

// Fixes that have several ways: the ways that the firing cases do not take.

using namespace redoubt;

namespace {

const char webs[] = "elements:\n"
                    "  a: {kind: site, role: primary}\n"
                    "  web-1: {kind: ss-web, in: a}\n"
                    "  web-2: {kind: ss-web, in: a}\n";

Design design(const QByteArray& yaml) { return readDesign("format: redoubt/1\n" + yaml, QStringLiteral("d.yaml"), testCatalog()).design; }

/// The design after the fix of each finding of the rule that was there; empty when one of them has no fix.
QByteArray mended(const Design& before, const QString& rule)
{
    QByteArray result;
    for (const Finding& finding : analyse(before, testCatalog(), testRules()).findings)
        if (finding.rule == rule) {
            const std::optional<Fix> fix = fixFor(before, testCatalog(), testRules(), finding);
            if (!fix)
                return {};
            result += writeDesign(patched(before, fix->patch), testCatalog());
        }
    return result;
}

}  // namespace

class FixPathsTest : public QObject {
    Q_OBJECT

private slots:
    void eachWay_data();
    void eachWay();
    void crowdedMemoryConnectorUsesAnotherServer();
    void percentageBecomesAFraction();
};

void FixPathsTest::eachWay_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QStringList>("lines");   // parts of the mended design
    QTest::addColumn<QStringList>("without"); // and what is gone from it
    const auto row = [](const char* rule, const char* name, const QByteArray& yaml, const QStringList& lines,
                        const QStringList& without = {}) {
        QTest::addRow("%s %s", rule, name) << QString::fromLatin1(rule) << yaml << lines << without;
    };
    row("RMQ-002", "three sites",
        "elements:\n  a: {kind: site, role: primary}\n  b: {kind: site}\n  c: {kind: site}\n"
        "  r1: {kind: rabbitmq-node, in: a}\n  r2: {kind: rabbitmq-node, in: b}\n  r3: {kind: rabbitmq-node, in: c}\n"
        "groups:\n  g: {kind: rabbitmq-cluster, members: [r1, r2, r3], queue-type: quorum}\n"
        "links:\n  l1: {from: r1, to: r2, row: CN-11}\n  l2: {from: r1, to: r3, row: CN-11}\n  l3: {from: r2, to: r3, row: CN-11}\n",
        {QStringLiteral("members: [r2], queue-type: quorum"), QStringLiteral("members: [r3], queue-type: quorum")});
    row("RMQ-005", "the engine is the guest",
        "elements:\n  a: {kind: site}\n  r: {kind: rabbitmq-node, in: a}\n  e: {kind: distributed-engine, in: a, host: r}\n",
        {QStringLiteral("e: {kind: distributed-engine, in: a}")}, {QStringLiteral("host: r")});
    row("RMQ-008", "a broker",
        QByteArray(webs) + "  r: {kind: rabbitmq-node, in: a}\n  e: {kind: distributed-engine, in: a}\n"
        "groups:\n  s: {kind: de-site, members: [e]}\n",
        {QStringLiteral("type: rabbitmq, target: r, port: 5671, tls: true")});
    row("RMQ-008", "a connector",
        QByteArray(webs) + "  e: {kind: distributed-engine, in: a}\n"
        "groups:\n  c: {kind: site-connector, type: memorymq, target: web-2}\n  s: {kind: de-site, members: [e]}\n",
        {QStringLiteral("connector: c")});
    row("RMQ-009", "connectors",
        QByteArray(webs) + "groups:\n  c1: {kind: site-connector, type: memorymq, target: web-1}\n"
        "  c2: {kind: site-connector, type: memorymq, target: web-1}\n",
        {QStringLiteral("target: web-1"), QStringLiteral("target: web-2")});
    row("RMQ-011", "through a balancer",
        "elements:\n  a: {kind: site}\n  e: {kind: distributed-engine, in: a}\n  r: {kind: rabbitmq-node, in: a}\n"
        "  b: {kind: load-balancer, in: a, scope: local, listeners: [{ports: [5672/tcp], product: rmq}]}\n"
        "groups:\n  c: {kind: site-connector, type: rabbitmq, target: b, port: 5672, tls: false}\n"
        "links:\n  l1: {from: e, to: b, row: CN-13, ports: [5672/tcp]}\n  l2: {from: b, to: r, row: CN-10, ports: [5672/tcp], tls: false}\n",
        {QStringLiteral("port: 5671, tls: true")}, {QStringLiteral("5672"), QStringLiteral("tls: false")});
    row("RMQ-020", "a balancer without TLS",
        QByteArray(webs) + "  r: {kind: rabbitmq-node, in: a}\n"
        "  b: {kind: load-balancer, in: a, scope: local, listeners: [{ports: [5672/tcp], product: rmq}]}\n"
        "groups:\n  s: {kind: ss-deployment, members: [web-1], backbone-bus: rabbitmq}\n"
        "links:\n  l2: {from: b, to: r, row: CN-10, ports: [5672/tcp]}\n",
        {QStringLiteral("from: web-1, to: b, row: CN-09, ports: [5672/tcp]")});
    row("DE-002", "in the cloud",
        "elements:\n  s: {kind: ssc-boundary}\n  w: {kind: waf, in: s}\n  c: {kind: ssc-customer-bus, in: s}\n"
        "  z: {kind: customer-zone}\n  e: {kind: distributed-engine, in: z}\n"
        "links:\n  l: {from: e, to: c, row: CN-53}\n",
        {QStringLiteral("from: e, to: w, row: CN-52")});
    row("DE-003", "in the cloud",
        "elements:\n  s: {kind: ssc-boundary}\n  w: {kind: waf, in: s}\n  c: {kind: ssc-customer-bus, in: s}\n"
        "  r: {kind: ssc-engine-response-bus, in: s}\n  z: {kind: customer-zone}\n  e: {kind: distributed-engine, in: z}\n"
        "links:\n  l: {from: e, to: w, row: CN-52}\n",
        {QStringLiteral("from: e, to: c, row: CN-53"), QStringLiteral("from: e, to: r, row: CN-54")});
    row("DE-003", "over MemoryMQ",
        QByteArray(webs) + "  e: {kind: distributed-engine, in: a}\n"
        "groups:\n  c: {kind: site-connector, type: memorymq, target: web-2}\n  s: {kind: de-site, members: [e], connector: c}\n",
        {QStringLiteral("from: e, to: web-2, row: CN-14")});
    row("DE-004", "in none",
        QByteArray(webs) + "  r: {kind: rabbitmq-node, in: a}\n  e: {kind: distributed-engine, in: a}\n",
        {QStringLiteral("kind: de-site"), QStringLiteral("members: [e], connector:")});
    row("SR-001", "no share drawn",
        QByteArray("settings: {environment: production}\nelements:\n  a: {kind: site}\n  w: {kind: ss-web, in: a, roles: [session-recording]}\n"
        "groups:\n  s: {kind: ss-deployment, members: [w], session-recording: database}\n"),
        {QStringLiteral("kind: recording-share"), QStringLiteral("session-recording: share"), QStringLiteral("row: CN-19")});
    row("SR-008", "in the cloud",
        "elements:\n  s: {kind: ssc-boundary}\n  w: {kind: waf, in: s}\n  z: {kind: customer-zone}\n  g: {kind: asra, in: z}\n",
        {QStringLiteral("from: g, to: w, row: CN-56")});
    row("PM-013", "through the balancer",
        "elements:\n  a: {kind: site}\n  p: {kind: pm-web, in: a, certificate: x}\n  e: {kind: pm-endpoint, location: internet}\n"
        "  b: {kind: load-balancer, in: a, scope: local, listeners: [{ports: [443/tcp], product: pm}]}\n"
        "links:\n  l1: {from: b, to: p, row: CN-33}\n  l2: {from: e, to: b, row: CN-31}\n",
        {QStringLiteral("certificate: x}"), QStringLiteral("in: dmz"), QStringLiteral("to: b, row: CN-32")},
        {QStringLiteral("from: e, to: b")});
    row("PM-020", "no bus drawn",
        "elements:\n  a: {kind: site}\n  p: {kind: pm-web, in: a}\n  e: {kind: pm-endpoint}\n"
        "groups:\n  d: {kind: pm-deployment, members: [p], agent-exposure: service-bus}\n",
        {QStringLiteral("kind: azure-service-bus"), QStringLiteral("row: CN-36"), QStringLiteral("row: CN-31")});
    row("PM-021", "by the proxy",
        "elements:\n  a: {kind: site}\n  p: {kind: pm-web, in: a}\n  e: {kind: pm-endpoint, location: internet}\n"
        "  x: {kind: reverse-proxy}\n",
        {QStringLiteral("from: e, to: x, row: CN-31"), QStringLiteral("from: x, to: p, row: CN-32")});
    row("NET-003", "through a balancer",
        "elements:\n  a: {kind: site}\n  u: {kind: user-ss}\n  w: {kind: ss-web, in: a}\n"
        "  b: {kind: load-balancer, in: a, scope: local, listeners: [{ports: [80/tcp], product: ss}]}\n"
        "links:\n  l1: {from: u, to: b, row: CN-01, ports: [80/tcp]}\n  l2: {from: b, to: w, row: CN-03, ports: [80/tcp]}\n",
        {QStringLiteral("ports: [443/tcp], product: ss")}, {QStringLiteral("80/tcp")});
}

void FixPathsTest::eachWay()
{
    QFETCH(QString, rule);
    QFETCH(QByteArray, yaml);
    QFETCH(QStringList, lines);
    QFETCH(QStringList, without);
    const QByteArray after = mended(design(yaml), rule);
    QVERIFY(!after.isEmpty());
    for (const QString& line : std::as_const(lines))
        QVERIFY2(after.contains(line.toUtf8()), after.constData());
    for (const QString& line : std::as_const(without))
        QVERIFY2(!after.contains(line.toUtf8()), after.constData());
}

void FixPathsTest::crowdedMemoryConnectorUsesAnotherServer()
{
    QByteArray yaml = QByteArray(webs) + "groups:\n  c: {kind: site-connector, type: memorymq, target: web-1, name: Connector}\n";
    for (int i = 0; i < 101; ++i)
        yaml += "  s" + QByteArray::number(i) + ": {kind: de-site, members: [], connector: c}\n";
    const QByteArray after = mended(design(yaml), QStringLiteral("RMQ-007"));
    QVERIFY2(after.contains("name: Connector 2, type: memorymq, target: web-2"), after.constData());
    QCOMPARE(after.count("connector: c}"), 100);
}

void FixPathsTest::percentageBecomesAFraction()
{
    // No file holds such a figure, the window may.
    Design typed = design("elements:\n  a: {kind: site}\n  w: {kind: ss-web, in: a}\n");
    Element element = *typed.element({QStringLiteral("w")});
    element.properties[QStringLiteral("availability")] = 99.9;
    typed.insert(QStringLiteral("w"), element);
    const QByteArray after = mended(typed, QStringLiteral("SLA-002"));
    QVERIFY2(after.contains("availability: 0.999}"), after.constData());
}

QTEST_GUILESS_MAIN(FixPathsTest)
#include "fixpaths_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/catalog/connections.h"
#include "tests/support/bigdesign.h"
#include "tests/support/draft.h"

#include <QtTest>

using namespace redoubt;

namespace {

ElementId id(const char* text)
{
    return ElementId{QString::fromLatin1(text)};
}

Element of(const QString& kind)
{
    Element element;
    element.kind = kind;
    return element;
}

PropertyValue listener(const QString& product, const QStringList& ports)
{
    return PropertyList{PropertyRecord{{QStringLiteral("product"), product},
                                       {QStringLiteral("ports"), PropertyValue::texts(ports)}}};
}

/// An element that fits this end of a row and nothing more.
Element fitting(const Catalog& catalog, const LinkEnd& end)
{
    Element element = of(end.kind);
    if (end.kind == QLatin1String("load-balancer") && !end.products.isEmpty())
        element.properties[QStringLiteral("listeners")] = listener(end.products.first(), {});
    if (!end.scope.isEmpty())
        element.properties[QStringLiteral("scope")] = end.scope;
    if (!end.service.isEmpty())
        element.properties[QStringLiteral("services")] = PropertyValue::texts({end.service});
    for (const QString& condition : end.with) {
        const QString key = condition.section(u'=', 0, 0), value = condition.section(u'=', 1);
        const PropertyDef* property = catalog.kind(end.kind)->property(key);
        if (property->type == PropertyType::Bool)
            element.properties[key] = PropertyValue(value == QLatin1String("true"));
        else if (property->type == PropertyType::Choices)
            element.properties[key] = PropertyValue::texts({value});
        else
            element.properties[key] = value;
    }
    return element;
}

/// A group that makes a listener or an instance carry the product that the end asks for.
void giveProduct(Design& design, const ElementId& element, const LinkEnd& end)
{
    if (end.products.isEmpty() || end.kind == QLatin1String("load-balancer"))
        return;
    Group group;
    group.kind = QStringLiteral("availability-group");
    group.properties[QStringLiteral("databases")]
        = PropertyList{PropertyRecord{{QStringLiteral("product"), end.products.first()}}};
    if (end.kind == QLatin1String("ag-listener"))
        group.properties[QStringLiteral("listener")] = element.value;
    else
        group.members.push_back({element, {}});
    design.insert(QStringLiteral("ag-") + element.value, group);
}

}  // namespace

class CatalogTest : public QObject {
    Q_OBJECT

private:
    const Catalog m_catalog = builtinCatalog();

private slots:
    void everyRowHasLegalEnds_data()
    {
        QTest::addColumn<QString>("row");
        for (const LinkRow& row : m_catalog.rows)
            QTest::newRow(qPrintable(row.id)) << row.id;
    }
    void everyRowHasLegalEnds()
    {
        QFETCH(QString, row);
        const LinkRow& it = *m_catalog.row(row);
        for (const LinkEnd& from : it.from) {
            for (const LinkEnd& to : it.to) {
                Design design;
                design.insert(QStringLiteral("a"), fitting(m_catalog, from));
                design.insert(QStringLiteral("b"), fitting(m_catalog, to));
                giveProduct(design, id("a"), from);
                giveProduct(design, id("b"), to);
                QVERIFY2(idsOf(legalRows(design, m_catalog, id("a"), id("b"))).contains(row),
                         qPrintable(from.kind + u" to "_qs + to.kind));
                // The reverse is another connection, unless both ends may be of the same sort.
                const auto may = [](const std::vector<LinkEnd>& ends, const LinkEnd& sort) {
                    return std::any_of(ends.begin(), ends.end(), [&](const LinkEnd& end) {
                        return end.kind == sort.kind && (end.scope.isEmpty() || end.scope == sort.scope)
                            && (end.service.isEmpty() || end.service == sort.service);
                    });
                };
                const bool mirrored = may(it.from, to) && may(it.to, from);
                const QList<const LinkRow*> back = legalRows(design, m_catalog, id("b"), id("a"));
                if (!mirrored && from.kind != to.kind)
                    QVERIFY(!idsOf(back).contains(row));
                if (mirrored)
                    QVERIFY(idsOf(back).contains(row));
                QVERIFY(!legalRows(design, m_catalog, id("a"), id("a")).size());
            }
        }
    }

    void productsTellBalancersApart()
    {
        Design design;
        design.insert(u"users"_qs, of(u"user-ss"_qs));
        design.insert(u"engine"_qs, of(u"distributed-engine"_qs));
        Element ss = of(u"load-balancer"_qs), broker = ss, both = ss, pm = ss, unknown = ss;
        ss.properties[u"listeners"_qs] = listener(u"ss"_qs, {u"443/tcp"_qs});
        broker.properties[u"listeners"_qs] = listener(u"rmq"_qs, {u"5671/tcp"_qs});
        both.properties[u"listeners"_qs] = listener(u"ss"_qs, {u"443/tcp"_qs, u"5671/tcp"_qs});
        pm.properties[u"listeners"_qs] = listener(u"pm"_qs, {u"443/tcp"_qs});
        design.insert(u"ss"_qs, ss);
        design.insert(u"broker"_qs, broker);
        design.insert(u"both"_qs, both);
        design.insert(u"pm"_qs, pm);
        design.insert(u"unknown"_qs, unknown);
        QCOMPARE(carriedProducts(design, m_catalog, id("both")), QStringList({u"ss"_qs, u"rmq"_qs}));
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("users"), id("ss"))), QStringList{u"CN-01"_qs});
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("users"), id("broker"))), QStringList());
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("users"), id("pm"))), QStringList());
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("engine"), id("ss"))), QStringList{u"CN-12"_qs});
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("engine"), id("broker"))), QStringList{u"CN-13"_qs});
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("engine"), id("both"))), QStringList({u"CN-12"_qs, u"CN-13"_qs}));
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("users"), id("unknown"))), QStringList{u"CN-01"_qs});
    }

    void layersStandForTheirMembers()
    {
        Design design;
        design.insert(u"lb"_qs, of(u"load-balancer"_qs));
        design.insert(u"web"_qs, of(u"layer"_qs));
        design.insert(u"inner"_qs, of(u"layer"_qs));
        QVERIFY(legalRows(design, m_catalog, id("lb"), id("web")).isEmpty());
        Element inner = of(u"layer"_qs), node = of(u"ss-web"_qs), broker = of(u"rabbitmq-node"_qs);
        inner.in = id("web");
        node.in = id("inner");
        broker.in = id("web");
        design.insert(u"inner"_qs, inner);
        design.insert(u"n1"_qs, node);
        design.insert(u"n2"_qs, node);
        design.insert(u"rmq-1"_qs, broker);
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("lb"), id("web"))), QStringList({u"CN-03"_qs, u"CN-10"_qs}));
        QCOMPARE(endsOf(design, m_catalog, id("web"), m_catalog.row(u"CN-03"_qs)->to), QList<ElementId>({id("n1"), id("n2")}));
        QCOMPARE(endsOf(design, m_catalog, id("web"), m_catalog.row(u"CN-10"_qs)->to), QList<ElementId>({id("rmq-1")}));
        // A layer linked to itself means the pairs inside; one broker has no partner.
        QVERIFY(!idsOf(legalRows(design, m_catalog, id("web"), id("web"))).contains(u"CN-11"_qs));
        design.insert(u"rmq-2"_qs, broker);
        QVERIFY(idsOf(legalRows(design, m_catalog, id("web"), id("web"))).contains(u"CN-11"_qs));
    }

    void machinesStandForWhatRunsOnThem()
    {
        Design design;
        Element broker = of(u"rabbitmq-node"_qs), instance = of(u"sql-instance"_qs);
        broker.host = id("web");
        instance.in = id("sql");
        instance.properties[u"port"_qs] = PropertyValue(1435);
        design.insert(u"engine"_qs, of(u"distributed-engine"_qs));
        design.insert(u"web"_qs, of(u"ss-web"_qs));
        design.insert(u"sql"_qs, of(u"sql-server"_qs));
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("engine"), id("web"))), QStringList({u"CN-12"_qs, u"CN-14"_qs}));
        QVERIFY(legalRows(design, m_catalog, id("web"), id("sql")).isEmpty());
        design.insert(u"rmq"_qs, broker);
        design.insert(u"instance"_qs, instance);
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("engine"), id("web"))),
                 QStringList({u"CN-12"_qs, u"CN-14"_qs, u"CN-13"_qs}));
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("web"), id("sql"))), QStringList{u"CN-04"_qs});
        Link link;
        link.from = id("web");
        link.to = id("sql");
        link.rows = QStringList{u"CN-04"_qs};
        QCOMPARE(effectivePorts(design, m_catalog, link), QStringList{u"1435/tcp"_qs});
    }

    void portsFollowTheEnds()
    {
        Design design;
        Element witness = of(u"witness"_qs), endpoints = of(u"managed-endpoint"_qs), balancer = of(u"load-balancer"_qs);
        design.insert(u"sql"_qs, of(u"sql-server"_qs));
        design.insert(u"engine"_qs, of(u"distributed-engine"_qs));
        design.insert(u"web"_qs, of(u"ss-web"_qs));
        const auto ports = [&](const char* row, const char* from, const char* to) {
            return rowPorts(design, m_catalog, *m_catalog.row(QString::fromLatin1(row)), id(from), id(to)).join(u' ');
        };
        design.insert(u"witness"_qs, witness);
        QCOMPARE(ports("CN-08", "sql", "witness"), u"445/tcp"_qs);
        for (const auto& [type, expected] : {std::pair(u"cloud"_qs, u"443/tcp"_qs), {u"file-share"_qs, u"445/tcp"_qs}, {u"disk"_qs, u""_qs}}) {
            witness.properties[u"type"_qs] = type;
            design.insert(u"witness"_qs, witness);
            QCOMPARE(ports("CN-08", "sql", "witness"), expected);
        }
        endpoints.properties[u"types"_qs] = PropertyValue::texts({u"linux"_qs, u"windows"_qs});
        design.insert(u"endpoints"_qs, endpoints);
        QCOMPARE(ports("CN-15", "engine", "endpoints"), u"135/tcp 139/tcp 445/tcp 3389/tcp 49152-65535/tcp 22/tcp"_qs);
        balancer.properties[u"listeners"_qs] = listener(u"ss"_qs, {u"443/tcp"_qs, u"5671/tcp"_qs});
        design.insert(u"lb"_qs, balancer);
        QCOMPARE(ports("CN-03", "lb", "web"), u"443/tcp 5671/tcp"_qs);
        Link link;
        link.from = id("lb");
        link.to = id("web");
        link.rows = QStringList{u"CN-03"_qs};
        QCOMPARE(effectivePorts(design, m_catalog, link).join(u' '), u"443/tcp 5671/tcp"_qs);
        link.ports = QStringList{u"8443/tcp"_qs};
        QCOMPARE(effectivePorts(design, m_catalog, link), link.ports);
    }

    void replicationUsesTheEndpointOfItsGroup()
    {
        Design design;
        Group ss, pm;
        ss.kind = pm.kind = u"availability-group"_qs;
        for (const char* server : {"sql-1", "sql-2"}) {
            design.insert(QString::fromLatin1(server), of(u"sql-server"_qs));
            Element instance = of(u"sql-instance"_qs);
            instance.in = id(server);
            design.insert(QString::fromLatin1(server) + u"-ss"_qs, instance);
            instance.properties[u"endpoint-port"_qs] = PropertyValue(5023);
            design.insert(QString::fromLatin1(server) + u"-pm"_qs, instance);
            ss.members.push_back({ElementId{QString::fromLatin1(server) + u"-ss"_qs}, {}});
            pm.members.push_back({ElementId{QString::fromLatin1(server) + u"-pm"_qs}, {}});
        }
        Link link;
        link.from = id("sql-1");
        link.to = id("sql-2");
        link.rows = QStringList{u"CN-06"_qs};
        QCOMPARE(effectivePorts(design, m_catalog, link), QStringList{u"5022/tcp"_qs});
        design.insert(u"ag-pm"_qs, pm);
        QCOMPARE(effectivePorts(design, m_catalog, link), QStringList{u"5023/tcp"_qs});
        design.insert(u"ag-ss"_qs, ss);
        QCOMPARE(effectivePorts(design, m_catalog, link), QStringList({u"5023/tcp"_qs, u"5022/tcp"_qs}));
        link.properties[u"group"_qs] = u"ag-ss"_qs;
        QCOMPARE(effectivePorts(design, m_catalog, link), QStringList{u"5022/tcp"_qs});
        QCOMPARE(idsOf(legalRows(design, m_catalog, id("sql-1"), id("sql-2"))), QStringList({u"CN-06"_qs, u"CN-07"_qs}));
    }

    void availabilityDefaults_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("properties");
        QTest::addColumn<double>("figure");  // domain catalogue d.5; 0: no figure of its own
        const auto row = [](const char* kind, const char* properties, double figure) {
            QTest::addRow("%s %s", kind, properties) << QString::fromLatin1(kind) << QString::fromLatin1(properties) << figure;
        };
        row("site", "", 0.99982);
        row("customer-zone", "", 0.99982);
        for (const char* server : {"ss-web", "sql-server", "rabbitmq-node", "distributed-engine", "jump-host", "reverse-proxy", "recording-share", "nps-server", "nps-node", "nps-database", "pm-web", "witness"})
            row(server, "", 0.999);
        for (const char* none : {"dmz", "internet", "layer", "sql-instance", "database", "managed-endpoint", "managed-resource", "pm-endpoint", "ag-listener", "waf", "ssc-frontend"})
            row(none, "", 0);
        row("load-balancer", "scope=local", 0.9999);
        row("load-balancer", "scope=global", 0.9999);
        row("witness", "type=cloud", 0.999);
        row("azure-service-bus", "", 0.999);
        row("azure-service-bus", "tier=premium", 0.9995);
        row("ssc-boundary", "", 0.999);
        row("dsv-tenant", "", 0.99999);
        row("cloud-region", "", 0.9999);
        row("dsv-region", "", 0.9999);
        row("nps-database", "engine=rds-sqlserver multi-az=true", 0.9995);
        row("nps-database", "engine=rds-sqlserver", 0.995);
        row("nps-database", "engine=aurora-postgresql multi-az=true", 0.9999);
        row("nps-database", "engine=aurora-postgresql multi-az=false", 0.999);
        row("nps-database", "engine=azure-sql", 0.9999);
        row("nps-database", "engine=azure-postgresql", 0.9999);
        row("nps-database", "engine=postgresql-embedded", 1);
    }
    void availabilityDefaults()
    {
        QFETCH(QString, kind);
        QFETCH(QString, properties);
        QFETCH(double, figure);
        LinkEnd end;
        end.kind = kind;
        end.with = properties.split(u' ', Qt::SkipEmptyParts);
        Element element = fitting(m_catalog, end);
        const auto value = m_catalog.value(element, u"availability"_qs);
        QCOMPARE(value ? value->number().value() : 0, figure);
        element.properties[u"availability"_qs] = PropertyValue(0.5);
        QCOMPARE(m_catalog.value(element, u"availability"_qs)->number().value(), 0.5);
    }

    void aBrokerOnAWebServerHasNoFigureOfItsOwn()
    {
        Element broker = of(u"rabbitmq-node"_qs);
        broker.host = id("web");
        QCOMPARE(m_catalog.defaultAvailability(broker)->value, 1.0);
        Design design;
        design.insert(u"nps"_qs, of(u"nps-server"_qs));
        Element embedded = of(u"nps-database"_qs);
        embedded.in = id("nps");
        QCOMPARE(m_catalog.defaultAvailability(design, embedded)->value, 1.0);
        QCOMPARE(m_catalog.defaultAvailability(Design(), embedded)->value, 0.999);
    }

    void otherDefaults()
    {
        const Element web = of(u"ss-web"_qs);
        QCOMPARE(m_catalog.value(web, u"mttr-h"_qs)->number().value(), 8.0);
        QCOMPARE(m_catalog.value(of(u"load-balancer"_qs), u"mttr-h"_qs)->number().value(), 4.0);
        QCOMPARE(m_catalog.value(of(u"site"_qs), u"mttr-h"_qs)->number().value(), 24.0);
        QCOMPARE(m_catalog.value(web, u"state"_qs)->text().value(), u"active"_qs);
        QVERIFY(!m_catalog.value(web, u"in-cluster"_qs));
        QCOMPARE(m_catalog.value(Design(), u"rto-site"_qs)->number().value(), 4.0);
        QVERIFY(!m_catalog.value(Design(), u"environment"_qs));
    }

    /// Asking one by one and asking with tables made once must agree.
    void tablesGiveTheSame()
    {
        const Design design = bigDesign(60);
        const Connections tables(design, m_catalog);
        int linked = 0;
        for (const ElementId& a : design.elements.keys()) {
            QCOMPARE(tables.carriedProducts(a), carriedProducts(design, m_catalog, a));
            for (const ElementId& b : design.elements.keys()) {
                const QList<const LinkRow*> rows = legalRows(design, m_catalog, a, b);
                QCOMPARE(idsOf(tables.legalRows(a, b)), idsOf(rows));
                linked += rows.size() > 0;
                for (const LinkRow* row : rows)
                    QCOMPARE(tables.rowPorts(*row, a, b), rowPorts(design, m_catalog, *row, a, b));
            }
        }
        QVERIFY(linked > 0);
        for (const auto& link : design.links)
            QCOMPARE(tables.effectivePorts(*link), effectivePorts(design, m_catalog, *link));
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"

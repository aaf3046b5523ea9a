// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"
#include "model/catalog/connections.h"
#include "model/design/document.h"
#include "model/design/edits.h"
#include "model/design/references.h"
#include "tests/support/draft.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace redoubt;

namespace {

const QString site = QStringLiteral("site"), layer = QStringLiteral("layer"), web = QStringLiteral("ss-web"),
              sql = QStringLiteral("sql-server"), listener = QStringLiteral("ag-listener"),
              broker = QStringLiteral("rabbitmq-node"), users = QStringLiteral("user-ss"),
              witness = QStringLiteral("witness");

/// A design being built by edits.
struct Bench {
    Document document;
    std::vector<Patch> done;

    const Design& design() const { return document.design(); }
    Placement placement() const { return place(design(), testCatalog()); }
    void apply(Patch patch)
    {
        done.push_back(std::move(patch));
        document.apply(done.back());
    }
    QString add(const QString& kind, QPointF point)
    {
        const edits::Made made = edits::add(design(), testCatalog(), placement(), kind, point);
        apply(made.patch);
        return made.ids.front();
    }
    void resize(const QString& id, const QRectF& rect)
    {
        apply(edits::resize(design(), testCatalog(), placement(), id, rect));
    }
    QString connect(const QString& from, const QString& to)
    {
        const auto rows = legalRows(design(), testCatalog(), {from}, {to});
        if (rows.isEmpty())
            return {};
        const edits::Made made = edits::connect(design(), testCatalog(), {from}, {to}, *rows.front());
        apply(made.patch);
        return made.ids.front();
    }
    QString group(const QString& kind, const QStringList& ids)
    {
        const edits::Made made = edits::makeGroup(design(), testCatalog(), kind, ids);
        apply(made.patch);
        return made.ids.value(0);
    }
    void undoAll()
    {
        for (auto it = done.rbegin(); it != done.rend(); ++it)
            document.apply(*it);
    }
};

/// Everything in the design that names something that is not there.
QStringList dangling(const Design& design)
{
    QStringList result;
    const auto want = [&](const QString& id, const QString& where) {
        if (!id.isEmpty() && !design.hasId(id))
            result << QStringLiteral("%1: %2").arg(where, id);
    };
    const auto refs = [&](const auto& thing, const QString& where) {
        (void)withReferences(thing, testCatalog(), [&](const QString& id) {
            want(id, where);
            return std::optional<QString>(id);
        });
    };
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it) {
        want(it.value()->in.value, it.key().value);
        want(it.value()->host.value, it.key().value);
        refs(*it.value(), it.key().value);
        int depth = 0;
        for (const Element* e = it.value().get(); e; e = design.element(e->in))
            if (++depth > 50) {
                result << QStringLiteral("cycle at %1").arg(it.key().value);
                break;
            }
    }
    for (auto it = design.links.cbegin(); it != design.links.cend(); ++it) {
        want(it.value()->from.value, it.key().value);
        want(it.value()->to.value, it.key().value);
        refs(*it.value(), it.key().value);
    }
    for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it) {
        for (const GroupMember& member : it.value()->members)
            want(member.element.value, it.key().value);
        refs(*it.value(), it.key().value);
    }
    for (const QString& id : design.layout.keys())
        want(id, QStringLiteral("layout"));
    for (const Waiver& waiver : design.waivers)
        for (const QString& id : waiver.on)
            want(id, QStringLiteral("waiver"));
    for (const Scenario& scenario : design.scenarios)
        for (const QString& id : scenario.fails)
            want(id, QStringLiteral("scenario"));
    return result;
}

QString anyOf(const QStringList& ids, QRandomGenerator& random)
{
    return ids.isEmpty() ? QString() : ids[random.bounded(int(ids.size()))];
}

QStringList elementIds(const Design& design)
{
    QStringList ids;
    for (const ElementId& id : design.elements.keys())
        ids << id.value;
    return ids;
}

void randomEdit(Bench& bench, QRandomGenerator& random)
{
    static const QStringList kinds{site, layer, web, sql, listener, broker, users, witness,
                                   QStringLiteral("load-balancer"), QStringLiteral("distributed-engine"),
                                   QStringLiteral("domain-controller"), QStringLiteral("note")};
    const Design& design = bench.design();
    const QStringList ids = elementIds(design);
    const QStringList some{anyOf(ids, random), anyOf(ids, random)};
    const QPointF point(random.bounded(2000), random.bounded(1500));
    const Placement placement = bench.placement();
    switch (random.bounded(12)) {
    case 0: bench.apply(edits::remove(design, testCatalog(), {anyOf(ids, random)})); break;
    case 1: bench.apply(edits::move(design, testCatalog(), placement, some, point - QPointF(1000, 750))); break;
    case 2: bench.apply(edits::resize(design, testCatalog(), placement, some.front(), QRectF(point, QSizeF(400, 300)))); break;
    case 3: bench.connect(some[0], some[1]); break;
    case 4: bench.group(QStringLiteral("wsfc"), ids); break;
    case 5: bench.group(QStringLiteral("availability-group"), ids); break;
    case 6: bench.apply(edits::align(design, placement, ids, Align::Left)); break;
    case 7:
        bench.apply(edits::paste(design, testCatalog(), placement, edits::part(design, testCatalog(), placement, some),
                                 {random.bounded(300) * 1.0, 24}).patch);
        break;
    case 8: bench.apply(edits::rename(design, some[0], QStringLiteral("N%1").arg(random.bounded(9)))); break;
    default: bench.add(anyOf(kinds, random), point);
    }
}

}  // namespace

class EditsTest : public QObject {
    Q_OBJECT

private slots:
    void newNamesAreWrittenLikeTheCatalogs()
    {
        // One way of writing: capitals only at the beginning and in names that the labels write so as well.
        QSet<QString> names;
        for (const ElementKind& kind : testCatalog().kinds)
            for (const QString& word : kind.label.split(u' ').mid(1))
                names << word;
        for (const ElementKind& kind : testCatalog().kinds)
            for (const QString& word : kind.nameStem.split(u' ').mid(1))
                QVERIFY2(!word.at(0).isUpper() || names.contains(word), qPrintable(kind.nameStem));
    }

    void randomEditsLeaveNothingHangingAndUndoToTheStart()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 20; ++round) {
            Bench bench;
            for (int i = 0; i < 60; ++i) {
                randomEdit(bench, random);
                const QStringList wrong = dangling(bench.design());
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
            }
            const Design end = bench.design();
            QVERIFY(end.elements.size() > 5);
            bench.undoAll();
            QVERIFY(bench.design() == Design());
            for (Patch& patch : bench.done)
                bench.document.apply(patch);
            QVERIFY(bench.design() == end);
        }
    }

    void whatIsDroppedIsAdoptedByTheInnermostThatAcceptsIt()
    {
        Bench bench;
        const QString dc = bench.add(site, {400, 400});
        bench.resize(dc, {0, 0, 900, 700});
        const QString row = bench.add(layer, {300, 300});
        bench.resize(row, {120, 120, 480, 240});
        const QString node = bench.add(web, {300, 240});
        QCOMPARE(bench.design().element({row})->in.value, dc);
        QCOMPARE(bench.design().element({node})->in.value, row);
        QCOMPARE(bench.design().element({node})->name, QStringLiteral("Node 1"));
        QVERIFY(bench.placement().value(row).contains(bench.placement().value(node)));
        // A site does not stand in a site.
        QVERIFY(bench.design().element({bench.add(site, {300, 240})})->in.isEmpty());
    }

    void aServerComesWithItsInstance()
    {
        Bench bench;
        const QString server = bench.add(sql, {0, 0});
        QCOMPARE(bench.design().elements.size(), 2);
        for (const auto& element : bench.design().elements)
            if (element->kind == u"sql-instance")
                QCOMPARE(element->in.value, server);
        QVERIFY(!bench.design().layout.contains(QStringLiteral("instance-1")));
    }

    void aBadgeDroppedOnAMachineIsHostedThere()
    {
        Bench bench;
        const QString dc = bench.add(site, {400, 400});
        const QString node = bench.add(web, {400, 400});
        const QString rabbit = bench.add(broker, bench.placement().value(node).center());
        QCOMPARE(bench.design().element({rabbit})->host.value, node);
        QCOMPARE(bench.design().element({rabbit})->in.value, dc);
        QVERIFY(!bench.design().layout.contains(rabbit));
        bench.apply(edits::move(bench.design(), testCatalog(), bench.placement(), {node}, {3000, 0}));
        QVERIFY(bench.design().element({node})->in.isEmpty());
        QVERIFY(bench.design().element({rabbit})->in.isEmpty());
        bench.apply(edits::remove(bench.design(), testCatalog(), {node}));
        QVERIFY(!bench.design().element({rabbit}));
    }

    void movingChangesContainerAndKeepsThePlaceOnTheCanvas()
    {
        Bench bench;
        const QString a = bench.add(site, {300, 300});
        bench.resize(a, {0, 0, 600, 600});
        const QString b = bench.add(site, {1200, 300});
        bench.resize(b, {900, 0, 600, 600});
        const QString node = bench.add(web, {300, 300});
        const QRectF before = bench.placement().value(node);
        bench.apply(edits::move(bench.design(), testCatalog(), bench.placement(), {node}, {900, 60}));
        QCOMPARE(bench.design().element({node})->in.value, b);
        QCOMPARE(bench.placement().value(node), before.translated(900, 60));
        // A site carries its contents: one entry of the layout changes.
        const Patch patch = edits::move(bench.design(), testCatalog(), bench.placement(), {b, node}, {120, 0});
        QCOMPARE(patch.layout.keys(), QStringList{b});
        bench.apply(patch);
        QCOMPARE(bench.placement().value(node), before.translated(1020, 60));
    }

    void resizingKeepsContentsInPlaceAndInside()
    {
        Bench bench;
        const QString dc = bench.add(site, {300, 300});
        bench.resize(dc, {0, 0, 600, 600});
        const QString node = bench.add(web, {300, 300});
        const QRectF before = bench.placement().value(node);
        bench.resize(dc, {-120, -60, 900, 700});
        QCOMPARE(bench.placement().value(node), before);
        bench.resize(dc, {500, 500, 40, 40});
        QCOMPARE(bench.placement().value(node), before);
        QVERIFY(bench.placement().value(dc).contains(before));
    }

    void removingClearsEveryReference()
    {
        Bench bench;
        const QString a = bench.add(sql, {0, 0}), b = bench.add(sql, {300, 0});
        const QString lst = bench.add(listener, {150, 200}), wit = bench.add(witness, {600, 0});
        const QString cluster = bench.group(QStringLiteral("wsfc"), {a, b, wit});
        const QString ag = bench.group(QStringLiteral("availability-group"), {a, b, lst});
        QCOMPARE(textAt(bench.design().group({cluster})->properties, QStringLiteral("witness")), wit);
        QCOMPARE(textAt(bench.design().group({ag})->properties, QStringLiteral("listener")), lst);
        QCOMPARE(textAt(bench.design().group({ag})->properties, QStringLiteral("wsfc")), cluster);
        const QString link = bench.connect(lst, a);
        QVERIFY(!link.isEmpty());
        Patch accept;
        accept.waivers = std::vector<Waiver>{{QStringLiteral("SQL-003"), {lst}, QStringLiteral("why"), {}, {}, {}}};
        bench.apply(accept);
        bench.apply(edits::remove(bench.design(), testCatalog(), {lst, wit}));
        QVERIFY(dangling(bench.design()).isEmpty());
        QVERIFY(bench.design().links.isEmpty());
        QVERIFY(bench.design().waivers.empty());
        QVERIFY(!find(bench.design().group({ag})->properties, QStringLiteral("listener")));
        // The last members take their groups along.
        bench.apply(edits::remove(bench.design(), testCatalog(), {a, b}));
        QVERIFY(bench.design().groups.isEmpty());
        QVERIFY(bench.design().elements.isEmpty());
    }

    void anAvailabilityGroupHasOnePrimary()
    {
        Bench bench;
        const QString a = bench.add(sql, {0, 0}), b = bench.add(sql, {300, 0});
        const QString id = bench.group(QStringLiteral("availability-group"), {a, b});
        const Group& ag = *bench.design().group({id});
        QCOMPARE(int(ag.members.size()), 2);
        QCOMPARE(bench.design().element(ag.members[0].element)->in.value, a);
        QCOMPARE(textAt(ag.members[0].fields, QStringLiteral("role")), QStringLiteral("primary"));
        QCOMPARE(textAt(ag.members[1].fields, QStringLiteral("role")), QStringLiteral("secondary"));
        QVERIFY(edits::makeGroup(bench.design(), testCatalog(), QStringLiteral("rabbitmq-cluster"), {a}).ids.isEmpty());
        // Replication says which group it stands for.
        const LinkRow* row = testCatalog().row(QStringLiteral("CN-06"));
        const edits::Made made = edits::connect(bench.design(), testCatalog(), {a}, {b}, *row);
        QCOMPARE(textAt(made.patch.links.first()->properties, QStringLiteral("group")), id);
    }

    void aPastedPartHasNewIdsAndItsOwnLinksAndGroups()
    {
        Bench bench;
        const QString dc = bench.add(site, {500, 500});
        bench.resize(dc, {0, 0, 1000, 1000});
        const QString a = bench.add(sql, {200, 300}), b = bench.add(sql, {500, 300});
        const QString lst = bench.add(listener, {350, 600}), wit = bench.add(witness, {800, 300});
        bench.group(QStringLiteral("wsfc"), {a, b, wit});
        const QString ag = bench.group(QStringLiteral("availability-group"), {a, b, lst});
        const QString inside = bench.connect(lst, a);
        const QString outside = bench.connect(a, wit);
        QVERIFY(!inside.isEmpty() && !outside.isEmpty());
        const Placement placement = bench.placement();
        const Design part = edits::part(bench.design(), testCatalog(), placement, {a, b, lst});
        QVERIFY(dangling(part).isEmpty());
        QCOMPARE(part.links.size(), 1);
        QCOMPARE(part.groups.size(), 2);
        const Design before = bench.design();
        const edits::Made made = edits::paste(before, testCatalog(), placement, part, {24, 36});
        QCOMPARE(made.ids.size(), 3);
        bench.apply(made.patch);
        const Design& now = bench.design();
        QVERIFY(dangling(now).isEmpty());
        QCOMPARE(now.elements.size(), before.elements.size() + 5);
        QCOMPARE(now.links.size(), before.links.size() + 1);
        QCOMPARE(now.groups.size(), before.groups.size() + 2);
        for (const ElementId& id : before.elements.keys())
            QCOMPARE(*now.element(id), *before.element(id));
        for (auto it = now.groups.cbegin(); it != now.groups.cend(); ++it)
            if (it.value()->kind == u"availability-group" && it.key().value != ag) {
                QVERIFY(made.ids.contains(textAt(it.value()->properties, QStringLiteral("listener"))));
                for (const GroupMember& member : it.value()->members)
                    QVERIFY(!before.hasId(member.element.value));
            }
        for (const QString& id : made.ids)
            QCOMPARE(now.element({id})->in.value, dc);
        const QString copyOfA = now.elements.contains({QStringLiteral("sql-3")}) ? QStringLiteral("sql-3") : QString();
        QCOMPARE(bench.placement().value(copyOfA).topLeft(), placement.value(a).topLeft() + QPointF(24, 36));
    }

    void aligningAndDistributing()
    {
        Bench bench;
        QStringList ids;
        for (const QPointF point : {QPointF(100, 100), QPointF(330, 190), QPointF(920, 40)})
            ids << bench.add(web, point);
        bench.apply(edits::align(bench.design(), bench.placement(), ids, Align::Top));
        bench.apply(edits::distribute(bench.design(), bench.placement(), ids, Qt::Horizontal));
        const Placement placement = bench.placement();
        const QRectF a = placement.value(ids[0]), b = placement.value(ids[1]), c = placement.value(ids[2]);
        QCOMPARE(a.top(), b.top());
        QCOMPARE(b.top(), c.top());
        QCOMPARE(b.left() - a.right(), c.left() - b.right());
        QVERIFY(edits::align(bench.design(), placement, ids, Align::Top).isEmpty());
    }

    void propertiesOfElementsLinksAndGroups()
    {
        Bench bench;
        const QString a = bench.add(sql, {0, 0}), b = bench.add(sql, {300, 0});
        const QString cluster = bench.group(QStringLiteral("wsfc"), {a, b});
        const QString link = bench.connect(a, b);
        const auto set = [&](const QString& id, const QString& key, std::optional<PropertyValue> value) {
            bench.apply(edits::setProperty(bench.design(), {id}, key, value));
        };
        set(a, QStringLiteral("votes"), PropertyValue(0));
        QCOMPARE(find(bench.design().element({a})->properties, QStringLiteral("votes"))->integer(), 0);
        set(a, QStringLiteral("votes"), {});
        QVERIFY(bench.design().element({a})->properties.empty());
        set(link, QStringLiteral("use"), PropertyValue(QStringLiteral("failover")));
        set(link, QStringLiteral("hidden"), PropertyValue(true));
        set(link, QStringLiteral("ports"), PropertyValue::texts({QStringLiteral("443/tcp")}));
        QCOMPARE(bench.design().link({link})->use, LinkUse::Failover);
        QVERIFY(bench.design().link({link})->hidden);
        QCOMPARE(bench.design().link({link})->ports, QStringList{QStringLiteral("443/tcp")});
        set(cluster, QStringLiteral("name"), PropertyValue(QStringLiteral("WSFC")));
        QCOMPARE(bench.design().group({cluster})->name, QStringLiteral("WSFC"));
        bench.apply(edits::rename(bench.design(), link, QStringLiteral("both ways")));
        QCOMPARE(bench.design().link({link})->label, QStringLiteral("both ways"));
    }
};

QTEST_APPLESS_MAIN(EditsTest)
#include "edits_test.moc"

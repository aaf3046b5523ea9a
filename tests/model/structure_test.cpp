// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
// The derived structures against enumeration of all states, and laws that hold for any design.
#include "tests/support/references.h"

#include <QRandomGenerator>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// A random two-site design, and what catalogue d.1 to d.3 say of it in one state, written without the engine's means.
class RandomDesign {
public:
    explicit RandomDesign(QRandomGenerator& random) : m_random(random)
    {
        build();
        wire();
    }

    Draft draft;

    [[nodiscard]] int components() const { return int(m_parts.size()); }

    /// Automatic and manual figures of the three services by enumeration.
    void enumerate(std::array<long double, 3>& automatic, std::array<long double, 3>& manual)
    {
        automatic = manual = {0, 0, 0};
        for (quint32 state = 0; state < (1u << m_parts.size()); ++state) {
            long double weight = 1;
            for (size_t i = 0; i < m_parts.size(); ++i) {
                m_up[m_parts[i].first] = (state >> i) & 1;
                weight *= (state >> i) & 1 ? m_parts[i].second : 1 - m_parts[i].second;
            }
            for (size_t service = 0; service < 3; ++service) {
                const long double credit = creditOf(int(service));
                automatic[service] += credit == 1 ? weight : 0;
                manual[service] += credit * weight;
            }
        }
    }

private:
    struct Need {
        bool automatic = false, byHand = false;
        int action = 0;  // bit: 1 database, 2 site
        double repair = 1e9;
    };

    void part(const QString& id, const QString& kind, const QString& in = {}, PropertyRecord properties = {})
    {
        const double figure = 0.5 + m_random.bounded(0.5);
        if (kind == u"load-balancer"_s)
            draft.balancer(id, in.isEmpty() || !id.contains(u"rmq"_s) ? u"ss"_s : u"rmq"_s, in);
        else
            draft.element(id, kind, in, std::move(properties));
        draft.set(id, u"availability"_s, figure);
        m_parts.push_back({id, static_cast<long double>(figure)});
    }

    void build()
    {
        part(u"site-a"_s, u"site"_s, {}, {{u"role"_s, u"primary"_s}});
        part(u"site-b"_s, u"site"_s);
        m_global = m_random.bounded(2);
        if (m_global)
            part(u"glb"_s, u"load-balancer"_s);
        for (const QString& site : {u"a"_s, u"b"_s}) {
            m_balanced[site] = m_random.bounded(2) || m_global;
            if (m_balanced[site])
                part(u"lb-"_s + site, u"load-balancer"_s, u"site-"_s + site);
            for (int i = m_random.bounded(site == u"a"_s ? 1 : 0, 3); i > 0; --i) {
                const QString node = u"web-%1-%2"_s.arg(site).arg(i);
                const bool cold = site == u"b"_s && m_random.bounded(3) == 0;
                part(node, u"ss-web"_s, u"site-"_s + site);
                if (cold)
                    draft.set(node, u"state"_s, u"cold"_s);
                (cold ? m_cold : m_active)[site] << node;
            }
            for (int i = m_random.bounded(site == u"a"_s ? 1 : 0, 3); i > 0; --i) {
                m_sql << u"sql-%1-%2"_s.arg(site).arg(i);
                part(m_sql.back(), u"sql-server"_s, u"site-"_s + site);
            }
        }
        m_witness = m_random.bounded(3) > 0;
        if (m_witness)
            part(u"witness"_s, u"witness"_s, m_random.bounded(2) ? u"site-b"_s : QString());
        part(u"lb-rmq"_s, u"load-balancer"_s, u"site-a"_s);
        m_quorumQueues = m_random.bounded(2);
        for (int i = m_random.bounded(1, 4); i > 0; --i) {
            m_brokers << u"rmq-%1"_s.arg(i);
            part(m_brokers.back(), u"rabbitmq-node"_s, u"site-a"_s);
        }
        part(u"engine"_s, u"distributed-engine"_s, u"site-a"_s);
    }

    void wire()
    {
        draft.element(u"users"_s, u"user-ss"_s).element(u"endpoints"_s, u"managed-endpoint"_s, u"site-b"_s);
        for (const QString& site : {u"a"_s, u"b"_s}) {
            const LinkUse use = site == u"a"_s ? LinkUse::Normal : LinkUse::Failover;
            const QStringList nodes = m_active[site] + m_cold[site];
            for (const QString& node : nodes)
                if (m_balanced[site])
                    draft.link(u"lb-"_s + site, node, u"CN-03"_s);
                else
                    draft.link(u"users"_s, node, u"CN-01"_s, use);
            if (m_balanced[site] && m_global)
                draft.link(u"glb"_s, u"lb-"_s + site, u"CN-02"_s, use);
            else if (m_balanced[site])
                draft.link(u"users"_s, u"lb-"_s + site, u"CN-01"_s, use);
        }
        if (m_global)
            draft.link(u"users"_s, u"glb"_s, u"CN-01"_s);
        draft.group(u"wsfc"_s, u"wsfc"_s, m_sql,
                    m_witness ? PropertyRecord{{u"witness"_s, u"witness"_s}} : PropertyRecord{});
        m_automaticPrimary = m_random.bounded(3) > 0;
        for (const QString& server : std::as_const(m_sql)) {
            const bool automatic = m_random.bounded(2);
            draft.replica(u"ag"_s, u"ss"_s, server, server == m_sql.front() ? u"primary"_s : automatic ? u"auto"_s : u"async"_s,
                          m_automaticPrimary);
            if (server == m_sql.front() || (automatic && m_automaticPrimary))
                m_automaticReplicas << server;
        }
        for (const QString& broker : std::as_const(m_brokers))
            draft.link(u"lb-rmq"_s, broker, u"CN-10"_s);
        draft.group(u"rmq"_s, u"rabbitmq-cluster"_s, m_brokers,
                    {{u"queue-type"_s, m_quorumQueues ? u"quorum"_s : u"classic-mirrored"_s}});
        draft.group(u"con"_s, u"site-connector"_s, {}, {{u"type"_s, u"rabbitmq"_s}, {u"target"_s, u"lb-rmq"_s}});
        draft.group(u"de"_s, u"de-site"_s, {u"engine"_s, u"endpoints"_s}, {{u"connector"_s, u"con"_s}});
    }

    bool siteUp(const QString& letter) { return m_up[u"site-"_s + letter]; }
    bool up(const QString& id)  // all ids of parts in sites carry the letter second; the rest stands in site A or nowhere
    {
        const Element* element = draft.design.element({id});
        return m_up[id] && (element->in.isEmpty() || m_up[element->in.value]);
    }
    int upOf(const QStringList& ids)
    {
        return int(std::count_if(ids.cbegin(), ids.cend(), [this](const QString& id) { return up(id); }));
    }
    bool tier(const QString& site, const QStringList& nodes)
    {
        return (!m_balanced[site] || up(u"lb-"_s + site)) && upOf(nodes) > 0;
    }

    // Shortest repair among the parts of the automatic path that are down (d.2).
    double webRepair()
    {
        double hours = m_global && !m_up[u"glb"_s] ? 4 : 1e9;
        for (const QString& site : m_global ? QStringList{u"a"_s, u"b"_s} : QStringList{u"a"_s}) {
            const bool anything = !m_active[site].isEmpty() || m_balanced[site];
            const bool led = m_balanced[site] ? !(m_active[site] + m_cold[site]).isEmpty() : anything;
            if (!siteUp(site) && led)
                hours = std::min(hours, 24.0);
            else if (siteUp(site) && led) {
                if (m_balanced[site] && !up(u"lb-"_s + site))
                    hours = std::min(hours, 4.0);
                if (!m_active[site].isEmpty() && upOf(m_active[site]) == 0)
                    hours = std::min(hours, 8.0 / double(m_active[site].size()));
            }
        }
        return hours;
    }

    Need web()
    {
        const bool a = tier(u"a"_s, m_active[u"a"_s]), b = tier(u"b"_s, m_active[u"b"_s]);
        const bool anyA = tier(u"a"_s, m_active[u"a"_s] + m_cold[u"a"_s]);
        const bool anyB = tier(u"b"_s, m_active[u"b"_s] + m_cold[u"b"_s]);
        Need need;
        need.automatic = m_global ? m_up[u"glb"_s] && (a || b) : a;
        need.byHand = m_global ? m_up[u"glb"_s] && (anyA || anyB) : anyA || anyB;
        need.action = 2;
        need.repair = webRepair();
        return need;
    }

    Need database()
    {
        int votes = upOf(m_sql), total = int(m_sql.size());
        if (m_witness) {
            votes += up(u"witness"_s);
            ++total;
        }
        const bool quorum = 2 * votes > total;
        Need need;
        need.automatic = quorum && upOf(m_automaticReplicas) > 0;
        need.byHand = quorum && upOf(m_sql) > 0;
        need.action = 1;
        for (const QString& server : std::as_const(m_automaticReplicas))
            if (!up(server))
                need.repair = std::min(need.repair, siteUp(server.section(u'-', 1, 1)) ? 8.0 : 24.0);
        return need;
    }

    Need workers()
    {
        const QStringList active = m_active[u"a"_s] + m_active[u"b"_s];
        Need need;
        need.automatic = upOf(active) > 0;
        need.byHand = upOf(active + m_cold[u"a"_s] + m_cold[u"b"_s]) > 0;
        need.action = 2;
        for (const QString& site : {u"a"_s, u"b"_s})
            if (!m_active[site].isEmpty())
                need.repair = std::min(need.repair, siteUp(site) ? 8.0 / double(m_active[site].size()) : 24.0);
        return need;
    }

    bool engineSide()
    {
        const int need = m_quorumQueues ? int(m_brokers.size()) / 2 + 1 : 1;
        return up(u"lb-rmq"_s) && upOf(m_brokers) >= need && up(u"engine"_s) && siteUp(u"b"_s);
    }

    // 0: sign-in, 1: rotation, 2: the database alone (not a service; checks the votes by themselves)
    long double creditOf(int service)
    {
        if (service == 2) {
            const Need data = database();
            return data.automatic ? 1 : data.byHand ? std::max(0.0L, 1 - 1 / static_cast<long double>(data.repair)) : 0;
        }
        if (service == 1 && !engineSide())
            return 0;
        int actions = 0;
        double repair = 1e9;
        std::vector<Need> needs{web(), database()};
        if (service == 1)
            needs.push_back(workers());
        for (const Need& need : needs) {
            if (need.automatic)
                continue;
            if (!need.byHand)
                return 0;
            actions |= need.action;
            repair = std::min(repair, need.repair);
        }
        const double rto = (actions & 1 ? 1 : 0) + (actions & 2 ? 4 : 0);
        return actions == 0 ? 1 : std::max(0.0L, 1 - static_cast<long double>(rto) / static_cast<long double>(repair));
    }

    QRandomGenerator& m_random;
    std::vector<std::pair<QString, long double>> m_parts;
    QHash<QString, bool> m_up;
    QHash<QString, bool> m_balanced;
    QHash<QString, QStringList> m_active, m_cold;
    QStringList m_sql, m_automaticReplicas, m_brokers;
    bool m_global = false, m_witness = false, m_automaticPrimary = false, m_quorumQueues = false;
};

}  // namespace

class StructureTest : public QObject {
    Q_OBJECT

private slots:
    void randomDesignsAgreeWithEnumeration()
    {
        QRandomGenerator random(11);
        int largest = 0, large = 0;
        double difference = 0;
        for (int round = 0; round < 150; ++round) {
            RandomDesign design(random);
            // States double with every component: a few of the large designs are enough.
            if (design.components() > 18 || (design.components() > 14 && ++large > 4))
                continue;
            largest = std::max(largest, design.components());
            std::array<long double, 3> automatic, manual;
            design.enumerate(automatic, manual);
            const std::array<QString, 2> ids{u"ss-login"_s, u"rotation@de"_s};
            for (size_t i = 0; i < ids.size(); ++i) {
                const ServiceEstimate estimate = design.draft.service(ids[i]);
                QCOMPARE(estimate.id, ids[i]);
                difference = std::max({difference, std::abs(double(estimate.automatic - automatic[i])),
                                       std::abs(double(estimate.withManualFailover - manual[i]))});
                QVERIFY2(difference < 1e-12, qPrintable(u"round %1 %2: %3 %4, enumerated %5 %6"_s.arg(round).arg(ids[i])
                    .arg(estimate.automatic).arg(estimate.withManualFailover).arg(double(automatic[i])).arg(double(manual[i]))));
            }
        }
        qInfo("largest design %d components, largest difference %g", largest, difference);
        QVERIFY(largest >= 15);
    }

    void redundancyNeverLowersTheAutomaticFigure()
    {
        const QString login = u"ss-login"_s, rotation = u"rotation@de-site-a"_s;
        const Draft base = secretServerA1();
        Draft web = base;
        web.element(u"ss-web-a-3"_s, u"ss-web"_s, u"site-a"_s).link(u"lb-ss-a"_s, u"ss-web-a-3"_s, u"CN-03"_s);
        QVERIFY(web.service(login).automatic > base.service(login).automatic);
        Draft engine = base;
        engine.element(u"de-2"_s, u"distributed-engine"_s, u"site-a"_s);
        Group site = *engine.design.group({u"de-site-a"_s});
        site.members.push_back({{u"de-2"_s}, {}});
        engine.design.insert(u"de-site-a"_s, site);
        QVERIFY(engine.service(rotation).automatic > base.service(rotation).automatic);
        // The exception of catalogue d.1.7: a second broker with quorum queues makes both necessary.
        Draft one = base;
        Group cluster = *one.design.group({u"rmq-a"_s});
        cluster.members.pop_back();
        cluster.properties[u"queue-type"_s] = u"quorum"_s;
        one.design.insert(u"rmq-a"_s, cluster);
        Draft two = base;
        two.set(u"rmq-a"_s, u"queue-type"_s, u"quorum"_s);
        QVERIFY(two.service(rotation).automatic < one.service(rotation).automatic);
        QRandomGenerator random(5);
        for (int round = 0; round < 40; ++round) {
            RandomDesign design(random);
            Draft more = design.draft;
            const bool balanced = more.design.element({u"lb-a"_s}) != nullptr;
            more.element(u"web-a-9"_s, u"ss-web"_s, u"site-a"_s);
            more.link(balanced ? u"lb-a"_s : u"users"_s, u"web-a-9"_s, balanced ? u"CN-03"_s : u"CN-01"_s);
            QVERIFY(more.service(login).automatic >= design.draft.service(login).automatic);
        }
    }

    void orderOfElementsDoesNotMatter()
    {
        // The same C-3 under other ids: every id gets a prefix that reverses the order of the map.
        const Draft draft = secretServerC3();
        int n = 0;
        QMap<QString, QString> renamed;
        for (const ElementId& id : draft.design.elements.keys())
            renamed[id.value] = u"x%1-%2"_s.arg(999 - n++, 3, 10, QLatin1Char('0')).arg(id.value);
        Draft other;
        const auto to = [&](const QString& id) { return renamed.value(id, id); };
        for (auto it = draft.design.elements.cbegin(); it != draft.design.elements.cend(); ++it) {
            Element element = *it.value();
            element.in = {to(element.in.value)};
            element.host = {to(element.host.value)};
            other.design.insert(to(it.key().value), element);
        }
        for (auto it = draft.design.links.cbegin(); it != draft.design.links.cend(); ++it) {
            Link link = *it.value();
            link.from = {to(link.from.value)};
            link.to = {to(link.to.value)};
            other.design.insert(it.key().value, link);
        }
        for (auto it = draft.design.groups.cbegin(); it != draft.design.groups.cend(); ++it) {
            Group group = *it.value();
            for (GroupMember& member : group.members)
                member.element = {to(member.element.value)};
            for (const QString& key : {u"witness"_s, u"target"_s})
                if (group.properties.contains(key))
                    group.properties[key] = to(textAt(group.properties, key));
            other.design.insert(it.key().value, group);
        }
        for (const ServiceEstimate& estimate : draft.estimate()) {
            const ServiceEstimate same = other.service(estimate.id);
            QVERIFY(qAbs(same.automatic - estimate.automatic) < 1e-15);
            QVERIFY(qAbs(same.withManualFailover - estimate.withManualFailover) < 1e-15);
            QCOMPARE(same.cutSets.size(), estimate.cutSets.size());
            QCOMPARE(same.components.size(), estimate.components.size());
        }
    }

    void manyComponentsInOneService()
    {
        Draft draft = secretServerC3();
        for (int i = 0; i < 100; ++i) {
            const QString letter = i % 2 ? u"a"_s : u"b"_s, node = u"ss-web-%1-x%2"_s.arg(letter).arg(i);
            draft.element(node, u"ss-web"_s, u"site-"_s + letter).link(u"lb-ss-"_s + letter, node, u"CN-03"_s);
        }
        Group site = *draft.design.group({u"de-site-a"_s}), cluster = *draft.design.group({u"rmq-a"_s});
        for (int i = 0; i < 50; ++i) {
            draft.element(u"de-x%1"_s.arg(i), u"distributed-engine"_s, u"site-a"_s);
            draft.element(u"rmq-x%1"_s.arg(i), u"rabbitmq-node"_s, u"site-a"_s).link(u"lb-rmq-a"_s, u"rmq-x%1"_s.arg(i), u"CN-10"_s);
            site.members.push_back({{u"de-x%1"_s.arg(i)}, {}});
            cluster.members.push_back({{u"rmq-x%1"_s.arg(i)}, {}});
        }
        cluster.properties[u"queue-type"_s] = u"quorum"_s;
        draft.design.insert(u"de-site-a"_s, site);
        draft.design.insert(u"rmq-a"_s, cluster);
        const ServiceEstimate estimate = draft.service(u"rotation@de-site-a"_s);
        QVERIFY(estimate.components.size() >= 200);
        QVERIFY(estimate.automatic > 0.9996 && estimate.automatic < 1);
        const Topology topology(draft.design, testCatalog());
        QBENCHMARK_ONCE {
            (void)estimateAvailability(topology);
        }
    }

    void allServicesOfC3()
    {
        const Draft draft = secretServerC3();
        const Topology topology(draft.design, testCatalog());
        QBENCHMARK {
            (void)estimateAvailability(topology);
        }
    }
};

QTEST_APPLESS_MAIN(StructureTest)
#include "structure_test.moc"

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/plausibledesign.h"

#include "model/catalog/connections.h"

#include <QRandomGenerator>

namespace redoubt {

namespace {

class Stranger {
public:
    Stranger(unsigned seed, const Catalog& catalog, int elements)
        : m_random(seed), m_catalog(catalog), m_wanted(qsizetype(elements))
    {
    }

    Design draw()
    {
        const int sites = 1 + below(m_wanted < 30 ? 2 : m_wanted < 120 ? 3 : 4);
        for (int i = 0; i < sites; ++i)
            m_sites << add(u"site"_qs, {}, {{u"role"_qs, PropertyValue(i == 0 ? u"primary"_qs : i == 1 ? u"dr"_qs : u"other"_qs)}});
        while (m_design.elements.size() < m_wanted)
            addSomething();
        connectAll();
        return m_design;
    }

private:
    int below(int n) { return int(m_random.bounded(n)); }
    QString any(const QStringList& list) { return list[below(int(list.size()))]; }

    QString add(const QString& kind, const QString& in, PropertyRecord properties = {})
    {
        Element element;
        element.kind = kind;
        element.in = {in};
        element.properties = std::move(properties);
        const ElementKind* known = m_catalog.kind(kind);
        const QString id = u"%1-%2"_qs.arg(kind).arg(++m_number);
        element.name = u"%1 %2"_qs.arg(known->label).arg(m_number);
        m_design.insert(id, std::move(element));
        return id;
    }

    /// A layer of some of one kind; links may mean the layer.
    void addLayer(const QString& kind, const QString& in, int count)
    {
        const QString layer = add(u"layer"_qs, in);
        for (int i = 0; i < count; ++i) {
            const QString id = add(kind, layer);
            if (kind == u"sql-server")
                add(u"sql-instance"_qs, id, {{u"port"_qs, PropertyValue(1433)}});
        }
        m_ends << layer;
    }

    void addBalancer(const QString& in, const QString& scope)
    {
        const QString layer = below(2) ? add(u"layer"_qs, in) : in;
        const QString id = add(u"load-balancer"_qs, layer, {{u"scope"_qs, PropertyValue(scope)}});
        m_ends << (layer == in ? id : layer);
    }

    void addSomething()
    {
        const QString site = any(m_sites);
        const int choice = below(20);
        if (choice < 9)
            addLayer(any({u"ss-web"_qs, u"pm-web"_qs, u"sql-server"_qs, u"rabbitmq-node"_qs, u"distributed-engine"_qs, u"nps-server"_qs,
                          u"managed-endpoint"_qs}), site, 1 + below(4));
        else if (choice < 11)
            addBalancer(site, u"local"_qs);
        else if (choice < 12)
            addBalancer({}, u"global"_qs);
        else if (choice < 14)
            m_ends << add(any({u"user-ss"_qs, u"user-pm"_qs, u"user-nps"_qs, u"pm-endpoint"_qs, u"reverse-proxy"_qs}), {});
        else if (choice < 15)
            m_ends << add(u"ag-listener"_qs, below(2) ? site : QString());
        else if (choice < 17)
            m_ends << add(any({u"witness"_qs, u"recording-share"_qs, u"ss-web"_qs, u"nps-node"_qs, u"managed-resource"_qs}), site);
        else if (choice < 19)
            m_ends << add(any({u"domain-controller"_qs, u"smtp-server"_qs, u"siem-server"_qs, u"radius-server"_qs}), site);
        else
            addVault();
    }

    void addVault()
    {
        const QString region = add(u"dsv-region"_qs, {});
        m_ends << add(u"dsv-tenant"_qs, region) << add(u"jump-host"_qs, region);
        if (below(2))
            m_ends << add(u"user-end"_qs, {});
    }

    [[nodiscard]] QString siteOf(const QString& id) const
    {
        ElementId at{id};
        while (!m_design.element(at)->in.isEmpty())
            at = m_design.element(at)->in;
        return at.value;
    }

    /// Each thing to one to three others that it may be linked to.
    void connectAll()
    {
        const Connections connections(m_design, m_catalog);
        QSet<QPair<QString, QString>> linked;
        for (const QString& from : std::as_const(m_ends)) {
            QStringList near, far;
            for (const QString& to : std::as_const(m_ends))
                if (from != to && !connections.legalRows({from}, {to}).isEmpty())
                    (siteOf(from) == siteOf(to) ? near : far) << to;
            for (int i = 1 + below(3); i > 0; --i) {
                const QStringList& choices = near.isEmpty() || (!far.isEmpty() && below(10) < 3) ? far : near;
                if (choices.isEmpty())
                    break;
                const QString to = any(choices);
                if (linked.contains({from, to}) || linked.contains({to, from}))
                    continue;
                linked.insert({from, to});
                Link link;
                link.from = {from};
                link.to = {to};
                link.rows = {connections.legalRows({from}, {to}).front()->id};
                link.use = below(5) ? LinkUse::Normal : LinkUse::Failover;
                m_design.insert(u"link-%1"_qs.arg(linked.size()), std::move(link));
            }
        }
    }

    QRandomGenerator m_random;
    const Catalog& m_catalog;
    const qsizetype m_wanted;
    Design m_design;
    int m_number = 0;
    QStringList m_sites, m_ends;
};

}  // namespace

Design plausibleDesign(unsigned seed, const Catalog& catalog, int elements)
{
    return Stranger(seed, catalog, elements).draw();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/checks.h"
#include "model/rules/factreaders.h"

// Rules of the area GEN: they compare a design with the catalog itself.

namespace redoubt {

namespace {

const QString siteRow = QStringLiteral("SITE");

struct KindPair {
    QString from;
    QString to;
    friend bool operator==(const KindPair&, const KindPair&) = default;
    friend size_t qHash(const KindPair& pair, size_t seed = 0) { return qHashMulti(seed, pair.from, pair.to); }
};

QSet<KindPair> pairsOfMatrix(const Catalog& catalog)
{
    QSet<KindPair> result;
    for (const LinkRow& row : catalog.rows)
        for (const LinkEnd& from : row.from)
            for (const LinkEnd& to : row.to)
                result << KindPair{from.kind, to.kind};
    return result;
}

/// Elements that a link's end stands for.
QList<ElementId> endsOfLink(const Facts& facts, const ElementId& end)
{
    if (facts.kindOf(end.value) != QLatin1String("layer"))
        return {end};
    QList<ElementId> result;
    for (const ElementId& child : facts.topology().children(end))
        result << endsOfLink(facts, child);
    return result;
}

bool anyPair(const Facts& facts, const QSet<KindPair>& matrix, const QList<ElementId>& from, const QList<ElementId>& to)
{
    QSet<QString> fromKinds, toKinds;
    for (const ElementId& id : from)
        fromKinds << facts.kindOf(id.value);
    for (const ElementId& id : to)
        toKinds << facts.kindOf(id.value);
    for (const QString& a : fromKinds)
        for (const QString& b : toKinds)
            if (matrix.contains({a, b}))
                return true;
    return false;
}

QString nameOf(const Facts& facts, const QString& id) { return facts.design().displayName(id); }

/// The name with the site, for things that bear the same name.
QString label(Facts& facts, const QString& id)
{
    const ElementId site = facts.siteOf({id});
    return site.isEmpty() ? QStringLiteral("%1 outside the sites").arg(nameOf(facts, id))
                          : QStringLiteral("%1 in %2").arg(nameOf(facts, id), nameOf(facts, site.value));
}

}  // namespace

std::vector<Hit> connectionNotInMatrix(Facts& facts)
{
    const QSet<KindPair> matrix = pairsOfMatrix(facts.catalog());
    std::vector<Hit> hits;
    for (auto it = facts.design().links.cbegin(); it != facts.design().links.cend(); ++it) {
        const Link& link = *it.value();
        const QList<ElementId> from = endsOfLink(facts, link.from);
        const QList<ElementId> to = endsOfLink(facts, link.to);
        const bool empty = from.isEmpty() || to.isEmpty();
        if (!empty && !anyPair(facts, matrix, from, to) && !anyPair(facts, matrix, to, from))
            hits.push_back({{it.key().value},
                            {{QStringLiteral("source"), nameOf(facts, link.from.value)},
                             {QStringLiteral("target"), nameOf(facts, link.to.value)}}});
    }
    return hits;
}

std::vector<Hit> wrongContainer(Facts& facts)
{
    std::vector<Hit> hits;
    for (auto it = facts.design().elements.cbegin(); it != facts.design().elements.cend(); ++it) {
        const Element& element = *it.value();
        const ElementKind* kind = facts.catalog().kind(element.kind);
        if (!kind || !element.host.isEmpty() || kind->placedIn.contains(QStringLiteral("any")))
            continue;
        const ElementId container = facts.topology().containerOf(it.key());
        const QString where = container.isEmpty() ? QStringLiteral("canvas") : facts.kindOf(container.value);
        if (kind->placedIn.contains(where))
            continue;
        QStringList subjects{it.key().value};
        if (!container.isEmpty())
            subjects << container.value;
        const QString name = container.isEmpty() ? QStringLiteral("the canvas, outside every site")
                                                 : nameOf(facts, container.value);
        hits.push_back({subjects, {{QStringLiteral("element"), nameOf(facts, it.key().value)},
                                   {QStringLiteral("kind"), kind->label},
                                   {QStringLiteral("container"), name}}});
    }
    return hits;
}

std::vector<Hit> unconnected(Facts& facts)
{
    const Topology& topology = facts.topology();
    QSet<ElementId> touched;
    for (auto it = facts.design().links.cbegin(); it != facts.design().links.cend(); ++it)
        for (const ElementId& end : {it.value()->from, it.value()->to})
            for (const ElementId& id : endsOfLink(facts, end))
                touched << id;
    const auto named = [&](const ElementId& id) {
        for (const char* key : {"listener", "witness", "target", "response-bus", "replicates-to", "tenants"})
            if (!facts.referring(QLatin1String(key), id.value).isEmpty())
                return true;
        return false;
    };
    const auto isUsed = [&](const ElementId& id) {
        return touched.contains(id) || !topology.groupsOf(id).isEmpty() || named(id);
    };
    const auto anyUsed = [&](const QList<ElementId>& ids) { return std::any_of(ids.cbegin(), ids.cend(), isUsed); };
    std::vector<Hit> hits;
    for (auto it = facts.design().elements.cbegin(); it != facts.design().elements.cend(); ++it) {
        const ElementId id = it.key();
        const Element& element = *it.value();
        const ElementKind* kind = facts.catalog().kind(element.kind);
        if (!kind || kind->container || kind->shape == Shape::Note || isUsed(id))
            continue;
        const ElementKind* parent = facts.catalog().kind(facts.kindOf(element.in.value));
        const bool parentUsed = parent && !parent->container && isUsed(element.in);
        QList<ElementId> inner = topology.children(id);
        for (const ElementId& child : topology.children(id))
            inner << topology.children(child);
        if (parentUsed || isUsed(element.host) || anyUsed(inner) || anyUsed(topology.hosted(id))
            || (parent && !parent->container && isUsed(facts.topology().machineOf(id))))
            continue;
        hits.push_back({{id.value}, {{QStringLiteral("element"), nameOf(facts, id.value)}}});
    }
    return hits;
}

std::vector<Hit> nameUsedTwice(Facts& facts)
{
    QMap<QString, QStringList> holders;  // by what distinguishes names: kind, scope, name
    const auto note = [&](const QString& space, const QString& name, const ElementId& id) {
        QStringList& list = holders[space + u' ' + name.toLower()];
        if (!name.isEmpty() && !list.contains(id.value))
            list << id.value;
    };
    for (const ElementId& id : facts.topology().ofKind(QStringLiteral("load-balancer")))
        if (const auto listeners = facts.topology().value(id, QStringLiteral("listeners")); listeners && listeners->list())
            for (const PropertyValue& item : *listeners->list())
                if (const PropertyRecord* record = item.record())
                    note(facts.topology().text(id, QStringLiteral("scope")), textAt(*record, QStringLiteral("name")), id);
    for (const ElementId& id : facts.topology().ofKind(QStringLiteral("ag-listener")))
        note(QStringLiteral("listener"), facts.topology().text(id, QStringLiteral("dns-name")), id);
    std::vector<Hit> hits;
    for (auto it = holders.cbegin(); it != holders.cend(); ++it) {
        if (it.value().size() < 2)
            continue;
        const QString name = it.key().section(u' ', 1);
        QStringList labels;
        for (const QString& id : it.value())
            labels << label(facts, id);
        hits.push_back({it.value(), {{QStringLiteral("name"), name},
                                     {QStringLiteral("holders"), facts.words(textList(labels))}}});
    }
    return hits;
}

std::vector<Hit> portDiffers(Facts& facts)
{
    QMap<QString, Hit> hits;  // one for a link, however many members its layers have
    for (const Flow& flow : facts.topology().flows()) {
        const Link* link = facts.design().link(flow.link);
        const PropertyValue* custom = find(link->properties, QStringLiteral("custom-port"));
        if (flow.rows.isEmpty() || flow.ports.isEmpty() || hits.contains(flow.link.value)
            || (custom && custom->boolean().value_or(false)))
            continue;
        const auto isOfRow = [&](const QString& id) {
            const LinkRow* row = facts.catalog().row(id);
            return std::any_of(flow.ports.cbegin(), flow.ports.cend(), [&](const QString& port) {
                return row->ports.contains(port) || row->allowedPorts.contains(port);
            });
        };
        if (std::any_of(flow.rows.cbegin(), flow.rows.cend(), isOfRow))
            continue;
        QStringList expected;
        bool judged = true;
        for (const QString& id : flow.rows) {
            const LinkRow* row = facts.catalog().row(id);
            const GroupId group{textAt(link->properties, QStringLiteral("group"))};
            const QStringList usual = facts.connections().rowPorts(*row, flow.from, flow.to, group) + row->ports;
            judged = judged && !row->anyPort && !usual.isEmpty();
            expected << usual << row->allowedPorts;
        }
        expected.removeDuplicates();
        const bool common = std::any_of(flow.ports.cbegin(), flow.ports.cend(),
                                        [&](const QString& port) { return expected.contains(port); });
        if (!judged || common)
            continue;
        hits.insert(flow.link.value, {{flow.link.value},
                                      {{QStringLiteral("source"), nameOf(facts, link->from.value)},
                                       {QStringLiteral("target"), nameOf(facts, link->to.value)},
                                       {QStringLiteral("port"), flow.ports.join(QStringLiteral(", "))},
                                       {QStringLiteral("ports"), expected.mid(0, 6).join(QStringLiteral(", "))}}});
    }
    return {hits.cbegin(), hits.cend()};
}

std::vector<Hit> arrowReversed(Facts& facts)
{
    QSet<LinkId> fitsOwnRow;  // the topology has resolved it: its members stand in the right order
    for (const Flow& flow : facts.topology().flows())
        if (!flow.rows.isEmpty())
            fitsOwnRow << flow.link;
    std::vector<Hit> hits;
    for (auto it = facts.design().links.cbegin(); it != facts.design().links.cend(); ++it) {
        const Link& link = *it.value();
        if (link.rows.contains(siteRow))
            continue;
        if (fitsOwnRow.contains(it.key()))
            continue;
        const QList<const LinkRow*> forward = facts.connections().legalRows(link.from, link.to);
        const auto usesPort = [&](const LinkRow* row) {
            return link.ports.isEmpty() || row->anyPort || row->ports.isEmpty()
                || std::any_of(link.ports.cbegin(), link.ports.cend(), [&](const QString& port) {
                       return row->ports.contains(port) || row->allowedPorts.contains(port);
                   });
        };
        if (std::any_of(forward.cbegin(), forward.cend(), usesPort))
            continue;
        const QList<const LinkRow*> backward = facts.connections().legalRows(link.to, link.from);
        const bool reversed = std::any_of(backward.cbegin(), backward.cend(),
                                          [&](const LinkRow* row) { return !row->bothWays && usesPort(row); });
        if (reversed && (forward.isEmpty() || !link.ports.isEmpty()))
            hits.push_back({{it.key().value},
                            {{QStringLiteral("source"), nameOf(facts, link.from.value)},
                             {QStringLiteral("target"), nameOf(facts, link.to.value)}}});
    }
    return hits;
}

}  // namespace redoubt

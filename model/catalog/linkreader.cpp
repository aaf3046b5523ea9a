// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/linkreader.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

class Reader {
public:
    Reader(Problems& problems, std::vector<NamedId>& kinds, std::vector<NamedId>& products)
        : m_problems(problems), m_kinds(kinds), m_products(products)
    {
    }

    LinkRow row(const Node& key, const Node& node)
    {
        static const QRegularExpression idForm(QStringLiteral("^[A-Z]+(-[0-9]+[a-z]?)?$"));
        if (!idForm.match(key.text).hasMatch())
            m_problems.add(key, QStringLiteral("`%1` is not the id of a row").arg(key.text));
        MapReader map(node, m_problems);
        LinkRow row;
        row.id = key.text;
        row.label = map.text(QStringLiteral("label"));
        row.purpose = map.requiredText(QStringLiteral("purpose"));
        row.product = map.requiredText(QStringLiteral("product"));
        if (const Node* product = map.at(QStringLiteral("product")))
            m_products.push_back({m_problems.path, *product, row.product});
        row.from = ends(map.required(QStringLiteral("from")));
        row.to = ends(map.required(QStringLiteral("to")));
        row.ports = ports(map.required(QStringLiteral("ports")));
        row.allowedPorts = ports(map.at(QStringLiteral("allowed")));
        row.portProperty = map.text(QStringLiteral("port-property"));
        row.bothWays = map.flag(QStringLiteral("both-ways"));
        row.anyPort = map.flag(QStringLiteral("any-port"));
        row.offered = map.flag(QStringLiteral("offered"), true);
        row.hidden = map.flag(QStringLiteral("hidden"));
        row.sources = map.texts(QStringLiteral("sources"));
        static const QStringList meanings{QStringLiteral("flow"), QStringLiteral("replication"), QStringLiteral("quorum"),
                                          QStringLiteral("internal"), QStringLiteral("site-link")};
        row.use = LinkUse(map.choice(QStringLiteral("use"), linkUses()));
        row.meaning = meanings[qsizetype(map.choice(QStringLiteral("meaning"), meanings))];
        if (const Node* cases = map.at(QStringLiteral("cases")))
            row.portCases = portCases(*cases);
        if (const Node* properties = map.at(QStringLiteral("properties")))
            row.properties = readProperties(*properties, m_problems, m_kinds);
        map.finish();
        return row;
    }

private:
    Problems& m_problems;
    std::vector<NamedId>& m_kinds;
    std::vector<NamedId>& m_products;

    std::vector<LinkEnd> ends(const Node* node)
    {
        std::vector<LinkEnd> result;
        if (!node)
            return result;
        if (!node->isList() || node->items.empty())
            m_problems.add(*node, QStringLiteral("expected a list of kinds"));
        for (const Node& item : node->items)
            result.push_back(end(item, true));
        return result;
    }

    LinkEnd end(const Node& node, bool needsKind)
    {
        LinkEnd result;
        if (node.isScalar()) {
            result.kind = node.text;
            m_kinds.push_back({m_problems.path, node, node.text});
            return result;
        }
        MapReader map(node, m_problems);
        result.kind = needsKind ? map.requiredText(QStringLiteral("kind")) : map.text(QStringLiteral("kind"));
        if (const Node* kind = map.at(QStringLiteral("kind")))
            m_kinds.push_back({m_problems.path, *kind, result.kind});
        result.products = map.texts(QStringLiteral("products"));
        if (const Node* list = map.at(QStringLiteral("products")))
            for (const Node& item : list->items)
                if (item.text != QLatin1String("rmq"))
                    m_products.push_back({m_problems.path, item, item.text});
        result.scope = map.text(QStringLiteral("scope"));
        result.service = map.text(QStringLiteral("service"));
        result.with = map.texts(QStringLiteral("with"));
        map.finish();
        return result;
    }

    QStringList ports(const Node* node)
    {
        static const QRegularExpression form(QStringLiteral("^(?:([0-9]{1,5})(?:-([0-9]{1,5}))?/(?:tcp|udp)|icmp)$"));
        if (!node)
            return {};
        const QStringList result = textsOf(*node, m_problems);
        for (const Node& item : node->items) {
            const QRegularExpressionMatch match = form.match(item.text);
            const int low = match.captured(1).toInt(), high = match.captured(2).toInt();
            if (!match.hasMatch() || low > 65535 || high > 65535 || (high > 0 && high <= low))
                m_problems.add(item, QStringLiteral("`%1` is not a port; write 443/tcp, 1434/udp, "
                                                    "49152-65535/tcp or icmp").arg(item.text));
        }
        return result;
    }

    std::vector<PortCase> portCases(const Node& node)
    {
        std::vector<PortCase> result;
        if (!node.isList())
            m_problems.add(node, QStringLiteral("expected a list"));
        for (const Node& item : node.items) {
            MapReader map(item, m_problems);
            PortCase one;
            if (const Node* from = map.at(QStringLiteral("from")))
                one.from = end(*from, false);
            if (const Node* to = map.at(QStringLiteral("to")))
                one.to = end(*to, false);
            if (!one.from && !one.to)
                m_problems.add(item, QStringLiteral("a case says something of an end"));
            one.ports = ports(map.required(QStringLiteral("ports")));
            map.finish();
            result.push_back(std::move(one));
        }
        return result;
    }
};

void checkEnd(const Catalog& catalog, const LinkEnd& end, const std::vector<LinkEnd>& ends, QStringList& wrong)
{
    QStringList kinds;
    if (end.kind.isEmpty()) {
        for (const LinkEnd& other : ends)
            kinds << other.kind;
    } else {
        kinds << end.kind;
    }
    const auto anyHas = [&](const QString& condition) {
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](const QString& kind) { return whyNotACondition(catalog, kind, condition).isEmpty(); });
    };
    QStringList conditions = end.with;
    if (!end.scope.isEmpty())
        conditions << QStringLiteral("scope=") + end.scope;
    if (!end.service.isEmpty())
        conditions << QStringLiteral("services=") + end.service;
    for (const QString& condition : conditions)
        if (!anyHas(condition))
            wrong << QStringLiteral("`%1` cannot hold for %2").arg(condition, kinds.join(u", "_qs));
}

}  // namespace

const QStringList& linkUses()
{
    static const QStringList uses{QStringLiteral("normal"), QStringLiteral("failover"), QStringLiteral("optional")};
    return uses;
}

LinkRow readLinkRow(const Node& id, const Node& node, Problems& problems, std::vector<NamedId>& kinds,
                    std::vector<NamedId>& products)
{
    return Reader(problems, kinds, products).row(id, node);
}

QString whyNotACondition(const Catalog& catalog, const QString& kind, const QString& condition)
{
    const qsizetype equals = condition.indexOf(u'=');
    if (equals <= 0)
        return QStringLiteral("`%1` is not of the form key=value").arg(condition);
    const QString key = condition.left(equals), value = condition.mid(equals + 1);
    if (key == QLatin1String("hosted"))
        return {};
    if (key == QLatin1String("in-kind"))
        return catalog.kind(value) ? QString() : QStringLiteral("there is no kind `%1`").arg(value);
    const ElementKind* known = catalog.kind(kind);
    const PropertyDef* property = known ? known->property(key) : nullptr;
    if (!property)
        return QStringLiteral("`%1` has no property `%2`").arg(kind, key);
    return whyNotAValue(*property, value);
}

QStringList whatIsWrong(const Catalog& catalog, const LinkRow& row)
{
    QStringList wrong;
    for (const LinkEnd& end : row.from)
        checkEnd(catalog, end, row.from, wrong);
    for (const LinkEnd& end : row.to)
        checkEnd(catalog, end, row.to, wrong);
    for (const PortCase& one : row.portCases) {
        if (one.from)
            checkEnd(catalog, *one.from, row.from, wrong);
        if (one.to)
            checkEnd(catalog, *one.to, row.to, wrong);
    }
    const bool ofInitiator = row.portProperty.startsWith(QLatin1String("from."));
    const QString property = ofInitiator ? row.portProperty.mid(5) : row.portProperty;
    const std::vector<LinkEnd>& ends = ofInitiator ? row.from : row.to;
    const bool known = std::any_of(ends.begin(), ends.end(), [&](const LinkEnd& end) {
        const ElementKind* kind = catalog.kind(end.kind);
        return kind && kind->property(property);
    });
    if (!property.isEmpty() && !known)
        wrong << QStringLiteral("no end has the property `%1`").arg(property);
    return wrong;
}

}  // namespace redoubt

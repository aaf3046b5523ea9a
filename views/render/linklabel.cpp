// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/connections.h"
#include "model/geometry/placement.h"
#include "views/render/drawparts.h"

namespace redoubt {
namespace {

const LinkRow* firstRow(const Catalog& catalog, const Link& link)
{
    for (const QString& id : link.rows)
        if (const LinkRow* const row = catalog.row(id))
            return row;
    return nullptr;
}

/// `443/tcp` -> `TCP 443`; a bare `icmp` -> `ICMP`.
QString portWords(const QString& port)
{
    const auto slash = port.indexOf(u'/');
    return slash < 0 ? port.toUpper() : u"%1 %2"_qs.arg(port.mid(slash + 1).toUpper(), port.left(slash));
}

/// Two ports one under the other; more in one line per protocol; a whole catalogue of ports not at all.
QStringList portLines(const QStringList& ports, qsizetype most = 6)
{
    QStringList lines;
    if (ports.size() > most)
        return lines;
    for (const QString& port : ports) {
        const QString words = portWords(port);
        const QString protocol = words.section(u' ', 0, 0) + u' ';
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const QString& line) { return line.startsWith(protocol); });
        if (ports.size() <= 2 || same == lines.end())
            lines << words;
        else
            *same += u", "_qs + words.section(u' ', 1);
    }
    return lines;
}

const Group* groupOf(const Design& design, const Link& link)
{
    return design.group({textAt(link.properties, u"group"_qs)});
}

/// Whether an instance stands on the server, or on one in the layer, that a link ends at.
bool standsAt(const Design& design, ElementId instance, const ElementId& end)
{
    for (int depth = 0; depth < 64 && design.element(instance); ++depth) {
        if (instance == end)
            return true;
        instance = design.element(instance)->in;
    }
    return false;
}

/// Synchronous only when every replica at both ends commits synchronously (domain catalogue, SQL Server: mode is a
/// property of the replica).
bool isSynchronous(const Design& design, const Link& link)
{
    const Group* const group = groupOf(design, link);
    if (!group)
        return false;
    bool any = false;
    for (const GroupMember& member : group->members) {
        if (!standsAt(design, member.element, link.from) && !standsAt(design, member.element, link.to))
            continue;
        any = true;
        if (textAt(member.fields, u"mode"_qs) != u"sync")
            return false;
    }
    return any;
}

QString replicationWords(const Design& design, const Catalog& catalog, const Link& link, const LinkRow& row)
{
    const Group* const group = groupOf(design, link);
    if (!group)
        return row.label;
    const QString mode = isSynchronous(design, link) ? u"Synchronous"_qs : u"Asynchronous"_qs;
    QStringList products;
    if (const PropertyValue* const databases = find(group->properties, u"databases"_qs))
        if (const PropertyList* const list = databases->list())
            for (const PropertyValue& database : *list)
                if (const PropertyRecord* const record = database.record())
                    if (const QString name = catalog.productName(textAt(*record, u"product"_qs));
                        !name.isEmpty() && !products.contains(name))
                        products << name;
    QString words = mode + u" replication"_qs;
    if (!products.isEmpty())
        words += u", "_qs + products.join(u", ");
    return words;
}

/// `every 12 hours`, from the interval of the tenant that the link leads to.
QString syncWords(const Design& design, const Catalog& catalog, const Link& link)
{
    const Element* const tenant = design.element(link.to);
    const auto minutes = tenant ? catalog.value(*tenant, u"sync-interval-min"_qs) : std::nullopt;
    const auto given = minutes ? minutes->number() : std::nullopt;
    const qint64 count = given ? qRound64(*given) : 0;
    if (count <= 0)
        return u"credential sync"_qs;
    const bool hours = count % 60 == 0;
    const qint64 number = hours ? count / 60 : count;
    const QString unit = hours ? (number == 1 ? u"hour"_qs : u"hours"_qs) : (number == 1 ? u"minute"_qs : u"minutes"_qs);
    return number == 1 ? u"credential sync every %1"_qs.arg(unit)
                       : u"credential sync every %1 %2"_qs.arg(number).arg(unit);
}

/// A listener's box names its port already.
bool namedByListener(const Design& design, const Catalog& catalog, const Link& link, const QStringList& ports)
{
    for (const ElementId& end : {link.from, link.to}) {
        const Element* const element = design.element(end);
        if (!element || element->kind != u"ag-listener")
            continue;
        const auto port = catalog.value(*element, u"port"_qs);
        const auto number = port ? port->integer() : std::nullopt;
        return number && ports == QStringList{u"%1/tcp"_qs.arg(*number)};
    }
    return false;
}

/// Inside one layer the distance is short and the layer says what goes on (engine and endpoints).
bool insideOneLayer(const Design& design, const Catalog& catalog, const Link& link)
{
    const Element* const from = design.element(link.from);
    const Element* const to = design.element(link.to);
    if (!from || !to)
        return false;
    const auto layerOf = [&](const Element& element) {
        // The outermost layer: a cluster inside a layer is still the same layer.
        ElementId found, at = element.in;
        for (int depth = 0; depth < 64 && design.element(at); ++depth) {
            const ElementKind* const kind = catalog.kind(design.element(at)->kind);
            if (!kind || kind->shape != Shape::Layer)
                break;
            found = at;
            at = design.element(at)->in;
        }
        return found;
    };
    const ElementId a = layerOf(*from), b = layerOf(*to);
    return !a.isEmpty() && a == b;
}

constexpr qsizetype portsInLayer = 6;

/// All ports, four in a line; for those who open them in a firewall.
QStringList everyPort(const QStringList& ports, LinkUse use)
{
    constexpr qsizetype inLine = 4;
    QStringList lines;
    for (const QString& line : portLines(ports, ports.size())) {
        const QString protocol = line.section(u' ', 0, 0);
        const QStringList numbers = line.section(u' ', 1).split(u", "_qs);
        for (qsizetype i = 0; i < numbers.size(); i += inLine)
            lines << (protocol + u' ' + numbers.mid(i, inLine).join(u", "_qs)).trimmed();
    }
    if (use == LinkUse::Optional && !lines.isEmpty())
        lines.back() += u", optional"_qs;
    return lines;
}

/// Whether every replica at the end of a link takes over without a person.
bool takesOverAlone(const Design& design, const Group& group, const ElementId& end)
{
    bool any = false;
    for (const GroupMember& member : group.members) {
        if (!standsAt(design, member.element, end))
            continue;
        any = true;
        if (textAt(member.fields, u"mode"_qs) != u"sync" || textAt(member.fields, u"failover"_qs) != u"auto")
            return false;
    }
    return any;
}

/// The availability group behind a listener; null when there is none.
const Group* groupBehind(const Design& design, const ElementId& listener)
{
    for (const auto& group : design.groups)
        if (textAt(group->properties, u"listener"_qs) == listener.value)
            return group.get();
    return nullptr;
}

/// Whether a balancer stands at the end of a link, alone or in a layer.
bool isBalancer(const Design& design, const ElementId& end)
{
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        if (it.value()->kind == u"load-balancer"_qs && standsAt(design, it.key(), end))
            return true;
    return false;
}

/// Who makes a way the one that is used: the program at its beginning, or a person. Empty where nothing takes over, also
/// where the initiator has no other way: it comes into use with the initiator.
QString takeoverWords(const Design& design, const Catalog& catalog, const Link& link)
{
    const LinkRow* const row = firstRow(catalog, link);
    const QString alone = u"by itself"_qs, byHand = u"by hand"_qs;
    if (row && row->meaning == u"replication"_qs) {
        const Group* const group = groupOf(design, link);
        if (!group)
            return {};
        return takesOverAlone(design, *group, link.to) ? u"fails over by itself"_qs : u"fails over by hand"_qs;
    }
    if (std::none_of(design.links.begin(), design.links.end(), [&](const auto& normal) { return takesOverFrom(link, *normal); }))
        return {};
    if (const Group* const group = groupBehind(design, link.from))
        return takesOverAlone(design, *group, link.to) ? alone : byHand;
    return isBalancer(design, link.from) ? alone : byHand;
}

}  // namespace

bool takesOverFrom(const Link& failover, const Link& normal)
{
    const auto shared = [&](const QString& row) { return normal.rows.contains(row); };
    return failover.use == LinkUse::Failover && normal.use == LinkUse::Normal && failover.from == normal.from
        && std::any_of(failover.rows.begin(), failover.rows.end(), shared);
}

LinkMeaning meaningOf(const Design& design, const Catalog& catalog, const Link& link)
{
    const LinkRow* const row = firstRow(catalog, link);
    const QString meaning = row ? row->meaning : QString();
    if (meaning == u"replication")
        return isSynchronous(design, link) ? LinkMeaning::ReplicationSync : LinkMeaning::ReplicationAsync;
    if (meaning == u"quorum")
        return LinkMeaning::Quorum;
    if (meaning == u"internal")
        return LinkMeaning::Internal;
    if (meaning == u"site-link")
        return LinkMeaning::SiteLink;
    return link.use == LinkUse::Failover ? LinkMeaning::Failover
        : link.use == LinkUse::Optional  ? LinkMeaning::Optional
                                         : LinkMeaning::Normal;
}

bool pointsBothWays(const Catalog& catalog, const Link& link)
{
    // Engines and endpoints are drawn with two heads in the published pictures: the engine opens, secrets go both ways.
    const LinkRow* const row = firstRow(catalog, link);
    return row && (row->bothWays || row->id == u"CN-15");
}

QStringList linkLabel(const Design& design, const Catalog& catalog, const Link& link)
{
    return linkWords(design, catalog, link, effectivePorts(design, catalog, link));
}

QStringList linkWords(const Design& design, const Catalog& catalog, const Link& link, const QStringList& ports,
                      ViewDef::Words kind)
{
    if (kind == ViewDef::Words::Ports)  // there is no room for a list inside a layer
        return ports.size() > portsInLayer && insideOneLayer(design, catalog, link) ? QStringList{u"%1 ports"_qs.arg(ports.size())}
                                                                                    : everyPort(ports, link.use);
    if (kind == ViewDef::Words::Takeover) {
        const QString who = takeoverWords(design, catalog, link);
        if (who.isEmpty())
            return linkWords(design, catalog, link, ports);
        const LinkRow* const row = firstRow(catalog, link);
        return row && row->meaning == u"replication"_qs ? QStringList{replicationWords(design, catalog, link, *row), who}
                                                        : QStringList{who};
    }
    if (!link.label.isEmpty())
        return link.label.split(u'\n');
    const LinkRow* const row = firstRow(catalog, link);
    if (row && row->meaning == u"replication") {
        // Of an availability group it says which one; a pair without a group is told by its ports.
        const QString words = replicationWords(design, catalog, link, *row);
        return groupOf(design, link) ? QStringList{words} : QStringList{words} + portLines(ports);
    }
    if (namedByListener(design, catalog, link, ports))
        return {};
    if (insideOneLayer(design, catalog, link) && (!row || row->meaning != u"quorum"))
        return {};
    const QStringList lines = portLines(ports);
    if (row && row->id == u"CN-40")
        return {(lines + QStringList{syncWords(design, catalog, link)}).join(u", ")};
    QStringList remarks;
    if (row && !row->label.isEmpty() && (lines.isEmpty() || row->meaning == u"flow"))
        remarks << (lines.isEmpty() ? row->label : row->label.left(1).toLower() + row->label.mid(1));
    if (row && row->meaning == u"quorum" && !lines.isEmpty())
        remarks << u"quorum"_qs;
    if (link.use == LinkUse::Optional && !lines.isEmpty())
        remarks << u"optional"_qs;
    // Beside a single port, under several: a remark is about them all.
    if (remarks.isEmpty())
        return lines;
    const QString remark = remarks.join(u", ");
    return lines.size() == 1 ? QStringList{lines.front() + u", "_qs + remark} : lines + QStringList{remark};
}

QSizeF labelSize(const QStringList& lines)
{
    if (lines.isEmpty())
        return {};
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, textWidth(line, metric::port));
    return {std::ceil(width) + 6, lineHeight(metric::port) * double(lines.size())};
}

}  // namespace redoubt

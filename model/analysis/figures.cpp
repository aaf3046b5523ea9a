// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/analysis/components.h"

#include "model/design/numberwords.h"

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

bool isFraction(double value)
{
    return std::isfinite(value) && value > 0 && value <= 1;
}

// Inside the boundary of Secret Server Cloud nothing has a figure of its own: the vendor's one number covers the whole
// service (catalogue d.1.2, S1).
bool insideCloudService(const Topology& topology, const ElementId& id)
{
    if (topology.ofKind(QStringLiteral("ssc-boundary")).isEmpty())
        return false;
    for (const ElementId& ancestor : topology.ancestors(id))
        if (const Element* element = topology.design().element(ancestor);
            element && element->kind == QLatin1String("ssc-boundary"))
            return true;
    return false;
}

// Several interchangeable machines behind one symbol: up while one of them is (catalogue d.4.2).
double folded(const Topology& topology, const ElementId& id, const Element& element, double availability)
{
    const QString count = element.kind == QLatin1String("reverse-proxy") ? QStringLiteral("nodes")
        : element.kind == QLatin1String("nps-database")                  ? QStringLiteral("servers")
                                                                         : QString();
    const auto value = count.isEmpty() ? std::nullopt : topology.value(id, count);
    const double nodes = value ? value->number().value_or(1) : 1;
    return nodes >= 2 && availability < 1 ? 1 - std::pow(1 - availability, std::floor(std::min(nodes, 1000.0)))
                                          : availability;
}

}  // namespace

QString givenWords(const Figure& figure)
{
    return figure.source.isEmpty() ? QStringLiteral("Given in the design.") : QStringLiteral("Given in the design: %1.").arg(oneLine(figure.source));
}

Figure figureOf(const Topology& topology, const ElementId& id)
{
    Figure figure;
    const Element* element = topology.design().element(id);
    if (!element)
        return figure;
    const ElementKind* kind = topology.catalog().kind(element->kind);
    if (kind && kind->mttrHours > 0)
        figure.mttrHours = kind->mttrHours;
    if (const PropertyValue* given = find(element->properties, QStringLiteral("mttr-h")))
        if (const double hours = given->number().value_or(0); std::isfinite(hours) && hours > 0)
            figure.mttrHours = hours;
    if (insideCloudService(topology, id))
        return figure;
    const auto byDefault = topology.catalog().defaultAvailability(topology.design(), *element);
    figure.availability = byDefault ? byDefault->value : 1;
    figure.counts = figure.availability < 1;
    if (const PropertyValue* given = find(element->properties, QStringLiteral("availability"))) {
        const double value = given->number().value_or(0);
        figure.given = isFraction(value);
        figure.replaced = !figure.given;
        figure.counts = figure.counts || figure.given;
        if (figure.given) {
            figure.availability = value;
            figure.source = textAt(element->properties, QStringLiteral("figure-source"));
        }
    }
    figure.availability = folded(topology, id, *element, figure.availability);
    return figure;
}

std::optional<Figure> figureNotDrawn(const Topology& topology, const GroupId& deployment)
{
    const Group* group = topology.design().group(deployment);
    const PropertyValue* modelled = group ? find(group->properties, QStringLiteral("database-modelled")) : nullptr;
    const PropertyValue* given = group ? find(group->properties, QStringLiteral("database-availability")) : nullptr;
    if (!modelled || modelled->boolean().value_or(true) || !given || !isFraction(given->number().value_or(0)))
        return {};
    Figure figure;
    figure.availability = *given->number();
    figure.counts = figure.given = true;
    return figure;
}

ElementId siteOfDeployment(const Topology& topology, const GroupId& deployment)
{
    const Group* group = topology.design().group(deployment);
    QList<ElementId> nodes;
    for (const GroupMember& member : group ? group->members : std::vector<GroupMember>{})
        nodes << member.element;
    if (nodes.isEmpty())
        nodes = topology.ofKind(QStringLiteral("ss-web"));
    QList<ElementId> sites;
    for (const ElementId& node : std::as_const(nodes))
        if (const ElementId site = topology.siteOf(node); !site.isEmpty())
            sites << site;
    QList<ElementId> primary = sites;
    primary.removeIf([&](const ElementId& site) { return topology.text(site, QStringLiteral("role")) != QLatin1String("primary"); });
    return topology.firstSaid(primary.isEmpty() ? sites : primary);
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/catalog.h"


namespace redoubt {

namespace {

template <typename List>
void number(const List& list, QHash<QString, int>& table)
{
    table.clear();
    for (size_t i = 0; i < list.size(); ++i)
        table.insert(list[i].id, int(i));
}

template <typename List>
auto at(const List& list, const QHash<QString, int>& table, const QString& id) -> decltype(list.data())
{
    const auto it = table.find(id);
    return it == table.end() ? nullptr : &list[size_t(*it)];
}

const PropertyDef* definition(const std::vector<PropertyDef>& properties, const QString& id)
{
    const auto it = std::find_if(properties.begin(), properties.end(), [&](const PropertyDef& p) { return p.id == id; });
    return it == properties.end() ? nullptr : &*it;
}

std::optional<PropertyValue> givenOrDefault(const PropertyRecord& given, const PropertyDef* property, const QString& id)
{
    if (const PropertyValue* value = find(given, id))
        return *value;
    return property ? property->defaultValue : std::nullopt;
}

/// A value as a condition `key=value` writes it; lists hold when they contain it.
bool says(const PropertyValue& value, const QString& wanted)
{
    if (const auto flag = value.boolean())
        return wanted == (*flag ? QLatin1String("true") : QLatin1String("false"));
    if (const auto n = value.number())
        return QString::number(*n) == wanted;
    if (value.list())
        return value.textItems().contains(wanted);
    return value.text() == wanted;
}

bool anyOnMachine(const Catalog& catalog, const std::vector<LinkEnd>& ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](const LinkEnd& end) {
        const ElementKind* kind = catalog.kind(end.kind);
        if (!kind)
            return false;
        if (kind->shape == Shape::Badge || kind->shape == Shape::Caption)
            return true;
        return std::any_of(kind->placedIn.begin(), kind->placedIn.end(), [&](const QString& place) {
            const ElementKind* machine = catalog.kind(place);
            return machine && !machine->container;
        });
    });
}

}  // namespace

const PropertyDef* ElementKind::property(const QString& property) const
{
    return definition(properties, property);
}

const PropertyDef* GroupKind::property(const QString& property) const
{
    return definition(properties, property);
}

void Catalog::index()
{
    number(kinds, m_kind);
    number(groupKinds, m_groupKind);
    number(rows, m_row);
    number(settings, m_setting);
    for (LinkRow& row : rows) {
        row.fromOnMachine = anyOnMachine(*this, row.from);
        row.toOnMachine = anyOnMachine(*this, row.to);
    }
}

const ElementKind* Catalog::kind(const QString& id) const
{
    return at(kinds, m_kind, id);
}

const GroupKind* Catalog::groupKind(const QString& id) const
{
    return at(groupKinds, m_groupKind, id);
}

const LinkRow* Catalog::row(const QString& id) const
{
    return at(rows, m_row, id);
}

const ViewDef* Catalog::view(const QString& id) const
{
    const auto it = std::find_if(views.begin(), views.end(), [&](const ViewDef& view) { return view.id == id; });
    return it == views.end() ? nullptr : &*it;
}

const PropertyDef* Catalog::setting(const QString& id) const
{
    return at(settings, m_setting, id);
}

QString Catalog::productName(const QString& id) const
{
    for (const Product& product : products)
        if (product.id == id)
            return product.name;
    return id;
}

std::optional<PropertyValue> Catalog::value(const Element& element, const QString& property) const
{
    const ElementKind* elementKind = kind(element.kind);
    if (property == QLatin1String("availability") && !find(element.properties, property)) {
        if (const auto figure = defaultAvailability(element))
            return PropertyValue(figure->value);
        return {};
    }
    return givenOrDefault(element.properties, elementKind ? elementKind->property(property) : nullptr, property);
}

std::optional<PropertyValue> Catalog::value(const Group& group, const QString& property) const
{
    const GroupKind* kind = groupKind(group.kind);
    return givenOrDefault(group.properties, kind ? kind->property(property) : nullptr, property);
}

std::optional<PropertyValue> Catalog::value(const Design& design, const QString& id) const
{
    if (const auto it = design.settings.find(id); it != design.settings.end())
        return *it;
    const PropertyDef* property = setting(id);
    return property ? property->defaultValue : std::nullopt;
}

bool Catalog::holds(const Element& element, const QString& condition, bool unknown) const
{
    const qsizetype equals = condition.indexOf(u'=');
    const QString key = condition.left(equals), wanted = condition.mid(equals + 1);
    if (key == QLatin1String("hosted"))
        return says(PropertyValue(!element.host.isEmpty()), wanted);
    const auto current = value(element, key);
    return current ? says(*current, wanted) : unknown;
}

std::optional<AvailabilityDefault> Catalog::defaultAvailability(const Element& element) const
{
    return defaultAvailability(Design(), element);
}

std::optional<AvailabilityDefault> Catalog::defaultAvailability(const Design& design, const Element& element) const
{
    const ElementKind* elementKind = kind(element.kind);
    if (!elementKind || !elementKind->defaultAvailability)
        return {};
    const Element* container = design.element(element.in);
    for (const AvailabilityCase& figure : elementKind->availabilityCases) {
        const bool all = std::all_of(figure.with.begin(), figure.with.end(), [&](const QString& condition) {
            if (condition.startsWith(QLatin1String("in-kind=")))
                return container && container->kind == condition.mid(8);
            return holds(element, condition, false);
        });
        if (all)
            return AvailabilityDefault{figure.value, figure.basis};
    }
    return AvailabilityDefault{*elementKind->defaultAvailability, elementKind->availabilityBasis};
}

}  // namespace redoubt

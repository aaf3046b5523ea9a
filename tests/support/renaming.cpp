// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/renaming.h"

namespace redoubt {

namespace {

class Renamer {
public:
    Renamer(const Design& design, const Catalog& catalog) : m_old(design), m_catalog(catalog)
    {
        QStringList ids;
        for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
            ids << it.key().value;
        for (auto it = design.groups.cbegin(); it != design.groups.cend(); ++it)
            ids << it.key().value;
        for (auto it = design.links.cbegin(); it != design.links.cend(); ++it)
            ids << it.key().value;
        ids.sort();
        for (int i = 0; i < ids.size(); ++i)
            m_new.insert(ids[i], QStringLiteral("z%1").arg(ids.size() - i, 5, 10, QLatin1Char('0')));
    }

    Renaming result()
    {
        Renaming made;
        Design& design = made.design;
        design.settings = m_old.settings;
        design.extras = m_old.extras;
        for (auto it = m_old.elements.cbegin(); it != m_old.elements.cend(); ++it) {
            Element element = *it.value();
            if (m_old.displayName(it.key().value) == it.key().value)
                element.name = it.key().value;
            element.in = {id(element.in.value)};
            element.host = {id(element.host.value)};
            const ElementKind* kind = m_catalog.kind(element.kind);
            element.properties = record(element.properties, kind ? kind->properties : std::vector<PropertyDef>());
            design.insert(id(it.key().value), element);
        }
        for (auto it = m_old.groups.cbegin(); it != m_old.groups.cend(); ++it) {
            Group group = *it.value();
            if (group.name.isEmpty())
                group.name = it.key().value;
            for (GroupMember& member : group.members)
                member.element = {id(member.element.value)};
            std::reverse(group.members.begin(), group.members.end());
            const GroupKind* kind = m_catalog.groupKind(group.kind);
            group.properties = record(group.properties, kind ? kind->properties : std::vector<PropertyDef>());
            design.insert(id(it.key().value), group);
        }
        for (auto it = m_old.links.cbegin(); it != m_old.links.cend(); ++it) {
            Link link = *it.value();
            link.from = {id(link.from.value)};
            link.to = {id(link.to.value)};
            std::reverse(link.rows.begin(), link.rows.end());
            std::reverse(link.ports.begin(), link.ports.end());
            if (const auto group = link.properties.find(QStringLiteral("group")); group != link.properties.end())
                group->second = PropertyValue(id(group->second.text().value_or(QString())));
            design.insert(id(it.key().value), link);
        }
        for (auto it = m_new.cbegin(); it != m_new.cend(); ++it)
            made.oldIds.insert(it.value(), it.key());
        return made;
    }

private:
    QString id(const QString& old) const { return m_new.value(old, old); }

    PropertyRecord record(const PropertyRecord& old, const std::vector<PropertyDef>& defs) const
    {
        PropertyRecord result = old;
        // The first listener names its balancer (Design::displayName): their order says something.
        for (auto& [key, value] : result)
            if (auto* list = std::get_if<PropertyList>(&value.data); list && key != QLatin1String("listeners"))
                std::reverse(list->begin(), list->end());
        for (const PropertyDef& def : defs) {
            const auto it = result.find(def.id);
            if (it == result.end())
                continue;
            if (def.type == PropertyType::Ref)
                it->second = PropertyValue(id(it->second.text().value_or(QString())));
            if (def.type == PropertyType::Refs) {
                QStringList ids;
                for (const QString& each : it->second.textItems())
                    ids << id(each);
                it->second = PropertyValue::texts(ids);
            }
        }
        return result;
    }

    const Design& m_old;
    const Catalog& m_catalog;
    QHash<QString, QString> m_new;
};

}  // namespace

Renaming renamed(const Design& design, const Catalog& catalog)
{
    return Renamer(design, catalog).result();
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/randomdesign.h"

#include <QRandomGenerator>
#include <cmath>

namespace redoubt {

namespace {

class Maker {
public:
    Maker(QRandomGenerator& random, const Catalog& catalog) : m_random(random), m_catalog(catalog) {}

    Design make(int elements)
    {
        for (int i = 0; i < elements; ++i)
            addElement(i);
        for (int i = 0; i < elements / 4; ++i)
            addGroup(i);
        for (int i = 0; i < elements / 2; ++i)
            addLink(i);
        for (int i = 0; i < elements / 8; ++i)
            m_design.waivers.push_back({said(), {anyElement(), text()}, said(), text(), QDate(2026, 1, 1 + below(28)), {}});
        for (int i = 0; i < elements / 8; ++i)
            addScenario(i);
        for (const PropertyDef& def : m_catalog.settings)
            if (below(2))
                m_design.settings[def.id] = value(def);
        m_design.settings[u"title"_qs] = text();
        m_design.settings[u"x-tool"_qs] = free(2);
        m_design.extras[u"x-origin"_qs] = free(3);
        return m_design;
    }

private:
    void addScenario(int number)
    {
        Scenario scenario{text() + QString::number(number), {anyElement()}, text()};
        if (!m_design.links.isEmpty())
            scenario.fails << m_design.links.firstKey().value;
        m_design.scenarios.push_back(scenario);
    }

    int below(int n) { return int(m_random.bounded(n)); }

    /// A text that says something, as a rule and a reason have to.
    QString said()
    {
        QString made = text();
        while (made.trimmed().isEmpty())
            made = text();
        return made;
    }
    QString text()
    {
        static const QStringList hard{
            u"Node 1"_qs, u"true"_qs, u"no"_qs, u"null"_qs, u"~"_qs, u"010"_qs, u"443"_qs, u"443/tcp"_qs, u"1e3"_qs, u"0x1F"_qs,
            u"12:30"_qs, u"2026-11-23"_qs, u".inf"_qs, u"-"_qs, u"- a"_qs, u"a: b"_qs, u"a:b"_qs, u"https://h.example:8443/p?q=1#f"_qs,
            u"a #b"_qs, u"#"_qs, u"[x]"_qs, u"{y}"_qs, u"a, b"_qs, u"'single'"_qs, u"\"double\""_qs, u"it's"_qs, u" lead"_qs,
            u"trail "_qs, u"two\nlines"_qs, u"tab\there"_qs, u"back\\slash"_qs, u"\\\\server\\share"_qs, u"Zürich"_qs,
            u"東京"_qs, u"😀"_qs, u"a\u0085b"_qs, u"a\u2028b"_qs, u"\ufeff"_qs, u"%"_qs, u"@x"_qs, u"&a"_qs, u"*a"_qs, u"!t"_qs, u"|"_qs,
            u">"_qs, u"? q"_qs, u"=v"_qs, u"<<"_qs, u"a  b"_qs, u"colon:"_qs, u"x://"_qs, u"C:\\dir"_qs, u"10.0.0.1"_qs, u"2012 R2"_qs,
            u"---"_qs, u"..."_qs, u"1-2"_qs, u"a-"_qs, u"a\u200db"_qs, u"\u0301"_qs, u"a'b"_qs, u"a\"b: c"_qs, u"\x01"_qs};
        if (below(3))
            return hard[below(int(hard.size()))];
        QString made;
        for (int i = 1 + below(12); i > 0; --i)
            made += QChar(below(5) ? 32 + below(95) : 0xa0 + below(0x500));
        return made;
    }

    double number()
    {
        switch (below(5)) {
        case 0: return below(1000);
        case 1: return std::ldexp(m_random.generateDouble(), below(200) - 100);
        case 2: return -m_random.generateDouble() * 1e18;
        case 3: return 0.1 * below(100);
        default: return m_random.generateDouble();
        }
    }

    double inRange(const PropertyDef& def)
    {
        const double low = def.minimum.value_or(def.type == PropertyType::Availability ? 0 : -1e6);
        const double high = def.maximum.value_or(def.type == PropertyType::Availability ? 1 : std::max(low, 0.0) + 1e6);
        return std::clamp(low + (high - low) * m_random.generateDouble(), low, high);
    }

    PropertyValue value(const PropertyDef& def)
    {
        PropertyList list;
        switch (def.type) {
        case PropertyType::Bool: return below(2) == 1;
        case PropertyType::Integer:
            return def.choices.isEmpty() ? qint64(std::ceil(inRange(def)))
                                         : def.choices[below(int(def.choices.size()))].toLongLong();
        case PropertyType::Number:
            if (!def.minimum && !def.maximum)
                return number();
            return inRange(def);
        case PropertyType::Availability: return below(4) ? inRange(def) : 1.0;
        case PropertyType::Text:
        case PropertyType::Version: return text();
        case PropertyType::Choice: return def.choices[below(int(def.choices.size()))];
        case PropertyType::Ref: return anyElement();
        case PropertyType::Choices:
            for (int i = below(3); i > 0; --i)
                list.emplace_back(def.choices[below(int(def.choices.size()))]);
            return list;
        case PropertyType::Texts:
            for (int i = below(3); i > 0; --i)
                list.emplace_back(def.id == u"ports" ? port() : text());
            return list;
        case PropertyType::Refs:
            for (int i = below(3); i > 0; --i)
                list.emplace_back(anyElement());
            return list;
        case PropertyType::Records:
            for (int i = below(3); i > 0; --i)
                list.emplace_back(some(def.fields));
            return list;
        }
        return {};
    }

    PropertyRecord some(const std::vector<PropertyDef>& defs)
    {
        PropertyRecord record;
        for (const PropertyDef& def : defs)
            if (below(2))
                record.emplace(def.id, value(def));
        return record;
    }

    PropertyValue free(int depth)
    {
        switch (below(depth > 0 ? 7 : 5)) {
        case 0: return below(2) == 1;
        case 1: return qint64(m_random.generate64());
        case 2: return number();
        case 3: return QString();
        case 4: return text();
        case 5: return PropertyList{free(depth - 1), free(depth - 1)};
        default: return PropertyRecord{{text(), free(depth - 1)}, {u"k"_qs, free(depth - 1)}};
        }
    }

    QString port()
    {
        static const QStringList ports{u"443/tcp"_qs, u"1434/udp"_qs, u"49152-65535/tcp"_qs, u"icmp"_qs};
        return ports[below(4)];
    }

    QString anyElement() { return m_ids[below(int(m_ids.size()))]; }

    void addElement(int i)
    {
        const ElementKind& kind = m_catalog.kinds[size_t(below(int(m_catalog.kinds.size())))];
        Element element;
        element.kind = kind.id;
        if (below(4))
            element.name = text();
        if (!m_containers.isEmpty() && below(4))
            element.in = {m_containers[below(int(m_containers.size()))]};
        if (!m_ids.isEmpty() && below(10) == 0)
            element.host = {anyElement()};
        const QString id = u"%1-%2"_qs.arg(kind.id).arg(i);
        m_ids << id;
        if (kind.container)
            m_containers << id;
        element.properties = some(kind.properties);
        element.properties.erase(u"name"_qs);
        element.properties.erase(u"host"_qs);
        if (below(4) == 0)
            element.properties[u"x-note"_qs] = free(2);
        m_design.insert(id, std::move(element));
        if (below(3))
            m_design.layout[id] = QRectF(below(2000) * 0.5, -below(1000), 1 + below(300), m_random.generateDouble() + 0.01);
    }

    void addGroup(int i)
    {
        const GroupKind& kind = m_catalog.groupKinds[size_t(below(int(m_catalog.groupKinds.size())))];
        Group group;
        group.kind = kind.id;
        if (below(2))
            group.name = text();
        for (int n = below(4); n > 0; --n)
            if (const ElementId id{anyElement()}; !group.contains(id))
                group.members.push_back({id, some(kind.memberFields)});
        group.properties = some(kind.properties);
        if (below(4) == 0)
            group.properties[u"x-note"_qs] = free(1);
        m_design.insert(u"group-%1"_qs.arg(i), std::move(group));
    }

    void addLink(int i)
    {
        Link link;
        link.from = {anyElement()};
        link.to = {anyElement()};
        for (int n = below(3); n > 0; --n)
            link.rows << m_catalog.rows[size_t(below(int(m_catalog.rows.size())))].id;
        for (int n = below(3); n > 0; --n)
            link.ports << port();
        link.use = LinkUse(below(3));
        link.hidden = below(2);
        if (below(4) == 0)
            link.label = text();
        if (!link.rows.isEmpty())
            link.properties = some(m_catalog.row(link.rows.front())->properties);
        if (below(4) == 0)
            link.properties[u"x-note"_qs] = free(1);
        m_design.insert(u"l-%1"_qs.arg(i), std::move(link));
        if (below(3) == 0)
            m_design.labelPlaces[u"l-%1"_qs.arg(i)] = below(1001) / 1000.0;
    }

    QRandomGenerator& m_random;
    const Catalog& m_catalog;
    Design m_design;
    QStringList m_ids, m_containers;
};

}  // namespace

Design randomDesign(QRandomGenerator& random, const Catalog& catalog, int elements)
{
    return Maker(random, catalog).make(elements);
}

}  // namespace redoubt

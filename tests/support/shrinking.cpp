// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/shrinking.h"

#include "model/design/edits.h"

namespace redoubt {

namespace {

class Shrinker {
public:
    Shrinker(Design design, const Catalog& catalog, const std::function<bool(const Design&)>& isBroken)
        : m_design(std::move(design)), m_catalog(catalog), m_isBroken(isBroken)
    {
    }

    Design result()
    {
        do {
            m_smaller = false;
            for (const QString& id : ids(m_design.elements) + ids(m_design.groups) + ids(m_design.links))
                without(id);
            for (const QString& key : m_design.settings.keys())
                attempt([&](Design& d) { d.settings.remove(key); });
            for (const ElementId& id : m_design.elements.keys())
                shrink(m_design.elements, id);
            for (const LinkId& id : m_design.links.keys())
                shrink(m_design.links, id);
            for (const GroupId& id : m_design.groups.keys())
                shrinkGroup(id);
        } while (m_smaller);
        return m_design;
    }

private:
    template <class Map>
    static QStringList ids(const Map& map)
    {
        QStringList result;
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            result << it.key().value;
        return result;
    }

    void attempt(const std::function<void(Design&)>& change)
    {
        Design less = m_design;
        change(less);
        if (!m_isBroken(less))
            return;
        m_design = std::move(less);
        m_smaller = true;
    }

    void without(const QString& id)
    {
        if (!m_design.hasId(id))
            return;  // gone with its container
        attempt([&](Design& d) {
            Patch patch = edits::remove(d, m_catalog, {id});
            swap(d, patch);
        });
    }

    template <class Map, class Id>
    void shrink(const Map& map, const Id& id)
    {
        const auto it = map.constFind(id);
        if (it == map.cend())
            return;
        const auto whole = *it.value();
        for (const auto& property : whole.properties)
            attempt([&](Design& d) {
                auto less = *(d.*member(map)).value(id);
                less.properties.erase(property.first);
                d.insert(id.value, less);
            });
    }

    void shrinkGroup(const GroupId& id)
    {
        shrink(m_design.groups, id);
        for (size_t i = m_design.groups.contains(id) ? m_design.group(id)->members.size() : 0; i-- > 0;) {
            attempt([&](Design& d) {
                Group less = *d.group(id);
                less.members.erase(less.members.begin() + qsizetype(i));
                d.insert(id.value, less);
            });
        }
    }

    static auto member(const decltype(Design::elements)&) { return &Design::elements; }
    static auto member(const decltype(Design::links)&) { return &Design::links; }
    static auto member(const decltype(Design::groups)&) { return &Design::groups; }

    Design m_design;
    const Catalog& m_catalog;
    const std::function<bool(const Design&)>& m_isBroken;
    bool m_smaller = false;
};

}  // namespace

Design smallest(Design design, const Catalog& catalog, const std::function<bool(const Design&)>& isBroken)
{
    return Shrinker(std::move(design), catalog, isBroken).result();
}

}  // namespace redoubt

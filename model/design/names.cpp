// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/names.h"

#include "model/design/numberwords.h"

namespace redoubt {

Names::Names(const Design& design) : m_design(design)
{
    for (auto it = design.elements.cbegin(); it != design.elements.cend(); ++it)
        m_alike[oneLine(design.displayName(it.key().value))] << it.key().value;
}

/// What stands around an element or carries it, outermost first.
QStringList Names::places(const QString& id) const
{
    QStringList result;
    int depth = 0;  // a design that is being put together may be nested in a circle
    for (const Element* at = m_design.element({id}); at && depth < 64; ++depth) {
        const ElementId around = at->in.isEmpty() ? at->host : at->in;
        at = m_design.element(around);
        const QString place = at ? oneLine(m_design.displayName(around.value)) : QString();
        if (at && !result.contains(place))
            result.prepend(place);
    }
    return result;
}

QString Names::of(const QString& id) const
{
    if (const Link* link = m_design.link({id}))
        return QStringLiteral("the link from %1 to %2").arg(of(link->from.value), of(link->to.value));
    const QString name = oneLine(m_design.displayName(id));
    const QStringList alike = m_alike.value(name);
    if (alike.size() < 2 || !m_design.element({id}) || name == id)
        return name;
    auto uses = m_uses.find(name);
    if (uses == m_uses.end()) {
        uses = m_uses.insert(name, {});
        for (const QString& each : alike)
            for (const QString& place : places(each))
                ++(*uses)[place];
    }
    const QStringList around = places(id);
    for (const QString& place : around)
        if (uses->value(place) == 1)
            return QStringLiteral("%1 (%2)").arg(name, place);
    return around.isEmpty() ? QStringLiteral("%1 (%2)").arg(name, id) : QStringLiteral("%1 (%2, %3)").arg(name, around.front(), id);
}

QString Names::of(const QStringList& ids, const QString& between) const
{
    QStringList names;
    for (const QString& id : ids)
        names << of(id);
    return names.join(between);
}

}  // namespace redoubt

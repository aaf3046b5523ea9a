// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/figures.h"

#include "model/catalog/connections.h"
#include "views/render/draw.h"

namespace redoubt::cli {

QString namedId(const Design& design, const QString& id)
{
    if (const Link* link = design.link({id}))
        return u"link from %1 to %2 (%3)"_qs.arg(design.displayName(link->from.value), design.displayName(link->to.value), id);
    const QString name = design.displayName(id);
    return name == id ? name : u"%1 (%2)"_qs.arg(name, id);
}

QString namedIds(const Design& design, const QStringList& ids)
{
    QStringList names;
    for (const QString& id : ids)
        names << namedId(design, id);
    return names.join(u", ");
}

QString linkText(const Design& design, const Catalog& catalog, const QString& id)
{
    const Link* link = design.link({id});
    if (!link)
        return id;
    QStringList lines = linkLabel(design, catalog, *link);
    if (lines.isEmpty())
        lines = effectivePorts(design, catalog, *link);
    const QString ends = u"link from %1 to %2"_qs.arg(design.displayName(link->from.value), design.displayName(link->to.value));
    return lines.isEmpty() ? ends : u"%1 (%2)"_qs.arg(ends, lines.join(u", "));
}

}  // namespace redoubt::cli

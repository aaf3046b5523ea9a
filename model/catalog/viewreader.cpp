// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/viewreader.h"

#include "model/catalog/linkreader.h"
#include "model/design/ids.h"

namespace redoubt {

ViewDef readView(const Node& id, const Node& node, Problems& problems, std::vector<NamedId>& rows)
{
    static const QStringList words{QStringLiteral("usual"), QStringLiteral("ports"), QStringLiteral("takeover"), QStringLiteral("none")};
    if (!isValidId(id.text))
        problems.add(id, QStringLiteral("`%1` is not an id").arg(id.text));
    MapReader map(node, problems);
    ViewDef view;
    view.id = id.text;
    view.name = map.requiredText(QStringLiteral("name"));
    view.help = map.requiredText(QStringLiteral("help"));
    view.rows = map.texts(QStringLiteral("rows"));
    if (const Node* list = map.at(QStringLiteral("rows")))
        for (const Node& item : list->items)
            rows.push_back({problems.path, item, item.text});
    const QStringList shownUses = map.texts(QStringLiteral("uses"));
    for (qsizetype i = 0; i < shownUses.size(); ++i) {
        if (const qsizetype at = linkUses().indexOf(shownUses[i]); at >= 0)
            view.uses.push_back(LinkUse(at));
        else
            problems.add(map.at(QStringLiteral("uses"))->items[size_t(i)],
                         QStringLiteral("`%1` is not one of: %2").arg(shownUses[i], linkUses().join(QStringLiteral(", "))));
    }
    view.hidden = map.flag(QStringLiteral("hidden"));
    view.replaced = map.flag(QStringLiteral("replaced"));
    view.collapsed = map.choice(QStringLiteral("layers"), {QStringLiteral("open"), QStringLiteral("collapsed")}) == 1;
    view.othersQuiet = map.choice(QStringLiteral("others"), {QStringLiteral("usual"), QStringLiteral("quiet")}) == 1;
    view.words = ViewDef::Words(map.choice(QStringLiteral("words"), words));
    map.finish();
    return view;
}

}  // namespace redoubt

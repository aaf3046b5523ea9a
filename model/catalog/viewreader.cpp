// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/viewreader.h"

#include "model/design/ids.h"

namespace redoubt {

namespace {

/// The place of a word in a list of choices; a word that is none of them is a mistake and counts as the first.
size_t choice(MapReader& map, const QString& key, const QStringList& choices, Problems& problems)
{
    const Node* node = map.at(key);
    const qsizetype at = node ? choices.indexOf(node->text) : 0;
    if (at < 0)
        problems.add(*node, QStringLiteral("`%1` is not one of: %2").arg(node->text, choices.join(QStringLiteral(", "))));
    return size_t(std::max<qsizetype>(at, 0));
}

}  // namespace

ViewDef readView(const Node& id, const Node& node, Problems& problems, std::vector<NamedId>& rows)
{
    static const QStringList uses{QStringLiteral("normal"), QStringLiteral("failover"), QStringLiteral("optional")};
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
        if (const qsizetype at = uses.indexOf(shownUses[i]); at >= 0)
            view.uses.push_back(LinkUse(at));
        else
            problems.add(map.at(QStringLiteral("uses"))->items[size_t(i)],
                         QStringLiteral("`%1` is not one of: %2").arg(shownUses[i], uses.join(QStringLiteral(", "))));
    }
    view.hidden = map.flag(QStringLiteral("hidden"));
    view.replaced = map.flag(QStringLiteral("replaced"));
    view.collapsed = choice(map, QStringLiteral("layers"), {QStringLiteral("open"), QStringLiteral("collapsed")}, problems) == 1;
    view.othersQuiet = choice(map, QStringLiteral("others"), {QStringLiteral("usual"), QStringLiteral("quiet")}, problems) == 1;
    view.words = ViewDef::Words(choice(map, QStringLiteral("words"), words, problems));
    map.finish();
    return view;
}

}  // namespace redoubt

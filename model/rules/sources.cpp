// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rules/sources.h"

namespace redoubt {

namespace {

QString textOf(const Node& map, const QString& key, std::vector<Problem>& problems)
{
    const Node* node = map.find(key);
    if (node && node->isScalar() && !node->text.isEmpty())
        return node->text;
    problems.push_back({node ? node->line : map.line, node ? node->column : map.column,
                        QStringLiteral("`%1` must be text").arg(key)});
    return {};
}

}  // namespace

std::vector<Source> readSources(const Node& root, const QString& path)
{
    std::vector<Source> sources;
    std::vector<Problem> problems;
    const Node* all = root.find(QStringLiteral("sources"));
    if (!all || !all->isMap())
        throw FileError(path, {Problem {root.line, root.column, QStringLiteral("expected `sources`: documents by key")}});
    for (size_t i = 0; i < all->keys.size(); ++i) {
        const Node& map = all->items[i];
        for (const Node& key : map.keys)
            if (key.text != QLatin1String("title") && key.text != QLatin1String("place"))
                problems.push_back({key.line, key.column, QStringLiteral("unknown key `%1`").arg(key.text)});
        sources.push_back({all->keys[i].text, textOf(map, QStringLiteral("title"), problems),
                           textOf(map, QStringLiteral("place"), problems), {}});
    }
    if (!problems.empty())
        throw FileError(path, std::move(problems));
    return sources;
}

QString sourceText(const Source& source)
{
    QString text = source.title;
    // Short keys are known from reports; a long one is the place itself.
    if (source.key.size() <= 4 && source.key != source.title)
        text += QStringLiteral(" (%1)").arg(source.key);
    if (!source.clause.isEmpty())
        text += QStringLiteral(", ") + source.clause;
    return source.place.isEmpty() ? text : text + QStringLiteral(". ") + source.place;
}

}  // namespace redoubt

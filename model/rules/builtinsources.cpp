// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/packeddata.h"
#include "model/rules/sources.h"

#include <algorithm>

namespace redoubt {

const std::vector<Source>& builtinSources()
{
    static const std::vector<Source> sources = [] {
        const std::vector<NamedTree> files = packedData(QStringLiteral("sources"));
        return readSources(files.front().root, files.front().path);
    }();
    return sources;
}

Source sourceOf(const QString& entry)
{
    const qsizetype colon = entry.indexOf(QStringLiteral(": "));
    const QString key = colon < 0 ? entry : entry.left(colon);
    const auto& all = builtinSources();
    const auto it = std::find_if(all.begin(), all.end(), [&](const Source& source) { return source.key == key; });
    if (it == all.end())
        return {entry, entry, {}};
    Source source = *it;
    source.clause = colon < 0 ? QString() : entry.mid(colon + 2);
    return source;
}

}  // namespace redoubt

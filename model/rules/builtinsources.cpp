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

Source sourceOf(const QString& key)
{
    const auto& all = builtinSources();
    const auto it = std::find_if(all.begin(), all.end(), [&](const Source& source) { return source.key == key; });
    return it == all.end() ? Source {key, key, {}} : *it;
}

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/catalog/packeddata.h"

namespace redoubt {

QByteArray packFiles(const std::vector<NamedTree>& files)
{
    Node all;
    all.type = Node::Type::Map;
    for (const NamedTree& file : files) {
        Node key;
        key.type = Node::Type::Scalar;
        key.text = file.path;
        all.keys.push_back(std::move(key));
        all.items.push_back(file.root);
    }
    return packTree(all);
}

std::vector<NamedTree> unpackFiles(const QByteArray& bytes)
{
    Node all = unpackTree(bytes);
    std::vector<NamedTree> files;
    files.reserve(all.items.size());
    for (size_t i = 0; i < all.items.size(); ++i)
        files.push_back({std::move(all.keys[i].text), std::move(all.items[i])});
    return files;
}

}  // namespace redoubt

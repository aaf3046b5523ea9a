// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/files/tree.h"

namespace redoubt {

/// From 1; columns count characters (Unicode code points), not bytes.
struct TextPlace {
    int line = 0;
    int column = 0;
};

/// The parser counts bytes: turns the columns of a tree and of problems into characters.
void countCharacters(const QByteArray& bytes, Node& root, std::vector<Problem>& problems);

/// Where the character at `offset` of a scalar's text stands in the file, also when the text is quoted or folded over
/// several lines. Without the file's text: as if it stood in one line.
[[nodiscard]] TextPlace placeInside(const QByteArray& bytes, const Node& scalar, int offset);

}  // namespace redoubt

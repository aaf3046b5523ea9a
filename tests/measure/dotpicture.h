// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/measure/svgcounts.h"

namespace redoubt::measure {

/// The graph of a picture for Graphviz: a node of the same size for each box that a line ends at, a cluster for each other
/// container, an edge for each line. An end inside another end counts as that one. No words: `dot` cannot place them on
/// orthogonal edges.
[[nodiscard]] QByteArray dotGraphOf(const SvgPicture& picture);

/// What `dot -Gsplines=ortho -Tjson0` made of a graph, as a picture to be counted like any other.
[[nodiscard]] SvgPicture readDotPicture(const QByteArray& json);

/// Runs `dot` over the graph of a picture. With an error when `dot` is missing, fails or takes longer than a minute.
[[nodiscard]] SvgPicture drawnByDot(const SvgPicture& picture);

}  // namespace redoubt::measure

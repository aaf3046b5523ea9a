// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/render/draw.h"

namespace redoubt {

/// Adds lines from a box to itself, which stand for the traffic inside it: small loops at its left or right border, where
/// neither they nor their words touch what is in the scene already. Words for which there is no such place are left out.
void addLoops(Scene& scene, const QList<RouteLine>& loops);

}  // namespace redoubt

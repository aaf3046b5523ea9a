// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace redoubt {

class CanvasView;

/// Makes canvases known to assistive technology: every drawn element and link with its name, its findings, its place and
/// whether it is selected. Harmless when called again.
void installCanvasAccess();
/// The selection changed: says what is selected now.
void announceSelection(CanvasView& view, const QString& id);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"

class QMenu;

namespace redoubt {

class CanvasView;

/// The menu for the selection, made anew each time; deletes itself when it closes.
[[nodiscard]] QMenu* contextMenu(Editor& editor, CanvasView& view);

/// The groups that the selection could form, by kind. Shared by the menu and the pad.
void fillGroupMenu(QMenu& menu, Editor& editor);

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvasscene.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/connectgesture.h"
#include "views/canvas/contextpad.h"
#include "views/canvas/exhibits.h"
#include "views/canvas/overlay.h"

#include <QLabel>
#include <QPointer>
#include <optional>

namespace redoubt {

class Minimap;
class NameEditor;

/// What a CanvasView is made of; shared by its source files only.
struct CanvasView::Parts {
    Parts(Editor& e, CanvasView& view);

    Editor& editor;
    CanvasScene scene;
    Overlay overlay;
    Exhibits exhibits;
    ContextPad* pad;
    Minimap* map;
    ExhibitLegend* legend;
    QLabel* empty;  ///< what to do with an empty canvas
    QLabel* words;  ///< beside the mouse during a gesture
    std::unique_ptr<Gesture> gesture;
    QPointer<NameEditor> nameEditor;
    QString dropKind;      ///< what is being dragged in from the palette
    std::optional<std::pair<QPointF, double>> fitted;  ///< middle and zoom that last showed everything
    QPoint mouse;          ///< last seen, in viewport pixels
    QPoint panFrom;
    bool panning = false;
    bool space = false;    ///< held down: the mouse pans
    bool connecting = false;
    bool failing = false;     ///< what-if: a click fails and restores
    std::optional<QPoint> failPress;  ///< where the mouse went down for one
    bool previewing = false;  ///< a fix is shown that is not applied yet
    bool sticky = false;   ///< the gesture goes on without a pressed button
    int pasted = 0;        ///< times the same thing was pasted, each a step further
    QHash<QString, QString> tips;  ///< more words for a tooltip, by id
    QString nudging;       ///< selection that the arrow keys are moving, for one undo step
    int nudgeSerial = 0;

    [[nodiscard]] Workplace workplace(const CanvasView& view);
};

}  // namespace redoubt

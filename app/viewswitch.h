// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QToolButton>

class QActionGroup;
class QMenu;

namespace redoubt {

class CanvasView;

/// Says at which view of the design the canvas looks and changes it; its commands also stand in a menu of the window. The
/// choice is the window's, no part of the design.
class ViewSwitch : public QToolButton {
    Q_OBJECT

public:
    ViewSwitch(const Catalog& catalog, CanvasView& canvas, QMenu& menu, QWidget* parent = nullptr);

private:
    void show(const ViewDef* view);

    CanvasView& m_canvas;
    QActionGroup* m_views;
};

}  // namespace redoubt

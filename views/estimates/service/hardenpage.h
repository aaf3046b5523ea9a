// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/importance.h"
#include "views/estimates/figures/figurepage.h"

class QLabel;
class QToolButton;

namespace redoubt {

class FigureTable;

/// What to harden next: each component with the downtime that it costs the service, as a list and, if asked for, as
/// colour and number on the drawing.
class HardenPage : public FigurePage {
    Q_OBJECT

public:
    HardenPage(const FigureContext& context, QWidget* parent);

    void clearExhibit() override;

protected:
    void compute() override;
    [[nodiscard]] bool isWatched() const override;

private:
    void take(ServiceImportance importance);
    void draw();

    FigureTable* m_table;
    QToolButton* m_onDrawing;
    QLabel* m_words;
    ServiceImportance m_importance;
};

}  // namespace redoubt

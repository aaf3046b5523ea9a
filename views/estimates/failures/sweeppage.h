// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/sweep.h"
#include "views/estimates/figures/figurepage.h"

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace redoubt {

class SweepModel;

/// Every single and every double failure with what becomes of each service.
class SweepPage : public FigurePage {
    Q_OBJECT

public:
    SweepPage(const FigureContext& context, QWidget* parent);

protected:
    void compute() override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeFilters();
    void filter();
    void take(FailureSweep sweep);
    void draw();

    SweepModel* m_model;
    QTreeView* m_view;
    QLineEdit* m_search;
    QToolButton* m_singles;
    QToolButton* m_doubles;
    QList<QToolButton*> m_states;  ///< by ServiceState
    QLabel* m_words;
};

}  // namespace redoubt

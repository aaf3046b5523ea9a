// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/whatif.h"
#include "views/estimates/figures/figurepage.h"

class QLabel;

namespace redoubt {

class FigureTable;

/// The smallest sets of failures that stop a service: single points of failure, pairs, threes. The chosen one is drawn
/// on the canvas.
class CutsPage : public FigurePage {
    Q_OBJECT

public:
    CutsPage(const FigureContext& context, QWidget* parent);

    struct Cut {
        QStringList ids;
        double minutesYear = 0;  ///< that all of them are down at once
        ServiceState then = ServiceState::Down;
    };

protected:
    void compute() override;
    void hideEvent(QHideEvent* event) override;

private:
    void take(const std::vector<Cut>& cuts);
    void draw(const QModelIndex& index);

    FigureTable* m_table;
    QLabel* m_words;
};

}  // namespace redoubt

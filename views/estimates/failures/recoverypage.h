// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/recoverystatement.h"
#include "views/estimates/figures/figurepage.h"

namespace redoubt {

class FigureTable;

/// What is lost and how long it takes, per data set and failure.
class RecoveryPage : public FigurePage {
    Q_OBJECT

public:
    RecoveryPage(const FigureContext& context, QWidget* parent);

protected:
    void compute() override;
    void hideEvent(QHideEvent* event) override;

private:
    void take(const std::vector<RecoveryLine>& lines);
    void draw();

    FigureTable* m_table;
    QWidget* m_empty;
};

}  // namespace redoubt

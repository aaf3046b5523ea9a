// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/estimates/figures/figurepage.h"

class QLabel;

namespace redoubt {

class FigureTable;
class PriceStrip;
struct ExplainedService;

/// The figure of a service as a tree: every factor leads to the canvas, every input is edited where it stands.
class NumberPage : public FigurePage {
    Q_OBJECT

public:
    NumberPage(const FigureContext& context, QWidget* parent);

protected:
    void compute() override;

private:
    void take(const ExplainedService& service);

    FigureTable* m_table;
    QLabel* m_hint;
    PriceStrip* m_price;
};

}  // namespace redoubt

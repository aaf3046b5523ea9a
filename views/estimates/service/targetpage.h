// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/improvements.h"
#include "views/estimates/figures/figurepage.h"
#include "views/inspector/propertyeditor.h"

class QLabel;
class QPushButton;

namespace redoubt {

class FigureTable;

/// The cheapest changes that bring the services to the target, each to be looked at before it is made.
class TargetPage : public FigurePage {
    Q_OBJECT

public:
    TargetPage(const FigureContext& context, QWidget* parent);

protected:
    void compute() override;

private:
    [[nodiscard]] std::optional<double> target() const;
    QWidget* makeField();
    void showField();
    void take(ImprovementPlan plan);
    [[nodiscard]] QList<QStandardItem*> rowOf(const Improvement& change) const;
    [[nodiscard]] QString missedWords() const;
    [[nodiscard]] QString effectOf(const Improvement& change) const;
    void preview(const QModelIndex& index);

    PropertyEditor* m_field;
    QLabel* m_words;
    FigureTable* m_table;
    QPushButton* m_preview;
    ImprovementPlan m_plan;
};

}  // namespace redoubt

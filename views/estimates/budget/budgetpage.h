// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/estimates/budget/levers.h"
#include "views/estimates/figures/figurepage.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace redoubt {

class BudgetChart;
class PropertyForm;
class SecretGroups;

/// The call budget of one vault tenant: what it is the sum of, how it stands against the plan, what can be turned, and
/// everything that it follows from, to be changed on the spot.
class BudgetPage : public FigurePage {
    Q_OBJECT

public:
    BudgetPage(const FigureContext& context, QWidget* parent);

protected:
    void compute() override;

private:
    struct Answer {
        std::optional<BudgetStory> story;
        std::vector<Lever> levers;
    };

    void makeForm();
    void take(const Answer& answer);
    void showVerdict(const BudgetStory& story);
    void showSum(const BudgetStory& story);
    void showLevers(const std::vector<Lever>& levers);
    void showFormula(const BudgetStory& story);

    QLabel* m_verdict;
    QLabel* m_sentence;
    QWidget* m_figures;
    QGridLayout* m_sum;
    BudgetChart* m_chart;
    QVBoxLayout* m_levers;
    SecretGroups* m_groups;
    QWidget* m_inputs;
    PropertyForm* m_form = nullptr;
    QVBoxLayout* m_formula;
};

}  // namespace redoubt

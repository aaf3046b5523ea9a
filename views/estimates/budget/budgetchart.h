// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/budgetstory.h"

#include <QWidget>

namespace redoubt {

class Theme;

/// Calls a month against the synchronisation interval: best to worst as a band, the expected ones as a line, the plan's
/// limit, where the design stands, and from which interval the worst month fits.
class BudgetChart : public QWidget {
    Q_OBJECT

public:
    explicit BudgetChart(const Theme& theme, QWidget* parent = nullptr);

    void show(const BudgetStory& story);
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 190}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xOf(double minutes) const;
    [[nodiscard]] double yOf(double calls) const;
    void paintAxes(QPainter& painter) const;
    void paintCalls(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void paintSmallest(QPainter& painter) const;
    void paintOwn(QPainter& painter) const;

    const Theme& m_theme;
    BudgetStory m_story;
    double m_most = 1;  ///< at the top
};

/// `30 min`, `12 h`, `3 days`, `3 days 10 min`.
[[nodiscard]] QString intervalText(double minutes);

}  // namespace redoubt

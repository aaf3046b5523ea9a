// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/comparison.h"

#include <QTreeWidget>

namespace redoubt {

class Theme;

/// A comparison as a table: sections that fold, a row for each figure, a column for each design. What differs is bold
/// with a bar before it, the better figure has a tick.
class CompareTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit CompareTable(const Theme& theme, QWidget* parent = nullptr);

    void show(const Comparison& comparison);
    void setOnlyDifferences(bool only);

private:
    void fill();

    const Theme& m_theme;
    Comparison m_comparison;
    bool m_onlyDifferences = false;
};

}  // namespace redoubt

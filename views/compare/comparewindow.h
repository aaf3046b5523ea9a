// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/analysis/comparison.h"
#include "views/compare/comparedview.h"
#include "views/editing/liveanalysis.h"

#include <functional>

class QBoxLayout;
class QLabel;
class QSplitter;
class QPushButton;
class QToolButton;

namespace redoubt {

class CompareTable;
class Theme;

/// The open design beside one to three others: their drawings, moved and zoomed as one, over a table of their figures.
/// The first follows what is edited in the window; the others are read once and never written.
class CompareWindow : public QWidget {
    Q_OBJECT

public:
    /// `pathToOpen` asks for a design file; empty: none.
    CompareWindow(Editor& open, LiveAnalysis& analysis, const Theme& theme, std::function<QString()> pathToOpen, QWidget* parent = nullptr);
    ~CompareWindow() override;

    static constexpr int most = 4;

    /// False when it cannot be read, which is said in the window, or when there is no room for another.
    bool addFile(const QString& path);
    bool addReference(const QString& id);

    [[nodiscard]] int count() const { return int(m_columns.size()); }
    [[nodiscard]] ComparedView* view(int index) const;
    [[nodiscard]] const Comparison& comparison() const { return m_comparison; }

signals:
    /// The table is up to date with the designs.
    void compared();

private:
    struct Column;

    QWidget* makeTools();
    void addColumn(std::unique_ptr<Column> column);
    void add(Design design, const QString& title);
    void showRoom();
    void remove(const ComparedView* view);
    void fail(const QString& name, const QString& why);
    void refresh();
    void showMarks();
    void showNames();
    void applyLook();
    void copyTable() const;

    Editor& m_open;
    LiveAnalysis& m_analysis;
    const Theme& m_theme;
    std::function<QString()> m_pathToOpen;
    std::vector<std::unique_ptr<Column>> m_columns;
    Comparison m_comparison;
    QSplitter* m_drawings;
    CompareTable* m_table;
    QLabel* m_problem;
    QWidget* m_invitation;  ///< while there is nothing to compare with
    QPushButton* m_add = nullptr;
    QToolButton* m_mark = nullptr;
    QLabel* m_legend = nullptr;
};

}  // namespace redoubt

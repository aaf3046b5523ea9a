// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace redoubt {

/// A list under headings that fold at a click. Keeps folded headings folded when its model is filled anew.
class RowTree : public QTreeView {
    Q_OBJECT

public:
    explicit RowTree(QWidget* parent = nullptr);

    /// Before the model is filled anew, and after.
    void keepFolds();
    void restoreFolds();
    /// Selects a row and brings it in sight; an invalid index does nothing.
    void goTo(const QModelIndex& index);

signals:
    /// A row, not a heading, was clicked or Return was pressed on it.
    void rowClicked(const QModelIndex& index);
    void rowEntered(const QModelIndex& index);

protected:
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}
    void keyPressEvent(QKeyEvent* event) override;

private:
    QStringList m_folded;
};

}  // namespace redoubt

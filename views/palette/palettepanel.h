// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog/catalog.h"

#include <QTreeView>

class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class PaletteModel;
class Theme;

/// The tree of kinds; starts drags that carry the kind's id and look like its icon.
class PaletteTree : public QTreeView {
    Q_OBJECT

public:
    PaletteTree(PaletteModel& model, const Theme& theme, QWidget* parent = nullptr);

signals:
    void chosen(const QString& kind);

protected:
    void startDrag(Qt::DropActions actions) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}

private:
    PaletteModel& m_model;
    const Theme& m_theme;
};

/// What can be placed: search, product filter and the kinds with their icons.
class PalettePanel : public QWidget {
    Q_OBJECT

public:
    PalettePanel(const Catalog& catalog, const Theme& theme, QWidget* parent = nullptr);

    void focusSearch();

signals:
    /// Double click or Enter: to be added where the user looks.
    void chosen(const QString& kind);

private:
    void filter();
    bool eventFilter(QObject* object, QEvent* event) override;

    PaletteModel* m_model;
    PaletteTree* m_tree;
    QLineEdit* m_search;
    QStackedWidget* m_pages;
    QList<QToolButton*> m_chips;
    QString m_product;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;
class QStackedWidget;
class QLineEdit;

namespace redoubt {

class Theme;

/// The design as a tree: containers with what stands in them, then the groups with their members. Selecting here selects
/// on the canvas and the other way round.
class OutlinePanel : public QWidget {
    Q_OBJECT

public:
    OutlinePanel(Editor& editor, const Theme& theme, QWidget* parent = nullptr);

signals:
    void revealed(const QString& id);
    void groupChosen(const QString& id);

private:
    void rebuild();
    /// Moving things about or setting a property leaves the tree as it is.
    [[nodiscard]] bool isTouchedBy(const Change& change) const;
    void addElements(QTreeWidgetItem* root, const ElementId& container, const QHash<ElementId, QList<ElementId>>& children);
    void addGroups();
    QTreeWidgetItem* makeItem(QTreeWidgetItem* parent, const QString& id);
    void takeSelection();
    void giveSelection();
    void search(const QString& text);

    Editor& m_editor;
    const Theme& m_theme;
    QTreeWidget* m_tree;
    QStackedWidget* m_pages;
    QLineEdit* m_search;
    QHash<QString, QTreeWidgetItem*> m_items;
    QSet<QString> m_folded;
    bool m_busy = false;
};

}  // namespace redoubt

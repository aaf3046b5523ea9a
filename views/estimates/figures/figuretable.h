// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QStandardItemModel>
#include <QTreeView>
#include <functional>

namespace redoubt {

class FieldDelegate;
class Theme;

/// A table or tree of figures, each row about things on the canvas: the mouse on a row points at them, a click on its
/// name shows them, a click on a cell that can be edited edits it.
class FigureTable : public QTreeView {
    Q_OBJECT

public:
    static constexpr int IdsRole = Qt::UserRole + 30;  ///< QStringList, of the first column

    FigureTable(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] FieldDelegate& fields() const { return *m_fields; }
    [[nodiscard]] static QStringList idsOf(const QModelIndex& index);
    /// Column 0 takes the room that is left; the others have these widths.
    void setWidths(const QList<int>& widths);
    /// Its rows are items.
    [[nodiscard]] QStandardItemModel& items() const { return *m_items; }
    /// Shows these rows, with their children. Where they are the same as before but for figures, an editor stays open;
    /// else what is folded and chosen stays so.
    void take(const std::vector<QList<QStandardItem*>>& rows);

signals:
    void rowPointed(const QStringList& ids);
    void rowChosen(const QModelIndex& index);

protected:
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepPlace();
    void restorePlace();
    [[nodiscard]] static QString pathOf(const QModelIndex& index);
    void forEachRow(const QModelIndex& parent, const std::function<void(const QModelIndex&)>& visit) const;

    FieldDelegate* m_fields;
    QStandardItemModel* m_items;
    QSet<QString> m_folded;
    QString m_current;
    int m_scroll = 0;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/field.h"

#include <QStyledItemDelegate>

namespace redoubt {

class Theme;

/// A cell of a table that shows a property and is edited in place.
struct FieldCell {
    PropertyDef def;
    FieldState state;
    QStringList ids;  ///< elements or groups it belongs to; empty: a setting of the design, or what the table knows itself
    QString key;
};

/// Edits cells that hold a FieldCell. What cannot be taken keeps the editor open, and the sentence says what is expected.
class FieldDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int CellRole = Qt::UserRole + 40;    ///< a FieldCell
    static constexpr int TagRole = Qt::UserRole + 41;     ///< a word in a frame before the text
    static constexpr int TagToneRole = Qt::UserRole + 42; ///< 0 plain, 1 an assumption
    static constexpr int ShareRole = Qt::UserRole + 43;   ///< 0 to 1: a bar behind the text
    static constexpr int StateRole = Qt::UserRole + 44;   ///< a ServiceState as a number: its mark before the text
    static constexpr int StrongRole = Qt::UserRole + 45;  ///< semibold

    explicit FieldDelegate(const Theme& theme, QObject* parent = nullptr);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

signals:
    void edited(const QModelIndex& index, const std::optional<redoubt::PropertyValue>& value);
    /// A sentence while what stands in the editor cannot be taken; empty when it can.
    void complained(const QString& problem);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace redoubt

Q_DECLARE_METATYPE(redoubt::FieldCell)

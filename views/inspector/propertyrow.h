// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/propertyeditor.h"

class QLabel;
class QToolButton;

namespace redoubt {

/// One line of a form: label, editor, a button back to the default, and a hint under it.
class PropertyRow : public QWidget {
    Q_OBJECT

public:
    PropertyRow(const PropertyDef& def, const EditorContext& context, QWidget* parent = nullptr);

    [[nodiscard]] const PropertyDef& def() const { return m_editor->def(); }
    void show(const FieldState& state);

signals:
    void edited(const QString& key, const std::optional<redoubt::PropertyValue>& value);
    void finished();

private:
    void showHint(const QString& problem);

    PropertyEditor* m_editor;
    QLabel* m_hint;
    QToolButton* m_reset;
    FieldState m_state;
};

}  // namespace redoubt

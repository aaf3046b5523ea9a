// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editing/editor.h"
#include "views/inspector/field.h"

#include <QWidget>

namespace redoubt {

class Theme;

/// What editors need to know beside their property.
struct EditorContext {
    Editor& editor;
    const Theme& theme;
};

/// The control of one property. Shows a state; says when the user changed it and when he is done with it.
class PropertyEditor : public QWidget {
    Q_OBJECT

public:
    PropertyEditor(const PropertyDef& def, QWidget* parent);

    [[nodiscard]] const PropertyDef& def() const { return m_def; }
    virtual void show(const FieldState& state) = 0;
    /// True when it needs the width of the panel, its label above.
    [[nodiscard]] virtual bool isWide() const { return false; }

signals:
    void edited(const std::optional<redoubt::PropertyValue>& value);
    void finished();
    /// A sentence when what stands in the field cannot be taken; empty when all is well.
    void complained(const QString& problem);

private:
    PropertyDef m_def;
};

[[nodiscard]] PropertyEditor* makeEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);

// One for each sort of property; makeEditor knows which.
[[nodiscard]] PropertyEditor* makeLineEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);
[[nodiscard]] PropertyEditor* makeTextEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);
[[nodiscard]] PropertyEditor* makeBoolEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);
[[nodiscard]] PropertyEditor* makeComboEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);
[[nodiscard]] PropertyEditor* makeChipsEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);
[[nodiscard]] PropertyEditor* makeRecordsEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent);

/// Ids that a reference may name, by their displayed names.
struct Candidate {
    QString id;
    QString name;

    friend bool operator==(const Candidate&, const Candidate&) = default;
};
[[nodiscard]] QList<Candidate> candidates(const Design& design, const QStringList& kinds);

}  // namespace redoubt

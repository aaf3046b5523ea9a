// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/propertyeditor.h"

#include <functional>

namespace redoubt {

class PropertyRow;

/// Rows for a list of properties, under one heading per section. What the properties belong to is the caller's: he gives
/// their states and takes their edits.
class PropertyForm : public QWidget {
    Q_OBJECT

public:
    using Reader = std::function<FieldState(const PropertyDef&)>;

    /// `headings`: fold each section under its name; else all rows follow each other.
    PropertyForm(const std::vector<PropertyDef>& properties, Reader reader, const EditorContext& context, bool headings,
                 QWidget* parent = nullptr);

    /// Reads all states anew.
    void refresh();

signals:
    void edited(const QString& key, const std::optional<redoubt::PropertyValue>& value);
    void finished();

private:
    Reader m_reader;
    QList<PropertyRow*> m_rows;
};

}  // namespace redoubt

// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/propertyform.h"

#include "views/inspector/propertyrow.h"
#include "views/parts/panels.h"

#include <QVBoxLayout>

namespace redoubt {

PropertyForm::PropertyForm(const std::vector<PropertyDef>& properties, Reader reader, const EditorContext& context,
                           bool headings, QWidget* parent)
    : QWidget(parent)
    , m_reader(std::move(reader))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(headings ? 0 : 8);
    // Sections keep the order in which the catalog first names them.
    QStringList sections;
    for (const PropertyDef& def : properties) {
        if (!sections.contains(def.section))
            sections.append(def.section);
    }
    for (const QString& name : std::as_const(sections)) {
        QBoxLayout* body = layout;
        if (headings) {
            auto* section = new Section(name.isEmpty() ? QStringLiteral("Properties") : name, context.theme, this);
            layout->addWidget(section);
            body = section->body();
        }
        for (const PropertyDef& def : properties) {
            if (def.section != name)
                continue;
            auto* row = new PropertyRow(def, context, this);
            connect(row, &PropertyRow::edited, this, &PropertyForm::edited);
            connect(row, &PropertyRow::finished, this, &PropertyForm::finished);
            body->addWidget(row);
            m_rows.append(row);
        }
    }
    refresh();
}

void PropertyForm::refresh()
{
    for (PropertyRow* row : std::as_const(m_rows))
        row->show(m_reader(row->def()));
}

}  // namespace redoubt

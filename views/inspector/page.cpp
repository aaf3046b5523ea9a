// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/page.h"

#include "views/parts/elidedlabel.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace redoubt {

InspectorPage::InspectorPage(const PageContext& context)
    : m_context(context)
    , m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("panelBody"));
    // Not by an alignment: a layout that has one gives its parts no more height than they ask for before they wrap.
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 16);
    whole->setSpacing(0);
    whole->addLayout(m_column);
    whole->addStretch(1);
    m_column->setSpacing(0);
}

void InspectorPage::addHeader(const QIcon& icon, std::function<void(const QString&)> rename)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(8);
    if (!icon.isNull()) {
        auto* picture = new QToolButton(this);
        picture->setIcon(icon);
        picture->setIconSize(QSize(32, 32));
        picture->setAttribute(Qt::WA_TransparentForMouseEvents);
        picture->setFocusPolicy(Qt::NoFocus);
        row->addWidget(picture);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    if (rename) {
        m_name = new ElidedEdit(this);
        m_name->setObjectName(QStringLiteral("heading"));
        m_name->setAccessibleName(QStringLiteral("Name"));
        m_name->setPlaceholderText(QStringLiteral("No name"));
        connect(m_name, &QLineEdit::editingFinished, this, [this, rename] {
            if (m_name->isModified()) {
                m_name->setModified(false);
                rename(m_name->text());
            }
        });
        words->addWidget(m_name);
    } else {
        m_fixedName = makeText({}, "heading", this);
        words->addWidget(m_fixedName);
    }
    m_caption = makeText({}, "caption", this);
    m_caption->setIndent(rename ? 6 : 0);
    words->addWidget(m_caption);
    row->addLayout(words, 1);
    m_column->addLayout(row);
}

void InspectorPage::setHeader(const QString& name, const QString& caption)
{
    if (m_name && !m_name->hasFocus() && m_name->text() != name) {
        m_name->setText(name);
        m_name->setCursorPosition(0);  // a long title shows its beginning
        m_name->setToolTip(name);
    }
    if (m_fixedName)
        m_fixedName->setText(name);
    m_caption->setText(caption);
}

Section* InspectorPage::addSection(const QString& title)
{
    auto* section = new Section(title, m_context.theme, this);
    m_column->addWidget(section);
    return section;
}

std::vector<PropertyDef> commonProperties(const Catalog& catalog, const Design& design, const QStringList& ids)
{
    std::vector<PropertyDef> result;
    bool first = true;
    QSet<QString> seen;
    for (const QString& id : ids) {
        const Element* element = design.element(ElementId {id});
        const ElementKind* kind = element ? catalog.kind(element->kind) : nullptr;
        if (!kind || seen.contains(kind->id))
            continue;
        seen.insert(kind->id);
        if (first) {
            result = kind->properties;
            first = false;
            continue;
        }
        std::erase_if(result, [&](const PropertyDef& def) {
            const PropertyDef* other = kind->property(def.id);
            return !other || other->type != def.type || other->choices != def.choices;
        });
    }
    return result;
}

FieldState elementState(const Catalog& catalog, const Design& design, const QStringList& ids, const PropertyDef& def)
{
    FieldState state;
    bool first = true;
    for (const QString& id : ids) {
        const Element* element = design.element(ElementId {id});
        if (!element)
            continue;
        const PropertyValue* value = find(element->properties, def.id);
        const std::optional<PropertyValue> given = value ? std::optional(*value) : std::nullopt;
        if (!first && given != state.given)
            state.mixed = true;
        if (first) {
            state.given = given;
            Element bare = *element;
            bare.properties.erase(def.id);
            state.fallback = catalog.value(bare, def.id);
            const ElementKind* kind = catalog.kind(element->kind);
            if (kind && def.id == QLatin1String("availability"))
                state.basis = kind->availabilityBasis;
        }
        first = false;
    }
    return state;
}

}  // namespace redoubt

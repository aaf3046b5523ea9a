// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/propertyform.h"

#include "views/parts/elidedlabel.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace redoubt {

namespace {

/// A list of records, each a small form on a card of its own; cards are added and removed here.
class RecordsEditor : public PropertyEditor {
public:
    RecordsEditor(const PropertyDef& property, const EditorContext& context, QWidget* parent)
        : PropertyEditor(property, parent)
        , m_context(context)
        , m_cards(new QVBoxLayout)
        , m_word(new ElidedLabel("caption", this))
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        m_cards->setSpacing(6);
        layout->addLayout(m_cards);
        layout->addWidget(m_word);
        QToolButton* add = makeLinkButton(QStringLiteral("Add an entry"), this);
        add->setIcon(context.theme.icon(QStringLiteral("add")));
        add->setIconSize(QSize(14, 14));
        add->setObjectName(QStringLiteral("add:") + property.id);
        layout->addWidget(add, 0, Qt::AlignLeft);
        connect(add, &QToolButton::clicked, this, [this] {
            m_records.push_back(PropertyRecord {});
            // An empty record is not worth an edit: it counts once something stands in it.
            rebuild();
        });
    }

    void show(const FieldState& state) override
    {
        m_word->setText(state.given ? QString() : placeholderText(def(), state));
        const PropertyList* given = state.given && !state.mixed ? state.given->list() : nullptr;
        const PropertyList* shown = given ? given : state.fallback ? state.fallback->list() : nullptr;
        PropertyList records = shown ? *shown : PropertyList {};
        m_word->setVisible(!m_word->text().isEmpty() && m_records.empty());
        if (records == written())
            return refresh();
        m_records = std::move(records);
        rebuild();
    }

    [[nodiscard]] bool isWide() const override { return true; }

private:
    /// The records without the empty ones at work.
    PropertyList written() const
    {
        PropertyList list;
        for (const PropertyValue& value : m_records) {
            if (value.record() && !value.record()->empty())
                list.push_back(value);
        }
        return list;
    }

    void refresh()
    {
        for (PropertyForm* form : std::as_const(m_forms))
            form->refresh();
    }

    void rebuild()
    {
        clearLayout(m_cards);
        m_forms.clear();
        for (size_t i = 0; i < m_records.size(); ++i)
            m_cards->addWidget(makeCard(i));
        m_word->setVisible(!m_word->text().isEmpty() && m_records.empty());
    }

    QWidget* makeCard(size_t i)
    {
        auto* card = new QFrame(this);
        card->setObjectName(QStringLiteral("card"));
        auto* layout = new QHBoxLayout(card);
        layout->setContentsMargins(10, 8, 4, 8);
        layout->setSpacing(2);
        auto* form = new PropertyForm(def().fields, [this, i](const PropertyDef& field) {
            FieldState state;
            state.fallback = field.defaultValue;
            const PropertyRecord* record = i < m_records.size() ? m_records[i].record() : nullptr;
            if (const PropertyValue* value = record ? redoubt::find(*record, field.id) : nullptr)
                state.given = *value;
            return state;
        }, m_context, false, card);
        layout->addWidget(form, 1);
        QToolButton* remove = makeIconButton(m_context.theme.icon(QStringLiteral("close")),
                                             QStringLiteral("Remove this entry"), card);
        remove->setIconSize(QSize(12, 12));
        layout->addWidget(remove, 0, Qt::AlignTop);
        m_forms.append(form);
        connect(form, &PropertyForm::edited, this, [this, i](const QString& key, const std::optional<PropertyValue>& value) {
            PropertyRecord record = *m_records[i].record();
            if (value)
                record[key] = *value;
            else
                record.erase(key);
            m_records[i] = PropertyValue(std::move(record));
            write();
        });
        connect(form, &PropertyForm::finished, this, &PropertyEditor::finished);
        connect(remove, &QToolButton::clicked, this, [this, i] {
            m_records.erase(m_records.begin() + qsizetype(i));
            rebuild();
            write();
            emit finished();
        });
        return card;
    }

    void write()
    {
        const PropertyList list = written();
        emit edited(list.empty() ? std::nullopt : std::optional(PropertyValue(list)));
    }

    EditorContext m_context;
    QVBoxLayout* m_cards;
    QLabel* m_word;
    PropertyList m_records;
    QList<PropertyForm*> m_forms;
};

}  // namespace

PropertyEditor* makeRecordsEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent)
{
    return new RecordsEditor(def, context, parent);
}

}  // namespace redoubt

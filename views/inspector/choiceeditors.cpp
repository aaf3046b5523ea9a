// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/propertyeditor.h"

#include "views/parts/calmcombo.h"
#include "views/parts/flowlayout.h"
#include "views/parts/elidedlabel.h"
#include "views/parts/panels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace redoubt {

namespace {

/// Yes or no as two buttons side by side; the one that holds by default is tinted while nothing is given.
class BoolEditor : public PropertyEditor {
public:
    BoolEditor(const PropertyDef& property, QWidget* parent)
        : PropertyEditor(property, parent)
        , m_yes(makeSegment(QStringLiteral("Yes"), "first"))
        , m_no(makeSegment(QStringLiteral("No"), "last"))
        , m_word(new ElidedLabel("caption", this))
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(m_yes);
        layout->addWidget(m_no);
        layout->addSpacing(6);
        // The word gives way first: a form must never be wider than its panel.
        m_word->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        layout->addWidget(m_word, 1);
        setFocusProxy(m_yes);
        connect(m_yes, &QToolButton::clicked, this, [this] { choose(true); });
        connect(m_no, &QToolButton::clicked, this, [this] { choose(false); });
    }

    void show(const FieldState& state) override
    {
        const std::optional<bool> given = state.given && !state.mixed ? state.given->boolean() : std::nullopt;
        const std::optional<bool> fallback = state.fallback ? state.fallback->boolean() : std::nullopt;
        dress(m_yes, given == true, !given && fallback == true);
        dress(m_no, given == false, !given && fallback == false);
        m_word->setText(state.mixed ? QStringLiteral("several values")
                            : given ? QString()
                        : fallback  ? QStringLiteral("default")
                                    : QStringLiteral("not given"));
    }

private:
    QToolButton* makeSegment(const QString& text, const char* place)
    {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("segment"));
        button->setProperty("place", QString::fromLatin1(place));
        button->setText(text);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(def().label, text));
        return button;
    }

    static void dress(QToolButton* button, bool checked, bool fallback)
    {
        button->setChecked(checked);
        if (button->property("default").toBool() == fallback)
            return;
        button->setProperty("default", fallback);
        button->style()->unpolish(button);
        button->style()->polish(button);
    }

    void choose(bool value)
    {
        emit edited(PropertyValue(value));
        emit finished();
    }

    QToolButton* m_yes;
    QToolButton* m_no;
    QLabel* m_word;
};

/// One of a list: the catalog's choices, or elements that may be referred to. The first entry is "nothing given".
class ComboEditor : public PropertyEditor {
public:
    ComboEditor(const PropertyDef& property, const EditorContext& context, QWidget* parent)
        : PropertyEditor(property, parent)
        , m_context(context)
        , m_combo(new CalmCombo(this))
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_combo);
        setFocusProxy(m_combo);
        m_combo->setAccessibleName(property.label);
        m_combo->setObjectName(QStringLiteral("field:") + property.id);
        connect(m_combo, &QComboBox::activated, this, [this](int index) {
            const QString id = m_combo->itemData(index).toString();
            emit edited(id.isEmpty() ? std::nullopt : std::optional(PropertyValue(id)));
            emit finished();
        });
    }

    void show(const FieldState& state) override
    {
        const QString current = state.given && !state.mixed ? state.given->text().value_or(QString()) : QString();
        QList<Candidate> items;
        if (def().type == PropertyType::Ref) {
            items = candidates(m_context.editor.design(), def().refKinds);
        } else {
            for (const QString& choice : def().choices)
                items.append({choice, choiceLabel(def(), choice)});
        }
        const QSignalBlocker block(m_combo);
        m_combo->clear();
        m_combo->addItem(nothing(state), QString());
        for (const Candidate& item : std::as_const(items))
            m_combo->addItem(item.name, item.id);
        int at = m_combo->findData(current);
        if (at < 0) {
            m_combo->addItem(QStringLiteral("%1 (missing)").arg(current), current);
            at = m_combo->count() - 1;
        }
        m_combo->setCurrentIndex(at);
        m_combo->setAbsent(at == 0);
    }

private:
    QString nothing(const FieldState& state) const
    {
        if (state.fallback && def().type == PropertyType::Ref) {
            const QString id = state.fallback->text().value_or(QString());
            return QStringLiteral("%1 · default").arg(m_context.editor.design().displayName(id));
        }
        return placeholderText(def(), state);
    }

    EditorContext m_context;
    CalmCombo* m_combo;
};

/// Several of a list as chips; references that are many open in a menu of their own.
class ChipsEditor : public PropertyEditor {
public:
    ChipsEditor(const PropertyDef& property, const EditorContext& context, QWidget* parent)
        : PropertyEditor(property, parent)
        , m_context(context)
        , m_flow(new FlowLayout(this, 4))
        , m_word(new ElidedLabel("caption", this))
    {
        m_flow->addWidget(m_word);
    }

    void show(const FieldState& state) override
    {
        const QStringList given = state.given ? state.given->textItems() : QStringList();
        const QStringList shown = state.given ? given : state.fallback ? state.fallback->textItems() : QStringList();
        QList<Candidate> items;
        if (def().type == PropertyType::Refs) {
            items = candidates(m_context.editor.design(), def().refKinds);
        } else {
            for (const QString& choice : def().choices)
                items.append({choice, choiceLabel(def(), choice)});
        }
        if (items != m_items)
            build(items);
        for (QToolButton* chip : std::as_const(m_chips))
            chip->setChecked(shown.contains(chip->property("item").toString()));
        m_word->setText(state.mixed ? QStringLiteral("several values")
                            : state.given                          ? QString()
                            : items.isEmpty()                      ? QStringLiteral("nothing in the design to choose from")
                            : state.fallback                       ? QStringLiteral("default")
                                                                   : QStringLiteral("not given"));
        m_word->setVisible(!m_word->text().isEmpty());
    }

    [[nodiscard]] bool isWide() const override { return true; }

private:
    void build(const QList<Candidate>& items)
    {
        m_items = items;
        qDeleteAll(m_chips);
        m_chips.clear();
        m_flow->removeWidget(m_word);
        for (const Candidate& item : items) {
            QToolButton* chip = makeChip(item.name, this);
            chip->setProperty("item", item.id);
            connect(chip, &QToolButton::clicked, this, &ChipsEditor::take);
            m_flow->addWidget(chip);
            m_chips.append(chip);
        }
        m_flow->addWidget(m_word);
    }

    void take()
    {
        QStringList items;
        for (const QToolButton* chip : std::as_const(m_chips)) {
            if (chip->isChecked())
                items.append(chip->property("item").toString());
        }
        emit edited(PropertyValue::texts(items));
        emit finished();
    }

    EditorContext m_context;
    FlowLayout* m_flow;
    QLabel* m_word;
    QList<Candidate> m_items;
    QList<QToolButton*> m_chips;
};

}  // namespace

PropertyEditor* makeBoolEditor(const PropertyDef& def, const EditorContext&, QWidget* parent)
{
    return new BoolEditor(def, parent);
}

PropertyEditor* makeComboEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent)
{
    return new ComboEditor(def, context, parent);
}

PropertyEditor* makeChipsEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent)
{
    return new ChipsEditor(def, context, parent);
}

}  // namespace redoubt

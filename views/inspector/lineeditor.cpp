// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/propertyeditor.h"

#include "views/parts/elidedlabel.h"
#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>

namespace redoubt {

namespace {

/// Numbers, availabilities, texts and lists of texts: one line, the unit inside it at the right.
class LineEditor : public PropertyEditor {
public:
    LineEditor(const PropertyDef& property, const EditorContext& context, QWidget* parent)
        : PropertyEditor(property, parent)
        // A file is chosen by the button in its field, whose room only QLineEdit knows.
        , m_edit(property.id == QLatin1String("logo") ? new QLineEdit(this) : new ElidedEdit(this))
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_edit);
        setFocusProxy(m_edit);
        m_edit->setAccessibleName(property.label);
        m_edit->setObjectName(QStringLiteral("field:") + property.id);
        addUnit(fieldUnit(property));
        if (property.id == QLatin1String("logo"))
            addFileButton(context);
        connect(m_edit, &QLineEdit::textEdited, this, &LineEditor::take);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            m_typing = false;
            show(m_state);
            emit finished();
        });
    }

    // A field that goes while it has the focus loses it, and says so.
    ~LineEditor() override { disconnect(m_edit, nullptr, this, nullptr); }

    void show(const FieldState& state) override
    {
        const bool same = state == m_state && m_problem.isEmpty();
        m_state = state;
        m_edit->setPlaceholderText(placeholderText(def(), state));
        const QString text = state.given && !state.mixed ? fieldText(def(), *state.given) : QString();
        // What the user is typing says the same in his own way: leave it ("99." before the nines follow).
        const ParsedField typed = parseField(def(), m_edit->text());
        if (m_typing && (same || (typed.problem.isEmpty() && typed.value == state.given)))
            return;
        if (m_edit->text() != text)
            m_edit->setText(text);
        if (!m_edit->hasFocus())
            m_edit->setCursorPosition(0);  // what is too long shows its beginning
        complain({});
    }

private:
    void addUnit(const QString& unit)
    {
        if (unit.isEmpty())
            return;
        auto* label = makeLabel(unit, "secondary", m_edit);
        auto* inside = new QHBoxLayout(m_edit);
        inside->setContentsMargins(0, 0, 8, 0);
        inside->addStretch(1);
        inside->addWidget(label);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_edit->setTextMargins(0, 0, label->sizeHint().width() + 6, 0);
    }

    void addFileButton(const EditorContext& context)
    {
        QAction* action = m_edit->addAction(context.theme.icon(QStringLiteral("image")), QLineEdit::TrailingPosition);
        action->setToolTip(QStringLiteral("Choose a picture"));
        connect(action, &QAction::triggered, this, [this] {
            const QString path = QFileDialog::getOpenFileName(this, QStringLiteral("Choose a logo"), {},
                                                              QStringLiteral("Pictures (*.svg *.png *.jpg *.jpeg)"));
            if (!path.isEmpty()) {
                m_edit->setText(path);
                take(path);
                emit finished();
            }
        });
    }

    void take(const QString& text)
    {
        m_typing = true;
        const ParsedField parsed = parseField(def(), text);
        complain(parsed.problem);
        if (parsed.problem.isEmpty())
            emit edited(parsed.value);
    }

    void complain(const QString& problem)
    {
        if (problem == m_problem)
            return;
        m_problem = problem;
        m_edit->setProperty("invalid", !problem.isEmpty());
        m_edit->style()->unpolish(m_edit);
        m_edit->style()->polish(m_edit);
        emit complained(problem);
    }

    QLineEdit* m_edit;
    FieldState m_state;
    QString m_problem;
    bool m_typing = false;  ///< until the field is left
};

/// A text of several lines, or a list with an item on each.
class TextEditor : public PropertyEditor {
public:
    TextEditor(const PropertyDef& property, QWidget* parent)
        : PropertyEditor(property, parent)
        , m_edit(new QPlainTextEdit(this))
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_edit);
        m_edit->setFixedHeight(76);
        m_edit->setTabChangesFocus(true);
        m_edit->setAccessibleName(property.label);
        m_edit->setObjectName(QStringLiteral("field:") + property.id);
        m_edit->installEventFilter(this);
        setFocusProxy(m_edit);
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
            if (m_busy)
                return;
            emit edited(value());
        });
    }

    void show(const FieldState& state) override
    {
        m_busy = true;
        m_edit->setPlaceholderText(placeholderText(def(), state));
        const std::optional<PropertyValue> given = state.mixed ? std::nullopt : state.given;
        if (value() != given) {
            m_edit->setPlainText(!given        ? QString()
                                     : given->list() ? given->textItems().join(QLatin1Char('\n'))
                                                     : given->text().value_or(QString()));
        }
        m_busy = false;
    }

    [[nodiscard]] bool isWide() const override { return true; }

private:
    /// A list has one item on each line.
    std::optional<PropertyValue> value() const
    {
        const QString text = m_edit->toPlainText();
        if (text.trimmed().isEmpty())
            return std::nullopt;
        if (def().type != PropertyType::Texts)
            return PropertyValue(text);
        QStringList items;
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty())
                items.append(line.trimmed());
        }
        return PropertyValue::texts(items);
    }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() == QEvent::FocusOut)
            emit finished();
        return PropertyEditor::eventFilter(object, event);
    }

    QPlainTextEdit* m_edit;
    bool m_busy = false;
};

}  // namespace

PropertyEditor* makeLineEditor(const PropertyDef& def, const EditorContext& context, QWidget* parent)
{
    return new LineEditor(def, context, parent);
}

PropertyEditor* makeTextEditor(const PropertyDef& def, const EditorContext&, QWidget* parent)
{
    return new TextEditor(def, parent);
}

}  // namespace redoubt

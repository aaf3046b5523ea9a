// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/propertyrow.h"

#include "views/parts/panels.h"
#include "views/parts/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QStyle>

namespace redoubt {

namespace {

constexpr int labelWidth = 104;

/// The label with places to break names that are one word to Qt (`MultiSubnetFailover`).
QString breakable(QString text)
{
    static const QRegularExpression inside(QStringLiteral("(?<=[a-z])(?=[A-Z])"));
    return text.replace(inside, QString(QChar(0x200B)));
}

}  // namespace

PropertyRow::PropertyRow(const PropertyDef& def, const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_editor(makeEditor(def, context, this))
    , m_hint(makeText({}, "caption", this))
    , m_reset(makeIconButton(context.theme.icon(QStringLiteral("reset")), QStringLiteral("Back to the default"), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    QLabel* label = makeLabel(breakable(def.label.isEmpty() ? def.id : def.label), "secondary", this);
    label->setWordWrap(true);
    label->setBuddy(m_editor);
    const QString help = def.help.isEmpty() ? def.label : def.help;
    label->setToolTip(help);
    m_editor->setToolTip(help);
    m_reset->setIconSize(QSize(14, 14));
    // The button keeps its room, so that nothing jumps when it comes.
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_hint->setVisible(false);
    if (m_editor->isWide()) {
        grid->addWidget(label, 0, 0);
        grid->addWidget(m_reset, 0, 1, Qt::AlignRight);
        grid->addWidget(m_editor, 1, 0, 1, 2);
        grid->addWidget(m_hint, 2, 0, 1, 2);
        grid->setColumnStretch(0, 1);
    } else {
        label->setFixedWidth(labelWidth);
        grid->addWidget(label, 0, 0);
        grid->addWidget(m_editor, 0, 1);
        grid->addWidget(m_reset, 0, 2);
        grid->addWidget(m_hint, 1, 1, 1, 2);
        grid->setColumnStretch(1, 1);
    }
    connect(m_editor, &PropertyEditor::edited, this,
            [this](const std::optional<PropertyValue>& value) { emit edited(m_editor->def().id, value); });
    connect(m_editor, &PropertyEditor::finished, this, &PropertyRow::finished);
    connect(m_editor, &PropertyEditor::complained, this, &PropertyRow::showHint);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        emit edited(m_editor->def().id, std::nullopt);
        emit finished();
    });
}

void PropertyRow::show(const FieldState& state)
{
    m_state = state;
    m_editor->show(state);
    m_reset->setVisible(state.given.has_value() || state.mixed);
    m_reset->setToolTip(state.fallback ? QStringLiteral("Back to the default: %1").arg(shownText(def(), *state.fallback))
                                       : QStringLiteral("Clear: not given"));
    showHint({});
}

void PropertyRow::showHint(const QString& problem)
{
    const bool wrong = !problem.isEmpty();
    const QString text = wrong ? problem : m_state.given ? QString() : m_state.basis;
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    m_hint->setProperty("tone", wrong ? QStringLiteral("error") : QStringLiteral("caption"));
    m_hint->style()->unpolish(m_hint);
    m_hint->style()->polish(m_hint);
}

}  // namespace redoubt

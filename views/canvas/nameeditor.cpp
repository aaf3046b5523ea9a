// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/nameeditor.h"

#include <QKeyEvent>

namespace redoubt {

NameEditor::NameEditor(QString id, const QString& name, QWidget* parent) : QLineEdit(name, parent), m_id(std::move(id))
{
    setObjectName(QStringLiteral("nameEditor"));
    setAccessibleName(tr("Name"));
    setAlignment(Qt::AlignCenter);
    selectAll();
}

void NameEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish(true);
    else
        QLineEdit::keyPressEvent(event);
}

void NameEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finish(true);
}

void NameEditor::finish(bool accept)
{
    if (std::exchange(m_done, true))
        return;
    if (accept)
        emit accepted(m_id, text().trimmed());
    if (parentWidget() && hasFocus())
        parentWidget()->setFocus();
    hide();
    deleteLater();
}

}  // namespace redoubt

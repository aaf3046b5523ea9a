// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/calmcombo.h"

#include <QStyle>
#include <QWheelEvent>

namespace redoubt {

CalmCombo::CalmCombo(QWidget* parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
}

void CalmCombo::setAbsent(bool absent)
{
    if (property("absent").toBool() == absent)
        return;
    setProperty("absent", absent);
    style()->unpolish(this);
    style()->polish(this);
}

void CalmCombo::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

}  // namespace redoubt

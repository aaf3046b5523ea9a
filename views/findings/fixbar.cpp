// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/findings/fixbar.h"

#include "views/parts/panels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace redoubt {

namespace {

constexpr int distance = 12;       ///< from the top of the canvas
constexpr int widest = 620;

}  // namespace

FixBar::FixBar(QWidget* over)
    : QFrame(over)
    , m_words(makeText({}, "section", this))
    , m_effect(makeLabel({}, "secondary", this))
    , m_apply(new QPushButton(QStringLiteral("Apply"), this))
{
    setObjectName(QStringLiteral("floating"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(QStringLiteral("Preview of a fix"));
    setCursor(Qt::ArrowCursor);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_words);
    words->addWidget(m_effect);
    layout->addLayout(words, 1);
    m_words->setObjectName(QStringLiteral("fixWords"));
    m_effect->setObjectName(QStringLiteral("fixEffect"));
    auto* cancel = new QPushButton(QStringLiteral("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelFix"));
    m_apply->setObjectName(QStringLiteral("applyFix"));
    m_apply->setProperty("primary", true);
    layout->addWidget(cancel, 0, Qt::AlignVCenter);
    layout->addWidget(m_apply, 0, Qt::AlignVCenter);
    connect(cancel, &QPushButton::clicked, this, [this] { emit answered(false); });
    connect(m_apply, &QPushButton::clicked, this, [this] { emit answered(true); });
    over->installEventFilter(this);
    hide();
}

void FixBar::show(const QString& words, const QString& effect, const QRect& lit)
{
    m_lit = lit;
    m_words->setText(words);
    m_effect->setText(effect);
    QFrame::show();  // gives the words their fonts
    place();
    raise();
    m_apply->setFocus();
}

void FixBar::place()
{
    const int room = parentWidget()->width() - 2 * distance;
    const int width = qMin(room, widest);
    resize(width, heightForWidth(width));  // the frame's border included
    move((parentWidget()->width() - width) / 2, distance);
    const QRect low = geometry().translated(0, parentWidget()->height() - height() - 2 * distance);
    if (geometry().intersects(m_lit) && !low.intersects(m_lit))
        move(low.topLeft());
}

bool FixBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void FixBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit answered(true);
    else if (event->key() == Qt::Key_Escape)
        emit answered(false);
    else
        QFrame::keyPressEvent(event);
}

}  // namespace redoubt

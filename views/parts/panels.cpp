// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "views/parts/panels.h"

#include "views/parts/theme.h"

#include <QAction>
#include <QDockWidget>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace redoubt {

QLabel* makeLabel(const QString& text, const char* tone, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("tone", QString::fromLatin1(tone));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* makeText(const QString& text, const char* tone, QWidget* parent)
{
    QLabel* label = makeLabel(text, tone, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A selectable label would otherwise take the focus on the way through a form.
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QWidget* makeEmptyState(const QString& heading, const QString& sentence, QWidget* parent)
{
    auto* widget = new QWidget(parent);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(6);
    layout->addStretch(2);
    QLabel* head = makeLabel(heading, "section", widget);
    head->setAlignment(Qt::AlignCenter);
    QLabel* text = makeText(sentence, "secondary", widget);
    text->setAlignment(Qt::AlignCenter);
    layout->addWidget(head);
    layout->addWidget(text);
    layout->addStretch(3);
    return widget;
}

QWidget* makeRule(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setObjectName(QStringLiteral("rule"));
    rule->setFixedHeight(1);
    return rule;
}

QToolButton* makeChip(const QString& text, QWidget* parent)
{
    auto* chip = new QToolButton(parent);
    chip->setObjectName(QStringLiteral("chip"));
    chip->setText(text);
    chip->setCheckable(true);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return chip;
}

QToolButton* makeTab(const char* name, const QString& text, QWidget* parent)
{
    auto* tab = new QToolButton(parent);
    tab->setObjectName(QString::fromLatin1(name));
    tab->setText(text);
    tab->setProperty("tab", true);
    tab->setCheckable(true);
    tab->setAutoExclusive(true);
    tab->setFocusPolicy(Qt::TabFocus);
    tab->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return tab;
}

QToolButton* makeIconButton(const QIcon& icon, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon);
    button->setIconSize(QSize(16, 16));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setProperty("flat", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton* makeLinkButton(const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setProperty("link", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::PointingHandCursor);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QPushButton* makeRowLink(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setToolTip(text);
    button->setAutoDefault(false);
    return button;
}

QLineEdit* makeSearch(const QString& placeholder, const Theme& theme, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setPlaceholderText(placeholder);
    edit->setClearButtonEnabled(true);
    edit->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    return edit;
}

void giveTitle(QDockWidget* dock, const Theme& theme, QWidget* instead)
{
    auto* bar = new QWidget(dock);
    bar->setObjectName(QStringLiteral("dockTitle"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(2);
    if (instead) {
        layout->setContentsMargins(4, 2, 6, 2);
        layout->addWidget(instead, 1);
    } else {
        auto* label = new QLabel(dock->windowTitle(), bar);
        label->setObjectName(QStringLiteral("dockTitleText"));
        layout->addWidget(label, 1);
    }
    QToolButton* close = makeIconButton(theme.icon(QStringLiteral("close")), QStringLiteral("Close this panel"), bar);
    QObject::connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
    layout->addWidget(close);
    dock->setTitleBarWidget(bar);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (item->layout()) {
            clearLayout(item->layout());
        }
        delete item;
    }
}

Section::Section(const QString& title, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_layout(new QVBoxLayout(m_body))
    , m_top(new QHBoxLayout)
    , m_theme(theme)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRule(this));
    m_top->setContentsMargins(6, 4, 8, 0);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIconSize(QSize(12, 12));
    m_heading->setFocusPolicy(Qt::TabFocus);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_heading->setStyleSheet(QStringLiteral("font-weight: 600;"));
    m_top->addWidget(m_heading);
    m_top->addStretch(1);
    layout->addLayout(m_top);
    m_layout->setContentsMargins(12, 4, 12, 12);
    m_layout->setSpacing(8);
    layout->addWidget(m_body);
    setTitle(title);
    setOpen(true);
    connect(m_heading, &QToolButton::clicked, this, [this] {
        setOpen(!m_open);
        emit toggled(m_open);
    });
}

void Section::setOpen(bool open)
{
    m_open = open;
    m_body->setVisible(open);
    m_heading->setIcon(m_theme.icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
}

void Section::setTitle(const QString& title)
{
    m_heading->setText(title);
}

void Section::addAction(QWidget* widget)
{
    m_top->addWidget(widget);
}

}  // namespace redoubt
